// The band goes round, and is out: said by whoever conducts, or heard on cans.

import { refused } from '../kit/result.ts'
import type { PlannedVamp } from '../show/timeline.ts'
import type { CallingCommand } from './commands.ts'
import { type CallingContext, type Decision, happened } from './decision.ts'
import { actUp, type CallingState } from './state.ts'

type Of<Name extends CallingCommand['name']> = Extract<CallingCommand, { name: Name }>

export function beginVamp(
  state: CallingState,
  { vamp }: Of<'vamp.begin'>,
  { plan }: CallingContext,
): Decision {
  const found = plan.vamps.find((one) => one.id === vamp)
  if (!found) return unknownVamp
  if (actUp(state)?.act !== found.at.act) return refused('act-not-up', `Act ${found.at.act} is not up.`)
  const now = state.vamp === null ? undefined : plan.vamps[state.vamp.vamp]
  if (now) return refused('vamping', `The band is in ${vampName(now)} already.`)
  return happened({ type: 'vamp.begun', v: 1, body: { vamp } })
}

export function endVamp(state: CallingState, { vamp }: Of<'vamp.end'>, { plan }: CallingContext): Decision {
  const found = plan.vamps.find((one) => one.id === vamp)
  if (!found) return unknownVamp
  if (state.vamp?.vamp !== found.index)
    return refused('not-vamping', `The band is not in ${vampName(found)}.`)
  return happened({ type: 'vamp.ended', v: 1, body: { vamp } })
}

const unknownVamp = refused('no-such-vamp', 'Those bars are not in tonight’s running order.')

/** "the vamp at bar 41": as it is said, by its bar. */
export const vampName = ({ kind, anchor }: PlannedVamp): string =>
  `${kind === 'vamp' ? 'the vamp' : 'the safety bars'}${anchor.bar === undefined ? '' : ` at bar ${anchor.bar}`}`
