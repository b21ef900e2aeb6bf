// A production in its notation and its libretto go in; the plan in the nouns of the core comes out.

import { id } from '../../src/core/kit/ids.ts'
import type { Engagement, Person, ScriptLine, Show, Track } from '../../src/core/show/show.ts'
import { compileChanges, dresserDuties } from './changes.ts'
import { compileCues, cueDuties } from './cues.ts'
import { compileDuties, roleOf } from './duties.ts'
import { compileHandOffs, handOffDuties } from './hand-offs.ts'
import type { BookLine } from './libretto.ts'
import type { PersonRow, Production } from './notation.ts'
import { Pages } from './pages.ts'
import { compileVamps } from './vamps.ts'
import { readWay, walks } from './walk.ts'

export function compile(production: Production, book: readonly BookLine[]): Show {
  const pages = new Pages(production, book)
  const ways = production.venue.ways.map(readWay)
  const operated = cueDuties(production, pages)
  const undressed = compileDuties(production, pages, [operated])
  const changes = compileChanges(production, pages, undressed, walks(ways))
  const obligations = compileDuties(production, pages, [
    operated,
    dresserDuties(production, changes, pages),
    handOffDuties(production, pages),
  ])
  // `as`: the rows are the core's own types without the brands of their ids; the reader of show files checks each id.
  const branded = production as unknown as Pick<
    Show,
    | 'roles'
    | 'items'
    | 'editions'
    | 'costumes'
    | 'props'
    | 'presets'
    | 'mics'
    | 'pieces'
    | 'standings'
    | 'rules'
  > & { readonly venue: Show['venue'] }
  return {
    format: 'ghostlight-show',
    formatVersion: 1,
    title: production.title,
    by: production.by,
    language: 'en-GB',
    country: 'GB',
    timeZone: 'Europe/London',
    venue: {
      name: production.venue.name,
      invented: true,
      places: branded.venue.places,
      travel: ways.map((way) => ({ from: id(way.from), to: id(way.to), seconds: way.seconds })),
    },
    people: production.people.map(person),
    engagements: production.people.flatMap(engagements),
    roles: branded.roles,
    tracks: production.tracks.map((track) => withOwner(track, production.people)),
    obligations,
    items: branded.items,
    editions: branded.editions,
    departments: production.departments.map(({ operators: _operators, at: _at, ...department }) => ({
      ...department,
      id: id<'department'>(department.id),
    })),
    cues: compileCues(production, pages),
    vamps: compileVamps(production, pages),
    costumes: branded.costumes,
    changes,
    handOffs: compileHandOffs(production, pages),
    props: branded.props,
    presets: branded.presets,
    mics: branded.mics,
    pieces: branded.pieces,
    standings: branded.standings,
    rules: branded.rules,
    script: script(production, pages),
    covers: production.covers,
  }
}

const person = (row: PersonRow): Person => ({
  id: id(row.id),
  name: row.name,
  callName: row.call,
  pronouns: row.pronouns,
  ...(row.minor ? { minor: true } : {}),
  ...(row.chaperone ? { chaperone: id<'person'>(row.chaperone) } : {}),
})

const engagements = (row: PersonRow): Engagement[] => [
  {
    person: id(row.id),
    kind: row.kind,
    title: row.title,
    ...(row.department ? { department: id<'department'>(row.department) } : {}),
    ...(row.deputy ? { deputy: true } : {}),
  },
  ...(row.also ?? []).map(({ kind, title }) => ({
    person: id<'person'>(row.id),
    kind,
    ...(title ? { title } : {}),
  })),
]

function withOwner(track: Production['tracks'][number], people: readonly PersonRow[]): Track {
  const owner = people.find((row) => row.track === track.id)
  return {
    id: id(track.id),
    code: track.code,
    title: track.title,
    kind: track.kind,
    ...(owner ? { owner: id<'person'>(owner.id) } : {}),
    ...(track.roles ? { roles: track.roles.map((role) => id<'role'>(role)) } : {}),
  }
}

function script(production: Production, pages: Pages): ScriptLine[] {
  return production.items.flatMap((item) =>
    pages.lines(item.id).map((line) => {
      const role = roleOf(production, line)
      const together = /\((.*)\)$/.exec(line.caption)?.[1]
      return {
        item: id<'item'>(item.id),
        seconds: line.starts,
        ...(role ? { role: id<'role'>(role) } : {}),
        kind: line.kind,
        text: together ? `(${together}) ${line.text}` : line.text,
      }
    }),
  )
}
