// Whoever has never seen a terminal: each command's button, held against the commands and the words of the screens.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { british } from '../../src/words/british.ts'

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

/** Every text that stands in the catalogue as it is. */
function textsIn(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : []
}

test('CLI-31: every command has a button in the words of a screen, or a reason to have none', () => {
  const commands = [
    ...text('../../src/server/cli/cli.ts').matchAll(/^ {2}(\w+): async \(\) => \(await import/gm),
  ].map(([, name]) => name)
  const [, table = ''] = text('../../docs/specs/cli.md').split('## Where its button is')
  const rows = [...table.matchAll(/^\| `(\w+)` +\| (.*?) +\| (.*?) +\|$/gm)].map(
    ([, name, where, button]) => ({
      ...{ name, where, button: button ?? '' },
    }),
  )
  expect(commands.length).toBeGreaterThan(10)
  expect(rows.map(({ name }) => name)).toEqual(commands)
  const known = new Set(textsIn(british))
  for (const { name, where, button } of rows) {
    const [, named = ''] = /“(.*?)”/.exec(button) ?? []
    expect([name, named, known.has(named)]).toEqual([name, named, true])
    expect([name, where !== '' || button.startsWith('none: ')]).toEqual([name, true])
  }
})
