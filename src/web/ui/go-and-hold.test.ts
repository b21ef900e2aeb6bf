// The two words that mean something only when they are meant.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const screens = fileURLToPath(new URL('../', import.meta.url))
const catalogue = fileURLToPath(new URL('../../words/', import.meta.url))

/** Where they may stand: how often, and why. */
const allowed: Readonly<Record<string, readonly [words: number, why: string]>> = {
  'desk/controls.tsx': [3, 'the control GO, dark and ready; the control HOLD'],
  'desk/lists.tsx': [2, 'the control GO of a list beside the deck’s, dark and ready'],
  'desk/now-block.tsx': [1, 'the state of a held show'],
  'department/department.tsx': [2, 'the states of a called cue and of a held show'],
  'ui/standing.tsx': [1, 'the state of a held show, on every screen that only shows the night'],
}

/** What can reach a screen: the text without its comments. */
const spoken = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')

test('DESK-62: GO and HOLD stand on their controls and as states, and nowhere else', () => {
  const found = countsUnder(screens, /\b(?:GO|HOLD|signs\.go|signs\.hold)\b/g)
  expect(found).toEqual(Object.fromEntries(Object.entries(allowed).map(([name, [words]]) => [name, words])))
  // In the catalogue each has one name, so that no sentence says it.
  expect(countsUnder(catalogue, /\b(?:GO|HOLD)\b/g)).toEqual({ 'british/frame.ts': 2 })
})

function countsUnder(root: string, pattern: RegExp): Readonly<Record<string, number>> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  return Object.fromEntries(
    files.flatMap((name) => {
      const words = spoken(readFileSync(`${root}${name}`, 'utf8')).match(pattern)
      return words === null ? [] : [[name, words.length]]
    }),
  )
}
