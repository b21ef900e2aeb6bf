// The incidents and roll calls of this house, and its drills: a stream of each, open whether a performance is or not.

import {
  type AccidentBook,
  applyBook,
  type BookCommand,
  decideBook,
  emptyBook,
  replaceBook,
} from '../../core/accident/book.ts'
import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Proposal } from '../../core/incident/functions.ts'
import {
  applyIncident,
  decideIncident,
  emptyIncidents,
  type Incident,
  type IncidentCommand,
  type IncidentState,
  replaceIncident,
} from '../../core/incident/incident.ts'
import {
  applyQuiet,
  decideQuiet,
  isQuiet,
  noQuietHelp,
  type QuietCommand,
  type QuietHelps,
} from '../../core/incident/quiet-help.ts'
import type { Author, Said } from '../../core/incident/record.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import type { Instant } from '../../core/kit/time.ts'
import { standsFor } from '../../core/retention/replaced.ts'
import {
  applyRollCall,
  decideRollCall,
  emptyRollCalls,
  type RollCallCommand,
  type RollCallState,
  replaceRollRecord,
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
  /** What the house asks people for, written down as proposed by nobody but itself. */
  propose(incident: Pick<Incident, 'id' | 'drill'>, proposals: readonly Proposal[]): Promise<void>
  /** The same of roll calls: null once it is written down. A device may always ask once more. */
  takeRollCall(
    batch: RollCallBatch,
    by: Viewer,
    roster: RollCallCommand['roster'],
  ): Promise<Exclude<OwnerAnswer, { ok: true }> | null>
  rollCalls(drill: boolean): RollCallState
  /** The accident book. There is no drill of it. */
  book(): AccidentBook
  takeBook(command: BookCommand, by: Viewer): Promise<Exclude<OwnerAnswer, { ok: true }> | null>
  /** Help that was asked for without a sound. `by`: null for a device that nobody has paired. */
  quiet(): QuietHelps
  takeQuiet(command: QuietCommand, by: Viewer | null): Promise<Exclude<OwnerAnswer, { ok: true }> | null>
  onChange(listener: () => void): void
  close(): Promise<void>
}

type All = {
  readonly incidents: IncidentState
  readonly rollCalls: RollCallState
  readonly book: AccidentBook
  readonly quiet: QuietHelps
}
type Command =
  | IncidentCommand
  | RollCallCommand
  | QuietCommand
  | (BookCommand & { readonly author: { readonly device: string } })
type Kept = Owner<All, Command>

/** Whoever writes of an incident needs no role. */
const nobody = { roles: [], person: null, department: null, place: null }

const empty: All = {
  incidents: emptyIncidents,
  rollCalls: emptyRollCalls,
  book: emptyBook,
  quiet: noQuietHelp,
}

/** One stream, four nouns: none folds what is another's. */
function apply(all: All, event: LoggedEvent): All {
  const counted = { ...all, incidents: { ...all.incidents, seq: event.seq } }
  const stood = standsFor(event)
  if (stood !== null) return replaced(counted, { ...event, ...stood })
  if (event.v === 1 && event.type === 'roll-call.recorded')
    return { ...counted, rollCalls: applyRollCall(all.rollCalls, event.body, event.detail) }
  if (event.v === 1 && (event.type === 'accident.written' || event.type === 'accident.decided'))
    return { ...counted, book: applyBook(all.book, event) }
  if (isQuiet(event)) return { ...counted, quiet: applyQuiet(all.quiet, event) }
  return { ...all, incidents: applyIncident(all.incidents, event) }
}

/** What was said by name is said by roles from then on. */
function replaced(all: All, event: LoggedEvent): All {
  if (event.type === 'roll-call.recorded')
    return { ...all, rollCalls: replaceRollRecord(all.rollCalls, event.body, event.detail) }
  return event.type === 'incident.recorded'
    ? { ...all, incidents: replaceIncident(all.incidents, event) }
    : { ...all, book: replaceBook(all.book, event) }
}

function decide(
  { incidents, rollCalls, book, quiet }: All,
  command: Command,
  context: { readonly at: Instant; readonly by: Viewer },
) {
  if (command.name === 'roll-call.record') return decideRollCall(rollCalls, command, context)
  if (command.name === 'incident.record') return decideIncident(incidents, command, context)
  if (command.name === 'quiet-help.ask' || command.name === 'quiet-help.answer')
    return decideQuiet(quiet, command, context)
  return decideBook(book, command, context)
}

type Asked = { readonly by: Viewer; readonly madeAt: Instant; readonly id: string }

const quietlyBy = (owner: Kept, asked: () => Omit<Asked, 'by'>): Pick<Incidents, 'quiet' | 'takeQuiet'> => ({
  quiet: () => owner.state().quiet,
  takeQuiet: async (command, viewer) => {
    const by = viewer ?? { ...nobody, device: id<'device'>(command.author.device) }
    const answer = await owner.submit({ ...asked(), by, command })
    return answer.ok ? null : answer
  },
})

async function takeBook(owner: Kept, said: BookCommand, { by, ...rest }: Asked) {
  const command = { ...said, author: { device: by.device } }
  const answer = await owner.submit({ ...rest, by, command })
  return answer.ok ? null : answer
}

export async function openIncidents(log: Log, clock: Clock, freshId: () => string): Promise<Incidents> {
  const open = (stream: string): Promise<Kept> =>
    startOwner<All, Command>(log, clock, {
      ...{ stream, projector: 'incidents@5', empty, apply },
      decide,
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
    book: () => real.state().book,
    takeBook: (command, by) => takeBook(real, command, { by, madeAt: clock.now(), id: `book:${freshId()}` }),
    ...quietlyBy(real, () => ({ madeAt: clock.now(), id: `quiet-help:${freshId()}` })),
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
