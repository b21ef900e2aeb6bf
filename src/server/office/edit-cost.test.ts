// What an edit costs follows what it changes, not how long the play is: counted in rows and letters, not in time.

import { expect, test } from 'vitest'
import { longShow } from '../../../test/kit/long-show.ts'
import type { Edit } from '../../core/editing/edit.ts'
import { editShow } from '../../core/editing/edits.ts'
import { id } from '../../core/kit/ids.ts'
import { changeText } from '../../core/kit/list-change.ts'
import type { Show } from '../../core/show/show.ts'
import { changeOf } from '../../core/show/show-change.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'
import { type HeldShow, heldShow, nextShow } from './checked-show.ts'

const heldAs = (show: Show): HeldShow => {
  const held = heldShow('first', writeShowFile(show))
  if (!held) throw new Error('the play can be held')
  return held
}

const place = (line: string): Edit => ({
  ...{ name: 'cue.place', row: { department: 'LX', number: '', title: 'dusk' }, at: { line, word: 0 } },
})
const edits: readonly Edit[] = [
  ...['l1', 'l40', 'l20'].map(place),
  { name: 'cue.note', cue: id<'cue'>('c1'), note: 'look up' },
  { name: 'cue.shift', cue: id<'cue'>('c2'), at: { line: 'l60', word: 0 } },
  { name: 'cue.remove', cue: id<'cue'>('c1') },
  { name: 'show.lock', locked: true },
]

/** Rows and fields looked at, and letters kept, of each edit. */
function costs(show: Show): readonly { readonly rows: number; readonly letters: number }[] {
  let held = heldAs(show)
  return edits.map((edit) => {
    const { show: before } = held.text
    const after = editShow(before, edit)
    if (!after.ok) throw new Error(after.refusal.sentence)
    const next = nextShow(held, changeOf(before, after.value))
    if (!next.ok) throw new Error(next.refusal.sentence)
    const [then, { kept, show: told }] = next.value
    held = then
    if (kept === null || !('rows' in told)) throw new Error('it was looked at whole')
    const rows = [...told.rows.values()].reduce((sum, { own }) => sum + own.length, told.fields.size)
    return { rows, letters: changeText(kept).length }
  })
}

test('OFFICE-33: in a play of 2.3 MB with 925 people an edit looks at as many rows, and keeps as many letters, as in a play of one page', () => {
  const long = longShow()
  const short = { ...long, script: long.script.slice(0, 100), roles: long.roles.slice(0, 40) }
  const [few, many] = [costs(short), costs(long)]
  expect(many.map(({ rows }) => rows)).toEqual(few.map(({ rows }) => rows))
  for (const [at, { rows, letters }] of many.entries()) {
    expect(rows).toBeLessThanOrEqual(4)
    // Where the lines lie takes some digits more.
    expect(letters - (few[at]?.letters ?? 0)).toBeLessThan(40)
    expect(letters).toBeLessThan(2_000)
  }
})
