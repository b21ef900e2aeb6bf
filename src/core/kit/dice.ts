// Seeded dice for tests, the simulator and generated cues: the same seed throws the same numbers everywhere.

import { Mistake } from './assert.ts'

export type Dice = {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** One of the given things; the list must not be empty. */
  pick<T>(from: readonly T[]): T
  /** True with the given probability. */
  chance(probability: number): boolean
}

/** SplitMix32: a 32-bit counter with a full mixing step; good enough for simulation, never for secrets. */
export function dice(seed: number): Dice {
  let counter = seed >>> 0
  const next = () => {
    counter = (counter + 0x9e3779b9) >>> 0
    let mixed = counter ^ (counter >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) / 4294967296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    pick: (from) => {
      const chosen = from[whole(0, from.length - 1)]
      if (chosen === undefined) throw new Mistake('dice pick from a list that has something in it')
      return chosen
    },
    chance: (probability) => next() < probability,
  }
}
