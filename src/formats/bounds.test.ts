// The table of every bound of the importers, held against the source: the value, and the test that stands on it.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const spec = readFileSync(new URL('docs/specs/import.md', root), 'utf8')
const rows = [...spec.matchAll(/^\| [^|]+ \| (\d+) +\| `(\w+)` +\| `([^`]+)` +\| `([^`]+)` +\|$/gm)]
const rowCount = spec.match(/^\| (?!What|-)/gm)?.length ?? 0

/** As it is written: 8 * 1024 * 1024, 20_000. */
function boundIn(source: string, name: string): number {
  const [, written = ''] = new RegExp(`^export const ${name} = ([\\d_ *]+)$`, 'm').exec(source) ?? []
  return written.split('*').reduce((product, factor) => product * Number(factor.replaceAll('_', '')), 1)
}

test('IMPORT-1: every bound of the table has its value in the source, and the test that stands on it names it', () => {
  expect(rows.length).toBe(rowCount)
  const named = new Set<string>()
  for (const [, value, name = '', where = '', heldBy = ''] of rows) {
    expect(boundIn(readFileSync(new URL(where, root), 'utf8'), name), `${name} in ${where}`).toBe(
      Number(value),
    )
    const held = readFileSync(new URL(heldBy, root), 'utf8')
    expect(
      held.match(new RegExp(`\\b(?:${name}|FDX_LENGTH_MAX)\\b`, 'g'))?.length,
      `${name} in ${heldBy}`,
    ).toBeGreaterThan(1)
    named.add(`${where} ${name}`)
  }
  // Whatever else is called so in these files is in the table as well.
  for (const file of new Set(rows.map(([, , , where = '']) => where))) {
    if (file.startsWith('src/server')) continue
    const source = readFileSync(new URL(file, root), 'utf8')
    for (const [, name = ''] of source.matchAll(/^export const (\w+_MAX)\b/gm))
      expect(named.has(`${file} ${name}`), `${name} of ${file} in the table`).toBe(true)
  }
})
