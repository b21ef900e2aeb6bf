// What deciding is given and what it answers, and the words that every refusal at the desk shares.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { Department, Show } from '../show/show.ts'
import { DECK, type Moment, type MomentId, momentName, partOf, type Timeline } from '../show/timeline.ts'
import type { CallingCommand } from './commands.ts'
import type { CallingEvent } from './events.ts'
import { type CallingState, nextOf } from './state.ts'

export type CallingContext = {
  readonly show: Show
  readonly plan: Timeline
  /** When the server decides. */
  readonly at: Instant
  /** When the person pressed, in server time as well as their device knows it. */
  readonly madeAt: Instant
  readonly by: Viewer
  readonly goIntervalMs: number
}

export type Decision = Result<readonly CallingEvent[]>

export const happened = (...events: readonly CallingEvent[]): Decision => accepted(events)

export const findMoment = (plan: Timeline, moment: MomentId): Moment | undefined =>
  plan.moments.find((one) => one.id === moment)

/** A department names a moment by its own cue in it (DISCLOSURE-12); everybody else by the moment's name. */
export function inAllWords(command: CallingCommand, { plan, by }: CallingContext): CallingCommand {
  if (!('moment' in command) || sees(by, 'cues') !== 'side' || by.department === null) return command
  const { department } = by
  const found = plan.own[department]?.find(
    (one) => String(partOf(one, department).cues[0]?.id) === command.moment,
  )
  return found ? { ...command, moment: found.id } : command
}

export const unknownMoment = refused('no-such-cue', 'That cue is not in tonight’s running order.')

export const deskMoved = refused('desk-moved', 'The desk has moved since: look again.')

/** Where a list stands, for somebody who thought it stood elsewhere. */
export function deskIsAt(state: CallingState, { plan, show }: CallingContext, playhead = DECK): string {
  const next = nextOf(plan, state, playhead)
  return next ? `the desk is at ${momentName(next, show.departments)}.` : 'no cue is left tonight.'
}

/** A moment by the name that whoever asks may read (DISCLOSURE-8). */
export function nameFor(moment: Moment, { show, by }: CallingContext): string {
  if (sees(by, 'cues') === 'all') return momentName(moment, show.departments)
  return by.department === null
    ? 'That cue'
    : momentName(partOf(moment, by.department), show.departments) || 'That cue'
}

/** The caller; or a stage manager who has said so by taking the desk. */
export const callsTonight = (state: CallingState, by: Viewer): boolean =>
  may(by, 'call the show') || (may(by, 'take the desk') && state.desk.taken.includes(by.device))

export const departmentName = (departments: readonly Department[], department: string): string =>
  departments.find((one) => one.id === department)?.name ?? 'That department'

export const tenths = (ms: number): string => (ms / 1000).toFixed(1)
