// One evening of a company in which everybody is well: who was seen when, by whom, and which recorders were blind.

import { type Dice, dice } from '../kit/dice.ts'
import { gapsOf, type Layout, type Person } from './company.ts'
import {
  BLIND,
  CALL_RECORDER,
  CHANCE_MEETINGS,
  CURTAIN_DOWN,
  FIRST_CALL,
  HOLD,
  INCIDENTS_PER_NIGHT,
  PASSER_BY,
  RECORDERS,
  RESTS,
  type Recording,
} from './parameters.ts'

/** Somebody was seen; `usual`: which of their usual sightings it was, or null for a chance meeting. */
type Seen = { readonly at: number; readonly usual: number | null }

type Incident = { readonly person: number; readonly at: number }

export type Evening = {
  readonly seed: number
  /** For each person, in the order of time. */
  readonly seen: readonly (readonly Seen[])[]
  /** `blind[recorder][scene]` */
  readonly blind: readonly (readonly boolean[])[]
  /** On the show clock, which it stops. */
  readonly hold: { readonly at: number; readonly length: number } | null
  readonly incidents: readonly Incident[]
}

export function play(layout: Layout, seed: number, recording: Recording): Evening {
  const thrown = dice(Math.imul(layout.seed, 0x9e3779b1) ^ seed)
  const blind = Array.from({ length: RECORDERS }, (_, recorder) =>
    layout.scenes.map(() => recorder !== CALL_RECORDER && thrown.chance(BLIND)),
  )
  const hold = thrown.chance(HOLD.chance)
    ? {
        at: HOLD.from + HOLD.within * thrown.next(),
        length: HOLD.shortest + (HOLD.longest - HOLD.shortest) * thrown.next(),
      }
    : null
  const seen = layout.people.map((person) => seenOf(person, { layout, blind, recording, thrown }))
  const incidents = Array.from({ length: INCIDENTS_PER_NIGHT }, () => incidentOf(layout, thrown))
  return { seed, seen, blind, hold, incidents }
}

type Circumstances = {
  readonly layout: Layout
  readonly blind: Evening['blind']
  readonly recording: Recording
  readonly thrown: Dice
}

function seenOf(person: Person, { layout, blind, recording, thrown }: Circumstances): readonly Seen[] {
  const seen: Seen[] = []
  for (const [index, usual] of person.usuals.entries()) {
    const at = usual.at + usual.deviation * normal(thrown)
    const written = thrown.chance(usual.recorded)
    const callsOnly = recording === 'calls' && usual.recorder !== CALL_RECORDER
    const unseen = usual.scene !== null && blind[usual.recorder]?.[usual.scene] === true
    if (written && !callsOnly && !unseen) seen.push({ at, usual: index })
  }
  const rate = CHANCE_MEETINGS[recording] * person.met
  for (const gap of gapsOf(person)) {
    const here = thrown.chance(RESTS) ? rate / 10 : rate
    for (let at = gap.from + waiting(here, thrown); at < gap.to; at += waiting(here, thrown)) {
      const scene = layout.scenes.findIndex(({ from, to }) => from <= at && at < to)
      if (blind[PASSER_BY]?.[scene] !== true) seen.push({ at, usual: null })
    }
  }
  return seen.toSorted((a, b) => a.at - b.at)
}

/** Until the next event of a Poisson process; for ever where nothing comes. */
const waiting = (rate: number, thrown: Dice): number =>
  rate === 0 ? Number.POSITIVE_INFINITY : -Math.log(1 - thrown.next()) / rate

/** Uniform over the off-stage minutes from the first call on, before the last entrance of whoever it is. */
function incidentOf(layout: Layout, thrown: Dice): Incident {
  for (;;) {
    const person = thrown.whole(0, layout.people.length - 1)
    const entrances = layout.people[person]?.entrances ?? []
    const last = entrances.at(-1)
    if (!last) continue
    const at = FIRST_CALL + (CURTAIN_DOWN - FIRST_CALL) * thrown.next()
    if (at < last.from && !entrances.some(({ from, to }) => from <= at && at <= to)) return { person, at }
  }
}

/** Box and Muller's. */
function normal(thrown: Dice): number {
  return Math.sqrt(-2 * Math.log(1 - thrown.next())) * Math.cos(2 * Math.PI * thrown.next())
}
