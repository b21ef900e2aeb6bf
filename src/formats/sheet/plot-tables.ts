// Tracks, times on and who can do what as tables, with heads that pasting reads back (PASTE-11, PASTE-12).

import type { CoverRow, EntranceRow, TrackRow } from '../../core/editing/edit.ts'
import type { Table } from './tables.ts'

export const tracksTable = (tracks: readonly TrackRow[]): Table => ({
  name: 'Tracks',
  rows: [
    ['Code', 'Title', 'Kind', 'Owner', 'Covers'],
    ...tracks.map(({ code, title, kind, owner, covers }) => [code, title, kind, owner, covers.join('; ')]),
  ],
})

export const entrancesTable = (entrances: readonly EntranceRow[]): Table => ({
  name: 'On and off',
  rows: [
    ['Track', 'Item', 'At', 'From', 'Length', 'To', 'What', 'Kind'],
    ...entrances.map(({ track, item, at, from, length, to, what, kind }) => [
      ...[track, item, at, from, length, to, what, kind],
    ]),
  ],
})

export const coversTable = (covers: readonly CoverRow[]): Table => ({
  name: 'Who can cover',
  rows: [
    ['Who', 'Kind', 'Track', 'Number', 'Entrance', 'With', 'Level', 'Which', 'Last', 'Until', 'Preference'],
    ...covers.map(({ who, what, track, item, entrance, other, level, words, on, until, number }) => [
      ...[who, what.replaceAll('-', ' '), track, item, entrance, other, level, words, on, until, number],
    ]),
  ],
})
