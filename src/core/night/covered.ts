// Cover over the run for those who plan: who took what, what it adds up to, who to put in. Nothing of why, and nothing of whoever is away.

import { type AbsenceState, absenceOf } from '../absence/absence.ts'
import {
  type CoveredPerformance,
  loadRows,
  type PutInReason,
  putIns,
  RUNS_OUT_DAYS,
  tookIn,
} from '../covering/history.ts'
import { sees, type Viewer } from '../disclosure/policy.ts'
import { dayOf } from '../kit/day.ts'
import { type Instant, later, minutes } from '../kit/time.ts'
import type { PersonId, TrackId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { Names } from './seen.ts'
import { tonight } from './tonight.ts'

/** Null while it is not over: then nobody has done it yet. */
export function coveredIn(plan: Plan, state: NightState): CoveredPerformance | null {
  const { opened, closedAt, acts } = state.calling
  if (opened === null || closedAt === null) return null
  // What lies in an act that never went up nobody did.
  const up = new Set(acts.map(({ act }) => act))
  const { items } = tonight(plan, state).timeline
  const played = new Set(items.flatMap(({ id, act, cut }) => (up.has(act) && !cut ? [id] : [])))
  const took = tookIn(plan.show, state.covering, played)
  return { number: opened.number, curtainAt: opened.curtainAt, took }
}

type NamedTrack = { readonly code: string; readonly title: string }
export type CoveredPaper = {
  readonly title: string
  readonly timeZone: string
  readonly nights: number
  readonly people: readonly {
    readonly person: PersonId
    readonly name: string
    readonly nights: number
    readonly tracks: readonly (NamedTrack & {
      readonly times: number
      readonly last: { readonly number: number; readonly curtainAt: Instant }
    })[]
  }[]
  /** No name: whoever has left the company. */
  readonly performances: readonly {
    readonly number: number
    readonly curtainAt: Instant
    readonly took: readonly { readonly name: string | null; readonly code: string; readonly items: number }[]
  }[]
  readonly putIns: readonly {
    /** Two may have one call name. */
    readonly person: PersonId
    readonly name: string
    readonly track: NamedTrack | null
    readonly reason: PutInReason
    readonly until: string | null
  }[]
}

/** Null for whoever does not plan. `performances`: those that are over, newest first. */
export function coveredPaper(
  { show }: Plan,
  { absence }: NightState,
  viewer: Viewer,
  performances: readonly CoveredPerformance[],
  now: Instant,
): CoveredPaper | null {
  if (sees(viewer, 'plans') !== 'all') return null
  const names = new Names(show)
  const tracks = new Map(show.tracks.map(({ id, code, title }) => [id, { code, title }]))
  const track = (id: TrackId): NamedTrack => tracks.get(id) ?? { code: '', title: '' }
  const name = (person: PersonId) => names.callName(person) ?? ''
  const away = awayIn(absence)
  // Of whoever has left the company there is no tally, and what they did stays done.
  const left = performances.flatMap(({ took }) =>
    took.flatMap(({ person }) => (names.callName(person) === null ? [person] : [])),
  )
  const gone = new Set([...away, ...left])
  const listed = putIns({
    ...{ show, performances, away, back: backIn(absence) },
    today: dayOf(now, show.timeZone),
    soon: dayOf(later(now, minutes(RUNS_OUT_DAYS * 24 * 60)), show.timeZone),
  })
  return {
    ...{ title: show.title, timeZone: show.timeZone, nights: performances.length },
    people: loadRows(performances, gone).map(({ person, nights, tracks: own }) => ({
      ...{ person, name: name(person), nights },
      tracks: own.map(({ track: one, times, last }) => ({ ...track(one), times, last })),
    })),
    performances: performances.flatMap(({ number, curtainAt, took }) => {
      const here = took.filter(({ person }) => !away.has(person))
      if (here.length === 0) return []
      const rows = here.map((one) => ({
        ...{ name: names.callName(one.person), code: track(one.track).code, items: one.items },
      }))
      return [{ number, curtainAt, took: rows }]
    }),
    putIns: listed.map(({ person, track: one, reason, until }) => ({
      ...{ person, name: name(person), track: one && track(one), reason, until },
    })),
  }
}

/** Away from tonight on, for however long: every list and tally about them stops (ABSENCE-5). */
const awayIn = (absence: AbsenceState): ReadonlySet<PersonId> =>
  new Set(
    absence.people.flatMap(({ person }) => {
      const said = absenceOf(absence, person)
      return said?.word?.as === 'out' || said?.word?.as === 'sent-home' ? [person] : []
    }),
  )

/** Were away until they returned, and have. */
const backIn = ({ people }: AbsenceState): readonly PersonId[] =>
  people.flatMap(({ person, words }) =>
    words.at(-1)?.word === null && words.some(({ until, word }) => until === 'return' && word !== null)
      ? [person]
      : [],
  )
