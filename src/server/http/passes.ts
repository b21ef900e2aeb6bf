// How a page that came from one address of this server is known at another, where its cookie is not sent.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { InstallationState } from '../../core/installation/installation.ts'
import { alsoGood } from '../../core/installation/keys.ts'
import { LIVE_PROTOCOL } from '../../wire/protocol.ts'
import type { Credential } from './cookies.ts'

export type Passes = {
  /** What this device shows at another address; worth nothing once it is revoked or paired anew. */
  of(device: string, secretHash: string): string
  /** Whose pass stands among the protocols that a socket was asked for with. */
  read(protocols: string, state: Pick<InstallationState, 'devices'>): Credential | null
}

export function passesBy(key: string): Passes {
  const made = (device: string, secretHash: string): string =>
    createHmac('sha256', key).update(`${device} ${secretHash}`).digest('base64url')
  const of = (device: string, secretHash: string) => `${device}.${made(device, secretHash)}`
  return {
    of,
    read: (protocols, { devices }) => {
      const [first, pass = ''] = protocols.split(',').map((one) => one.trim())
      if (first !== LIVE_PROTOCOL) return null
      const device = devices.find((one) => one.id === pass.slice(0, pass.lastIndexOf('.')))
      if (!device || device.secretHash === null) return null
      const good = [device.secretHash, ...alsoGood(device)]
      return good.some((hash) => same(pass, of(device.id, hash)))
        ? { device: device.id, secretHash: device.secretHash }
        : null
    },
  }
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
