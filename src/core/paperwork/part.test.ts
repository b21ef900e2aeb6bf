// What the report says beside its times: late calls, over and under, answers, tasks, and whose all of that is.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyNight, aViewer, CURTAIN_AT, nightOf, playNight } from '../../../test/kit/nights.ts'
import { callersView, pacedNight, playedIn, reportAs, sheetAs, viewAs } from '../../../test/kit/paced.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { learn } from '../running/learned.ts'
import type { Show } from '../show/show.ts'

const lx = aViewer('dept', { department: 'lx' })
const pace = { one: 330, two: 220, three: 450, interval: 1300, held: 60 }

test('PAPERWORK-13: a call a minute after it was due is late, one before that is not', () => {
  const night = nightOf(littleShow()).open()
  night.do({ name: 'call.give', call: 'half', act: 1 })
  // Opened half an hour before the curtain: the half was due five minutes earlier.
  night.wait(600_000 + 59_999).do({ name: 'call.give', call: 'quarter', act: 1 })
  expect(reportAs(night)?.calls.map(({ words, dueAt, late }) => [words, dueAt, late])).toEqual([
    ['The half', CURTAIN_AT - 2_100_000, 300_000],
    ['The quarter', CURTAIN_AT - 1_200_000, null],
  ])
})

test('PAPERWORK-13: a call of an act that went up and was never given is listed as not given', () => {
  const night = nightOf(littleShow()).open().do({ name: 'call.give', call: 'half', act: 1 })
  const missing = () => reportAs(night)?.callsNotGiven.map(({ words, act }) => [words, act])
  expect(missing()).toEqual([])
  night.do({ name: 'act.up', act: 1 })
  expect(missing()).toEqual([
    ['The quarter', 1],
    ['The five', 1],
    ['Beginners', 1],
  ])
})

test('PAPERWORK-14: each act against the plan and against what was learned, holds taken out', () => {
  const night = nightOf(littleShow()).open()
  const learned = learn(night.plan.timeline, Array(3).fill(playedIn(pacedNight(pace))))
  night.record('machine', { type: 'times.learned', v: 1, body: learned })
  pacedNight({ ...pace, one: 350 }, night)
  expect(reportAs(night)?.acts).toMatchObject([
    {
      planned: 540_000,
      overPlan: 30_000,
      overUsual: 20_000,
      held: 60_000,
      usual: { count: 3, median: 550_000 },
    },
    { planned: 420_000, overPlan: 30_000, overUsual: 0, held: 0 },
  ])
})

test('PAPERWORK-15: answers of a department: how many, the median, the longest silence', () => {
  const night = nightOf(littleShow()).open().do({ name: 'act.up', act: 1 })
  const standby = (moment: string) => night.do({ name: 'standby.give', moment: id<'moment'>(moment) })
  const answer = (moment: string) =>
    night.do(
      {
        name: 'standby.acknowledge',
        moment: id<'moment'>(moment),
        department: id<'department'>('lx'),
        channel: 'screen',
      },
      lx,
    )
  standby('lx1').wait(2_000)
  answer('lx1').wait(1_000).go()
  standby('lamp').wait(9_000).go()
  expect(reportAs(night)?.answers).toEqual([
    { department: 'Department lx', standbys: 2, answered: 1, median: 2_000, longest: 9_000 },
    { department: 'Department snd', standbys: 1, answered: 0, median: null, longest: 9_000 },
    { department: 'Department fly', standbys: 1, answered: 0, median: null, longest: 9_000 },
  ])
})

test('PAPERWORK-13: in no report of any night stands anybody’s name or id, unless a task was given to them', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const told = JSON.stringify(reportAs(night))
      for (const { id: person, name } of night.plan.show.people) {
        expect(told).not.toContain(`"${person}"`)
        expect(told).not.toContain(name)
      }
    }),
    { numRuns: 100 },
  )
})

test('PAPERWORK-16, NIGHT-25: tasks are told with their owner, to whoever reads all and to whose they are', () => {
  const night = nightOf(littleShow()).open()
  night.do({ name: 'note.write', department: null, text: 'The lamp sticks.' })
  night.do({ name: 'task.give', task: '1-1', owner: { department: id<'department'>('lx') } })
  const line = { from: 1, owner: 'Department lx', text: 'The lamp sticks.', done: false }
  expect(reportAs(night)?.tasks).toEqual([line])
  expect(reportAs(night, lx)?.tasks).toEqual([line])
  expect(reportAs(night, aViewer('dept', { department: 'snd' }))?.tasks).toEqual([])
  expect(callersView(night).tasks?.tasks).toMatchObject([line])
  expect(viewAs(night, lx).tasks).toMatchObject({ tasks: [line], people: [] })
  expect(viewAs(night, aViewer('FOH')).tasks?.tasks).toEqual([])
  expect(viewAs(night, aViewer('perf')).tasks).toBeUndefined()
})

function plotted(): Show {
  const show = littleShow()
  const [one, , , three] = show.items
  if (!one || !three) throw new Error('the little show has items')
  const places = ['SR1', 'SL2'].map((code) => ({
    id: id<'place'>(code),
    code,
    name: code,
    side: 'stage left' as const,
  }))
  return {
    ...show,
    venue: { ...show.venue, places },
    engagements: [{ person: id<'person'>('bob'), kind: 'crew', department: id<'department'>('fly') }],
    obligations: show.obligations.map((task) =>
      task.track === 't-bob'
        ? { ...task, title: 'Set the boat', placeIn: id<'place'>('SR1'), placeOut: id<'place'>('SL2') }
        : task,
    ),
    presets: [
      {
        id: id<'preset'>('p'),
        title: 'Boat',
        place: id<'place'>('SR1'),
        department: id<'department'>('fly'),
        before: one.id,
      },
    ],
  }
}

test('PAPERWORK-17: a run sheet has its cues and what its people do, in order, with when it is expected', () => {
  const night = nightOf(plotted()).open()
  const sheet = sheetAs(night, aViewer('caller'), 'fly')
  expect(sheet?.presets).toEqual([{ what: 'Boat', place: 'SR1', before: 'one Item one' }])
  expect(
    sheet?.rows.map(({ cue, line, what, from, to, who, expected }) => [
      cue,
      line,
      what,
      from,
      to,
      who,
      expected,
    ]),
  ).toEqual([
    ['FLY fly2', 'follows SND snd2', 'Cue fly2', '', '', '', CURTAIN_AT + 105_000],
    ['', '', 'Set the boat', 'SR1', 'SL2', 'Bob', CURTAIN_AT + 360_000],
    ['FLY fly4', 'the curtain', 'Cue fly4', '', '', '', CURTAIN_AT + 1_740_000],
  ])
})

test('PAPERWORK-17: what the show has passed has no time on the sheet, for nothing happened at one', () => {
  const night = nightOf(plotted()).open().do({ name: 'act.up', act: 1 }).wait(60_000)
  night.do({ name: 'act.down', act: 1 })
  const times = () => sheetAs(night, aViewer('caller'), 'fly')?.rows.map(({ expected }) => expected !== null)
  expect(times()).toEqual([false, false, true])
})

test('PAPERWORK-18: a department has its own run sheet and no other; whoever sees no cues has none', () => {
  const night = nightOf(plotted()).open()
  expect(sheetAs(night, lx, null)?.department).toBe('Department lx')
  expect(sheetAs(night, lx, 'fly')).toBeNull()
  expect(sheetAs(night, lx, 'nothing')).toBeNull()
  expect(sheetAs(night, aViewer('SM'), 'fly')?.department).toBe('Department fly')
  expect(sheetAs(night, aViewer('SM'), 'nothing')).toBeNull()
  for (const role of ['DC', 'CM', 'FOH', 'perf', 'callboard', 'admin'] as const)
    expect(sheetAs(night, aViewer(role), 'lx')).toBeNull()
})

test('NIGHT-24: a short interval has no fifteen, and always its beginners', () => {
  const show = littleShow()
  const shortened = (minutes: number) => {
    const items = show.items.map((item) =>
      item.kind === 'interval' ? { ...item, seconds: minutes * 60 } : item,
    )
    const night = nightOf({ ...show, items })
      .open()
      .do({ name: 'act.up', act: 1 })
    return callersView(night.wait(1_000).do({ name: 'act.down', act: 1 })).position?.nextCall?.id
  }
  expect([20, 15, 12, 2].map(shortened)).toEqual(['fifteen', 'ten', 'five', 'beginners'])
})
