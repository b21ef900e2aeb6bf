// Tracks as a list: whose each is, and who goes on for them in which order.

import { id } from '../kit/ids.ts'
import { accepted, type Refusal, type Result, refused } from '../kit/result.ts'
import type { PersonId, Show, Track, TrackId } from '../show/show.ts'
import { allOf, type Laid, refusedIn, type TrackRow } from './edit.ts'
import { nextId } from './next-id.ts'

/** As many as one track of a show file may name. */
const COVERS_MAX = 200

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

/** The track that is called so, by its code, else by its title. */
export const trackCalled = ({ tracks }: Pick<Show, 'tracks'>, said: string): Track | null =>
  tracks.find((one) => spoken(one.code) === spoken(said)) ??
  tracks.find((one) => one.title !== '' && spoken(one.title) === spoken(said)) ??
  null

export function putTracks(show: Show, track: TrackId | null, rows: readonly TrackRow[]): Result<Show> {
  if (track !== null && !show.tracks.some((one) => one.id === track)) return gone
  return allOf(layTracks(show, track, rows), rows.length)
}

export function layTracks(show: Show, track: TrackId | null, rows: readonly TrackRow[]): Laid {
  let { tracks } = show
  const wrong = new Map<number, Refusal>()
  for (const [index, row] of rows.entries()) {
    const old = tracks.find((one) => (track === null ? sameCode(one, row) : one.id === track)) ?? null
    const made = trackOf({ ...show, tracks }, old, row)
    if (!made.ok) wrong.set(index + 1, made.refusal)
    else tracks = old ? tracks.map((one) => (one === old ? made.value : one)) : [...tracks, made.value]
  }
  return { show: { ...show, tracks }, wrong }
}

const sameCode = (one: Track, row: TrackRow): boolean => spoken(one.code) === spoken(row.code)

const gone = refused('no-such-track', 'That track is not in the show any more.')

function trackOf(show: Show, old: Track | null, row: TrackRow): Result<Track> {
  const code = row.code.trim()
  if (code === '') return refusedIn('track', 'say what it is called, such as K or E4.', 'code')
  if (show.tracks.some((one) => one !== old && sameCode(one, row)))
    return refusedIn('track', `${code} is there already.`, 'code')
  const owner = row.owner.trim() === '' ? null : personCalled(show, row.owner)
  if (owner === undefined) return refusedIn('whose', nobody(row.owner), 'owner')
  const covers: PersonId[] = []
  for (const name of row.covers.filter((one) => one.trim() !== '')) {
    const cover = personCalled(show, name)
    if (cover === undefined) return refusedIn('covers', nobody(name))
    if (cover === owner) return refusedIn('covers', `${name.trim()} has this track and covers nobody in it.`)
    if (covers.includes(cover)) return refusedIn('covers', `${name.trim()} stands in it twice.`)
    covers.push(cover)
  }
  if (covers.length > COVERS_MAX) return refusedIn('covers', `at most ${COVERS_MAX} people cover one track.`)
  const { owner: _owner, covers: _covers, ...rest } = old ?? { id: id<'track'>(nextId('t', show.tracks)) }
  return accepted({
    ...rest,
    ...{ code, title: row.title.trim(), kind: row.kind },
    ...(owner === null ? {} : { owner }),
    ...(covers.length === 0 ? {} : { covers }),
  })
}

const nobody = (name: string): string =>
  `“${name.trim()}” is nobody in the company, or more than one person. Write the name as it stands under Company.`

/** By the whole name, else by what they are called; undefined where that is nobody or not one person. */
export function personCalled({ people }: Show, said: string): PersonId | undefined {
  const word = spoken(said)
  const whole = people.filter((one) => spoken(one.name) === word)
  const called = people.filter((one) => spoken(one.callName) === word)
  const [found, other] = whole.length > 0 ? whole : called
  return other ? undefined : found?.id
}

/** Whatever is to be done in it would be nobody's, unseen. */
export function removeTrack(show: Show, track: TrackId): Result<Show> {
  const found = show.tracks.find((one) => one.id === track)
  if (!found) return gone
  const entrances = show.obligations.filter((one) => one.track === track).length
  if (entrances > 0)
    return refused(
      'in-use',
      `${found.code} has ${entrances === 1 ? 'an entrance or task' : `${entrances} entrances and tasks`}: remove them first.`,
    )
  const named =
    show.obligations.some((one) => one.partners?.includes(track)) ||
    show.changes.some((one) => one.track === track || one.dressers.includes(track)) ||
    show.handOffs.some((one) => one.from === track || one.to === track) ||
    show.cues.some((one) => one.spotter === track) ||
    show.mics.some((one) => one.track === track)
  if (named)
    return refused(
      'in-use',
      `The plan counts on ${found.code}: a change, a hand-off, a cue or another track.`,
    )
  return accepted({ ...show, tracks: show.tracks.filter((one) => one.id !== track) })
}
