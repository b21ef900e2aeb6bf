// A version written and looked at only where it differs is the one that is written and looked at whole.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyEdit, anyPlot } from '../../../test/kit/any-edit.ts'
import { showText } from '../../../test/nights/show-files.ts'
import { newShow } from '../../core/editing/details.ts'
import { editShow } from '../../core/editing/edits.ts'
import type { Cue, Show } from '../../core/show/show.ts'
import { changeOf } from '../../core/show/show-change.ts'
import { readKeptShow, readWritten } from './read.ts'
import { linesOf, nextText, type ShowText, textOf, wholeOf } from './show-text.ts'
import { writeShowFile } from './write.ts'

const details = {
  title: 'Sorrel Head',
  venue: '',
  address: '',
  country: 'GB',
  timeZone: 'Europe/London',
} as const

function readBack(show: Show): Show | null {
  const read = readWritten(writeShowFile(show))
  return read.ok ? read.show : null
}

function held(show: Show): ShowText {
  const read = readBack(show)
  const text = read && textOf(read)
  if (!text) throw new Error('the show cannot be written')
  return text
}

/** Told beside the version before, it is what it would have been whole; null where it is wrong, or looked at whole. */
function goesOn(before: ShowText, after: Show): ShowText | null {
  const next = nextText(before, changeOf(before.show, after))
  if (next === null) return null
  expect(next.text.show).toEqual(readBack(after))
  expect(wholeOf(next.text)).toBe(writeShowFile(next.text.show))
  expect(linesOf(next.text).join('\n')).toBe(wholeOf(next.text))
  return next.text
}

test('OFFICE-33: 300 evenings of edits: each version is, to the letter, the one that is written and read whole', () => {
  let [beside, whole] = [0, 0]
  const evenings = fc.property(fc.array(fc.oneof(anyEdit, anyPlot), { maxLength: 20 }), (edits) => {
    let text = held(newShow(details))
    for (const edit of edits) {
      const result = editShow(text.show, edit)
      if (!result.ok) continue
      const next = goesOn(text, result.value)
      if (next) beside += 1
      else whole += 1
      text = next ?? held(result.value)
    }
  })
  fc.assert(evenings, { numRuns: 300, seed: Number(process.env['GHOSTLIGHT_SEED'] ?? 7) })
  expect(whole).toBeLessThan(beside / 20)
})

test('OFFICE-33: what would be wrong in the whole is wrong beside: ids, names, circles, standbys, bounds', () => {
  const every = readKeptShow(showText('every-noun'))
  const text = held(every ?? newShow(details))
  const { show } = text
  const [first, second] = show.cues
  if (!first || !second) throw new Error('it has two cues')
  const withCues = (change: (cue: Cue, at: number) => Cue): Show => ({
    ...show,
    cues: show.cues.map(change),
  })
  const bad: readonly Show[] = [
    withCues((cue, at) => (at === 0 ? { ...cue, id: second.id } : cue)),
    withCues((cue, at) => (at === 0 ? { ...cue, department: 'nobody' as Cue['department'] } : cue)),
    withCues((cue, at) =>
      at === 0 ? { ...cue, number: second.number, department: second.department } : cue,
    ),
    withCues((cue, at) => (at === 0 ? { ...cue, trigger: { kind: 'follow-on', after: cue.id } } : cue)),
    withCues((cue, at) =>
      at === 0 ? { ...cue, standby: { ...cue.anchor, seconds: cue.anchor.seconds + 1 } } : cue,
    ),
    withCues((cue, at) => (at === 0 ? { ...cue, title: 'x'.repeat(5_000) } : cue)),
    // What is taken away, and named elsewhere.
    { ...show, items: show.items.slice(1) },
    { ...show, departments: show.departments.slice(1) },
    { ...show, tracks: show.tracks.slice(1) },
    { ...show, people: show.people.map((one, at) => (at === 0 ? { ...one, minor: true } : one)) },
    { ...show, venue: { ...show.venue, places: show.venue.places.slice(3) } },
    { ...show, timeZone: 'Nowhere' },
    {
      ...show,
      people: Array.from({ length: 2_001 }, (_, at) => ({ ...show.people[0], id: `x${at}` })) as never,
    },
  ]
  for (const after of bad) {
    expect(readBack(after)).toBeNull()
    expect(goesOn(text, after)).toBeNull()
  }
  expect(goesOn(text, { ...show, title: 'Another' })).not.toBeNull()
})
