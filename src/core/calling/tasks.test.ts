// Notes that somebody sees to, and when an act is expected up.

import { expect, test } from 'vitest'
import { aViewer, codeOf, nightOf, theCaller } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { TASKS_CARRIED_MAX, TASKS_MAX } from './commands.ts'
import { carriedTasks } from './decide-tasks.ts'
import { expectedAt, running } from './expected.ts'

const lx = aViewer('dept', { department: 'lx' })
const snd = aViewer('dept', { department: 'snd' })
const toLx = { department: id<'department'>('lx') } as const
const ann = { person: id<'person'>('ann') } as const
const managed = () => ({
  ...littleShow(),
  engagements: [{ person: id<'person'>('ann'), kind: 'stage management' as const }],
})
const written = (count = 1) => {
  const night = nightOf(managed()).open()
  for (let note = 1; note <= count; note += 1)
    night.do({ name: 'note.write', department: null, text: `note ${note}` })
  return night
}

test('CALLING-45: a note is given, done, not done after all, and nobody’s again, also after the close', () => {
  const night = written()
  const give = (task: string, owner: typeof toLx | typeof ann | null) =>
    night.ask({ name: 'task.give', task, owner })
  expect(codeOf(give('1-2', toLx))).toBe('no-such-task')
  expect(codeOf(give('1-1', null))).toBe('not-a-task')
  expect(codeOf(night.ask({ name: 'task.give', task: '1-1', owner: { person: id<'person'>('bob') } }))).toBe(
    'no-such-owner',
  )
  expect(codeOf(give('1-1', toLx))).toBe('ok')
  night.do({ name: 'performance.close' })
  expect(night.state.calling.tasks).toMatchObject([{ id: '1-1', owner: toLx, doneAt: null, note: 0 }])
  expect(codeOf(night.ask({ name: 'task.finish', task: '1-1' }, snd))).toBe('not-yours')
  expect(codeOf(night.ask({ name: 'task.finish', task: 'none' }, snd))).toBe('not-yours')
  expect(codeOf(night.ask({ name: 'task.give', task: '1-1', owner: toLx }, lx))).toBe('not-yours')
  expect(codeOf(night.ask({ name: 'task.finish', task: '1-1' }, lx))).toBe('ok')
  expect(codeOf(night.ask({ name: 'task.finish', task: '1-1' }, lx))).toBe('done')
  expect(codeOf(night.ask({ name: 'task.reopen', task: '1-1' }, theCaller))).toBe('ok')
  expect(codeOf(night.ask({ name: 'task.reopen', task: '1-1' }, theCaller))).toBe('open')
  expect(codeOf(give('1-1', ann))).toBe('ok')
  const asAnn = aViewer('ASM', { person: 'ann' })
  expect(codeOf(night.ask({ name: 'task.finish', task: '1-1' }, asAnn))).toBe('ok')
  expect(codeOf(give('1-1', null))).toBe('ok')
  expect(night.state.calling.tasks).toEqual([])
})

test('CALLING-45, CALLING-46: a performance holds two hundred tasks, and a hundred open ones go over, the oldest first', () => {
  const night = written(TASKS_MAX + 1)
  for (let note = 1; note <= TASKS_MAX; note += 1)
    night.do({ name: 'task.give', task: `1-${note}`, owner: toLx })
  expect(codeOf(night.ask({ name: 'task.give', task: `1-${TASKS_MAX + 1}`, owner: toLx }))).toBe('many-tasks')
  night.do({ name: 'task.finish', task: '1-1' })
  const carried = carriedTasks(night.state.calling)
  expect(carried.length).toBe(TASKS_CARRIED_MAX)
  expect(carried[0]).toEqual({
    type: 'task.carried',
    v: 1,
    body: { task: '1-2', from: 1, writtenAt: night.now, department: null, owner: toLx },
    detail: { text: 'note 2' },
  })
})

test('CALLING-46: what went over can be done there, and its text can be gone', () => {
  const night = nightOf(managed()).open()
  const body = { task: '3-7', from: 3, writtenAt: 5, department: null, owner: toLx }
  night.record('machine', { type: 'task.carried', v: 1, body, detail: { text: 'mend the lamp' } })
  night.record('machine', { type: 'task.carried', v: 1, body: { ...body, task: '3-8' } })
  expect(night.state.calling.tasks.map(({ carriedText }) => carriedText)).toEqual(['mend the lamp', null])
  night.do({ name: 'task.finish', task: '3-7' }, lx)
  expect(carriedTasks(night.state.calling).map(({ body: one }) => (one as { task: string }).task)).toEqual([
    '3-8',
  ])
})

test('CALLING-47: front of house says when the act goes up, and its calls count from there', () => {
  const night = nightOf(littleShow()).open().wait(1_800_000).do({ name: 'act.up', act: 1 })
  const upAt = instant(night.now + 1_000_000)
  expect(codeOf(night.ask({ name: 'act.expect', act: 2, upAt }))).toBe('act-is-up')
  night.wait(1_000).do({ name: 'act.down', act: 1 })
  const foh = aViewer('FOH')
  expect(codeOf(night.ask({ name: 'act.expect', act: 1, upAt }, foh))).toBe('no-such-act')
  expect(codeOf(night.ask({ name: 'act.expect', act: 2, upAt: instant(night.now - 1) }, foh))).toBe(
    'not-then',
  )
  expect(codeOf(night.ask({ name: 'act.expect', act: 2, upAt }, lx))).toBe('not-yours')
  expect(codeOf(night.ask({ name: 'act.expect', act: 2, upAt }, foh))).toBe('ok')
  const clock = running(night.plan.timeline, night.state.calling)
  expect(clock && expectedAt(clock, { act: 2, seconds: 0 }, night.now)).toBe(upAt)
  night.do({ name: 'call.give', call: 'beginners', act: 2 })
  expect(night.state.calling.calls.at(-1)?.dueAt).toBe(upAt - 300_000)
})
