// Every country fills the whole form, in the order of time, with numbers that say where they come from.

import { expect, test } from 'vitest'
import { british } from './british.ts'
import type { CountryPack } from './pack.ts'
import { countries, countryPack } from './packs.ts'

/** Every place in a pack that is empty: nothing in the form may be left out. */
function gaps(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined || value === '') return [path]
  if (Array.isArray(value))
    return value.length === 0 ? [path] : value.flatMap((one, index) => gaps(one, `${path}.${index}`))
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, one]) => gaps(one, `${path}.${name}`))
  return []
}

/** Typed by hand: what the form asks of a country. */
const form = [
  ...['country', 'name', 'calls', 'houseCalls', 'caller', 'promptSide', 'paper', 'clock', 'monthFirst'],
  ...['language', 'emergencyNumber', 'support', 'trade'],
]

test('SHOW-16: every country fills every field of the form, and an empty one is found', () => {
  expect(countries).toEqual(['GB', 'US'])
  for (const country of countries) {
    const pack = countryPack(country)
    expect([country, Object.keys(pack).sort()]).toEqual([country, [...form].sort()])
    expect([country, gaps(pack)]).toEqual([country, []])
    expect([pack.country, pack.calls.country]).toEqual([country, country])
  }
  const broken: CountryPack = { ...british, support: [], caller: { short: 'DSM', title: '' } }
  expect(gaps(broken)).toEqual(['.caller.title', '.support'])
})

test('SHOW-17: the calls and bells of a country come in the order of time, each with an id of its own', () => {
  for (const { calls, houseCalls } of countries.map(countryPack)) {
    for (const table of [calls.firstAct, calls.laterActs, houseCalls]) {
      const before = table.map((call) => call.secondsBeforeUp)
      expect(before).toEqual([...before].sort((one, other) => other - one))
      expect(new Set(table.map((call) => call.id)).size).toBe(table.length)
    }
  }
})

test('SHOW-18: a number to ring says where it was read and the date that stood there', () => {
  for (const line of countries.flatMap((country) => countryPack(country).support)) {
    expect(line.dated).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(line.looked >= line.dated && /^\d{4}-\d\d-\d\d$/.test(line.looked)).toBe(true)
    expect(line.number).toMatch(/^[\d ]+$/)
  }
})
