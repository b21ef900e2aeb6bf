// Whatever two texts are, the second is made of the first and what is told of it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeBetween, changeIn, changeText, rowsAfter } from './list-change.ts'

const line = fc.constantFrom('', 'LX 1', 'LX 2', 'a bell', '    { "id": "c1" },', 'ø\u2028')
const text = fc.array(line, { maxLength: 30 })

test('KIT-9: a text is made again of another one and what it does not keep of it, through what is kept of that', () => {
  fc.assert(
    fc.property(text, text, (was, is) => {
      const change = changeBetween(was, is)
      const kept = changeIn(changeText(change))
      expect(kept && rowsAfter(was, kept)).toEqual(is)
    }),
    { seed: Number(process.env['GHOSTLIGHT_SEED'] ?? 7), numRuns: 500 },
  )
})

test('KIT-9: what stays and what moves is not told again, however long the text is', () => {
  const was = Array.from({ length: 50_000 }, (_, at) => `line ${at}`)
  const moved = [...was.slice(0, 10), 'new', ...was.slice(12, 20_000), was[10] ?? '', ...was.slice(20_000)]
  const change = changeBetween(was, moved)
  expect(change.own).toEqual(['new'])
  expect(changeText(change).length).toBeLessThan(80)
  expect(rowsAfter(was, change)).toEqual(moved)
})

test('KIT-9: what nobody wrote so is no change', () => {
  for (const text of ['', '{}', '[[0,-1]]', '[[0,1,2]]', '["x"]', '[1.5]', '[null]'])
    expect(changeIn(text)).toBeNull()
  for (const steps of ['[[0,3]]', '[[5,0]]', '[1]', '[[1,9007199254740990]]']) {
    const change = changeIn(steps)
    expect(change && rowsAfter(['one', 'two'], change)).toBeNull()
  }
})
