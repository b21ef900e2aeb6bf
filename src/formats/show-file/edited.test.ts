// Whatever a stage manager makes of a show by editing it is a show that can be opened.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEdit, anyPlot } from '../../../test/kit/any-edit.ts'
import { newShow } from '../../core/editing/details.ts'
import type { Edit } from '../../core/editing/edit.ts'
import { editShow } from '../../core/editing/edits.ts'
import type { Show } from '../../core/show/show.ts'
import { timeline } from '../../core/show/timeline.ts'
import { readShowFile } from './read.ts'
import { writeShowFile } from './write.ts'

const house = {
  title: 'Sorrel Head',
  venue: 'Corn Hall',
  address: '4 Tannery Lane',
  country: 'GB',
  timeZone: 'Europe/London',
} as const
const empty = newShow(house)
/** Each edit done in its turn; a refusal is the test's mistake. */
const edited = (show: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((before, edit) => {
    const result = editShow(before, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, show)

const why = (show: Show, edit: Edit): string => {
  const result = editShow(show, edit)
  return result.ok ? 'done' : result.refusal.sentence
}

const opens = (show: Show) => readShowFile(writeShowFile(show)).ok

test('EDIT-15: a new production is a title and a house, and opens; without a title it is Untitled', () => {
  expect(opens(empty)).toBe(true)
  expect(timeline(empty).acts).toEqual([{ act: 1, seconds: 0, intervalSeconds: 0 }])
  expect(newShow({ ...house, title: ' ' }).title).toBe('Untitled')
  const moved = edited(empty, {
    name: 'details.change',
    details: { ...house, venue: 'Barn', country: 'US', address: '' },
  })
  expect(moved).toMatchObject({ venue: { name: 'Barn' }, country: 'US', language: 'en-US' })
  expect(why(empty, { name: 'details.change', details: { ...house, title: '' } })).toMatch(/title/)
})

test('EDIT-16: whatever is edited in whatever order opens, its times climb, and a refused edit changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyEdit, anyPlot), { maxLength: 30 }), (edits) => {
      let show = empty
      for (const edit of edits) {
        const before = JSON.stringify(show)
        const result = editShow(show, edit)
        expect(JSON.stringify(show)).toBe(before)
        if (result.ok) show = result.value
      }
      const read = readShowFile(writeShowFile(show))
      expect(read.ok ? [] : read.errors.map(({ message }) => message)).toEqual([])
      expect(timeline(show).moments.flatMap((moment) => moment.cues).length).toBe(show.cues.length)
    }),
    { numRuns: 500 },
  )
})
