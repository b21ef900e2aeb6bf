// Cues on words of the script: placed, moved, called together, warned, noted; and a show that is locked.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { quotedFrom, wordsOf } from '../show/script.ts'
import type { Show } from '../show/show.ts'
import { timeline } from '../show/timeline.ts'
import { readNamedCue } from './cue-line.ts'
import { newShow } from './details.ts'
import type { Edit } from './edit.ts'
import { editShow } from './edits.ts'

const item = (code: string) =>
  ({ id: id<'item'>(code), code, title: '', kind: 'scene', act: 1, seconds: 60 }) as const
const line = (of: string, seconds: number, text: string) =>
  ({ item: id<'item'>(of), seconds, kind: 'speech', text }) as const
const show: Show = {
  ...newShow({ title: 'Cold Harbour', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' }),
  items: [item('a'), item('b')],
  editions: [{ id: id<'edition'>('full'), title: 'Full', items: [id<'item'>('a'), id<'item'>('b')] }],
  script: [
    line('a', 0, 'The tide is out and the boats lie over.'),
    line('a', 30, 'Then we walk.'),
    line('b', 0, 'Walk where it is wettest, and be quick.'),
  ],
}

const edited = (before: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((one, edit) => {
    const result = editShow(one, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, before)
const why = (before: Show, edit: Edit): string => {
  const result = editShow(before, edit)
  return result.ok ? 'done' : result.refusal.sentence
}
const place = (department: string, lineId: string, word: number, number = ''): Edit => ({
  name: 'cue.place',
  row: { department, number, title: '' },
  at: { line: lineId, word },
})
const called = (one: Show) =>
  timeline(one).moments.map(({ cues }) => cues.map((cue) => `${cue.department}${cue.number}`).join('+'))
const c1 = id<'cue'>('c1')
const c2 = id<'cue'>('c2')

test('EDIT-27: a cue lies on a word: in its item, at the share of the line before it, with the words from there on', () => {
  const placed = edited(
    show,
    place('LX', 'l1', 2),
    place('LX', 'l3', 4),
    place('SND', 'l1', 8),
    place('LX', 'l1', 0, '7'),
  )
  expect(placed.cues.find((cue) => cue.id === c1)?.anchor).toEqual({
    item: 'a',
    seconds: 6.7,
    line: 'is out and the boats lie',
    at: { line: 'l1', word: 2, words: 'is out and the boats lie' },
  })
  expect(called(placed)).toEqual(['lx7', 'lx1', 'snd1', 'lx2'])
  expect(placed.cues.map(({ number }) => number)).toEqual(['7', '1', '1', '2'])
  expect(why(show, place('LX', 'l9', 0))).toBe('Those words are not in the script any more.')
  expect(why(show, place('LX', 'l2', 3))).toBe('Those words are not in the script any more.')
  expect(why(placed, place('LX', 'l2', 0, '7'))).toBe('Number: LX 7 is there already.')
  expect(why(show, place(' ', 'l2', 0))).toMatch(/^Department:/)
})

test('EDIT-27: a line is named by its own id where a later version gave it one', () => {
  const named = { ...show, script: show.script.map((one, index) => ({ ...one, id: `n${index}` })) }
  expect(edited(named, place('LX', 'n2', 0)).cues[0]?.anchor.at?.line).toBe('n2')
  expect(why(named, place('LX', 'l1', 0))).toMatch(/not in the script/)
  expect([wordsOf('  one  two '), quotedFrom('a b c d e f g', 1)]).toEqual([['one', 'two'], 'b c d e f g'])
})

test('EDIT-28: whoever is called together moves together; grouping takes the place of the other, and one left alone is alone', () => {
  const two = edited(show, place('LX', 'l1', 0), place('SND', 'l2', 0), {
    name: 'cue.group',
    cue: c2,
    with: c1,
  })
  expect(called(two)).toEqual(['lx1+snd1'])
  const moved = edited(two, { name: 'cue.shift', cue: c2, at: { line: 'l3', word: 1 } })
  expect(moved.cues.map(({ anchor }) => [anchor.item, anchor.line])).toEqual([
    ['b', 'where it is wettest, and be'],
    ['b', 'where it is wettest, and be'],
  ])
  const parted = edited(two, { name: 'cue.group', cue: c2, with: null })
  expect(parted.cues.map(({ group }) => group)).toEqual([undefined, undefined])
  expect(why(show, { name: 'cue.group', cue: c1, with: c2 })).toBe('That cue is not in the list any more.')
})

test('EDIT-29: warning and standby lie on words before their cue, never after it; moved before them, the cue loses them', () => {
  const placed = edited(show, place('LX', 'l2', 1))
  const ready = edited(placed, { name: 'cue.ready', cue: c1, call: 'standby', at: { line: 'l1', word: 3 } })
  expect(ready.cues[0]?.standby?.at?.words).toBe('out and the boats lie over.')
  expect(why(placed, { name: 'cue.ready', cue: c1, call: 'standby', at: { line: 'l3', word: 0 } })).toBe(
    'The standby comes before the cue itself.',
  )
  expect(
    edited(ready, { name: 'cue.ready', cue: c1, call: 'standby', at: null }).cues[0]?.standby,
  ).toBeUndefined()
  const before = edited(ready, { name: 'cue.shift', cue: c1, at: { line: 'l1', word: 0 } })
  expect(before.cues[0]?.standby).toBeUndefined()
})

test('EDIT-30: while the show is locked only notes and help in the building change; unlocked it goes on', () => {
  const locked = edited(show, place('LX', 'l1', 0), { name: 'show.lock', locked: true })
  expect(why(locked, place('LX', 'l1', 1))).toMatch(/^The show is locked for performance/)
  expect(why(locked, { name: 'cue.remove', cue: c1 })).toMatch(/^The show is locked/)
  const noted = edited(locked, { name: 'cue.note', cue: c1, note: ' late twice ' })
  expect(noted.cues[0]?.remark).toBe('late twice')
  const open = edited(noted, { name: 'show.lock', locked: false }, { name: 'cue.note', cue: c1, note: '' })
  expect([open.locked, open.cues[0]?.remark]).toEqual([undefined, undefined])
  expect(
    why(open, { name: 'cue.rename', cue: c1, row: { department: 'LX', number: '4A', title: 'x' } }),
  ).toBe('done')
})

test('EDIT-31: a question of the import is settled once, with who speaks where that was asked', () => {
  const role = { id: id<'role'>('pell'), name: 'Pell' }
  const asked = {
    ...show,
    roles: [role],
    questions: [{ id: 'q1', line: 'l2', kind: 'speaker', text: 'Who speaks here?' }],
  }
  const settled = edited(asked, { name: 'question.settle', question: 'q1', role: role.id })
  expect([settled.script[1]?.role, settled.questions]).toEqual(['pell', []])
  expect(why(settled, { name: 'question.settle', question: 'q1', role: null })).toMatch(/settled already/)
  const two = {
    ...asked,
    questions: [...(asked.questions ?? []), { id: 'q2', line: 'l1', kind: 'exit', text: 'Who?' }],
  }
  const all = { name: 'questions.settle', questions: ['q2', 'q1'] } as const
  expect(edited(two, all).questions).toEqual([])
  // What somebody settled meanwhile is settled.
  expect(edited({ ...two, questions: two.questions.slice(1) }, all).questions).toEqual([])
  expect(why(settled, all)).toMatch(/settled already/)
  expect(why(asked, { name: 'question.settle', question: 'q1', role: id<'role'>('nobody') })).toMatch(
    /^That character/,
  )
})

test('EDIT-13: beside its word a cue is typed with or without department, number and colon', () => {
  const read = (typed: string) => Object.values(readNamedCue(typed, ['LX', 'Fog'], 'LX')).join('|')
  expect(
    ['', 'snd', 'LX 12 house to half', 'lx12A: it burns', '14', 'fog', 'the lamp', '3.5 blue', 'lxa b'].map(
      read,
    ),
  ).toEqual([
    'LX||',
    'SND||',
    'LX|12|house to half',
    'LX|12A|it burns',
    'LX|14|',
    'Fog||',
    'LX||the lamp',
    'LX|3.5|blue',
    'LX||lxa b',
  ])
})
