// Tonight's question knows who dresses whom, and how many packs there are.

import { expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { ALONE_TIMES, meansOf, needsOf } from './cover-means.ts'
import { spotsOf } from './cover-spots.ts'
import { planOf } from './night.ts'

test('COVERING-19: each quick change needs the dressers the show names for it and a booth where they are counted, each microphone a pack', () => {
  const plan = planOf(demoShow())
  const { show } = plan
  const means = meansOf(show)
  const known = new Set(means.map(({ id }) => id))
  const dressers = new Set(show.changes.flatMap((one) => one.dressers))
  const booths = show.venue.places.filter(({ changing }) => changing !== undefined)
  expect(booths.length).toBe(2)
  expect(means.filter(({ title }) => title !== undefined).length).toBe(dressers.size + booths.length)
  expect(means.filter(({ id }) => id.startsWith('booth ')).map(({ many }) => many)).toEqual([2, 2])
  expect(means.find(({ id }) => id === 'packs')?.many).toBe(show.mics.length)
  let [dressed, wired, boothed] = [0, 0, 0]
  for (const spot of spotsOf(plan)) {
    const { help, uses } = needsOf(show, spot)
    expect([...(help?.means ?? []), ...(uses ?? [])].filter((one) => !known.has(one))).toEqual([])
    expect(uses !== undefined).toBe(spot.obligations.some(({ mic }) => mic !== undefined))
    if (uses) wired += 1
    if (!help) continue
    dressed += 1
    const change = show.changes.find(({ track, to }) => track === spot.track && to === spot.costume)
    const booth = booths.some(({ id }) => id === change?.place) ? [`booth ${change?.place}`] : []
    expect(help.means).toEqual([...(change?.dressers ?? []).map((track) => `dresser ${track}`), ...booth])
    if (booth.length > 0) boothed += 1
    expect(help.alone).toBe(ALONE_TIMES * Math.ceil(change?.seconds ?? 0))
  }
  expect(Math.min(dressed, wired, boothed)).toBeGreaterThan(10)
  // A show that says nothing of either asks for nothing.
  expect(meansOf({ ...show, changes: [], mics: [], venue: { ...show.venue, places: [] } })).toEqual([])
})
