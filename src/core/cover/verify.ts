// Is this plan one that people can do? Asked of the night itself: nothing of the model is known here, so that it cannot share its mistakes.

import type { CoverNight, CoverObligation, CoverPerson, CoverPlan, ReplotChange } from './cover-night.ts'
import { RELEASE_DEPTH } from './cover-night.ts'
import { meansFaults, type Played, propFaults } from './verify-means.ts'

export type Fault = {
  readonly what:
    | 'rows'
    | 'history'
    | 'replots'
    | 'not here'
    | 'not ready'
    | 'not able'
    | 'ban'
    | 'lock'
    | 'two at once'
    | 'change'
    | 'number'
    | 'left without need'
    | 'load'
    | 'means'
    | 'dressing'
    | 'prop'
  readonly obligation: string
  readonly person: string | null
  /** For `change`: all that fit pair by pair and not in a row. */
  readonly row?: readonly string[] | undefined
  /** For `means`: what there is not enough of, and when. */
  readonly means?: string | undefined
  readonly at?: number | undefined
  /** For `prop`: what is not there, and where it is. */
  readonly prop?: string | undefined
  readonly lies?: string | undefined
}

type Doing = CoverObligation & { readonly also: readonly string[] }

type Who = ReadonlyMap<string, string | null>

/** The night with what is looked up again and again. */
type Known = {
  readonly night: CoverNight
  readonly people: ReadonlyMap<string, CoverPerson>
  readonly able: ReadonlyMap<string, ReadonlySet<string>>
  readonly banned: ReadonlySet<string>
  /** The place of each in the evening. */
  readonly order: ReadonlyMap<string, number>
  readonly told: (one: CoverObligation) => string | null
  readonly isPast: (one: CoverObligation) => boolean
  readonly plotted: ReadonlyMap<string, CoverObligation>
  readonly walk: (from: string, to: string) => number
  /** What is done by one person, up to the next point where another may take over. */
  readonly stretch: (one: CoverObligation) => string
  /** What may be left for something that is worth more; see `releasable`. */
  readonly released: () => ReadonlySet<string>
}

function knownOf(night: CoverNight): Known {
  const told = new Map(night.inForce.map(({ obligation, person }) => [obligation, person]))
  const plotted = new Map(night.obligations.map((one) => [one.id, one]))
  const walks = new Map<string, Map<string, number>>()
  const walked = (from: string, to: string, seconds: number) =>
    void walks.set(from, (walks.get(from) ?? new Map<string, number>()).set(to, seconds))
  for (const { from, to, seconds } of night.travel) walked(to, from, seconds)
  // Said in this direction it counts before what is said in the other.
  for (const { from, to, seconds } of night.travel) walked(from, to, seconds)
  let released: ReadonlySet<string> | undefined
  const known: Known = {
    night,
    people: new Map(night.people.map((one) => [one.id, one])),
    able: new Map(night.people.map(({ id, knows }) => [id, new Set(knows)])),
    banned: new Set(night.bans.map(({ obligation, person }) => `${obligation}\n${person}`)),
    order: new Map([...night.obligations].sort(byTime).map(({ id }, index) => [id, index])),
    told: ({ id, owner }) => (told.has(id) ? (told.get(id) ?? null) : owner),
    isPast: ({ id }) => night.now !== null && (plotted.get(id)?.from ?? 0) < night.now,
    plotted,
    stretch: stretchesOf(night),
    walk: (from, to) => (from === to ? 0 : (walks.get(from)?.get(to) ?? Number.POSITIVE_INFINITY)),
    released: () => {
      released ??= releasable(known)
      return released
    },
  }
  return known
}

function stretchesOf(night: CoverNight): Known['stretch'] {
  const names = new Map<string, string>()
  const points = new Map<string, string>()
  for (const one of [...night.obligations].sort(byTime)) {
    const whole = `${one.track}\n${one.number}`
    if (one.handOver) points.set(whole, one.id)
    names.set(one.id, `${whole}\n${points.get(whole) ?? ''}`)
  }
  return ({ id }) => names.get(id) ?? id
}

/** Empty: everybody can do what the plan says. */
export const verify = (night: CoverNight, plan: CoverPlan): readonly Fault[] => verifierOf(night)(plan)

/** For several plans of one night: what is the same for all of them is worked out once. */
export function verifierOf(night: CoverNight): (plan: CoverPlan) => readonly Fault[] {
  const known = knownOf(night)
  return (plan) => {
    const rows = rowFaults(night, plan)
    return rows.length > 0 ? rows : planFaults(known, plan)
  }
}

function planFaults(known: Known, plan: CoverPlan): readonly Fault[] {
  const { night } = known
  const who = new Map(plan.assignments.map(({ obligation, person }) => [obligation, person]))
  const doing = night.obligations.map((one) => plotted(known, plan.replots, one))
  return [
    ...doing.flatMap((one) => spotFaults(known, one, who.get(one.id) ?? null)),
    ...bodyFaults(known, doing, who),
    ...numberFaults(known, who),
    ...leavingFaults(known, who),
    ...loadFaults(known, who),
    ...thingFaults(known, plan, doing, who),
  ]
}

function thingFaults(known: Known, { replots }: CoverPlan, doing: readonly Doing[], who: Who) {
  const { night, isPast, walk } = known
  if (!night.means?.length && !night.props?.length) return []
  const told = new Map(night.obligations.map((one) => [one.id, known.told(one)]))
  const inOrder = (all: readonly CoverObligation[]) => [...all].sort(inPlace(known))
  const played: Played = { night, doing: inOrder(doing), who, told, replots, isPast, walk }
  const book: Played = { ...played, doing: inOrder(night.obligations), who: told, replots: [] }
  return [...meansFaults(played, book), ...propFaults(played, book)]
}

function spotFaults(known: Known, one: Doing, id: string | null): readonly Fault[] {
  const told = known.told(one)
  if (known.isPast(one)) return id === told ? [] : [fault('history', one, id)]
  if (id === null) return []
  const lock = known.night.locks.find(({ obligation }) => obligation === one.id)
  const locked = lock && id !== lock.person ? [fault('lock', one, id)] : []
  const person = known.people.get(id)
  return person ? [...locked, ...personFaults(known, one, person, told === id)] : [fault('rows', one, id)]
}

const fault = (what: Fault['what'], { id }: { readonly id: string }, person: string | null): Fault => ({
  what,
  obligation: id,
  person,
})

function rowFaults(night: CoverNight, { assignments, replots }: CoverPlan): readonly Fault[] {
  const times = new Map<string, number>()
  for (const { obligation } of assignments) times.set(obligation, (times.get(obligation) ?? 0) + 1)
  const wrong = night.obligations.filter(({ id }) => times.get(id) !== 1)
  const asked = new Set(night.obligations.map(({ id }) => id))
  const strange = [...times.keys()].filter((name) => !asked.has(name))
  const chosen = night.replots.filter(({ id }) => replots.includes(id))
  const touched = chosen.flatMap(({ changes, presets = [] }) => [
    ...changes.map(({ obligation }) => obligation),
    ...presets.map(({ prop }) => `prop\n${prop}`),
  ])
  const twice = touched.filter((name, index) => touched.indexOf(name) !== index)
  const unknown = replots.filter((id) => !night.replots.some((one) => one.id === id))
  return [
    ...wrong.map((one) => fault('rows', one, null)),
    ...strange.map((id) => fault('rows', { id }, null)),
    ...[...twice, ...unknown].map((id) => fault('replots', { id }, null)),
  ]
}

/** What has begun is as it was plotted, whatever is re-plotted since. */
function plotted({ night, isPast }: Known, replots: readonly string[], one: CoverObligation): Doing {
  const change: ReplotChange | undefined = isPast(one)
    ? undefined
    : night.replots
        .filter(({ id }) => replots.includes(id))
        .flatMap(({ changes }) => changes)
        .find(({ obligation }) => obligation === one.id)
  if (!change) return { ...one, also: [] }
  const { from = one.from, to = one.to, placeIn = one.placeIn, placeOut = one.placeOut, also = [] } = change
  return { ...one, from, to, placeIn, placeOut, also }
}

function personFaults(known: Known, one: Doing, who: CoverPerson, keeps: boolean): readonly Fault[] {
  if (who.out || (who.outFrom !== undefined && one.to > who.outFrom)) return [fault('not here', one, who.id)]
  if (known.banned.size > 0 && known.banned.has(`${one.id}\n${who.id}`)) return [fault('ban', one, who.id)]
  if (keeps) return []
  if (one.from < (who.readyAt ?? 0)) return [fault('not ready', one, who.id)]
  return isAble(known, one, who.id) ? [] : [fault('not able', one, who.id)]
}

const isAble = ({ able }: Known, one: Doing, id: string): boolean =>
  one.owner === id || able.get(id)?.has(one.id) === true || one.also.includes(id)

/** A person's whole evening in order: where they are, what they wear, and whether each change fits into one gap. */
function bodyFaults(known: Known, doing: readonly Doing[], who: Who): readonly Fault[] {
  const evenings = new Map<string, Doing[]>()
  for (const one of doing) push(evenings, who.get(one.id) ?? '', one)
  return known.night.people.flatMap(({ id }) =>
    eveningFaults(known, (evenings.get(id) ?? []).sort(inPlace(known)), id),
  )
}

/** By when it begins; as plotted where that is the same. */
const inPlace =
  ({ order }: Known) =>
  (a: CoverObligation, b: CoverObligation): number =>
    a.from - b.from || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)

const byTime = (a: CoverObligation, b: CoverObligation) => a.from - b.from || (a.id < b.id ? -1 : 1)

function eveningFaults(known: Known, evening: readonly Doing[], person: string): readonly Fault[] {
  const faults: Fault[] = []
  let worn: { readonly costume: string; readonly at: number } | null = null
  evening.forEach((one, index) => {
    const before = evening[index - 1]
    if (before && one.from < before.to + known.walk(before.placeOut, one.placeIn))
      faults.push(fault('two at once', one, person))
    if (one.costume === null) return
    if (worn && worn.costume !== one.costume && !fits(known, evening, worn.at, index)) {
      const row = evening.slice(worn.at, index + 1).map(({ id }) => id)
      faults.push({ ...fault('change', one, person), row })
    }
    worn = { costume: one.costume, at: index }
  })
  return faults
}

/** Whole, in one of the gaps between what was last worn and what comes. */
function fits(known: Known, evening: readonly Doing[], from: number, to: number): boolean {
  const change = evening[to]?.change ?? 0
  for (let gap = from; gap < to; gap++) {
    const [before, after] = [evening[gap], evening[gap + 1]]
    if (!before || !after) continue
    const room = after.from - before.to - known.walk(before.placeOut, after.placeIn)
    if (room >= change) return true
  }
  return false
}

/** Nobody takes over in the middle of a number. */
function numberFaults({ night, isPast, stretch }: Known, who: Who): readonly Fault[] {
  const hands = new Map<string, string>()
  return night.obligations.flatMap((one) => {
    const does = who.get(one.id) ?? null
    if (does === null || isPast(one)) return []
    const name = stretch(one)
    const first = hands.get(name) ?? does
    hands.set(name, first)
    return first === does ? [] : [fault('number', one, does)]
  })
}

function loadFaults({ night, told, isPast }: Known, who: Who): readonly Fault[] {
  return night.people.flatMap(({ id, most }) => {
    if (most === undefined) return []
    const others = night.obligations.filter(({ owner }) => owner !== id)
    const theirs = others.filter((one) => who.get(one.id) === id)
    const had = new Set(others.filter((one) => told(one) === id).map(({ track }) => track))
    const [taken] = theirs.filter((one) => !isPast(one) && !had.has(one.track))
    const tracks = new Set(theirs.map(({ track }) => track))
    return taken && tracks.size > most ? [fault('load', taken, id)] : []
  })
}

/** Whoever is here does what is theirs, unless what somebody could take instead is worth more: see docs/specs/cover.md. */
function leavingFaults(known: Known, who: Who): readonly Fault[] {
  const { night, told, isPast } = known
  const left = night.obligations.filter(
    (one) => !isPast(one) && told(one) !== null && who.get(one.id) !== told(one),
  )
  if (left.length === 0) return []
  const free = known.released()
  return left
    .filter(({ id }) => !free.has(id))
    .map((one) => fault('left without need', one, who.get(one.id) ?? null))
}

/** In rounds: what nobody can do, then what people would leave for it, then what would be left for that. */
function releasable(known: Known): ReadonlySet<string> {
  const { night, told, isPast } = known
  const coming = night.obligations.filter((one) => !isPast(one))
  const numbers = new Map<string, CoverObligation[]>()
  for (const one of coming) push(numbers, known.stretch(one), one)
  const theirs = new Map<string, CoverObligation[]>()
  for (const one of coming) push(theirs, told(one) ?? '', one)
  const ways = new Map(coming.map((one) => [one.id, versions(known, one)]))
  const waysOf = ({ id }: CoverObligation) => ways.get(id) ?? []
  const free = new Set<string>()
  const grow = (from: readonly CoverObligation[]) => {
    const fresh: CoverObligation[] = []
    const waiting = [...from]
    for (let one = waiting.shift(); one; one = waiting.shift())
      for (const each of numbers.get(known.stretch(one)) ?? []) {
        if (free.has(each.id)) continue
        free.add(each.id)
        fresh.push(each)
        waiting.push(...coming.filter((other) => hangsOn(known, other, each)))
      }
    return fresh
  }
  let last = grow(coming.filter((one) => !mayDo(known, told(one), { ...one, also: [] })))
  for (let round = 0; round < RELEASE_DEPTH; round++)
    last = grow(
      last.flatMap((taken) =>
        night.people.flatMap((person) => {
          if (told(taken) === person.id) return []
          const could = waysOf(taken).filter((one) => mayDo(known, person.id, one))
          if (could.length === 0) return []
          return (theirs.get(person.id) ?? []).filter(
            (own) =>
              isWorth(known, person, own, taken) &&
              (excludes(known, waysOf(own), could) || isOneTooMany(known, person, own, taken)),
          )
        }),
      ),
    )
  return free
}

/** Without the one the other may not be possible: what it carries is elsewhere, or they are dressed later for it. */
function hangsOn(known: Known, other: CoverObligation, one: CoverObligation): boolean {
  if (one.carries?.some((prop) => other.carries?.includes(prop))) return true
  const { help } = other
  // Dressed for that one they were dressed for this one; without it the change comes later.
  if (!help || one.costume === null || one.costume !== other.costume) return false
  if (known.told(one) === null || known.told(one) !== known.told(other)) return false
  return versions(known, one).some((before) =>
    versions(known, other).some((after) => before.from <= after.from && after.from - before.to < help.alone),
  )
}

function push<T>(into: Map<string, T[]>, key: string, one: T): void {
  const known = into.get(key)
  if (known) known.push(one)
  else into.set(key, [one])
}

function mayDo(known: Known, id: string | null, one: Doing): boolean {
  const person = known.people.get(id ?? '')
  // Most know nothing of it: that is asked first.
  if (!person || (known.told(one) !== id && !isAble(known, one, person.id))) return false
  const lock = known.night.locks.find(({ obligation }) => obligation === one.id)
  if (lock && lock.person !== id) return false
  return personFaults(known, one, person, known.told(one) === id).length === 0
}

function isWorth(known: Known, person: CoverPerson, own: CoverObligation, taken: CoverObligation): boolean {
  return (
    known.night.release === 'all' ||
    taken.tier > own.tier ||
    (taken.tier === own.tier && person.covers?.includes(taken.track) === true)
  )
}

/** It would be one track of others more than may be asked of them, and this is one that they have. */
function isOneTooMany(
  { night, told }: Known,
  { id, most }: CoverPerson,
  own: CoverObligation,
  taken: CoverObligation,
): boolean {
  if (most === undefined || own.owner === id || taken.owner === id) return false
  const had = new Set(
    night.obligations.flatMap((one) => (one.owner !== id && told(one) === id ? [one.track] : [])),
  )
  return had.size >= most && !had.has(taken.track)
}

/** Something of theirs is in the way of something they could do. */
const excludes = (known: Known, theirs: readonly Doing[], could: readonly Doing[]): boolean =>
  could.some((one) => theirs.some((mine) => mine.id !== one.id && !inOneEvening(known, mine, one)))

/** As plotted, and as each re-plot would have it. */
const versions = (known: Known, one: CoverObligation): readonly Doing[] => [
  { ...one, also: [] },
  ...known.night.replots
    .filter(({ changes }) => changes.some(({ obligation }) => obligation === one.id))
    .map(({ id }) => plotted(known, [id], one)),
]

function inOneEvening(known: Known, one: Doing, other: Doing): boolean {
  const [first, then] = byTime(one, other) <= 0 ? [one, other] : [other, one]
  if (then.from < first.to) return false
  const dressed = first.costume === null || then.costume === null || first.costume === then.costume
  return then.from >= first.to + known.walk(first.placeOut, then.placeIn) + (dressed ? 0 : then.change)
}
