// A tech, played by seeded presses: stopped, put back, taken again, and its book changed while every screen follows.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../src/core/editing/edit.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import { asViewer, theMachine } from '../../src/core/installation/installation.ts'
import { must } from '../../src/core/kit/assert.ts'
import { canonical, type Json } from '../../src/core/kit/json.ts'
import { instant } from '../../src/core/kit/time.ts'
import { reportFor, view } from '../../src/core/night/view.ts'
import type { PerformanceKind } from '../../src/core/show/kinds.ts'
import type { Cue } from '../../src/core/show/show.ts'
import { momentDepartments } from '../../src/core/show/timeline.ts'
import { lockHolds } from '../../src/server/office/lock.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import { companyIn, expectShown, openHouse, type TestHouse, type TestScreen } from '../kit/house.ts'
import { theSM } from '../kit/nights.ts'
import { settled } from '../kit/server.ts'
import { littleShow } from '../kit/shows.ts'

const SESSIONS = 24

async function opened(kind: PerformanceKind, show = littleShow()): Promise<TestHouse> {
  const house = await openHouse(undefined, null)
  const curtain = instant(house.clock.now() + 3_600_000)
  const answer = await house.stage.plan(JSON.stringify(show), show, curtain, theMachine, 'the-first', kind)
  expect(answer.ok).toBe(true)
  return house
}

const night = (house: TestHouse) => must(house.stage.night(), 'a night is on')
const calling = (house: TestHouse) => night(house).owner.state().calling
const moments = (house: TestHouse) => night(house).plan.timeline.moments
const nextId = (house: TestHouse) => moments(house)[calling(house).desk.next]?.id ?? null
const named = (house: TestHouse, index: number) => must(moments(house)[index], 'it is in the plan').id
const standing = (house: TestHouse) =>
  calling(house)
    .standbys.map(({ moment, acknowledged }) => `${named(house, moment)} ${acknowledged.length}`)
    .toSorted()

let edits = 0
async function edit(house: TestHouse, change: Edit) {
  edits += 1
  const answer = await house.stage.edit(
    (show) => {
      const changed = editShow(show, change, false)
      return changed.ok
        ? { ok: true, value: { text: JSON.stringify(changed.value), show: changed.value } }
        : changed
    },
    theSM,
    `edit-${edits}`,
  )
  await settled()
  return answer
}

const cueRow = (cue: Cue, number: string): Edit => ({
  ...{ name: 'cue.put', cue: cue.id },
  row: {
    ...{ department: cue.department, item: cue.anchor.item, number },
    ...{ title: cue.title, words: cue.anchor.line ?? '', together: false },
  },
})

/** Where the desk is, and with what: on this screen as on any that comes in now. */
function expectFollowed(house: TestHouse, screen: TestScreen): void {
  const device = must(
    house.stage.installation.state().devices.find(({ id }) => id === screen.device),
    'it is paired',
  )
  const wanted = view(night(house).plan, night(house).owner.state(), asViewer(device), house.clock.now())
  const follows = (of: Readonly<Record<string, unknown>>) =>
    JSON.parse(JSON.stringify([of['position'], of['order'], of['cues'] ?? null, of['calling'] ?? null]))
  expect(follows(screen.sections)).toEqual(follows(wanted))
}

type Step = { readonly what: number; readonly which: number }

/** One press or one edit; what it comes to depends on where the tech is. */
async function step(house: TestHouse, desk: TestScreen, { what, which }: Step): Promise<void> {
  const { move, next } = calling(house).desk
  const all = moments(house)
  const some = all[which % all.length]?.id ?? ''
  const at = all[next]?.id ?? some
  const { show } = night(house).plan
  const cue = must(show.cues[which % show.cues.length], 'the show has cues')
  house.clock.pass(700 + which * 137)
  const press = async (command: WireCommand) => void (await desk.press(command))
  if (what < 6) return press({ name: 'cue.go', moment: at, move })
  switch (what) {
    case 6:
      return press({ name: 'desk.jump', moment: some, move })
    case 7:
      return press({ name: 'cue.go', moment: some, move, jump: true })
    case 8:
      return press({ name: 'standby.give', moment: at, ...(which % 2 === 0 ? { to: some } : {}) })
    case 9: {
      const first = calling(house).standbys[0]
      const moment = first && all[first.moment]
      const department = moment ? momentDepartments(moment)[0] : undefined
      if (!moment || department === undefined) return
      return press({ name: 'standby.acknowledge', moment: moment.id, department, channel: 'cans' })
    }
    case 10:
      return press({ name: which % 2 === 0 ? 'clock.hold' : 'clock.resume' })
    case 11:
      return press({ name: which % 2 === 0 ? 'act.up' : 'act.down', act: 1 + (which % 3 === 0 ? 1 : 0) })
    case 12:
      return press({ name: 'cue.skip', moment: at, move })
    case 13:
      return press({ name: 'desk.step-back', move, reason: 'again' })
    case 14:
      return void (await edit(house, { ...cueRow(cue, `9${which}`), cue: null } as Edit))
    case 15:
      return void (await edit(house, { name: 'cue.move', cue: cue.id, by: which % 2 === 0 ? 1 : -1 }))
    case 16:
      return void (await edit(house, { name: 'cue.remove', cue: cue.id }))
    default:
      return void (await edit(house, cueRow(cue, `8${which}`)))
  }
}

test('TECH-12, TECH-14: whatever is stopped, put back, taken again and edited, every screen and a replay say the same', async () => {
  const session = fc.array(fc.record({ what: fc.nat(17), which: fc.nat(30) }), {
    minLength: 10,
    maxLength: 30,
  })
  let taken = 0
  const play = async (steps: readonly Step[]) => {
    const house = await opened('tech')
    const screens = await companyIn(house, 'desk', 'lx', 'snd', 'ann', 'board')
    const desk = must(screens[0], 'the desk')
    for (const one of steps) {
      const before = {
        next: nextId(house),
        stands: standing(house),
        known: moments(house).map(({ id }) => id),
      }
      await step(house, desk, one)
      for (const screen of screens) expectFollowed(house, screen)
      if (one.what < 14) continue
      taken += 1
      const known = new Set(moments(house).map(({ id }) => id))
      const now = nextId(house)
      // At the cue where it stood, or at one that was put in directly before it.
      if (before.next !== null && known.has(before.next) && now !== before.next)
        expect(now !== null && !before.known.includes(now)).toBe(true)
      const kept = before.stands.filter((line) => known.has(line.split(' ')[0] as never))
      expect(standing(house)).toEqual(kept)
    }
    // What is told by the clock alone is told again with it.
    await edit(house, { name: 'cue.note', cue: must(night(house).plan.show.cues[0], 'a cue').id, note: 'x' })
    for (const screen of screens) expectShown(house, screen)
    const last = canonical(night(house).owner.state() as unknown as Json)
    const again = await openHouse(house.shelf, null, house.clock)
    expect(canonical(night(again).owner.state() as unknown as Json)).toBe(last)
  }
  await fc.assert(fc.asyncProperty(session, play), { numRuns: SESSIONS, seed: 20260 })
  expect(taken).toBeGreaterThan(SESSIONS)
})

const firstMoments = async (house: TestHouse, desk: TestScreen, count: number) => {
  for (let index = 0; index < count; index += 1) {
    house.clock.pass(5_000)
    const { move, next } = calling(house).desk
    const answer = await desk.press({ name: 'cue.go', moment: named(house, next), move })
    expect(answer?.ok).toBe(true)
  }
}

const report = (house: TestHouse) => {
  const written = reportFor(night(house).plan, night(house).owner.state(), theSM)
  return must(written?.worked ?? undefined, 'it says how the tech went')
}

test('TECH-9, TECH-10: back to a cue calls nothing, takes nothing back, is said to whom it concerns, and is in the report', async () => {
  const house = await opened('tech')
  const [desk, lx, snd] = (await companyIn(house, 'desk', 'lx', 'snd')) as [
    TestScreen,
    TestScreen,
    TestScreen,
  ]
  await desk.press({ name: 'act.up', act: 1 })
  const total = Math.min(4, moments(house).length)
  await firstMoments(house, desk, total)
  const before = calling(house).called
  const told = (screen: TestScreen) => Object(screen.sections['calling']).turned
  expect([told(desk), told(lx), told(snd)]).toEqual([null, null, null])
  // Back to the first, while the show is held.
  await desk.press({ name: 'clock.hold' })
  const answer = await desk.press({
    name: 'desk.jump',
    moment: named(house, 0),
    move: calling(house).desk.move,
  })
  expect(answer?.ok).toBe(true)
  expect(calling(house).called).toEqual(before)
  expect(calling(house).standbys).toEqual([])
  expect(told(desk)).toMatchObject({ back: true })
  for (const screen of [lx, snd]) {
    const { turned, next } = Object(screen.sections['calling'])
    expect([turned?.back, next]).toEqual([true, 0])
  }
  await desk.press({ name: 'clock.resume' })
  await firstMoments(house, desk, 2)
  expect([told(desk), told(lx), told(snd)]).toEqual([null, null, null])
  const { passes, again, removed } = report(house)
  expect(passes.map(({ began, cues }) => [began, cues])).toEqual([
    [null, total],
    ['back', 2],
  ])
  expect(again.map(({ at }) => at.length)).toEqual([2, 2])
  expect(removed).toEqual([])
  expect(calling(house).called.length).toBe(total + 2)
})

test('TECH-13: a cue that was called and is taken out of the book stays in the report, as it was called', async () => {
  const house = await opened('rehearsal')
  const [desk] = (await companyIn(house, 'desk')) as [TestScreen]
  await desk.press({ name: 'act.up', act: 1 })
  await firstMoments(house, desk, 4)
  const stood = nextId(house)
  // Others may follow a cue by themselves: such a one is not taken out.
  let cue: Cue | null = null
  for (const { cues, followers } of moments(house).slice(0, 4)) {
    const only = cues.length === 1 && followers.length === 0 ? cues[0] : undefined
    if (cue || !only) continue
    const answer = await edit(house, { name: 'cue.remove', cue: only.id })
    if (answer.ok) cue = only
    if (answer.ok) expect(answer).toMatchObject({ tonight: null })
  }
  const { number } = must(cue, 'one was taken out')
  expect(nextId(house)).toBe(stood)
  const { removed } = report(house)
  expect(removed).toMatchObject([{ name: expect.stringContaining(number), calledAt: [expect.any(Number)] }])
  const again = await openHouse(house.shelf, null, house.clock)
  expect(report(again)).toEqual(report(house))
})

test('TECH-11: at a tech the lock does not hold and a version is played at once; at a show both wait', async () => {
  for (const kind of ['tech', 'rehearsal', 'show', 'dress', 'preview', 'understudy'] as const) {
    const house = await opened(kind, { ...littleShow(), locked: true })
    const [desk] = (await companyIn(house, 'desk')) as [TestScreen]
    await desk.press({ name: 'act.up', act: 1 })
    const cue = must(night(house).plan.show.cues[0], 'a cue')
    const answer = await edit(house, cueRow(cue, '77'))
    const worked = kind === 'tech' || kind === 'rehearsal'
    expect([kind, answer]).toEqual([kind, expect.objectContaining({ ok: true })])
    expect([kind, answer.ok && 'tonight' in answer && answer.tonight === null]).toEqual([kind, worked])
    expect(lockHolds(house.stage)).toBe(!worked)
    expect((await house.stage.published())?.locked).toBe(true)
    await desk.press({ name: 'act.down', act: 1 })
    await desk.press({ name: 'performance.close' })
    expect(lockHolds(house.stage)).toBe(true)
  }
})

test('TECH-8: any act, as often as it is wanted, one at a time; a show goes straight on', async () => {
  const codes = async (kind: PerformanceKind) => {
    const house = await opened(kind)
    const [desk] = (await companyIn(house, 'desk')) as [TestScreen]
    const said: (string | undefined)[] = []
    for (const [name, act] of [
      ...[['act.up', 2] as const, ['act.up', 1] as const, ['act.down', 2] as const, ['act.up', 1] as const],
      ...[['act.down', 1] as const, ['act.up', 1] as const, ['act.down', 1] as const],
    ]) {
      house.clock.pass(60_000)
      const answer = await desk.press({ name, act })
      said.push(answer?.ok ? 'ok' : answer && 'refusal' in answer ? answer.refusal.code : 'failed')
    }
    const { acts } = calling(house)
    return [said, acts.map(({ act, downAt }) => [act, downAt !== null])]
  }
  expect(await codes('tech')).toEqual([
    ['ok', 'act-is-up', 'ok', 'ok', 'ok', 'ok', 'ok'],
    [
      [2, true],
      [1, true],
      [1, true],
    ],
  ])
  expect((await codes('show'))[0]).toEqual([
    'ok',
    'act-is-up',
    'ok',
    'act-is-past',
    'act-not-up',
    'act-is-past',
    'act-not-up',
  ])
})
