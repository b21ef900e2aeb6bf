// No sign that turns text round comes through, however it is written; everything else stays as it was said.

import { expect, test } from 'vitest'
import { dice } from './dice.ts'
import { parseSaid, withoutTurns } from './turned-text.ts'

const turning = [...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069']
/** Hebrew, Arabic with a joiner, the marks of both directions, a backslash before what would be a sign. */
const harmless = [
  'שלומית',
  'می\u200Cخواهم',
  '\u200E',
  '\u200F',
  '\u2028',
  '\\',
  '\\u202e',
  '\\\\u2066',
  '"',
  'Zoë',
  '🎭',
]

test('ATTACK-30: of 2,000 seeded texts, raw and escaped, the nine signs are left out and nothing else is', () => {
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const rolled = dice(seed)
    const parts = Array.from({ length: rolled.whole(1, 12) }, () =>
      rolled.pick(rolled.chance(0.5) ? turning : harmless),
    )
    const escapes = parts.map((part) =>
      turning.includes(part) && rolled.chance(0.5)
        ? `\\u${rolled.chance(0.5) ? part.charCodeAt(0).toString(16) : part.charCodeAt(0).toString(16).toUpperCase()}`
        : JSON.stringify(part).slice(1, -1),
    )
    const expected = parts.filter((part) => !turning.includes(part)).join('')
    expect([seed, parseSaid(`{"name":"${escapes.join('')}"}`)]).toEqual([seed, { name: expected }])
  }
})

test('ATTACK-30: a million backslashes are gone through once', () => {
  const many = '\\'.repeat(1_000_000)
  expect(withoutTurns(many)).toBe(many)
})
