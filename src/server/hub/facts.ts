// What only the server knows: who is connected, and whether the record is being kept.

import { lastSaidAt } from '../../core/absence/absence.ts'
import { sees, type Viewer } from '../../core/disclosure/policy.ts'
import { askedSection } from '../../core/incident/asked.ts'
import type { Incident } from '../../core/incident/incident.ts'
import { leavingSection } from '../../core/incident/leaving.ts'
import { incidentsSection } from '../../core/incident/open-lines.ts'
import { type QuietHelps, quietSection } from '../../core/incident/quiet-help.ts'
import { unreachedSection } from '../../core/incident/unreached.ts'
import { isOpen } from '../../core/installation/decide-groups.ts'
import { removedLately } from '../../core/installation/exposure.ts'
import { personRoles } from '../../core/installation/person-roles.ts'
import type { Instant } from '../../core/kit/time.ts'
import { hearsOfRollCalls, rollCallGoing } from '../../core/roll-call/going.ts'
import type { RollCallState } from '../../core/roll-call/roll-call.ts'
import type { PersonId } from '../../core/show/show.ts'
import type { DevicesSection, Sections } from '../../wire/messages.ts'
import type { Posting } from './board.ts'
import type { Roll } from './roll.ts'
import type { Stage } from './stage.ts'

type House = {
  readonly stage: Stage
  readonly roll: Roll
  readonly connected: ReadonlySet<string>
  readonly now: Instant
  /** Null where this house keeps none. */
  readonly incidents: {
    readonly all: (drill: boolean) => readonly Incident[]
    readonly quiet: () => QuietHelps
    readonly rollCalls: (drill: boolean) => RollCallState
  } | null
  /** Who has a code for the stage door. */
  readonly withCode: () => readonly PersonId[]
  readonly reached: Pick<DevicesSection, 'addresses' | 'name' | 'moved' | 'secure'>
  /** So many sections cannot be worked out, for a mistake of ours. */
  readonly lost: number
}

/** What this viewer may see of it. */
export function factPostings(viewer: Viewer, house: () => House): Posting[] {
  const posting = (section: 'devices' | 'keeping' | 'codes', key: string, write: () => unknown): Posting[] =>
    sees(viewer, section) === 'all'
      ? [{ section, key, fixed: false, write: () => JSON.stringify(write()) }]
      : []
  const withPeople = sees(viewer, 'obligations') === 'all'
  return [
    ...posting('devices', withPeople ? 'devices' : 'devices:nameless', () =>
      devicesSection(house(), withPeople),
    ),
    ...posting('keeping', 'keeping', () => keepingLine(house())),
    ...incidentPosting(viewer, house),
    ...leavingPosting(viewer, house),
    ...unreachedPosting(viewer, house),
    ...askedPosting(viewer, house),
    ...quietPosting(viewer, house),
    ...rollCallPosting(viewer, house),
    ...posting('codes', 'codes', () => ({ people: house().withCode() })),
  ]
}

function incidentPosting(viewer: Viewer, house: () => House): Posting[] {
  if (sees(viewer, 'incident open') !== 'all' || house().incidents === null) return []
  const write = () => {
    const { incidents, now } = house()
    return JSON.stringify(incidentsSection(incidents?.all(false) ?? [], now))
  }
  return [{ section: 'incidents', key: 'incidents', fixed: false, write }]
}

/** Whose place has to be filled because they went along with somebody: for those who say who is out (N27). */
function leavingPosting(viewer: Viewer, house: () => House): Posting[] {
  if (sees(viewer, 'availability') !== 'all' || house().incidents === null) return []
  const write = () => {
    const { incidents, stage, now } = house()
    const night = stage.night()
    if (!night) return JSON.stringify({ lines: [] })
    const { absence } = night.owner.state()
    const saidAt = (person: PersonId) => lastSaidAt(absence, person)
    const { people: company } = night.plan.show
    return JSON.stringify(leavingSection(incidents?.all(false) ?? [], { company, saidAt }, now))
  }
  return [{ section: 'leaving', key: 'leaving', fixed: false, write }]
}

/** For the desk, which names them on cans: those who see both who is asked and which screen answers (INCIDENT-82). */
function unreachedPosting(viewer: Viewer, house: () => House): Posting[] {
  const isDesk = sees(viewer, 'devices') === 'all' && sees(viewer, 'incident open') === 'all'
  if (!isDesk || house().incidents === null) return []
  const write = () => {
    const { incidents, stage, roll, connected, now } = house()
    // Asked of everybody at each GO: while nobody is asked for anything no device is gone through.
    let answering: ReadonlySet<PersonId | null> | null = null
    const isReached = (person: PersonId): boolean => {
      answering ??= new Set(
        stage.installation
          .state()
          .devices.filter(({ revokedAt }) => revokedAt === null)
          .filter(({ id, pairedAt }) => isAnswering(roll.line(id, connected.has(id), now, pairedAt)))
          .map((device) => device.person),
      )
      return answering.has(person)
    }
    return JSON.stringify(unreachedSection(incidents?.all(false) ?? [], isReached, now))
  }
  return [{ section: 'unreached', key: 'unreached', fixed: false, write }]
}

/** A phone that is there and says nothing lies locked in a pocket. */
const isAnswering = ({ connected, lastSeenAt }: ReturnType<Roll['line']>): boolean =>
  connected && lastSeenAt === null

/** What is asked of one person, and of whoever calls: on their own screen, and on no other (INCIDENT-62). */
function askedPosting(viewer: Viewer, house: () => House): Posting[] {
  const { person, roles } = viewer
  const isAsked = person !== null || roles.includes('caller')
  if (!isAsked || sees(viewer, 'incident board') === null || house().incidents === null) return []
  const write = () => {
    const { incidents, now } = house()
    const lists = [false, true].map((drill) => incidents?.all(drill) ?? [])
    return JSON.stringify(askedSection(lists, viewer, now))
  }
  const key = `asked:${person ?? ''}:${roles.includes('caller') ? 'caller' : ''}`
  return [{ section: 'asked', key, fixed: false, write }]
}

const NOBODY_ASKS = Symbol('nobody asks for help')

/** Help asked for without a sound; never on the device that asked, so it is each device's own (QUIET-5). */
function quietPosting(viewer: Viewer, house: () => House): Posting[] {
  const scope = sees(viewer, 'quiet help')
  if (scope === null || house().incidents === null) return []
  const write = () => {
    const { incidents, now } = house()
    return JSON.stringify(incidents ? quietSection(incidents.quiet(), viewer, now) : null)
  }
  // Each device has its own, and while nobody asks a GO looks into none of them.
  const again = () => (house().incidents?.quiet().all.length === 0 ? NOBODY_ASKS : Symbol())
  return [{ section: 'quietHelp', key: `quietHelp:${scope}:${viewer.device}`, fixed: false, again, write }]
}

/** That a roll call goes on, for whoever would take part in it (ROLLCALL-24). A drill is told by its own page. */
function rollCallPosting(viewer: Viewer, house: () => House): Posting[] {
  if (!hearsOfRollCalls(viewer) || house().incidents === null) return []
  const write = () => {
    const { incidents, now } = house()
    return JSON.stringify(incidents ? rollCallGoing(incidents.rollCalls(false), now) : { going: null })
  }
  return [{ section: 'rollCall', key: 'rollCall', fixed: false, write }]
}

/** `withPeople`: to whoever only runs the installation a device has a name, and nobody's (DISCLOSURE-9). */
function devicesSection(house: House, withPeople: boolean): DevicesSection {
  const { stage, roll, connected, now, reached } = house
  const { devices, groups } = stage.installation.state()
  const show = withPeople ? stage.night()?.plan.show : undefined
  return {
    devices: devices
      .filter((device) => device.revokedAt === null)
      .map(({ id, name, roles, department, person, place, group, screen, pairedAt }) => ({
        id,
        name,
        roles,
        department,
        person: withPeople ? person : null,
        paired: pairedAt !== null,
        place,
        group,
        sentTo: screen,
        ...roll.line(id, connected.has(id), now, pairedAt),
      })),
    groups: groups
      .filter((group) => isOpen(group, stage.door.now()))
      .map(({ id, name, roles, joined, devicesMax, until }) => ({
        id,
        name,
        roles,
        joined,
        devicesMax,
        until: stage.door.shown(until),
      })),
    people: (show?.people ?? []).map(({ id, callName }) => ({
      id,
      name: callName,
      roles: show ? personRoles(show, id) : [],
    })),
    removed: removedLately(stage.installation.state(), stage.door.now()).map((device) => ({
      ...{ id: device.id, name: device.name, heardAt: roll.heardAt(device.id) },
      at: device.revokedAt ?? device.copiedAt ?? now,
      ...{ isCopied: device.copiedAt !== undefined, isIn: device.revokedAt === null },
      hasLeft: device.hasLeft === true,
    })),
    places: (show?.venue.places ?? []).map(({ id, code, name }) => ({ id, code, name })),
    ...reached,
  }
}

function keepingLine({ stage, lost }: House): NonNullable<Sections['keeping']> {
  const owner = stage.night()?.owner
  const mistakes = owner?.quarantined() ?? 0
  const failing = owner?.failing() ?? stage.installation.failing()
  const unread = (owner?.state().damage ?? []).filter(({ readAt }) => readAt === null)
  const damage = unread.map(({ readAt: _none, ...one }) => one)
  return {
    ...{ level: 'local', failing, unknownEvents: owner?.state().unknown ?? 0 },
    ...(mistakes > 0 ? { mistakes } : {}),
    ...(lost > 0 ? { unshown: lost } : {}),
    ...(damage.length > 0 ? { damage } : {}),
  }
}
