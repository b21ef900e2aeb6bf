// The kit's own rules: time, decisions, canonical JSON and dice.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assert, Mistake, must } from './assert.ts'
import { dice } from './dice.ts'
import { id } from './ids.ts'
import { canonical, type Json } from './json.ts'
import { accepted, refused } from './result.ts'
import {
  between,
  duration,
  formatClock,
  formatClock12,
  formatLength,
  instant,
  later,
  minutes,
  seconds,
  sum,
} from './time.ts'

const anyMs = fc.integer({ min: -4e12, max: 4e12 })

test('KIT-1: what lies between two instants, added to the first, is the second', () => {
  fc.assert(
    fc.property(anyMs, anyMs, (a, b) => {
      const [from, to] = [instant(a), instant(b)]
      expect(later(from, between(from, to))).toBe(to)
    }),
  )
})

test('KIT-1: instants and lengths are whole milliseconds', () => {
  fc.assert(
    fc.property(fc.double({ min: -4e12, max: 4e12, noNaN: true }), (ms) => {
      for (const made of [instant(ms), duration(ms), seconds(ms / 1e3), minutes(ms / 6e4)]) {
        expect(Number.isInteger(made)).toBe(true)
      }
    }),
  )
  expect(sum([seconds(1.5), minutes(2), duration(-1)])).toBe(121_499)
  expect(sum([])).toBe(0)
})

test.for([
  [0, '0:00'],
  [999, '0:00'],
  [-999, '0:00'],
  [-1_000, '-0:01'],
  [242_000, '4:02'],
  [-40_500, '-0:40'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [4_102_000, '1:08:22'],
  [-36_061_000, '-10:01:01'],
] as const)('KIT-2: %i ms stand on a running sheet as %s', ([ms, text]) => {
  expect(formatLength(duration(ms))).toBe(text)
})

test.for([
  ['2031-06-06T18:00:00Z', 'Europe/London', '19:00:00'],
  ['2031-01-06T18:00:00Z', 'Europe/London', '18:00:00'],
  ['2031-03-30T00:59:59Z', 'Europe/London', '00:59:59'],
  ['2031-03-30T01:00:00Z', 'Europe/London', '02:00:00'],
  ['2031-06-06T04:00:00Z', 'America/New_York', '00:00:00'],
] as const)('KIT-3: %s is in %s %s on the wall', ([utc, zone, wall]) => {
  expect(formatClock(instant(Date.parse(utc)), zone)).toBe(wall)
  expect(formatClock(instant(Date.parse(utc)), zone, false)).toBe(wall.slice(0, 5))
})

test('KIT-4: a decision is a value, or a refusal with a code and a sentence', () => {
  expect(accepted(7)).toEqual({ ok: true, value: 7 })
  expect(refused('held', 'The show is held.')).toEqual({
    ok: false,
    refusal: { code: 'held', sentence: 'The show is held.' },
  })
})

test('KIT-5: what must be there and is not is a mistake that names the promise', () => {
  for (const missing of [null, undefined])
    expect(() => must(missing, 'a caller')).toThrow(new Mistake('a caller'))
  for (const there of [0, '', false]) expect(must(there, 'anything')).toBe(there)
  expect(() => assert(id('a') === id('b'), 'one and the same')).toThrow(Mistake)
})

const anyJson = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>

test('KIT-6: canonical JSON reads back as the same data, and is the same text whatever the order of the fields', () => {
  fc.assert(
    fc.property(anyJson, (data) => {
      const text = canonical(data)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)))
      expect(canonical(turned(data))).toBe(text)
    }),
  )
})

/** The same data with the fields of every object the other way round. */
function turned(data: Json): Json {
  if (Array.isArray(data)) return data.map(turned)
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, field]) => [key, turned(field)]),
  )
}

test('KIT-6: fields in code-unit order, no blanks, undefined left out, infinity a mistake', () => {
  expect(canonical({ b: 1, a: [true, null, 'é'], B: '10', a2: -0.5 })).toBe(
    '{"B":"10","a":[true,null,"é"],"a2":-0.5,"b":1}',
  )
  expect(canonical({ gone: undefined, here: 1 } as unknown as Json)).toBe('{"here":1}')
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => canonical([number])).toThrow(Mistake)
})

test('KIT-7: the same seed throws the same numbers, here as everywhere', () => {
  const thrown = dice(7)
  expect([thrown.next(), thrown.next(), thrown.next()]).toEqual([
    0.8936956545803696, 0.9803904530126601, 0.1866056271828711,
  ])
})

test('KIT-7: throws stay within their bounds, reach both, and picking from nothing is a mistake', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -5, max: 5 }), fc.nat(5), (seed, low, more) => {
      const thrown = dice(seed)
      const wholes = Array.from({ length: 300 }, () => thrown.whole(low, low + more))
      expect([Math.min(...wholes), Math.max(...wholes)]).toEqual([low, low + more])
      const next = thrown.next()
      expect(next >= 0 && next < 1).toBe(true)
      expect(dice(seed).next()).toBe(dice(seed).next())
      expect(() => thrown.pick([])).toThrow(Mistake)
      expect([1, 2, 3]).toContain(thrown.pick([1, 2, 3]))
    }),
    { numRuns: 50 },
  )
  expect([dice(1).chance(0), dice(1).chance(1)]).toEqual([false, true])
})

test('KIT-8: a clock of twelve hours says noon and midnight as twelve', () => {
  const said = (time: string) => formatClock12(instant(Date.parse(`2026-01-15T${time}Z`)), 'Europe/London')
  expect(['00:00:00', '09:05:07', '12:00:00', '20:41:07'].map(said)).toEqual([
    '12:00:00 am',
    '9:05:07 am',
    '12:00:00 pm',
    '8:41:07 pm',
  ])
})
