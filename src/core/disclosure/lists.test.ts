// The sections of a list, against a table typed by hand.

import { expect, test } from 'vitest'
import { listedRoles, reportSections, sectionsFor } from './lists.ts'

test('POST-11: a director and a producer are offered what this table says, and nothing else', () => {
  expect([...listedRoles]).toEqual(['dir', 'prod'])
  expect([...reportSections]).toEqual(['times', 'holds', 'house', 'notes', 'tasks'])
  expect(sectionsFor('dir')).toEqual(['times', 'holds', 'house', 'notes', 'tasks'])
  expect(sectionsFor('prod')).toEqual(['times', 'holds', 'house', 'notes'])
})
