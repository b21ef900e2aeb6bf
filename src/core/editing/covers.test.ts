// Who can cover, as a dance captain types it: each kind of row, what takes whose place, and what goes with whoever goes.

import { expect, test } from 'vitest'
import { coverShow } from '../../../test/kit/cover-evening.ts'
import { id } from '../kit/ids.ts'
import { COVER_APPROVERS_MAX, coverLevels } from '../show/competence.ts'
import type { Show } from '../show/show.ts'
import { COVER_ROWS_MAX, layCovers } from './covers.ts'
import { type CoverRow, coverWords, type Edit } from './edit.ts'
import { editShow } from './edits.ts'

const bare: CoverRow = {
  ...{ what: 'knows', who: 'Dee', track: 'e3', item: '', entrance: '', other: '', level: 'put-in' },
  ...{ words: '', on: '', until: '', number: '' },
}
const row = (more: Partial<CoverRow>): CoverRow => ({ ...bare, ...more })
const put = (...rows: readonly CoverRow[]): Edit => ({ name: 'covers.put', was: null, rows })

const edited = (show: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((before, edit) => {
    const result = editShow(before, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, show)
const why = (edit: Edit, show = coverShow): string => {
  const result = editShow(show, edit)
  return result.ok ? 'done' : result.refusal.sentence
}

const dee = { person: 'dee' }

test('EDIT-40: each kind of row is kept where it belongs', () => {
  const kept = (more: Partial<CoverRow>) => edited(coverShow, put(row(more))).covers
  expect(kept({ on: '2031-05-01', until: '2031-12-31', number: '2' })?.competences.at(-1)).toEqual({
    ...{ ...dee, track: 'e3', level: 'put-in', on: '2031-05-01', until: '2031-12-31', preference: 2 },
  })
  expect(kept({ item: 'The Lantern', level: '' })?.competences.at(-1)).toEqual({
    ...{ ...dee, track: 'e3', item: 'two', level: 'rehearsed' },
  })
  expect(kept({ entrance: 'Sings in two' })?.competences.at(-1)).toEqual({
    ...{ ...dee, track: 'e3', obligation: 'e3-two', level: 'put-in' },
  })
  expect(kept({ what: 'certificate', words: 'flying harness' })?.certificates).toEqual([
    { ...dee, what: 'flying harness' },
  ])
  expect(kept({ what: 'cleared', other: 'Ben', words: 'the lift' })?.clearances).toEqual([
    { people: ['dee', 'ben'], what: 'the lift' },
  ])
  expect(kept({ what: 'at-most', number: '2' })?.limits).toEqual([{ ...dee, most: 2 }])
  expect(kept({ what: 'last-resort' })?.limits).toEqual([{ ...dee, lastResort: true }])
  expect(kept({ what: 'goes-on' })?.locks).toEqual([{ ...dee, track: 'e3' }])
  expect(kept({ what: 'does-not', item: 'The Lantern' })?.bans).toEqual([
    { ...dee, track: 'e3', item: 'two' },
  ])
  expect(kept({ what: 'says-yes' })?.approvers).toEqual([dee])
  expect(kept({ what: 'split', item: 'The Lantern' })?.splits).toEqual([{ ...dee, track: 'e3', item: 'two' }])
})

test('EDIT-40, COVERING-35: twelve say yes to a plan at most', () => {
  const people = Array.from({ length: COVER_APPROVERS_MAX + 1 }, (_, index) => ({
    ...{ id: id<'person'>(`p${index}`), name: `Person ${index}`, callName: `P${index}` },
  }))
  const show = { ...coverShow, people: [...coverShow.people, ...people] }
  const rows = people.map(({ name }) => row({ what: 'says-yes', who: name }))
  const full = edited(show, put(...rows.slice(1)))
  expect(full.covers?.approvers).toHaveLength(COVER_APPROVERS_MAX)
  expect(why(put(...rows.slice(0, 1)), full)).toContain(`At most ${COVER_APPROVERS_MAX} people say yes`)
})

test('EDIT-40: a row about the same takes its place, is changed into another, and is removed', () => {
  const twice = edited(coverShow, put(row({})), put(row({ level: 'performed' })))
  expect(twice.covers?.competences.filter(({ track }) => track === 'e3')).toEqual([
    { ...dee, track: 'e3', level: 'performed' },
  ])
  const both = edited(coverShow, put(row({ what: 'at-most', number: '2' }), row({ what: 'last-resort' })))
  expect(both.covers?.limits).toEqual([{ ...dee, most: 2, lastResort: true }])
  const one = edited(both, { name: 'cover.remove', row: row({ what: 'at-most' }) })
  expect(one.covers?.limits).toEqual([{ ...dee, lastResort: true }])
  const changed = edited(twice, {
    name: 'covers.put',
    was: row({}),
    rows: [row({ what: 'does-not' })],
  })
  expect(changed.covers?.competences.some(({ track }) => track === 'e3')).toBe(false)
  expect(changed.covers?.bans.length).toBe(1)
  for (const what of coverWords) {
    const some = row({
      what,
      item: what === 'split' ? 'The Lantern' : '',
      other: 'Ben',
      words: 'x',
      number: '1',
    })
    const left = edited(coverShow, put(some), { name: 'cover.remove', row: some })
    expect({ ...left.covers, splits: undefined, approvers: undefined }).toEqual({
      ...coverShow.covers,
      splits: undefined,
    })
  }
  expect(why({ name: 'cover.remove', row: row({}) })).toContain('not written down any more')
})

test('EDIT-40: what is nobody’s, no track’s or no day is refused with its field, and of many with its row', () => {
  for (const [more, sentence] of [
    [{ who: 'Zoe' }, 'Who: “Zoe” is nobody in the company'],
    [{ track: 'x' }, 'Track: “x” is no track'],
    [{ item: 'nowhere' }, 'Number: “nowhere” is not in the running order'],
    [{ entrance: 'juggles' }, 'Entrance: “juggles” is nothing that this track does'],
    [{ level: 'perhaps' }, 'How well: “perhaps” is none of performed'],
    [{ until: '2031-13-01' }, 'Until: “2031-13-01” is no day'],
    [{ on: 'May' }, 'Last done: “May” is no day'],
    [{ number: '-1' }, 'Figure: a whole number from 0 to 1000'],
    [{ what: 'cleared', other: 'Zoe' }, 'With: “Zoe” is nobody'],
    [{ what: 'cleared', other: 'Dee' }, 'With: a lift or a fight takes two'],
    [{ what: 'certificate' }, 'What exactly: say what was learned'],
    [{ what: 'at-most' }, 'Figure: say how many tracks'],
    [{ what: 'split' }, 'Number: say which number'],
  ] as const)
    expect(why(put(row(more)))).toContain(sentence)
  expect(why(put(row({}), row({ who: 'Zoe' })))).toContain('Row 2, who')
  expect(layCovers(coverShow, [row({ who: 'Zoe' }), row({}), row({ track: 'x' })]).wrong.size).toBe(2)
})

test('EDIT-40: a show holds so many rows of a kind, and one more is refused', () => {
  const bans = Array.from({ length: COVER_ROWS_MAX }, () => ({
    person: id<'person'>('ben'),
    track: id<'track'>('e3'),
  }))
  const covers = coverShow.covers && { ...coverShow.covers, bans }
  const full = { ...coverShow, covers }
  expect(why(put(row({ what: 'does-not' })), full)).toContain(`${COVER_ROWS_MAX} rows`)
  const room = { ...coverShow, covers: covers && { ...covers, bans: bans.slice(1) } }
  expect(why(put(row({ what: 'does-not' })), room)).toBe('done')
})

test('EDIT-41: what counts before what is set, once each', () => {
  const show = edited(coverShow, { name: 'covers.order', levels: ['fairness', 'splits', 'fairness'] })
  expect(show.covers?.levels).toEqual(['fairness', 'splits'])
  const { covers: _covers, ...without } = coverShow
  expect(edited(without, { name: 'covers.order', levels: [...coverLevels] }).covers?.levels).toEqual(
    coverLevels,
  )
})

test('EDIT-42: what is written of somebody or something that is removed goes with it', () => {
  const about = edited(
    coverShow,
    put(
      row({ who: 'May' }),
      row({ what: 'cleared', who: 'May', other: 'Ben' }),
      row({ what: 'certificate', who: 'May', words: 'trap' }),
      row({ what: 'last-resort', who: 'May' }),
      row({ what: 'does-not', who: 'May' }),
      row({ what: 'split', who: 'May', item: 'The Lantern' }),
      row({ entrance: 'Sings in two' }),
    ),
  )
  const gone = edited(
    about,
    { name: 'person.remove', person: id<'person'>('may') },
    { name: 'entrance.remove', entrance: id<'obligation'>('e3-two') },
  )
  expect(JSON.stringify(gone.covers)).not.toMatch(/may|e3-two/)
  expect(gone.covers?.competences).toEqual(coverShow.covers?.competences)
})
