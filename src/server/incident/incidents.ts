// The incidents and roll calls of this house, and its drills: a stream of each, open whether a performance is or not.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Proposal } from '../../core/incident/functions.ts'
import {
  applyIncident,
  decideIncident,
  emptyIncidents,
  type Incident,
  type IncidentCommand,
  type IncidentState,
} from '../../core/incident/incident.ts'
import type { Author, Said } from '../../core/incident/record.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import {
  applyRollCall,
  decideRollCall,
  emptyRollCalls,
  type RollCallCommand,
  type RollCallState,
} from '../../core/roll-call/roll-call.ts'
import type { IncidentBatch, IncidentTaken } from '../../wire/incident.ts'
import type { RollCallBatch } from '../../wire/roll-call.ts'
import type { Clock } from '../clock/clock.ts'
import { DRILL_STREAM, INCIDENT_STREAM, type Log } from '../log/log.ts'
import { type LoggedEvent, type Owner, type OwnerAnswer, startOwner } from '../owner/owner.ts'
import type { Stood } from './showing.ts'

export type Incidents = {
  /** Written down, or why not. What is already there counts as taken. */
  take(batch: IncidentBatch, author: Author): Promise<IncidentTaken | Exclude<OwnerAnswer, { ok: true }>>
  all(drill: boolean): readonly Incident[]
  /** What became of the show meanwhile, by the performance's own record. */
  noteShow(incident: Pick<Incident, 'id' | 'drill'>, stood: readonly Stood[]): Promise<void>
  /** Of the newest record: what has this has all of it. */
  seq(drill: boolean): number
  /** What the house asks people for, written down as proposed by nobody but itself. */
  propose(incident: Pick<Incident, 'id' | 'drill'>, proposals: readonly Proposal[]): Promise<void>
  /** The same of roll calls: null once it is written down. A device may always ask once more. */
  takeRollCall(
    batch: RollCallBatch,
    by: Viewer,
    roster: RollCallCommand['roster'],
  ): Promise<Exclude<OwnerAnswer, { ok: true }> | null>
  rollCalls(drill: boolean): RollCallState
  onChange(listener: () => void): void
  close(): Promise<void>
}

type Both = { readonly incidents: IncidentState; readonly rollCalls: RollCallState }
type Command = IncidentCommand | RollCallCommand
type Kept = Owner<Both, Command>

/** Whoever writes of an incident needs no role. */
const nobody = { roles: [], person: null, department: null, place: null }

const empty: Both = { incidents: emptyIncidents, rollCalls: emptyRollCalls }

/** One stream, two nouns: neither folds what is the other's. */
function apply({ incidents, rollCalls }: Both, event: LoggedEvent): Both {
  if (event.type !== 'roll-call.recorded' || event.v !== 1)
    return { incidents: applyIncident(incidents, event), rollCalls }
  return {
    incidents: { ...incidents, seq: event.seq },
    rollCalls: applyRollCall(rollCalls, event.body, event.detail),
  }
}

export async function openIncidents(log: Log, clock: Clock, freshId: () => string): Promise<Incidents> {
  const open = (stream: string): Promise<Kept> =>
    startOwner<Both, Command>(log, clock, {
      ...{ stream, projector: 'incidents@2', empty, apply },
      decide: ({ incidents, rollCalls }, command, context) =>
        command.name === 'roll-call.record'
          ? decideRollCall(rollCalls, command, context)
          : decideIncident(incidents, command, context),
      // Who it was lies in the part that can be erased.
      authorOf: ({ author }) => author.device,
    })
  const [real, drills] = [await open(INCIDENT_STREAM), await open(DRILL_STREAM)]
  const hand = async (owner: Kept, command: IncidentCommand): Promise<OwnerAnswer | null> => {
    if (command.said.length === 0) return null
    const by = { ...nobody, device: id<'device'>(command.author.device) }
    // A fresh id each time: what makes an entry the same is its own id, and it may come in another company.
    return owner.submit({ id: `incident:${freshId()}`, by, madeAt: clock.now(), command })
  }
  const { propose, noteShow } = byHouse({ now: () => clock.now(), freshId }, (drill, command) =>
    hand(drill ? drills : real, command),
  )
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
    propose,
    noteShow,
    all: (drill) => (drill ? drills : real).state().incidents.incidents,
    seq: (drill) => (drill ? drills : real).state().incidents.seq,
    takeRollCall: async ({ said, drill, sentAt }, by, roster) => {
      const aheadMs = Math.round(sentAt - clock.now())
      const own = said.filter((one) => one.drill === drill)
      if (own.length === 0) return null
      const author = { device: by.device, person: by.person }
      const command: RollCallCommand = { name: 'roll-call.record', said: own, aheadMs, author, roster }
      const request = { id: `roll-call:${freshId()}`, by, madeAt: clock.now(), command }
      const answer = await (drill ? drills : real).submit(request)
      return answer.ok ? null : answer
    },
    rollCalls: (drill) => (drill ? drills : real).state().rollCalls,
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

type Its = Pick<Incident, 'id' | 'drill'>
type Hand = (drill: boolean, command: IncidentCommand) => Promise<OwnerAnswer | null>

/** What nobody said and the house writes down by itself. */
function byHouse(
  { now, freshId }: { readonly now: () => number; readonly freshId: () => string },
  hand: Hand,
): Pick<Incidents, 'propose' | 'noteShow'> {
  const byItself = ({ id: incident, drill }: Its) => ({
    ...{ id: `house:${freshId()}`, incident, drill, madeAt: now(), happened: null },
    ...({ evidence: 'proposed', certainty: 'certain' } as const),
  })
  const write = async ({ drill }: Its, said: readonly Said[]): Promise<void> => {
    const author = { device: theMachine.device, person: null }
    const answer = await hand(drill, { name: 'incident.record', said, aheadMs: 0, author })
    if (answer !== null && !answer.ok && 'failure' in answer) throw new Error(answer.failure)
  }
  return {
    propose: (incident, proposals) =>
      write(
        incident,
        proposals.map((one) => ({ ...byItself(incident), what: { kind: 'function', ...one } })),
      ),
    noteShow: (incident, stood) =>
      write(
        incident,
        stood.map(({ decision, where, at }) => ({
          ...byItself(incident),
          happened: { from: at, to: at },
          what: { kind: 'show', decision, where },
        })),
      ),
  }
}
