// What a device may have read: what its roles see, since it was let in, and which nights were on meanwhile.

import { seenBy } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { authorOf } from './decide-devices.ts'
import { isOpen } from './decide-groups.ts'
import { asViewer, type Device, type InstallationState } from './installation.ts'

/** Of those that were on meanwhile the newest; how many more there were is told. */
export const NIGHTS_TOLD_MAX = 20
/** From a little before its curtain to the last coat a night is on every screen. */
const AROUND_MS = 6 * 60 * 60_000
/** A device that was removed is told of for so long, */
export const REMOVED_SHOWN_MS = 7 * 24 * 60 * 60_000
/** and at most so many; the newest. */
export const REMOVED_SHOWN_MAX = 10

export type Exposure = {
  readonly name: string
  readonly from: Instant
  /** Null while it is still let in. */
  readonly until: Instant | null
  readonly sees: ReturnType<typeof seenBy>
  readonly nights: readonly { readonly title: string; readonly curtainAt: Instant }[]
  readonly nightsBefore: number
  /** Those that came in by a link it made and are let in still, and the open links for several that it made. */
  readonly letIn: readonly string[]
  readonly letInBefore: number
  readonly openLinks: readonly string[]
}

/** Of those it let in the newest; how many more there are is told. */
export const LET_IN_TOLD_MAX = 50

/** Null where there is no such device, or it was never let in. */
export function exposureOf(state: InstallationState, device: string, now: Instant): Exposure | null {
  const found = state.devices.find((one) => one.id === device)
  if (!found || found.pairedAt === null) return null
  const { name, pairedAt: from, revokedAt: until } = found
  const nights = state.performances
    .filter(({ curtainAt }) => curtainAt + AROUND_MS >= from && curtainAt - AROUND_MS <= (until ?? now))
    .map(({ title, curtainAt }) => ({ title, curtainAt }))
  return {
    ...{ name, from, until, sees: seenBy(asViewer(found)) },
    nights: nights.slice(-NIGHTS_TOLD_MAX),
    nightsBefore: Math.max(0, nights.length - NIGHTS_TOLD_MAX),
    ...letInBy(state, found, now),
  }
}

/** Whoever had it in their hands may have let something in of their own. */
function letInBy(
  { devices, groups }: InstallationState,
  maker: Device,
  now: Instant,
): Pick<Exposure, 'letIn' | 'letInBefore' | 'openLinks'> {
  const links = groups.filter(({ invitedBy }) => invitedBy === authorOf(maker))
  const byGroup = new Set(links.map(({ id }) => id))
  const isOf = ({ invitedBy, group }: Device) =>
    invitedBy === authorOf(maker) || (group !== null && byGroup.has(group))
  const came = devices.filter((one) => one.pairedAt !== null && one.revokedAt === null && isOf(one))
  return {
    letIn: came.slice(-LET_IN_TOLD_MAX).map(({ name }) => name),
    letInBefore: Math.max(0, came.length - LET_IN_TOLD_MAX),
    openLinks: links.filter((one) => isOpen(one, now)).map(({ name }) => name),
  }
}

/** Removed not long ago, or copied; whoever only signed in on a tablet for a while left nothing there. */
export const removedLately = ({ devices }: InstallationState, now: Instant): readonly Device[] =>
  devices
    .filter(({ entered, copiedAt }) => entered?.on == null || copiedAt !== undefined)
    .filter(({ pairedAt }) => pairedAt !== null)
    .filter(({ revokedAt, copiedAt }) => now - Math.max(revokedAt ?? 0, copiedAt ?? 0) < REMOVED_SHOWN_MS)
    .toSorted((a, b) => goneAt(b) - goneAt(a))
    .slice(0, REMOVED_SHOWN_MAX)

const goneAt = ({ revokedAt, copiedAt }: Device): number => Math.max(revokedAt ?? 0, copiedAt ?? 0)
