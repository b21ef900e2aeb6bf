// What of the record is past its time, kind by kind: looked for in every stream, and nothing done about it.

import { between, type Instant } from '../../core/kit/time.ts'
import { endOf, type KeptKind, keptKinds, kindOf } from '../../core/retention/clocks.ts'
import { NAMES_REPLACED } from '../../core/retention/replaced.ts'
import { lastWordAt } from '../log/last-word.ts'
import type { StoredEvent, StreamId } from '../log/log.ts'
import { everyEvent } from '../vault/forget.ts'
import { type Holding, type House, textIn, whereOf } from './record.ts'

/** `seqs`: of entries that still have a personal part, and no right to it any more. */
export type Past = {
  readonly kind: KeptKind
  readonly stream: StreamId
  readonly seqs: readonly number[]
  /** When the first of them should have gone. */
  readonly since: Instant
}

/** In the order of the kinds, then of the streams. */
export async function pastTheirTime(holding: Holding, house: House, now: Instant): Promise<readonly Past[]> {
  const found: Past[] = []
  for (const { stream } of await holding.log.streams()) {
    if (stream === house.tonight) continue
    found.push(...(await pastIn(holding, house, { stream, now })))
  }
  return found.toSorted((one, other) => keptKinds.indexOf(one.kind) - keptKinds.indexOf(other.kind))
}

/** From when the clock of an entry runs; null while it does not. */
type Start = (event: StoredEvent) => number | null

async function pastIn(
  { log }: Holding,
  house: House,
  { stream, now }: { readonly stream: StreamId; readonly now: Instant },
): Promise<readonly Past[]> {
  const where = whereOf(stream)
  const start = await startIn(log, house, stream)
  const byKind = new Map<KeptKind, { seqs: number[]; since: number }>()
  for await (const event of everyEvent(log, stream)) {
    if (event.detail.state !== 'kept') continue
    const kind = kindOf(where, event.type)
    const from = kind === null ? null : start(event)
    if (kind === null || from === null) continue
    const end = endOf(kind, from, house.country)
    if (end > now) continue
    const one = byKind.get(kind) ?? { seqs: [], since: end }
    byKind.set(kind, { seqs: [...one.seqs, event.seq], since: Math.min(one.since, end) })
  }
  // `as`: a time that was reckoned from one.
  return [...byKind].map(([kind, one]) => ({ kind, stream, seqs: one.seqs, since: one.since as Instant }))
}

async function startIn(log: Holding['log'], house: House, stream: StreamId): Promise<Start> {
  switch (whereOf(stream)) {
    case 'performances': {
      const last = await lastWordAt(log, stream)
      return () => last
    }
    case 'notices': {
      const closed = await closedMatters(log, stream)
      return ({ type, at, body }) => {
        const matter = type === 'matter.opened' ? textIn(body, 'id') : textIn(body, 'matter')
        return matter === null ? at : (closed.get(matter) ?? null)
      }
    }
    case 'installation':
      return await replacedNames(log, house, stream)
    case 'care': {
      const replaced = await replacedLists(log, stream)
      return ({ type, seq, at }) => (type === LIST ? (replaced.get(seq) ?? null) : at)
    }
    default:
      return ({ at }) => at
  }
}

const LIST = 'contacts.named'

/** Of each list of whom one can ask but the newest: when there was another in its place. */
export async function replacedLists(
  log: Holding['log'],
  stream: StreamId,
): Promise<ReadonlyMap<number, number>> {
  const replaced = new Map<number, number>()
  let before: number | null = null
  for await (const { type, seq, at } of everyEvent(log, stream)) {
    if (type !== LIST) continue
    if (before !== null) replaced.set(before, at)
    before = seq
  }
  return replaced
}

async function closedMatters(log: Holding['log'], stream: StreamId): Promise<ReadonlyMap<string, number>> {
  const closed = new Map<string, number>()
  for await (const { type, body, at } of everyEvent(log, stream)) {
    const matter = type === 'matter.closed' ? textIn(body, 'matter') : null
    if (matter !== null) closed.set(matter, at)
  }
  return closed
}

/** The name of a device that is there, and the code that lets somebody in, are needed; what was there before is not. */
async function replacedNames(log: Holding['log'], { installation }: House, stream: StreamId): Promise<Start> {
  const revoked = new Map<string, number | null>(
    installation.devices.map(({ id, revokedAt }) => [id, revokedAt]),
  )
  const newest = new Map<string, number>()
  const dropped = new Map<string, { readonly seq: number; readonly at: number }>()
  for await (const { type, body, seq, at } of everyEvent(log, stream)) {
    const key = keyOf(type, body)
    if (key !== null) newest.set(key, seq)
    if (type === 'passkey.dropped') dropped.set(textIn(body, 'person') ?? '', { seq, at })
  }
  return ({ type, body, seq, at }) => {
    const taken = type === 'passkey.kept' ? dropped.get(textIn(body, 'person') ?? '') : undefined
    if (taken !== undefined && taken.seq > seq) return taken.at
    const key = keyOf(type, body)
    if (key !== null && newest.get(key) !== seq) return at
    const device = textIn(body, 'device')
    // A guest of a tablet who is in no list any more has long gone.
    if (device !== null && type === 'person.entered' && !revoked.has(device)) return at
    return device === null ? null : (revoked.get(device) ?? null)
  }
}

const keyOf = (type: string, body: StoredEvent['body']): string | null => {
  if (type === 'code.given') return `code ${textIn(body, 'person')}`
  const device = textIn(body, 'device')
  const names = ['device.invited', 'device.renamed', 'person.entered']
  return names.includes(type) && device !== null ? `name ${device}` : null
}

/** Whose names stand as roles already: a crash came between that and the erasing. */
export async function replacedIn(log: Holding['log'], stream: StreamId): Promise<ReadonlySet<number>> {
  const replaced = new Set<number>()
  for await (const { type, body } of everyEvent(log, stream)) {
    const of = type === NAMES_REPLACED ? (body as { readonly of: number }).of : null
    if (of !== null) replaced.add(of)
  }
  return replaced
}

export const daysLate = (since: Instant, now: Instant): number =>
  Math.floor(between(since, now) / (24 * 3_600_000))
