// The invented company has the shares that its parameters say, and is the same everywhere.

import { describe, expect, test } from 'vitest'
import { gapsOf, layOut } from './company.ts'
import { play } from './evening.ts'
import { BLIND, CALL_RECORDER, CHOOSING_SEEDS, FIRST_CALL, HOLD, REPORTING_SEEDS } from './parameters.ts'

const layouts = CHOOSING_SEEDS.map(layOut)
const EVENINGS = 50
const evenings = layouts.flatMap((layout) =>
  Array.from({ length: EVENINGS }, (_, seed) => ({ layout, evening: play(layout, seed, 'taps') })),
)
const share = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length

describe('the generator', () => {
  test('DRY-1: the same seeds draw the same, and the two halves have none in common', () => {
    const [first = 0] = CHOOSING_SEEDS
    expect(layOut(first)).toEqual(layOut(first))
    expect(play(layOut(first), 7, 'more')).toEqual(play(layOut(first), 7, 'more'))
    // Written down: another figure means another generator, and figures that may not be compared.
    expect(layOut(first).people[0]?.entrances[0]?.from).toBeCloseTo(FIRST_ENTRANCE, 9)
    expect(CHOOSING_SEEDS.filter((seed) => REPORTING_SEEDS.includes(seed))).toEqual([])
    expect(CHOOSING_SEEDS.length + REPORTING_SEEDS.length).toBeGreaterThanOrEqual(40)
  })

  test('DRY-2: entrances, taps, blindness and holds have the shares of the parameters', () => {
    const entrances = layouts.map(({ people }) =>
      people.reduce((sum, { entrances: all }) => sum + all.length, 0),
    )
    const mean = entrances.reduce((sum, count) => sum + count, 0) / entrances.length
    expect(mean).toBeGreaterThan(317)
    expect(mean).toBeLessThan(337)
    expect(share(evenings.map(({ evening }) => evening.hold !== null))).toBeCloseTo(HOLD.chance, 1)
    const blind = evenings.flatMap(({ evening }) =>
      evening.blind.flatMap((scenes, recorder) => (recorder === CALL_RECORDER ? [] : scenes)),
    )
    expect(share(blind)).toBeCloseTo(BLIND, 2)
    const [{ layout } = { layout: layOut(1) }] = evenings
    const [person] = layout.people
    const [call] = person?.usuals ?? []
    const written = evenings
      .slice(0, EVENINGS)
      .map(({ evening }) => evening.seen[0]?.some(({ usual }) => usual === 0) === true)
    expect(Math.abs(share(written) - (call?.recorded ?? 0))).toBeLessThan(0.2)
  })

  test('DRY-2: over all evenings a usual sighting is written as often as it says, blindness apart', () => {
    let expected = 0
    let written = 0
    for (const { layout, evening } of evenings) {
      for (const [index, { usuals }] of layout.people.entries()) {
        for (const { recorded, recorder } of usuals)
          expected += recorder === CALL_RECORDER ? recorded : recorded * (1 - BLIND)
        written += evening.seen[index]?.length ?? 0
      }
    }
    expect(written / expected).toBeCloseTo(1, 2)
  })

  test('DRY-3: incidents lie off stage before the last entrance, and gaps and entrances take turns', () => {
    for (const { layout, evening } of evenings) {
      for (const { person, at } of evening.incidents) {
        const gaps = layout.people[person] ? gapsOf(layout.people[person]) : []
        const gap = gaps.find(({ from, to }) => from <= at && at < to)
        expect(gap !== undefined && gap.next < gaps.length - 1).toBe(true)
        expect(at).toBeGreaterThanOrEqual(FIRST_CALL)
      }
    }
    for (const person of layouts.flatMap(({ people }) => people)) {
      for (const [index, { from, to }] of person.entrances.entries()) {
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThan(person.entrances[index - 1]?.to ?? Number.NEGATIVE_INFINITY)
      }
    }
  })
})

/** Seed 1001, in minutes. */
const FIRST_ENTRANCE = 4.495282552797294
