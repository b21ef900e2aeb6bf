// The two words that mean something only when they are meant.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Where they may stand: how often, and why. */
const allowed: Readonly<Record<string, readonly [words: number, why: string]>> = {
  'desk/controls.tsx': [3, 'the control GO, dark and ready; the control HOLD'],
  'desk/lists.tsx': [2, 'the control GO of a list beside the deck’s, dark and ready'],
  'desk/now-block.tsx': [1, 'the state of a held show'],
  'department/department.tsx': [2, 'the states of a called cue and of a held show'],
  'pocket/pocket.tsx': [1, 'the state of a held show'],
  'pocket/board.tsx': [1, 'the state of a held show'],
  'pocket/room.tsx': [1, 'the state of a held show'],
  'ui/standing.tsx': [1, 'the state of a held show'],
}

/** What can reach a screen: the text without its comments. */
const spoken = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')

test('DESK-62: GO and HOLD stand on their controls and as states, and nowhere else', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  const found = Object.fromEntries(
    files.flatMap((name) => {
      const words = spoken(readFileSync(`${root}${name}`, 'utf8')).match(/\b(GO|HOLD)\b/g)
      return words === null ? [] : [[name, words.length]]
    }),
  )
  expect(found).toEqual(Object.fromEntries(Object.entries(allowed).map(([name, [words]]) => [name, words])))
})
