// What the show itself has of one person: their row in the company, what they play, cover, may and must not.

import type { Json } from '../../core/kit/json.ts'
import { withoutOthers } from '../../core/retention/names.ts'
import { type Holding, type House, houseOf } from './record.ts'

/** `list`: in which list of the show it stands. */
export type HeldRow = { readonly list: string; readonly row: Json }

/** Of the newest version that has them; of others it says only that there was somebody. */
export async function heldInShow(holding: Holding, person: string): Promise<readonly HeldRow[]> {
  const house = await houseOf(holding)
  const show = newestWith(house, person)
  // `as`: a show is plain data.
  const rows = show === undefined ? [] : rowsIn(show as unknown as Json, person, '')
  return rows.map(({ list, row }) => ({ list, row: withoutOthers(row, house.people, person) }))
}

const newestWith = ({ shows }: House, person: string) =>
  [...shows.values()].findLast(({ people }) => people.some(({ id }) => id === person))

function rowsIn(value: Json, person: string, list: string): readonly HeldRow[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => rowsIn(one as Json, person, list))
  const fields = Object.entries(value) as readonly (readonly [string, Json])[]
  if (fields.some(([, field]) => isThem(field, person))) return [{ list, row: value }]
  return fields.flatMap(([name, field]) => rowsIn(field, person, list === '' ? name : `${list}, ${name}`))
}

const isThem = (field: Json, person: string): boolean =>
  Array.isArray(field) ? field.includes(person) : field === person
