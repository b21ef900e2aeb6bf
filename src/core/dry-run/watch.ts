// What a watcher can know of one evening, step by step: who was seen, and how much each step of silence says.

import { type Alike, learnedAmong, scaleOf, surpriseOf } from '../presence/silence.ts'
import { gapsOf, type Layout, type Person } from './company.ts'
import { type Evening, play } from './evening.ts'
import {
  BLIND,
  CALL_RECORDER,
  CURTAIN_DOWN,
  DRESSER_RECORDER,
  HOUSE_IN,
  NOTICED,
  type Recording,
} from './parameters.ts'

/** The watcher looks every five seconds. */
export const STEP = 5 / 60
export const STEPS = Math.ceil((CURTAIN_DOWN - HOUSE_IN) / STEP)
export const stepAt = (minutes: number): number => Math.round((minutes - HOUSE_IN) / STEP)
export const minutesAt = (step: number): number => HOUSE_IN + step * STEP

/** Earlier shows from which the watcher has learned; seeds that no measured evening has. */
const EARLIER_SEEDS: readonly number[] = Array.from({ length: 8 }, (_, index) => 900_001 + index)
/** Beyond so many scales from its middle a curve has nothing left to say. */
const REACH = 9
/** A human recorder that has seen none of so many is not looking. (presence 4.1) */
const BLIND_AFTER = 6

export type WatchedGap = {
  readonly from: number
  readonly to: number
  /** The wing of the entrance that ends it; null after the last. */
  readonly wing: number | null
  /** The first entrance on the list that has this one: an ask is timed by it. */
  readonly listed: number
}

type Usual = {
  readonly step: number
  /** When it usually comes. */
  readonly due: number
  readonly surprise: Float64Array
  readonly recorder: number
  readonly scene: number | null
}

export type Watched = {
  readonly gaps: readonly WatchedGap[]
  readonly noticed: number
  readonly usuals: readonly Usual[]
}

/** A layout as its watcher knows it after earlier shows: with learned rates, not the true ones. */
export function learn(layout: Layout, recording: Recording): readonly Watched[] {
  const earlier = EARLIER_SEEDS.map((seed) => play(layout, seed, recording))
  const times = layout.people.map((person, index) =>
    person.usuals.map(
      (_, usual) => earlier.filter(({ seen }) => seen[index]?.some((one) => one.usual === usual)).length,
    ),
  )
  const alike = alikeIn(layout, times)
  return layout.people.map((person, index) =>
    watched(person, (usual) =>
      learnedAmong(
        times[index]?.[usual] ?? 0,
        EARLIER_SEEDS.length,
        alike.get(kindOf(person, usual)) ?? NOBODY_YET,
      ),
    ),
  )
}

/** A layout as whoever knows the true rates would see it, blind scenes among them. */
export const knowing = (layout: Layout): readonly Watched[] =>
  layout.people.map((person) =>
    watched(person, (usual) => {
      const { recorded = 0, recorder = CALL_RECORDER } = person.usuals[usual] ?? {}
      return recorder === CALL_RECORDER ? recorded : recorded * (1 - BLIND)
    }),
  )

const NOBODY_YET: Alike = { times: 0, chances: 0 }

/** Of one kind: the same call, or the wings, or the dressers, of principals, ensemble or crew. */
function kindOf({ kind, usuals }: Person, usual: number): string {
  const one = usuals[usual]
  if (one?.recorder === CALL_RECORDER) return `call at ${one.at}`
  return `${kind} ${one?.recorder === DRESSER_RECORDER ? 'dresser' : 'wing'}`
}

function alikeIn(layout: Layout, times: readonly (readonly number[])[]): ReadonlyMap<string, Alike> {
  const kinds = new Map<string, Alike>()
  for (const [index, person] of layout.people.entries()) {
    for (const [usual, count] of (times[index] ?? []).entries()) {
      const kind = kindOf(person, usual)
      const { times: seen, chances } = kinds.get(kind) ?? NOBODY_YET
      kinds.set(kind, { times: seen + count, chances: chances + EARLIER_SEEDS.length })
    }
  }
  return kinds
}

/** `probabilityOf`: how often each of their usual sightings is written down. */
export function watched(person: Person, probabilityOf: (usual: number) => number): Watched {
  const usuals = person.usuals.map(({ at, deviation, recorder, scene }, usual) => {
    const scale = scaleOf(deviation)
    const expectation = { at, scale, probability: probabilityOf(usual) }
    const first = Math.max(0, stepAt(at - REACH * scale))
    const count = Math.max(0, Math.min(STEPS, stepAt(at + REACH * scale)) - first)
    const surprise = Float64Array.from({ length: count }, (_, index) =>
      surpriseOf(expectation, minutesAt(first + index), minutesAt(first + index + 1)),
    )
    return { step: first, due: stepAt(at), surprise, recorder, scene }
  })
  const gaps = gapsOf(person).map(({ from, to, next }) => ({
    from: stepAt(from),
    to: stepAt(to),
    wing: person.entrances[next]?.wing ?? null,
    listed: stepAt(to),
  }))
  return { gaps, noticed: NOTICED[person.kind], usuals }
}

/** One person's evening: the surprise of each step, and the steps at which they were seen, in order. */
export type Track = { readonly surprise: Float64Array; readonly seen: readonly number[] }

/** `until`: the step from which on nobody sees them any more; STEPS for an evening without an incident. */
export function trackOf(
  who: Watched,
  person: number,
  evening: Evening,
  { until, blindFrom }: { readonly until: number; readonly blindFrom: BlindFrom },
): Track {
  const surprise = new Float64Array(STEPS)
  const seenAt = new Map<number, number>()
  const seen: number[] = []
  for (const { at, usual } of evening.seen[person] ?? []) {
    const step = stepAt(at)
    if (step >= until || step >= STEPS) continue
    seen.push(Math.max(0, step))
    if (usual !== null) seenAt.set(usual, step)
  }
  for (const [index, usual] of who.usuals.entries()) {
    const end = seenAt.get(index) ?? STEPS
    addSilence(surprise, usual, end, blindFrom(usual.recorder, usual.scene))
  }
  return { surprise, seen: seen.toSorted((a, b) => a - b) }
}

/** What a source that turns out to be blind has said is taken back at the step at which that is known. */
function addSilence(surprise: Float64Array, usual: Usual, end: number, blind: number): void {
  let said = 0
  for (const [index, part] of usual.surprise.entries()) {
    const step = usual.step + index
    if (step >= end || step >= STEPS) return
    if (step >= blind) break
    surprise[step] = (surprise[step] ?? 0) + part
    said += part
  }
  if (blind < end && blind < STEPS) surprise[blind] = (surprise[blind] ?? 0) - said
}

/** From which step on it is known that this recorder sees nothing in this scene; STEPS where it does. */
export type BlindFrom = (recorder: number, scene: number | null) => number

/** Told by the watcher's own eyes: none of the first six whom a recorder was to see in a scene was written down. */
export function blindness(layout: Layout, evening: Evening): BlindFrom {
  const due = new Map<string, { at: number; seen: boolean }[]>()
  for (const [person, { usuals }] of layout.people.entries()) {
    for (const [index, { recorder, scene, at, deviation }] of usuals.entries()) {
      if (scene === null) continue
      const seen = evening.seen[person]?.some(({ usual }) => usual === index) === true
      const list = due.get(`${recorder} ${scene}`) ?? []
      list.push({ at: at + 2 * deviation, seen })
      due.set(`${recorder} ${scene}`, list)
    }
  }
  const known = new Map<string, number>()
  for (const [key, list] of due) {
    const first = list.toSorted((a, b) => a.at - b.at).slice(0, BLIND_AFTER)
    const last = first.at(-1)
    if (first.length === BLIND_AFTER && last && first.every(({ seen }) => !seen))
      known.set(key, stepAt(last.at))
  }
  return (recorder, scene) => known.get(`${recorder} ${scene}`) ?? STEPS
}
