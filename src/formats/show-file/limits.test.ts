// Every list of a show file at the number of rows that it may have, and one beyond.

import { expect, test } from 'vitest'
import { showText } from '../../../test/nights/show-files.ts'
import { COMPETENCES_MAX, COVER_REPLOTS_MAX, PLACES_MAX, TRAVEL_MAX } from './limits.ts'
import { fieldNames, fieldSchema, rowsMax } from './schema.ts'

type Rows = readonly unknown[]
type Nouns = Readonly<Record<string, unknown>>
/** A row of each list; what the fullest file has none of is written here. */
const full: Nouns = {
  ...(JSON.parse(showText('every-noun')) as Nouns),
  questions: [{ id: 'q', line: 'l', kind: 'who', text: 'Who says it?' }],
  pages: [{ id: 'p', label: '1', image: 'a'.repeat(64) }],
  covers: {
    competences: [{ person: 'ana', track: 'e1', level: 'performed' }],
    replots: [{ id: 'r', title: 'Later', changes: [] }],
  },
}
const rows = (of: unknown, many: number): Rows => Array.from({ length: many }, () => (of as Rows)[0])

const isRead = (field: string, value: unknown): boolean =>
  fieldSchema(field)?.safeParse(value).success === true

test('SHOWFILE-2: every list of a show holds as many rows as its bound says, and not one more', () => {
  const lists = fieldNames.flatMap((name) => {
    const most = rowsMax(name)
    return most === undefined ? [] : [{ name, most }]
  })
  expect(lists.length).toBeGreaterThan(20)
  for (const { name, most } of lists) {
    const read = [most, most + 1].map((many) => isRead(name, rows(full[name], many)))
    expect([name, ...read]).toEqual([name, true, false])
  }
})

test('SHOWFILE-2: so do the lists of the venue and of what is known about covers', () => {
  const bounds = {
    venue: { places: PLACES_MAX, travel: TRAVEL_MAX },
    covers: { competences: COMPETENCES_MAX, replots: COVER_REPLOTS_MAX },
  } as const
  for (const [noun, lists] of Object.entries(bounds)) {
    const whole = full[noun] as Nouns
    for (const [name, most] of Object.entries(lists)) {
      const read = [most, most + 1].map((many) => isRead(noun, { ...whole, [name]: rows(whole[name], many) }))
      expect([noun, name, ...read]).toEqual([noun, name, true, false])
    }
  }
})
