// A department's cues numbered anew: in the order of the evening, nothing else of them touched.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEdit, cue, row } from '../../../test/kit/any-edit.ts'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import { timeline } from '../show/timeline.ts'
import { newShow } from './details.ts'
import type { Edit } from './edit.ts'
import { editShow } from './edits.ts'

/** A cue list as it grew: whatever came first was typed first, and moved about afterwards. */
const anyCue: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        department: fc.constantFrom('LX', 'snd', 'Fog'),
        item: fc.constantFrom('i1', 'i2', 'i3'),
        together: fc.boolean(),
      })
      .map(
        ({ department, item, together }): Edit => ({
          name: 'cue.put',
          cue: null,
          row: cue(department, 'a bell', { item, together }),
        }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.nat(20).map((at): Edit => ({ name: 'cue.move', cue: id<'cue'>(`c${at}`), by: -1 })),
  },
  { weight: 1, arbitrary: anyEdit },
)

const empty = newShow({ title: 'x', venue: '', address: '', country: 'GB', timeZone: 'UTC' })
const rows = [row('1', 'Lamp'), row('2', 'Boat'), row('3', 'Tide')]
const ordered = edited(empty, { name: 'order.set', rows })

function edited(show: Show, edit: Edit): Show {
  const next = editShow(show, edit)
  return next.ok ? next.value : show
}

test('EDIT-54: whatever was edited before, the numbers run on in called order and nothing else changes', () => {
  let renumbered = 0
  fc.assert(
    fc.property(
      fc.array(anyCue, { maxLength: 40 }),
      fc.nat(500),
      fc.integer({ min: 1, max: 10 }),
      (edits, from, step) => {
        const show = edits.reduce(edited, ordered)
        for (const { id: department } of show.departments) {
          const own = show.cues.filter((cue) => cue.department === department)
          const next = editShow(show, { name: 'cues.renumber', department, from, step })
          expect(next.ok).toBe(own.length > 0)
          if (!next.ok) continue
          renumbered += own.length
          const numbers = own.map((_cue, index) => String(from + index * step))
          const after = next.value.cues.filter((cue) => cue.department === department)
          expect(after.map(({ number }) => number).toSorted()).toEqual(numbers.toSorted())
          const called = timeline(next.value)
            .moments.flatMap(({ cues }) => cues)
            .filter((cue) => cue.department === department)
            .map(({ number }) => Number(number))
          expect(called).toEqual(called.toSorted((one, other) => one - other))
          const without = (of: Show) => ({
            ...of,
            cues: of.cues.map((cue) => ({ ...cue, number: '' })),
          })
          expect(next.value.cues.filter((cue) => cue.department !== department)).toEqual(
            show.cues.filter((cue) => cue.department !== department),
          )
          expect(without(next.value)).toEqual(without(show))
        }
      },
    ),
    { numRuns: 200 },
  )
  expect(renumbered).toBeGreaterThan(100)
})

test('EDIT-54: a department that is gone is refused with a sentence', () => {
  const department = 'none' as (typeof empty.departments)[number]['id']
  const edited = editShow(empty, { name: 'cues.renumber', department, from: 1, step: 1 })
  expect(edited.ok ? '' : edited.refusal.sentence).toBe('That department is not in the show any more.')
})
