// The band goes round, and is out: said by whoever conducts, or heard on cans.

import { refused } from '../kit/result.ts'
import { between, type Instant } from '../kit/time.ts'
import type { PlannedVamp, Timeline } from '../show/timeline.ts'
import type { CallingCommand } from './commands.ts'
import { type CallingContext, type Decision, happened } from './decision.ts'
import { expectedAt, running } from './expected.ts'
import { isJustSaid, saidStands, takenBackStands, vampWord } from './just-said.ts'
import { actUp, type CallingState } from './state.ts'

type Of<Name extends CallingCommand['name']> = Extract<CallingCommand, { name: Name }>

export function beginVamp(
  state: CallingState,
  { vamp }: Of<'vamp.begin'>,
  { plan, at }: CallingContext,
): Decision {
  const found = plan.vamps.find((one) => one.id === vamp)
  if (!found) return unknownVamp
  if (actUp(state)?.act !== found.at.act) return refused('act-not-up', `Act ${found.at.act} is not up.`)
  const now = state.vamp === null ? undefined : plan.vamps[state.vamp.vamp]
  if (now) return refused('vamping', `The band is in ${vampName(now)} already.`)
  if (isJustSaid(state, vampWord, at)) return takenBackStands
  const off = awayMs(state, found, at, plan)
  if (off > VAMP_AWAY_MS_MAX) {
    const minutes = Math.round(off / 60_000)
    return refused('far-off', `By the running of the show ${vampName(found)} is ${minutes} minutes off.`)
  }
  return happened({ type: 'vamp.begun', v: 1, body: { vamp } })
}

/**
 * A vamp says where the show is, so it moves every screen of the house: one that is further from here than this, ahead
 * or behind, is a stray press. A jump or an item that is started puts the show there first.
 */
export const VAMP_AWAY_MS_MAX = 120_000

function awayMs(state: CallingState, { at: point }: PlannedVamp, now: Instant, plan: Timeline): number {
  const clock = running(plan, state)
  return clock === null ? 0 : Math.abs(between(now, expectedAt(clock, point, now)))
}

export function endVamp(
  state: CallingState,
  { vamp }: Of<'vamp.end'>,
  { plan, at }: CallingContext,
): Decision {
  const found = plan.vamps.find((one) => one.id === vamp)
  if (!found) return unknownVamp
  if (state.vamp?.vamp !== found.index)
    return refused('not-vamping', `The band is not in ${vampName(found)}.`)
  if (isJustSaid(state, vampWord, at)) return saidStands
  return happened({ type: 'vamp.ended', v: 1, body: { vamp } })
}

const unknownVamp = refused('no-such-vamp', 'Those bars are not in tonight’s running order.')

/** "the vamp at bar 41": as it is said, by its bar. */
const vampName = ({ kind, anchor }: PlannedVamp): string =>
  `${kind === 'vamp' ? 'the vamp' : 'the safety bars'}${anchor.bar === undefined ? '' : ` at bar ${anchor.bar}`}`
