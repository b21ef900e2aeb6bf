// What the desk makes of devices: the address of a link, its code, and the words about a line and a clock.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCode } from '../../../test/kit/read-code.ts'
import { instant } from '../../core/kit/time.ts'
import type { DeviceLine } from '../../wire/messages.ts'
import { linkAt, reachable } from './address.ts'
import { drawingOf, modulesOf } from './code.ts'
import { factsOf, isWell, stateWords } from './device-words.ts'

const at = (origin: string) => new URL(origin)

describe('links', () => {
  test('DESK-40: a link made at the machine itself begins with an address that others reach, and else with the desk’s own', () => {
    const network = ['http://192.0.2.7:4444', 'http://198.51.100.3:4444']
    for (const here of [
      'http://127.0.0.1:4444',
      'http://localhost:4444',
      'http://[::1]:4444',
      'http://127.0.1.1:4444',
    ]) {
      expect(reachable(at(here), network)).toEqual(network)
      expect(reachable(at(here), [])).toEqual([])
    }
    expect(reachable(at('http://198.51.100.3:4444'), network)).toEqual([...network].reverse())
    expect(reachable(at('http://theatre.local:4444'), [])).toEqual(['http://theatre.local:4444'])
    expect(linkAt('http://192.0.2.7:4444', '/join#device-a.b')).toBe('http://192.0.2.7:4444/join#device-a.b')
  })

  test('DESK-41: the code of a link, read as a scanner reads it, is that link', () => {
    const link =
      'http://192.0.2.7:4444/join#device-Ab3_x-Zq0912.NyYY1WZrYL6WuI2SqlVU70tFNyYY1WZrYL6WuI2SqlVU7'
    expect(readCode(modulesOf(link))).toBe(link)
    fc.assert(
      fc.property(fc.stringMatching(/^[\w.:/#-]{1,200}$/), (text) => {
        expect(readCode(modulesOf(text))).toBe(text)
      }),
      { numRuns: 60 },
    )
  })

  test('DESK-41: the drawing has the code’s dark squares and four squares of quiet on each side', () => {
    const modules = modulesOf('http://192.0.2.7')
    const { size, path } = drawingOf('http://192.0.2.7')
    expect(size).toBe(modules.length + 8)
    const drawn = path.split('z').filter((part) => part !== '')
    expect(drawn).toHaveLength(modules.flat().filter((dark) => dark).length)
    for (const part of drawn) {
      const [, column, row] = /^M(\d+) (\d+)h1v1h-1$/.exec(part) ?? []
      expect(modules[Number(row) - 4]?.[Number(column) - 4]).toBe(true)
    }
  })
})

const line = (parts: Partial<DeviceLine>): DeviceLine => ({
  id: 'd',
  name: 'Wing',
  roles: ['ASM'],
  department: null,
  person: null,
  paired: true,
  place: null,
  group: null,
  sentTo: null,
  connected: true,
  lastSeenAt: null,
  pulse: null,
  ...parts,
})
const pulse = { screen: 'board', lag: { last: 44, median: 31 }, clock: null, drift: null } as const

describe('devices', () => {
  test('DESK-43: a device is connected, slow, quiet or silent, and for how long', () => {
    const now = instant(200_000)
    const said = (parts: Partial<DeviceLine>) => stateWords(line(parts), now)
    expect(said({})).toBe('connected')
    expect(said({ pulse: { ...pulse, lag: { last: 900, median: 420 } } })).toBe('slow, 420 ms')
    expect(said({ lastSeenAt: instant(193_000) })).toBe('quiet 7 s')
    expect(said({ connected: false, lastSeenAt: instant(20_000) })).toBe('silent 3 min')
    expect(said({ connected: false })).toBe('silent')
    expect(said({ paired: false, connected: false })).toBe('not used yet')
    // A desk that hears nothing itself says of nobody that they are there; how long one was silent stands still.
    const stale = (parts: Partial<DeviceLine>) => stateWords(line(parts), now, true)
    expect(stale({})).toBe('was connected')
    expect(stale({ pulse: { ...pulse, lag: { last: 900, median: 420 } } })).toBe('was slow, 420 ms')
    expect(stale({ lastSeenAt: instant(193_000) })).toBe('quiet 7 s')
    expect([isWell(line({})), isWell(line({ lastSeenAt: now })), isWell(line({ connected: false }))]).toEqual(
      [true, false, false],
    )
  })

  test('DESK-43: its clock is told with its bound, and as right where it lies within it', () => {
    const facts = (ahead: number, perHour: number) =>
      factsOf(line({ pulse: { ...pulse, clock: { ahead, within: 12 }, drift: { perHour, within: 40 } } }))
    expect(facts(4_300, -180)).toEqual([
      'Shows the board.',
      'Answers in 31 ms, last in 44 ms.',
      'Its clock is 4.3 s fast, give or take 12 ms.',
      'It loses 180 ms an hour, give or take 40 ms.',
    ])
    expect(facts(-12, 40).slice(2)).toEqual([
      'Its clock is right to 12 ms.',
      'It keeps time to 40 ms an hour.',
    ])
    expect(factsOf(line({}))).toEqual(['Not heard from yet.'])
  })
})
