// Line notes by person, for whoever is on the book: handed over on a slip, or of no use after all.

import type { LineNotesSection } from '../../core/night/line-notes.ts'
import { useLink, useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button, Freshness } from '../ui/frame.tsx'
import { Printed } from '../ui/printed.tsx'
import styles from './line-notes.module.css'

const c = classes(styles)

type Line = LineNotesSection['notes'][number]

export function LineNotesScreen() {
  const { lineNotes: said, papers } = useWords()
  const { lineNotes, position } = useSession((state) => state.sections)
  const presses = useSession((state) => state.presses)
  const wrong = presses.findLast(
    ({ command, outcome }) => command.name === 'line.settle' && outcome !== null && outcome.kind !== 'done',
  )?.outcome
  if (!lineNotes || !position) return <p className={c('screen')}>{said.noneHere}</p>
  const settled = lineNotes.notes.filter(({ state }) => state !== 'open')
  return (
    <main className={c('screen')}>
      <title>{said.pageTitle({ title: position.title })}</title>
      <div className={c('tools')}>
        <a href="/">{papers.back}</a>
        <Button onClick={() => window.print()}>{said.print}</Button>
        <span className={c('gap')} />
        <Freshness />
      </div>
      <h1 className={c('title')}>{said.title}</h1>
      <p className={c('hint')}>{said.hint}</p>
      <p role="status">{wrong && 'sentence' in wrong ? wrong.sentence : ''}</p>
      {lineNotes.notes.length === 0 ? <p className={c('quiet')}>{said.none}</p> : null}
      {slipsOf(lineNotes.notes).map((slip) => (
        <Slip key={slip.key} name={slip.name} notes={slip.notes} zone={position.timeZone} />
      ))}
      {settled.length > 0 ? (
        <section className={c('slip', 'settled')} aria-label={said.settled}>
          <h2 className={c('name')}>{said.settled}</h2>
          <ul className={c('notes')}>
            {settled.map((note) => (
              <Note key={note.note} note={note} zone={position.timeZone} />
            ))}
          </ul>
        </section>
      ) : null}
    </main>
  )
}

type SlipOf = { readonly key: string; readonly name: string; readonly notes: readonly Line[] }

/** What is still to be given, a slip for each. */
function slipsOf(notes: readonly Line[]): readonly SlipOf[] {
  const open = notes.filter(({ state, person }) => state === 'open' && person !== null)
  return [...new Set(open.map(({ person }) => person))].map((person) => {
    const own = open.filter((one) => one.person === person)
    return { key: String(person), name: own[0]?.name ?? '', notes: own }
  })
}

function Slip({ name, notes, zone }: Omit<SlipOf, 'key'> & { readonly zone: string }) {
  const { lineNotes: said } = useWords()
  const link = useLink()
  const all = () => {
    for (const { note } of notes) link.press({ name: 'line.settle', note, as: 'given' })
  }
  return (
    <section className={c('slip')} aria-label={name}>
      <h2 className={c('name')}>{name}</h2>
      <ul className={c('notes')}>
        {notes.map((note) => (
          <Note key={note.note} note={note} zone={zone} />
        ))}
      </ul>
      <Printed />
      <div className={c('acts')}>
        <Button onClick={all}>{said.giveAll({ name })}</Button>
      </div>
    </section>
  )
}

function Note({ note, zone }: { readonly note: Line; readonly zone: string }) {
  const { lineNotes: said, taking } = useWords()
  const link = useLink()
  const settle = (as: Line['state']) => link.press({ name: 'line.settle', note: note.note, as })
  const mark = note.mark === null ? '' : taking.lineMarks[note.mark]
  const what = note.person === null ? said.forgotten : [mark, note.words].filter((one) => one).join(', ')
  return (
    <li className={c('note')}>
      <span className={c('words')}>
        {what}
        {note.line === null ? null : <span className={c('quiet')}> “{note.line}”</span>}{' '}
        <span className={c('quiet')}>
          {note.state === 'open' ? '' : `${note.name} · ${said.settledIs[note.state]} · `}
          {formatClock(note.at, zone, false)}
        </span>
      </span>
      <span className={c('acts')}>
        {note.state === 'open' ? (
          <>
            <Button onClick={() => settle('given')}>{said.give}</Button>
            <Button onClick={() => settle('not needed')}>{said.drop}</Button>
          </>
        ) : (
          <Button onClick={() => settle('open')}>{said.back}</Button>
        )}
      </span>
    </li>
  )
}
