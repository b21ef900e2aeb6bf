// The grid of who plays what as it is drawn, and what is settled by a touch on it.

import { expect, test } from 'vitest'
import { coverNight, dan, isOut, sam } from '../../../test/kit/cover-evening.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { type SettledCells, type Settling, settledWith } from '../../core/night/settling.ts'
import type { TellLine } from '../../core/night/told.ts'
import { view } from '../../core/night/view.ts'
import type { DraftSection } from '../../wire/proposed.ts'
import { british } from '../../words/british.ts'
import {
  filled,
  gridRows,
  inSteps,
  isOther,
  lossOf,
  released,
  settledByKey,
  toldOf,
  withBan,
  withLock,
  without,
} from './cells.ts'
import { grouped, lineWords } from './lines.tsx'
import { summed } from './summed.ts'
import { comingItems, quartersFrom } from './who-is-out.tsx'

const tellLine = (more: Partial<TellLine>): TellLine => ({
  ...{ what: 'take', id: 'o', item: 'One', at: { act: 1, seconds: 0 }, track: 'E1', title: 'On' },
  ...{ place: null, with: [], carries: [], costume: null, before: null, handOff: null, thing: null },
  part: true,
  ...more,
})

const lock = { track: 'e1', item: 'one', person: 'dee' }
const nothing = { locks: [], bans: [] }
/** What stands after a press that was drawn on what still stands. */
const now = (before: SettledCells, change: Settling): SettledCells => {
  const next = settledWith(before, change)
  if (!next.ok) throw new Error('nothing is in the way')
  return next.cells
}

test('COVERING-3: a lock takes the place of what was settled of the same cell, and a ban of the same person', () => {
  const [locked, banned] = [now(nothing, withLock(nothing, lock)), now(nothing, withBan(nothing, lock))]
  const ben = { ...lock, person: 'ben' }
  expect(now(locked, withLock(locked, ben)).locks).toEqual([ben])
  expect(now(locked, withBan(locked, lock))).toEqual({ locks: [], bans: [lock] })
  expect(now(locked, withBan(locked, ben))).toEqual({ ...locked, bans: [ben] })
  expect(now(banned, withLock(banned, lock))).toEqual(locked)
  const whole = { ...lock, item: null, person: 'ben' }
  const both = { locks: [whole], bans: [lock] }
  expect(now(both, without(both, 'e1', 'one'))).toEqual(nothing)
  expect(now(locked, without(locked, 'e1', 'two'))).toEqual(locked)
  expect(now(locked, withLock(locked, whole))).toEqual({ locks: [whole], bans: [] })
  expect(now(both, released(both))).toEqual(nothing)
})

test('COVERING-3: a key on a cell locks whoever is in it, forbids it to them, or leaves it to the solver', () => {
  expect(settledByKey(nothing, 'l', lock)).toEqual(withLock(nothing, lock))
  expect(settledByKey(nothing, 'f', lock)).toEqual(withBan(nothing, lock))
  const locked = now(nothing, withLock(nothing, lock))
  expect(settledByKey(locked, 'Backspace', lock)).toEqual(without(locked, 'e1', 'one'))
  expect(settledByKey(nothing, 'l', { ...lock, person: null })).toBe(null)
  expect(settledByKey(nothing, 'x', lock)).toBe(null)
})

test('COVERING-3: the grid has what is approved, and on top of it what is proposed and what is settled', () => {
  const night = coverNight().do(isOut('ana'), sam)
  const { casting, order } = view(night.plan, night.state, dan)
  if (!casting || !order) throw new Error('those who plan have both')
  const cell = { track: 'e1', code: 'e1', item: 0, title: 'one', person: 'dee', name: 'Dee', before: 'Ana' }
  const proposal = { cells: [cell] } as unknown as DraftSection['proposal']
  const draft = {
    ...nothing,
    locks: [lock],
    working: false,
    trouble: null,
    others: null,
    asked: [],
    proposal,
  }
  const rows = gridRows(casting, draft, order.items)
  expect(rows.filter(isOther).map(({ track }) => track)).toEqual(['e1'])
  expect(rows[0]?.cells[0]).toMatchObject({ name: 'Dee', proposed: true, changed: false, settled: true })
  expect(rows[0]?.cells[1]).toMatchObject({ name: 'Ana', proposed: false, settled: false })
})

test('COVERING-7: sentences of one item stand together', () => {
  const line = (item: string, id: string) => ({ item, id }) as Parameters<typeof grouped>[0][number]
  const groups = grouped([line('one', 'a'), line('one', 'b'), line('two', 'c')])
  expect(groups.map(({ item, lines }) => [item, lines.length])).toEqual([
    ['one', 2],
    ['two', 1],
  ])
})

test('COVERING-26: a proposal is read in two steps while the show runs: now, and from the next number on', () => {
  const cell = (item: number, name: string) => ({
    ...{ track: id<'track'>('e1'), code: 'e1', item, title: `number ${item}`, name },
    ...{ person: id<'person'>(name), before: 'Ana' },
  })
  const cells = [cell(5, 'Dee'), cell(3, 'Ben'), cell(4, 'Dee')]
  expect(inSteps(cells, 3)).toEqual({ now: [cells[1]], later: [cells[0], cells[2]], next: cells[2] })
  expect(inSteps(cells, null)).toEqual({ now: [], later: cells, next: cells[1] })
})

test('COVERING-29: who told somebody stands as long as they lose the same, and not for what nobody told them', () => {
  const at = { act: 1, seconds: 0 }
  const line = tellLine({ what: 'leave', id: 'o1', at })
  const cost = { person: id<'person'>('ben'), name: 'Ben', lines: [line], more: 0 }
  const tellers = { [lossOf(cost)]: 'sam' }
  expect(toldOf([{ ...cost, lines: [{ ...line }] }], tellers)).toEqual([{ person: 'ben', by: 'sam' }])
  expect(toldOf([{ ...cost, lines: [line, { ...line, id: 'o2' }] }], tellers)).toEqual([])
  expect(toldOf([{ ...cost, more: 1 }], tellers)).toEqual([])
  expect(toldOf([{ ...cost, person: id<'person'>('ana') }], tellers)).toEqual([])
  expect(toldOf([cost], { [lossOf(cost)]: '' })).toEqual([])
})

test('COVERING-33: from hand to hand it is said what, with whom, where, and after what', () => {
  const handOff = { gives: false, prop: 'the lantern', after: 'the lift' }
  const line = tellLine({ with: ['Ana'], place: 'SL1', handOff })
  expect(lineWords(line, 'own')).toBe('You now take the lantern from Ana at SL1, after the lift')
  expect(lineWords({ ...line, what: 'other' }, 'person')).toBe(
    'Tonight takes the lantern from Ana at SL1, after the lift',
  )
  const bare = { ...line, with: [], place: null, handOff: { ...handOff, gives: true, after: null } }
  expect(lineWords({ ...bare, what: 'leave' }, 'own')).toBe('You no longer give the lantern')
})

test('COVERING-37: a thing that is left for somebody else is said to who leaves it, who takes it up and who brings it', () => {
  const lies = tellLine({
    with: ['Ana'],
    place: 'SL1',
    thing: { how: 'found', name: 'the lamp', from: null },
  })
  expect(lineWords(lies, 'own')).toBe('You now take up the lamp at SL1, where Ana left it')
  const brought = { ...lies, place: 'SR1', thing: { how: 'found', name: 'the lamp', from: 'SL1' } as const }
  expect(lineWords(brought, 'person')).toBe(
    'Now takes up the lamp at SR1; it is brought from SL1, where Ana left it',
  )
  const asked = { ...brought, with: ['Dee'], before: 'Ana' }
  expect(lineWords(asked, 'department')).toBe(
    'the lamp: bring it from SL1, where Ana leaves it, to SR1 for Dee',
  )
  const left = { ...lies, with: ['Dee'], thing: { how: 'left', name: 'the lamp', from: null } as const }
  expect(lineWords({ ...left, what: 'leave' }, 'own')).toBe('You no longer leave the lamp at SL1 for Dee')
  const set = { how: 'set', name: 'Lamp, lit', from: 'SL1' } as const
  expect(lineWords(tellLine({ what: 'other', place: 'SR1', thing: set }), 'department')).toBe(
    'Lamp, lit: set at SR1 tonight, not at SL1',
  )
})

test('COVERING-33: a long list is said by track first, with how many items, from which to which, instead of whom', () => {
  const lines = [
    tellLine({ before: 'Imran', item: '2' }),
    tellLine({ item: '2' }),
    tellLine({ what: 'leave', track: 'S4', item: '5' }),
    tellLine({ before: 'Imran', item: '5' }),
    tellLine({ item: '6', part: false }),
  ]
  const sums = summed(lines)
  expect(sums).toEqual([
    { what: 'take', track: 'E1', name: '', before: 'Imran', many: 2, first: '2', last: '5' },
    { what: 'leave', track: 'S4', name: '', before: null, many: 1, first: '5', last: '5' },
  ])
  const { own, department } = british.plan.lines.sums
  expect(sums.map((sum) => own[sum.what](sum))).toEqual([
    'You now do E1 in 2 items, 2 to 5, instead of Imran',
    'You no longer do S4 in 5',
  ])
  expect(
    british.plan.proposal.cost({
      name: 'Ben',
      parts: summed([tellLine({ what: 'leave' })]).map(british.plan.lines.part),
    }),
  ).toBe('Ben no longer does E1 in One')
  const dressed = summed([tellLine({ with: ['Lorcan'], before: 'Imran' })], true)
  expect(dressed.map((sum) => department[sum.what](sum))).toEqual(['Lorcan: E1 in One, instead of Imran'])
})

test('COVERING-34: a row says whose it is and who knows it, and columns without anything in these rows are left out', () => {
  const night = coverNight().do(isOut('ana'), sam)
  const { casting, order } = view(night.plan, night.state, dan)
  if (!casting || !order) throw new Error('those who plan have both')
  const rows = gridRows(casting, undefined, order.items)
  expect(rows[0]).toMatchObject({ code: 'e1', ownerName: 'Ana', able: ['dee', 'ben'] })
  const columns = (of: typeof rows) => filled(order.items, of).map(({ index }) => index)
  expect([columns(rows), columns(rows.slice(0, 1)), columns([])]).toEqual([[0, 1, 2], [0, 1], []])
})

test('COVERING-30: somebody is out from any item that has not begun', () => {
  const night = coverNight()
  const ids = () => {
    const { position, order } = view(night.plan, night.state, dan)
    return position ? comingItems(position, order).map(({ id: item }) => item) : []
  }
  expect(ids()).toEqual(['one', 'two', 'three'])
  night.do({ name: 'act.up', act: 1 })
  expect(ids()).toEqual(['two', 'three'])
})

test('COVERING-30: ready, or back in the building, by any quarter of an hour of the evening, none of it past', () => {
  const now = instant(Date.UTC(2026, 8, 17, 18, 31, 20))
  const times = quartersFrom(now).map((time) => new Date(time).toISOString().slice(11, 16))
  expect([times[0], times[1], times.at(-1)]).toEqual(['18:45', '19:00', '22:00'])
  expect(quartersFrom(instant(Date.UTC(2026, 8, 17, 18, 45)))[0]).toBe(Date.UTC(2026, 8, 17, 19))
})
