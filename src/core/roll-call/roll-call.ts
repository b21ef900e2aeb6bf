// The roll calls of the house as its records tell them: begun, written in from several points, ended. Records are only ever added.

import { may, type Viewer } from '../disclosure/policy.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Listed, RollCallId, RollRecord, RollSaid, What } from './record.ts'
import { rollOf } from './roll.ts'

/** In the whole of a house's life, drills counted by themselves. */
export const ROLL_CALLS_MAX = 500
/** A thousand people, each seen, not here and taken back at several points. */
export const ROLL_RECORDS_MAX = 6_000
/** What a device that was cut off hands in at once; the rest comes with the next. */
export const ROLL_SAID_MAX = 100
/** A name, a point, a place that was swept. */
export const ROLL_TEXT_MAX = 80
/** In one record of the list; a house with more has several. */
export const LISTED_MAX = 200
/** Begun by two people within this, it is one roll call; later it is another, and nobody is seen in it yet. */
export const SAME_MS = minutes(10)
/** What nobody ended is shown no longer than this. */
export const SHOWN_MS = minutes(12 * 60)

export type RollCall = {
  readonly id: RollCallId
  readonly drill: boolean
  readonly records: readonly RollRecord[]
}
export type RollCallState = { readonly rollCalls: readonly RollCall[] }
export const emptyRollCalls: RollCallState = { rollCalls: [] }

export type RollCallCommand = {
  readonly name: 'roll-call.record'
  readonly said: readonly RollSaid[]
  /** Its clock against the server's, when it was sent. */
  readonly aheadMs: number
  readonly author: { readonly device: string; readonly person: PersonId | null }
  /** Who may be inside at a moment, as the night knows; and how many front of house counted in. */
  readonly roster: (at: Instant) => { readonly people: readonly Listed[]; readonly house: number | null }
}
export type RollCallEvent = {
  readonly type: 'roll-call.recorded'
  readonly v: 1
  readonly body: Json
  readonly detail: Json
}

/** These are for whoever holds the roll call; all the rest is a steward's. */
const holders: readonly What['kind'][] = ['begun', 'steward', 'counted', 'ended', 'may-return']

export function decideRollCall(
  state: RollCallState,
  command: RollCallCommand,
  { at, by }: { readonly at: Instant; readonly by: Viewer },
): Result<readonly RollCallEvent[]> {
  const { said } = command
  if (said.length > ROLL_SAID_MAX) return refused('too-many', `Not more than ${ROLL_SAID_MAX} at once.`)
  const fresh = said.filter(
    (one, index) => !isKnown(state, one) && said.findIndex(({ id }) => id === one.id) === index,
  )
  const refusal =
    notTheirs(state, fresh, by) ?? tooLong(fresh) ?? unknownOf(state, fresh) ?? roomFor(state, fresh)
  if (refusal) return refusal
  return accepted(fresh.flatMap((one) => recordsOf(one, command, at)).map(eventOf))
}

function notTheirs(state: RollCallState, fresh: readonly RollSaid[], by: Viewer): Result<never> | null {
  const mayHold = may(by, 'hold a roll call')
  if (fresh.some(({ what }) => holders.includes(what.kind)) && !mayHold)
    return refused('not-yours', 'Stage management, the caller or front of house begins and ends a roll call.')
  const isSteward = fresh.every(({ rollCall }) => mayRecord(by, find(state, rollCall)))
  return isSteward
    ? null
    : refused('not-yours', 'Stewards write at a roll call. Tell one of them whom you see.')
}

/** By role, or because whoever holds it has named them. */
const mayRecord = (by: Viewer, rollCall: RollCall | null): boolean =>
  may(by, 'record at a roll call') || (rollCall !== null && isNamedSteward(by, rollCall))

export const isNamedSteward = ({ person }: Viewer, { records }: RollCall): boolean =>
  person !== null && records.some(({ what }) => what.kind === 'steward' && what.person === person)

function tooLong(fresh: readonly RollSaid[]): Result<never> | null {
  const long = fresh.some(({ what }) =>
    Object.values(what).some((text) => String(text).length > ROLL_TEXT_MAX),
  )
  return long ? refused('too-long', `Not more than ${ROLL_TEXT_MAX} letters in a name or a place.`) : null
}

function unknownOf(state: RollCallState, fresh: readonly RollSaid[]): Result<never> | null {
  const begun = fresh.filter(({ what }) => what.kind === 'begun').map(({ rollCall }) => rollCall)
  const lost = fresh.some(({ rollCall }) => !find(state, rollCall) && !begun.includes(rollCall))
  return lost ? refused('no-roll-call', 'The house does not know this roll call. Go on, on paper too.') : null
}

function roomFor({ rollCalls }: RollCallState, fresh: readonly RollSaid[]): Result<never> | null {
  const held = new Map(rollCalls.map(({ id, records }) => [id, records.length]))
  for (const { rollCall } of fresh) held.set(rollCall, (held.get(rollCall) ?? 0) + 1)
  if (held.size > Math.max(ROLL_CALLS_MAX, rollCalls.length))
    return refused(
      'full',
      `This house has ${rollCalls.length} roll calls in its record: do this one on paper.`,
    )
  const crowded = fresh.some(({ rollCall }) => (held.get(rollCall) ?? 0) > ROLL_RECORDS_MAX)
  return crowded ? refused('full', 'This roll call has no room for more: go on on paper.') : null
}

const find = ({ rollCalls }: RollCallState, id: RollCallId): RollCall | null =>
  rollCalls.find((one) => one.id === id) ?? null

const isKnown = (state: RollCallState, { rollCall, id }: RollSaid): boolean =>
  find(state, rollCall)?.records.some((record) => record.id === id) === true

/** By the server's time; what would lie ahead of now is now. */
export function rollRecordOf(
  { id, rollCall, drill, madeAt, what }: RollSaid,
  { aheadMs, author }: Pick<RollCallCommand, 'aheadMs' | 'author'>,
  now: Instant,
): RollRecord {
  return { id, rollCall, drill, author, at: instant(Math.min(now, madeAt - aheadMs)), aheadMs, what }
}

/** With the beginning goes the list, as it stood at that moment. */
function recordsOf(said: RollSaid, command: RollCallCommand, now: Instant): readonly RollRecord[] {
  const record = rollRecordOf(said, command, now)
  if (said.what.kind !== 'begun') return [record]
  const { people, house } = command.roster(record.at)
  const parts = Array.from({ length: Math.max(1, Math.ceil(people.length / LISTED_MAX)) }, (_, part) =>
    people.slice(part * LISTED_MAX, (part + 1) * LISTED_MAX),
  )
  const listed = parts.map((some, part) => ({
    ...record,
    id: `${record.id}.listed-${part}`,
    what: { kind: 'listed', people: some, house } as const,
  }))
  return [record, ...listed]
}

/** Names go into the part that can be erased. That somebody was seen, where and when, stays. */
const personal: readonly string[] = ['by', 'name', 'people', 'who']

function eventOf({ what, author, ...rest }: RollRecord): RollCallEvent {
  const parts = Object.entries(what)
  const pick = (is: boolean) =>
    Object.fromEntries(parts.filter(([name]) => personal.includes(name) === is)) as Record<string, Json>
  return {
    ...{ type: 'roll-call.recorded', v: 1 },
    body: { ...rest, device: author.device, what: pick(false) },
    detail: { person: author.person, what: pick(true) },
  }
}

/** Erased by retention: whom it was about is gone, and says so. */
const ERASED = '(erased)'
const blank = { by: ERASED, name: null, people: [], who: `name:${ERASED}` }

export const applyRollCall = (state: RollCallState, body: Json, detail: Json | null): RollCallState =>
  withRollRecord(state, readBack(body, detail))

/** With its names replaced by roles: in its place, under the same id. */
export function replaceRollRecord(state: RollCallState, body: Json, detail: Json | null): RollCallState {
  const record = readBack(body, detail)
  const rollCalls = state.rollCalls.map((one) => ({
    ...one,
    records: one.records.map((held) => (held.id === record.id ? record : held)),
  }))
  return { rollCalls }
}

function readBack(body: Json, detail: Json | null): RollRecord {
  // `as`: the log gives back what `eventOf` put in, checked by its hash chain.
  const { device, what, ...rest } = body as unknown as Omit<RollRecord, 'author'> & { device: string }
  const kept = detail as { person: PersonId | null; what: object } | null
  const said = { ...(kept === null ? blank : {}), ...what, ...kept?.what } as unknown as What
  return { ...rest, author: { device, person: kept?.person ?? null }, what: said }
}

/** Union by id. */
export function withRollRecord(state: RollCallState, record: RollRecord): RollCallState {
  const held = find(state, record.rollCall)
  if (!held) {
    const { rollCall: id, drill } = record
    return { rollCalls: [...state.rollCalls, { id, drill, records: [record] }] }
  }
  if (held.records.some(({ id }) => id === record.id)) return state
  const grown = { ...held, records: [...held.records, record] }
  return { rollCalls: state.rollCalls.map((one) => (one === held ? grown : one)) }
}

export const begunAt = ({ records }: RollCall): Instant | null =>
  records.reduce<Instant | null>(
    (first, { what, at }) => (what.kind === 'begun' && (first === null || at < first) ? at : first),
    null,
  )

/** Begun by two people at about the same time they are one; each keeps its own id. The newest last. */
export function wholeRollCalls({ rollCalls }: RollCallState): readonly (readonly RollCall[])[] {
  const sorted = rollCalls
    .flatMap((one) => {
      const at = begunAt(one)
      return at === null ? [] : [{ one, at }]
    })
    .toSorted((one, other) => one.at - other.at || (one.one.id < other.one.id ? -1 : 1))
  const wholes: { at: Instant; all: RollCall[] }[] = []
  for (const { one, at } of sorted) {
    const last = wholes.at(-1)
    const goesOn = last !== undefined && at - last.at <= SAME_MS && !isEndedBefore(last.all, at)
    if (goesOn) last.all.push(one)
    else wholes.push({ at, all: [one] })
  }
  return wholes.map(({ all }) => all)
}

const isEndedBefore = (all: readonly RollCall[], at: Instant): boolean =>
  all.some(({ records }) => records.some((one) => one.what.kind === 'ended' && one.at <= at))

/** The one that goes on: not ended, or ended while somebody was not seen (R9). Null where there is none. */
export function openRollCall(state: RollCallState, now: Instant): readonly RollCall[] | null {
  const last = wholeRollCalls(state).at(-1)
  const first = last?.[0]
  const at = first ? begunAt(first) : null
  if (!last || at === null || now - at > SHOWN_MS) return null
  const roll = rollOf(last.flatMap(({ records }) => records))
  return roll.ended !== null && roll.notSeen === 0 ? null : last
}
