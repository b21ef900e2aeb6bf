// Each scenario that the product was drawn for is played by a test that exists.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const row = /^\| (h?\d+)\s*\| ([^|]+)\| ([A-Z]+-\d+)\s*\| (\S+)\s*\|$/gm
const numbers = [...Array.from({ length: 25 }, (_, at) => String(at + 1)), 'h1', 'h2', 'h3', 'h4']

/** As it stands in a title: first, or after others of the same. */
const beginsWith = (rule: string) => new RegExp(`['"\`](?:[A-Z]+-\\d+, )*${rule}(?:, [A-Z]+-\\d+)*: `)

test('SCENARIO-1: each scenario has a row, and each test that a row names is in that file under that rule', () => {
  const page = readFileSync('docs/specs/scenario.md', 'utf8')
  const rows = [...page.matchAll(row)]
  expect(rows).toHaveLength(page.split('\n').filter((line) => line.startsWith('|')).length - 2)
  expect([...new Set(rows.map(([, nr]) => nr))]).toEqual(numbers)
  const lacking = rows.filter(
    ([, , , rule = '', file = '']) =>
      !existsSync(file) || !file.endsWith('.test.ts') || !beginsWith(rule).test(readFileSync(file, 'utf8')),
  )
  expect(lacking.map(([whole]) => whole)).toEqual([])
})
