// Openings on a device without a house: written down first, kept until they are taken, and never shown where they cannot be kept.

import { expect, test } from 'vitest'
import { id } from '../../core/kit/ids.ts'
import { OPENINGS_AT_ONCE_MAX, type OpeningSaid } from '../../core/vault/openings.ts'
import { bringOpenings, noteOpening, OPENINGS_KEPT_MAX, readOpenings } from './openings.ts'
import type { Shelf } from './store.ts'

function aShelf(): Shelf & { full: boolean } {
  const kept = new Map<string, string>()
  return {
    full: false,
    getItem: (name) => kept.get(name) ?? null,
    setItem(name, text) {
      if (this.full) throw new Error('full')
      kept.set(name, text)
    },
    removeItem: (name) => void kept.delete(name),
  }
}

const opening = (name: string): OpeningSaid => ({
  ...{ id: name, person: id<'person'>('mia'), incident: 'incident-one', how: 'one-hold', fields: [] },
  ...{ madeAt: 1, offline: true },
})

test('VAULT-10: what was opened stays here until the house has it, through failures, and goes once', async () => {
  const shelf = aShelf()
  for (let at = 0; at < OPENINGS_AT_ONCE_MAX + 2; at += 1)
    expect(noteOpening(shelf, opening(`opening-${at}`))).toBe(true)
  expect(
    await bringOpenings(
      shelf,
      () => 5,
      async () => null,
    ),
  ).toBe(OPENINGS_AT_ONCE_MAX + 2)
  const brought: string[] = []
  const post = async (body: string) => {
    const ids = (JSON.parse(body) as { said: OpeningSaid[] }).said.map((one) => one.id)
    brought.push(...ids)
    noteOpening(shelf, opening(`meanwhile-${brought.length}`))
    return ids
  }
  expect(await bringOpenings(shelf, () => 5, post)).toBe(3)
  expect(
    await bringOpenings(
      shelf,
      () => 5,
      async () => ['opening-50', 'opening-51', 'meanwhile-50'],
    ),
  ).toBe(0)
  expect([brought.length, readOpenings(shelf)]).toEqual([OPENINGS_AT_ONCE_MAX, []])
})

test('VAULT-10, VAULT-20: where an opening cannot be written down, nothing is to be shown', () => {
  const shelf = aShelf()
  shelf.full = true
  expect(noteOpening(shelf, opening('opening-one'))).toBe(false)
  shelf.full = false
  for (let at = 0; at < OPENINGS_KEPT_MAX; at += 1) noteOpening(shelf, opening(`opening-${at}`))
  expect(noteOpening(shelf, opening('one-too-many'))).toBe(false)
  expect(readOpenings(shelf)).toHaveLength(OPENINGS_KEPT_MAX)
})
