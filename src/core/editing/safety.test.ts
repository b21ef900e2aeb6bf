// The building's points, AEDs, kits and first-aiders as they are typed: rows, refusals with their row, bounds.

import { expect, test } from 'vitest'
import { SAFETY_ROWS_MAX, type SafetyList, safetyLists } from '../show/safety.ts'
import { newShow } from './details.ts'
import { editShow } from './edits.ts'
import type { SafetyRows } from './safety.ts'

const show = newShow({
  ...{ title: 'Sorrel Head', venue: 'Corn Hall', address: '', country: 'GB', timeZone: 'Europe/London' },
})
const empty: SafetyRows = { route: '', hospital: '', points: [], aeds: [], kits: [], aiders: [] }
const set = (parts: Partial<SafetyRows>) =>
  editShow(show, { name: 'safety.set', safety: { ...empty, ...parts } })
const why = (parts: Partial<SafetyRows>): string => {
  const done = set(parts)
  return done.ok ? 'done' : done.refusal.sentence
}
const aed = { place: ' Box office ', code: '', checked: '2026-11-01', until: '' }

test('SAFETY-1: rows are kept without blanks, what is empty is not set, and an empty row is none', () => {
  const done = set({
    route: ' by the dock ',
    points: [{ place: 'Tannery Yard' }, { place: ' ' }],
    aeds: [aed],
  })
  expect(done.ok && done.value.venue.safety).toEqual({
    ...{ route: 'by the dock', points: [{ place: 'Tannery Yard' }] },
    ...{ aeds: [{ place: 'Box office', checked: '2026-11-01' }], kits: [], aiders: [], phones: [] },
  })
  // From a device of before the telephones stay.
  const phones = [{ place: 'Prompt corner', near: 'SL1' }]
  const written = set({ phones })
  const again = written.ok && editShow(written.value, { name: 'safety.set', safety: empty })
  expect(again && again.ok && again.value.venue.safety?.phones).toEqual(phones)
})

test('SAFETY-1: what cannot be is refused with its row', () => {
  expect(why({ aeds: [aed, { ...aed, place: '' }] })).toBe('AED 2: where is it?')
  expect(why({ kits: [{ place: 'Prompt corner', checked: '2026-02-30' }] })).toMatch(
    /^First aid kit 1: .*no day/,
  )
  expect(why({ aiders: [{ name: '', until: '2027-01-01' }] })).toMatch(/^First-aider 1: whose/)
})

test('SAFETY-1: as many rows as a house has, and not one more', () => {
  const rows = (list: SafetyList, count: number) =>
    Array.from({ length: count }, (_, index) => ({ [list === 'aiders' ? 'name' : 'place']: `${index}` }))
  for (const list of safetyLists) {
    expect(why({ [list]: rows(list, SAFETY_ROWS_MAX[list]) })).toBe('done')
    expect(why({ [list]: rows(list, SAFETY_ROWS_MAX[list] + 1) })).toMatch(/not more than \d+/)
  }
})

test('INCIDENT-77: a trainer has a name and a day; one without the other is refused, and an older device takes nobody away', () => {
  const written = set({ trainer: ' Ines Hale ', trainerOn: '2026-11-26' })
  const signed = { name: 'Ines Hale', on: '2026-11-26' }
  if (!written.ok) throw new Error(written.refusal.sentence)
  expect(written.value.venue.safety?.trainer).toEqual(signed)
  expect(why({ trainer: '', trainerOn: '2026-11-26' })).toBe('Trainer: who has signed?')
  expect(why({ trainer: 'Ines Hale', trainerOn: '' })).toMatch(/^Trainer: on which day/)
  expect(why({ trainer: 'Ines Hale', trainerOn: '2026-02-30' })).toMatch(/^Trainer: .*no day/)
  const again = (parts: Partial<SafetyRows>) => {
    const done = editShow(written.value, { name: 'safety.set', safety: { ...empty, ...parts } })
    return done.ok && done.value.venue.safety?.trainer
  }
  expect(again({})).toEqual(signed)
  expect(again({ trainer: '', trainerOn: '' })).toBeUndefined()
})
