// The paper report read, compared and kept; and the desk that expects no screens.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer, nightOf, type TestNight, theSM } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { must } from '../kit/assert.ts'
import { compareWithPaper, linesToFill } from '../paperwork/beside.ts'
import { COMPARED_MAX } from '../paperwork/compared.ts'
import { PAPER_LINES_MAX, PAPER_TEXT_MAX, readPaper } from '../paperwork/paper-report.ts'
import { reportFor, view } from './view.ts'

const reportOf = (night: TestNight) =>
  must(reportFor(night.plan, night.state, theSM), 'stage management reads the report')
const compare = (night: TestNight, text: string) =>
  compareWithPaper(reportOf(night), text, {
    country: 'GB',
    shorts: new Map(night.plan.show.departments.map(({ name, short }) => [name, short])),
  })
const row = (night: TestNight, text: string, what: string) =>
  compare(night, text).find((one) => one.what === what)
/** Up at 19:00:20 by the desk's clock. */
const upNight = () => nightOf(littleShow()).open().wait(20_000).do({ name: 'act.up', act: 1 })
const keep = (night: TestNight, text: string, by = theSM) => night.ask({ name: 'paper.compare', text }, by)

test('BESIDE-1: times and cues are read in the words people write them in', () => {
  const read = (text: string) => readPaper(text, 'GB').facts
  const at = { seconds: 19 * 3600 + 32 * 60, toTheMinute: true }
  for (const line of ['Act 1 up 19:32', 'up 19.32 act 1', 'ACT 1 UP: 7:32 pm', '19:32 act1 up'])
    expect([line, read(line)]).toEqual([line, [{ kind: 'act', act: 1, end: 'up', at }]])
  expect(read('Act 2 beginners 20:50:05')).toEqual([
    { kind: 'call', act: 2, call: 'beginners', at: { seconds: 75_005, toTheMinute: false } },
  ])
  expect(read('the half 18.55')).toMatchObject([{ kind: 'call', call: 'half' }])
  expect(readPaper('Places 19:28', 'US').facts).toMatchObject([{ kind: 'call', call: 'places' }])
  expect(read('LX 24 late')).toEqual([{ kind: 'cue', cue: 'LX 24', outcome: 'late' }])
  expect(read('missed LX24')).toEqual([{ kind: 'cue', cue: 'LX 24', outcome: 'missed' }])
  expect(read('missed snd 16.5')).toEqual([{ kind: 'cue', cue: 'SND 16.5', outcome: 'missed' }])
})

test('BESIDE-1: a line without its time waits, and what is not understood is told by its number', () => {
  const text = '# paper\n\nAct 1 up\nAct 1 down 25:00\nlovely house\nAct 1 up 19:30'
  const { facts, wrong } = readPaper(text, 'GB')
  expect(facts.length).toBe(1)
  expect(wrong).toEqual([
    { line: 4, text: 'Act 1 down 25:00' },
    { line: 5, text: 'lovely house' },
  ])
  const waiting = readPaper(linesToFill(reportOf(upNight()), 'GB'), 'GB')
  expect([waiting.facts, waiting.wrong]).toEqual([[], []])
  fc.assert(fc.property(fc.string(), (any) => void readPaper(any, 'GB')))
})

test('BESIDE-2: what differs says by how much, and what stands on one side says on which', () => {
  const night = upNight()
  expect(row(night, 'Act 1 up 19:00', 'Act 1 up')).toMatchObject({
    desk: '19:00:20',
    difference: 0,
    agrees: true,
  })
  expect(row(night, 'Act 1 up 19:00:50', 'Act 1 up')).toMatchObject({ difference: -30_000, agrees: true })
  expect(row(night, 'Act 1 up 18:57', 'Act 1 up')).toMatchObject({ difference: 180_000, agrees: false })
  expect(row(night, 'Act 1 up 18:59', 'Act 1 up')).toMatchObject({ difference: 60_000, agrees: false })
  expect(row(night, 'Act 2 down 21:40', 'Act 2 down')).toMatchObject({
    paper: '21:40',
    desk: null,
    agrees: false,
  })
  expect(row(night, '', 'Act 1 up')).toMatchObject({ paper: null, agrees: false })
  const late = nightOf(littleShow())
    .open()
    .wait(5 * 3_600_000 - 30_000)
    .do({ name: 'act.up', act: 1 })
  expect(row(late, 'Act 1 up 0:02', 'Act 1 up')).toMatchObject({ desk: '23:59:30', difference: -180_000 })
})

test('BESIDE-3: a cue that the desk has as late and the paper as missed differs; one that both have agrees', () => {
  const night = upNight()
  const [first] = night.plan.timeline.moments
  const { id: moment, cues } = must(first, 'the show has a cue')
  const [cue] = cues
  const department = must(cue, 'a moment has a cue').department
  night.go()
  night.do({ name: 'cue.report', moment, department, outcome: 'late' }, aViewer('dept', { department }))
  const name = `${department.toUpperCase()} ${cue?.number.toUpperCase()}`
  expect(row(night, '', name)).toMatchObject({ paper: null, desk: 'late', agrees: false })
  expect(row(night, `${name} late`, name)).toMatchObject({ agrees: true })
  expect(row(night, `${name} missed`, name)).toMatchObject({ paper: 'missed', desk: 'late', agrees: false })
})

test('BESIDE-4: it is kept with the night, also after its close, and the newest counts', () => {
  const night = upNight().do({ name: 'act.down', act: 1 }).do({ name: 'performance.close' })
  const kept = () => view(night.plan, night.state, theSM).beside
  expect(kept()).toBeNull()
  keep(night, 'Act 1 up 19:01')
  keep(night, 'Act 1 up 19:00')
  expect(kept()).toEqual({ at: night.now, text: 'Act 1 up 19:00' })
  expect(view(night.plan, night.state, aViewer('CM')).beside).toBeUndefined()
  night.record('machine', { type: 'paper.compared', v: 1, body: {} })
  expect(kept()?.text).toBeNull()
})

test('BESIDE-4: what cannot be kept is refused with its place, at each bound', () => {
  const night = upNight()
  const code = (text: string, by = theSM) => {
    const answer = keep(night, text, by)
    return answer.ok ? 'kept' : answer.refusal.code
  }
  expect(code('Act 1 up 19:00', aViewer('CM'))).toBe('not-yours')
  expect(code('')).toBe('empty-paper')
  expect(keep(night, 'Act 1 up 19:00\nlovely house')).toMatchObject({
    refusal: { code: 'not-understood', sentence: expect.stringContaining('Line 2') },
  })
  const filled = 'Act 1 up 19:00'.padEnd(PAPER_TEXT_MAX, ' ')
  expect([code(filled), code(`${filled} `)]).toEqual(['kept', 'long-paper'])
  const lines = `Act 1 up 19:00${'\n'.repeat(PAPER_LINES_MAX - 1)}`
  expect([code(lines), code(`${lines}\n`)]).toEqual(['kept', 'long-paper'])
  for (let count = 2; count < COMPARED_MAX; count += 1) expect(code('Act 1 up 19:00')).toBe('kept')
  expect(code('Act 1 up 19:00')).toBe('many-papers')
  expect(keep(nightOf(littleShow()), 'Act 1 up 19:00')).toMatchObject({ refusal: { code: 'not-open' } })
})

test('BESIDE-5: beside the paper nobody is waited for, and the report lists no answers', () => {
  const night = upNight()
  const standbys = () =>
    view(night.plan, night.state, theSM).calling?.standbys.map(({ concerns }) => concerns.length)
  const [first] = night.plan.timeline.moments
  night.do({ name: 'standby.give', moment: must(first, 'there is a cue').id })
  expect(standbys()).not.toEqual([0])
  const rule = (besidePaper?: boolean) =>
    night.ask({
      name: 'rule.change',
      rules: besidePaper === undefined ? { twoStep: false } : { twoStep: false, besidePaper },
    })
  expect(rule(false)).toMatchObject({ ok: false, refusal: { code: 'same-rule' } })
  expect(rule(true)).toMatchObject({ ok: true })
  expect(standbys()).toEqual([0])
  night.go()
  expect(reportOf(night).answers).toEqual([])
  expect(rule()).toMatchObject({ ok: true })
  expect(reportOf(night).answers.length).toBe(1)
})
