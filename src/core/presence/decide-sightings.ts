// Who may say that somebody was seen, and why not, in the words of the person who hears it.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { between, type Instant, instant } from '../kit/time.ts'
import type { PersonId, PlaceId, Show } from '../show/show.ts'
import {
  PRESS_AGE_MS_MAX,
  type PresenceCommand,
  SEEN_AT_ONCE_MAX,
  SIGHTINGS_MAX,
  type SightingName,
  sightingNames,
} from './commands.ts'
import type { PresenceEvent } from './events.ts'
import type { EvidenceKind } from './evidence.ts'
import { carriersOf, hearsMicrophones } from './microphones.ts'
import type { Sightings } from './sightings.ts'

type Of<Name extends PresenceCommand['name']> = Extract<PresenceCommand, { name: Name }>
export type SightingCommand = Of<SightingName>

export const isOfSightings = <Command extends { readonly name: string }>(
  command: Command,
): command is Extract<Command, SightingCommand> => (sightingNames as readonly string[]).includes(command.name)

export type SightingContext = {
  readonly show: Show
  readonly at: Instant
  readonly madeAt: Instant
  readonly by: Viewer
  readonly open: boolean
  readonly closed: boolean
  /** Minutes on the show clock at a time. */
  readonly clockAt: (time: Instant) => number
}

type Decision = Result<readonly PresenceEvent[]>

export function decideSightings(
  state: Sightings,
  command: SightingCommand,
  context: SightingContext,
): Decision {
  if (!mayDo(command, context)) return notYours
  if (!context.open) return refused('not-open', 'No performance is open.')
  if (context.closed) return refused('closed', 'This performance is closed.')
  const age = between(context.madeAt, context.at)
  if (age > PRESS_AGE_MS_MAX)
    return refused('too-old', `Not done: that press is ${Math.round(age / 60_000)} minutes old.`)
  if (command.name === 'sighting.undo') return undo(state, command, context)
  if (state.list.length >= SIGHTINGS_MAX)
    return refused('many-sightings', 'No more can be written down tonight of who was seen. Say it on cans.')
  switch (command.name) {
    case 'people.see':
      return see(command, context)
    case 'own.say':
      return ownSay(command, context)
    case 'own.check-in':
      return ownCheckIn(command, context)
    default:
      return command satisfies never
  }
}

const notYours = refused('not-yours', 'This device does not say that. Tell stage management on cans.')
const noSuchPerson = refused('no-such-person', 'Nobody of that name is in this company.')

function mayDo(command: SightingCommand, { by, show }: SightingContext): boolean {
  switch (command.name) {
    case 'people.see':
      if (command.how === 'microphone') return command.by === null && hearsMicrophones(show, by)
      return may(by, 'see people') && (command.by === null || may(by, 'say who saw people'))
    case 'sighting.undo':
      return may(by, 'see people') || by.person !== null
    default:
      return by.person !== null
  }
}

function see({ people, how, place, by: told }: Of<'people.see'>, context: SightingContext): Decision {
  const { show, by } = context
  const seen = [...new Set(people)]
  if (seen.length === 0) return refused('nobody', 'Say who was seen.')
  if (seen.length > SEEN_AT_ONCE_MAX)
    return refused('many-people', `At most ${SEEN_AT_ONCE_MAX} people are seen with one tap.`)
  const witness = told ?? by.person
  const known = new Set<string>(show.people.map(({ id }) => id))
  if (!seen.every((one) => known.has(one)) || (told !== null && !known.has(told))) return noSuchPerson
  if (witness !== null && seen.includes(witness))
    return refused('own-eyes', 'Somebody else must have seen them: nobody sees themself.')
  const carries = how === 'microphone' ? new Set(carriersOf(show).map(({ person }) => person)) : null
  if (carries && !seen.every((one) => carries.has(one)))
    return refused('no-microphone', 'That person has no microphone in the plan.')
  // Where a microphone is, nobody at the desk of sound can say.
  const where = how === 'microphone' ? null : (place ?? by.place)
  // Its own screen's place may have gone from the plan since it was paired.
  if (place !== null && !isPlace(show, place))
    return refused('no-such-place', 'That place is not in the plan.')
  return accepted([seenEvent(context, { people: seen, how, place: where, by: witness })])
}

const isPlace = ({ venue }: Show, place: PlaceId): boolean => venue.places.some(({ id }) => id === place)

function seenEvent(
  context: SightingContext,
  body: {
    readonly people: readonly PersonId[]
    readonly how: EvidenceKind
    readonly place: PlaceId | null
    readonly by: PersonId | null
  },
): PresenceEvent {
  const saidAt = saidAtOf(context)
  return { type: 'person.seen', v: 1, body: { ...body, saidAt, clock: context.clockAt(saidAt) } }
}

/** A device whose clock is ahead of ours has said it when we heard it. */
const saidAtOf = ({ at, madeAt }: SightingContext): Instant => instant(Math.min(at, madeAt))

/** Whoever pressed may take it back, and stage management may. To anybody else it is as unknown as none. */
function undo({ list }: Sightings, { sighting }: Of<'sighting.undo'>, { by }: SightingContext): Decision {
  const found = list.find(({ seq }) => seq === sighting)
  const own = found !== undefined && (found.by === by.device || found.by === by.person)
  if (!found || !(own || may(by, 'take back a sighting')))
    return refused('nothing-to-undo', 'That is not there to take back, or not from this device.')
  return accepted([{ type: 'sighting.withdrawn', v: 1, body: { sighting } }])
}

/** "On my way" is a tap of their own, and so weak; the others are asks for help and say nothing of where. */
function ownSay({ word }: Of<'own.say'>, context: SightingContext): Decision {
  const { person } = context.by
  if (person === null) return notYours
  if (!context.show.people.some(({ id }) => id === person)) return noSuchPerson
  const said: PresenceEvent = { type: 'own.said', v: 1, body: { person, word, saidAt: saidAtOf(context) } }
  if (word !== 'on my way') return accepted([said])
  return accepted([said, seenEvent(context, { people: [person], how: 'own tap', place: null, by: person })])
}

function ownCheckIn({ place }: Of<'own.check-in'>, context: SightingContext): Decision {
  const { person } = context.by
  if (person === null) return notYours
  if (!context.show.people.some(({ id }) => id === person)) return noSuchPerson
  if (!isPlace(context.show, place)) return refused('no-such-place', 'That place is not in the plan.')
  return accepted([seenEvent(context, { people: [person], how: 'fixed point', place, by: person })])
}
