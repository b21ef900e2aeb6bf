// What the cells of the tables have in common: items, moments, tracks, places and things, by what they are called.

import type { Id } from '../../kit/ids.ts'
import { accepted, type Result } from '../../kit/result.ts'
import type { Anchor, Place, Show, TrackId } from '../../show/show.ts'
import type { Cells } from '../edit.ts'
import { itemCalled, momentOf, nameOf, noPlace, placeIn } from '../entrances.ts'
import { asSeconds, readMoment, readSeconds } from '../lengths.ts'
import { trackCalled } from '../tracks.ts'
import type { Said } from './table.ts'

/** By their ids, as cells have them. */
export function namesIn({ items, tracks, venue, departments, people }: Show) {
  const all = new Map<string, string>([
    ...items.map((item) => [item.id, nameOf(item)] as const),
    ...tracks.map(({ id, code }) => [id, code] as const),
    ...venue.places.map(({ id, code }) => [id, code] as const),
    ...departments.map(({ id, short }) => [id, short] as const),
    ...people.map(({ id, name }) => [id, name] as const),
  ])
  return (id: string | undefined): string => (id === undefined ? '' : (all.get(id) ?? ''))
}

/** In the order of the evening, those of one moment as they stand in the file. */
export function byMoment<Row extends { readonly anchor: Anchor }>({ editions }: Show, rows: readonly Row[]) {
  const order = new Map((editions[0]?.items ?? []).map((item, index) => [item, index]))
  const place = ({ anchor }: Row) => order.get(anchor.item) ?? Number.MAX_SAFE_INTEGER
  return rows.toSorted((a, b) => place(a) - place(b) || a.anchor.seconds - b.anchor.seconds)
}

/** How each column is understood, where it can be: written as its table would. */
type Kinds = Readonly<Record<string, 'item' | 'at' | 'track' | 'place' | 'length'>>

export function usualCells(show: Show, cells: Cells, kinds: Kinds): Cells {
  const usual = ([column, said]: readonly [string, string]): readonly [string, string] => {
    const text = said.trim()
    switch (kinds[column]) {
      case 'item': {
        const item = itemCalled(show, text)
        return [column, item ? nameOf(item) : text]
      }
      case 'track':
        return [column, trackCalled(show, text)?.code ?? text]
      case 'place': {
        const placed = text === '' ? null : placeIn(show, text)
        return [column, placed?.place?.code ?? text]
      }
      case 'at': {
        const moment = readMoment(text)
        return [column, moment?.by === null ? asSeconds(moment.seconds) : text]
      }
      case 'length': {
        const length = text === '' ? null : readSeconds(text)
        return [column, length === null ? text : asSeconds(length)]
      }
      default:
        return [column, text]
    }
  }
  return Object.fromEntries(Object.entries(cells).map(usual))
}

/** When: as before where it reads so, else without the words of the old moment. */
export function anchorIn(show: Show, said: Said, before: Anchor | undefined): Result<Anchor> {
  if (before && said.isAsBefore('item', 'at')) return accepted(before)
  const placed = momentOf(show, { item: said.cell('item'), at: said.cell('at') })
  return placed.ok ? accepted(placed.value.anchor) : placed
}

export function trackIn(show: Show, said: Said, column: string, before?: TrackId): Result<TrackId> {
  if (before && said.isAsBefore(column)) return accepted(before)
  const track = trackCalled(show, said.cell(column))
  if (track) return accepted(track.id)
  return said.wrong(column, `“${said.cell(column)}” is no track. Tracks are added under Tracks.`)
}

type Placed = { readonly show: Show; readonly place: Place['id'] }

export function placeOf(show: Show, said: Said, before: Place['id'] | undefined): Result<Placed> {
  if (before && said.isAsBefore('place')) return accepted({ show, place: before })
  if (said.cell('place') === '') return said.wrong('place', 'say where, such as SL1 or DR4.')
  const placed = placeIn(show, said.cell('place'))
  if (!placed?.place) return said.wrong('place', noPlace(said.cell('place')))
  return accepted({ show: placed.show, place: placed.place.id })
}

export function secondsOf(said: Said, column: string, before: number | undefined): Result<number | null> {
  if (before !== undefined && said.isAsBefore(column)) return accepted(before)
  if (said.cell(column) === '') return accepted(null)
  const seconds = readSeconds(said.cell(column))
  if (seconds !== null && seconds <= SECONDS_MAX) return accepted(seconds)
  return said.wrong(column, `“${said.cell(column)}” is no length: write 1:20, or 80 s.`)
}

/** A day, as the show file has it. */
const SECONDS_MAX = 86_400

type Named<Noun extends string> = { readonly id: Id<Noun>; readonly name: string }

/** The thing that is called so. */
export const thingCalled = <Noun extends string, Thing extends Named<Noun>>(
  things: readonly Thing[],
  said: string,
): Thing | undefined => things.find(({ name }) => spoken(name) === spoken(said))

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

export const yes = (said: string): boolean => /^(?:yes|y|x|true|1|✓)$/i.test(said.trim())
