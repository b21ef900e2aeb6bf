// Who can do what besides their own, as rows: kept, changed and removed, each held to the company and its tracks.

import { isDay } from '../kit/day.ts'
import { accepted, type Refusal, type Result, refused } from '../kit/result.ts'
import {
  type Certificate,
  type Clearance,
  COVER_APPROVERS_MAX,
  type Competence,
  type CoverApprover,
  type CoverLevel,
  type CoverLimit,
  type CoverRule,
  type Covers,
  competenceLevels,
  noCovers,
} from '../show/competence.ts'
import type { ItemId, Obligation, PersonId, Show, TrackId } from '../show/show.ts'
import { allOf, type CoverRow, type Laid, refusedIn } from './edit.ts'
import { itemCalled } from './entrances.ts'
import { personCalled, trackCalled } from './tracks.ts'

/** As many as a show file holds of each kind. */
export const COVER_ROWS_MAX = 2_000
const PREFERENCE_MAX = 1_000
const TRACKS_MAX = 500

/** `was`: the row that this one takes the place of; null where each takes the place of the one about the same, or is new. */
export function putCovers(show: Show, was: CoverRow | null, rows: readonly CoverRow[]): Result<Show> {
  const without = was === null ? accepted(show) : removeCover(show, was)
  return without.ok ? allOf(layCovers(without.value, rows), rows.length) : without
}

export function layCovers(before: Show, rows: readonly CoverRow[]): Laid {
  let show = before
  const wrong = new Map<number, Refusal>()
  for (const [index, row] of rows.entries()) {
    const laid = laidIn(show, row)
    if (laid.ok) show = laid.value
    else wrong.set(index + 1, laid.refusal)
  }
  return { show, wrong }
}

export function removeCover(show: Show, row: CoverRow): Result<Show> {
  const about = aboutOf(show, row)
  if (!about.ok) return about
  const covers = show.covers ?? noCovers
  const left = without(covers, row, about.value)
  if (left === covers) return refused('no-such-cover', 'That is not written down any more.')
  return accepted({ ...show, covers: left })
}

export function setCoverLevels(show: Show, levels: readonly CoverLevel[]): Result<Show> {
  return accepted({ ...show, covers: { ...(show.covers ?? noCovers), levels: [...new Set(levels)] } })
}

/** Whom and what a row is about. */
type About = {
  readonly person: PersonId
  readonly other: PersonId | null
  readonly track: TrackId | null
  readonly item: ItemId | null
  readonly obligation: Obligation | null
}

const takesTrack: ReadonlySet<CoverRow['what']> = new Set(['knows', 'goes-on', 'does-not', 'split'])

function aboutOf(show: Show, row: CoverRow): Result<About> {
  const person = personCalled(show, row.who)
  if (person === undefined) return refusedIn('who', nobody(row.who))
  const other = row.what === 'cleared' ? personCalled(show, row.other) : null
  if (other === undefined) return refusedIn('with', nobody(row.other), 'other')
  if (other === person) return refusedIn('with', 'a lift or a fight takes two.', 'other')
  if (!takesTrack.has(row.what)) return accepted({ person, other, track: null, item: null, obligation: null })
  const track = trackCalled(show, row.track)
  if (!track) return refusedIn('track', `“${row.track.trim()}” is no track. Tracks are added under Tracks.`)
  const item = row.item.trim() === '' ? null : itemCalled(show, row.item)
  if (item === undefined)
    return refusedIn('number', `“${row.item.trim()}” is not in the running order, or is there twice.`, 'item')
  const entrance = entranceIn(show, row, track.id, item?.id ?? null)
  if (!entrance.ok) return entrance
  return accepted({ person, other, track: track.id, item: item?.id ?? null, obligation: entrance.value })
}

function entranceIn(
  show: Show,
  row: CoverRow,
  track: TrackId,
  item: ItemId | null,
): Result<Obligation | null> {
  const said = row.entrance.trim()
  if (row.what !== 'knows' || said === '') return accepted(null)
  const found = show.obligations.filter(
    (one) => one.track === track && one.title === said && (item === null || one.anchor.item === item),
  )
  const [only, more] = found
  if (only && (item !== null || !more)) return accepted(only)
  return refusedIn(
    'entrance',
    only
      ? `“${said}” is in it more than once: say in which number.`
      : `“${said}” is nothing that this track does.`,
  )
}

const nobody = (name: string): string =>
  `“${name.trim()}” is nobody in the company, or more than one person. Write the name as it stands under Company.`

function laidIn(show: Show, row: CoverRow): Result<Show> {
  const about = aboutOf(show, row)
  if (!about.ok) return about
  const before = show.covers ?? noCovers
  const covers = without(before, row, about.value)
  const made = added(covers, row, about.value)
  return made.ok ? accepted({ ...show, covers: made.value }) : made
}

function added(covers: Covers, row: CoverRow, about: About): Result<Covers> {
  const until = dayIn('until', row.until)
  if (!until.ok) return until
  const number = numberIn(row)
  if (!number.ok) return number
  const { person, track, item, other } = about
  const lasts = until.value === null ? {} : { until: until.value }
  const words = row.words.trim()
  const rule: CoverRule | null = track && { person, track, ...(item ? { item } : {}) }
  switch (row.what) {
    case 'knows':
      return knows(covers, row, about, lasts, number.value)
    case 'certificate':
      if (words === '')
        return refusedIn('what exactly', 'say what was learned, such as flying harness or trap.', 'words')
      return into(covers, 'certificates', { person, what: words, ...lasts })
    case 'cleared':
      return into(covers, 'clearances', {
        people: [person, ...(other ? [other] : [])],
        ...(words === '' ? {} : { what: words }),
        ...lasts,
      })
    case 'at-most':
      if (number.value === null)
        return refusedIn('figure', 'say how many tracks of others they take in one night.', 'number')
      return limiting(covers, { person, most: number.value })
    case 'last-resort':
      return limiting(covers, { person, lastResort: true })
    case 'goes-on':
      return rule ? into(covers, 'locks', rule) : accepted(covers)
    case 'does-not':
      return rule ? into(covers, 'bans', rule) : accepted(covers)
    case 'split':
      if (rule?.item === undefined)
        return refusedIn('number', 'say which number of the track is theirs.', 'item')
      return into(covers, 'splits', rule)
    case 'says-yes':
      return (covers.approvers ?? []).length >= COVER_APPROVERS_MAX
        ? refused('many', `At most ${COVER_APPROVERS_MAX} people say yes to a plan.`)
        : into(covers, 'approvers', { person })
    default:
      return row.what satisfies never
  }
}

function knows(
  covers: Covers,
  row: CoverRow,
  { person, track, item, obligation }: About,
  lasts: Pick<Competence, 'until'>,
  preference: number | null,
): Result<Covers> {
  const said = row.level.trim().toLowerCase()
  const level = said === '' ? 'rehearsed' : competenceLevels.find((one) => one === said)
  if (!level)
    return refusedIn('how well', `“${row.level.trim()}” is none of ${competenceLevels.join(', ')}.`, 'level')
  const on = dayIn('last done', row.on)
  if (!on.ok) return on
  if (!track) return accepted(covers)
  return into(covers, 'competences', {
    ...{ person, track, level },
    ...(item && !obligation ? { item } : {}),
    ...(obligation ? { obligation: obligation.id } : {}),
    ...(on.value === null ? {} : { on: on.value }),
    ...lasts,
    ...(preference === null ? {} : { preference }),
  })
}

type Rows = {
  readonly competences: Competence
  readonly certificates: Certificate
  readonly clearances: Clearance
  readonly limits: CoverLimit
  readonly locks: CoverRule
  readonly bans: CoverRule
  readonly splits: CoverRule
  readonly approvers: CoverApprover
}

/** `as`: each list of covers is of its own rows; the type of a list chosen by name cannot be seen through. */
const listOf = <List extends keyof Rows>(covers: Covers, list: List) =>
  (covers[list] ?? []) as readonly Rows[List][]

function into<List extends keyof Rows>(covers: Covers, list: List, row: Rows[List]): Result<Covers> {
  const before = listOf(covers, list)
  if (before.length >= COVER_ROWS_MAX)
    return refused('many', `A show holds ${COVER_ROWS_MAX} rows of this kind.`)
  return accepted({ ...covers, [list]: [...before, row] })
}

/** Beside the other half of what is said of the same person. */
function limiting(covers: Covers, limit: CoverLimit): Result<Covers> {
  const others = covers.limits.filter(({ person }) => person !== limit.person)
  const before = covers.limits.find(({ person }) => person === limit.person)
  return into({ ...covers, limits: others }, 'limits', { ...before, ...limit })
}

function dayIn(field: string, said: string): Result<string | null> {
  const day = said.trim()
  if (day === '') return accepted(null)
  return isDay(day)
    ? accepted(day)
    : refusedIn(field, `“${day}” is no day: write 2026-11-24.`, field === 'until' ? field : 'on')
}

function numberIn({ what, number }: CoverRow): Result<number | null> {
  const said = number.trim()
  if (said === '' || (what !== 'knows' && what !== 'at-most')) return accepted(null)
  const most = what === 'knows' ? PREFERENCE_MAX : TRACKS_MAX
  if (/^\d{1,4}$/.test(said) && Number(said) <= most) return accepted(Number(said))
  return refusedIn('figure', `a whole number from 0 to ${most}.`, 'number')
}

/** The same lists where nothing of it is there; a limit of somebody keeps its other half. */
function without(covers: Covers, { what, words }: CoverRow, about: About): Covers {
  const { person, other, track, item, obligation } = about
  const isRule = (one: CoverRule) =>
    one.person === person && one.track === track && (one.item ?? null) === item
  const drop = <List extends keyof Rows>(list: List, is: (row: Rows[List]) => boolean): Covers => {
    const rows = listOf(covers, list)
    const left = rows.filter((row) => !is(row))
    return left.length === rows.length ? covers : { ...covers, [list]: left }
  }
  switch (what) {
    case 'knows':
      return drop(
        'competences',
        (one) =>
          one.person === person &&
          one.track === track &&
          (one.obligation ?? null) === (obligation?.id ?? null) &&
          (obligation !== null || (one.item ?? null) === item),
      )
    case 'certificate':
      return drop('certificates', (one) => one.person === person && one.what === words.trim())
    case 'cleared':
      return drop(
        'clearances',
        ({ people, what: of = '' }) =>
          people.includes(person) && other !== null && people.includes(other) && of === words.trim(),
      )
    case 'at-most':
      return limited(covers, person, 'most')
    case 'last-resort':
      return limited(covers, person, 'lastResort')
    case 'goes-on':
      return drop('locks', isRule)
    case 'does-not':
      return drop('bans', isRule)
    case 'split':
      return drop('splits', isRule)
    case 'says-yes':
      return drop('approvers', (one) => one.person === person)
    default:
      return what satisfies never
  }
}

function limited(covers: Covers, person: PersonId, half: 'most' | 'lastResort'): Covers {
  const found = covers.limits.find((one) => one.person === person)
  if (found?.[half] === undefined) return covers
  const { most, lastResort } = found
  const rest: CoverLimit =
    half === 'most'
      ? { person, ...(lastResort ? { lastResort } : {}) }
      : { person, ...(most === undefined ? {} : { most }) }
  const others = covers.limits.filter((one) => one !== found)
  const keeps = rest.most !== undefined || rest.lastResort === true
  return { ...covers, limits: keeps ? [...others, rest] : others }
}

/** What is written of somebody, of a track or a number that is not in the show any more goes with it. */
export function sweptCovers(show: Show): Show {
  const { covers } = show
  if (!covers) return show
  const people = new Set(show.people.map(({ id }) => id))
  const tracks = new Set(show.tracks.map(({ id }) => id))
  const items = new Set(show.items.map(({ id }) => id))
  const obligations = new Set(show.obligations.map(({ id }) => id))
  const places = new Set(show.venue.places.map(({ id }) => id))
  const sets = new Set(show.presets.map((one) => one.id))
  const ruled = ({ person, track, item }: CoverRule) =>
    people.has(person) && tracks.has(track) && (item === undefined || items.has(item))
  const swept: Covers = {
    ...covers,
    competences: covers.competences.filter(
      (one) => ruled(one) && (one.obligation === undefined || obligations.has(one.obligation)),
    ),
    certificates: covers.certificates.filter(({ person }) => people.has(person)),
    clearances: covers.clearances.filter((one) => one.people.every((person) => people.has(person))),
    limits: covers.limits.filter(({ person }) => people.has(person)),
    locks: covers.locks.filter(ruled),
    bans: covers.bans.filter(ruled),
    replots: covers.replots.filter(
      ({ changes, presets = [] }) =>
        changes.every(
          ({ obligation, placeIn, placeOut, also = [] }) =>
            obligations.has(obligation) &&
            [placeIn, placeOut].every((place) => place === undefined || places.has(place)) &&
            also.every((person) => people.has(person)),
        ) && presets.every(({ preset, place }) => sets.has(preset) && places.has(place)),
    ),
    ...(covers.splits ? { splits: covers.splits.filter(ruled) } : {}),
    ...(covers.approvers ? { approvers: covers.approvers.filter(({ person }) => people.has(person)) } : {}),
  }
  return { ...show, covers: swept }
}
