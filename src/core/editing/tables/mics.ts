// Microphones as a table: each pack, whose track wears it, and how long it takes to fit it to somebody else.

import { id } from '../../kit/ids.ts'
import { accepted, type Result, refused } from '../../kit/result.ts'
import type { Mic, Show } from '../../show/show.ts'
import { asSeconds } from '../lengths.ts'
import { nextId } from '../next-id.ts'
import { namesIn, secondsOf, trackIn, usualCells } from './cells.ts'
import type { Said, TableRules, Written } from './table.ts'

const PACK_LENGTH_MAX = 20

export const micsTable: TableRules = {
  columns: { pack: 'pack', track: 'track', seconds: 'to fit it' },
  about: ['pack'],
  lines: (show) => {
    const named = namesIn(show)
    return show.mics.map(({ id: row, pack, track, seconds }) => ({
      id: row,
      cells: { pack, track: named(track), seconds: seconds === undefined ? '' : asSeconds(seconds) },
    }))
  },
  usual: (show, cells) => usualCells(show, cells, { track: 'track', seconds: 'length' }),
  write,
  remove: (show, row) =>
    show.obligations.some(({ mic }) => mic === row)
      ? refused('in-use', 'Somebody has it on in the plan: give them another first.')
      : accepted({ ...show, mics: show.mics.filter((one) => one.id !== row) }),
}

function write(show: Show, row: string | null, said: Said): Result<Written> {
  const old = show.mics.find((one) => one.id === row)
  const pack = said.cell('pack')
  if (pack === '') return said.wrong('pack', 'say which it is, such as 7 or A2.')
  if (pack.length > PACK_LENGTH_MAX) return said.wrong('pack', `at most ${PACK_LENGTH_MAX} characters.`)
  if (!said.isAsBefore('pack') && show.mics.some((one) => one !== old && spoken(one.pack) === spoken(pack)))
    return said.wrong('pack', `${pack} is there already.`)
  const track = said.cell('track') === '' ? null : trackIn(show, said, 'track', old?.track)
  if (track?.ok === false) return track
  const seconds = secondsOf(said, 'seconds', old?.seconds)
  if (!seconds.ok) return seconds
  const { track: _track, seconds: _seconds, ...rest } = old ?? {}
  const made: Mic = {
    ...rest,
    id: old?.id ?? id<'mic'>(nextId('m', show.mics)),
    pack: said.isAsBefore('pack') && old ? old.pack : pack,
    ...(track === null ? {} : { track: track.value }),
    ...(seconds.value === null ? {} : { seconds: seconds.value }),
  }
  const { mics } = show
  return accepted({
    show: { ...show, mics: old ? mics.map((one) => (one === old ? made : one)) : [...mics, made] },
    id: made.id,
  })
}

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')
