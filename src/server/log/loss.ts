// What of a stream cannot be read any more: row by row, so that one bad page hides nothing behind it.

import { type Instant, instant } from '../../core/kit/time.ts'
import { faultOf, type KeptRow } from './audit.ts'
import { CHAIN_START } from './chain.ts'
import { eventPage } from './reading.ts'
import { type Driver, whole } from './rows.ts'
import { DriverError, LogDamaged } from './trouble.ts'

/** Behind the last event that a command speaks of, so many are asked for before a stream is over. */
export const BEHIND_THE_END_MAX = 200

export type Loss = {
  readonly stream: string
  /** The first and the last event that cannot be read, and how many between them. */
  readonly from: number
  readonly to: number
  readonly entries: number
  /** When what still can be read was written, in front of it and behind it. */
  readonly after: Instant | null
  readonly before: Instant | null
}

/** One event as it lies there, without its personal part where only that is gone; null where nothing can be had. */
function keptAt(driver: Driver, stream: string, seq: number): KeptRow | null {
  const found = unlessCorrupt(() => eventPage(driver, stream, seq, 1), [])[0]
  if (found) return found.seq === seq ? found : null
  const alone = unlessCorrupt(() => eventPage(driver, stream, seq, 1, 'without details'), [])[0]
  return alone?.seq === seq ? alone : null
}

/** `passes`: it follows the one before it, by the hashes that both carry. */
export type Found = { readonly seq: number; readonly row: KeptRow | null; readonly passes: boolean }

export function* everyEvent(driver: Driver, stream: string): Generator<Found> {
  let [previous, known]: [string | null, number] = [CHAIN_START, lastKnown(driver, stream)]
  for (let seq = 1; seq <= known + BEHIND_THE_END_MAX; seq += 1) {
    const row = keptAt(driver, stream, seq)
    const passes = row !== null && previous !== null && faultOf(previous, row) === null
    previous = row?.hash ?? null
    if (row === null && seq > known) continue
    known = Math.max(known, seq)
    yield { seq, row, passes }
  }
}

/** `tornEnd`: what lies last does not pass, so that nothing may be written behind it. */
export type StreamLoss = { readonly loss: Loss | null; readonly tornEnd: boolean }

export function lossOf(driver: Driver, stream: string): StreamLoss {
  const told: { loss: Loss | null; tornEnd: boolean } = { loss: null, tornEnd: false }
  let last: Instant | null = null
  for (const { seq, row, passes } of everyEvent(driver, stream)) {
    if (row !== null) told.tornEnd = !passes
    if (passes && row !== null) last = instant(row.at)
    told.loss = passes ? endedAt(told.loss, last) : withOne(told.loss, { stream, seq, last })
  }
  return told
}

const endedAt = (loss: Loss | null, before: Instant | null): Loss | null =>
  loss?.before === null ? { ...loss, before } : loss

const withOne = (
  loss: Loss | null,
  { stream, seq, last }: { readonly stream: string; readonly seq: number; readonly last: Instant | null },
): Loss =>
  loss === null
    ? { stream, from: seq, to: seq, entries: 1, after: last, before: null }
    : { ...loss, to: seq, entries: loss.entries + 1, before: null }

/** By its events, and by what its commands say that they made. */
function lastKnown(driver: Driver, stream: string): number {
  const most = (sql: string) =>
    unlessCorrupt(() => {
      const row = driver.get(sql, [stream])
      return row === null ? 0 : whole(row, 'seq')
    }, 0)
  return Math.max(
    most('SELECT seq FROM event WHERE stream = ? ORDER BY seq DESC LIMIT 1'),
    most('SELECT coalesce(max(last_seq), 0) AS seq FROM command WHERE stream = ?'),
  )
}

export function unlessDamaged<T>(work: () => T, otherwise: T): T {
  try {
    return unlessCorrupt(work, otherwise)
  } catch (error) {
    if (error instanceof LogDamaged) return otherwise
    throw error
  }
}

export function unlessCorrupt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof DriverError && error.trouble === 'corrupt') return otherwise
    throw error
  }
}
