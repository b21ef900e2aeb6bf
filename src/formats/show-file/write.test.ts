// What is written is read as the same, with whatever else was in it.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showText, withValue } from '../../../test/nights/show-files.ts'
import { readShowFile } from './read.ts'
import { writeShowFile } from './write.ts'

const readOrFail = (text: string) => {
  const reading = readShowFile(text)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors[0]))
  return reading.show
}

const fixtures = ['little', 'every-noun'] as const

test.each(fixtures)(
  'SHOWFILE-26: %s written is read as the same show, and written again as the same text',
  (name) => {
    const show = readOrFail(showText(name))
    const text = writeShowFile(show)
    expect(readOrFail(text)).toEqual(show)
    expect(writeShowFile(readOrFail(text))).toBe(text)
  },
)

test('SHOWFILE-26: one entity stands on one line, so that a change of one is a change of one line', () => {
  const before = writeShowFile(readOrFail(showText('every-noun'))).split('\n')
  const changed = withValue(showText('every-noun'), '/cues/3/number', '2.7')
  const after = writeShowFile(readOrFail(changed)).split('\n')
  expect(after.filter((line, at) => line !== before[at])).toHaveLength(1)
  expect(before.find((line) => line.includes('"id": "c1"'))).toBe(
    '    { "id": "c1", "department": "lx", "number": "1", "title": "House to half", "anchor": { "item": "i1", "seconds": 0 }, "trigger": { "kind": "called" } },',
  )
})

test('SHOWFILE-26: fields come in the order of the format, whoever put the show together', () => {
  const show = readOrFail(showText('every-noun'))
  const shuffled = { ...Object.fromEntries(Object.entries(show).reverse()), ...show }
  expect(writeShowFile(shuffled)).toBe(writeShowFile(show))
})

test('SHOWFILE-26: a show beyond its bounds is written all the same, for losing it would be worse', () => {
  const show = readOrFail(showText('little'))
  const text = writeShowFile({ ...show, title: 'x'.repeat(300) })
  expect(text).toContain('x'.repeat(300))
  expect(() =>
    writeShowFile({ ...show, items: [{ ...show.items[0], seconds: Number.NaN } as never] }),
  ).toThrow()
})

test('SHOWFILE-8: fields nobody knows are kept wherever they stand and written back', () => {
  const homes = [
    '',
    '/venue',
    '/venue/places/0',
    '/people/0',
    '/cues/1',
    '/cues/1/standby',
    '/cues/4/trigger',
    '/items/0',
  ]
  const unknown = fc
    .jsonValue({ depthSize: 'small' })
    .filter((value) => !JSON.stringify(value).includes('__proto__'))
  fc.assert(
    fc.property(
      fc.constantFrom(...homes),
      fc.stringMatching(/^x-[a-z/~"{}]{0,8}$/),
      unknown,
      (home, name, value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        const pointer = `${home}/note`
        const text = withValue(showText('every-noun'), pointer, { [name]: plain })
        const show = readOrFail(text)
        const at = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>((from, step) => Reflect.get(Object(from), step), show)
        expect(at).toEqual({ [name]: plain })
        expect(readOrFail(writeShowFile(show))).toEqual(show)
      },
    ),
  )
})
