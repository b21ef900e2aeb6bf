// Another order while it is drafted: everything it would bring, in the names people use, for those who may draft one.

import { formatClock, type Instant } from '../kit/time.ts'
import type { Change } from '../reorder/change.ts'
import type { Consequence, ConsequenceKind } from '../reorder/consequence.ts'
import { type Asked, consequences } from '../reorder/consequences.ts'
import { type Fix, fixes, lacksSeconds } from '../reorder/fixes.ts'
import { approversIn, changesInForce, losersOf, type OrderVersion } from '../reorder/night-order.ts'
import { type JudgedBy, unjudged } from '../reorder/unjudged.ts'
import type { ItemId, PersonId, Show, VampId } from '../show/show.ts'
import { cueName, type PlanPoint } from '../show/timeline.ts'
import { asCast } from './as-covered.ts'
import type { NightState, Plan } from './night.ts'
import { baseOf, begunIn } from './order.ts'
import { PlanWords } from './owed-lines.ts'
import { noughtAt } from './show-clock.ts'
import { needsNoTelling } from './told.ts'
import { inOrder, tonight } from './tonight.ts'

export const consequenceGroups = ['short', 'do', 'cues', 'early'] as const
/** What lacks seconds, what has to be done or cannot be, what is of the cues, and what comes earlier. */
export type ConsequenceGroup = (typeof consequenceGroups)[number]

export type ConsequenceLine = {
  readonly key: string
  readonly kind: ConsequenceKind
  readonly item: string
  readonly at: PlanPoint
  /** Whose it is: somebody of the company, or a department. */
  readonly who: string | null
  readonly place: string | null
  readonly from: string | null
  readonly about: string | null
  readonly other: string | null
  readonly lacks: number | null
  readonly group: ConsequenceGroup
}

export type OrderDraftSection = {
  /** So many items of the running order have begun and stay as they were. */
  readonly begun: number
  readonly inForce: Pick<OrderVersion, 'version' | 'at' | 'heard' | 'changes'> | null
  readonly draft: {
    readonly changes: readonly Change[]
    readonly at: Instant
    readonly lines: readonly ConsequenceLine[]
    /** So many more than are listed. */
    readonly more: number
    readonly fixes: readonly Fix[]
    /** Who of those who are here loses what they were to do: each is told by a person first. */
    readonly loses: readonly { readonly person: PersonId; readonly name: string }[]
  } | null
  /** What no order is judged by, because the show says nothing of it. */
  readonly unjudged: readonly JudgedBy[]
  readonly approvers: readonly { readonly id: PersonId; readonly name: string }[]
  readonly shorter: readonly {
    readonly item: string
    readonly passages: readonly { readonly title: string; readonly from: number; readonly to: number }[]
  }[]
  /** Bars that can be gone round in for longer: by so many seconds at most. */
  readonly longer: readonly {
    readonly item: ItemId
    readonly vamp: VampId
    readonly bar: string | null
    readonly out: string
    readonly most: number
  }[]
  /** Points of an item at which all can wait: before whoever comes on there. */
  readonly waits: readonly { readonly item: ItemId; readonly points: readonly WaitPoint[] }[]
}

export type WaitPoint = { readonly at: number; readonly who: readonly string[] }

/** Entrances of one item that are offered to be waited for, and names at one. */
export const WAIT_POINTS_MAX = 8
const WAIT_NAMES_MAX = 3

/** What a person reads in one go, and more: two dozen changed cues and everybody who is due earlier. */
const LINES_MAX = 400

/** `cues`: whether this audience sees cues at all; the dance captain is told of people and things. */
export function orderDraftSection(
  plan: Plan,
  state: NightState,
  now: Instant,
  cues: boolean,
): OrderDraftSection {
  const { show } = asCast(plan, state)
  const played = new Set<ItemId>(tonight(plan, state).timeline.items.map(({ id }) => id))
  const last = state.order.versions.at(-1)
  const callNames = new Map(show.people.map(({ id, callName }) => [id, callName]))
  return {
    begun: begunIn(plan, state),
    inForce: last ? { version: last.version, at: last.at, heard: last.heard, changes: last.changes } : null,
    draft: withLosers(plan, state, knownDraft(plan, state, now, cues)),
    unjudged: unjudged(show),
    approvers: approversIn(show).map((id) => ({ id, name: callNames.get(id) ?? '' })),
    shorter: show.items.flatMap(({ id, shorter }) =>
      shorter === undefined ? [] : [{ item: id, passages: shorter }],
    ),
    longer: show.vamps.flatMap(({ id, anchor, seconds, secondsMax, out }) => {
      const most = secondsMax - seconds
      return most > 0 && played.has(anchor.item)
        ? [{ item: anchor.item, vamp: id, bar: anchor.bar ?? null, out, most }]
        : []
    }),
    waits: waitsIn(show).filter(({ item }) => played.has(item)),
  }
}

const waits = new WeakMap<Show, OrderDraftSection['waits']>()

/** By who comes on tonight; at the beginning of an item one waits before it instead. */
function waitsIn(show: Show): OrderDraftSection['waits'] {
  const found = waits.get(show)
  if (found) return found
  const names = new Map(show.people.map(({ id, callName }) => [id, callName]))
  const owners = new Map(show.tracks.map(({ id, owner }) => [id, (owner && names.get(owner)) ?? null]))
  const made = show.items.flatMap(({ id }) => {
    const points = new Map<number, string[]>()
    for (const { kind, anchor, track } of show.obligations) {
      const name = owners.get(track)
      if (anchor.item !== id || kind !== 'appear' || anchor.seconds <= 0 || !name) continue
      const here = points.get(anchor.seconds)
      if (here === undefined) points.set(anchor.seconds, [name])
      else if (here.length < WAIT_NAMES_MAX && !here.includes(name)) here.push(name)
    }
    const inTime = [...points].toSorted(([a], [b]) => a - b).slice(0, WAIT_POINTS_MAX)
    return inTime.length === 0 ? [] : [{ item: id, points: inTime.map(([at, who]) => ({ at, who })) }]
  })
  waits.set(show, made)
  return made
}

function groupOf(one: Consequence): ConsequenceGroup {
  if (lacksSeconds(one)) return 'short'
  if (ofCues.includes(one.kind)) return 'cues'
  return one.kind === 'due earlier' || one.kind === 'set earlier' ? 'early' : 'do'
}

type Draft = OrderDraftSection['draft']
type WithoutLosers = Omit<NonNullable<Draft>, 'loses'>

/** Who is here, and who is looked for, may change with any word; it is quickly said. */
function withLosers(plan: Plan, state: NightState, draft: WithoutLosers | null): Draft {
  if (draft === null) return null
  const context = {
    base: baseOf(plan, state),
    needsNoTelling: (person: PersonId) => needsNoTelling(state, person),
  }
  const names = new Map(plan.show.people.map(({ id, callName }) => [id, callName]))
  const loses = losersOf(context, changesInForce(state.order), draft.changes)
  return { ...draft, loses: loses.map((person) => ({ person, name: names.get(person) ?? '' })) }
}

type Made = { readonly of: readonly unknown[]; readonly draft: WithoutLosers }

/** Worked out once for each draft, cast and kind of audience: a cue that is called meanwhile must not wait for it. */
const known = new WeakMap<NonNullable<NightState['order']['draft']>, Map<boolean, Made>>()

function knownDraft(plan: Plan, state: NightState, now: Instant, cues: boolean): WithoutLosers | null {
  const { draft } = state.order
  if (draft === null) return null
  const ofDraft = known.get(draft) ?? new Map<boolean, Made>()
  known.set(draft, ofDraft)
  const of = [state.covering.versions, state.absence, state.order.versions]
  const found = ofDraft.get(cues)
  if (found?.of.every((part, index) => part === of[index])) return found.draft
  const made = draftOf(plan, state, now, cues)
  if (made !== null) ofDraft.set(cues, { of, draft: made })
  return made
}

export const ofCues: readonly ConsequenceKind[] = ['standby', 'follow', 'sequence']

function draftOf(plan: Plan, state: NightState, now: Instant, cues: boolean): WithoutLosers | null {
  const { draft } = state.order
  if (draft === null) return null
  const base = baseOf(plan, state)
  const asked: Asked = {
    inForce: changesInForce(state.order),
    proposed: draft.changes,
    curtain: curtainOf(plan, state, now),
  }
  const told = consequences(base, asked)
  const all = (told.ok ? told.value : []).filter(({ kind }) => cues || !ofCues.includes(kind))
  const words = new ConsequenceWords(inOrder(asCast(plan, state), draft.changes), tonight(plan, state))
  return {
    changes: draft.changes,
    at: draft.at,
    lines: all.slice(0, LINES_MAX).map((one, index) => words.line(one, index)),
    more: Math.max(0, all.length - LINES_MAX),
    fixes: fixes(base, asked, all),
  }
}

/** Seconds of the day at which the first act went up, or will, by the venue's wall. */
export function curtainOf(plan: Plan, state: NightState, now: Instant): number | null {
  const nought = noughtAt(plan, state, now)
  if (nought === null) return null
  const [hours = 0, minutes = 0, seconds = 0] = formatClock(nought, plan.show.timeZone).split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

export class ConsequenceWords {
  readonly #show: Show
  readonly #words: PlanWords
  readonly #names: ReadonlyMap<string, string>

  /** `before`: what is cut has its name in the old order only. */
  constructor(after: Plan, before: Plan) {
    this.#show = after.show
    this.#words = new PlanWords(after)
    this.#names = namesIn(before.show, after.show)
  }

  line(one: Consequence, index: number): ConsequenceLine {
    const { kind, item, seconds, lacks } = one
    return {
      ...{ key: `${kind} ${index}`, kind, lacks, group: groupOf(one) },
      item: this.#words.item(item),
      at: this.#words.point({ item, seconds }) ?? { act: 1, seconds: 0 },
      who: this.#who(one),
      place: this.#words.place(one.place ?? undefined),
      from: this.#words.place(one.from ?? undefined),
      about: one.about === null ? null : (this.#names.get(one.about) ?? one.about),
      other: one.other === null ? null : (this.#names.get(one.other) ?? one.other),
    }
  }

  #who({ track, department }: Consequence): string | null {
    if (track !== null)
      return this.#words.person(track)?.callName ?? (this.#words.code(track) || this.#words.part(track))
    return this.#words.department(department ?? undefined)
  }
}

/** Ids are unique within their noun; of two nouns with one id the later one here gives the name. */
function namesIn(...shows: readonly Show[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const show of shows) {
    const owners = new Map(show.people.map(({ id, callName }) => [id, callName]))
    for (const { id, title } of show.obligations) names.set(id, title)
    for (const { id, to } of show.changes)
      names.set(id, show.costumes.find((costume) => costume.id === to)?.name ?? '')
    for (const { id, title, code } of show.items) names.set(id, `${code} ${title}`.trim())
    for (const { id, title } of show.presets) names.set(id, title)
    for (const { id, name } of [...show.costumes, ...show.props, ...(show.pieces ?? [])]) names.set(id, name)
    for (const { id, pack } of show.mics) names.set(id, pack)
    for (const { id, title } of show.rules ?? []) names.set(id, title)
    for (const cue of show.cues) names.set(cue.id, cueName(cue, show.departments))
    for (const { id, owner, code, title } of show.tracks)
      names.set(id, (owner === undefined ? undefined : owners.get(owner)) ?? (code || title))
  }
  return names
}
