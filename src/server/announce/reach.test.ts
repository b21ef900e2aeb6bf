// Where the house is reached, watched while it is open; and what of it outlives the server.

import { chmodSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../test/kit/ghostlight.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { type Announcer, NAMES_MAX, nthName } from './announcer.ts'
import { readReach, writeReach } from './kept.ts'
import type { Own } from './own.ts'
import { LOOK_MS, openReach } from './reach.ts'

const own = (address: string): Own => ({ card: 'eth0', address, netmask: '255.255.255.0' })

/** Says nothing on any network: the real one is tried in networks of its own (test/e2e/network.test.ts). */
const silent = (moves: string[][]): Announcer => ({
  name: () => 'ghostlight.local',
  secondName: () => 'ghostlight-again.local',
  others: () => [],
  heardAt: () => null,
  move: (all) => void moves.push(all.map(({ address }) => address)),
  close: async () => undefined,
})

function watched(first: readonly Own[]) {
  let now = first
  const clock = new TestClock()
  const moves: string[][] = []
  const announcer = () => silent(moves)
  const reach = openReach({ clock, port: 4444, run: 'r', look: () => now, announcer })
  const told: string[][] = []
  reach.onChange(() => told.push([...reach.addresses()]))
  const to = (next: readonly Own[]) => {
    now = next
  }
  return { clock, reach, moves, told, to }
}

test('NETWORK-4: a changed address is noticed at the next look, announced and told, with what it was before', () => {
  const { clock, reach, moves, told, to } = watched([own('192.0.2.7')])
  expect(reach.addresses()).toEqual(['http://192.0.2.7:4444', 'http://ghostlight.local:4444'])
  expect(reach.told()).toContain('http://ghostlight-again.local:4444')
  clock.pass(LOOK_MS)
  expect([told, reach.moved()]).toEqual([[], null])
  to([own('192.0.2.9')])
  clock.pass(LOOK_MS - 1)
  expect(told).toEqual([])
  clock.pass(1)
  expect(told).toEqual([['http://192.0.2.9:4444', 'http://ghostlight.local:4444']])
  expect(reach.moved()).toEqual({ at: clock.now(), before: ['http://192.0.2.7:4444'] })
  expect(moves).toEqual([['192.0.2.7'], ['192.0.2.9']])
})

test('NETWORK-2: with no network there is no address, and with one it comes by itself', async () => {
  const { clock, reach, told, to } = watched([])
  expect(reach.addresses()).toEqual([])
  to([own('192.0.2.7')])
  clock.pass(LOOK_MS)
  expect(told).toHaveLength(1)
  await reach.close()
  to([])
  clock.pass(10 * LOOK_MS)
  expect(told).toHaveLength(1)
})

test('NETWORK-2: names are numbered from the second on, twenty at most', () => {
  expect([1, 2, NAMES_MAX].map(nthName)).toEqual(['ghostlight', 'ghostlight-2', 'ghostlight-20'])
})

test('NETWORK-2, NETWORK-8: the name and the key are kept for the owner alone; what cannot be read is made anew', () => {
  const folder = temporaryFolder()
  onTestFinished(() => folder.remove())
  const made = readReach(folder.path)
  expect(made.key).toMatch(/^[\w-]{43}$/)
  writeReach(folder.path, { ...made, name: 'ghostlight-2' })
  expect(readReach(folder.path)).toEqual({ key: made.key, name: 'ghostlight-2' })
  const file = join(folder.path, 'reach.json')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  for (const text of [
    '',
    '{}',
    'null',
    '{"key":"short","name":null}',
    `{"key":${JSON.stringify(made.key)}}`,
  ]) {
    chmodSync(file, 0o600)
    writeFileSync(file, text)
    expect(readReach(folder.path).key).not.toBe(made.key)
  }
  writeFileSync(file, JSON.stringify({ key: made.key, name: 'evil.example/' }))
  expect(readReach(folder.path)).toEqual({ key: made.key, name: null })
})
