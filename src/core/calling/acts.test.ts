// Acts, calls, items, holds, notes and the close.

import { expect, test } from 'vitest'
import {
  aViewer,
  CURTAIN_AT,
  codeOf,
  littleNight,
  nightOf,
  onEveryPress,
  sentenceOf,
  theSM,
} from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { callsBefore } from '../show/call-tables.ts'
import { NOTE_LENGTH_MAX, NOTES_MAX } from './commands.ts'
import { actUp } from './state.ts'

test('CALLING-14: acts go up once, one at a time, in their order, and come down when they are up', () => {
  onEveryPress(({ command, before, after, decision }) => {
    const acts = after.calling.acts.map((act) => act.act)
    expect(acts).toEqual([...new Set(acts)].sort())
    expect(after.calling.acts.slice(0, -1).every((act) => act.downAt !== null)).toBe(true)
    if (command.name === 'act.down' && decision.ok) expect(actUp(before.calling)?.act).toBe(command.act)
  })
  const night = littleNight()
  expect(codeOf(night.ask({ name: 'act.up', act: 3 }))).toBe('no-such-act')
  night.do({ name: 'act.up', act: 2 })
  expect(codeOf(night.ask({ name: 'act.up', act: 1 }))).toBe('act-is-up')
  expect(codeOf(night.ask({ name: 'act.down', act: 1 }))).toBe('act-not-up')
  night.do({ name: 'act.down', act: 2 })
  expect(codeOf(night.ask({ name: 'act.up', act: 2 }))).toBe('act-was-up')
  expect(codeOf(night.ask({ name: 'act.up', act: 1 }))).toBe('act-is-past')
})

test('CALLING-15: calls are of the country’s table, given once, and not after the act is up', () => {
  onEveryPress(({ command, before, decision }, { plan }) => {
    if (command.name !== 'call.give' || !decision.ok) return
    const table = callsBefore(plan.show.country, command.act).map((call) => call.id)
    expect(table).toContain(command.call)
    expect(before.calling.acts.some((act) => act.act >= command.act)).toBe(false)
    const given = before.calling.calls.map((call) => `${call.act} ${call.call}`)
    expect(given).not.toContain(`${command.act} ${command.call}`)
  })
  const night = littleNight()
  expect(codeOf(night.ask({ name: 'call.give', call: 'places', act: 1 }))).toBe('no-such-call')
  expect(codeOf(night.ask({ name: 'call.give', call: 'half', act: 2 }))).toBe('no-such-call')
  expect(codeOf(night.ask({ name: 'call.give', call: 'half', act: 9 }))).toBe('no-such-act')
  night.do({ name: 'call.give', call: 'half', act: 1 })
  expect(codeOf(night.ask({ name: 'call.give', call: 'half', act: 1 }))).toBe('call-given')
  night.do({ name: 'act.up', act: 1 })
  expect(codeOf(night.ask({ name: 'call.give', call: 'five', act: 1 }))).toBe('act-is-up')
  expect(codeOf(night.ask({ name: 'call.give', call: 'ten', act: 2 }))).toBe('ok')
})

test('CALLING-15: the table is that of the country the performance was opened in', () => {
  const night = nightOf({ ...littleShow(), country: 'US' }).open()
  expect(codeOf(night.ask({ name: 'call.give', call: 'places', act: 1 }))).toBe('ok')
  expect(codeOf(night.ask({ name: 'call.give', call: 'quarter', act: 1 }))).toBe('no-such-call')
})

test('CALLING-16: an item is started in the act that is up, and not while it is running', () => {
  const night = littleNight()
  const start = (name: string) => codeOf(night.ask({ name: 'item.start', item: id<'item'>(name) }))
  expect([start('one'), start('nowhere')]).toEqual(['act-not-up', 'no-such-item'])
  night.do({ name: 'act.up', act: 1 })
  expect([start('one'), start('two'), start('two'), start('three'), start('one')]).toEqual([
    'item-running',
    'ok',
    'item-running',
    'act-not-up',
    'ok',
  ])
})

test('CALLING-17: the show is where it was last known to be', () => {
  const night = littleNight()
  night.go()
  expect(night.state.calling.reached).toBeNull()
  night.do({ name: 'act.up', act: 1 })
  expect(night.state.calling.reached).toEqual({ item: 0, point: { act: 1, seconds: 0 }, at: night.now })
  night.wait(90_000).go()
  expect(night.state.calling.reached).toEqual({ item: 0, point: { act: 1, seconds: 100 }, at: night.now })
  night.wait(190_000).go()
  expect(night.state.calling.reached).toEqual({ item: 1, point: { act: 1, seconds: 310 }, at: night.now })
  night.do({ name: 'act.down', act: 1 }).wait(500).go()
  night.wait(500).go()
  expect(night.state.calling.reached?.point).toEqual({ act: 1, seconds: 310 })
  night.wait(500).do({ name: 'act.up', act: 2 })
  expect(night.state.calling.reached).toEqual({ item: 3, point: { act: 2, seconds: 0 }, at: night.now })
  expect(night.state.calling.itemStarts.map((start) => start.item)).toEqual([0, 1, 3])
})

test('CALLING-18: holding and resuming alternate', () => {
  const night = littleNight()
  expect(codeOf(night.ask({ name: 'clock.resume' }))).toBe('not-held')
  night.do({ name: 'clock.hold' })
  expect(codeOf(night.ask({ name: 'clock.hold' }))).toBe('already-held')
  night.do({ name: 'clock.resume' }).do({ name: 'clock.hold' }).do({ name: 'clock.resume' })
  expect(night.state.calling.holds).toHaveLength(2)
})

test('CALLING-23: the performance is closed when no act is up and nothing is held', () => {
  const close = { name: 'performance.close' } as const
  const night = littleNight().do({ name: 'act.up', act: 1 })
  expect(codeOf(night.ask(close))).toBe('act-is-up')
  night.do({ name: 'act.down', act: 1 }).do({ name: 'clock.hold' })
  expect(codeOf(night.ask(close))).toBe('held')
  night.do({ name: 'clock.resume' })
  expect(codeOf(night.ask(close, aViewer('ASM')))).toBe('not-yours')
  expect(codeOf(night.ask(close, theSM))).toBe('ok')
  expect(night.state.calling.closedAt).toBe(night.now)
})

const note = (text: string, department: string | null = null) =>
  ({
    name: 'note.write',
    department: department === null ? null : id<'department'>(department),
    text,
  }) as const

test('CALLING-21: a note has text, fits, and goes to a department of the show or to all', () => {
  const night = littleNight()
  const wrote = (text: string, department: string | null = null) => codeOf(night.ask(note(text, department)))
  expect([wrote(''), wrote(' \n '), wrote('x', 'nobody')]).toEqual([
    'empty-note',
    'empty-note',
    'no-such-department',
  ])
  const full = 'x'.repeat(NOTE_LENGTH_MAX)
  expect([wrote(full), wrote(` ${full} `), wrote(`${full}x`), wrote('late', 'lx')]).toEqual([
    'ok',
    'ok',
    'long-note',
    'ok',
  ])
  expect(sentenceOf(night.ask(note(`${full}x`)))).toBe('A note holds 2000 characters; this one has 2001.')
})

test('CALLING-21: a performance holds a thousand notes', () => {
  const night = littleNight()
  for (let count = 0; count < NOTES_MAX; count += 1) night.do(note(`note ${count}`))
  expect(codeOf(night.ask(note('one more')))).toBe('many-notes')
  expect(night.state.calling.notes).toHaveLength(NOTES_MAX)
})

test('CALLING-21, CALLING-22: it is kept with when, who and the item; erased, all but its text remains', () => {
  const night = littleNight().do(note('before')).do({ name: 'act.up', act: 1 }).wait(1_000)
  const asm = aViewer('ASM', { person: 'ann' })
  night.do(note(' the lamp stuck ', 'lx'), asm)
  const body = { department: 'snd' }
  night.record('ann', { type: 'note.written', v: 1, body })
  expect(night.state.calling.notes).toEqual([
    {
      seq: 2,
      at: CURTAIN_AT - 1_800_000,
      by: 'caller-device',
      department: null,
      item: null,
      text: 'before',
    },
    { seq: 4, at: night.now, by: 'ann', department: 'lx', item: 0, text: 'the lamp stuck' },
    { seq: 5, at: night.now, by: 'ann', department: 'snd', item: 0, text: null },
  ])
})

test('WORDS-7: what front of house is told about the house is said as in the country of the show', () => {
  const said = (country: 'GB' | 'US') => {
    const answer = nightOf({ ...littleShow(), country })
      .open()
      .ask({ name: 'house.withdraw', act: 1 })
    return answer.ok ? '' : answer.refusal.sentence
  }
  expect([said('GB'), said('US')]).toEqual([
    'Front of house has not given clearance for act 1.',
    'Front of house has not given the house for act 1.',
  ])
})
