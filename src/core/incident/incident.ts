// Every incident of the house as its records tell it. Records are only ever added, so two halves of a house merge into one.

import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import {
  type Author,
  type IncidentId,
  type IncidentRecord,
  isStranger,
  type Said,
  type What,
} from './record.ts'

/** In the whole of a house's life. */
export const INCIDENTS_MAX = 500
/** Hours of somebody writing as fast as they can. */
export const RECORDS_MAX = 2_000
/** Of both, what devices that nobody has paired may fill: whoever floods the house leaves its own people room. */
export const STRANGERS_INCIDENTS_MAX = 300
export const STRANGERS_RECORDS_MAX = 1_500
/** As much as somebody says in a minute. */
export const WORDS_MAX = 1_000
/** What a device that was cut off hands in at once; the rest comes with the next. */
export const SAID_MAX = 100

export type Incident = {
  readonly id: IncidentId
  readonly drill: boolean
  /** As they were taken; see `inOrder`. */
  readonly records: readonly IncidentRecord[]
}
export type IncidentState = {
  readonly seq: number
  readonly incidents: readonly Incident[]
  readonly unknown: number
}

export const emptyIncidents: IncidentState = { seq: 0, incidents: [], unknown: 0 }

export type IncidentCommand = {
  readonly name: 'incident.record'
  readonly said: readonly Said[]
  /** Its clock against the server's, when it was sent. */
  readonly aheadMs: number
  readonly author: Author
}

export type IncidentEvent = {
  readonly type: 'incident.recorded'
  readonly v: 1
  readonly body: Json
  readonly detail: Json
}

/** All that is new of it. Said again it is taken again, and nothing comes of it: a phone may always ask once more. */
export function decideIncident(
  state: IncidentState,
  { said, aheadMs, author }: IncidentCommand,
  { at }: { readonly at: Instant },
): Result<readonly IncidentEvent[]> {
  if (said.length > SAID_MAX) return refused('too-many', `Not more than ${SAID_MAX} at once.`)
  const fresh = said.filter(
    (one, index) => !isKnown(state, one) && said.findIndex(({ id }) => id === one.id) === index,
  )
  const long = fresh.find(({ what }) => textsOf(what).some((text) => text.length > WORDS_MAX))
  if (long) return refused('too-long', `Not more than ${WORDS_MAX} letters in one entry: write a second one.`)
  const full = isStranger(author)
    ? roomFor(state, fresh, STRANGERS_INCIDENTS_MAX, STRANGERS_RECORDS_MAX)
    : roomFor(state, fresh, INCIDENTS_MAX, RECORDS_MAX)
  if (full) return full
  return accepted(fresh.map((one) => eventOf(recordOf(one, { at, aheadMs, author }))))
}

function roomFor(
  { incidents }: IncidentState,
  fresh: readonly Said[],
  incidentsMax: number,
  recordsMax: number,
): Result<never> | null {
  const held = new Map(incidents.map(({ id, records }) => [id, records.length]))
  const before = held.size
  for (const { incident } of fresh) held.set(incident, (held.get(incident) ?? 0) + 1)
  if (held.size > before && held.size > incidentsMax)
    return refused('full', `This house has ${before} incidents in its record: go on with one of them.`)
  const crowded = fresh.some(({ incident }) => (held.get(incident) ?? 0) > recordsMax)
  return crowded ? refused('full', `This incident has no room for more entries: go on on paper.`) : null
}

const isKnown = ({ incidents }: IncidentState, { incident, id }: Said): boolean =>
  incidents.find((one) => one.id === incident)?.records.some((record) => record.id === id) === true

type Taken = { readonly at: Instant; readonly aheadMs: number; readonly author: Author }

/** Times by the device's clock become times by the server's; what would lie ahead of now is now. */
export function recordOf(said: Said, { at, aheadMs, author }: Taken): IncidentRecord {
  const ours = (time: number): Instant => instant(Math.min(at, time - aheadMs))
  const { from, to } = said.happened ?? { from: said.madeAt, to: said.madeAt }
  const { id, incident, drill, evidence, certainty, what } = said
  const happened = { from: ours(Math.min(from, to)), to: ours(Math.max(from, to)) }
  const enteredAt = ours(said.madeAt)
  return { id, incident, drill, author, happened, enteredAt, aheadMs, evidence, certainty, what }
}

/** Words and names go into the part that can be erased. That something was done, and when, stays. */
const personal: readonly string[] = ['text', 'witness', 'doing', 'who', 'to', 'place', 'where', 'person']

function eventOf({ what, author, ...rest }: IncidentRecord): IncidentEvent {
  const parts = Object.entries(what)
  const pick = (is: boolean) =>
    Object.fromEntries(parts.filter(([name]) => personal.includes(name) === is)) as Record<string, Json>
  const body = { ...rest, happened: { ...rest.happened }, device: author.device, what: pick(false) }
  return { type: 'incident.recorded', v: 1, body, detail: { person: author.person, what: pick(true) } }
}

type Logged = {
  readonly seq: number
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Json | null
}

export function applyIncident(state: IncidentState, { seq, type, v, body, detail }: Logged): IncidentState {
  if (type === 'detail.erased') return { ...state, seq }
  if (type !== 'incident.recorded' || v !== 1) return { ...state, seq, unknown: state.unknown + 1 }
  return withRecord({ ...state, seq }, readBack(body, detail))
}

/** Erased by retention: what was said is gone, and says so. */
const ERASED = '(erased)'
const blank = { text: ERASED, witness: null, doing: ERASED, who: ERASED, to: ERASED, place: null, where: '' }

function readBack(body: Json, detail: Json | null): IncidentRecord {
  // `as`: the log gives back what `eventOf` put in, checked by its hash chain.
  const { device, what, ...rest } = body as unknown as Omit<IncidentRecord, 'author'> & { device: string }
  const kept = detail as { person: PersonId | null; what: object } | null
  const said = { ...(kept === null ? blank : kept.what), ...what } as unknown as What
  return { ...rest, author: { device, person: kept?.person ?? null }, what: said }
}

/** Union by id: the same halves in any order, as often as one likes, make the same whole. */
function withRecord(state: IncidentState, record: IncidentRecord): IncidentState {
  const held = state.incidents.find(({ id }) => id === record.incident)
  if (!held) {
    const { incident: id, drill } = record
    return { ...state, incidents: [...state.incidents, { id, drill, records: [record] }] }
  }
  if (held.records.some(({ id }) => id === record.id)) return state
  const grown = { ...held, records: [...held.records, record] }
  return { ...state, incidents: state.incidents.map((one) => (one === held ? grown : one)) }
}

/** With its names replaced by roles: in its place, under the same id. */
export function replaceIncident(state: IncidentState, { seq, body, detail }: Logged): IncidentState {
  const record = readBack(body, detail)
  const incidents = state.incidents.map((one) => ({
    ...one,
    records: one.records.map((held) => (held.id === record.id ? record : held)),
  }))
  return { ...state, seq, incidents }
}

const textsOf = (what: What): readonly string[] =>
  Object.values(what).filter((one): one is string => typeof one === 'string')
