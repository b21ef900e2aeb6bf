// Records of incidents as devices say them, short enough to read; and the state that comes of them.

import {
  applyIncident,
  decideIncident,
  emptyIncidents,
  type Incident,
  type IncidentState,
} from '../../src/core/incident/incident.ts'
import type { Said, What } from '../../src/core/incident/record.ts'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'

export const NOON = 1_790_000_000_000
export const theIncident = id<'incident'>('incident-one')

let drawn = 0
export const said = (what: What, madeAt: number = NOON, parts: Partial<Said> = {}): Said => {
  drawn += 1
  const usual = { incident: theIncident, drill: false, happened: null } as const
  return {
    id: `said-here-${drawn}`,
    ...usual,
    evidence: 'pressed',
    certainty: 'certain',
    madeAt,
    what,
    ...parts,
  }
}

export type From = { readonly device?: string; readonly aheadMs?: number; readonly at?: number }

/** Taken by the house; a refusal is a fault of the test. */
export function tell(state: IncidentState, all: readonly Said[], from: From = {}): IncidentState {
  const { device = 'phone', aheadMs = 0, at = NOON + 3_600_000 } = from
  const command = { name: 'incident.record', said: all, aheadMs, author: { device, person: null } } as const
  const decision = decideIncident(state, command, { at: instant(at) })
  if (!decision.ok) throw new Error(decision.refusal.sentence)
  return decision.value.reduce(
    (folded, event) => applyIncident(folded, { ...event, seq: folded.seq + 1 }),
    state,
  )
}

export const told = (all: readonly Said[], from: From = {}): IncidentState => tell(emptyIncidents, all, from)

export function only({ incidents }: IncidentState): Incident {
  const [first] = incidents
  if (!first || incidents.length !== 1) throw new Error(`${incidents.length} incidents`)
  return first
}
