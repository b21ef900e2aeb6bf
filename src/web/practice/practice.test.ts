// What a practice does not do, read from its own source: it presses nothing and keeps nothing.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

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
