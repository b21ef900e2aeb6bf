// A night that is put into another order: who may, what cannot be changed any more, and what follows at once.

import { expect, test } from 'vitest'
import { aViewer, codeOf, nightOf, type TestNight, theCaller, theSM } from '../../../test/kit/nights.ts'
import { aCue, aDepartment, anItem, at, emptyShow } from '../../../test/kit/shows.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import type { Change } from '../reorder/change.ts'
import { ORDER_VERSIONS_MAX } from '../reorder/night-order.ts'
import { noCovers } from '../show/competence.ts'
import type { Show } from '../show/show.ts'
import { apply, emptyNight } from './night.ts'
import { WAIT_POINTS_MAX } from './order-draft-section.ts'
import { tonight } from './tonight.ts'
import { reportFor, view } from './view.ts'

const [a, b, c, pause, d] = [
  anItem('a', 1, 100),
  anItem('b', 1, 200),
  anItem('c', 1, 300),
  anItem('pause', 1, 900, 'interval'),
  anItem('d', 2, 400),
] as const
const lx = aDepartment('lx')
const show: Show = {
  ...emptyShow,
  people: [
    { id: id('ada'), name: 'Ada Finch', callName: 'Ada' },
    { id: id('sam'), name: 'Sam Ito', callName: 'Sam' },
  ],
  engagements: [
    { person: id('ada'), kind: 'ensemble' },
    { person: id('sam'), kind: 'stage management' },
  ],
  tracks: [{ id: id('t'), code: 'A', title: 'Ada', kind: 'cast', owner: id('ada') }],
  items: [a, b, c, pause, d],
  editions: [{ id: id('full'), title: 'Full', items: [a.id, b.id, c.id, pause.id, d.id] }],
  departments: [lx],
  venue: { name: '', places: [{ id: id('l'), code: 'SL1', name: '', side: 'stage left' }], travel: [] },
  obligations: ['b', 'c'].map((name) => ({
    ...{
      id: id<'obligation'>(`on-${name}`),
      track: id<'track'>('t'),
      kind: 'appear',
      title: `On in ${name}`,
    },
    ...{ anchor: { item: id<'item'>(name), seconds: 10 }, seconds: 20, droppable: 'essential' },
    ...{ placeIn: id<'place'>('l'), placeOut: id<'place'>('l') },
  })),
  cues: [
    ...[a, b, c, d].flatMap((item) => [
      aCue(`${item.id}1`, lx, at(item, 0)),
      aCue(`${item.id}2`, lx, at(item, 50)),
    ]),
  ],
}
const DC = aViewer('DC')
const cutB: Change = { kind: 'cut', item: b.id }
const swap: Change = { kind: 'swap', item: b.id, with: c.id }

const running = () => nightOf(show).open().do({ name: 'act.up', act: 1 })
const accept = (night: TestNight, changes: readonly Change[], more: object = {}, by = theSM) =>
  night.ask({ name: 'order.accept', changes, heard: 'silent', approvedBy: null, toldBy: null, ...more }, by)
const put = (night: TestNight, ...changes: readonly Change[]) => {
  night.do({ name: 'order.propose', changes })
  const answer = accept(night, changes, { toldBy: id('sam') })
  if (!answer.ok) throw new Error(answer.refusal.sentence)
  return night
}
const order = (night: TestNight) =>
  view(night.plan, night.state, theCaller).order?.items.map((item) => (item.cut ? `(${item.id})` : item.id))
const next = (night: TestNight) => view(night.plan, night.state, theCaller).calling?.upNext?.id ?? null
const codes = (...asked: readonly Parameters<typeof codeOf>[0][]) => asked.map(codeOf)

test('REORDER-12: the caller, stage management and the dance captain draft; the last two say yes, the caller names who did', () => {
  for (const role of roleNames) {
    const by = aViewer(role, { person: 'ada', department: 'lx' })
    const night = running()
    const mayDraft = ['caller', 'SM', 'DC'].includes(role)
    expect([role, codeOf(night.ask({ name: 'order.propose', changes: [swap] }, by))]).toEqual([
      role,
      mayDraft ? 'ok' : 'not-yours',
    ])
  }
  const night = running().do({ name: 'order.propose', changes: [swap] })
  expect(codes(accept(night, [swap], {}, theCaller))).toEqual(['not-approved'])
  expect(codes(accept(night, [swap], { approvedBy: id('ada') }, theCaller))).toEqual(['not-an-approver'])
  expect(codes(accept(night, [swap], { approvedBy: id('sam') }, theCaller))).toEqual(['ok'])
  expect(codeOf(accept(running().do({ name: 'order.propose', changes: [swap] }), [swap], {}, DC))).toBe('ok')
  expect(night.state.order.versions).toMatchObject([
    { version: 1, heard: 'silent', approvedBy: 'sam', proposedBy: theCaller.device, changes: [swap] },
  ])
})

test('REORDER-12: where the production names whose yes it takes, the caller names one of those', () => {
  const covers = { ...noCovers, approvers: [{ person: id<'person'>('ada') }] }
  const named = () =>
    nightOf({ ...show, covers })
      .open()
      .do({ name: 'act.up', act: 1 })
      .do({ name: 'order.propose', changes: [swap] })
  expect(codes(accept(named(), [swap], { approvedBy: id('sam') }, theCaller))).toEqual(['not-an-approver'])
  expect(codes(accept(named(), [swap], { approvedBy: id('ada') }, theCaller))).toEqual(['ok'])
})

test('REORDER-12: what is accepted is the draft as it was read, and it may be left', () => {
  const night = running().do({ name: 'order.propose', changes: [swap] })
  expect(codes(accept(night, [cutB]))).toEqual(['order-moved'])
  // Out of the record it comes with its fields in another order.
  const read: Change = { with: c.id, kind: 'swap', item: b.id }
  expect(codes(accept(running().do({ name: 'order.propose', changes: [swap] }), [read]))).toEqual(['ok'])
  night.do({ name: 'order.leave' })
  expect(night.state.order.draft).toBeNull()
  expect(codes(night.ask({ name: 'order.leave' }), accept(night, [swap]))).toEqual([
    'no-draft',
    'order-moved',
  ])
  expect(codeOf(night.ask({ name: 'order.propose', changes: [] }))).toBe('same-order')
})

test('REORDER-13: what has begun stays: nothing of it is cut, moved or overtaken, and nothing after the close', () => {
  const night = running()
  const moveA: Change = { kind: 'move', item: a.id, after: b.id }
  expect(codeOf(night.ask({ name: 'order.propose', changes: [moveA] }))).toBe('begun')
  expect(codeOf(night.ask({ name: 'order.propose', changes: [{ kind: 'cut', item: a.id }] }))).toBe('begun')
  night.do({ name: 'item.start', item: b.id })
  expect(codeOf(night.ask({ name: 'order.propose', changes: [swap] }))).toBe('begun')
  night.do({ name: 'act.down', act: 1 })
  expect(codeOf(night.ask({ name: 'order.propose', changes: [{ kind: 'cut', item: c.id }] }))).toBe('begun')
  night.do({ name: 'act.up', act: 2 }).do({ name: 'act.down', act: 2 }).do({ name: 'performance.close' })
  expect(codeOf(night.ask({ name: 'order.leave' }))).toBe('closed')
  expect(codeOf(nightOf(show).ask({ name: 'order.leave' }))).toBe('not-open')
  const drafted = running().do({ name: 'order.propose', changes: [swap] })
  drafted.do({ name: 'item.start', item: b.id })
  expect(codes(accept(drafted, [swap]))).toEqual(['begun'])
})

test('REORDER-14: who loses what they were to do is told by a named person; by stopping means that the show is held', () => {
  const night = running().do({ name: 'order.propose', changes: [cutB] })
  expect(codes(accept(night, [cutB]), accept(night, [cutB], { toldBy: id('nobody') }))).toEqual([
    ...['not-told', 'no-such-person'],
  ])
  expect(codes(accept(night, [cutB], { toldBy: id('sam'), heard: 'stop' }))).toEqual(['not-held'])
  night.do({ name: 'clock.hold' })
  expect(codes(accept(night, [cutB], { toldBy: id('sam'), heard: 'stop' }))).toEqual(['ok'])
  expect(night.state.order.versions[0]).toMatchObject({ toldBy: 'sam', heard: 'stop' })
})

test('REORDER-19: each who loses a number is told by a named person before it is in force, or it is said that it cannot wait', () => {
  const night = running().do({ name: 'order.propose', changes: [cutB] })
  const refused = accept(night, [cutB])
  expect(refused.ok ? '' : refused.refusal.sentence).toContain('Not before Ada knows it')
  // Nobody tells themself, and a stranger tells nobody.
  expect(codes(accept(night, [cutB], { toldBy: id('ada') }))).toEqual(['not-told'])
  const byNobody = { told: [{ person: id('ada'), by: id('nobody') }] }
  expect(codes(accept(night, [cutB], byNobody))).toEqual(['no-such-person'])
  expect(order(night)).toEqual(['a', 'b', 'c', 'pause', 'd'])
  expect(view(night.plan, night.state, aViewer('perf', { person: 'ada' })).orderDraft).toBeUndefined()
  expect(codes(accept(night, [cutB], { told: [{ person: id('ada'), by: id('sam') }] }))).toEqual(['ok'])
  expect(night.state.order.versions[0]).toMatchObject({ told: [{ person: 'ada', by: 'sam' }] })
  const hurried = running().do({ name: 'order.propose', changes: [cutB] })
  expect(codes(accept(hurried, [cutB], { override: true }))).toEqual(['ok'])
  expect(hurried.state.order.versions[0]).toMatchObject({ overridden: true, by: theSM.device })
  // Whoever is out needs no telling, and a swap costs nobody anything.
  const away = running().do(
    { name: 'out.say', person: id('ada'), word: { as: 'out' }, until: 'tonight' },
    theSM,
  )
  away.do({ name: 'order.propose', changes: [cutB] })
  expect(codes(accept(away, [cutB]))).toEqual(['ok'])
  expect(away.state.order.versions[0]).not.toHaveProperty('told')
  const swapped = running().do({ name: 'order.propose', changes: [swap] })
  expect(codes(accept(swapped, [swap]))).toEqual(['ok'])
})

test('REORDER-15: the running order, the cues, what is owed and the desk’s next follow at once, and back again', () => {
  const night = running()
  night.go()
  night.wait(1_000).go()
  expect(next(night)).toBe('b1')
  const move = night.state.calling.desk.move
  put(night, cutB)
  expect(order(night)).toEqual(['a', '(b)', 'c', 'pause', 'd'])
  expect([next(night), night.state.calling.desk.move]).toEqual(['c1', move + 1])
  const seen = view(night.plan, night.state, aViewer('perf', { person: 'ada' }))
  expect(seen.track?.obligations.map(({ title, at: point }) => [title, point.seconds])).toEqual([
    ['On in c', 110],
  ])
  const lights = view(night.plan, night.state, aViewer('dept', { department: 'lx' }))
  expect(lights.calling?.cut).toEqual([2, 3])
  expect(codeOf(night.ask({ name: 'cue.restore', moment: id('b1') }))).toBe('order-cut')
  expect(codeOf(night.ask({ name: 'item.start', item: b.id }))).toBe('item-cut')
  put(night, swap)
  expect(order(night)).toEqual(['a', 'c', 'b', 'pause', 'd'])
  expect([next(night), night.state.calling.cut]).toEqual(['c1', []])
  night.wait(1_000).go()
  expect(night.state.calling.reached?.item).toBe(1)
  night.wait(1_000).go()
  expect(next(night)).toBe('b1')
})

test('REORDER-15: what was called, cut by hand and noted stays what it was, whatever the order', () => {
  const night = running()
  night.go()
  night.do({ name: 'cue.cut', moment: id('c2') }).do({ name: 'cue.cut', moment: id('b1') })
  night.do({ name: 'note.write', department: null, text: 'Late.' })
  put(night, swap)
  const cut = () =>
    night.state.calling.cut.map((index) => tonight(night.plan, night.state).timeline.moments[index]?.id)
  expect(cut().toSorted()).toEqual(['b1', 'c2'])
  put(night, cutB)
  expect(cut().toSorted()).toEqual(['b1', 'b2', 'c2'])
  put(night, { kind: 'repeat', item: c.id, after: c.id })
  expect(cut().toSorted()).toEqual(['b1', 'c2'])
  expect(order(night)).toEqual(['a', 'b', 'c', 'c-again-1', 'pause', 'd'])
  expect(JSON.stringify(reportFor(night.plan, night.state, theSM))).toContain('Late.')
})

test('REORDER-15: the same events make the same night, one by one and from a state written down half way', () => {
  const night = put(put(running(), cutB), swap)
  night.go()
  const folded = night.log.reduce((state, event) => apply(night.plan, state, event), emptyNight)
  expect(folded).toEqual(night.state)
  const half = night.log.slice(0, 4).reduce((state, event) => apply(night.plan, state, event), emptyNight)
  const rest = JSON.parse(JSON.stringify(half))
  expect(night.log.slice(4).reduce((state, event) => apply(night.plan, state, event), rest)).toEqual(
    night.state,
  )
})

test('REORDER-16: whoever may draft sees the draft with what it brings, and whoever may not sees none of it', () => {
  const night = running().do({ name: 'order.propose', changes: [cutB] })
  const seen = (role: (typeof roleNames)[number]) =>
    view(night.plan, night.state, aViewer(role, { person: 'ada' })).orderDraft
  for (const role of roleNames)
    expect([role, seen(role) !== undefined]).toEqual([role, ['caller', 'SM', 'DC'].includes(role)])
  expect(seen('DC')).toMatchObject({
    begun: 1,
    inForce: null,
    draft: { changes: [cutB], loses: [{ person: 'ada', name: 'Ada' }], more: 0 },
    approvers: [{ id: 'sam', name: 'Sam' }],
  })
  expect(seen('DC')?.draft?.lines.map(({ kind, who, about }) => [kind, who, about])).toContainEqual([
    ...['due earlier', 'Ada', 'On in c'],
  ])
})

test('REORDER-17: a night holds fifty orders', () => {
  const night = running()
  for (let version = 1; version <= ORDER_VERSIONS_MAX; version += 1)
    put(night, version % 2 === 1 ? swap : cutB)
  night.do({ name: 'order.propose', changes: [swap] })
  expect(codes(accept(night, [swap]))).toEqual(['many-versions'])
})

test('REORDER-25: drafted beside an order that is not in force any more it is refused, and takes nothing back unread', () => {
  const night = running().do({ name: 'order.propose', changes: [swap], base: 0 })
  accept(night, [swap])
  expect(codeOf(night.ask({ name: 'order.propose', changes: [cutB], base: 0 }))).toBe('order-moved')
  expect(codeOf(night.ask({ name: 'order.propose', changes: [swap, cutB], base: 1 }))).toBe('ok')
  // Whoever does not say beside which is taken at their word.
  expect(codeOf(night.ask({ name: 'order.propose', changes: [cutB] }))).toBe('ok')
})

test('REORDER-26: of an item the bars that bear more are offered, and whoever comes on in it to be waited for', () => {
  const vamp = {
    id: id<'vamp'>('round'),
    kind: 'vamp',
    anchor: at(b, 40),
    seconds: 8,
    secondsMax: 20,
  } as const
  const safety = { ...vamp, id: id<'vamp'>('safe'), kind: 'safety', seconds: 20 } as const
  const many = Array.from({ length: WAIT_POINTS_MAX + 1 }, (_, index) => ({
    ...show.obligations.slice(0, 1).map((one) => ({ ...one, id: id<'obligation'>(`more-${index}`) }))[0],
    anchor: { item: c.id, seconds: 20 + index },
  })) as unknown as Show['obligations']
  const night = nightOf({
    ...show,
    vamps: [vamp, safety].map((one) => ({ ...one, out: 'the truck' })),
    obligations: [...show.obligations, ...many],
  }).open()
  const { longer, waits } = view(night.plan, night.state, DC).orderDraft ?? {}
  expect(longer).toEqual([{ item: 'b', vamp: 'round', bar: null, out: 'the truck', most: 12 }])
  expect(waits?.[0]).toEqual({ item: 'b', points: [{ at: 10, who: ['Ada'] }] })
  expect(waits?.[1]?.points.length).toBe(WAIT_POINTS_MAX)
  const change: Change = { kind: 'wait', item: b.id, at: 10, seconds: 30 }
  put(night, { kind: 'vamp', vamp: vamp.id, seconds: 12 }, change)
  expect(night.state.order.versions[0]?.changes).toContainEqual(change)
})
