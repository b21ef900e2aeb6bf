// What left the house has a number, and who took it can be erased.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { instant } from '../kit/time.ts'
import { EXPORTS_HELD_MAX, markedName } from './exports.ts'
import {
  applyInstallation,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
} from './installation.ts'

const sal = aViewer('SM', { person: 'sal' })
function take(state: InstallationState, erased = false): InstallationState {
  const decision = decideInstallation(state, { name: 'export.take', what: 'table-file' }, sal, instant(5))
  if (!decision.ok) throw new Error('nobody is kept from writing it down')
  return decision.value.reduce(
    (now, event) =>
      applyInstallation(now, {
        ...{ seq: now.seq + 1, at: instant(5), by: 'sm', type: event.type, v: 1, body: event.body },
        detail: erased ? null : (event.detail ?? null),
      }),
    state,
  )
}

test('KEEP-23: each has the next number, the newest are held, and an erased one says nobody', () => {
  let state = emptyInstallation
  for (let count = 0; count <= EXPORTS_HELD_MAX; count += 1) state = take(state)
  expect(state.exports).toHaveLength(EXPORTS_HELD_MAX)
  expect(state.exports?.at(-1)).toMatchObject({ number: EXPORTS_HELD_MAX + 1, by: { person: 'sal' } })
  expect(take(state, true).exports?.at(-1)).toMatchObject({ number: EXPORTS_HELD_MAX + 2, by: null })
})

test('KEEP-23: the number stands before the first dot', () => {
  expect(markedName('Slack-Water-cues.csv', 12)).toBe('Slack-Water-cues-copy-12.csv')
  expect(markedName('Slack-Water.show.json', 3)).toBe('Slack-Water-copy-3.show.json')
  expect(markedName('plain', 1)).toBe('plain-copy-1')
})
