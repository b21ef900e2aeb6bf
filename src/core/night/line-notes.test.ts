// Notes taken while calling: a cue note is a task from one press on, a line note is for one person and nobody else.

import { expect, test } from 'vitest'
import { aViewer, codeOf, littleNight, nightOf, theCaller, theSM } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { TASKS_MAX } from '../calling/commands.ts'
import { carriedTasks } from '../calling/decide-tasks.ts'
import { roleNames } from '../disclosure/policy.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { LINE_NOTE_WORDS_MAX, LINE_NOTES_MAX, type LineNoteCommand } from '../line-notes/line-notes.ts'
import type { Show } from '../show/show.ts'
import { apply } from './night.ts'
import { parted } from './personal.ts'
import { reportFor, view } from './view.ts'

const lx = id<'department'>('lx')
const cueNote = { name: 'note.write', department: lx, text: 'LX 1: called late', task: true } as const
const ann = id<'person'>('ann')
const note = (parts: Partial<Extract<LineNoteCommand, { name: 'line.note' }>> = {}): LineNoteCommand => ({
  ...{ name: 'line.note', line: null, person: ann, mark: 'dropped', words: '' },
  ...parts,
})

/** Ann plays a role, and speaks the first line of it. */
function spoken(): Show {
  const show = littleShow()
  const item = must(show.items[0], 'an item').id
  const role = { id: id<'role'>('keeper'), name: 'The Keeper' } as Show['roles'][number]
  const line = { item, seconds: 1, role: role.id, kind: 'speech', text: 'And gladly to the water.' } as const
  const silent = { item, seconds: 2, kind: 'direction', text: 'A bell.' } as const
  const [first, ...rest] = show.tracks
  const track = { ...must(first, 'a track'), owner: ann, kind: 'cast', roles: [role.id] } as const
  return { ...show, roles: [...show.roles, role], script: [line, silent], tracks: [track, ...rest] }
}

test('TAKING-1, TAKING-2: a cue note is its department’s task in the same press, and all of it or nothing', () => {
  const night = littleNight()
  night.do(cueNote)
  const { notes, tasks } = night.state.calling
  expect(notes.map(({ text, department }) => [text, department])).toEqual([['LX 1: called late', 'lx']])
  expect(tasks.map(({ id: task, owner }) => [task, owner])).toEqual([['1-1', { department: 'lx' }]])
  expect(reportFor(night.plan, night.state, theSM)?.tasks).toMatchObject([{ text: 'LX 1: called late' }])
  // Who gives no tasks writes notes.
  const board = aViewer('dept', { department: 'lx' })
  expect(codeOf(night.ask(cueNote, board))).toBe('not-yours')
  expect(codeOf(night.ask({ ...cueNote, task: false }, board))).toBe('ok')
  // To nobody in particular it is a note.
  night.do({ ...cueNote, department: null })
  expect(night.state.calling.tasks.length).toBe(1)
  while (night.state.calling.tasks.length < TASKS_MAX) night.do(cueNote)
  const before = night.state.calling.notes.length
  expect(codeOf(night.ask(cueNote))).toBe('many-tasks')
  expect(night.state.calling.notes.length).toBe(before)
})

test('TAKING-3: a task is open, done or not needed, which is taken back and not carried over', () => {
  const night = littleNight()
    .do(cueNote)
    .do({ ...cueNote, text: 'LX 3: its level' })
  const drop = { name: 'task.drop', task: '1-1' } as const
  night.do(drop)
  expect(codeOf(night.ask(drop))).toBe('dropped')
  expect(carriedTasks(night.state.calling).length).toBe(1)
  expect(view(night.plan, night.state, theSM).tasks?.tasks).toMatchObject([
    { dropped: true },
    { dropped: false },
  ])
  expect(reportFor(night.plan, night.state, theSM)?.tasks[0]).toMatchObject({ done: false, dropped: true })
  night.do({ name: 'task.reopen', task: '1-1' })
  expect(codeOf(night.ask({ name: 'task.reopen', task: '1-1' }))).toBe('open')
  expect(carriedTasks(night.state.calling).length).toBe(2)
  night.do({ name: 'task.finish', task: '1-2' })
  expect(codeOf(night.ask({ name: 'task.drop', task: '1-2' }))).toBe('done')
  expect(codeOf(night.ask({ name: 'task.drop', task: '9-9' }))).toBe('no-such-task')
})

test('TAKING-4: a line note goes to whoever speaks it, or to whom it is said; its bounds are refused at the bound', () => {
  const night = nightOf(spoken()).open()
  night.do(note({ line: 0, person: null }))
  expect(night.state.lineNotes.notes).toMatchObject([
    { note: 1, person: ann, mark: 'dropped', line: 'And gladly to the water.', words: '', state: 'open' },
  ])
  expect(codeOf(night.ask(note({ line: 1, person: null })))).toBe('nobody-speaks')
  expect(codeOf(night.ask(note({ person: null })))).toBe('nobody-speaks')
  expect(codeOf(night.ask(note({ line: 99 })))).toBe('no-such-line')
  expect(codeOf(night.ask(note({ person: id<'person'>('nobody') })))).toBe('nobody')
  expect(codeOf(night.ask(note({ mark: null, words: '  ' })))).toBe('empty-note')
  expect(codeOf(night.ask(note({ words: 'x'.repeat(LINE_NOTE_WORDS_MAX + 1) })))).toBe('long-note')
  expect(codeOf(night.ask(note({ words: 'x'.repeat(LINE_NOTE_WORDS_MAX) })))).toBe('ok')
  while (night.state.lineNotes.notes.length < LINE_NOTES_MAX) night.do(note())
  expect(codeOf(night.ask(note()))).toBe('many-notes')
  // The best come in the bar.
  const closed = nightOf(spoken()).open().do({ name: 'performance.close' })
  expect(codeOf(closed.ask(note()))).toBe('ok')
  expect(codeOf(nightOf(spoken()).ask(note()))).toBe('not-open')
})

test('TAKING-5: nobody but who is on the book sees one or a trace of one, on a screen or in a report', () => {
  const night = nightOf(spoken())
    .open()
    .do(note({ words: 'the marked words' }))
  const on = ['caller', 'SM', 'ASM']
  for (const role of roleNames) {
    const viewer = aViewer(role, { person: role === 'perf' ? 'ann' : `some-${role}`, department: 'lx' })
    const seen = JSON.stringify(view(night.plan, night.state, viewer, night.now))
    expect([role, seen.includes('the marked words')]).toEqual([role, on.includes(role)])
    const report = JSON.stringify(reportFor(night.plan, night.state, viewer))
    expect([role, report.includes('the marked words'), report.includes('dropped')]).toEqual([
      role,
      false,
      false,
    ])
    expect([role, codeOf(night.ask(note(), viewer))]).toEqual([role, on.includes(role) ? 'ok' : 'not-yours'])
  }
})

test('TAKING-6: given and not needed are a press each, and are taken back', () => {
  const night = nightOf(spoken()).open().do(note()).do(note())
  for (const as of ['given', 'open', 'not needed', 'open'] as const) {
    night.do({ name: 'line.settle', note: 2, as }, theCaller)
    expect(night.state.lineNotes.notes.map(({ state }) => state)).toEqual(['open', as])
  }
  expect(codeOf(night.ask({ name: 'line.settle', note: 2, as: 'open' }))).toBe('same')
  expect(codeOf(night.ask({ name: 'line.settle', note: 3, as: 'given' }))).toBe('no-such-note')
})

test('TAKING-7: what is erased leaves that a note was taken, and when', () => {
  const night = nightOf(spoken())
    .open()
    .do(note({ line: 0, words: 'twice' }))
  const written = must(night.log.at(-1), 'it was recorded')
  const inTwo = parted({ ...written, detail: written.detail ?? undefined }, 'sam')
  expect(JSON.stringify(inTwo.body)).not.toMatch(/ann|dropped|gladly|twice|sam/)
  const before = { ...night.state, lineNotes: { notes: [] } }
  const kept = { ...written, v: inTwo.v, body: inTwo.body, by: 'somebody' }
  expect(apply(night.plan, before, { ...kept, detail: inTwo.detail ?? null }).lineNotes).toEqual(
    night.state.lineNotes,
  )
  expect(apply(night.plan, before, { ...kept, detail: null }).lineNotes.notes).toEqual([
    { note: 1, at: written.at, person: null, mark: null, line: null, words: null, state: 'open' },
  ])
})
