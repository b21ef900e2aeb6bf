// The demo show on the plan's own clock: what is when, where everybody is, how long they walk.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assert, must } from '../../src/core/kit/assert.ts'
import type { Anchor, Obligation, Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'

export const demo = (path: string) => fileURLToPath(new URL(`../../demo/${path}`, import.meta.url))
export const text = readFileSync(demo('slack-water.show.json'), 'utf8')
const reading = readShowFile(text)
assert(
  reading.ok,
  `the demo show can be read: ${reading.ok ? '' : JSON.stringify(reading.errors.slice(0, 5))}`,
)
export const show: Show = reading.show
export const { warnings } = reading

export const edition = must(show.editions[0], 'there is an edition')
export const items = edition.items.map((id) =>
  must(
    show.items.find((item) => item.id === id),
    `${id} is an item`,
  ),
)
const starts = new Map(
  items.map((item, index) => [item.id, items.slice(0, index).reduce((sum, one) => sum + one.seconds, 0)]),
)
export const clock = (anchor: Anchor) =>
  must(starts.get(anchor.item), `${anchor.item} is played`) + anchor.seconds

/** The quickest walk, found by going on from the nearest place until there is no nearer one. */
export function walk(from: string, to: string): number {
  const reached = new Map([[from, 0]])
  const done = new Set<string>()
  for (;;) {
    const [here] = [...reached].filter(([place]) => !done.has(place)).sort((a, b) => a[1] - b[1])
    if (here === undefined) return Number.POSITIVE_INFINITY
    if (here[0] === to) return here[1]
    done.add(here[0])
    for (const way of show.venue.travel) {
      const ends = way.oneWay
        ? [[way.from, way.to]]
        : [
            [way.from, way.to],
            [way.to, way.from],
          ]
      for (const [start, end] of ends) {
        if (start !== here[0] || end === undefined) continue
        reached.set(end, Math.min(reached.get(end) ?? Number.POSITIVE_INFINITY, here[1] + way.seconds))
      }
    }
  }
}

type Stay = {
  readonly what: string
  readonly in: string
  readonly out: string
  readonly from: number
  readonly to: number
}

const stay = (one: Obligation): Stay | undefined =>
  one.placeIn === undefined || one.placeOut === undefined
    ? undefined
    : {
        what: `${one.track}: ${one.title} (${one.anchor.item})`,
        in: one.placeIn,
        out: one.placeOut,
        from: clock(one.anchor),
        to: clock(one.anchor) + one.seconds,
      }

export const stays = new Map(
  show.tracks.map((track) => [
    track.id,
    show.obligations
      .filter((one) => one.track === track.id)
      .flatMap((one) => stay(one) ?? [])
      .sort((a, b) => a.from - b.from || a.to - b.to),
  ]),
)

export const inOnePlace = (one: Stay, other: Stay) =>
  one.in === one.out && one.out === other.in && other.in === other.out

/** Runs of stays that touch or overlap in one place are one stay there. */
export function merged(list: readonly Stay[]): Stay[] {
  const runs: Stay[] = []
  for (const one of list) {
    const last = runs.at(-1)
    if (last && inOnePlace(last, one) && one.from <= last.to) {
      runs[runs.length - 1] = { ...last, to: Math.max(last.to, one.to) }
    } else runs.push(one)
  }
  return runs
}

export const pairs = <T>(list: readonly T[]): [T, T][] =>
  list.slice(1).map((one, index) => [must(list[index], 'before'), one])
export const at = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`
