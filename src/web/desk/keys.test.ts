// A key that calls a cue by mistake is the worst thing a desk can do.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionFor, canBePedal, digitFor, type KeyStroke, stripKeys } from './keys.ts'
import { pedalFrom, pedalName } from './pedal.ts'

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
    expect(actionFor(stroke('Enter', { ctrl: true, strip: false, typing: true }))).toBeNull()
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

  test('DESK-28: Shift and S is the standby of a range, wherever the capitals are', () => {
    expect(actionFor(stroke('S', { shift: true }))).toBe('range')
    expect(actionFor(stroke('S'))).toBe('standby')
    expect(actionFor(stroke('S', { shift: true, strip: false }))).toBeNull()
  })

  test('DESK-34: no key can be the pedal’s that means something elsewhere; what is stored is not believed blindly', () => {
    const usual = [
      ' ',
      'Enter',
      'Escape',
      'Tab',
      'Shift',
      'Control',
      'Alt',
      'Meta',
      'Dead',
      '1',
      '9',
      'ArrowDown',
    ]
    const letters = Object.keys(stripKeys).filter((key) => key !== 'b' && !key.startsWith('page'))
    expect([...usual, ...letters, 'S', 'constructor'].filter(canBePedal)).toEqual(['constructor'])
    const pedals = ['PageUp', 'PageDown', 'b', 'F5', 'F13', '.', 'MediaPlayPause']
    expect(pedals.filter(canBePedal)).toEqual(pedals)
    expect([pedalFrom(null), pedalFrom(' '), pedalFrom('s'), pedalFrom('F5')]).toEqual([
      null,
      null,
      null,
      'F5',
    ])
    expect([pedalName('PageDown'), pedalName('F5')]).toEqual(['Page down', 'F5'])
  })

  test('DESK-34, DESK-35: the learned key is GO or nothing, anywhere; every other key means what it meant', () => {
    const pedals = fc.constantFrom('PageDown', 'PageUp', 'b', 'F5', '.')
    fc.assert(
      fc.property(anyStroke, pedals, (one, pedal) => {
        const pressed = actionFor({ ...one, key: pedal }, pedal)
        const free = !one.ctrl && !one.alt && !one.meta && !one.shift && !one.repeat
        const writes = one.typing && pedal.length === 1
        expect(pressed).toBe(free && !writes ? 'go' : null)
        if (one.key.toLowerCase() !== pedal.toLowerCase()) expect(actionFor(one, pedal)).toBe(actionFor(one))
      }),
    )
    expect(actionFor(stroke('PageDown'))).toBe('ahead')
    expect(actionFor(stroke('B'), 'b')).toBe('go')
    expect(actionFor(stroke('b'), 'F5')).toBe('back')
  })

  test('DESK-6: the digits stand for the columns', () => {
    expect(digitFor(stroke('1'))).toBe(0)
    expect(digitFor(stroke('9'))).toBe(8)
    expect(digitFor(stroke('0'))).toBeNull()
  })
})
