// Where each package comes from is written down, and as the lock says it now.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROVENANCE, provenance, provenancePage, readLock } from './print-provenance.ts'

test('ATTACK-19: of each package it is written down which version, licence and hash it has and who asked for it', () => {
  const lock = readLock()
  expect(readFileSync(PROVENANCE, 'utf8')).toBe(provenancePage(lock))
  for (const { name, version, licence, integrity, askedForBy } of provenance(lock)) {
    expect([name, /^\d/.test(version), integrity.startsWith('sha512-'), askedForBy.length > 0]).toEqual([
      name,
      true,
      true,
      true,
    ])
    expect([name, licence]).toEqual([name, expect.stringMatching(/^[\w.()+ -]+$/)])
  }
})
