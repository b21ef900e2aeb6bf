// The company from a list of names: who they are, what they are called on the tannoy, what they do.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Engagement, Person, PersonId, Show } from '../show/show.ts'
import { type NewPerson, refusedAt } from './edit.ts'
import { nextId } from './next-id.ts'

export function addPeople(show: Show, people: readonly NewPerson[]): Result<Show> {
  let { people: known, engagements } = show
  for (const [index, one] of people.entries()) {
    const name = one.name.trim()
    if (name === '') return refusedAt(index + 1, 'name', 'there is no name in it.')
    if (known.some((person) => same(person.name, name)))
      return refusedAt(index + 1, 'name', `${name} is in the company already.`)
    const person = id<'person'>(nextId('p', known))
    known = [...known, { id: person, name, callName: name }]
    engagements = [...engagements, engaged(person, one)]
  }
  return accepted({ ...show, people: withCallNames(show.people, known), engagements })
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function engaged(person: PersonId, { does, kind }: NewPerson): Engagement {
  const title = does.trim()
  return { person, kind, ...(title === '' ? {} : { title }) }
}

/**
 * First names, as the tannoy says them; two who share theirs get the first letter of the last name, and two who share
 * that too both their whole name: “Sam B” would be either of them. Who had a call name keeps it.
 */
function withCallNames(before: readonly Person[], people: readonly Person[]): readonly Person[] {
  const taken = new Set(before.map((person) => person.callName.toLowerCase()))
  const fresh = people.slice(before.length)
  const times = timesOf(fresh.flatMap(({ name }) => [first(name), lettered(name)]))
  return people.map((person, index) => {
    if (index < before.length) return person
    const choices = [first(person.name), lettered(person.name)]
    const isOwn = (one: string) => times.get(one.toLowerCase()) === 1 && !taken.has(one.toLowerCase())
    const callName = choices.find(isOwn) ?? person.name
    taken.add(callName.toLowerCase())
    return { ...person, callName }
  })
}

/** "Sam B" */
const lettered = (name: string): string => `${first(name)} ${last(name).slice(0, 1)}`.trim()

function timesOf(names: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const name of names) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1)
  return times
}

const first = (name: string): string => name.split(/\s+/)[0] ?? name
const last = (name: string): string => {
  const words = name.split(/\s+/)
  return words.length > 1 ? (words.at(-1) ?? '') : ''
}

const nobody = refused('no-such-person', 'That person is not in the company any more.')

export function changePerson(show: Show, person: PersonId, to: NewPerson): Result<Show> {
  const name = to.name.trim()
  const found = show.people.find((one) => one.id === person)
  if (!found) return nobody
  if (name === '') return refused('name', 'A person needs a name.')
  if (show.people.some((one) => one.id !== person && same(one.name, name)))
    return refused('name', `${name} is in the company already.`)
  const others = show.people.filter((one) => one.id !== person)
  const renamed = withCallNames(others, [...others, { ...found, name }]).at(-1) ?? found
  const changed = { ...found, name, callName: name === found.name ? found.callName : renamed.callName }
  const { title: _title, ...rest } = show.engagements.find((one) => one.person === person) ?? {}
  const engagement = { ...rest, ...engaged(person, to) }
  return accepted({
    ...show,
    people: show.people.map((one) => (one.id === person ? changed : one)),
    engagements: [...show.engagements.filter((one) => one.person !== person), engagement],
  })
}

/** Whoever the plan counts on is not taken out of it from here: their track would be nobody's, unseen. */
export function removePerson(show: Show, person: PersonId): Result<Show> {
  const found = show.people.find((one) => one.id === person)
  if (!found) return nobody
  const track = show.tracks.find((one) => one.owner === person)
  if (track) return refused('owns', `${found.name} has the track ${track.code}: give it to somebody first.`)
  const covered = show.tracks.find((one) => one.covers?.includes(person))
  if (covered)
    return refused('covers', `${found.name} covers the track ${covered.code}: take them out of it first.`)
  const ward = show.people.find((one) => one.chaperone === person)
  if (ward) return refused('chaperone', `${found.name} looks after ${ward.name}: name somebody else first.`)
  return accepted({
    ...show,
    people: show.people.filter((one) => one.id !== person),
    engagements: show.engagements.filter((one) => one.person !== person),
    editions: show.editions.map(({ approvedBy, ...edition }) =>
      approvedBy === undefined || approvedBy === person ? edition : { ...edition, approvedBy },
    ),
  })
}

/**
 * Whoever came with this edit goes by an id that nobody had: “one beyond the highest” may have been somebody’s who left,
 * whose phone, code and sealed note would be theirs.
 */
export function withOwnIds(before: Pick<Show, 'people'>, after: Show, fresh: () => string): Show {
  const known = new Set(before.people.map((one) => one.id))
  const ids = new Map(
    after.people.filter((one) => !known.has(one.id)).map((one) => [one.id, id<'person'>(`p-${fresh()}`)]),
  )
  if (ids.size === 0) return after
  return {
    ...after,
    people: after.people.map((one) => ({ ...one, id: ids.get(one.id) ?? one.id })),
    engagements: after.engagements.map((one) => ({ ...one, person: ids.get(one.person) ?? one.person })),
  }
}
