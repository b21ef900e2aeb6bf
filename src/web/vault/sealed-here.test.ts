// Whether there was a note to open at a moment, as the phone that sealed it knows.

import { expect, test } from 'vitest'
import { LEASE_MS } from '../../core/vault/note.ts'
import { SPANS_MAX, type Span, sealedSince, takenBack, wasSealed } from './sealed-here.ts'

const HOUR = 3_600_000
const NOON = 1_800_000_000_000

test('VAULT-28: whoever left nothing had nothing opened; what was left, or taken back a moment ago, may have been', () => {
  expect(wasSealed([], NOON)).toBe(false)
  const left = sealedSince([], NOON)
  expect([NOON - HOUR, NOON, NOON + 900 * HOUR].map((at) => wasSealed(left, at))).toEqual([false, true, true])
  // A clock that is a few minutes out makes nobody believe that nothing was read.
  expect(wasSealed(left, NOON - 5 * 60_000)).toBe(true)
  const gone = takenBack(left, NOON + HOUR)
  // A duty device out of touch still had it.
  expect(wasSealed(gone, NOON + HOUR + LEASE_MS)).toBe(true)
  expect(wasSealed(gone, NOON + 2 * HOUR + LEASE_MS)).toBe(false)
  const again = sealedSince(gone, NOON + 90 * HOUR)
  expect([50, 91].map((hours) => wasSealed(again, NOON + hours * HOUR))).toEqual([false, true])
})

test('VAULT-28: changed while it lies there it is one and the same; of very many the newest are kept', () => {
  const left = sealedSince([], NOON)
  expect(sealedSince(left, NOON + HOUR)).toBe(left)
  expect(takenBack(takenBack(left, NOON), NOON + HOUR)).toEqual([{ from: NOON, until: NOON }])
  let spans: readonly Span[] = []
  for (let count = 0; count < SPANS_MAX + 3; count += 1)
    spans = takenBack(sealedSince(spans, NOON + count * HOUR), NOON + count * HOUR)
  expect([spans.length, spans.at(-1)?.from]).toEqual([SPANS_MAX, NOON + (SPANS_MAX + 2) * HOUR])
})
