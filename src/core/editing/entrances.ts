// Who is due where, and when: entrances and tasks as rows, at a moment of an item or timed by a cue.

import { id } from '../kit/ids.ts'
import { accepted, type Refusal, type Result, refused } from '../kit/result.ts'
import type { Anchor, Cue, Item, Obligation, ObligationId, Place, Show } from '../show/show.ts'
import { allOf, type EntranceRow, type Laid, refusedIn } from './edit.ts'
import { anchorBy } from './follow-cues.ts'
import { asSeconds, readMoment, readSeconds } from './lengths.ts'
import { nextId } from './next-id.ts'
import { sideOf } from './places.ts'
import { trackCalled } from './tracks.ts'

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

export function putEntrances(
  show: Show,
  entrance: ObligationId | null,
  rows: readonly EntranceRow[],
): Result<Show> {
  if (entrance !== null && !show.obligations.some((one) => one.id === entrance)) return gone
  return allOf(layEntrances(show, entrance, rows), rows.length)
}

const gone = refused('no-such-entrance', 'That entrance is not in the show any more.')

export function layEntrances(
  before: Show,
  entrance: ObligationId | null,
  rows: readonly EntranceRow[],
): Laid {
  let show = before
  const wrong = new Map<number, Refusal>()
  for (const [index, row] of rows.entries()) {
    const laid = laidIn(show, entrance, row)
    if (laid.ok) show = laid.value
    else wrong.set(index + 1, laid.refusal)
  }
  return { show, wrong }
}

function laidIn(show: Show, entrance: ObligationId | null, row: EntranceRow): Result<Show> {
  const track = trackCalled(show, row.track)
  if (!track) return refusedIn('track', `“${row.track.trim()}” is no track. Tracks are added under Tracks.`)
  const when = momentOf(show, row)
  if (!when.ok) return when
  const { item, anchor, byCue } = when.value
  const length = row.length.trim() === '' ? null : readSeconds(row.length)
  if (row.length.trim() !== '' && length === null)
    return refusedIn('length', `“${row.length.trim()}” is not a length: write 1:20, or 80 s.`)
  const from = placeIn(show, row.from)
  if (!from) return refusedIn('comes on from', noPlace(row.from), 'from')
  const to = placeIn(from.show, row.to)
  if (!to) return refusedIn('goes off to', noPlace(row.to), 'to')
  const old = show.obligations.find((one) =>
    entrance === null ? isSame(one, { track: track.id, kind: row.kind, anchor }) : one.id === entrance,
  )
  const rest = old ? withoutRow(old) : fresh(show)
  const lasts = length ?? Math.max(0, item.seconds - anchor.seconds)
  const made: Obligation = {
    ...rest,
    ...{ track: track.id, kind: row.kind, title: row.what.trim() },
    anchor: anchorOf(old, anchor, byCue !== undefined),
    ...(byCue ? { byCue } : {}),
    // What a row says to the second may be known better than that.
    seconds: old && asSeconds(old.seconds) === asSeconds(lasts) ? old.seconds : lasts,
    ...(from.place ? { placeIn: from.place.id } : {}),
    ...(to.place ? { placeOut: to.place.id } : {}),
  }
  const { obligations } = show
  return accepted({
    ...to.show,
    obligations: old ? obligations.map((one) => (one === old ? made : one)) : [...obligations, made],
  })
}

const isSame = (one: Obligation, { track, kind, anchor }: Pick<Obligation, 'track' | 'kind' | 'anchor'>) =>
  one.track === track &&
  one.kind === kind &&
  one.anchor.item === anchor.item &&
  Math.round(one.anchor.seconds) === Math.round(anchor.seconds)

/** Doubt stays on the safe side: what nobody has graded may not be left out. */
const fresh = ({ obligations }: Show) =>
  ({ id: id<'obligation'>(nextId('o', obligations)), droppable: 'essential' }) as const

/** Everything a row does not say stays as it was. */
function withoutRow({ byCue: _byCue, placeIn: _in, placeOut: _out, ...rest }: Obligation) {
  return rest
}

/** The words or the bar of the old moment are those of the same item only; one that was not moved stays to the tenth. */
function anchorOf(old: Obligation | undefined, anchor: Anchor, timed: boolean): Anchor {
  if (old?.anchor.item !== anchor.item) return anchor
  if (!timed && !old.byCue && asSeconds(old.anchor.seconds) === asSeconds(anchor.seconds)) return old.anchor
  const { guessed: _guessed, ...words } = old.anchor
  return { ...words, ...anchor }
}

type Placed = {
  readonly item: Item
  readonly anchor: Anchor
  readonly byCue?: NonNullable<Obligation['byCue']>
}

export function momentOf(show: Show, row: Pick<EntranceRow, 'item' | 'at'>): Result<Placed> {
  const moment = readMoment(row.at)
  if (!moment) return refusedIn('when', notWhen(row.at), 'at')
  const named = row.item.trim() === '' ? null : itemCalled(show, row.item)
  if (named === undefined)
    return refusedIn('item', `“${row.item.trim()}” is not in the running order, or is there twice.`)
  if (moment.by === null) {
    if (!named) return refusedIn('item', 'say in which item of the running order, or by which cue.')
    return accepted({ item: named, anchor: { item: named.id, seconds: moment.seconds } })
  }
  const cue = cueCalled(show, moment.by)
  const item = cue && show.items.find((one) => one.id === cue.anchor.item)
  if (!cue || !item) return refusedIn('when', notWhen(row.at), 'at')
  if (named && named !== item)
    return refusedIn('when', `${moment.by} is in ${nameOf(item)}, not in ${nameOf(named)}.`, 'at')
  if (cue.anchor.seconds + moment.seconds < 0 && !cue.anchor.guessed)
    return refusedIn('when', `that is before ${nameOf(item)} begins.`, 'at')
  const byCue = { cue: cue.id, seconds: moment.seconds }
  return accepted({ item, anchor: anchorBy(cue, moment.seconds), byCue })
}

const notWhen = (said: string): string =>
  `“${said.trim()}” is no moment, and no cue of the list: write 0:40, or 40 s, or LX 12, or 0:10 before LX 12.`

export const nameOf = ({ code, title }: Item): string => [code, title].filter((word) => word !== '').join(' ')

/** By number and title, else by number, else by title; undefined where that is none or not one. */
export function itemCalled({ items }: Show, said: string): Item | undefined {
  const word = spoken(said)
  const ways = [nameOf, ({ code }: Item) => code, ({ title }: Item) => title]
  const found = ways
    .map((way) => items.filter((item) => spoken(way(item)) === word))
    .find((some) => some.length > 0)
  return found?.length === 1 ? found[0] : undefined
}

/** "LX 12", "lights 12": a department and a number. */
export function cueCalled({ departments, cues }: Show, said: string): Cue | undefined {
  const word = spoken(said)
  return cues.find((cue) => {
    const department = departments.find((one) => one.id === cue.department)
    return [department?.short, department?.name].some(
      (name) => name !== undefined && spoken(name + cue.number) === word,
    )
  })
}

export const noPlace = (said: string): string =>
  `“${said.trim()}” is no place. Places are added under Title and house; SL, SR, SL1 or USR are made from here.`

/** A place by what it is called. One whose code says its side, as SL1 does, is made where it is not there yet. */
export function placeIn(
  show: Show,
  said: string,
): { readonly show: Show; readonly place: Place | null } | null {
  const code = said.trim()
  if (code === '') return { show, place: null }
  const { places } = show.venue
  const known =
    places.find((one) => spoken(one.code) === spoken(code)) ??
    places.find((one) => one.name !== '' && spoken(one.name) === spoken(code))
  if (known) return { show, place: known }
  const side = sideOf(code)
  if (side === undefined) return null
  const made: Place = { id: id<'place'>(nextId('k', places)), code: code.toUpperCase(), name: '', side }
  return { show: { ...show, venue: { ...show.venue, places: [...places, made] } }, place: made }
}

export function removeEntrance(show: Show, entrance: ObligationId): Result<Show> {
  if (!show.obligations.some((one) => one.id === entrance)) return gone
  return accepted({ ...show, obligations: show.obligations.filter((one) => one.id !== entrance) })
}
