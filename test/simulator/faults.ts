// The weather of a night: what can go wrong, how often it does, and how often it did.

import type { Dice } from '../../src/core/kit/dice.ts'

export const faultKinds = [
  // The network.
  'slow-line',
  'cut',
  'answer-lost',
  'message-lost',
  'overtaken',
  'half-open',
  'repeated',
  'twice',
  'slow-reader',
  'storm',
  // The server and its disk.
  'crash',
  'restart',
  'replaced',
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
  /** From here on things go wrong. */
  rise(): void
  /** From here on nothing goes wrong any more. */
  calm(): void
  counts(): ReadonlyMap<FaultKind, number>
  /** When any of these last struck, in true time. */
  struckAt(kinds: readonly FaultKind[]): number
}

/** Not every night has every fault: what is rare by itself would hide behind what is loud. */
export function openFaults(dice: Dice, now: () => number, only?: readonly FaultKind[]): Faults {
  const tonight = new Set<FaultKind>(only ?? chosen(dice))
  const counts = new Map<FaultKind, number>()
  const struck = new Map<FaultKind, number>()
  let risen = false
  return {
    strikes: (kind, probability) => {
      if (!risen || !tonight.has(kind) || !dice.chance(probability)) return false
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      struck.set(kind, now())
      return true
    },
    rise: () => {
      risen = true
    },
    calm: () => {
      risen = false
    },
    counts: () => counts,
    struckAt: (kinds) => Math.max(...kinds.map((kind) => struck.get(kind) ?? Number.NEGATIVE_INFINITY)),
  }
}

function chosen(dice: Dice): readonly FaultKind[] {
  const share = dice.pick([0, 0.2, 0.5, 1])
  return faultKinds.filter(() => dice.chance(share))
}
