// The words of a concern: an observation, never a judgement of whoever has not been seen.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FORBIDDEN = /\b(missing|awol|absent without leave|late again|no-show|vanished|disappeared)\b/i

test('CONCERN-22: nothing that is said of a concern calls anybody missing, absent without leave or late again', () => {
  const folder = import.meta.dirname
  const night = join(folder, '../night')
  const files = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    ...['concerns.ts', 'concern-world.ts', 'concerns-section.ts'].map((name) => join(night, name)),
  ].filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  for (const file of files) {
    const texts = readFileSync(file, 'utf8').match(/'[^'\n]*'|`[^`]*`/g) ?? []
    expect(texts.filter((text) => FORBIDDEN.test(text) && text !== "'missing'")).toEqual([])
  }
})
