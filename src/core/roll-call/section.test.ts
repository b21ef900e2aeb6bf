// What each who takes part is shown of a roll call, and that nobody else is shown anything.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { begun, listed, NOON, said, sees, tell, told } from '../../../test/kit/roll-calls.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { rollOf } from './roll.ts'
import { emptyRollCalls, type RollCallState } from './roll-call.ts'
import { EARLIER_MAX, rollCallSection } from './section.ts'

const people = [
  listed('ann'),
  listed('ben', { last: { at: instant(NOON), place: 'SL1', by: 'Jo', grade: 'confirmed' } }),
  listed('kid', { kind: 'child', chaperone: id('moss'), with: 'moss Whole' }),
]
const company = ['ann', 'ben', 'kid', 'moss'].map((name) => ({
  person: id<'person'>(name),
  name: `${name} Whole`,
}))
const ade = aViewer('ASM', { person: 'ade', device: 'ade-phone' })
const on = tell(told([begun], { people }), [sees('ann')], { by: ade })
const world = { now: instant(NOON + 120_000), ready: () => people, people: company }
const shown = (state: RollCallState, viewer: Parameters<typeof rollCallSection>[1]) =>
  rollCallSection(state, viewer, world)
const namesFor = (state: RollCallState, viewer: Parameters<typeof rollCallSection>[1]) => {
  const section = shown(state, viewer)
  return section && rollOf(section.open?.records ?? []).lines.map(({ name }) => name.split(' ')[0])
}

test('ROLLCALL-18: all; at a point whoever is not seen yet and whom one saw; the children in one’s care; or nothing', () => {
  const all = ['ann', 'ben', 'kid']
  const expected: Readonly<Partial<Record<RoleName, readonly string[]>>> = {
    ...{ caller: all, SM: all, CM: all, ASM: ['ben', 'kid'], FOH: ['ben', 'kid'], chap: [] },
  }
  for (const role of roleNames)
    expect([role, namesFor(on, aViewer(role, { person: 'zed' }))]).toEqual([role, expected[role] ?? null])
  expect(namesFor(on, ade)).toEqual(['ann', 'ben', 'kid'])
  expect(shown(on, aViewer('FOH'))?.open?.hidden).toBe(1)
  expect(JSON.stringify(shown(on, aViewer('FOH')))).not.toContain('ann')
  expect(namesFor(on, aViewer('chap', { person: 'moss' }))).toEqual(['kid'])
  const named = tell(on, [said({ kind: 'steward', person: id('ned'), by: 'Ruth' })])
  const ned = aViewer('dept', { person: 'ned' })
  expect([namesFor(on, ned), namesFor(named, ned)]).toEqual([null, ['ben', 'kid']])
  // The same answer whether one goes on or not.
  const others = roleNames.filter((role) => expected[role] === undefined)
  for (const role of others) expect(shown(emptyRollCalls, aViewer(role))).toEqual(shown(on, aViewer(role)))
})

test('ROLLCALL-18: who may be named a steward is shown to those who know the company anyway', () => {
  const stewards = (role: RoleName) => shown(on, aViewer(role))?.stewards.length ?? null
  expect((['SM', 'caller', 'FOH', 'ASM', 'CM'] as const).map(stewards)).toEqual([4, 4, 0, 0, 0])
})

test('ROLLCALL-19: before it and after it names are with those who may see everybody anyway', () => {
  const over = tell(tell(on, [sees('ben'), sees('kid')], { by: ade }), [
    said({ kind: 'ended', by: 'Ruth' }, NOON + 90_000),
  ])
  for (const state of [emptyRollCalls, over]) {
    expect(shown(state, aViewer('SM'))).toMatchObject({ open: null, ready: people, mayHold: true })
    for (const role of ['ASM', 'FOH', 'chap'] as const)
      expect(shown(state, aViewer(role))).toMatchObject({
        open: null,
        ready: null,
        stewards: [],
        earlier: [],
      })
    expect(JSON.stringify(shown(state, ade))).not.toMatch(/Whole/)
  }
})

test('ROLLCALL-22: the newest of them in one table, which names nobody', () => {
  const many = Array.from({ length: EARLIER_MAX + 1 }, (_, n) =>
    said({ kind: 'begun', by: 'Ruth Amari' }, NOON + n * 3_600_000, {
      rollCall: id(`drill-${n}`),
      drill: true,
    }),
  )
  const held = many.reduce(
    (state, one) => tell(state, [one], { people, at: NOON + 100 * 3_600_000 }),
    emptyRollCalls,
  )
  const earlier = shown(held, aViewer('SM'))?.earlier ?? []
  expect(earlier.map(({ at }) => (at - NOON) / 3_600_000)).toEqual(
    Array.from({ length: EARLIER_MAX }, (_, n) => EARLIER_MAX - n),
  )
  expect(JSON.stringify(earlier)).not.toMatch(/Whole|Amari/)
})
