// Tracks and entrances as their editor has them: by name and code, as they would be typed.

import { asSeconds } from '../../core/editing/lengths.ts'
import type { Obligation, Show } from '../../core/show/show.ts'
import type { EntranceLine, ShowBook } from '../../wire/office.ts'

export function trackLines({ tracks, people, obligations }: Show): ShowBook['tracks'] {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const counts = new Map<string, number>()
  for (const { track } of obligations) counts.set(track, (counts.get(track) ?? 0) + 1)
  return tracks.map(({ id, code, title, kind, owner, covers }) => ({
    ...{ id, code, title, kind },
    owner: (owner && names.get(owner)) ?? '',
    covers: (covers ?? []).flatMap((person) => names.get(person) ?? []),
    entrances: counts.get(id) ?? 0,
  }))
}

export function entranceLines(show: Show): readonly EntranceLine[] {
  const { tracks, venue, items, editions, obligations } = show
  const tracksById = new Map(tracks.map(({ id, code }) => [id, code]))
  const places = new Map(venue.places.map(({ id, code }) => [id, code]))
  const names = new Map(items.map(({ id, code, title }) => [id, [code, title].filter(Boolean).join(' ')]))
  const order = new Map((editions[0]?.items ?? []).map((item, index) => [item, index]))
  const cueName = cueNames(show)
  const placeOf = ({ anchor }: Obligation) => order.get(anchor.item) ?? Number.MAX_SAFE_INTEGER
  return obligations
    .toSorted((a, b) => placeOf(a) - placeOf(b) || a.anchor.seconds - b.anchor.seconds)
    .map(({ id, kind, track, title, anchor, byCue, seconds, placeIn, placeOut }) => ({
      ...{ id, kind, what: title },
      track: tracksById.get(track) ?? '',
      item: names.get(anchor.item) ?? '',
      at: byCue ? byWords(cueName(byCue.cue), byCue.seconds) : asSeconds(anchor.seconds),
      guessed: anchor.guessed === true,
      from: (placeIn && places.get(placeIn)) ?? '',
      length: asSeconds(seconds),
      to: (placeOut && places.get(placeOut)) ?? '',
    }))
}

function cueNames({ cues, departments }: Show): (id: string) => string {
  const shorts = new Map(departments.map(({ id, short }) => [id, short]))
  const names = new Map<string, string>(
    cues.map(({ id, department, number }) => [id, `${shorts.get(department) ?? ''} ${number}`]),
  )
  return (id) => names.get(id) ?? ''
}

const byWords = (cue: string, seconds: number): string =>
  seconds === 0 ? cue : `${asSeconds(Math.abs(seconds))} ${seconds < 0 ? 'before' : 'after'} ${cue}`
