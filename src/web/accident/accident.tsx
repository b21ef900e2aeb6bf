// The accident book: an entry, a near miss, and whether an authority is told, which a named person decides.

import { type FormEvent, useState } from 'react'
import {
  type DecisionName,
  decisions,
  ENTRY_NAME_MAX,
  ENTRY_TEXT_MAX,
  type EntryKind,
  entryFields,
  entryKinds,
} from '../../core/accident/book.ts'
import { dayInWords } from '../../core/kit/day.ts'
import type { BookTold } from '../../wire/accident.ts'
import { localeNow, useWords } from '../speech/speech.ts'
import { AsOf } from '../ui/as-of.tsx'
import { classes } from '../ui/classes.ts'
import { pageSentence, useRounds } from '../ui/use-rounds.ts'
import styles from './accident.module.css'
import { askBook } from './ask.ts'

const c = classes(styles)
type Entry = BookTold['section']['entries'][number]

export function AccidentScreen() {
  const { accident: said } = useWords()
  const page = useRounds({ about: 'accident-book', ask: (signal) => askBook(null, signal) })
  const { told } = page
  const ask = async (command: object) =>
    (await page.press((signal) => askBook(command, signal))).is === 'told'
  return (
    <main className={c('page')}>
      <title>{said.title}</title>
      <a className={c('wide')} href="/">
        {said.back}
      </a>
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <p role="status" className={c('told')}>
        {pageSentence(page, said)}
      </p>
      <AsOf at={page.asOf} timeZone={told?.timeZone ?? null} />
      {told === null ? null : <Book told={told} ask={ask} />}
    </main>
  )
}

type Ask = (command: object) => Promise<boolean>

function Book({ told, ask }: { readonly told: BookTold; readonly ask: Ask }) {
  const { accident: said } = useWords()
  const { section } = told
  if (section.numbers !== null)
    return (
      <p>{said.numbers({ accidents: section.numbers.accident, nearMisses: section.numbers['near-miss'] })}</p>
    )
  return (
    <>
      <Write ask={ask} />
      {section.entries.length === 0 ? <p>{said.none}</p> : null}
      {section.entries.map((entry) => (
        <OneEntry key={entry.id} entry={entry} told={told} ask={ask} />
      ))}
    </>
  )
}

const freshId = (): string => `entry-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
const empty = { who: '', place: '', happened: '', seen: '', done: '', by: '' }

function Write({ ask }: { readonly ask: Ask }) {
  const { accident: said } = useWords()
  const [kind, setKind] = useState<EntryKind>('accident')
  const [words, set] = useState(empty)
  // The same until it is in the book: pressed twice it is there once.
  const [id, draw] = useState(freshId)
  const put = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await ask({ name: 'accident.write', id, kind, words }))) return
    set({ ...empty, by: words.by })
    draw(freshId())
  }
  const fields = entryFields.filter((field) => kind === 'accident' || (field !== 'who' && field !== 'done'))
  return (
    <form className={c('form')} aria-label={said.write} onSubmit={(event) => void put(event)}>
      <h2>{said.write}</h2>
      <label>
        {said.kind}
        <select
          value={kind}
          onChange={(event) => setKind(entryKinds.find((one) => one === event.target.value) ?? kind)}
        >
          {entryKinds.map((one) => (
            <option key={one} value={one}>
              {said.kinds[one]}
            </option>
          ))}
        </select>
      </label>
      {fields.map((field) => {
        const props = {
          value: words[field],
          onChange: ({ target }: { readonly target: { readonly value: string } }) =>
            set({ ...words, [field]: target.value }),
        }
        return field === 'happened' || field === 'done' ? (
          <label key={field}>
            {said.fields[field]}
            <textarea rows={3} maxLength={ENTRY_TEXT_MAX} {...props} />
          </label>
        ) : (
          <label key={field}>
            {said.fields[field]}
            <input autoComplete="off" maxLength={ENTRY_NAME_MAX} {...props} />
          </label>
        )
      })}
      <button type="submit" className={c('wide')}>
        {said.put}
      </button>
    </form>
  )
}

type OneProps = { readonly entry: Entry; readonly told: BookTold; readonly ask: Ask }

function OneEntry({ entry, told, ask }: OneProps) {
  const { accident: said } = useWords()
  const { kind, at, words } = entry
  const day = dayTime(at, told.timeZone)
  const filled = entryFields.filter((field) => field !== 'by' && words[field] !== '')
  return (
    <article className={c('entry')}>
      <h2>{said.entry({ kind: said.kinds[kind], day, by: words.by })}</h2>
      <dl>
        {filled.map((field) => (
          <div key={field}>
            <dt>{said.fields[field]}</dt>
            <dd>{words[field]}</dd>
          </div>
        ))}
      </dl>
      {told.section.mayDecide ? <Statutory entry={entry} told={told} ask={ask} /> : null}
    </article>
  )
}

const dayTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat(localeNow(), { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(at)

/** What the law may want told, with its source; pressed by whoever decides, under their name. */
function Statutory({ entry, told: { statutory, timeZone }, ask }: OneProps) {
  const { accident } = useWords()
  const said = accident.statutory
  const [by, setBy] = useState('')
  const decide = (is: DecisionName) =>
    void ask({ name: 'accident.decide', id: freshId(), entry: entry.id, is, by })
  const last = entry.decisions.map(({ is, by: who, at }) =>
    said.decided({ is: said.decide[is], by: who, when: dayTime(at, timeZone) }),
  )
  return (
    <details>
      <summary>
        {said.title({ name: statutory.name })} {last.at(-1) ?? said.undecided}
      </summary>
      <p>{said.lead}</p>
      <ul>
        {statutory.lines.map((line) => (
          <li key={line.when}>{said.line(line)}</li>
        ))}
      </ul>
      <p>{said.source({ source: statutory.source, day: dayInWords(statutory.dated, false) })}</p>
      {last.slice(0, -1).map((one) => (
        <p key={one}>{one}</p>
      ))}
      <label>
        {said.by}
        <input
          autoComplete="off"
          maxLength={ENTRY_NAME_MAX}
          value={by}
          onChange={(event) => setBy(event.target.value)}
        />
      </label>
      <div className={c('row')}>
        {decisions.map((is) => (
          <button key={is} type="button" className={c('wide')} onClick={() => decide(is)}>
            {said.decide[is]}
          </button>
        ))}
      </div>
    </details>
  )
}
