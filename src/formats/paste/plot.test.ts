// Tracks and entrances as a spreadsheet has them.

import { expect, test } from 'vitest'
import { readEntrances, readTracks } from './plot.ts'

const rows = (read: ReturnType<typeof readTracks> | ReturnType<typeof readEntrances>) =>
  read.ok ? read.rows : []

test('PASTE-11: columns are what their headings say, in any order; without headings they are as on the screen', () => {
  expect(
    rows(readTracks('Covers\tTrack\tPerformer\tType\tNotes\nBo; 2. Cy/Di\tK\tIna\tSwing\tx', null)),
  ).toMatchObject([
    { line: 2, code: 'K', title: '', kind: 'swing', owner: 'Ina', covers: ['Bo', 'Cy', 'Di'] },
  ])
  expect(rows(readTracks('K, Keeper, Ina\nB, Boy, Bo', null))).toMatchObject([
    { line: 1, code: 'K', title: 'Keeper', owner: 'Ina', covers: [], kind: 'cast' },
    { line: 2, code: 'B' },
  ])
  expect(rows(readEntrances('Who;Scene;Cue;Enters;Exits\nK;1;LX 4;SL1;SR', null))).toMatchObject([
    { line: 2, track: 'K', item: '1', at: 'LX 4', from: 'SL1', to: 'SR', length: '', kind: 'appear' },
  ])
})

test('PASTE-11: a person says otherwise what a column is; what is pasted beyond the bound is refused with its line', () => {
  expect(rows(readTracks('Ina\tK', ['owner', 'code']))).toMatchObject([{ code: 'K', owner: 'Ina' }])
  expect(rows(readTracks('Ina\tK', ['nothing', 'code']))).toMatchObject([{ code: 'K', owner: '' }])
  const long = readEntrances(`K\n`.repeat(5_001), null)
  expect(long.ok ? null : long.errors[0]?.line).toBe(5_001)
  expect(rows(readEntrances('', null))).toEqual([])
})
