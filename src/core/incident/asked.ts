// What one person is asked for in an incident, or has taken: for their own screen. Where, until when, and whom they go to.

import type { Viewer } from '../disclosure/policy.ts'
import { type Instant, later } from '../kit/time.ts'
import { ANSWER_MS, type FunctionLine, functionsOf, PROMPT_DESK } from './functions.ts'
import type { Incident } from './incident.ts'
import { inOrder, openedAt } from './order.ts'
import { type FunctionName, type IncidentId, isWidening } from './record.ts'
import { isGoing, wholes } from './whole.ts'

/** On one screen: more than anybody can do at once. */
export const ASKED_LINES_MAX = 6

export type AskedLine = {
  readonly incident: IncidentId
  readonly drill: boolean
  /** As the desk named the device that raised it. */
  readonly place: string | null
  readonly at: Instant
  readonly name: FunctionName
  /** By which name they answer. */
  readonly who: string
  readonly has: boolean
  /** Then it goes on to the next; null where it never does. */
  readonly until: Instant | null
  /** Who has the telephone and is not connected: they are gone to, and the telephone is taken from them. */
  readonly goTo: readonly string[]
  /** Who else was asked to come to them. */
  readonly comes: readonly string[]
}
export type AskedSection = { readonly lines: readonly AskedLine[] }

type Self = Pick<Viewer, 'person' | 'roles'>

/** `lists`: those that are meant, and the drills. */
export function askedSection(
  lists: readonly (readonly Incident[])[],
  self: Self,
  now: Instant,
): AskedSection {
  const going = lists.flatMap(wholes).filter((one) => isGoing(one, now))
  const lines = going.flatMap((incident) => functionsOf(incident.records).flatMap(linesFor(incident, self)))
  return { lines: lines.toSorted((one, other) => other.at - one.at).slice(0, ASKED_LINES_MAX) }
}

const linesFor =
  ({ id: incident, drill, records }: Incident, self: Self) =>
  (line: FunctionLine): readonly AskedLine[] => {
    const isOwn = ({ who, person }: FunctionLine['offered'][number]) =>
      who === PROMPT_DESK ? self.roles.includes('caller') : person !== undefined && person === self.person
    const raised = inOrder(records).find(({ what }) => what.kind === 'opened')?.what
    const place = raised?.kind === 'opened' ? raised.place : null
    const at = openedAt({ id: incident, drill, records })
    if (at === null) return []
    const of = (has: boolean) => (one: FunctionLine['offered'][number]) => {
      const others = (list: readonly { readonly who: string }[]) =>
        line.name === 'emergency-caller'
          ? list.filter(({ who }) => who !== one.who).map(({ who }) => who)
          : []
      return {
        ...{ incident, drill, place, at, name: line.name, who: one.who, has },
        until: has || isWidening(line.name) ? null : later(one.at, ANSWER_MS),
        goTo: others(line.holders),
        comes: has ? others(line.offered) : [],
      }
    }
    return [
      ...line.offered.filter(isOwn).map(of(false)),
      ...line.holders.filter((one) => isOwn(one)).map(of(true)),
    ]
  }
