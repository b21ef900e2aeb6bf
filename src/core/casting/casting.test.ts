// The smallest cast: both sides of it against every way of casting, on graphs small enough to try them all.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import type { Obligation, Show } from '../show/show.ts'
import { type Conflicts, fewestGroups, largestClique, STEPS_MAX } from './graph.ts'
import { minimumCast } from './minimum-cast.ts'

const PARTS = 7
const graph = fc
  .array(fc.boolean(), { minLength: PARTS * PARTS, maxLength: PARTS * PARTS })
  .map(
    (bits): Conflicts =>
      Array.from({ length: PARTS }, (_row, one) =>
        Array.from(
          { length: PARTS },
          (_cell, other) =>
            one !== other && bits[Math.min(one, other) * PARTS + Math.max(one, other)] === true,
        ),
      ),
  )
const isApart = (conflicts: Conflicts, parts: readonly number[]) =>
  parts.every((one) => parts.every((other) => one === other || conflicts[one]?.[other] === true))
const fits = (conflicts: Conflicts, parts: readonly number[]) =>
  parts.every((one) => parts.every((other) => conflicts[one]?.[other] !== true))

/** By trying every set of parts. */
function largest(conflicts: Conflicts): number {
  let most = 0
  for (let set = 0; set < 2 ** PARTS; set += 1) {
    const parts = Array.from({ length: PARTS }, (_one, part) => part).filter(
      (part) => (set >> part) % 2 === 1,
    )
    if (parts.length > most && isApart(conflicts, parts)) most = parts.length
  }
  return most
}

/** By trying every way of giving parts away. */
function fewest(conflicts: Conflicts, groups: readonly (readonly number[])[] = [], part = 0): number {
  if (part === PARTS) return groups.length
  const joined = groups.flatMap((group, at) =>
    fits(conflicts, [...group, part]) ? [fewest(conflicts, groups.with(at, [...group, part]), part + 1)] : [],
  )
  return Math.min(...joined, fewest(conflicts, [...groups, [part]], part + 1))
}

test('CASTING-1, CASTING-2: the largest clique and the fewest groups are those that trying everything finds', () => {
  fc.assert(
    fc.property(graph, (conflicts) => {
      const { clique, isBest } = largestClique(conflicts)
      expect([isApart(conflicts, clique), clique.length, isBest]).toEqual([true, largest(conflicts), true])
      const { groups, isBest: isFewest } = fewestGroups(conflicts, clique.length)
      expect(groups.every((group) => fits(conflicts, group))).toBe(true)
      expect(groups.flat().toSorted()).toEqual(Array.from({ length: PARTS }, (_one, part) => part))
      expect([groups.length, isFewest]).toEqual([fewest(conflicts), true])
    }),
    { numRuns: 60 },
  )
})

test('CASTING-2: where the search is given up, what it has is a cast all the same, and it says so', () => {
  // Rings of five need three where no three conflict: a hundred of them joined are never searched through.
  const size = 100
  const conflicts = Array.from({ length: size }, (_row, one) =>
    Array.from({ length: size }, (_cell, other) => {
      if (one === other) return false
      const isRing = Math.floor(one / 5) === Math.floor(other / 5)
      return isRing ? [1, 4].includes(Math.abs(one - other)) : true
    }),
  )
  const { groups, isBest } = fewestGroups(conflicts, 40)
  expect([groups.length, isBest]).toEqual([60, false])
  expect(groups.every((group) => fits(conflicts, group))).toBe(true)
  expect(STEPS_MAX).toBe(20_000)
})

const showWith = (...times: readonly (readonly [role: string, from: number, seconds: number])[]): Show => {
  const show = littleShow()
  const [item] = show.items
  const [track] = show.tracks
  const roles = [...new Set(times.map(([role]) => role))]
  return {
    ...show,
    roles: [...roles, 'nobody'].map((role) => ({ id: id<'role'>(role), name: role })),
    obligations: times.map(([role, from, seconds], at): Obligation => {
      if (!item || !track) throw new Error('the little show has both')
      return {
        ...{
          id: id<'obligation'>(`o${at}`),
          track: track.id,
          kind: 'appear',
          title: role,
          role: id<'role'>(role),
        },
        ...{ anchor: { item: item.id, seconds: from }, seconds, droppable: 'essential' },
      }
    }),
  }
}

test('CASTING-1: who is on at once, for a moment or too soon after, is two; a part that is in nothing is nobody’s', () => {
  const { doubling, together, isProved } = minimumCast(
    showWith(['a', 0, 10], ['b', 5, 10], ['c', 15, 10], ['d', 26, 0]),
    0,
  )
  expect([doubling.length, together, isProved]).toEqual([2, ['a', 'b'], true])
  expect(doubling.flat().toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(minimumCast(showWith(['a', 0, 10], ['b', 15, 10]), 5).doubling).toHaveLength(1)
  expect(minimumCast(showWith(['a', 0, 10], ['b', 15, 10]), 6).doubling).toHaveLength(2)
})
