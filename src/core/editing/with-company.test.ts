// A play under the company that was typed before it: nobody is lost, and no cue is anybody else’s.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEdit } from '../../../test/kit/any-edit.ts'
import type { Show } from '../show/show.ts'
import { newShow } from './details.ts'
import { editShow } from './edits.ts'
import { isWithoutCompany, withCompanyOf } from './with-company.ts'

const empty = (title: string) =>
  newShow({ title, venue: `${title} Hall`, address: '', country: 'GB', timeZone: 'UTC' })
const edited = (title: string, edits: Parameters<typeof editShow>[1][]): Show =>
  edits.reduce((show, edit) => {
    const next = editShow(show, edit)
    return next.ok ? next.value : show
  }, empty(title))

test('EDIT-55: of any two shows the company, house and departments of the one stay, and the cues of the other are called as before', () => {
  fc.assert(
    fc.property(
      fc.array(anyEdit, { maxLength: 25 }),
      fc.array(anyEdit, { maxLength: 25 }),
      fc.boolean(),
      (one, other, turned) => {
        const before = edited('Before', one)
        const typed = edited('Play', other)
        // As another hand may have named them: an id is no promise of what is said before the number.
        const renamed = typed.departments.map((one) => ({
          ...one,
          short: turned ? `${one.short}X` : one.short,
        }))
        const play = { ...typed, departments: renamed, people: [], engagements: [] }
        expect(isWithoutCompany(play)).toBe(play.venue.places.length === 0)
        const both = withCompanyOf(play, before)
        expect([both.people, both.engagements, both.venue]).toEqual([
          ...[before.people, before.engagements, before.venue],
        ])
        const called = (show: Show) =>
          show.cues.map(({ department, number }) => {
            const short = show.departments.find(({ id }) => id === department)?.short
            return `${short?.toUpperCase()} ${number}`
          })
        expect(called(both)).toEqual(called(play))
        expect(new Set(both.departments.map(({ id }) => id)).size).toBe(both.departments.length)
      },
    ),
    { numRuns: 200 },
  )
})
