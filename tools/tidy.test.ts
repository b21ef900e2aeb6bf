// Who checks is checked: tidy must see every planted violation, exactly those, and nothing in a clean tree.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { withFloorPlan } from './print-floor.ts'
import { rooms } from './rooms.ts'
import { rooms as miniature } from './tidy/miniature.ts'
import { fileLinesMax, functionLinesMax } from './tidy/shape.ts'
import type { Finding, TextFile } from './tidy/source.ts'
import { filesOf, printFinding, tidy } from './tidy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixture = (name: string): TextFile[] => filesOf(join(root, 'test/fixtures/tidy', name))

/** A planted line says itself what tidy must see there: `sees HOUSE-5 HOUSE-5` is two findings of one rule. */
function planted(files: readonly TextFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => {
      const rules = /sees ((?:HOUSE-\d+ ?)+)/.exec(line)?.[1]?.trim().split(' ') ?? []
      return rules.map((rule) => place({ file: path, line: index + 1, rule }))
    }),
  )
}

const place = ({ file, line, rule }: Pick<Finding, 'file' | 'line' | 'rule'>) => `${file}:${line} ${rule}`

const one = (path: string, text: string): Finding[] => tidy([{ path, text }], miniature)

/** Of this rule, tidy sees in the planted tree exactly what is planted there, which is never nothing. */
function expectSeen(rule: string): void {
  const files = fixture('planted')
  const ofRule = (places: readonly string[]) => places.filter((each) => each.endsWith(` ${rule}`)).sort()
  const there = ofRule(planted(files))
  expect(there.length).toBeGreaterThan(0)
  expect(ofRule(tidy(files, miniature).map(place))).toEqual(there)
}

test('HOUSE-1: a file without a room, or that cannot be read, is seen', () => expectSeen('HOUSE-1'))
test('HOUSE-2: imports from the wrong room are seen, however they are written', () => expectSeen('HOUSE-2'))
test('HOUSE-3: packages that a room may not use are seen', () => expectSeen('HOUSE-3'))
test('HOUSE-4: files that load each other are seen, once a loop', () => expectSeen('HOUSE-4'))
test('HOUSE-5: every use of the clock, dice and other ambient things is seen', () => expectSeen('HOUSE-5'))
test('HOUSE-6: waiting in core is seen', () => expectSeen('HOUSE-6'))
test('HOUSE-7: long files and long functions are seen', () => expectSeen('HOUSE-7'))
test('HOUSE-8: barrels and default exports are seen', () => expectSeen('HOUSE-8'))
test('HOUSE-9: names that say nothing are seen', () => expectSeen('HOUSE-9'))
test('HOUSE-10: files that do not say what they are for are seen', () => expectSeen('HOUSE-10'))
test('HOUSE-11: rules without a test, or written twice, are seen', () => expectSeen('HOUSE-11'))
test('HOUSE-12: tests that name no rule, or an unknown one, are seen', () => expectSeen('HOUSE-12'))
test('HOUSE-13: tests that are left out, alone, or cannot fail are seen', () => expectSeen('HOUSE-13'))
test('HOUSE-14: machines and registries in what we publish are seen', () => expectSeen('HOUSE-14'))
test('HOUSE-22: what people read outside the catalogue is seen', () => expectSeen('HOUSE-22'))

test('HOUSE-16: tidy sees every planted violation, and nothing else', () => {
  const files = fixture('planted')
  expect(tidy(files, miniature).map(place).sort()).toEqual(planted(files).sort())
})

test('HOUSE-16: a clean tree has no findings', () => {
  const files = fixture('clean')
  expect(files.length).toBeGreaterThan(10)
  expect(tidy(files, miniature).map(printFinding)).toEqual([])
})

test('HOUSE-16: a tree without files is not clean, it is missing', () => {
  expect(() => fixture('no-such-tree')).toThrow()
})

test('HOUSE-7: the longest file and the longest function that are allowed, and one line more', () => {
  const file = (lines: number) => `// A file of exactly so many lines.\n${'// More.\n'.repeat(lines - 1)}`
  expect(one('src/core/kit/long.ts', file(fileLinesMax))).toEqual([])
  expect(one('demo/long.ts', file(fileLinesMax + 1))).toEqual([])
  expect(one('src/core/kit/long.ts', file(fileLinesMax + 1)).map(({ rule }) => rule)).toEqual(['HOUSE-7'])
  const made = (lines: number) =>
    `// A function of exactly so many lines.\nexport function f() {\n${'  // More.\n'.repeat(lines - 2)}}\n`
  expect(one('src/core/kit/long.ts', made(functionLinesMax))).toEqual([])
  expect(one('src/core/kit/long.ts', made(functionLinesMax + 1)).map(({ line }) => line)).toEqual([2])
})

test('HOUSE-10: a script may begin with the line that starts it', () => {
  expect(one('bin/run.mjs', '#!/usr/bin/env node\n// Starts.\n')).toHaveLength(1)
  expect(one('bin/run.mjs', '#!/usr/bin/env node\n// Starts the show.\n')).toEqual([])
})

test('HOUSE-8: a configuration file may export by default, nothing else may', () => {
  const text = '// How the web is built.\nexport default {}\n'
  expect(one('vite.config.ts', text)).toEqual([])
  expect(one('test/vite.ts', text).map(({ rule }) => rule)).toEqual(['HOUSE-8'])
})

test('HOUSE-15: ARCHITECTURE.md prints the floor plan as it is; if not, run npx node tools/print-floor.ts', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  expect(page).toBe(withFloorPlan(page, rooms))
  expect(withFloorPlan(page, miniature)).not.toBe(page)
})

test('HOUSE-15: a page without a place for the floor plan, or with two, is refused', () => {
  expect(() => withFloorPlan('# Architecture', rooms)).toThrow('no place')
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  expect(() => withFloorPlan(page + page, rooms)).toThrow('more than one')
})

test('HOUSE-17: this repository is tidy', () => {
  const findings = tidy(filesOf(root), rooms)
  expect(findings.map(printFinding).join('\n')).toBe('')
  // It reads every file there is, and may share the machine with all other tests.
}, 120_000)
