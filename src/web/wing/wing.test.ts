// What a wing's tablet lists, on nights of the demo show with whatever pace, holds and jumps.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { aViewer, CURTAIN_AT, nightOf, type TestNight } from '../../../test/kit/nights.ts'
import { expectedAt } from '../../core/calling/expected.ts'
import type { SideEntry } from '../../core/night/side-section.ts'
import { view } from '../../core/night/view.ts'
import { GRACE_MS, NOW_SHOWN_MS } from '../ui/passing.ts'
import { thingsWords } from '../ui/words.ts'
import { dueHere, stillDue, TOGETHER_MS, underName, WINDOW_MS } from './due.ts'

const show = demoShow()
const tablet = aViewer('ASM', { place: 'sl2' })
const fresh = nightOf(show, 0).open()
const side = view(fresh.plan, fresh.state, tablet).side

function here(night: TestNight) {
  const { position } = view(night.plan, night.state, tablet)
  if (!position || !side) throw new Error('a wing’s tablet sees its side and the position')
  return { position, side, now: night.now }
}

const listed = (night: TestNight) => {
  const { position, side: own, now } = here(night)
  return dueHere(own, position, now)
}
const entriesOf = (night: TestNight): readonly SideEntry[] =>
  listed(night).groups.flatMap(({ lines }) => lines.flatMap(({ entries }) => entries))

function upAt(seconds = 0): TestNight {
  const night = nightOf(show, 0).open()
  night.now = CURTAIN_AT
  return night.do({ name: 'act.up', act: 1 }).wait(seconds * 1000)
}

const anyWalk = fc.array(
  fc.record({ what: fc.constantFrom('wait', 'go', 'hold', 'resume', 'jump', 'item'), much: fc.nat(400) }),
  { maxLength: 24 },
)

function walked(steps: readonly { what: string; much: number }[]): TestNight {
  const night = upAt()
  for (const { what, much } of steps) {
    const { desk } = night.state.calling
    const moment = night.plan.timeline.moments[(desk.next + much) % night.plan.timeline.moments.length]
    const item = night.plan.timeline.items[much % night.plan.timeline.items.length]
    if (what === 'wait') night.wait(much * 1000)
    if (what === 'go') night.go()
    if (what === 'hold') night.ask({ name: 'clock.hold' })
    if (what === 'resume') night.ask({ name: 'clock.resume' })
    if (what === 'jump' && moment) night.ask({ name: 'desk.jump', moment: moment.id, move: desk.move })
    if (what === 'item' && item) night.ask({ name: 'item.start', item: item.id })
  }
  return night
}

/** A cue of the interval's last seconds, called early: by that clock the second act is late, and it is not up. */
const INTERVAL_CALLED_IN_ACT_1 = [
  { what: 'jump', much: 144 },
  { what: 'go', much: 0 },
  { what: 'wait', much: 101 },
]

test('WING-5: on any night the list is what is expected within ten minutes and not over, in order, each once', () => {
  let crowded = 0
  fc.assert(
    fc.property(anyWalk, (steps) => {
      const night = walked(steps)
      const { position, side: own, now } = here(night)
      const at = (one: SideEntry) => expectedAt(position.running, one.at, now)
      const shown = entriesOf(night)
      expect(new Set(shown.map((one) => one.id)).size).toBe(shown.length)
      const ids = new Set(shown.map((one) => one.id))
      for (const entry of own.entries) {
        const until = at(entry) - now
        // However late its act is, nothing of it has begun before that is up (WING-7), and so nothing is over.
        const waits = !position.acts.some(({ act }) => act >= entry.at.act)
        if ((until > 0 || waits) && until <= WINDOW_MS)
          expect([entry.id, ids.has(entry.id)]).toEqual([entry.id, true])
        if (until > WINDOW_MS) expect([entry.id, ids.has(entry.id)]).toEqual([entry.id, false])
        const stays = entry.kind === 'appear' ? 0 : entry.seconds * 1000
        if (!waits && until < -Math.max(stays, NOW_SHOWN_MS) - GRACE_MS) {
          expect([entry.id, ids.has(entry.id)]).toEqual([entry.id, false])
        }
      }
      const { groups } = listed(night)
      crowded = Math.max(crowded, groups.length)
      const times = groups.map((group) => group.at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      for (const group of groups) {
        for (const entry of group.lines.flatMap((line) => line.entries)) {
          expect(entry.place).toBe(group.place)
          expect(at(entry) - group.at).toBeLessThanOrEqual(TOGETHER_MS)
        }
      }
    }),
    { numRuns: 60, examples: [[INTERVAL_CALLED_IN_ACT_1]] },
  )
  expect(crowded).toBeGreaterThan(5)
})

test('WING-6: the next thing after the ten minutes is said, and when there is no more, nothing', () => {
  const night = upAt(60)
  const { position, side: own, now } = here(night)
  const after = own.entries.filter((one) => expectedAt(position.running, one.at, now) > now + WINDOW_MS)
  expect(listed(night).later?.entry.id).toBe(after[0]?.id)
  for (const act of [1, 2]) {
    if (act === 2) night.do({ name: 'act.up', act })
    night.do({ name: 'act.down', act })
  }
  expect(listed(night)).toEqual({ groups: [], later: null })
})

test('WING-7: a hold moves all of them together, and nothing begins before its act is up', () => {
  const night = upAt(200)
  const left = () => {
    const { position, side: own, now } = here(night)
    return stillDue(own, position, now).map(({ entry, at }) => [entry.id, at - now])
  }
  night.do({ name: 'clock.hold' })
  const before = left()
  expect(before.length).toBeGreaterThan(50)
  night.wait(333_000)
  expect(left()).toEqual(before)
  night.do({ name: 'clock.resume' })
  expect(left()).toEqual(before)
  const early = nightOf(show, 0).open()
  early.now = CURTAIN_AT
  early.wait(300_000)
  expect(listed(early).groups.every((group) => !group.begun)).toBe(true)
  expect(listed(early).groups.length).toBeGreaterThan(0)
})

test('WING-7: after a jump the list is that of where the show is', () => {
  const night = upAt(30)
  const item = night.plan.timeline.items.find((one) => one.act === 1 && one.starts.seconds > 1_500)
  if (!item) throw new Error('act 1 is longer than that')
  night.do({ name: 'item.start', item: item.id })
  const shown = entriesOf(night)
  expect(shown.length).toBeGreaterThan(0)
  for (const entry of shown) {
    expect(entry.at.seconds + Math.max(entry.seconds, GRACE_MS / 1000)).toBeGreaterThanOrEqual(
      item.starts.seconds,
    )
    expect(entry.at.seconds).toBeLessThanOrEqual(item.starts.seconds + WINDOW_MS / 1000)
  }
})

test('WING-8, POCKET-4: what is planned for the interval stays through it, and goes when the next act is up', () => {
  const night = upAt(60)
  night.do({ name: 'act.down', act: 1 })
  const act = night.plan.timeline.acts[0]
  const inInterval = (entries: readonly SideEntry[]) =>
    entries.filter((one) => one.at.act === 1 && one.at.seconds >= (act?.seconds ?? 0))
  expect(inInterval(side?.entries ?? []).length).toBeGreaterThan(0)
  const first = inInterval(side?.entries ?? [])[0]
  expect(entriesOf(night).map((one) => one.id)).toContain(first?.id)
  night.do({ name: 'act.up', act: 2 })
  expect(inInterval(entriesOf(night))).toEqual([])
})

test('WING-11: of things that are called the same stands the name once, and how many', () => {
  expect(thingsWords(['An armful of almanacs', 'A lantern', 'An armful of almanacs'])).toBe(
    'An armful of almanacs (2) and A lantern',
  )
})

test('WING-3: under a child’s name stands who looks after them; under a hand-off’s, to whom', () => {
  const entry = side?.entries.find((one) => one.child !== null && one.carries.length === 0)
  if (!entry) throw new Error('children enter at this side')
  expect(underName(entry)).toContain(`child, with ${entry.child?.chaperone}`)
  const hand = side?.entries.find((one) => one.id.startsWith('hand-off-'))
  if (!hand) throw new Error('something is handed over at this side')
  expect(underName(hand)).toContain(`to ${hand.with.join(', ')}`)
})
