// What is said of somebody's coming, and the steps at the half with whoever is not in yet.

import { refused } from '../kit/result.ts'
import { instant } from '../kit/time.ts'
import { ARRIVALS_MAX, type AttendanceCommand, AWAY_MS_MAX, ON_CALL_MINUTES_MAX } from './commands.ts'
import { type AttendanceContext, type Decision, happened } from './decision.ts'
import type { Via } from './events.ts'
import { type AttendanceState, marksOf, statusOf } from './state.ts'

type Of<Name extends AttendanceCommand['name']> = Extract<AttendanceCommand, { name: Name }>

/** `via`: whose word it is; somebody may say it. */
export function announce(
  state: AttendanceState,
  command: Of<'sign.announce'>,
  context: AttendanceContext,
  via: Via | null,
): Decision {
  const { person, as } = command
  const { at: now, madeAt, by } = context
  const status = statusOf(marksOf(state, { person }))
  if (via === null || ((as === 'later' || as === 'not tonight') && (status === 'in' || status === 'away')))
    return refused('is-in', 'Signed in already: sign out instead, or take the sign back.')
  const wrong = notThen(command, now) ?? notSoSoon(command)
  if (wrong) return wrong
  const timed = as === 'later' || as === 'on call'
  const body = {
    ...{ person, as, via, place: by.place },
    saidAt: instant(Math.min(madeAt, now)),
    at: timed ? command.at : null,
    minutes: as === 'on call' ? command.minutes : null,
  }
  return happened({ type: 'person.announced', v: 1, body })
}

function notThen({ as, at }: Of<'sign.announce'>, now: number): Decision | null {
  if (as !== 'later' && (as !== 'on call' || at === null)) return null
  if (at !== null && at > now && at - now <= AWAY_MS_MAX) return null
  return refused('not-then', 'When? Say a time from now on, and today.')
}

const notSoSoon = ({ as, minutes }: Of<'sign.announce'>): Decision | null =>
  as !== 'on call' || (minutes !== null && minutes >= 1 && minutes <= ON_CALL_MINUTES_MAX)
    ? null
    : refused(
        'not-so-soon',
        `On call is whoever is here within 1 to ${ON_CALL_MINUTES_MAX} minutes of a call.`,
      )

/** Written down by whoever has spoken or rung; nothing is ever spoken or rung by itself. */
export function arrivalNote(
  state: AttendanceState,
  { step, person }: Of<'arrival.note'>,
  { show }: AttendanceContext,
): Decision {
  if ((state.arrivals ?? []).length >= ARRIVALS_MAX)
    return refused('many-arrivals', 'No more of that is written down tonight. Go on with a pencil.')
  if (step !== 'paged' && person === null) return refused('nobody', 'Say of whom.')
  if (person !== null && !show.people.some(({ id }) => id === person))
    return refused('no-such-person', 'There is nobody of that name in the show.')
  return happened({ type: 'arrival.noted', v: 1, body: { step, person: step === 'paged' ? null : person } })
}
