// Every pair swap and every single cut of the demo show: what the core says, and what a slow evening of its own finds.

import { expect, test } from 'vitest'
import { must } from '../../src/core/kit/assert.ts'
import { dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Change } from '../../src/core/reorder/change.ts'
import { consequenceKinds } from '../../src/core/reorder/consequence.ts'
import { consequences } from '../../src/core/reorder/consequences.ts'
import type { Show } from '../../src/core/show/show.ts'
import { demoShow } from '../kit/demo-show.ts'
import { mishapsBrought } from '../reorder/brought.ts'
import { consequenceLines, mishapLines } from '../reorder/compare.ts'
import { smallShow } from '../reorder/small-shows.ts'
import { type Evening, type Turn, walkThrough } from '../reorder/walk-through.ts'

const show = demoShow()
const order = show.editions[0]?.items ?? []
const played = order.filter((item) => show.items.find(({ id }) => id === item)?.kind !== 'interval')
const base = { show, edition: must(show.editions[0], 'the demo show has an edition').id }
/** So that the children are off just in time as rehearsed, and any minute more tells. */
const curtain = 20 * 3600 + 16 * 60

const turns = (items: readonly string[]): Turn[] => items.map((item) => ({ item }))
const rehearsed = walkThrough(show, turns(order), curtain)

function compare(change: Change, evening: Evening, counts: Map<string, number>): string[] {
  const told = consequences(base, { inForce: [], proposed: [change], curtain })
  if (!told.ok) throw new Error(told.refusal.sentence)
  for (const { kind } of told.value) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return differ(
    JSON.stringify(change),
    consequenceLines(told.value),
    mishapLines(mishapsBrought(show, rehearsed, evening)),
  )
}

function differ(name: string, ours: readonly string[], theirs: readonly string[]): string[] {
  const only = (some: readonly string[], others: readonly string[]) =>
    some.filter((one) => !others.includes(one))
  return [
    ...only(ours, theirs).map((one) => `${name} only core: ${one}`),
    ...only(theirs, ours).map((one) => `${name} only evening: ${one}`),
    ...(ours.length === theirs.length ? [] : [`${name}: ${ours.length} and ${theirs.length} lines`]),
  ]
}

test('REORDER-8: every pair swap and single cut of the demo show brings what a slow evening finds, and nothing else', () => {
  const counts = new Map<string, number>()
  const differences: string[] = []
  for (const item of played) {
    const without = order.filter((one) => one !== item)
    differences.push(...compare({ kind: 'cut', item }, walkThrough(show, turns(without), curtain), counts))
  }
  let swaps = 0
  for (const [index, item] of played.entries())
    for (const other of played.slice(index + 1)) {
      const swapped = order.map((one) => (one === item ? other : one === other ? item : one))
      const evening = walkThrough(show, turns(swapped), curtain)
      differences.push(...compare({ kind: 'swap', item, with: other }, evening, counts))
      swaps += 1
    }
  console.log(`${played.length} cuts, ${swaps} swaps; consequences by kind:`)
  console.table(Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))))
  expect(differences.slice(0, 20)).toEqual([])
  expect(swaps).toBe((played.length * (played.length - 1)) / 2)
}, 600_000)

type Step = { readonly change: Change; readonly turns: readonly Turn[] }

/** A change, and what it makes of the order by hand. */
function throwStep(throws: ReturnType<typeof dice>, order: readonly Turn[]): Step | null {
  const [one, other] = [throws.pick(order), throws.pick(order)]
  const [item, second] = [id<'item'>(one.item), id<'item'>(other.item)]
  const kind = throws.pick(['cut', 'swap', 'move', 'delay'] as const)
  const rest = order.filter((turn) => turn !== one)
  switch (kind) {
    case 'cut':
      return rest.length > 1 ? { change: { kind, item }, turns: rest } : null
    case 'swap': {
      if (one === other) return null
      const turns = order.map((turn) =>
        turn === one ? { ...turn, item: second } : turn === other ? { ...turn, item } : turn,
      )
      return { change: { kind, item, with: second }, turns }
    }
    case 'move': {
      if (one === other) return null
      const turns = rest.flatMap((turn) => (turn === other ? [turn, { item }] : [turn]))
      return { change: { kind, item, after: second }, turns }
    }
    case 'delay': {
      if (order[0] === one) return null
      const seconds = throws.whole(1, 90)
      const turns = order.map((turn) => (turn === one ? { item, wait: (turn.wait ?? 0) + seconds } : turn))
      return { change: { kind, item, seconds }, turns }
    }
    default:
      return kind satisfies never
  }
}

function differences(small: Show, seed: number, counts: Map<string, number>): string[] {
  const throws = dice(seed)
  const edition = small.editions[0]
  if (!edition) throw new Error('a small show has an edition')
  let evenings: readonly Turn[] = turns(edition.items)
  let changes: readonly Change[] = []
  const found: string[] = []
  for (let step = 0; step < 3; step += 1) {
    const thrown = throwStep(throws, evenings)
    // What waits before an item that was cut, or goes to the top of the act, is another matter; nobody waits there here.
    if (!thrown || (thrown.turns[0]?.wait ?? 0) > 0) continue
    const proposed = [...changes, thrown.change]
    const told = consequences(
      { show: small, edition: edition.id },
      { inForce: changes, proposed, curtain: 72_000 },
    )
    if (!told.ok) throw new Error(`seed ${seed}: ${told.refusal.sentence}`)
    for (const { kind } of told.value) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    const before = walkThrough(small, evenings, 72_000)
    const after = walkThrough(small, thrown.turns, 72_000)
    const theirs = mishapLines(mishapsBrought(small, before, after))
    found.push(...differ(`seed ${seed} ${JSON.stringify(proposed)}`, consequenceLines(told.value), theirs))
    changes = proposed
    evenings = thrown.turns
  }
  return found
}

test('REORDER-9: on three hundred small crowded shows changes after one another bring what a slow evening finds', () => {
  const counts = new Map<string, number>()
  const found = Array.from({ length: 300 }, (_, seed) => differences(smallShow(seed), seed, counts)).flat()
  console.table(Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))))
  expect(found.slice(0, 10)).toEqual([])
  for (const kind of consequenceKinds) expect(counts.get(kind) ?? 0, kind).toBeGreaterThan(0)
})
