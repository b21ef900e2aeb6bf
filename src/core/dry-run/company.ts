// A company and its show, drawn by dice: who is on when, and where each of them is usually seen in between.

import { type Dice, dice } from '../kit/dice.ts'
import {
  ACTS,
  CALL_RECORDER,
  CALLS,
  COMPANY,
  CURTAIN_DOWN,
  DRESSER,
  DRESSER_RECORDER,
  HOUSE_IN,
  type Kind,
  TAKES_PART,
  WING,
} from './parameters.ts'

export type Scene = { readonly from: number; readonly to: number }

/** On stage from `from` until `to`, coming on from the wing of that recorder. */
export type Entrance = {
  readonly scene: number
  readonly from: number
  readonly to: number
  readonly wing: number
}

/** Where somebody is usually seen: about when, how spread, by which recorder, and how often it is written down. */
export type Usual = {
  readonly at: number
  readonly deviation: number
  readonly recorded: number
  readonly recorder: number
  /** The scene in which its recorder may be blind; null before and between the acts. */
  readonly scene: number | null
}

export type Person = {
  readonly kind: Kind
  readonly entrances: readonly Entrance[]
  readonly usuals: readonly Usual[]
  /** How often this one is met by chance, beside the average. */
  readonly met: number
}

/** Off stage, from one exit (or the doors) to the next entrance. */
export type Gap = { readonly from: number; readonly to: number; readonly next: number }

export type Layout = {
  readonly seed: number
  readonly scenes: readonly Scene[]
  readonly people: readonly Person[]
}

/** The same seed lays out the same show everywhere. */
export function layOut(seed: number): Layout {
  const thrown = dice(seed)
  const scenes = ACTS.flatMap((act) => scenesOf(act, thrown))
  const people = COMPANY.flatMap(({ kind, count }) =>
    Array.from({ length: count }, () => personOf(kind, scenes, thrown)),
  )
  return { seed, scenes, people }
}

function scenesOf(act: (typeof ACTS)[number], thrown: Dice): readonly Scene[] {
  const weights = Array.from({ length: act.scenes }, () => 0.5 + thrown.next())
  const whole = weights.reduce((total, weight) => total + weight, 0)
  let from = act.from
  return weights.map((weight) => {
    const scene = { from, to: from + (act.length * weight) / whole }
    from = scene.to
    return scene
  })
}

function personOf(kind: Kind, scenes: readonly Scene[], thrown: Dice): Person {
  const entrances: Entrance[] = []
  const usuals: Usual[] = CALLS.map(({ at, after, deviation, recorded }) => ({
    at: at + after,
    deviation,
    recorded,
    recorder: CALL_RECORDER,
    scene: null,
  }))
  for (const [scene, { from, to }] of scenes.entries()) {
    if (!thrown.chance(TAKES_PART[kind])) continue
    const length = to - from
    const wing = 1 + (scene % 2)
    const entrance = {
      scene,
      from: from + length * 0.4 * thrown.next(),
      to: to - length * 0.3 * thrown.next(),
      wing,
    }
    entrances.push(entrance)
    if (thrown.chance(WING.share)) {
      const { after, deviation } = WING
      usuals.push({
        at: entrance.from + after,
        deviation,
        recorded: WING.recorded[kind],
        recorder: wing,
        scene,
      })
    }
    if (kind !== 'crew' && thrown.chance(DRESSER.share)) {
      const { after, deviation, recorded } = DRESSER
      usuals.push({ at: entrance.to + after, deviation, recorded, recorder: DRESSER_RECORDER, scene })
    }
  }
  return { kind, entrances, usuals: usuals.toSorted((a, b) => a.at - b.at), met: gammaOfFour(thrown) }
}

/** The gaps before each entrance and the one after the last. */
export function gapsOf(person: Person): readonly Gap[] {
  let from = HOUSE_IN
  const gaps = person.entrances.map((entrance: Entrance, next) => {
    const gap = { from, to: entrance.from, next }
    from = entrance.to
    return gap
  })
  return [...gaps, { from, to: CURTAIN_DOWN, next: person.entrances.length }]
}

/** Gamma(4) / 4: around 1, never 0. */
function gammaOfFour(thrown: Dice): number {
  let total = 0
  for (let count = 0; count < 4; count += 1) total -= Math.log(1 - thrown.next())
  return total / 4
}
