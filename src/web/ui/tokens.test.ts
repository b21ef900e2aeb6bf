// The colours of every theme, with the brightness slider at its top.

import { describe, expect, test } from 'vitest'
import { contrast, distance, everyEye } from '../../../test/kit/colour.ts'
import { styleSheets, tokensOf } from '../../../test/kit/tokens.ts'
import { cueLights, themes } from './display-settings.ts'
import { shapes } from './signs.tsx'

/** WCAG: what must be read, and what must be seen. */
const READ_MIN = 4.5
const SEEN_MIN = 3
/** Two is just to be told apart, side by side and in good light. */
const APART_MIN = 12
/** Standby and GO must never be taken for each other. */
const STANDBY_GO_MIN = 20
/** One hue each: here nothing is told by colour at all. */
const oneHue: readonly string[] = ['red', 'blue']

const displays = themes.flatMap((theme) => cueLights.map((cueLight) => ({ theme, cueLight })))
const colour = (tokens: Readonly<Record<string, string>>, name: string): string => {
  const value = tokens[name]
  if (value === undefined) throw new Error(`there is no token --${name}`)
  return value
}

describe.each(displays)('the $theme theme with $cueLight for standby', ({ theme, cueLight }) => {
  const tokens = tokensOf(theme, cueLight)
  const on = (name: string, ground: string) => contrast(colour(tokens, name), colour(tokens, ground))

  test('SCREENS-1: what must be read has 4.5:1, also on what is pressed', () => {
    for (const name of ['ink', 'mid', 'amber', 'green', 'violet', 'standby'])
      expect(on(name, 'bg'), name).toBeGreaterThanOrEqual(READ_MIN)
    expect(on('ink', 'line'), 'pressed').toBeGreaterThanOrEqual(READ_MIN)
    expect(on('bg', 'amber'), 'not saved').toBeGreaterThanOrEqual(READ_MIN)
  })

  test('SCREENS-1: what must be seen has 3:1', () => {
    for (const name of ['edge', 'low']) expect(on(name, 'bg'), name).toBeGreaterThanOrEqual(SEEN_MIN)
  })

  test('SCREENS-2: standby, GO, hold, concern and stale are apart for every eye', () => {
    const states = { standby: 'standby', go: 'green', hold: 'ink', concern: 'violet', stale: 'mid' }
    const names = Object.entries(states)
    for (const eyes of everyEye) {
      for (const [one, first] of names) {
        for (const [other, second] of names) {
          if (one >= other || oneHue.includes(theme)) continue
          const least = `${one} ${other}` === 'go standby' ? STANDBY_GO_MIN : APART_MIN
          const apart = distance(colour(tokens, first), colour(tokens, second), eyes)
          expect(apart, `${one} and ${other}, ${eyes}`).toBeGreaterThanOrEqual(least)
        }
      }
    }
  })
})

test('SCREENS-2: no two signs have one shape, and the dark themes stand on black', () => {
  const drawn = Object.values(shapes)
  expect(new Set(drawn).size).toBe(drawn.length)
  for (const theme of themes.filter((one) => one !== 'light'))
    expect(colour(tokensOf(theme, 'amber'), 'bg')).toBe('#000')
})

/** A fade; the filling of a control that is held is a second, and stands still with reduced motion. */
const FADE_MS_MAX = 150

test('SCREENS-8: nothing moves for longer than a fade but a held control, and with reduced motion nothing', () => {
  for (const [path, text] of styleSheets()) {
    const moving = [...text.matchAll(/([^{}]+)\{[^{}]*?(?:transition|animation):\s*([^;]+);/g)]
    for (const [, selector = '', value = ''] of moving.filter(([, , how]) => how !== 'none')) {
      const [, count = '0', unit = 's'] = /([\d.]+)(ms|s)/.exec(value) ?? []
      const lasts = Number(count) * (unit === 's' ? 1_000 : 1)
      if (!selector.includes('.holding'))
        expect(lasts, `${path} ${selector.trim()}`).toBeLessThanOrEqual(FADE_MS_MAX)
    }
    if (moving.length > 0) expect(text, path).toContain('prefers-reduced-motion: reduce')
  }
})
