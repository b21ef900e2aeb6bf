// What a building lacks: each line well, unsaid or out of date, on the day before, on it and after it.

import { expect, test } from 'vitest'
import { daysFrom } from '../kit/day.ts'
import { inDate, noSafety, type Safety } from './safety.ts'
import { type CheckName, checkNames, venueChecks } from './safety-checks.ts'
import type { Venue } from './show.ts'

const today = '2026-11-26'
const bare: Venue = { name: 'Corn Hall', places: [], travel: [] }
const of = (venue: Venue, name: CheckName, known: boolean | null = null) =>
  venueChecks(venue, { today, known }).find((one) => one.name === name) ?? null
const withSafety = (parts: Partial<Safety>): Venue => ({ ...bare, safety: { ...noSafety, ...parts } })

const whole: Venue = {
  ...bare,
  address: '4 Tannery Lane',
  help: {
    ...{ number: '999', confirmedBy: 'Ruth Amari', confirmedOn: '2026-11-01', outsideLine: '9' },
    ...{ entrance: 'Scene dock', deadSpots: 'Trap room', keys: 'Stage door' },
    ...{ approvedBy: 'Sam Voss', approvedOn: '2026-11-01' },
  },
  safety: {
    ...{ route: 'Dock, then left', hospital: 'St Osyth' },
    trainer: { name: 'Ines Hale', on: '2026-11-26' },
    points: [{ place: 'Tannery Yard' }],
    aeds: [{ place: 'Box office', checked: '2026-11-20', until: '2027-06-01' }],
    kits: [{ place: 'Prompt corner', checked: '2026-11-20' }],
    aiders: [{ name: 'Ruth Amari', until: '2027-06-01' }],
    phones: [{ place: 'Prompt corner', near: 'SL1' }],
  },
}

test('SAFETY-3: with nothing said every line is unsaid, and with all of it said every line is well', () => {
  expect(new Set(venueChecks(bare, { today, known: null }).map(({ is }) => is))).toEqual(new Set(['unsaid']))
  const all = venueChecks(whole, { today, known: true })
  expect(all.map(({ name }) => name)).toEqual([...checkNames])
  expect(all.filter(({ is }) => is !== 'well')).toEqual([])
})

test('SAFETY-3: each date holds to its bound and not a day longer, and says which is meant', () => {
  const aed = (checked: string, until: string) => withSafety({ aeds: [{ place: 'Foyer', checked, until }] })
  expect(of(aed('2026-10-26', '2026-12-27'), 'aed-checked')?.is).toBe('well')
  expect(of(aed('2026-10-25', '2026-12-27'), 'aed-checked')).toMatchObject({ is: 'old', which: ['Foyer'] })
  expect(of(aed('2026-11-20', '2026-12-27'), 'aed-until')?.is).toBe('well')
  expect(of(aed('2026-11-20', '2026-12-26'), 'aed-until')?.is).toBe('soon')
  expect(of(aed('2026-11-20', '2026-11-25'), 'aed-until')?.is).toBe('old')
  const kit = (checked: string) => withSafety({ kits: [{ place: 'Flys', checked }] })
  expect(of(kit('2026-08-26'), 'kit-checked')?.is).toBe('well')
  expect(of(kit('2026-08-25'), 'kit-checked')?.is).toBe('old')
  const two = withSafety({ aeds: [{ place: 'Foyer', until: '2020-01-01' }, { place: 'Dock' }] })
  expect(of(two, 'aed-until')).toMatchObject({ is: 'old', which: ['Foyer'] })
})

test('SAFETY-2: a certificate counts to its last day, and without a date it is none', () => {
  expect(inDate({ name: 'Ruth', until: today }, today)).toBe(true)
  expect(inDate({ name: 'Ruth', until: '2026-11-25' }, today)).toBe(false)
  expect(inDate({ name: 'Ruth' }, today)).toBe(false)
  const expired = withSafety({ aiders: [{ name: 'Ruth', until: '2026-11-25' }] })
  expect([of(expired, 'aiders')?.is, of(expired, 'aiders-until')]).toEqual([
    'unsaid',
    { name: 'aiders-until', is: 'old', which: ['Ruth'] },
  ])
})

test('SAFETY-4: a number that is not known is kept, and its line says so; where nobody could look there is none', () => {
  const venue = { ...bare, help: { number: '998' } }
  expect([of(venue, 'number-known', false)?.is, of(venue, 'number-known', true)?.is]).toEqual(['old', 'well'])
  expect(of(venue, 'number-known', null)).toBeNull()
})

test('SAFETY-3: days are counted over months, leap years and backwards', () => {
  expect(daysFrom('2026-11-26', '2026-11-26')).toBe(0)
  expect(daysFrom('2024-02-28', '2024-03-01')).toBe(2)
  expect(daysFrom('2023-02-28', '2023-03-01')).toBe(1)
  expect(daysFrom('2026-01-01', '2027-01-01')).toBe(365)
  expect(daysFrom('2027-01-01', '2026-12-31')).toBe(-1)
})

test('INCIDENT-77: the list says that nobody has signed for the packs, or whose signature is old or for other words', () => {
  const signed = (on: string) => withSafety({ trainer: { name: 'Ines Hale', on } })
  const on = (day: string, venue: Venue) =>
    venueChecks(venue, { today: day, known: null }).find(({ name }) => name === 'packs')
  expect(on(today, bare)).toEqual({ name: 'packs', is: 'unsaid', which: [] })
  expect(on('2027-11-26', signed('2026-11-26'))?.is).toBe('well')
  expect(on('2027-11-27', signed('2026-11-26'))).toEqual({ name: 'packs', is: 'old', which: ['Ines Hale'] })
  expect(on(today, signed('2026-11-25'))?.is).toBe('old')
})
