// The weather of a night: what can go wrong, how often it does, and how often it did.

import type { Dice } from '../../src/core/kit/dice.ts'

export const faultKinds = [
  // The network.
  'slow-line',
  'cut',
  'answer-lost',
  'half-open',
  'repeated',
  'slow-reader',
  'storm',
  // The server and its disk.
  'crash',
  'restart',
  'append-refused',
  'append-ambiguous',
  'append-late',
  'log-slow',
  'disk-full',
  'log-unreadable',
  'server-clock',
  // The devices.
  'device-clock',
  'sleep',
] as const
export type FaultKind = (typeof faultKinds)[number]

export type Faults = {
  /** Throws the dice for a fault that is on tonight; a fault that strikes is counted. */
  strikes(kind: FaultKind, probability: number): boolean
  isOn(kind: FaultKind): boolean
  /** One that happened by itself, as a consequence of another. */
  count(kind: FaultKind): void
  /** From here on nothing goes wrong any more. */
  calm(): void
  counts(): ReadonlyMap<FaultKind, number>
}

/** Not every night has every fault: what is rare by itself would hide behind what is loud. */
export function openFaults(dice: Dice, only?: readonly FaultKind[]): Faults {
  const on = new Set<FaultKind>(only ?? chosen(dice))
  const counts = new Map<FaultKind, number>()
  const count = (kind: FaultKind) => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return {
    isOn: (kind) => on.has(kind),
    strikes: (kind, probability) => {
      if (!on.has(kind) || !dice.chance(probability)) return false
      count(kind)
      return true
    },
    count,
    calm: () => on.clear(),
    counts: () => counts,
  }
}

function chosen(dice: Dice): readonly FaultKind[] {
  const share = dice.pick([0, 0.2, 0.5, 1])
  return faultKinds.filter(() => dice.chance(share))
}
