// What a device keeps of help it asked for without a sound, and brings to the house.

import { expect, test } from 'vitest'
import { readQuietAsked } from '../../wire/quiet-help.ts'
import { askQuietly, bringQuiet, isGoingOn, QUIET_OPEN_MS, quietMark, readQuiet } from './quiet-help.ts'
import type { Shelf } from './store.ts'

function shelf(): Shelf {
  const kept = new Map<string, string>()
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
  }
}

test('QUIET-3: kept before it is sent, tried until the house has it, under one id, with both times of the device', async () => {
  const own = shelf()
  const asked = askQuietly(own, 'DR4', 1_000)
  expect(askQuietly(own, 'DR4', 2_000)).toEqual(asked)
  const sent: unknown[] = []
  const answers = [null, { status: 503, value: {} }, { status: 200, value: { state: 'kept' } }]
  const post = async (body: string) => {
    sent.push(readQuietAsked(body))
    return answers.shift() ?? null
  }
  const states = []
  for (const now of [2_000, 4_000, 6_000]) states.push((await bringQuiet(own, () => now, post))?.state)
  expect(states).toEqual(['waiting', 'waiting', 'kept'])
  const { device, id } = asked
  expect(sent).toEqual(
    [2_000, 4_000, 6_000].map((sentAt) => ({ device, id, sentAt, madeAt: 1_000, place: 'DR4' })),
  )
  // Elsewhere it is another, of the same device.
  expect(askQuietly(own, null, 7_000)).toMatchObject({ device, state: 'waiting', place: null })
  expect(readQuiet(own)?.id).not.toBe(id)
})

test('QUIET-2: the mark says how far it has come and nothing else, and goes with it', async () => {
  const own = shelf()
  const said: string[] = []
  askQuietly(own, null, 0)
  for (const state of ['kept', 'going', 'over']) {
    const kept = await bringQuiet(
      own,
      () => 1,
      async () => ({ status: 200, value: { state } }),
    )
    said.push(quietMark(kept, 1))
  }
  expect(said).toEqual(['✓', '✓✓', ''])
  askQuietly(own, null, 2)
  const refused = await bringQuiet(
    own,
    () => 3,
    async () => ({ status: 409, value: {} }),
  )
  expect(quietMark(refused, 3)).toBe('✕')
  const again = askQuietly(own, null, 4)
  expect([isGoingOn(again, QUIET_OPEN_MS + 3), isGoingOn(again, QUIET_OPEN_MS + 4)]).toEqual([true, false])
  const garbled = await bringQuiet(
    own,
    () => 5,
    async () => ({ status: 200, value: { state: '<b>' } }),
  )
  expect(garbled?.state).toBe('waiting')
})
