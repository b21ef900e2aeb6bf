// Who has to be told what: the difference of two plans, for each person and each department, in the words of the trade.

import { absenceOf, isAway, lastSaidAt } from '../absence/absence.ts'
import { type CoverChange, type Hearer, shown, toldVersion, versionOf } from '../covering/covering.ts'
import { openOn } from '../presence/concern.ts'
import type {
  Department,
  DepartmentKind,
  Obligation,
  ObligationId,
  PersonId,
  Show,
  TrackId,
} from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import { book, type PlayedAs } from './as-covered.ts'
import type { NightState, Plan } from './night.ts'
import { inPlanOrder, type OwedLine, owedBy, PlanWords, passes } from './owed-lines.ts'
import { passedOn } from './passed-on.ts'
import { clockOf } from './planned-dues.ts'
import { departmentThings } from './things-told.ts'
import { withCover } from './tonight.ts'

/** `take`: now theirs. `leave`: not theirs any more. `other`: theirs as before, with somebody else, or elsewhere. */
export type TellLine = {
  readonly what: 'take' | 'leave' | 'other'
  readonly id: string
  readonly item: string
  readonly at: PlanPoint
  readonly track: string
  readonly title: string
  readonly place: string | null
  readonly with: readonly string[]
  readonly carries: readonly string[]
  readonly costume: string | null
  /** Who did it by what they were told before; null where nobody did. */
  readonly before: string | null
  /** Something of the track itself, and no change or hand-off that goes with it. */
  readonly part: boolean
  /** Where something goes from hand to hand with whom it is with: what, and after what of theirs in the same item. */
  readonly handOff: {
    readonly gives: boolean
    readonly prop: string
    readonly after: string | null
  } | null
  /** Where a thing is left for somebody else, taken up where it was left, or stands ready elsewhere. */
  readonly thing: {
    readonly how: 'left' | 'found' | 'set'
    readonly name: string
    /** Where it lies, where that is not where it is wanted: somebody brings it. Of what is set, where it stood. */
    readonly from: string | null
  } | null
}

/** Lines that a screen is sent of one list, the soonest; a whole track of a long evening is shorter. Paper has all. */
export const TELL_LINES_MAX = 300

/** What is to be read on a screen; `more`: so many come after these. */
export type TellList = { readonly lines: readonly TellLine[]; readonly more: number }

export const listed = (lines: readonly TellLine[]): TellList => ({
  lines: lines.slice(0, TELL_LINES_MAX),
  more: Math.max(0, lines.length - TELL_LINES_MAX),
})

export type Change = { readonly before: Plan; readonly after: Plan }

/** In the order in force: what is left out of tonight is told as that, and not with who plays what. */
const versionPlan = (raw: Plan, state: NightState, version: number): Plan =>
  withCover(raw, state, versionOf(state.covering, version) ?? book)

/** From what this hearer was told last to what screens show now; null where that is the same. */
export function changeFor(raw: Plan, state: NightState, to: Hearer): Change | null {
  const now = shown(state.covering)?.version ?? 0
  const last = toldVersion(state.covering, to)
  if (last === now) return null
  return { before: versionPlan(raw, state, last), after: versionPlan(raw, state, now) }
}

/** From what screens show to a version that they do not show yet. */
export function changeTo(raw: Plan, state: NightState, plan: PlayedAs): Change {
  const now = shown(state.covering)?.version ?? 0
  return { before: versionPlan(raw, state, now), after: withCover(raw, state, plan) }
}

export function linesFor(change: Change, person: PersonId): readonly TellLine[] {
  const [before, after] = [owedOf(change.before, person), owedOf(change.after, person)]
  const was = new Map(before.map((line) => [line.id, line]))
  const is = new Map(after.map((line) => [line.id, line]))
  const [then, now] = [new HandOffs(change.before, before), new HandOffs(change.after, after)]
  return [
    ...after.flatMap((line) => {
      const old = was.get(line.id)
      if (!old) return [tellLine('take', line, now, doerOf(change.before, line.id))]
      return isSame(old, line) ? [] : [tellLine('other', line, now, null)]
    }),
    ...before.flatMap((line) => (is.has(line.id) ? [] : [tellLine('leave', line, then, null)])),
  ].sort(inPlanOrder)
}

const isSame = (one: OwedLine, other: OwedLine): boolean =>
  one.placeIn === other.placeIn &&
  one.placeOut === other.placeOut &&
  one.at.act === other.at.act &&
  one.at.seconds === other.at.seconds &&
  // A lift that is walked through says so.
  one.title === other.title &&
  one.with.join('\n') === other.with.join('\n')

function tellLine(
  what: TellLine['what'],
  line: OwedLine,
  handOffs: HandOffs,
  before: string | null,
): TellLine {
  const passed = line.kind === 'hand-off' ? handOffs.of(line) : null
  return {
    ...{ what, before },
    ...{ id: line.id, item: line.item, at: line.at, track: line.track, title: line.title },
    ...{ place: line.placeIn ?? passed?.place ?? null, with: line.with, carries: line.carries },
    ...{ costume: line.costume, handOff: passed?.said ?? null, thing: handOffs.thing(line) },
    part: !['change', 'dress', 'hand-off', 'left', 'found'].includes(line.kind),
  }
}

/** What goes from hand to hand among these lines of one person. */
export class HandOffs {
  readonly #plan: Plan
  readonly #words: PlanWords
  readonly #lines: readonly OwedLine[]

  constructor(plan: Plan, lines: readonly OwedLine[]) {
    this.#plan = plan
    this.#words = new PlanWords(plan)
    this.#lines = lines
  }

  of({ id, item, at }: OwedLine): { place: string | null; said: NonNullable<TellLine['handOff']> } | null {
    const { show } = this.#plan
    const own = show.obligations.find((one) => one.id === id)
    const found = show.handOffs.find((one) =>
      own
        ? passes(this.#words, own, one)
        : [one.from, one.to].some((end) => id === `hand-off-${one.id}-${end}`),
    )
    if (!found) return null
    const gives = own ? own.track === found.from : id === `hand-off-${found.id}-${found.from}`
    const [prop] = this.#words.props([found.prop])
    if (prop === undefined) return null
    const before = this.#lines.findLast(
      (line) => line.item === item && line.at.seconds < at.seconds && line.kind !== 'hand-off',
    )
    return { place: this.#words.place(found.place), said: { gives, prop, after: before?.title ?? null } }
  }

  thing({ id, kind }: OwedLine): TellLine['thing'] {
    if (kind !== 'left' && kind !== 'found') return null
    const found = passedOn(this.#plan).find(({ key }) => id === `${kind}-${key}`)
    const [name] = found ? this.#words.props([found.prop]) : []
    if (!found || name === undefined) return null
    return { how: kind, name, from: found.brought ? this.#words.place(found.left) : null }
  }
}

const owed = new WeakMap<Show, Map<PersonId, readonly OwedLine[]>>()

export function owedOf(plan: Plan, person: PersonId): readonly OwedLine[] {
  const ofShow = owed.get(plan.show) ?? new Map<PersonId, readonly OwedLine[]>()
  owed.set(plan.show, ofShow)
  const found = ofShow.get(person)
  if (found) return found
  const own = plan.show.tracks.filter((track) => track.owner === person).map(({ id }) => id)
  const lines = own.length === 0 ? [] : owedBy(plan, new Set<TrackId>(own))
  ofShow.set(person, lines)
  return lines
}

function doerOf(plan: Plan, obligation: string): string | null {
  const found = plan.show.obligations.find(({ id }) => id === obligation)
  return found ? (new PlanWords(plan).person(found.track)?.callName ?? null) : null
}

/** What a department must know of who does what: what it dresses, wires, flies, hands out or follows. */
export function departmentLinesFor(change: Change, department: Department): readonly TellLine[] {
  return [...doneFor(change, department), ...departmentThings(change, department)].sort(inPlanOrder)
}

function doneFor({ before, after }: Change, { kind }: Department): readonly TellLine[] {
  const concerns = concernsOf(before.show, kind)
  const [was, is] = [new PlanWords(before), new PlanWords(after)]
  const now = new Map(after.show.obligations.map((one) => [one.id, one]))
  return before.show.obligations.filter(concerns).flatMap((one): readonly TellLine[] => {
    const then = now.get(one.id)
    const [old, fresh] = [was.person(one.track), then ? is.person(then.track) : null]
    const at = was.point(one.anchor)
    const same = old?.id === fresh?.id
    const moved = then !== undefined && isMoved(one, then)
    if (!at || (same && !moved)) return []
    const what = !fresh ? 'leave' : same ? 'other' : 'take'
    const place = was.place((then ?? one).placeIn)
    return [
      {
        ...{ what, id: one.id, item: was.item(one.anchor.item), at: (then && is.point(then.anchor)) ?? at },
        ...{ track: was.code(one.track), title: one.title, place },
        ...{ with: fresh ? [fresh.callName] : [], carries: was.props(one.props) },
        ...{ costume: was.costume(one.costume), before: old?.callName ?? null, handOff: null, thing: null },
        part: true,
      },
    ]
  })
}

const isMoved = (one: Obligation, then: Obligation): boolean =>
  one.placeIn !== then.placeIn || one.placeOut !== then.placeOut || one.anchor.seconds !== then.anchor.seconds

const departments: Readonly<Partial<Record<DepartmentKind, (one: Obligation) => boolean>>> = {
  wardrobe: ({ costume }) => costume !== undefined,
  sound: ({ mic, kind }) => mic !== undefined || kind === 'lead vocal',
  fly: ({ kind }) => kind === 'fly',
  automation: ({ kind, needs }) => kind === 'fly' || (needs ?? []).length > 0,
  props: ({ props }) => (props ?? []).length > 0,
  deck: ({ props, kind }) => (props ?? []).length > 0 && kind === 'hand-off',
  trap: ({ needs }) => (needs ?? []).some((need) => need.startsWith('trap')),
  music: ({ kind }) => kind === 'lead vocal',
}

function concernsOf({ obligations }: Show, kind: DepartmentKind): (one: Obligation) => boolean {
  if (kind !== 'follow spot') return departments[kind] ?? (() => false)
  const followed = new Set<TrackId>(
    obligations.flatMap((one) => (one.kind === 'spot' ? (one.partners ?? []) : [])),
  )
  return ({ kind: what, track }) => what === 'appear' && followed.has(track)
}

/**
 * Whom this plan costs a part or a number of what they were to do tonight: whoever is here, looked for by nobody, and in
 * the cast. The absent know it, and whoever stepped out or is sought has been spoken with or will be.
 */
export function lossesOf(
  raw: Plan,
  state: NightState,
  changes: readonly CoverChange[],
): ReadonlyMap<PersonId, readonly ObligationId[]> {
  // Where or when something is done takes it from nobody.
  const { before, after } = changeTo(raw, state, { changes, replots: [] })
  const owners = ownersIn(after.show)
  const now = new Map(after.show.obligations.map((one) => [one.id, owners.get(one.track) ?? null]))
  const was = ownersIn(before.show)
  const cast = new Set(before.show.tracks.filter(({ kind }) => isCast(kind)).map(({ id }) => id))
  const isSaid = saidThemselves(before, state)
  const loses = new Map<PersonId, ObligationId[]>()
  for (const one of before.show.obligations) {
    const person = was.get(one.track)
    if (person === undefined || !cast.has(one.track) || now.get(one.id) === person) continue
    if (!isSaid(person, one)) loses.set(person, [...(loses.get(person) ?? []), one.id])
  }
  return new Map(
    raw.show.people.flatMap(({ id }) => {
      const own = loses.get(id)
      return own === undefined || needsNoTelling(state, id) ? [] : [[id, own] as const]
    }),
  )
}

export const costsOf = (
  raw: Plan,
  state: NightState,
  changes: readonly CoverChange[],
): readonly PersonId[] => [...lossesOf(raw, state, changes).keys()]

const ownersIn = ({ tracks }: Show): ReadonlyMap<TrackId, PersonId> =>
  new Map(tracks.flatMap(({ id, owner }) => (owner === undefined ? [] : [[id, owner] as const])))

/** A swing who goes on leaves what swings do while they are not on, and loses no part by it. */
const isCast = (kind: Show['tracks'][number]['kind']): boolean => kind === 'cast'

/** Not in the building for it tonight. */
export const isAwayNow = ({ absence }: NightState, person: PersonId): boolean => isAway(absence, person)

/**
 * Whoever is limited, or ready later, is here and said nothing of losing a part: they are told as anybody is (N25). So is
 * whoever stepped out and is back.
 */
export function needsNoTelling({ absence, presence }: NightState, person: PersonId): boolean {
  const { concerns } = presence
  const isBack = absenceOf(absence, person) === null && lastSaidAt(absence, person) !== null
  return (
    isAway(absence, person) ||
    openOn(concerns, person) !== undefined ||
    (!isBack && concerns.steppedOut.some((one) => one.person === person))
  )
}

/** What somebody who is out from an item on loses from there on was said of them; what lies before it was not. */
function saidThemselves({ timeline }: Plan, { absence }: NightState) {
  const indexes = new Map<string, number>(timeline.items.map(({ id, index }) => [id, index]))
  return (person: PersonId, { anchor }: Obligation): boolean => {
    const word = absenceOf(absence, person)?.word
    if (word?.as !== 'out-from') return false
    return (indexes.get(anchor.item) ?? 0) >= (indexes.get(word.item) ?? Number.POSITIVE_INFINITY)
  }
}

/** Of a proposal: what somebody who has to be told before any screen shows it would lose of what is to come. */
export const linesOfCost = (
  raw: Plan,
  state: NightState,
  { changes, from }: { readonly changes: readonly CoverChange[]; readonly from: number },
  person: PersonId,
): readonly TellLine[] => {
  const change = changeTo(raw, state, { changes, replots: [] })
  const own = new Set<string>(change.before.show.obligations.map(({ id }) => id))
  return linesFor(change, person).filter(
    ({ what, id, at }) => what === 'leave' && own.has(id) && clockOf(change.before.timeline, at) * 60 >= from,
  )
}
