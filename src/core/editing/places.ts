// Places backstage that a shared tablet or a card can stand for.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Place, Show } from '../show/show.ts'
import { type NewPlace, refusedAt } from './edit.ts'
import { nextId } from './next-id.ts'

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

/** A place that is called the same is the same place: what is due there stays with it. */
export function setPlaces(show: Show, rows: readonly NewPlace[]): Result<Show> {
  const places: Place[] = []
  const known: { readonly id: string }[] = [...show.venue.places]
  for (const [index, { code, title }] of rows.entries()) {
    if (code.trim() === '') return refusedAt(index + 1, 'place', 'say what it is called, such as SL1.')
    if (places.some((one) => spoken(one.code) === spoken(code)))
      return refusedAt(index + 1, 'place', `${code.trim()} stands above already.`)
    const before = show.venue.places.find((one) => spoken(one.code) === spoken(code))
    const place = {
      ...before,
      id: before?.id ?? id<'place'>(nextId('k', known)),
      code: code.trim(),
      name: title.trim(),
    }
    known.push(place)
    places.push({ ...place, side: place.side ?? sideOf(place.code) })
  }
  const kept = new Set(places.map((place) => place.id))
  const lost = show.venue.places.find((place) => !kept.has(place.id) && isNamed(show, place))
  if (lost) return refused('in-use', `${lost.code} is in the plan: somebody or something is due there.`)
  const travel = show.venue.travel.filter(({ from, to }) => kept.has(from) && kept.has(to))
  return accepted({ ...show, venue: { ...show.venue, places, travel } })
}

/** "SL1", "USR": which side a wing is of, where its code says so. */
export function sideOf(code: string): Place['side'] {
  const [, side] = /^(?:[UDMC]?S)([LR])\d*$/i.exec(code.trim()) ?? []
  if (side === undefined) return undefined
  return side.toUpperCase() === 'L' ? 'stage left' : 'stage right'
}

const isNamed = (show: Show, { id: place }: Place): boolean =>
  show.obligations.some((one) => one.placeIn === place || one.placeOut === place) ||
  [...show.changes, ...show.handOffs, ...show.presets].some((one) => one.place === place) ||
  show.props.some((one) => one.start === place || one.end === place)
