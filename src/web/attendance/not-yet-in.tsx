// From the half on: who is not yet in, what is said to the building, who was rung. It is shown to whoever speaks, and nowhere else.

import { type ArrivalStep, personalSteps } from '../../core/attendance/commands.ts'
import type { ArrivalsSection } from '../../core/night/attendance-section.ts'
import { useLink } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import styles from './not-yet-in.module.css'

const c = classes(styles)

type Parts = { readonly arrivals: ArrivalsSection; readonly zone: string }

export function NotYetIn({ arrivals, zone }: Parts) {
  const { arrivals: said } = useWords()
  const link = useLink()
  const { half, people, pagedAt, pagedBy } = arrivals
  const clockOf = (at: typeof half) => formatClock(at, zone, false)
  return (
    <section aria-labelledby="not-yet-in" className={c('panel')}>
      <h2 className={c('heading')} id="not-yet-in">
        {said.title({ clock: clockOf(half) })}
      </h2>
      {people.length === 0 ? (
        <p className={c('small')}>{said.everybodyIn}</p>
      ) : (
        <>
          <p className={c('small')}>{said.page}</p>
          <blockquote className={c('text')}>{said.text}</blockquote>
          <p className={c('line')}>
            <Button
              className={c('said')}
              onClick={() => link.press({ name: 'arrival.note', step: 'paged', person: null })}
            >
              {said.spoken}
            </Button>
            <span role="status" className={c('small')}>
              {pagedAt === null
                ? ''
                : pagedBy === null
                  ? said.spokenAt({ clock: clockOf(pagedAt) })
                  : said.spokenBy({ clock: clockOf(pagedAt), by: pagedBy })}
            </span>
          </p>
          {pagedAt === null ? null : <p className={c('small')}>{said.ring}</p>}
          <ul>
            {people.map((one) => (
              <Person key={one.person} one={one} zone={zone} rings={pagedAt !== null} />
            ))}
          </ul>
          {pagedAt === null ? null : <p className={c('small')}>{said.after}</p>}
        </>
      )}
    </section>
  )
}

type PersonParts = {
  readonly one: ArrivalsSection['people'][number]
  readonly zone: string
  /** The building has been paged: next they are rung. */
  readonly rings: boolean
}

function Person({ one: { person, name, comesAt, done }, zone, rings }: PersonParts) {
  const { arrivals: said } = useWords()
  const link = useLink()
  const lines = [
    ...(comesAt === null ? [] : [said.comesAt({ clock: formatClock(comesAt, zone, false) })]),
    ...done.map(({ step, at, by }) =>
      said.done({ step: wordsOf(said.steps, step), clock: formatClock(at, zone, false), by }),
    ),
  ]
  return (
    <li className={c('person')}>
      <div className={c('who')}>
        <p className={c('name')}>{name}</p>
        <p className={c('small', 'done')}>{lines.join(' · ')}</p>
      </div>
      {rings ? (
        <div className={c('steps')}>
          {personalSteps.map((step) => (
            <Button
              key={step}
              aria-label={said.stepOf({ name, step: said.steps[step] })}
              onClick={() => link.press({ name: 'arrival.note', step, person })}
            >
              {said.steps[step]}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  )
}

/** The building is paged for nobody by name, so that step has no words here. */
const wordsOf = (steps: Readonly<Record<(typeof personalSteps)[number], string>>, step: ArrivalStep) =>
  step === 'paged' ? '' : steps[step]
