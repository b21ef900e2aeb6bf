// A new production in six questions, one field to a screen; any of them may be left for later.

import { type FormEvent, type ReactNode, useState } from 'react'
import type { Country } from '../../core/show/show.ts'
import { classes } from '../ui/classes.ts'
import { curtainOf, minutesUntil } from './curtain.ts'
import { meant, NamesField, NamesRead, useNames } from './names.tsx'
import { askOffice, type BookAnswer, freshKey } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import { words } from './show-words.ts'

const c = classes(styles)
const q = words.questions

type Answers = {
  readonly title: string
  readonly venue: string
  readonly country: Country
  readonly curtain: string
  readonly caller: string
}

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

const asFirst: Answers = {
  title: '',
  venue: '',
  country: timeZone.startsWith('America/') ? 'US' : 'GB',
  curtain: '19:30',
  caller: '',
}

const ALL = 6

export function Begin({ leave }: { readonly leave: () => void }) {
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState(asFirst)
  const [refused, refuse] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [key] = useState(freshKey)
  const names = useNames()
  const set = (to: Partial<Answers>) => setAnswers({ ...answers, ...to })
  const open = async (then: string) => {
    setBusy(true)
    const [venue = '', ...address] = answers.venue.trim().split('\n')
    const { title, country, caller } = answers
    const told = await askOffice<BookAnswer>('begin', {
      id: key,
      details: { title, venue: venue.trim(), address: address.join('\n').trim(), country, timeZone },
      caller,
      people: meant(names.people ?? []),
      curtainAt: curtainOf(answers.curtain, Date.now()),
    })
    if (told.ok) return location.assign(then)
    setBusy(false)
    refuse(told.sentence)
  }
  const isLast = at === ALL - 1
  const unread = names.text.trim() !== '' && names.people === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isLast) setAt(at + 1)
    else if (unread) void names.read()
    else void open('/show')
  }
  return (
    <main className={c('page', !(isLast && names.people) && 'narrow')}>
      <p className={c('name')}>{q.of(at + 1, ALL)}</p>
      <form className={c('form')} onSubmit={submit}>
        <Question
          key={at}
          at={at}
          answers={answers}
          set={set}
          names={<NamesField names={names} label={q.names} />}
        />
        {isLast ? <NamesRead names={names} /> : null}
        <Refusal sentence={refused} />
        <div className={c('acts')}>
          <Press onClick={() => (at === 0 ? leave() : setAt(at - 1))}>{words.back}</Press>
          <Press main type="submit" disabled={busy}>
            {busy ? q.opening : !isLast ? words.next : unread ? q.read : q.open}
          </Press>
        </div>
      </form>
      <div className={c('acts')}>
        <Press disabled={busy} onClick={() => void open('/show#cues')}>
          {q.skip}
        </Press>
        <span className={c('hint')}>{q.skipHint}</span>
      </div>
    </main>
  )
}

function Question({
  at,
  answers,
  set,
  names,
}: {
  readonly at: number
  readonly answers: Answers
  readonly set: (to: Partial<Answers>) => void
  readonly names: ReactNode
}) {
  switch (at) {
    case 0:
      return <Line ask={q.title} hint={q.titleHint} value={answers.title} write={(title) => set({ title })} />
    case 1:
      return (
        <Ask ask={q.venue} hint={q.venueHint}>
          <textarea
            className={c('field')}
            aria-label={q.venue}
            // biome-ignore lint/a11y/noAutofocus: one field to a screen, and it is what the screen is for.
            autoFocus
            value={answers.venue}
            onChange={(event) => set({ venue: event.target.value })}
          />
        </Ask>
      )
    case 2:
      return <CountryField value={answers.country} choose={(country) => set({ country })} />
    case 3:
      return (
        <Line
          ask={q.curtain}
          hint={curtainWords(answers.curtain)}
          type="time"
          value={answers.curtain}
          write={(curtain) => set({ curtain })}
        />
      )
    case 4:
      return (
        <Line ask={q.caller} hint={q.callerHint} value={answers.caller} write={(caller) => set({ caller })} />
      )
    default:
      return (
        <Ask ask={q.names} hint={q.namesHint}>
          {names}
        </Ask>
      )
  }
}

function curtainWords(time: string): string {
  const at = curtainOf(time, Date.now())
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return q.curtainIs(isToday ? q.today : q.tomorrow, q.inWords(minutesUntil(at, Date.now())))
}

function Ask({
  ask,
  hint,
  children,
}: {
  readonly ask: string
  readonly hint: string
  readonly children: ReactNode
}) {
  return (
    <>
      <h1 className={c('question')}>{ask}</h1>
      <p className={c('hint')}>{hint}</p>
      {children}
    </>
  )
}

function Line({
  ask,
  hint,
  value,
  write,
  type = 'text',
}: {
  readonly ask: string
  readonly hint: string
  readonly value: string
  readonly write: (value: string) => void
  readonly type?: 'text' | 'time'
}) {
  return (
    <Ask ask={ask} hint={hint}>
      <input
        className={c('field')}
        type={type}
        aria-label={ask}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: one field to a screen, and it is what the screen is for.
        autoFocus
        maxLength={200}
        value={value}
        onChange={(event) => write(event.target.value)}
      />
    </Ask>
  )
}

function CountryField({
  value,
  choose,
}: {
  readonly value: Country
  readonly choose: (value: Country) => void
}) {
  return (
    <Ask ask={q.country} hint={q.countryHint}>
      <fieldset className={c('list')} aria-label={q.country}>
        {(['GB', 'US'] as const).map((country) => (
          <label key={country} className={c('choice')}>
            <input
              type="radio"
              name="country"
              // biome-ignore lint/a11y/noAutofocus: one field to a screen, and it is what the screen is for.
              autoFocus={country === value}
              checked={country === value}
              onChange={() => choose(country)}
            />
            {q.countries[country]}
          </label>
        ))}
      </fieldset>
    </Ask>
  )
}
