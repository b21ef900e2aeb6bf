// What is held of one person over the whole record, as they are handed it: their own, and of others only that there was somebody.

import { dayOf } from '../../core/kit/day.ts'
import type { Json } from '../../core/kit/json.ts'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import { type KeptKind, kindOf, retentionClocks } from '../../core/retention/clocks.ts'
import { isAbout, isTyped, type Known, withoutOthers } from '../../core/retention/names.ts'
import type { StoredEvent, StreamId } from '../log/log.ts'
import { everyEvent } from '../vault/forget.ts'
import { detailOf, devicesOf, type Holding, type House, houseOf, textIn, whereOf } from './record.ts'

export type HeldEntry = {
  readonly at: Instant
  readonly when: string
  /** What was written down, in words. */
  readonly said: string
  readonly kind: KeptKind | 'performance' | 'house'
  readonly kept: string
  readonly fields: Json
}

/** Sealed notes, openings, notices and asks have readings of their own. */
const apart: ReadonlySet<string> = new Set(['openings', 'notices', 'care'])
const WITH_THE_RECORD = 'With the record of the performance: it is what the performance was.'

/** The oldest first, stream by stream. */
export async function heldInRecord(
  holding: Holding,
  person: string,
  timeZone: string,
): Promise<readonly HeldEntry[]> {
  const house = await houseOf(holding)
  const who = house.people.find(({ id }) => id === person) ?? { id: person, names: [], as: 'somebody' }
  const held: HeldEntry[] = []
  for (const { stream } of await holding.log.streams()) {
    if (apart.has(whereOf(stream))) continue
    for await (const event of everyEvent(holding.log, stream))
      if (isOf(house, event, who)) held.push(entryOf({ house, stream, timeZone }, event, who))
  }
  return held
}

function isOf({ installation }: House, event: StoredEvent, who: Known): boolean {
  const device = textIn(event.body, 'device')
  return (
    event.by === who.id ||
    isTyped(event.body, who) ||
    isAbout(detailOf(event) ?? null, who) ||
    (device !== null && [...devicesOf(installation, who.id)].some((own) => own === device))
  )
}

type Place = { readonly house: House; readonly stream: StreamId; readonly timeZone: string }

function entryOf({ house, stream, timeZone }: Place, event: StoredEvent, who: Known): HeldEntry {
  const where = whereOf(stream)
  const kind = kindOf(where, event.type)
  const fields = { ...fieldsOf(event.body), ...fieldsOf(detailOf(event)) }
  return {
    at: event.at,
    when: `${dayOf(event.at, timeZone)} ${formatClock(event.at, timeZone)}`,
    said: event.type.replaceAll(/[.-]/g, ' '),
    kind: kind ?? (where === 'performances' ? 'performance' : 'house'),
    kept: kind === null ? WITH_THE_RECORD : retentionClocks[kind].why,
    fields: withoutOthers(fields, house.people, who.id),
  }
}

/** Of a secret not even its hash is anybody’s to be handed. */
const fieldsOf = (value: Json | null): Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !/hash|salt|code|key/i.test(name)))
    : {}

/** One line for each, to be read by whoever asked for it. */
export const heldInWords = (held: readonly HeldEntry[]): string =>
  held.map(({ when, said, fields }) => `${when}  ${said}${saidIn(fields)}`).join('\n')

/** What only a machine reads: clocks, numbers of records, which device. It stands in the other file. */
const forMachines =
  /^(?:saidAt|aheadMs|clock|id|incident|rollCall|device|author|enteredAt|madeAt|at|from|to|dueAt|moment|risk|surprise|v)$/

function saidIn(fields: Json): string {
  const parts = pairsIn(fields)
    .filter(([name]) => !forMachines.test(name))
    .map(([name, value]) => `${name} ${value}`)
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

/** The same of a row of the show. */
export const rowInWords = (list: string, row: Json): string => `${list}${saidIn(row)}`

function pairsIn(value: Json, under = ''): readonly (readonly [string, string])[] {
  if (value === null || value === '') return []
  if (typeof value !== 'object') return [[under, String(value)]]
  return Object.entries(value).flatMap(([name, one]) =>
    pairsIn(one as Json, Array.isArray(value) ? under : name),
  )
}
