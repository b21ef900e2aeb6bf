// Looking somebody up outside a concern is no secret from them: it is written down, and stands on their own page.

import { type DeviceId, type RoleName, sees, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'
import type { PersonId, Show } from '../show/show.ts'
import type { PresenceCommand } from './commands.ts'
import { isOpen } from './concern.ts'
import type { PresenceEvent } from './events.ts'
import type { PresenceState } from './state.ts'

/** Looked at again within so long it is one look: a desk that comes back to somebody is not ten. */
export const LOOK_AGAIN_MS = 10 * 60_000
/** What a look opens stays so long: a map that is looked at again each ten minutes never blinks. */
export const LOOKED_MS = LOOK_AGAIN_MS + 60_000
/** Of a night; the oldest are in the record alone. */
export const LOOK_UPS_MAX = 2_000
/** On one’s own page. */
export const LOOK_UPS_SHOWN = 10

export type LookUp = {
  readonly person: PersonId | null
  readonly by: PersonId | null
  readonly as: RoleName | null
  readonly device: DeviceId
  readonly at: Instant
}

export const isLookUp = <Command extends { readonly name: string }>(
  command: Command,
): command is Extract<Command, { name: 'person.look-up' }> => command.name === 'person.look-up'

/** Nothing comes of one within a concern about them, of one’s own, and of the same again: that is no news to anybody. */
export function decideLookUp(
  { concerns, lookUps = [] }: PresenceState,
  { person }: Extract<PresenceCommand, { name: 'person.look-up' }>,
  { by, at, show }: { readonly by: Viewer; readonly at: Instant; readonly show: Show },
): Result<readonly PresenceEvent[]> {
  if (sees(by, 'whereabouts') !== 'all')
    return refused('not-yours', 'Stage management and the company manager look people up.')
  if (person !== null && !show.people.some(({ id }) => id === person))
    return refused('no-such-person', 'Nobody of that name is in this company.')
  const asked = concerns.concerns.some((one) => isOpen(one) && one.person === person)
  const isAgain = lookUps.some(
    (one) => one.person === person && one.device === by.device && at - one.at < LOOK_AGAIN_MS,
  )
  if (asked || isAgain || (person !== null && person === by.person)) return accepted([])
  const as = by.roles[0] ?? null
  return accepted([
    { type: 'person.looked-up', v: 1, body: { person, by: by.person, as, device: by.device } },
  ])
}

export const withLookUp = (
  { lookUps = [], ...state }: PresenceState,
  { body }: Extract<PresenceEvent, { type: 'person.looked-up' }>,
  at: Instant,
): PresenceState => ({ ...state, lookUps: [...lookUps, { ...body, at }].slice(-LOOK_UPS_MAX) })

/** Of this person, and of everybody; the newest first. Nobody is told of their own. */
export const lookUpsOf = ({ lookUps = [] }: PresenceState, person: PersonId): readonly LookUp[] =>
  lookUps
    .filter((one) => (one.person === person || one.person === null) && one.by !== person)
    .slice(-LOOK_UPS_SHOWN)
    .toReversed()
