// In which order an incident is read, and why a line stands where it stands; what became of it, and what may be the same.

import { type Instant, minutes } from '../kit/time.ts'
import type { Incident } from './incident.ts'
import type { IncidentRecord } from './record.ts'

/** Why it stands below the line above it. */
export type Because = 'first' | 'happened-later' | 'written-down-later' | 'same-moment'

export type Line = {
  readonly record: IncidentRecord
  readonly because: Because
  /** What was added to it afterwards; the line itself stays as it was. */
  readonly corrections: readonly IncidentRecord[]
}

/** A device's clock may be wrong by so much before the line says that its time was put right. */
export const CLOCK_SAID_MS = 1_000

/**
 * By when it began, then by when that was written down; what is still the same, by who wrote it, so that every device
 * has one order. Both authors of a split keep all they wrote.
 */
export const inOrder = (records: readonly IncidentRecord[]): readonly IncidentRecord[] =>
  records.toSorted(
    (one, other) =>
      one.happened.from - other.happened.from ||
      one.enteredAt - other.enteredAt ||
      compared(one.author.device, other.author.device) ||
      compared(one.id, other.id),
  )

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export function linesOf(records: readonly IncidentRecord[]): readonly Line[] {
  const sorted = inOrder(records)
  const corrects = (id: string) => sorted.filter(({ what }) => what.kind === 'corrects' && what.record === id)
  const known = new Set(sorted.map(({ id }) => id))
  return (
    sorted
      // What corrects a line that has not come yet stands by itself until it does.
      .filter(({ what }) => what.kind !== 'corrects' || !known.has(what.record))
      .map((record, index, shown) => ({
        record,
        because: because(shown[index - 1], record),
        corrections: corrects(record.id),
      }))
  )
}

function because(above: IncidentRecord | undefined, record: IncidentRecord): Because {
  if (!above) return 'first'
  if (above.happened.from < record.happened.from) return 'happened-later'
  return above.enteredAt < record.enteredAt ? 'written-down-later' : 'same-moment'
}

export const openedAt = ({ records }: Incident): Instant | null =>
  inOrder(records).find(({ what }) => what.kind === 'opened')?.happened.from ??
  inOrder(records)[0]?.happened.from ??
  null

export const isStoodDown = ({ records }: Incident): boolean =>
  records.some(({ what }) => what.kind === 'stood-down')

/** Raised by somebody else at about the same time: perhaps the same. Labelled, and joined only by a person. */
export const PERHAPS_SAME_MS = minutes(10)

export function perhapsSame(incident: Incident, all: readonly Incident[]): readonly Incident[] {
  const at = openedAt(incident)
  return all.filter((other) => {
    const otherAt = openedAt(other)
    if (other.id === incident.id || other.drill !== incident.drill || at === null || otherAt === null)
      return false
    return Math.abs(at - otherAt) <= PERHAPS_SAME_MS && !isJoined(incident, other)
  })
}

const joins = ({ records }: Incident, other: Incident): boolean =>
  records.some(({ what }) => what.kind === 'same-as' && what.incident === other.id)

const isJoined = (one: Incident, other: Incident): boolean => joins(one, other) || joins(other, one)

/** All that is written of it, with what somebody said is the same; each keeps its own id. */
export function wholeOf(incident: Incident, all: readonly Incident[]): readonly IncidentRecord[] {
  const whole = new Set([incident])
  for (const one of whole)
    for (const other of all) if (other.drill === one.drill && isJoined(one, other)) whole.add(other)
  return [...whole].flatMap(({ records }) => records)
}
