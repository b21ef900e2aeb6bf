// The company as a table: names, what each is called on the tannoy, what they do.

import { id } from '../../kit/ids.ts'
import { accepted, type Result } from '../../kit/result.ts'
import type { EngagementKind, Show } from '../../show/show.ts'
import { engagementKinds } from '../edit.ts'
import { addPeople, changePerson, removePerson } from '../people.ts'
import type { Said, TableRules, Written } from './table.ts'

const NAME_LENGTH_MAX = 200

export const companyTable: TableRules = {
  columns: { name: 'name', called: 'called', does: 'does', kind: 'kind' },
  about: ['name'],
  lines: (show) => {
    const engaged = new Map(show.engagements.toReversed().map((one) => [one.person, one]))
    return show.people.map(({ id: row, name, callName }) => {
      const { title = '', kind = '' } = engaged.get(row) ?? {}
      return { id: row, cells: { name, called: callName, does: title, kind } }
    })
  },
  usual: (_show, cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, said]) => [name, said.trim()])),
  write,
  remove: (show, row) => removePerson(show, id<'person'>(row)),
}

function write(show: Show, row: string | null, said: Said): Result<Written> {
  const old = show.people.find((one) => one.id === row)
  if (old && said.isAsBefore('name', 'called', 'does', 'kind')) return accepted({ show, id: old.id })
  const name = said.cell('name')
  if (name === '') return said.wrong('name', 'say who it is.')
  if (name.length > NAME_LENGTH_MAX) return said.wrong('name', `at most ${NAME_LENGTH_MAX} characters.`)
  const twin = show.people.find((one) => one !== old && one.name.toLowerCase() === name.toLowerCase())
  if (twin) return said.wrong('name', `${name} is in the company already.`)
  const kind = kindOf(said)
  if (!kind.ok) return kind
  const person = { name, does: said.cell('does'), kind: kind.value }
  const added = old ? changePerson(show, old.id, person) : addPeople(show, [person])
  if (!added.ok) return added
  const made = old ? old.id : added.value.people.at(-1)?.id
  const called = said.cell('called')
  const people = added.value.people.map((one) =>
    one.id === made && called !== '' && !(old && said.isAsBefore('called'))
      ? { ...one, callName: called }
      : one,
  )
  return accepted({ show: { ...added.value, people }, id: made ?? '' })
}

function kindOf(said: Said): Result<EngagementKind> {
  const word = said.cell('kind').toLowerCase()
  if (word === '') return accepted('ensemble')
  const kind = engagementKinds.find((one) => one === word)
  return kind ? accepted(kind) : said.wrong('kind', `“${word}” is none of ${engagementKinds.join(', ')}.`)
}
