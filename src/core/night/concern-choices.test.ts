// Another order beside an open concern: what is tried, what each brings, and what is offered.

import { expect, test } from 'vitest'
import { nightOf, type TestNight, theSM } from '../../../test/kit/nights.ts'
import { anItem, emptyShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import {
  bestChoices,
  CONCERNS_CHOSEN_MAX,
  choiceOf,
  choicesAsked,
  SWAPS_TRIED_MAX,
} from './concern-choices.ts'
import { dues } from './dues.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const items = names.map((name) => anItem(name, 1, 300))
const people = ['ada', 'bea', 'cyd', 'dot', 'eve'] as const
const on = (person: string, item: string, parts: object = {}) => ({
  ...{ id: id<'obligation'>(`${person}-${item}`), track: id<'track'>(person), kind: 'appear' as const },
  ...{ title: `On in ${item}`, anchor: { item: id<'item'>(item), seconds: 10 }, seconds: 20 },
  ...{ droppable: 'essential' as const, placeIn: id<'place'>('l'), placeOut: id<'place'>('l') },
  ...parts,
})
const show: Show = {
  ...emptyShow,
  people: [
    ...people.map((name) => ({ id: id<'person'>(name), name, callName: name })),
    { id: id('sam'), name: 'Sam Ito', callName: 'Sam' },
  ],
  engagements: [{ person: id('sam'), kind: 'stage management' }],
  tracks: people.map((name) => ({
    ...{ id: id<'track'>(name), code: name, title: name, kind: 'cast' as const, owner: id<'person'>(name) },
  })),
  items,
  editions: [{ id: id('full'), title: 'Full', items: items.map((item) => item.id) }],
  venue: { name: '', places: [{ id: id('l'), code: 'SL1', name: '', side: 'stage left' }], travel: [] },
  vamps: [
    {
      ...{ id: id('round'), kind: 'vamp', anchor: { item: id('b'), seconds: 5 }, seconds: 10 },
      ...{ secondsMax: 70, out: 'the door' },
    },
  ],
  obligations: [on('ada', 'b'), on('bea', 'c'), on('cyd', 'd'), on('dot', 'e'), on('eve', 'f')],
}

const running = () => nightOf(show).open().do({ name: 'act.up', act: 1 })
const raise = (night: TestNight, ...who: readonly string[]) => {
  for (const name of who) night.do({ name: 'concern.raise', person: id<'person'>(name) }, theSM)
  return night
}
const asked = ({ plan, state, now }: TestNight) => choicesAsked(plan, state, now)

function offered(night: TestNight) {
  const { plan, state, now } = night
  const made = asked(night).flatMap((one) => {
    const steps = choiceOf(plan, state, now, one)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value ?? []
    }
  })
  return bestChoices(made)
}

test('REORDER-20: the number later, left out, and the bars before it: each with what it gains and costs', () => {
  const night = raise(running(), 'ada')
  expect(asked(night).map(({ kind, item, other }) => [kind, item, other])).toEqual([
    ['swap', 'b', 'c'],
    ['swap', 'b', 'd'],
    ['swap', 'b', 'e'],
    ['cut', 'b', null],
    ['vamp', 'b', null],
  ])
  const [swap, cut, vamp] = offered(night)
  // The nearest with the least trouble: Bea, who is on in the item that comes first then, is due earlier.
  expect(swap).toMatchObject({ kind: 'swap', later: 300, earlier: 1, unfit: 0, impossible: 0, loses: 0 })
  const due = dues(night.plan, night.state, night.now).find(({ person }) => person === 'ada')
  expect([swap?.dueAt, cut?.dueAt, vamp?.dueAt]).toEqual([due?.at, due?.at, due?.at])
  // It is decided before the item begins, or before Bea is due for it: they stand at the same moment.
  expect(swap?.lead).toBe(10)
  // Whoever is looked for is not told by this; nobody else was to do anything in it.
  expect(cut).toMatchObject({ kind: 'cut', later: null, loses: 0, changes: [{ kind: 'cut', item: 'b' }] })
  expect(vamp).toMatchObject({
    kind: 'vamp',
    later: 60,
    changes: [{ kind: 'vamp', vamp: 'round', seconds: 60 }],
  })
})

test('REORDER-20: what has begun is offered no more, and an order in force is built upon', () => {
  const night = raise(running(), 'ada')
  night.do({ name: 'item.start', item: id('b') })
  expect(offered(night)).toEqual([])
  const other = raise(running(), 'cyd')
  const changes = [{ kind: 'swap', item: id<'item'>('b'), with: id<'item'>('c') }] as const
  other.do({ name: 'order.propose', changes }, theSM)
  other.do({ name: 'order.accept', changes, heard: 'silent', approvedBy: null, toldBy: null }, theSM)
  expect(offered(other)[0]?.changes).toEqual([changes[0], { kind: 'swap', item: 'd', with: 'e' }])
})

test('REORDER-20: so many concerns and so many swaps are tried at most', () => {
  const night = raise(running(), 'ada', 'bea', 'cyd', 'dot')
  const all = asked(night)
  expect(new Set(all.map(({ concern }) => concern)).size).toBe(CONCERNS_CHOSEN_MAX)
  for (const concern of new Set(all.map((one) => one.concern)))
    expect(all.filter((one) => one.concern === concern && one.kind === 'swap').length).toBeLessThanOrEqual(
      SWAPS_TRIED_MAX,
    )
  expect(choicesAsked(night.plan, running().state, night.now)).toEqual([])
})
