// The incidents of this house, and its drills: a stream of each, open whether a performance is or not.

import {
  applyIncident,
  decideIncident,
  emptyIncidents,
  type Incident,
  type IncidentCommand,
  type IncidentState,
} from '../../core/incident/incident.ts'
import type { Author } from '../../core/incident/record.ts'
import { id } from '../../core/kit/ids.ts'
import type { IncidentBatch, IncidentTaken } from '../../wire/incident.ts'
import type { Clock } from '../clock/clock.ts'
import { DRILL_STREAM, INCIDENT_STREAM, type Log } from '../log/log.ts'
import { type Owner, type OwnerAnswer, startOwner } from '../owner/owner.ts'

export type Incidents = {
  /** Written down, or why not. What is already there counts as taken. */
  take(batch: IncidentBatch, author: Author): Promise<IncidentTaken | Exclude<OwnerAnswer, { ok: true }>>
  all(drill: boolean): readonly Incident[]
  onChange(listener: () => void): void
  close(): Promise<void>
}

type Kept = Owner<IncidentState, IncidentCommand>

export async function openIncidents(log: Log, clock: Clock, freshId: () => string): Promise<Incidents> {
  const open = (stream: string): Promise<Kept> =>
    startOwner<IncidentState, IncidentCommand>(log, clock, {
      ...{ stream, projector: 'incidents@1', empty: emptyIncidents, apply: applyIncident },
      decide: (state, command, { at }) => decideIncident(state, command, { at }),
      // Who it was lies in the part that can be erased.
      authorOf: ({ author }) => author.device,
    })
  const [real, drills] = [await open(INCIDENT_STREAM), await open(DRILL_STREAM)]
  const hand = async (owner: Kept, command: IncidentCommand): Promise<OwnerAnswer | null> => {
    if (command.said.length === 0) return null
    const by = {
      device: id<'device'>(command.author.device),
      roles: [],
      person: null,
      department: null,
      place: null,
    }
    // A fresh id each time: what makes an entry the same is its own id, and it may come in another company.
    return owner.submit({ id: `incident:${freshId()}`, by, madeAt: clock.now(), command })
  }
  return {
    take: async ({ said, sentAt }, author) => {
      const aheadMs = Math.round(sentAt - clock.now())
      const of = (drill: boolean): IncidentCommand => ({
        name: 'incident.record',
        said: said.filter((one) => one.drill === drill),
        ...{ aheadMs, author },
      })
      for (const [owner, command] of [[real, of(false)] as const, [drills, of(true)] as const]) {
        const answer = await hand(owner, command)
        if (answer !== null && !answer.ok) return answer
      }
      return { taken: said.map((one) => one.id) }
    },
    all: (drill) => (drill ? drills : real).state().incidents,
    onChange: (listener) => {
      real.onChange(listener)
      drills.onChange(listener)
    },
    close: async () => {
      await real.close()
      await drills.close()
    },
  }
}
