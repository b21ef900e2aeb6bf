// The report against what a plainer reading of the events makes of them.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyNight,
  aViewer,
  CURTAIN_AT,
  littleNight,
  nightOf,
  playNight,
  type TestNight,
} from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { nextOf } from '../calling/state.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { type Report, report } from './report.ts'

const reportOf = (night: TestNight, only: string | null = null): Report => {
  const { show, timeline } = night.plan
  const written = report(
    show,
    timeline,
    night.state.calling,
    only === null ? null : { department: id<'department'>(only), person: null, by: [] },
    night.state.learned,
  )
  if (written === null) throw new Error('the performance is open')
  return written
}

type Span = { readonly from: number; readonly to: number | null }

/** From the events alone: what begins with one type and ends with another. */
function spans(night: TestNight, begins: string, ends: string): Span[] {
  const found: Span[] = []
  for (const { type, at } of night.log) {
    const last = found.at(-1)
    if (type === begins) found.push({ from: at, to: null })
    else if (type === ends && last) found[found.length - 1] = { ...last, to: at }
  }
  return found
}

const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.to ?? Infinity, b.to ?? Infinity) - Math.max(a.from, b.from))

test('PAPERWORK-1: acts, intervals and what was held are what the events say', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const acts = spans(night, 'act.up', 'act.down')
      const holds = spans(night, 'clock.held', 'clock.resumed')
      const written = reportOf(night)
      expect(written.acts.map((act) => [act.upAt, act.downAt, act.length])).toEqual(
        acts.map(({ from, to }) => [from, to, to === null ? null : to - from]),
      )
      const held = acts.map((act) =>
        act.to === null ? 0 : holds.reduce((sum, hold) => sum + overlap(act, hold), 0),
      )
      expect(written.acts.map((act) => act.held)).toEqual(held)
      const pauses = acts.slice(1).map((act, index) => act.from - (acts[index]?.to ?? Number.NaN))
      expect(written.intervals.map((interval) => interval.length)).toEqual(pauses)
    }),
    { numRuns: 200 },
  )
})

test('PAPERWORK-2, PAPERWORK-3: run time, show time and late are what the events say', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const acts = spans(night, 'act.up', 'act.down')
      const { runTime, showTime, late } = reportOf(night)
      const first = acts[0]
      expect(late).toBe(first ? first.from - CURTAIN_AT : null)
      const last = acts.at(-1)
      if (!first || last?.to == null) expect([runTime, showTime]).toEqual([null, null])
      else {
        expect(runTime).toBe(acts.reduce((sum, act) => sum + (act.to ?? 0) - act.from, 0))
        expect(showTime).toBe(last.to - first.from)
      }
    }),
    { numRuns: 200 },
  )
})

/** A night of known times: up at 19:33, five minutes held, twenty of interval, down at 21:13. */
function knownNight(): TestNight {
  const night = nightOf(littleShow()).open()
  const minutes = (count: number) => night.wait(count * 60_000)
  night.do({ name: 'call.give', call: 'half', act: 1 })
  minutes(33).do({ name: 'act.up', act: 1 })
  minutes(10).do({ name: 'clock.hold' })
  minutes(5).do({ name: 'clock.resume' })
  minutes(25).do({ name: 'act.down', act: 1 })
  minutes(20).do({ name: 'act.up', act: 2 })
  return minutes(40).do({ name: 'act.down', act: 2 })
}

test('PAPERWORK-1, PAPERWORK-2, PAPERWORK-3, PAPERWORK-4, PAPERWORK-5: a night of known times is told as it was', () => {
  const night = knownNight()
  const minute = 60_000
  const written = reportOf(night)
  expect(written).toMatchObject({
    title: 'The Small Show',
    number: 1,
    late: 3 * minute,
    runTime: 80 * minute,
    showTime: 100 * minute,
    intervals: [{ after: 1, length: 20 * minute }],
    calls: [{ words: 'The half', act: 1, at: instant(CURTAIN_AT - 30 * minute) }],
    closedAt: null,
  })
  expect(written.acts.map((act) => [act.act, act.length, act.held])).toEqual([
    [1, 40 * minute, 5 * minute],
    [2, 40 * minute, 0],
  ])
  expect(written.holds.map((hold) => hold.length)).toEqual([5 * minute])
  night.do({ name: 'clock.hold' })
  expect(reportOf(night).holds[1]).toEqual({ from: night.now, to: null, length: null })
})

test('PAPERWORK-6: every GO is in the cue log, with its followers, its item, its standby and its answers', () => {
  const night = nightOf(littleShow()).open().do({ name: 'act.up', act: 1 })
  night.go()
  night
    .wait(1_000)
    .do({ name: 'standby.give', moment: id<'moment'>('lamp') })
    .wait(1_500)
  const snd = aViewer('dept', { department: 'snd' })
  const acknowledge = { name: 'standby.acknowledge', moment: id<'moment'>('lamp') } as const
  night.do({ ...acknowledge, department: id<'department'>('snd'), channel: 'screen' }, snd).wait(500)
  night.do({ ...acknowledge, department: id<'department'>('lx'), channel: 'cans' }).wait(500)
  night.go()
  const [first, second] = reportOf(night).cueLog
  expect(first).toMatchObject({ cues: ['LX lx1'], item: 'one Item one', standbyAt: null, acknowledged: [] })
  expect(second).toMatchObject({
    cues: ['LX lx2', 'SND snd2', 'FLY fly2'],
    item: 'one Item one',
    at: night.now,
    standbyAt: night.now - 2_500,
    acknowledged: [
      { department: 'Department snd', after: 1_500, channel: 'screen' },
      { department: 'Department lx', after: 2_000, channel: 'cans' },
    ],
  })
})

test('PAPERWORK-6: on any night the cue log is the GOs in their order', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const events = night.log.filter((event) => event.type === 'cue.called')
      expect(reportOf(night).cueLog.map((line) => [line.seq, line.at])).toEqual(
        events.map(({ seq, at }) => [seq, at]),
      )
    }),
  )
})

test('PAPERWORK-7: notes are under their department, general ones first, and no department is empty', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const events = night.log.filter((event) => event.type === 'note.written')
      const to = (department: string | null) =>
        events
          .filter(({ body }) => (body as { department: string | null }).department === department)
          .map(({ detail }) => (detail as { text: string }).text)
      const sections = [null, ...night.plan.show.departments]
        .map((one) => ({ name: one?.name ?? 'General', texts: to(one?.id ?? null) }))
        .filter(({ texts }) => texts.length > 0)
      const written = reportOf(night).notes
      expect(
        written.map((one) => ({ name: one.department, texts: one.notes.map((note) => note.text) })),
      ).toEqual(sections)
    }),
  )
})

test('PAPERWORK-7, PAPERWORK-8: a note says when and in which item; erased, it says so much and no more', () => {
  const night = nightOf(littleShow()).open().do({ name: 'act.up', act: 1 })
  night.do({ name: 'note.write', department: id<'department'>('lx'), text: 'The lamp stuck.' })
  night.record('caller-device', { type: 'note.written', v: 1, body: { department: 'lx' } })
  expect(reportOf(night).notes).toEqual([
    {
      department: 'Department lx',
      notes: [
        { at: night.now, item: 'one Item one', text: 'The lamp stuck.' },
        { at: night.now, item: 'one Item one', text: null },
      ],
    },
  ])
})

test('PAPERWORK-9: a department’s part is the whole without the cues, answers and notes of others', () => {
  fc.assert(
    fc.property(anyNight, fc.constantFrom('lx', 'snd', 'fly'), (rough, name) => {
      const night = playNight(rough)
      const { cueLog, notes, notCalled, answers, tasks, ...everybodys } = reportOf(night)
      const own = reportOf(night, name)
      const { cueLog: ownLog, notes: ownNotes, notCalled: ownNotCalled, ...more } = own
      const { answers: ownAnswers, tasks: ownTasks, ...rest } = more
      expect(rest).toEqual(everybodys)
      const mine = (line: string) => line.startsWith(`${name.toUpperCase()} `)
      const expected = cueLog.filter((line) => line.cues.some(mine))
      expect(ownLog).toEqual(
        expected.map((line) => ({
          ...line,
          cues: line.cues.filter(mine),
          acknowledged: line.acknowledged.filter((one) => one.department === `Department ${name}`),
          outcomes: line.outcomes.filter((one) => one.department === `Department ${name}`),
        })),
      )
      expect(ownNotCalled).toEqual(
        notCalled
          .filter((line) => line.cues.some(mine))
          .map((line) => ({ ...line, cues: line.cues.filter(mine) })),
      )
      expect(ownAnswers).toEqual(answers.filter((line) => line.department === `Department ${name}`))
      expect(ownTasks).toEqual(tasks.filter((task) => task.owner === `Department ${name}`))
      expect(ownNotes).toEqual(notes.filter((section) => section.department === `Department ${name}`))
    }),
    { numRuns: 200 },
  )
})

test('PAPERWORK-11: what was never called stands there as skipped, cut or passed, in the order of the plan', () => {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      const { moments } = night.plan.timeline
      const did = (type: string, index: number) =>
        night.log.some(
          (event) => event.type === type && (event.body as { moment: string }).moment === moments[index]?.id,
        )
      const expected = moments.flatMap((moment) => {
        if (did('cue.called', moment.index)) return []
        const next = nextOf(night.plan.timeline, night.state.calling, moment.playhead)
        if (night.state.calling.cut.includes(moment.index)) return ['cut']
        if (did('cue.skipped', moment.index)) return ['skipped']
        return next && next.index <= moment.index ? [] : ['passed']
      })
      expect(reportOf(night).notCalled.map((line) => line.why)).toEqual(expected)
    }),
    { numRuns: 200 },
  )
  const night = littleNight()
  const move = () => night.state.calling.desk.move
  night.do({ name: 'cue.skip', moment: id<'moment'>('lx1'), move: move() })
  night.do({ name: 'cue.cut', moment: id<'moment'>('lamp') })
  night.do({ name: 'desk.jump', moment: id<'moment'>('lx3'), move: move() })
  expect(reportOf(night).notCalled).toEqual([
    { cues: ['LX lx1'], why: 'skipped' },
    { cues: ['LX lx2', 'SND snd2', 'FLY fly2'], why: 'cut' },
    { cues: ['SND snd3'], why: 'passed' },
  ])
  night.do({ name: 'cue.go', moment: id<'moment'>('lx1'), move: move(), jump: true })
  expect(reportOf(night, 'lx').notCalled).toEqual([{ cues: ['LX lx2'], why: 'cut' }])
})

test('PAPERWORK-12: an outcome stands with the GO it was said of', () => {
  const night = littleNight()
  night.go()
  const word = {
    name: 'cue.report',
    moment: id<'moment'>('lx1'),
    department: id<'department'>('lx'),
  } as const
  night.do({ ...word, outcome: 'late' }).do({ ...word, outcome: 'missed' })
  night.do({ name: 'desk.step-back', move: 1, reason: 'again' }).wait(1_000).go()
  expect(reportOf(night).cueLog.map((line) => line.outcomes)).toEqual([
    [{ department: 'Department lx', outcome: 'missed' }],
    [],
  ])
  night.do({ ...word, outcome: 'missed' })
  expect(reportOf(night, 'lx').cueLog.map((line) => line.outcomes.length)).toEqual([1, 1])
})

test('PAPERWORK-10: before a performance is opened there is no report', () => {
  const night = nightOf(littleShow())
  expect(report(night.plan.show, night.plan.timeline, night.state.calling, null)).toBeNull()
})
