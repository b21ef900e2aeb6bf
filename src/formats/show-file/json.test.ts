// What a show file must be before its meaning is looked at: bounded, JSON, each field once.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJson } from './json.ts'
import { JSON_DEPTH_MAX, JSON_VALUES_MAX, SHOW_FILE_BYTES_MAX } from './limits.ts'

const firstError = (text: string) => {
  const reading = readJson(text)
  return reading.ok ? undefined : reading.errors[0]
}

test('SHOWFILE-1: a file of 8 MB is parsed, one byte more is refused', () => {
  const filled = (bytes: number) => `"${'a'.repeat(bytes - 2)}"`
  expect(readJson(filled(SHOW_FILE_BYTES_MAX)).ok).toBe(true)
  expect(firstError(filled(SHOW_FILE_BYTES_MAX + 1))?.message).toContain('larger than 8 MB')
  const manyBytes = `"${'é'.repeat(SHOW_FILE_BYTES_MAX / 2)}"`
  expect(manyBytes.length).toBeLessThan(SHOW_FILE_BYTES_MAX)
  expect(firstError(manyBytes)?.message).toContain('larger than 8 MB')
})

test('SHOWFILE-1: sixty-four levels are parsed, the sixty-fifth is refused where it opens', () => {
  const nested = (depth: number) => `\n${'['.repeat(depth)}${']'.repeat(depth)}`
  expect(readJson(nested(JSON_DEPTH_MAX)).ok).toBe(true)
  expect(firstError(nested(JSON_DEPTH_MAX + 1))).toMatchObject({ line: 2, column: JSON_DEPTH_MAX + 1 })
  expect(firstError(nested(3_000_000))?.message).toContain('64 deep')
})

test('SHOWFILE-1: half a million values are parsed, one more is refused', () => {
  const list = (count: number) => `[${'0,'.repeat(count - 1)}0]`
  expect(readJson(list(JSON_VALUES_MAX - 1)).ok).toBe(true)
  expect(firstError(list(JSON_VALUES_MAX))?.message).toContain('500000 values')
})

test('SHOWFILE-3: what is not JSON is refused at its line', () => {
  expect(firstError('')).toMatchObject({ line: 1, column: 1, message: 'The file is empty.' })
  expect(firstError('{\n"a": 1,\n}')).toMatchObject({ line: 3, column: 1 })
  expect(firstError('{\r\n"a": 1\r\n"b": 2}')).toMatchObject({ line: 3, column: 1 })
  expect(firstError('{\n"a": [1, 2')?.message).toContain('ends in the middle')
  expect(firstError('{\n"a": "no end\n}')).toMatchObject({ line: 2, column: 13 })
  expect(firstError('{"a": NaN}')).toMatchObject({ line: 1 })
})

test('SHOWFILE-3: exactly what JavaScript’s own parser takes is taken, and means the same', () => {
  const pieces = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '"\\u00e9"',
      '"\\q"',
      '"\n"',
      '"\t"',
      '1',
      '-1.5e3',
      '01',
      '1.',
    ],
    ...['true', 'null', 'tru', ' ', '\n', '//', '.5', '+1', "'a'", 'NaN', '"', '\\', '\u2028', '\u00a0', '-'],
  )
  const nearlyJson = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.json()), (text) => {
      const reading = readJson(text)
      const own = ownParse(text)
      const refusedForMore = !reading.ok && /twice|too large|__proto__/.test(reading.errors[0]?.message ?? '')
      if (refusedForMore) return
      expect(reading.ok).toBe(own.ok)
      // Through JSON once more, where -0 is 0.
      if (reading.ok && own.ok) expect(reading.file.value).toEqual(JSON.parse(JSON.stringify(own.value)))
    }),
    { numRuns: 3000 },
  )
})

const ownParse = (text: string): { ok: true; value: unknown } | { ok: false } => {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

test('SHOWFILE-3: a byte order mark is passed over and moves no column', () => {
  expect(readJson('\uFEFF{"a": 1}').ok).toBe(true)
  expect(firstError('\uFEFF{]')).toMatchObject({ line: 1, column: 2 })
})

test('SHOWFILE-4: a field that stands twice is refused where it stands again', () => {
  expect(firstError('{\n"a": 1,\n"b": {"a": 2},\n"a": 3}')).toMatchObject({
    line: 4,
    message: expect.stringContaining('twice'),
  })
  expect(firstError('{"a": 1, "\\u0061": 2}')?.message).toContain('twice')
})

test('SHOWFILE-4: __proto__ is refused and reaches no prototype', () => {
  expect(firstError('{"__proto__": {"polluted": true}}')?.message).toContain('__proto__')
  expect('polluted' in {}).toBe(false)
  expect(readJson('{"constructor": 1, "toString": 2}').ok).toBe(true)
})

test('SHOWFILE-4: a number too large to be kept is refused, and -0 is read as 0', () => {
  expect(firstError('{"a": 1e999}')?.message).toContain('too large')
  const reading = readJson('[-0, -0.0, -1]')
  expect(reading.ok && reading.file.value).toEqual([0, 0, -1])
})
