// Costume changes as a table: who changes into what, when, where, how long it takes and who helps.

import { id } from '../../kit/ids.ts'
import { accepted, type Result } from '../../kit/result.ts'
import type { CostumeChange, CostumeId, Show, TrackId } from '../../show/show.ts'
import { asSeconds } from '../lengths.ts'
import { nextId } from '../next-id.ts'
import { trackCalled } from '../tracks.ts'
import {
  anchorIn,
  byMoment,
  namesIn,
  placeOf,
  secondsOf,
  thingCalled,
  trackIn,
  usualCells,
  yes,
} from './cells.ts'
import type { Said, TableRules, Written } from './table.ts'

const DRESSERS_MAX = 20

export const changesTable: TableRules = {
  columns: {
    ...{ track: 'track', item: 'item', at: 'when', place: 'where', from: 'from', to: 'into' },
    ...{ seconds: 'takes', dressers: 'dressers', under: 'underdressed', notes: 'notes' },
  },
  about: ['track', 'item', 'at'],
  lines: (show) => {
    const named = namesIn(show)
    const costumes = new Map(show.costumes.map(({ id: one, name }) => [one, name]))
    return byMoment(show, show.changes).map((change) => ({
      id: change.id,
      cells: {
        track: named(change.track),
        item: named(change.anchor.item),
        at: asSeconds(change.anchor.seconds),
        place: named(change.place),
        from: (change.from && costumes.get(change.from)) ?? '',
        to: costumes.get(change.to) ?? '',
        seconds: asSeconds(change.seconds),
        dressers: change.dressers.map(named).join('; '),
        under: change.underdressed === true ? 'yes' : '',
        notes: change.notes ?? '',
      },
    }))
  },
  usual: (show, cells) =>
    usualCells(show, cells, { track: 'track', item: 'item', at: 'at', place: 'place', seconds: 'length' }),
  write,
  remove: (show, row) => accepted({ ...show, changes: show.changes.filter((one) => one.id !== row) }),
}

function write(before: Show, row: string | null, said: Said): Result<Written> {
  const old = before.changes.find((one) => one.id === row)
  const track = trackIn(before, said, 'track', old?.track)
  if (!track.ok) return track
  const anchor = anchorIn(before, said, old?.anchor)
  if (!anchor.ok) return anchor
  const placed = placeOf(before, said, old?.place)
  if (!placed.ok) return placed
  if (said.cell('to') === '') return said.wrong('to', 'say what they change into.')
  const from = costumeIn(placed.value.show, said, 'from', old?.from)
  const to = costumeIn(from.show, said, 'to', old?.to)
  const seconds = secondsOf(said, 'seconds', old?.seconds)
  if (!seconds.ok) return seconds
  if (seconds.value === null) return said.wrong('seconds', 'say how long it takes: 1:20, or 80 s.')
  const dressers = dressersIn(before, said, track.value, old)
  if (!dressers.ok || to.costume === null) return dressers.ok ? said.wrong('to', 'say it.') : dressers
  const { from: _from, underdressed, notes: _notes, ...rest } = old ?? {}
  const under = said.isAsBefore('under') ? underdressed : yes(said.cell('under')) || undefined
  const made: CostumeChange = {
    ...rest,
    id: old?.id ?? id<'change'>(nextId('w', before.changes)),
    ...{ track: track.value, to: to.costume, anchor: anchor.value, place: placed.value.place },
    ...{ seconds: seconds.value, dressers: dressers.value },
    ...(from.costume === null ? {} : { from: from.costume }),
    ...(under === undefined ? {} : { underdressed: under }),
    ...(said.cell('notes') === '' ? {} : { notes: said.cell('notes') }),
  }
  const { changes } = to.show
  return accepted({
    show: {
      ...to.show,
      changes: old ? changes.map((one) => (one === old ? made : one)) : [...changes, made],
    },
    id: made.id,
  })
}

/** By its name; one that is not there yet is made. */
function costumeIn(show: Show, said: Said, column: 'from' | 'to', before: CostumeId | undefined) {
  const name = said.cell(column)
  if (before && said.isAsBefore(column)) return { show, costume: before }
  if (name === '') return { show, costume: null }
  const known = thingCalled(show.costumes, name)
  if (known) return { show, costume: known.id }
  const made = { id: id<'costume'>(nextId('x', show.costumes)), name }
  return { show: { ...show, costumes: [...show.costumes, made] }, costume: made.id }
}

function dressersIn(
  show: Show,
  said: Said,
  track: TrackId,
  old: CostumeChange | undefined,
): Result<readonly TrackId[]> {
  if (old && old.track === track && said.isAsBefore('dressers')) return accepted(old.dressers)
  const codes = said
    .cell('dressers')
    .split(/[,;/]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const dressers: TrackId[] = []
  for (const code of codes) {
    const dresser = trackCalled(show, code)
    if (!dresser)
      return said.wrong('dressers', `“${code}” is no track. Dressers have tracks too, under Tracks.`)
    if (dresser.id === track) return said.wrong('dressers', 'nobody dresses themselves: leave it empty.')
    if (!dressers.includes(dresser.id)) dressers.push(dresser.id)
  }
  if (dressers.length > DRESSERS_MAX) return said.wrong('dressers', `at most ${DRESSERS_MAX}.`)
  return accepted(dressers)
}
