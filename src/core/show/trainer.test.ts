// Whose word the packs of first aid have: signed, a year old, or given for other words.

import { expect, test } from 'vitest'
import { FIRST_AID_EDITION, signature } from './trainer.ts'

test('INCIDENT-74: a signature holds for a year and for the words it was given for; without one there is none', () => {
  const on = (day: string, today: string | null) =>
    signature({ name: 'Ines Hale', on: day }, today, '2026-06-01')?.is
  expect(on('2026-06-01', '2026-06-01')).toBe('signed')
  expect(on('2026-06-01', '2027-06-01')).toBe('signed')
  expect(on('2026-06-01', '2027-06-02')).toBe('old')
  expect(on('2026-05-31', '2026-06-01')).toBe('before')
  expect(on('2026-06-01', null)).toBe('signed')
  expect([signature(null, '2026-06-01'), signature(undefined, null)]).toEqual([null, null])
  expect(signature({ name: 'Ines Hale', on: 'soon' }, '2026-06-01')).toBeNull()
  expect(signature({ name: 'Ines Hale', on: FIRST_AID_EDITION }, FIRST_AID_EDITION)?.by).toBe('Ines Hale')
})
