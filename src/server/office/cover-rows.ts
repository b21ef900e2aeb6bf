// Who can do what besides their own as its editor has it: by name, code and title, as it would be typed.

import type { CoverRow } from '../../core/editing/edit.ts'
import { type CoverLevel, type CoverRule, coverLevels } from '../../core/show/competence.ts'
import type { ItemId, PersonId, Show, TrackId } from '../../core/show/show.ts'

const nothing = {
  ...{ track: '', item: '', entrance: '', other: '', level: '', words: '', on: '', until: '', number: '' },
}

/** By person, and of each what they know first. */
export function coverRows(show: Show): readonly CoverRow[] {
  const { covers } = show
  if (!covers) return []
  const names = namesOf(show)
  const rule =
    (what: CoverRow['what']) =>
    ({ person, track, item }: CoverRule): CoverRow => ({
      ...nothing,
      ...{ what, who: names.person(person), track: names.track(track), item: names.item(item) },
    })
  const rows: readonly CoverRow[] = [
    ...covers.competences.map((one) => ({
      ...rule('knows')(one),
      entrance: names.entrance(one.obligation),
      item: names.item(one.item ?? names.itemOf(one.obligation)),
      ...{ level: one.level, on: one.on ?? '', until: one.until ?? '', number: figure(one.preference) },
    })),
    ...(covers.splits ?? []).map(rule('split')),
    ...covers.certificates.map(({ person, what, until = '' }): CoverRow => {
      return { ...nothing, what: 'certificate', who: names.person(person), words: what, until }
    }),
    ...covers.clearances.map(({ people: [one, other], what: words = '', until = '' }): CoverRow => {
      const pair = { who: names.person(one), other: names.person(other) }
      return { ...nothing, what: 'cleared', ...pair, words, until }
    }),
    ...covers.limits.flatMap(({ person, most, lastResort = false }): readonly CoverRow[] => {
      const who = names.person(person)
      return [
        ...(most === undefined ? [] : [{ ...nothing, what: 'at-most' as const, who, number: figure(most) }]),
        ...(lastResort ? [{ ...nothing, what: 'last-resort' as const, who }] : []),
      ]
    }),
    ...(covers.approvers ?? []).map(({ person }): CoverRow => {
      return { ...nothing, what: 'says-yes', who: names.person(person) }
    }),
    ...covers.locks.map(rule('goes-on')),
    ...covers.bans.map(rule('does-not')),
  ]
  const place = new Map(show.people.map(({ name }, index) => [name, index]))
  return rows.toSorted((a, b) => (place.get(a.who) ?? 0) - (place.get(b.who) ?? 0))
}

const figure = (value: number | undefined): string => (value === undefined ? '' : String(value))

function namesOf({ people, tracks, items, obligations }: Show) {
  const persons = new Map(people.map(({ id, name }) => [id, name]))
  const codes = new Map(tracks.map(({ id, code }) => [id, code]))
  const titles = new Map(
    items.map(({ id, code, title }) => [id, [code, title].filter((word) => word !== '').join(' ')]),
  )
  const entrances = new Map<string, Show['obligations'][number]>(obligations.map((one) => [one.id, one]))
  return {
    person: (id: PersonId | undefined) => (id && persons.get(id)) ?? '',
    track: (id: TrackId) => codes.get(id) ?? '',
    item: (id: ItemId | undefined) => (id && titles.get(id)) ?? '',
    entrance: (id: string | undefined) => (id && entrances.get(id)?.title) ?? '',
    itemOf: (id: string | undefined) => (id ? entrances.get(id)?.anchor.item : undefined),
  }
}

/** All of them, in the order in which they count. */
export function levelsOf({ covers }: Show): readonly CoverLevel[] {
  const named = [...new Set<CoverLevel>(['never cut', ...(covers?.levels ?? [])])]
  return [...named, ...coverLevels.filter((level) => !named.includes(level))]
}
