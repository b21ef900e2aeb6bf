// Roll calls as devices say them, short enough to read; and the state that comes of them.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import {
  type Listed,
  personKey,
  type RollRecord,
  type RollSaid,
  type SaidWhat,
} from '../../src/core/roll-call/record.ts'
import {
  applyRollCall,
  decideRollCall,
  emptyRollCalls,
  type RollCallState,
} from '../../src/core/roll-call/roll-call.ts'
import { aViewer } from './nights.ts'

export const NOON = 1_790_000_000_000
export const theRollCall = id<'roll-call'>('roll-call-one')

export const listed = (name: string, parts: Partial<Listed> = {}): Listed => ({
  ...{ who: personKey(id(name)), name: `${name} Whole`, kind: 'company', status: 'in', signedAt: null },
  ...{ with: null, chaperone: null, last: null, due: null },
  ...parts,
})

let drawn = 0
export const said = (what: SaidWhat, madeAt: number = NOON, parts: Partial<RollSaid> = {}): RollSaid => {
  drawn += 1
  return { id: `roll-said-${drawn}`, rollCall: theRollCall, drill: false, madeAt, what, ...parts }
}
export const begun = said({ kind: 'begun', by: 'Ruth Amari' })
export const sees = (
  who: string,
  at: number = NOON + 60_000,
  by = 'Ade Lamb',
  point = 'Car park',
): RollSaid => said({ kind: 'seen', who: personKey(id(who)), point, by, name: null }, at)

export type From = {
  readonly by?: Viewer
  readonly at?: number
  readonly aheadMs?: number
  readonly people?: readonly Listed[]
  readonly house?: number | null
}

export const asking = (all: readonly RollSaid[], from: From = {}) => {
  const { by = aViewer('SM', { person: 'ruth' }), aheadMs = 0, people = [], house = null } = from
  const author = { device: by.device, person: by.person }
  const command = {
    name: 'roll-call.record',
    said: all,
    aheadMs,
    author,
    roster: () => ({ people, house }),
  } as const
  return (state: RollCallState) =>
    decideRollCall(state, command, { at: instant(from.at ?? NOON + 3_600_000), by })
}

/** Taken by the house; a refusal is a fault of the test. */
export function tell(state: RollCallState, all: readonly RollSaid[], from: From = {}): RollCallState {
  const decision = asking(all, from)(state)
  if (!decision.ok) throw new Error(decision.refusal.sentence)
  return decision.value.reduce((folded, { body, detail }) => applyRollCall(folded, body, detail), state)
}

export const told = (all: readonly RollSaid[], from: From = {}): RollCallState =>
  tell(emptyRollCalls, all, from)

export const recordsIn = ({ rollCalls }: RollCallState): readonly RollRecord[] =>
  rollCalls.flatMap(({ records }) => records)
