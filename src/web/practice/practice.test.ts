// What a practice does not do, read from its own source: it presses nothing and keeps nothing.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightsOf } from './timings.ts'

test('PRACTICE-3: no file of it presses, writes to the house, or keeps anything on the device', () => {
  const here = import.meta.dirname
  const files = readdirSync(here).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  expect(files.length).toBeGreaterThan(3)
  for (const name of files) {
    const source = readFileSync(join(here, name), 'utf8')
    const does = source.match(
      /\.press\(|useLink|localStorage|sessionStorage|indexedDB|cookie|method:|sendBeacon/,
    )
    expect([name, does]).toEqual([name, null])
  }
})

test('PRACTICE-2: tonight is not offered before something of it was called, nor what cannot be read', () => {
  const performances = [
    { number: 3, curtainAt: 30, unreadable: false },
    { number: 2, curtainAt: 20, unreadable: true },
    { number: 1, curtainAt: 10, unreadable: false },
  ]
  const tonight = { number: 3, acts: [], holds: [], cueLog: [] }
  const numbers = (report: typeof tonight | null) =>
    nightsOf({ report, performances }).map(({ number }) => number)
  expect(numbers(tonight)).toEqual([1])
  const acts = [{ act: 1, upAt: 100, downAt: null }]
  const called = { ...tonight, acts, cueLog: [{ cues: ['LX 1'], at: 100 }] }
  expect(nightsOf({ report: called, performances }).map(({ number }) => number)).toEqual([3, 1])
  expect(numbers(null)).toEqual([3, 1])
})
