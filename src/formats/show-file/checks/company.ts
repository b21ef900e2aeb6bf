// Whether people and things can be where the plan says: children looked after, nobody handing to themselves, ways known once.

import type { ItemId, Person, Show } from '../../../core/show/show.ts'
import type { Travel } from '../../../core/show/travel.ts'
import { type Complaint, everything } from './complaint.ts'

export function* checkCompany(show: Show, touched = everything): Generator<Complaint> {
  if (touched('people')) yield* children(show.people)
  if (touched('handOffs') || touched('changes') || touched('obligations')) yield* selves(show)
  if (touched('venue')) yield* ways(show.venue.travel)
  if (touched('items')) yield* parts(show)
}

function* children(people: readonly Person[]): Generator<Complaint> {
  const minors = new Set(people.filter((person) => person.minor).map((person) => person.id))
  for (const [position, person] of people.entries()) {
    if (person.minor && person.chaperone === undefined)
      yield { path: ['people', position], sentence: '{} is a minor and has no chaperone.' }
    if (person.chaperone !== undefined && minors.has(person.chaperone))
      yield {
        path: ['people', position, 'chaperone'],
        sentence: '{} has a chaperone who is a minor; a child cannot look after a child.',
      }
    if (person.chaperone === person.id)
      yield { path: ['people', position, 'chaperone'], sentence: '{} cannot be their own chaperone.' }
  }
}

function* selves(show: Show): Generator<Complaint> {
  for (const [position, handOff] of show.handOffs.entries())
    if (handOff.from === handOff.to)
      yield { path: ['handOffs', position, 'to'], sentence: '{} goes from a track to itself.' }
  for (const [position, change] of show.changes.entries())
    if (change.dressers.includes(change.track))
      yield {
        path: ['changes', position, 'dressers'],
        sentence: '{}: a track cannot dress itself; leave it out.',
      }
  for (const [position, obligation] of show.obligations.entries())
    if (obligation.partners?.includes(obligation.track))
      yield { path: ['obligations', position, 'partners'], sentence: '{} names its own track as a partner.' }
}

/** A way that is not one-way is two directions; each direction may be told once. */
function* ways(travel: readonly Travel[]): Generator<Complaint> {
  const told = new Set<string>()
  for (const [position, way] of travel.entries()) {
    const path = ['venue', 'travel', position]
    if (way.from === way.to) yield { path, sentence: '{} leads from a place to itself.' }
    const there = JSON.stringify([way.from, way.to])
    const back = JSON.stringify([way.to, way.from])
    const directions = way.oneWay || way.from === way.to ? [there] : [there, back]
    if (directions.some((direction) => told.has(direction)))
      yield {
        path,
        sentence: `{} from “${way.from}” to “${way.to}” is already told; it counts both ways unless “oneWay” is true.`,
      }
    for (const direction of directions) told.add(direction)
  }
}

/** An item may be part of another, and never, through others, of itself. */
function* parts(show: Show): Generator<Complaint> {
  const parents = new Map(show.items.map((item) => [item.id, item.parent]))
  const settled = new Set<ItemId>()
  for (const [position, item] of show.items.entries()) {
    const walked = new Set<ItemId>()
    let at: ItemId | undefined = item.id
    while (at !== undefined && !settled.has(at) && !walked.has(at)) {
      walked.add(at)
      at = parents.get(at)
    }
    if (at !== undefined && walked.has(at))
      yield { path: ['items', position, 'parent'], sentence: '{} is part of itself.' }
    for (const each of walked) settled.add(each)
    if (item.code === '' && item.title === '' && item.kind !== 'interval')
      yield { path: ['items', position], sentence: '{} needs a code or a title to be called by.' }
  }
}
