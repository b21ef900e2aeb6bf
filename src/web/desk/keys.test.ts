// A key that calls a cue by mistake is the worst thing a desk can do.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionFor, digitFor, type KeyStroke, stripKeys } from './keys.ts'

const stroke = (key: string, parts: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  shift: false,
  typing: false,
  repeat: false,
  strip: true,
  ...parts,
})

const anyStroke = fc.record({
  key: fc.oneof(fc.constantFrom(...Object.keys(stripKeys), 'Enter', 'Escape', 'G', 'S'), fc.string()),
  ctrl: fc.boolean(),
  alt: fc.boolean(),
  meta: fc.boolean(),
  shift: fc.boolean(),
  typing: fc.boolean(),
  repeat: fc.boolean(),
  strip: fc.boolean(),
})

describe('keys', () => {
  test('DESK-1: Space calls only on the strip, Ctrl+Enter anywhere, Escape comes back', () => {
    expect(actionFor(stroke(' '))).toBe('go')
    expect(actionFor(stroke(' ', { strip: false }))).toBeNull()
    expect(actionFor(stroke('Enter', { ctrl: true, strip: false }))).toBe('go')
    expect(actionFor(stroke('Enter', { strip: true }))).toBeNull()
    expect(actionFor(stroke('Escape', { strip: false }))).toBe('strip')
    fc.assert(
      fc.property(anyStroke, (one) => {
        if (actionFor(one) !== 'go') return
        expect((one.strip && one.key === ' ') || (one.ctrl && one.key === 'Enter')).toBe(true)
      }),
    )
  })

  test('DESK-2: a key that is held does nothing more, save scrolling', () => {
    fc.assert(
      fc.property(anyStroke, (one) => {
        expect([null, 'ahead', 'behind']).toContain(actionFor({ ...one, repeat: true }))
        expect(digitFor({ ...one, repeat: true })).toBeNull()
      }),
    )
  })

  test('DESK-3: outside the strip no single key does anything', () => {
    fc.assert(
      fc.property(anyStroke, (one) => {
        const outside = { ...one, strip: false, ctrl: false, meta: false, alt: false }
        expect([null, 'strip']).toContain(actionFor(outside))
        expect(digitFor(outside)).toBeNull()
      }),
    )
  })

  test('DESK-6: the digits stand for the columns', () => {
    expect(digitFor(stroke('1'))).toBe(0)
    expect(digitFor(stroke('9'))).toBe(8)
    expect(digitFor(stroke('0'))).toBeNull()
  })
})
