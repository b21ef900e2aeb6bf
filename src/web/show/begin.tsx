// A new production in six questions, one field to a screen; any of them may be left for later.

import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import type { Country } from '../../core/show/show.ts'
import { speakAsIn, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { KindField } from '../ui/kind-field.tsx'
import { type Answers, keepBegun, QUESTIONS, readBegun } from './begun-kept.ts'
import { curtainOf, minutesUntil } from './curtain.ts'
import { meant, type Names, NamesField, NamesRead, useNames } from './names.tsx'
import { askOffice, type BookAnswer, freshKey } from './office.ts'
import { Press, Refusal } from './parts.tsx'
import styles from './show.module.css'

const c = classes(styles)

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

const asFirst: Answers = {
  title: '',
  venue: '',
  country: timeZone.startsWith('America/') ? 'US' : 'GB',
  curtain: '19:30',
  caller: '',
  kind: 'show',
}

export function Begin({ leave }: { readonly leave: () => void }) {
  const [begun] = useState(readBegun)
  const [at, setAt] = useState(begun?.at ?? 0)
  const [answers, setAnswers] = useState(begun?.answers ?? asFirst)
  const names = useNames(begun?.names)
  useEffect(() => keepBegun({ at, answers, names: names.text }), [at, answers, names.text])
  // Each question after the country is asked in its words.
  useEffect(() => speakAsIn(answers.country), [answers.country])
  const { refused, busy, open } = useOpening(answers, names)
  const { questions, back, next } = words().office
  const toTheDoors = () => {
    keepBegun({ at: null, answers, names: names.text })
    leave()
  }
  const isLast = at === QUESTIONS - 1
  const unread = names.text.trim() !== '' && names.people === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isLast) setAt(at + 1)
    else if (unread) void names.read()
    else void open('/show')
  }
  return (
    <main className={c('page', !(isLast && names.people) && 'narrow')}>
      <p className={c('name')}>{questions.of({ at: at + 1, all: QUESTIONS })}</p>
      <form className={c('form')} onSubmit={submit}>
        <Question
          key={at}
          at={at}
          answers={answers}
          set={(to) => setAnswers({ ...answers, ...to })}
          names={<NamesField names={names} label={questions.names} />}
        />
        {isLast ? <NamesRead names={names} /> : null}
        <Refusal sentence={refused} />
        <div className={c('acts')}>
          <Press onClick={() => (at === 0 ? toTheDoors() : setAt(at - 1))}>{back}</Press>
          <Press main type="submit" disabled={busy}>
            {busy ? questions.opening : !isLast ? next : unread ? questions.read : questions.open}
          </Press>
        </div>
      </form>
      <div className={c('acts')}>
        <Press disabled={busy} onClick={() => void open('/show#cues')}>
          {questions.skip}
        </Press>
        <span className={c('hint')}>{questions.skipHint}</span>
      </div>
    </main>
  )
}

/** Opens the show with what was answered so far, and goes on to `then`. */
function useOpening(answers: Answers, names: Names) {
  const [refused, refuse] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [key] = useState(freshKey)
  const open = async (then: string) => {
    setBusy(true)
    const [venue = '', ...address] = answers.venue.trim().split('\n')
    const { title, country, caller, kind } = answers
    const told = await askOffice<BookAnswer>('begin', {
      id: key,
      details: { title, venue: venue.trim(), address: address.join('\n').trim(), country, timeZone },
      caller,
      kind,
      people: meant(names.people ?? []),
      curtainAt: curtainOf(answers.curtain, Date.now()),
    })
    if (told.ok) {
      keepBegun(null)
      return location.assign(then)
    }
    setBusy(false)
    refuse(told.sentence)
  }
  return { refused, busy, open }
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
  const { questions } = words().office
  switch (at) {
    case 0:
      return (
        <Line
          ask={questions.title}
          hint={questions.titleHint}
          value={answers.title}
          write={(title) => set({ title })}
        />
      )
    case 1:
      return <VenueField value={answers.venue} write={(venue) => set({ venue })} />
    case 2:
      return <CountryField value={answers.country} choose={(country) => set({ country })} />
    case 3:
      return <CurtainField {...answers} set={set} />
    case 4:
      return (
        <Line
          ask={questions.caller}
          hint={questions.callerHint}
          value={answers.caller}
          write={(caller) => set({ caller })}
        />
      )
    default:
      return (
        <Ask ask={questions.names} hint={questions.namesHint}>
          {names}
        </Ask>
      )
  }
}

function VenueField({ value, write }: { readonly value: string; readonly write: (value: string) => void }) {
  const { venue, venueHint } = words().office.questions
  return (
    <Ask ask={venue} hint={venueHint}>
      <textarea
        className={c('field')}
        aria-label={venue}
        // biome-ignore lint/a11y/noAutofocus: one field to a screen, and it is what the screen is for.
        autoFocus
        value={value}
        onChange={(event) => write(event.target.value)}
      />
    </Ask>
  )
}

function curtainWords(time: string): string {
  const at = curtainOf(time, Date.now())
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return words().office.questions.curtainIs({
    day: isToday ? words().office.questions.today : words().office.questions.tomorrow,
    left: words().office.questions.inWords({ minutes: minutesUntil(at, Date.now()) }),
  })
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

/** When the curtain is, and of what: a show begins in rehearsal as often as not. */
function CurtainField({
  curtain,
  kind,
  set,
}: Pick<Answers, 'curtain' | 'kind'> & { readonly set: (to: Partial<Answers>) => void }) {
  const { questions } = words().office
  return (
    <>
      <Line
        ask={questions.curtain}
        hint={curtainWords(curtain)}
        type="time"
        value={curtain}
        write={(to) => set({ curtain: to })}
      />
      <KindField
        className={c('field')}
        labelClass={c('hint')}
        kind={kind}
        choose={(to) => set({ kind: to })}
      />
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
    <Ask ask={words().office.questions.country} hint={words().office.questions.countryHint}>
      <fieldset className={c('list')} aria-label={words().office.questions.country}>
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
            {words().office.questions.countries[country]}
          </label>
        ))}
      </fieldset>
    </Ask>
  )
}
