// Whose name stands in what was kept: found, replaced by what they did, or left out of what another is handed.

import type { Json } from '../kit/json.ts'
import { FORGOTTEN_PERSON } from '../kit/parts.ts'

/** Somebody the record knows: by id, and by every name that any version of the show gave them. `as`: what they were. */
export type Known = {
  readonly id: string
  readonly names: readonly string[]
  readonly as: string
}

/** A call name of one letter is in every sentence. */
const NAME_LENGTH_MIN = 2
const PERSON_KEY = 'person:'
const NAME_KEY = 'name:'

/** Every text in it, however deep. */
function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || value === undefined || typeof value !== 'object') return []
  return (Array.isArray(value) ? value : Object.values(value)).flatMap((one) => textsIn(one as Json))
}

export const isAbout = (value: Json | undefined, { id, names }: Pick<Known, 'id' | 'names'>): boolean =>
  textsIn(value).some(
    (text) =>
      text === id ||
      text === `${PERSON_KEY}${id}` ||
      names.some((name) => name.length >= NAME_LENGTH_MIN && namedIn(name).test(text)),
  )

/** By their id alone: typed, not written in words. */
export const isTyped = (value: Json | undefined, { id }: Pick<Known, 'id'>): boolean =>
  textsIn(value).some((text) => text === id || text === `${PERSON_KEY}${id}`)

/** Fields that hold a name and nothing else, be it of somebody who is not of the company. */
const nameFields: ReadonlySet<string> = new Set(['who', 'by', 'name', 'witness'])
const SOMEBODY = 'somebody'
/** Fields that hold an id and nothing else. */
const idFields: ReadonlySet<string> = new Set(['person', 'chaperone'])

/** Each name by what they were; ids too, for an id leads to a name. Whoever is not known is somebody. */
export const withRoles = (value: Json, people: readonly Known[]): Json =>
  mapped(value, (text, field) => {
    if (idFields.has(field)) return FORGOTTEN_PERSON
    const said = replaced(text, people, ({ as }) => as)
    if (said !== text || text === '' || !nameFields.has(field) || text.startsWith('visitor:')) return said
    return text.startsWith(NAME_KEY) ? `${NAME_KEY}${SOMEBODY}` : SOMEBODY
  })

/** Handed to one of them: of the others it says only that there was somebody. */
export const withoutOthers = (value: Json, people: readonly Known[], person: string): Json => {
  const others = people.filter(({ id }) => id !== person)
  return mapped(value, (text) => replaced(text, others, () => 'somebody else'))
}

function replaced(text: string, people: readonly Known[], put: (known: Known) => string): string {
  for (const one of people) {
    if (text === one.id) return put(one)
    if (text === `${PERSON_KEY}${one.id}`) return `${NAME_KEY}${put(one)}`
  }
  let said = text
  for (const { name, one } of longestFirst(people)) said = said.replaceAll(namedIn(name), () => put(one))
  return said
}

/** A whole name before a part of it. */
const longestFirst = (people: readonly Known[]) =>
  people
    .flatMap((one) => one.names.map((name) => ({ name, one })))
    .filter(({ name }) => name.length >= NAME_LENGTH_MIN)
    .toSorted((one, other) => other.name.length - one.name.length)

/** As a word by itself, however it is written; not within another one. */
const namedIn = (name: string): RegExp => {
  const escaped = name.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'giu')
}

function mapped(value: Json, map: (text: string, field: string) => string, field = ''): Json {
  if (typeof value === 'string') return map(value, field)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((one) => mapped(one as Json, map, field))
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapped(one as Json, map, name)]),
  )
}
