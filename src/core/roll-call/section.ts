// What of a roll call each who takes part may see: all of it; at a point whoever is not seen yet; a chaperone the children in their care.

import { may, type Scope, sees, type Viewer } from '../disclosure/policy.ts'
import type { Duration, Instant } from '../kit/time.ts'
import { between } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import { type Listed, personKey, type RollCallId, type RollRecord, type Who } from './record.ts'
import { accountedAt, isSeen, type Roll, rollOf } from './roll.ts'
import {
  begunAt,
  isNamedSteward,
  openRollCall,
  type RollCall,
  type RollCallState,
  wholeRollCalls,
} from './roll-call.ts'

/** In the table of drills; the newest. */
export const EARLIER_MAX = 20

export type RollCallSection = {
  readonly me: { readonly device: string; readonly person: PersonId | null; readonly name: string | null }
  readonly mayHold: boolean
  readonly mayRecord: boolean
  readonly open: {
    /** What is written goes to this one. */
    readonly id: RollCallId
    readonly records: readonly RollRecord[]
    /** People whom this viewer is shown no more: they were seen, by others. */
    readonly hidden: number
  } | null
  /** Before one begins, for those who may know it anyway: who is in. Kept on the device, it begins without the house. */
  readonly ready: readonly Listed[] | null
  /** Who can be named: for those who know the company anyway. */
  readonly stewards: readonly { readonly person: PersonId; readonly name: string }[]
  readonly earlier: readonly RollCallTimes[]
}

/** How long it took, and of nobody how long they took. */
export type RollCallTimes = {
  readonly at: Instant
  readonly of: number
  readonly seen: number
  readonly points: number
  readonly swept: number
  readonly added: number
  readonly first: Duration | null
  readonly half: Duration | null
  readonly ninety: Duration | null
  readonly complete: Duration | null
}

export type RollCallWorld = {
  readonly now: Instant
  /** Asked for only where somebody is shown it. */
  readonly ready: () => readonly Listed[]
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
}

/** Null: nothing at all, and the same whether one goes on or not. */
export function rollCallSection(
  state: RollCallState,
  viewer: Viewer,
  { now, ready, people }: RollCallWorld,
): RollCallSection | null {
  const open = openRollCall(state, now)
  const scope = scopeOf(viewer, open)
  if (scope === null) return null
  const { device, person } = viewer
  const name = people.find((one) => one.person === person)?.name ?? null
  const first = open?.[0]
  return {
    me: { device, person, name },
    mayHold: may(viewer, 'hold a roll call'),
    mayRecord: may(viewer, 'record at a roll call') || scope === 'side',
    open:
      open && first
        ? {
            id: first.id,
            ...shown(
              open.flatMap(({ records }) => records),
              scope,
              viewer,
            ),
          }
        : null,
    ready: scope === 'all' && open === null ? ready() : null,
    stewards: may(viewer, 'hold a roll call') && scope === 'all' && open !== null ? people : [],
    earlier: scope === 'all' ? timesOf(state) : [],
  }
}

/** By role, or at a point because whoever holds it has named them. */
function scopeOf(viewer: Viewer, open: readonly RollCall[] | null): Scope {
  const scope = sees(viewer, 'roll call')
  const isNamed = open?.some((one) => isNamedSteward(viewer, one)) === true
  return isNamed && scope !== 'all' ? 'side' : scope
}

function shown(
  records: readonly RollRecord[],
  scope: Exclude<Scope, null>,
  viewer: Viewer,
): { readonly records: readonly RollRecord[]; readonly hidden: number } {
  if (scope === 'all') return { records, hidden: 0 }
  const roll = rollOf(records)
  const keep = new Set(scope === 'side' ? atPoint(roll, viewer) : wards(roll, viewer))
  const kept = records.flatMap((one): readonly RollRecord[] => {
    if (one.what.kind === 'listed')
      return [{ ...one, what: { ...one.what, people: one.what.people.filter(({ who }) => keep.has(who)) } }]
    return 'who' in one.what && !keep.has(one.what.who) ? [] : [one]
  })
  return { records: kept, hidden: scope === 'side' ? roll.of - keep.size : 0 }
}

/** Whoever is not seen yet, and whom this device has seen itself: the rest need nobody's looking for. */
const atPoint = ({ lines }: Roll, { device }: Viewer): readonly Who[] =>
  lines
    .filter((line) => !isSeen(line) || line.seen.some((one) => one.device === device))
    .map(({ who }) => who)

const wards = ({ lines }: Roll, { person }: Viewer): readonly Who[] =>
  lines
    .filter(({ chaperone, who }) => person !== null && (chaperone === person || who === personKey(person)))
    .map(({ who }) => who)

const timesOf = (state: RollCallState): readonly RollCallTimes[] =>
  wholeRollCalls(state)
    .slice(-EARLIER_MAX)
    .toReversed()
    .flatMap((all) => {
      const at = all[0] ? begunAt(all[0]) : null
      return at === null ? [] : [rollTimes(at, rollOf(all.flatMap(({ records }) => records)))]
    })

/** From its beginning: the first, half of them, nine in ten, all. What was not reached has no time. */
export function rollTimes(at: Instant, roll: Roll): RollCallTimes {
  const times = roll.lines.flatMap((line) => accountedAt(line) ?? []).toSorted((one, other) => one - other)
  const by = (count: number): Duration | null => {
    const reached = times[Math.max(1, count) - 1]
    return reached === undefined ? null : between(at, reached)
  }
  return {
    ...{ at, of: roll.of, seen: roll.seen, points: roll.points.length, swept: roll.swept.length },
    added: roll.lines.filter(({ added }) => added).length,
    first: by(1),
    half: by(Math.ceil(roll.of / 2)),
    ninety: by(Math.ceil(roll.of * 0.9)),
    complete: roll.of === 0 ? null : by(roll.of),
  }
}
