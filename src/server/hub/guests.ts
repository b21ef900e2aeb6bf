// Whoever is signed in on a shared tablet: how long since it was touched, and their end when that was too long ago.

import type { DeviceId } from '../../core/disclosure/policy.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { type LeftBy, overdue } from '../../core/installation/people.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import type { Stage } from './stage.ts'

/** How often it is looked whether somebody’s time is over; they stay so much longer at most. */
export const GUESTS_LOOK_MS = 5_000

export type Guests = {
  /** Somebody’s hand was on it just now. */
  touched(device: string): void
  close(): void
}

export function openGuests({ stage, clock }: { readonly stage: Stage; readonly clock: Clock }): Guests {
  // After a restart nobody knows who touched what: from then on it counts.
  const openedAt = clock.now()
  const touched = new Map<string, Instant>()
  const touchedAt = (device: DeviceId): Instant => {
    const pairedAt = stage.installation.state().devices.find((one) => one.id === device)?.pairedAt ?? openedAt
    return instant(Math.max(touched.get(device) ?? pairedAt, openedAt))
  }
  const end = (device: DeviceId, why: LeftBy) => {
    touched.delete(device)
    const command = { name: 'person.leave', device, why } as const
    const id = `guest:${device}:${why}`
    return stage.installation.submit({ id, by: theMachine, madeAt: clock.now(), command })
  }
  let cancel = () => {}
  const look = () => {
    // What is not kept is tried again at the next look.
    for (const one of overdue(stage.installation.state(), touchedAt, clock.now()))
      void end(one.device, one.why).catch(tellMistake)
    cancel = clock.after(GUESTS_LOOK_MS, look)
  }
  look()
  return {
    touched: (device) => touched.set(device, clock.now()),
    close: () => cancel(),
  }
}
