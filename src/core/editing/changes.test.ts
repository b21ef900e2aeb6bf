// Two people at once, and what is taken back: both keep their work, and the same field at once is a question.

import { expect, test } from 'vitest'
import { dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import { timeline } from '../show/timeline.ts'
import { changesBetween, makeChanges, mergeEdit } from './changes.ts'
import { newShow } from './details.ts'
import type { Edit } from './edit.ts'
import { editShow } from './edits.ts'

const item = { id: id<'item'>('a'), code: '1', title: 'Quay', kind: 'scene', act: 1, seconds: 600 } as const
const show: Show = {
  ...newShow({ title: 'Cold Harbour', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' }),
  items: [item],
  editions: [{ id: id<'edition'>('full'), title: 'Full', items: [item.id] }],
  script: Array.from({ length: 40 }, (_, index) => ({
    ...{ item: item.id, seconds: index * 15, kind: 'speech' as const },
    text: `Line ${index} of the quay has seven words`,
  })),
}
const edited = (before: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((one, edit) => {
    const result = editShow(one, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, before)
const place = (department: string, line: string, word: number): Edit => ({
  name: 'cue.place',
  row: { department, number: '', title: 'x' },
  at: { line, word },
})
const rename = (cue: string, number: string, title: string): Edit => ({
  name: 'cue.rename',
  cue: id<'cue'>(cue),
  row: { department: 'LX', number, title },
})
const merge = (base: Show, now: Show, edit: Edit) => mergeEdit(base, now, (one) => editShow(one, edit))
const undone = (now: Show, before: Show, after: Show) => makeChanges(now, changesBetween(after, before))
/** Everything but the order of rows whose time says it. */
const plain = (one: Show) => ({
  ...one,
  cues: one.cues.toSorted((a, b) => a.id.localeCompare(b.id)),
  called: timeline(one).moments.map((moment) => moment.id),
})

test('EDIT-32: two who edit one row at once both keep their fields; the same field at once is a question that says both', () => {
  const base = edited(show, place('LX', 'l1', 0), place('LX', 'l9', 2))
  const now = edited(base, rename('c1', '7', 'x'))
  const both = merge(base, now, rename('c1', '1', 'blackout'))
  expect(both.ok && both.value.cues[0]).toMatchObject({ number: '7', title: 'blackout' })
  const same = merge(base, now, rename('c1', '8', 'x'))
  expect(same.ok ? '' : same.refusal).toEqual({
    code: 'meanwhile',
    sentence: 'Somebody else was here meanwhile. LX 7, number is “7” by now, and would be “8”.',
  })
  expect(merge(base, now, rename('c1', '7', 'x')).ok).toBe(true)
  const moved = edited(base, { name: 'cue.shift', cue: id<'cue'>('c1'), at: { line: 'l20', word: 0 } })
  const other = merge(base, moved, { name: 'cue.shift', cue: id<'cue'>('c2'), at: { line: 'l30', word: 0 } })
  expect(other.ok && timeline(other.value).moments.map((moment) => moment.id)).toEqual(['c1', 'c2'])
})

test('EDIT-32: both add, and what is new has an id and a number of its own; a row that was removed is a question', () => {
  const base = edited(show, place('LX', 'l1', 0))
  const now = edited(base, place('LX', 'l5', 0))
  const both = merge(base, now, place('LX', 'l3', 0))
  expect(both.ok && both.value.cues.map((cue) => [cue.id, cue.number])).toEqual([
    ['c1', '1'],
    ['c3', '3'],
    ['c2', '2'],
  ])
  const removed = edited(base, { name: 'cue.remove', cue: id<'cue'>('c1') })
  const late = merge(base, removed, rename('c1', '4', 'x'))
  expect(late.ok ? '' : late.refusal.sentence).toBe('Somebody else was here meanwhile. LX 1 was removed.')
})

test('EDIT-33: what is taken back is as it was, whatever others did elsewhere; what others went on with is a question', () => {
  const before = edited(show, place('LX', 'l1', 0))
  const after = edited(before, place('SND', 'l2', 3))
  const now = edited(after, rename('c1', '9', 'dawn'))
  const back = undone(now, before, after)
  expect(back.ok && [back.value.cues.map((cue) => cue.number), back.value.departments.length]).toEqual([
    ['9'],
    1,
  ])
  const again = back.ok ? undone(back.value, after, before) : back
  expect(again.ok && plain(again.value)).toEqual(plain(now))
  const changed = edited(after, { name: 'cue.note', cue: id<'cue'>('c2'), note: 'soft' })
  const refused = undone(changed, before, after)
  expect(refused.ok ? '' : refused.refusal.sentence).toMatch(/SND 1 was changed/)
})

/** Anything a person may do at a cue list. */
function thrown(now: Show, { whole, pick, chance }: ReturnType<typeof dice>): Edit {
  const at = { line: `l${whole(1, 40)}`, word: whole(0, 6) }
  const cue = now.cues.length === 0 ? null : pick(now.cues).id
  if (cue === null || chance(0.3))
    return { name: 'cue.place', row: { department: pick(['LX', 'SND', 'FLY']), number: '', title: '' }, at }
  return pick<Edit>([
    { name: 'cue.shift', cue, at },
    {
      name: 'cue.rename',
      cue,
      row: { department: 'LX', number: String(whole(1, 99)), title: `t${whole(1, 9)}` },
    },
    { name: 'cue.group', cue, with: pick(now.cues).id },
    { name: 'cue.group', cue, with: null },
    { name: 'cue.ready', cue, call: 'standby', at },
    { name: 'cue.remove', cue },
    {
      name: 'cue.put',
      cue: null,
      row: { department: 'LX', number: '', words: '', title: '', item: item.id, together: chance(0.3) },
    },
    { name: 'cue.move', cue, by: pick([1, -1]) },
    { name: 'cue.note', cue, note: `n${whole(1, 9)}` },
  ])
}

test('EDIT-33: of 200 evenings of editing every one is taken back to its beginning, and done again, step by step', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const throwing = dice(seed)
    const versions: Show[] = [show]
    let now = show
    for (let step = 0; step < 14; step += 1) {
      const result = editShow(now, thrown(now, throwing))
      if (!result.ok) continue
      now = result.value
      versions.push(now)
    }
    const last = plain(now)
    for (let index = versions.length - 1; index > 0; index -= 1) {
      const [before, after] = [versions[index - 1], versions[index]]
      if (!before || !after) throw new Error('both are there')
      const back = undone(now, before, after)
      if (!back.ok) throw new Error(`seed ${seed}: ${back.refusal.sentence}`)
      now = back.value
      expect(plain(now), `seed ${seed}, step ${index}`).toEqual(plain(before))
    }
    for (let index = 1; index < versions.length; index += 1) {
      const [before, after] = [versions[index - 1], versions[index]]
      if (!before || !after) throw new Error('both are there')
      const again = undone(now, after, before)
      if (!again.ok) throw new Error(`seed ${seed}: ${again.refusal.sentence}`)
      now = again.value
    }
    expect(plain(now), `seed ${seed}`).toEqual(last)
  }
})
