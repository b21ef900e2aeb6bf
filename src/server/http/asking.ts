// How much one paired device may ask of the house at once: far more than any screen in use does, and not without end.

import type { IncomingMessage } from 'node:http'
import type { Clock } from '../clock/clock.ts'
import { type Allowance, takePress } from '../hub/session.ts'
import type { Stage } from '../hub/stage.ts'
import { deviceHere } from './known-by.ts'

/** A screen that opens asks for three to seven things (measured), a book of a hundred pages for as many pictures; then a few a minute. */
export const ASKS_MAX = 1_000
export const ASKS_PER_SECOND = 50

/** Somebody is down, or everybody out: counted apart, so that nothing else that a device asks uses these up. */
const URGENT: ReadonlySet<string> = new Set([
  ...['/api/incident', '/api/incident/whole', '/api/roll-call', '/api/hand-over', '/api/sealed/opened'],
  ...['/api/quiet-help', '/api/quiet-help/answer'],
])

export type Asking = {
  /** Takes one; false where this device has none left. */
  may(device: string, path: string): boolean
}

/** As many are held as there are devices, twice. */
export function openAsking({ sinceStart }: Pick<Clock, 'sinceStart'>): Asking {
  const allowances = new Map<string, Allowance>()
  return {
    may: (device, path) => {
      const now = sinceStart()
      const of = URGENT.has(path) ? `${device} urgent` : device
      const own = allowances.get(of) ?? {
        ...{ tokens: ASKS_MAX, at: now, most: ASKS_MAX, perSecond: ASKS_PER_SECOND },
      }
      allowances.set(of, own)
      return takePress(own, now)
    },
  }
}

export const TOO_OFTEN =
  'This device asks for too much at once: this was not done. Wait a moment, and press again.'

/** Whoever is paired; strangers are bounded by their connections (DOOR-19). */
export function asksTooMuch(
  { stage, asking }: { readonly stage: Stage; readonly asking: Asking },
  path: string,
  request: IncomingMessage,
): boolean {
  const device = path.startsWith('/api/') ? deviceHere(stage, request) : null
  return device !== null && !asking.may(device.id, path)
}
