// What a phone has shown of its owner's news: kept up to a bound, and nothing goes wrong where nothing can be kept.

import { afterEach, expect, test, vi } from 'vitest'
import { isSeenHere, seenHere, seenMax } from './seen-here.ts'

afterEach(() => vi.unstubAllGlobals())

function shelf(): Map<string, string> {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
  return kept
}

test('CARE-12: what was shown is no news any more, and so much of it is kept, the newest', () => {
  shelf()
  for (const [key, most] of Object.entries(seenMax) as [keyof typeof seenMax, number][]) {
    expect(seenHere(key)).toEqual([])
    isSeenHere(key, ['a', 'b'])
    isSeenHere(key, [])
    isSeenHere(key, ['b', 'c'])
    expect(seenHere(key)).toEqual(['a', 'b', 'c'])
    const many = Array.from({ length: most }, (_, index) => `n${index}`)
    isSeenHere(key, many.slice(3))
    expect(seenHere(key)).toEqual(['a', 'b', 'c', ...many.slice(3)])
    isSeenHere(key, ['last'])
    expect(seenHere(key)).toEqual(['b', 'c', ...many.slice(3), 'last'])
  }
})

test('CARE-12: in a browser that keeps nothing it is news each time', () => {
  const refuses = () => {
    throw new Error('not allowed')
  }
  vi.stubGlobal('localStorage', { getItem: refuses, setItem: refuses })
  isSeenHere('ghostlight.care-seen', ['a'])
  expect(seenHere('ghostlight.care-seen')).toEqual([])
})
