// The examples that are given to paste are right ones.

import { expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import { readEntrances, readTracks } from '../../src/formats/paste/plot.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { wordsIn } from '../../src/words/words.ts'

test('FIRST-6: with the people and the item of the examples, pasted as they stand, both are kept and the show can be opened', () => {
  const { tracks, entrances } = wordsIn('en-GB').office
  const cast = ['Ines Roth', 'Bo Lind', 'Cy Amari']
  const pastedTracks = readTracks(tracks.example, null)
  const pastedEntrances = readEntrances(entrances.example, null)
  if (!pastedTracks.ok || !pastedEntrances.ok) throw new Error('the examples are tables')
  const tower = { code: '1', title: 'The tower', act: 1, seconds: 300, kind: 'scene' } as const
  let show = newShow({
    ...{ title: 'The Harbour Lamp', venue: '', address: '', country: 'GB', timeZone: 'Europe/London' },
  })
  for (const edit of [
    {
      name: 'people.add',
      people: cast.map((name) => ({ name, does: '', kind: 'principal' }) as const),
    } as const,
    { name: 'order.set', rows: [tower] } as const,
    { name: 'tracks.put', track: null, rows: pastedTracks.rows } as const,
    { name: 'entrances.put', entrance: null, rows: pastedEntrances.rows } as const,
  ]) {
    const edited = editShow(show, edit)
    if (!edited.ok) throw new Error(edited.refusal.sentence)
    show = edited.value
  }
  expect(show.tracks).toEqual([
    { id: 't1', code: 'K', title: 'Keeper', kind: 'cast', owner: 'p1', covers: ['p2', 'p3'] },
  ])
  expect(show.obligations).toMatchObject([
    { track: 't1', anchor: { item: 'i1', seconds: 40 }, seconds: 120, placeIn: 'k1', placeOut: 'k2' },
  ])
  const read = readShowFile(writeShowFile(show))
  expect(read.ok ? [] : read.errors).toEqual([])
})
