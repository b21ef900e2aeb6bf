// The company and its contacts as a table: names, what each is called on the tannoy, what they do, how they are reached.

import { id } from '../../kit/ids.ts'
import { accepted, type Result } from '../../kit/result.ts'
import { engagementKinds } from '../../show/engagement-kinds.ts'
import type { EngagementKind, Person, Show } from '../../show/show.ts'
import { addPeople, changePerson, removePerson } from '../people.ts'
import type { Said, TableRules, Written } from './table.ts'

const NAME_LENGTH_MAX = 200

export const companyTable: TableRules = {
  columns: {
    ...{ name: 'name', called: 'called', does: 'does', kind: 'kind' },
    ...{ phone: 'phone', email: 'e-mail' },
  },
  about: ['name'],
  lines: (show) => {
    const engaged = new Map(show.engagements.toReversed().map((one) => [one.person, one]))
    return show.people.map(({ id: row, name, callName, phone = '', email = '' }) => {
      const { title = '', kind = '' } = engaged.get(row) ?? {}
      return { id: row, cells: { name, called: callName, does: title, kind, phone, email } }
    })
  },
  usual: (_show, cells) =>
    Object.fromEntries(Object.entries(cells).map(([name, said]) => [name, said.trim()])),
  write,
  remove: (show, row) => removePerson(show, id<'person'>(row)),
}

function write(show: Show, row: string | null, said: Said): Result<Written> {
  const old = show.people.find((one) => one.id === row)
  if (old && said.isAsBefore('name', 'called', 'does', 'kind', 'phone', 'email'))
    return accepted({ show, id: old.id })
  const name = said.cell('name')
  if (name === '') return said.wrong('name', 'say who it is.')
  if (name.length > NAME_LENGTH_MAX) return said.wrong('name', `at most ${NAME_LENGTH_MAX} characters.`)
  const twin = show.people.find((one) => one !== old && one.name.toLowerCase() === name.toLowerCase())
  if (twin) return said.wrong('name', `${name} is in the company already.`)
  const kind = kindOf(said)
  if (!kind.ok) return kind
  const reached = reachedBy(said)
  if (!reached.ok) return reached
  const person = { name, does: said.cell('does'), kind: kind.value }
  const added = old ? changePerson(show, old.id, person) : addPeople(show, [person])
  if (!added.ok) return added
  const made = old ? old.id : added.value.people.at(-1)?.id
  const people = added.value.people.map((one) =>
    one.id === made ? withCells(one, said, reached.value) : one,
  )
  return accepted({ show: { ...added.value, people }, id: made ?? '' })
}

type Reached = Pick<Person, 'phone' | 'email'>

/** What is changed stands as it was typed; what reads as before is as before. */
function withCells({ phone: _phone, email: _email, ...one }: Person, said: Said, reached: Reached): Person {
  const called = said.cell('called')
  const callName = called === '' || said.isAsBefore('called') ? one.callName : called
  return { ...one, callName, ...reached }
}

/** A number as people write it, and an address with somebody at a place. Empty: it is not kept. */
function reachedBy(said: Said): Result<Reached> {
  const [phone, email] = [said.cell('phone'), said.cell('email')]
  if (phone !== '' && !/^\+?[\d(][\d\s()/.-]{2,30}$/.test(phone))
    return said.wrong('phone', `“${phone}” is no telephone number.`)
  if (email !== '' && !/^[^\s@]{1,64}@[^\s@]{1,120}\.[^\s@.]{2,30}$/.test(email))
    return said.wrong('email', `“${email}” is no e-mail address.`)
  return accepted({ ...(phone === '' ? {} : { phone }), ...(email === '' ? {} : { email }) })
}

function kindOf(said: Said): Result<EngagementKind> {
  const word = said.cell('kind').toLowerCase()
  if (word === '') return accepted('ensemble')
  const kind = engagementKinds.find((one) => one === word)
  return kind ? accepted(kind) : said.wrong('kind', `“${word}” is none of ${engagementKinds.join(', ')}.`)
}
