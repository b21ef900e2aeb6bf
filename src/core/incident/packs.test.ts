// First aid as data: few steps, a council and a date or none named, what a country and a child change, and a record for each.

import { expect, test } from 'vitest'
import { isDay } from '../kit/day.ts'
import { packNames, packsFor, STEPS_MAX, STEPS_MIN } from './packs.ts'
import { careDeeds, deedNames } from './record.ts'

const countries = ['GB', 'US'] as const
const pack = (country: 'GB' | 'US', name: string) => packsFor(country).find((one) => one.name === name)

test('INCIDENT-72: each pack has three to seven steps, each once, and a council with its day or none', () => {
  for (const country of countries) {
    const packs = packsFor(country)
    expect(packs.map(({ name }) => name)).toEqual([...packNames])
    for (const { steps, source } of packs) {
      expect(steps.length).toBeGreaterThanOrEqual(STEPS_MIN)
      expect(steps.length).toBeLessThanOrEqual(STEPS_MAX)
      if (source !== null) expect([source.council !== '', isDay(source.dated)]).toEqual([true, true])
    }
    const all = packs.flatMap(({ steps, child }) => [...steps, ...child])
    expect(new Set(all).size).toBe(all.length)
    // Whom we know of no council for is not lent the name of another.
    for (const name of ['electric', 'poisoning']) expect(pack(country, name)?.source).toBeNull()
  }
})

test('INCIDENT-73: a country chooses its council, its minutes of cooling and a child’s first breaths; every pack says what differs for a child', () => {
  expect(pack('GB', 'response')?.source).toEqual({ council: 'Resuscitation Council UK', dated: '2025-10-27' })
  expect(pack('US', 'response')?.source?.council).toBe('American Heart Association')
  expect(pack('GB', 'burn')?.steps.slice(0, 2)).toEqual(['heatAway', 'burnCool20'])
  expect(pack('US', 'burn')?.steps.slice(0, 2)).toEqual(['heatAway', 'burnCool5to20'])
  expect(pack('GB', 'response')?.child[0]).toBe('childFirstBreaths')
  expect(pack('US', 'response')?.child).not.toContain('childFirstBreaths')
  for (const country of countries)
    for (const { child } of packsFor(country)) expect(child.length).toBeGreaterThan(0)
})

test('INCIDENT-76: each pack has one record of its own, behind all that older devices wrote', () => {
  const deeds = packsFor('GB').map(({ deed }) => deed)
  expect(new Set(deeds)).toEqual(new Set(careDeeds))
  expect(deeds.length).toBe(careDeeds.length)
  expect(deedNames.slice(0, 3)).toEqual(['call-made', 'connected', 'cpr-started'])
  const from = deedNames.indexOf(careDeeds[0])
  expect(deedNames.slice(from, from + careDeeds.length)).toEqual([...careDeeds])
})
