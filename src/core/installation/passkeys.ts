// Passkeys: what a person’s own phone signs in with, without letters. Who may keep one, how many, and when it ends.

import type { DeviceId, RoleName, Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { PersonId } from '../show/show.ts'
import type { CommandNamed, InstallationEvent } from './commands.ts'
import { tonightsProduction } from './door-codes.ts'
import type { InstallationState } from './installation.ts'
import type { Production } from './productions.ts'

/** Two phones, a computer and one to spare. */
export const PASSKEYS_OF_ONE_MAX = 4
export const PASSKEYS_MAX = 2_000

/** `id` and `publicKey` in base64url; the public half alone, which opens nothing. */
export type KeptPasskey = { readonly id: string; readonly publicKey: string; readonly called: string }
export type Passkey = KeptPasskey & {
  readonly person: PersonId
  /** What it signs in as: what the device was that it was made on. */
  readonly roles: readonly RoleName[]
  /** Made on it, and ended with it where stage management removes that. */
  readonly device: DeviceId
  /** The show in which its owner is who they are. */
  readonly production?: Production
  /** The house’s name, which the browser binds it to. */
  readonly rpId: string
  readonly counter: number
}

type Decision = Result<readonly InstallationEvent[]>

/** On a device that is one’s own, by whoever it is. */
export function keepPasskey(
  { passkeys = [] }: InstallationState,
  { id, publicKey, called, rpId, counter }: CommandNamed<'passkey.keep'>,
  { person, roles, device }: Viewer,
): Decision {
  if (person === null) return refused('not-own', 'A passkey is made on one’s own device only.')
  if (passkeys.some((one) => one.id === id)) return refused('kept', 'That passkey is kept already.')
  if (passkeys.filter((one) => one.person === person).length >= PASSKEYS_OF_ONE_MAX)
    return refused('many-passkeys', `You have ${PASSKEYS_OF_ONE_MAX} passkeys here. Take them back first.`)
  if (passkeys.length >= PASSKEYS_MAX) return refused('many-passkeys', 'This house keeps no more passkeys.')
  const body = { person, roles, device, rpId, counter }
  return accepted([{ type: 'passkey.kept', v: 1, body, detail: { id, publicKey, called } }])
}

/** A counter that does not go up is a copy’s; those that do not count stay at nothing. */
export function countPasskey(
  { passkeys = [] }: InstallationState,
  { passkey, counter }: CommandNamed<'passkey.use'>,
): Decision {
  const found = passkeys.find((one) => one.id === passkey)
  if (!found || (counter <= found.counter && (counter > 0 || found.counter > 0)))
    return refused('passkey', 'This passkey is not good here, or not any more. Ask for letters.')
  const at = passkeys.indexOf(found)
  return accepted(counter === 0 ? [] : [{ type: 'passkey.counted', v: 1, body: { at, counter } }])
}

/** All of one’s own. */
export function dropPasskeys({ passkeys = [] }: InstallationState, { person }: Viewer): Decision {
  if (person === null || !passkeys.some((one) => one.person === person))
    return refused('no-passkey', 'You have no passkey here.')
  return accepted([{ type: 'passkey.dropped', v: 1, body: { person } }])
}

type PasskeyEvent = Extract<InstallationEvent, { type: `passkey.${string}` }>

export function withPasskeys(state: InstallationState, event: PasskeyEvent): InstallationState {
  const { passkeys = [] } = state
  switch (event.type) {
    case 'passkey.kept': {
      // `as`: the log gives back nothing in the place of what was erased. It keeps its place, for those after it are counted.
      const kept = (event.detail as KeptPasskey | null) ?? { id: '', publicKey: '', called: '' }
      const production = tonightsProduction(state)
      return { ...state, passkeys: [...passkeys, { ...event.body, ...kept, production }] }
    }
    case 'passkey.counted': {
      const { at, counter } = event.body
      return { ...state, passkeys: passkeys.map((one, index) => (index === at ? { ...one, counter } : one)) }
    }
    case 'passkey.dropped':
      return { ...state, passkeys: passkeys.filter((one) => one.person !== event.body.person) }
    default:
      return event satisfies never
  }
}

/** A device that was removed signs nobody in by what was made on it. */
export const withoutPasskeysOf = (state: InstallationState, device: DeviceId): InstallationState =>
  state.passkeys?.some((one) => one.device === device)
    ? { ...state, passkeys: state.passkeys.filter((one) => one.device !== device) }
    : state
