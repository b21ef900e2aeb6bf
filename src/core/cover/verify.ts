// Is this plan one that people can do? Asked of the night itself: nothing of the model is known here, so that it cannot share its mistakes.

import type { CoverNight, CoverObligation, CoverPerson, CoverPlan, ReplotChange } from './cover-night.ts'
import { RELEASE_DEPTH } from './cover-night.ts'

export type Fault = {
  readonly what:
    | 'rows'
    | 'history'
    | 'replots'
    | 'absent'
    | 'not ready'
    | 'not able'
    | 'ban'
    | 'lock'
    | 'two at once'
    | 'change'
    | 'number'
    | 'left without need'
    | 'load'
  readonly obligation: string
  readonly person: string | null
  /** For `change`: all that fit pair by pair and not in a row. */
  readonly row?: readonly string[] | undefined
}

type Doing = CoverObligation & { readonly also: readonly string[] }

/** Empty: everybody can do what the plan says. */
export function verify(night: CoverNight, plan: CoverPlan): readonly Fault[] {
  const rows = rowFaults(night, plan)
  if (rows.length > 0) return rows
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const doing = night.obligations.map((one) => plotted(night, plan, one))
  const people = new Map(night.people.map((one) => [one.id, one]))
  const isPast = (one: CoverObligation) => night.now !== null && one.from < night.now
  const told = toldOf(night)
  const faults = doing.flatMap((one): readonly Fault[] => {
    const source = night.obligations.find(({ id }) => id === one.id) ?? one
    const id = who.get(one.id) ?? null
    if (isPast(source)) return id === told(source) ? [] : [fault('history', one, id)]
    const lock = night.locks.find(({ obligation }) => obligation === one.id)
    if (id === null) return []
    const locked = lock && id !== lock.person ? [fault('lock', one, id)] : []
    const person = people.get(id)
    return person
      ? [...locked, ...personFaults(night, one, person, told(source) === id)]
      : [fault('rows', one, id)]
  })
  return [
    ...faults,
    ...bodyFaults(night, doing, who),
    ...numberFaults(night, who, isPast),
    ...leavingFaults(night, who, isPast),
    ...loadFaults(night, who, isPast),
  ]
}

const fault = (what: Fault['what'], { id }: { readonly id: string }, person: string | null): Fault => ({
  what,
  obligation: id,
  person,
})

function toldOf(night: CoverNight) {
  const told = new Map(night.inForce.map(({ obligation, person }) => [obligation, person]))
  return ({ id, owner }: CoverObligation): string | null => (told.has(id) ? (told.get(id) ?? null) : owner)
}

function rowFaults(night: CoverNight, { assignments, replots }: CoverPlan): readonly Fault[] {
  const names = assignments.map(({ obligation }) => obligation)
  const wrong = night.obligations.filter(({ id }) => names.filter((name) => name === id).length !== 1)
  const strange = names.filter((name) => !night.obligations.some(({ id }) => id === name))
  const chosen = night.replots.filter(({ id }) => replots.includes(id))
  const touched = chosen.flatMap(({ changes }) => changes.map(({ obligation }) => obligation))
  const twice = touched.filter((name, index) => touched.indexOf(name) !== index)
  const unknown = replots.filter((id) => !night.replots.some((one) => one.id === id))
  return [
    ...wrong.map((one) => fault('rows', one, null)),
    ...strange.map((id) => fault('rows', { id }, null)),
    ...[...twice, ...unknown].map((id) => fault('replots', { id }, null)),
  ]
}

/** What has begun is as it was plotted, whatever is re-plotted since. */
function plotted(night: CoverNight, { replots }: CoverPlan, one: CoverObligation): Doing {
  const past = night.now !== null && one.from < night.now
  const change: ReplotChange | undefined = past
    ? undefined
    : night.replots
        .filter(({ id }) => replots.includes(id))
        .flatMap(({ changes }) => changes)
        .find(({ obligation }) => obligation === one.id)
  if (!change) return { ...one, also: [] }
  const { from = one.from, to = one.to, placeIn = one.placeIn, placeOut = one.placeOut, also = [] } = change
  return { ...one, from, to, placeIn, placeOut, also }
}

function personFaults(night: CoverNight, one: Doing, who: CoverPerson, keeps: boolean): readonly Fault[] {
  if (who.out || (who.outFrom !== undefined && one.to > who.outFrom)) return [fault('absent', one, who.id)]
  if (night.bans.some(({ obligation, person }) => obligation === one.id && person === who.id))
    return [fault('ban', one, who.id)]
  if (keeps) return []
  if (one.from < (who.readyAt ?? 0)) return [fault('not ready', one, who.id)]
  const able = one.owner === who.id || who.knows.includes(one.id) || one.also.includes(who.id)
  return able ? [] : [fault('not able', one, who.id)]
}

/** A person's whole evening in order: where they are, what they wear, and whether each change fits into one gap. */
function bodyFaults(
  night: CoverNight,
  doing: readonly Doing[],
  who: ReadonlyMap<string, string | null>,
): readonly Fault[] {
  const order = new Map([...night.obligations].sort(byTime).map(({ id }, index) => [id, index]))
  return night.people.flatMap(({ id }) => {
    const evening = doing
      .filter((one) => who.get(one.id) === id)
      .sort((a, b) => a.from - b.from || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    return eveningFaults(night, evening, id)
  })
}

const byTime = (a: CoverObligation, b: CoverObligation) => a.from - b.from || (a.id < b.id ? -1 : 1)

function eveningFaults(night: CoverNight, evening: readonly Doing[], person: string): readonly Fault[] {
  const faults: Fault[] = []
  let worn: { readonly costume: string; readonly at: number } | null = null
  evening.forEach((one, index) => {
    const before = evening[index - 1]
    if (before && one.from < before.to + secondsBetween(night, before.placeOut, one.placeIn))
      faults.push(fault('two at once', one, person))
    if (one.costume === null) return
    if (worn && worn.costume !== one.costume && !fits(night, evening, worn.at, index)) {
      const row = evening.slice(worn.at, index + 1).map(({ id }) => id)
      faults.push({ ...fault('change', one, person), row })
    }
    worn = { costume: one.costume, at: index }
  })
  return faults
}

/** Whole, in one of the gaps between what was last worn and what comes. */
function fits(night: CoverNight, evening: readonly Doing[], from: number, to: number): boolean {
  const change = evening[to]?.change ?? 0
  for (let gap = from; gap < to; gap++) {
    const [before, after] = [evening[gap], evening[gap + 1]]
    if (!before || !after) continue
    const room = after.from - before.to - secondsBetween(night, before.placeOut, after.placeIn)
    if (room >= change) return true
  }
  return false
}

function secondsBetween(night: CoverNight, from: string, to: string): number {
  if (from === to) return 0
  const straight = night.travel.findLast((one) => one.from === from && one.to === to)
  const back = night.travel.find((one) => one.from === to && one.to === from)
  return straight?.seconds ?? back?.seconds ?? Number.POSITIVE_INFINITY
}

/** Nobody takes over in the middle of a number. */
function numberFaults(
  night: CoverNight,
  who: ReadonlyMap<string, string | null>,
  isPast: (one: CoverObligation) => boolean,
): readonly Fault[] {
  const whole = night.obligations.filter((one) => !one.handOver && !isPast(one))
  return whole.flatMap((one) => {
    const does = who.get(one.id) ?? null
    const others = whole.filter(
      (other) => other.track === one.track && other.number === one.number && other.id < one.id,
    )
    const split = others.some((other) => (who.get(other.id) ?? null) !== null && who.get(other.id) !== does)
    return does !== null && split ? [fault('number', one, does)] : []
  })
}

function loadFaults(
  night: CoverNight,
  who: ReadonlyMap<string, string | null>,
  isPast: (one: CoverObligation) => boolean,
): readonly Fault[] {
  const told = toldOf(night)
  return night.people.flatMap(({ id, most }) => {
    const taken = night.obligations.filter(
      (one) => who.get(one.id) === id && told(one) !== id && !isPast(one),
    )
    const tracks = new Set(taken.map(({ track }) => track))
    return most !== undefined && tracks.size > most ? [fault('load', { id: taken[0]?.id ?? '' }, id)] : []
  })
}

/** Whoever is here does what is theirs, unless what somebody could take instead is worth more: see docs/specs/cover.md. */
function leavingFaults(
  night: CoverNight,
  who: ReadonlyMap<string, string | null>,
  isPast: (one: CoverObligation) => boolean,
): readonly Fault[] {
  const told = toldOf(night)
  const left = night.obligations.filter(
    (one) => !isPast(one) && told(one) !== null && who.get(one.id) !== told(one),
  )
  if (left.length === 0) return []
  const free = releasable(night, isPast)
  return left
    .filter(({ id }) => !free.has(id))
    .map((one) => fault('left without need', one, who.get(one.id) ?? null))
}

/** In rounds: what nobody can do, then what people would leave for it, then what would be left for that. */
function releasable(night: CoverNight, isPast: (one: CoverObligation) => boolean): ReadonlySet<string> {
  const told = toldOf(night)
  const coming = night.obligations.filter((one) => !isPast(one))
  const group = (one: CoverObligation) =>
    one.handOver
      ? [one]
      : coming.filter((other) => !other.handOver && other.track === one.track && other.number === one.number)
  const free = new Set<string>()
  const grow = (from: readonly CoverObligation[]) => {
    const fresh = from.flatMap(group).filter(({ id }) => !free.has(id))
    for (const { id } of fresh) free.add(id)
    return [...new Map(fresh.map((one) => [one.id, one])).values()]
  }
  let last = grow(coming.filter((one) => !mayDo(night, told(one), { ...one, also: [] })))
  for (let round = 0; round < RELEASE_DEPTH; round++) {
    last = grow(
      coming.filter((own) => {
        const person = night.people.find(({ id }) => id === told(own))
        return person && last.some((taken) => told(taken) !== person.id && leaves(night, person, own, taken))
      }),
    )
  }
  return free
}

function mayDo(night: CoverNight, id: string | null, one: Doing): boolean {
  const person = night.people.find((each) => each.id === id)
  if (!person) return false
  const lock = night.locks.find(({ obligation }) => obligation === one.id)
  if (lock && lock.person !== id) return false
  const keeps = toldOf(night)(night.obligations.find((each) => each.id === one.id) ?? one) === id
  return personFaults(night, one, person, keeps).length === 0
}

function leaves(
  night: CoverNight,
  person: CoverPerson,
  own: CoverObligation,
  taken: CoverObligation,
): boolean {
  const worth =
    night.release === 'all' ||
    taken.tier > own.tier ||
    (taken.tier === own.tier && person.covers?.includes(taken.track) === true)
  if (!worth) return false
  return versions(night, taken).some(
    (one) =>
      mayDo(night, person.id, one) &&
      versions(night, own).some((mine) => mine.id !== one.id && !inOneEvening(night, mine, one)),
  )
}

/** As plotted, and as each re-plot would have it. */
const versions = (night: CoverNight, one: CoverObligation): readonly Doing[] => [
  { ...one, also: [] },
  ...night.replots
    .filter(({ changes }) => changes.some(({ obligation }) => obligation === one.id))
    .map(({ id }) => plotted(night, { assignments: [], replots: [id] }, one)),
]

function inOneEvening(night: CoverNight, one: Doing, other: Doing): boolean {
  const [first, then] = [one, other].sort(byTime)
  if (!first || !then) return false
  const dressed = first.costume === null || then.costume === null || first.costume === then.costume
  const needs = secondsBetween(night, first.placeOut, then.placeIn) + (dressed ? 0 : then.change)
  return then.from >= first.to + needs
}
