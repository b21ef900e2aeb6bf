// Tracks and entrances as a stage manager types them: whose, who covers, when, from where.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import { newShow } from './details.ts'
import type { Edit, EntranceRow, TrackRow } from './edit.ts'
import { editShow } from './edits.ts'
import { readMoment, readSeconds } from './lengths.ts'

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

const track = (code: string, more: Partial<TrackRow> = {}): TrackRow => ({
  ...{ code, title: '', kind: 'cast', owner: '', covers: [], ...more },
})
const tracks = (...rows: readonly TrackRow[]) => ({ name: 'tracks.put', track: null, rows }) as const
const on = (more: Partial<EntranceRow> = {}): EntranceRow => ({
  ...{ kind: 'appear', track: 'K', item: '1', at: '', from: '', length: '', to: '', what: '', ...more },
})
const entrances = (...rows: readonly EntranceRow[]) =>
  ({ name: 'entrances.put', entrance: null, rows }) as const

const scene = { act: 1, seconds: 60, kind: 'scene' } as const
const cue = (words: string) =>
  ({
    name: 'cue.put',
    cue: null,
    row: { department: 'LX', number: '', words, title: '', item: 'i2', together: false },
  }) as const
const company = edited(
  newShow({ title: 'Sorrel Head', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' }),
  {
    name: 'people.add',
    people: ['Ana Lopes', 'Ben Carr', 'Sam Reed', 'Sam Ito'].map(
      (name) => ({ name, does: '', kind: 'ensemble' }) as const,
    ),
  },
  {
    name: 'order.set',
    rows: [
      { code: '1', title: 'Lamp', ...scene },
      { code: '2', title: 'Boat', ...scene },
    ],
  },
)
const keeper = edited(company, tracks(track('K', { owner: 'Ana Lopes' })))

test('EDIT-21: a track has its owner and its covers in order; who is nobody is refused with row and field', () => {
  const show = edited(company, tracks(track('K', { owner: 'ana', covers: ['Sam Ito', 'Ben Carr'] })))
  expect(show.tracks).toEqual([
    { id: 't1', code: 'K', title: '', kind: 'cast', owner: 'p1', covers: ['p4', 'p2'] },
  ])
  const refusal = (row: Partial<TrackRow>) => why(company, tracks(track('A'), track('K', row)))
  expect(refusal({ owner: 'Bo' })).toMatch(/^Row 2, whose: “Bo” is nobody in the company/)
  expect(refusal({ owner: 'Sam' })).toMatch(/^Row 2, whose: “Sam” is nobody in the company, or more than one/)
  expect(refusal({ covers: ['Di'] })).toMatch(/^Row 2, covers: “Di”/)
  expect(refusal({ owner: 'Ana', covers: ['Ana Lopes'] })).toMatch(/has this track/)
  expect(refusal({ covers: ['Ben', 'Ben Carr'] })).toMatch(/stands in it twice/)
  expect(refusal({ code: ' ' })).toMatch(/^Row 2, track:/)
})

test('EDIT-21: at most as many covers as a show file may hold', () => {
  const many = edited(company, {
    name: 'people.add',
    people: Array.from(
      { length: 201 },
      (_, at) => ({ name: `Extra ${at}`, does: '', kind: 'swing' }) as const,
    ),
  })
  const covers = many.people.slice(4).map(({ name }) => name)
  expect(why(many, tracks(track('K', { covers: covers.slice(1) })))).toBe('done')
  expect(why(many, tracks(track('K', { covers })))).toMatch(/at most 200 people/)
})

test('EDIT-22: a row with the code of a track is that track; what hangs on it keeps it, and its people', () => {
  const roles = keeper.tracks.map((one) => ({ ...one, roles: [] }))
  const again = edited(
    { ...keeper, tracks: roles },
    tracks(track('k', { title: 'Keeper', covers: ['Ben'] }), track('B')),
  )
  expect(again.tracks.map(({ id, code, title, roles: some }) => [id, code, title, some])).toEqual([
    ['t1', 'k', 'Keeper', []],
    ['t2', 'B', '', undefined],
  ])
  const [first] = again.tracks.map(({ id }) => id)
  if (!first) throw new Error('it is there')
  expect(why(again, { name: 'tracks.put', track: first, rows: [track('b')] })).toMatch(/b is there already/)
  const due = edited(again, entrances(on()))
  expect(why(due, { name: 'track.remove', track: first })).toBe(
    'k has an entrance or task: remove them first.',
  )
  const heard = { ...again, mics: [{ id: id<'mic'>('m1'), pack: '1', track: first }] }
  expect(why(heard, { name: 'track.remove', track: first })).toMatch(/The plan counts on k/)
  expect(edited(again, { name: 'track.remove', track: first }).tracks.map(({ code }) => code)).toEqual(['B'])
  const ben = company.people[1]?.id
  if (!ben) throw new Error('he is there')
  expect(why(again, { name: 'person.remove', person: ben })).toMatch(/covers the track k/)
})

test('EDIT-23: a moment is a time of an item, a cue, or so long before or after one; a bare number is none', () => {
  expect(['1:20', '80 s', '1 min 20 s', '1:00:00', "1'20"].map(readSeconds)).toEqual([80, 80, 80, 3600, null])
  expect(['', '40', 'x', '-1'].map(readSeconds)).toEqual([null, null, null, null])
  expect(readMoment('')).toEqual({ seconds: 0, by: null })
  expect(readMoment('LX 12')).toEqual({ seconds: 0, by: 'LX 12' })
  expect(readMoment('0:10 before LX 12')).toEqual({ seconds: -10, by: 'LX 12' })
  expect(readMoment('after LX 12')).toEqual({ seconds: 0, by: 'LX 12' })
  expect(readMoment('LX 12 + 5 s')).toEqual({ seconds: 5, by: 'LX 12' })
  expect(readMoment('soon before LX 12')).toBeNull()
})

test('EDIT-23: an entrance timed by a cue moves with it, and keeps it from being removed', () => {
  const cued = edited(keeper, cue('a'), cue('b'), cue('c'))
  const show = edited(cued, entrances(on({ item: '', at: '0:05 before LX 3' }), on({ at: '0:10' })))
  expect(show.obligations.map(({ anchor }) => anchor)).toEqual([
    { item: 'i2', seconds: 35, guessed: true },
    { item: 'i1', seconds: 10 },
  ])
  expect(show.obligations.map(({ seconds }) => seconds)).toEqual([25, 50])
  const more = edited(show, cue('d'))
  expect(more.obligations[0]?.anchor.seconds).toBe((more.cues[2]?.anchor.seconds ?? 0) - 5)
  const [, , third] = more.cues.map(({ id }) => id)
  if (!third) throw new Error('it is there')
  expect(why(more, { name: 'cue.remove', cue: third })).toMatch(/entrance of track K is timed by it/)
  expect(why(cued, entrances(on({ at: 'LX 9' })))).toMatch(/^When: “LX 9” is no moment, and no cue/)
  expect(why(cued, entrances(on({ at: '7' })))).toMatch(/^When:/)
  expect(why(cued, entrances(on({ at: 'LX 3' })))).toMatch(/LX 3 is in 2 Boat, not in 1 Lamp/)
  expect(why(cued, entrances(on({ item: '', at: '0:10' })))).toMatch(/^Item:/)
  expect(why(cued, entrances(on({ item: 'Quay' })))).toMatch(/^Item:/)
  expect(why(cued, entrances(on({ track: 'X' })))).toMatch(/^Track:/)
  expect(why(cued, entrances(on({ length: '2' })))).toMatch(/^Length:/)
})

test('EDIT-24: a place whose code says its side is made; any other that is not there is refused', () => {
  const show = edited(keeper, entrances(on({ from: 'sl1', to: 'USR' }), on({ at: '0:30', from: 'SL1' })))
  expect(show.venue.places).toMatchObject([
    { id: 'k1', code: 'SL1', side: 'stage left' },
    { id: 'k2', code: 'USR', side: 'stage right' },
  ])
  expect(show.obligations.map(({ placeIn, placeOut }) => [placeIn, placeOut])).toEqual([
    ['k1', 'k2'],
    ['k1', undefined],
  ])
  expect(why(keeper, entrances(on({ from: 'Trapdoor' })))).toMatch(/^Comes on from: “Trapdoor” is no place/)
  expect(why(keeper, entrances(on({ to: 'The pit' })))).toMatch(/^Goes off to:/)
})

test('EDIT-25: the same track, item and moment is the same entrance, and keeps what no row says', () => {
  const show = edited(keeper, entrances(on({ at: '0:10', length: '0:20', what: 'Climbs' })))
  const [first] = show.obligations
  if (!first) throw new Error('it is there')
  const richer = {
    ...show,
    obligations: [
      {
        ...first,
        anchor: { ...first.anchor, seconds: 10.4, line: 'Who is there?' },
        seconds: 19.8,
        needs: ['ladder'],
        droppable: 'cosmetic',
      } as const,
    ],
  }
  const again = edited(richer, entrances(on({ at: '0:10', length: '0:20', from: 'SL1', what: 'Climbs up' })))
  expect(again.obligations).toEqual([
    {
      ...richer.obligations[0],
      title: 'Climbs up',
      placeIn: 'k1',
    },
  ])
  const moved = edited(again, { name: 'entrances.put', entrance: first.id, rows: [on({ item: '2' })] })
  expect(moved.obligations[0]).toMatchObject({
    id: 'o1',
    anchor: { item: 'i2', seconds: 0 },
    needs: ['ladder'],
  })
  expect(edited(moved, { name: 'entrance.remove', entrance: first.id }).obligations).toEqual([])
  expect(why(show, { name: 'order.set', rows: [] })).toMatch(/an entrance or task hangs/)
})
