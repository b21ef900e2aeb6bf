// Telling desks and devices where else this server is, and devices what they show there.

import type { DeviceId, RoleName } from '../../core/disclosure/policy.ts'
import type { PersonId } from '../../core/show/show.ts'
import type { CodeLine, DevicesSection, FromServer } from '../../wire/messages.ts'
import type { Securing } from './perform-certificate.ts'
import { type Session, say } from './session.ts'

export type Reaching = {
  /** Where other machines reach this server; none where only this machine is let in. */
  readonly addresses?: (() => readonly string[]) | undefined
  /** The same for devices that have lost it; as `addresses` where nothing else is said. */
  readonly told?: (() => readonly string[]) | undefined
  /** What a device shows at another address to be known there. */
  readonly passOf?: ((device: string, secretHash: string) => string) | undefined
  /** Six letters that are as good as the link of this device or group, for a while. */
  readonly codeFor?: ((key: string) => CodeLine) | undefined
  /** Letters for a person to sign in with, and whether they have a turn left within the hour. */
  readonly letters?:
    | {
        turn(person: PersonId): boolean
        offer(offer: {
          readonly person: PersonId
          readonly called: string
          readonly roles: readonly RoleName[]
          readonly by: DeviceId
        }): CodeLine
      }
    | undefined
  /** The name among the addresses, and when they last became others. */
  readonly network?: (() => Pick<DevicesSection, 'name' | 'moved'>) | undefined
  /** The way in with a certificate. */
  readonly securing?: Securing | undefined
}

export const reachedLine = ({ addresses, network, securing }: Reaching) => ({
  addresses: addresses?.() ?? [],
  ...network?.(),
  ...(securing ? { secure: securing.line() } : {}),
})

/** Nothing while only this machine may come in: there is nowhere else. */
export function tellReach({ addresses, told = addresses, passOf }: Reaching, session: Session): void {
  const all = told?.() ?? []
  if (!passOf || all.length === 0) return
  const pass = passOf(session.viewer.device, session.device.secretHash ?? session.secretHash)
  const message: FromServer = { t: 'reach', addresses: all, pass }
  say(session, message)
}
