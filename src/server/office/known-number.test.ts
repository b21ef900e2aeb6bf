// The number is held against a list of numbers that ring for help: to doubt a slip of the finger, and nothing more.

import { expect, test } from 'vitest'
import { isKnownNumber } from './known-number.ts'

const ask = (number: string | undefined, country: 'GB' | 'US') =>
  isKnownNumber({ country, venue: { name: '', places: [], travel: [], help: { number } } })

test('SAFETY-4: 999 and 112 are known here, 911 over there, and a slip of the finger in neither', async () => {
  expect(
    await Promise.all([ask('999', 'GB'), ask('112', 'GB'), ask('911', 'US'), ask('9 9 9', 'GB')]),
  ).toEqual([true, true, true, true])
  expect(await Promise.all([ask('998', 'GB'), ask('911', 'GB'), ask(undefined, 'GB')])).toEqual([
    false,
    false,
    null,
  ])
})
