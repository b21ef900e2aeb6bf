// That somebody is down, for whoever must know it at once: where, since when, and who does what. Not who it is, nor what was written.

import type { Viewer } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { functionsOf } from './functions.ts'
import type { Incident } from './incident.ts'
import { inOrder, openedAt, perhapsSame } from './order.ts'
import type { FunctionName, IncidentId } from './record.ts'
import { isGoing, mayReadWhole, TOLD_MS, wholes } from './whole.ts'

/** On one screen, and of whom it is asked who may know more: the newest, and those in which somebody does something. */
export const OPEN_LINES_MAX = 8

export type OpenLine = {
  readonly id: IncidentId
  readonly drill: boolean
  readonly at: Instant
  /** As the desk named the device that raised it, or as somebody said. */
  readonly place: string | null
  /** How many others were raised at about the same time: perhaps the same. */
  readonly alike: number
  readonly functions: readonly { readonly name: FunctionName; readonly holders: readonly string[] }[]
}
export type IncidentsSection = { readonly open: readonly OpenLine[] }

/** Of which this viewer may print the sheet: whether it goes on or was stood down, of the last twelve hours, the newest first. */
export function readableLines(
  all: readonly Incident[],
  viewer: Viewer,
  now: Instant,
): readonly Pick<OpenLine, 'id' | 'drill' | 'at' | 'place'>[] {
  const lines = wholes(all).flatMap((incident) => {
    const at = openedAt(incident)
    if (at === null || now - at > TOLD_MS || !mayReadWhole(viewer, incident)) return []
    const { id, drill, records } = incident
    return [{ id, drill, at, place: placeIn(records) }]
  })
  return lines.toSorted((one, other) => other.at - one.at).slice(0, OPEN_LINES_MAX)
}

const placeIn = (records: Incident['records']): string | null => {
  const raised = inOrder(records).find(({ what }) => what.kind === 'opened')?.what
  return raised?.kind === 'opened' ? raised.place : null
}

export function incidentsSection(all: readonly Incident[], now: Instant): IncidentsSection {
  const open = wholes(all).flatMap((incident): readonly OpenLine[] => {
    const at = openedAt(incident)
    if (at === null || !isGoing(incident, now)) return []
    const { id, drill, records } = incident
    const place = placeIn(records)
    const functions = functionsOf(records)
      .map(({ name, holders }) => ({ name, holders: holders.map(({ who }) => who) }))
      .filter(({ holders }) => holders.length > 0)
    return [{ id, drill, at, place, functions, alike: perhapsSame(incident, all).length }]
  })
  const newestFirst = open.toSorted((one, other) => other.at - one.at)
  const kept = new Set(newestFirst.toSorted(attendedFirst(newestFirst[0])).slice(0, OPEN_LINES_MAX))
  return { open: newestFirst.filter((line) => kept.has(line)) }
}

/** Whoever raises many hides none that people work on; and the newest, on which nobody does yet, is never left out. */
const attendedFirst =
  (newest: OpenLine | undefined) =>
  (one: OpenLine, other: OpenLine): number =>
    rankOf(one, newest) - rankOf(other, newest)

const rankOf = (line: OpenLine, newest: OpenLine | undefined): number =>
  line === newest ? 0 : line.functions.length > 0 ? 1 : 2
