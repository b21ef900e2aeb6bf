// What is said at the foot of a page that asks again and again.

import { expect, test } from 'vitest'
import { type Came, unreached } from '../answers/rounds.ts'
import { pageSentence, type RoundsPage } from './use-rounds.ts'

const said = { kept: 'Kept.', failed: 'The house cannot be reached.' }
const page: RoundsPage<number> = {
  ...{ told: 1, asOf: null, why: null, pressed: null },
  press: () => Promise.resolve(unreached),
  again: () => undefined,
}
const refused = { is: 'refused', sentence: 'Not yours.' } as const
const kept: Came<number> = { is: 'told', told: 2 }

test('SCREENS-13, SCREENS-16: kept is said of the last press alone, a refusal in the house’s words, and where nothing stands there why', () => {
  const says = (more: Partial<RoundsPage<number>>) => pageSentence({ ...page, ...more }, said)
  expect(says({})).toBe('')
  expect(says({ pressed: 'sending', why: refused })).toBe('')
  expect(says({ pressed: kept })).toBe('Kept.')
  expect(says({ pressed: refused })).toBe('Not yours.')
  expect(says({ pressed: unreached })).toBe(said.failed)
  // What stands there says itself as of when it is.
  expect(says({ why: unreached })).toBe('')
  expect(says({ told: null, why: unreached })).toBe(said.failed)
  expect(says({ told: null, why: { is: 'unreached', sentence: 'Not whole.' } })).toBe('Not whole.')
  // Taken away after it was kept, that is what is said.
  expect(says({ pressed: kept, why: { is: 'out', sentence: 'Not paired.' } })).toBe('Not paired.')
})
