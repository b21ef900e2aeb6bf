// Whose data is meant: said by their name or by their id, and nobody’s is “erased” by a name that the record does not know.

import type { Person } from '../../core/show/show.ts'
import { type Holding, houseOf } from './record.ts'

/** Their id; else why it is nobody’s, or whose it may be. A record whose shows have nobody in them knows no name: what is said is an id. */
export async function whoIsMeant(holding: Holding, said: string): Promise<string> {
  const { shows } = await houseOf(holding)
  const people = [...shows.values()].flatMap((show) => show.people)
  if (people.length === 0 || people.some(({ id }) => id === said)) return said
  const named = people.filter((person) => isCalled(person, said))
  const ids = [...new Set(named.map(({ id }) => id))]
  const [only] = ids
  if (only === undefined)
    throw new Error(
      `Nobody in any show of this record is called “${said}”, and nothing was done. Say their name as it stands in the company.`,
    )
  if (ids.length > 1) {
    const whose = ids.map((id) => `${id}: ${named.findLast((person) => person.id === id)?.name ?? ''}`)
    throw new Error(
      `“${said}” may be ${ids.length} people; say which by what stands before the colon: ${whose.join('; ')}`,
    )
  }
  return only
}

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

const isCalled = ({ name, callName }: Person, said: string): boolean =>
  plain(name) === plain(said) || plain(callName) === plain(said)
