// What a device may say, and that nothing else gets through.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTE_LENGTH_MAX, REASON_LENGTH_MAX } from '../core/calling/commands.ts'
import {
  COMMAND_ID_LENGTH_MAX,
  type FromDevice,
  NAME_LENGTH_MAX,
  readFromDevice,
  type WireCommand,
} from './messages.ts'
import { PROTOCOL, PROTOCOL_MINIMUM } from './protocol.ts'

const commands: readonly WireCommand[] = [
  { name: 'desk.take' },
  { name: 'call.give', call: 'half', act: 1 },
  { name: 'act.up', act: 1 },
  { name: 'act.down', act: 2 },
  { name: 'item.start', item: 'i1' },
  { name: 'standby.give', moment: 'lx1' },
  { name: 'standby.acknowledge', moment: 'lx1', department: 'lx', channel: 'cans' },
  { name: 'cue.go', moment: 'lx1', move: 7 },
  { name: 'desk.step-back', move: 8, reason: '' },
  { name: 'clock.hold' },
  { name: 'clock.resume' },
  { name: 'note.write', department: null, text: 'The lamp.\nAgain “late” — ünlit 🕯' },
  { name: 'performance.close' },
  { name: 'device.invite', title: 'Wing', roles: ['ASM'], person: null, department: 'lx', place: 'sl1' },
  { name: 'device.revoke', device: 'device-1' },
  { name: 'performance.next', curtainAt: 1_900_000_000_000 },
]
const press = (command: WireCommand): FromDevice => ({ t: 'command', id: 'press-0001', madeAt: 1, command })
const read = (message: unknown) => readFromDevice(JSON.stringify(message))
const whole: readonly FromDevice[] = [
  ...commands.map(press),
  { t: 'command', id: 'press-0001', madeAt: 1, performance: 'tonight', command: { name: 'desk.take' } },
  { t: 'hello', protocol: PROTOCOL, seen: null },
  { t: 'hello', protocol: 9, seen: { performance: 'p', boot: 'b', seq: 0 } },
  { t: 'ping', at: 12.5 },
]

test('WIRE-1: every command, a hello and a ping are read as they were meant', () => {
  for (const message of whole) expect(read(message)).toEqual({ ok: true, message })
  expect(PROTOCOL_MINIMUM).toBeLessThanOrEqual(PROTOCOL)
})

test('WIRE-2: whatever else a device sends is refused in a few words, and reading never throws', () => {
  const refused = (text: string) => {
    const told = readFromDevice(text)
    expect(told.ok).toBe(false)
    if (!told.ok) expect(told.what.length).toBeGreaterThan(0)
  }
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '"hello"',
    '{"t":"bye"}',
    '{"t":"hello"}',
    '{"__proto__":{"t":"ping"}}',
  ]) {
    refused(text)
  }
  fc.assert(fc.property(fc.string(), (text) => refused(text)))
  fc.assert(fc.property(fc.json(), (text) => refused(text)))
})

/** A message with one field gone, changed in kind, or added. */
const spoiled = fc
  .tuple(fc.constantFrom(...whole), fc.nat(), fc.constantFrom('gone', 'kind', 'more'), fc.nat())
  .map(([message, where, how, inner]) => {
    const copy = JSON.parse(JSON.stringify(message)) as Record<string, unknown>
    const nested = copy['command'] as Record<string, unknown> | undefined
    const at = nested && inner % 2 === 0 ? nested : copy
    const keys = Object.keys(at)
    const key = keys[where % keys.length] ?? ''
    if (how === 'more') at['more'] = 1
    // Only a press’s performance may be missing.
    else if (how === 'gone' && key !== 'performance') delete at[key]
    else at[key] = { not: 'this' }
    return copy
  })

test('WIRE-2: a message with a field too few, too many or of another kind is refused', () => {
  fc.assert(
    fc.property(spoiled, (message) => {
      expect(read(message).ok).toBe(false)
    }),
    { numRuns: 500 },
  )
})

const standby = (moment: string) => read(press({ name: 'standby.give', moment })).ok
const withId = (id: string) => read({ ...press({ name: 'desk.take' }), id }).ok

test('WIRE-3: names have 1 to 80 whole characters, none of them for machines', () => {
  // The longest id that a show file may hold.
  expect(NAME_LENGTH_MAX).toBe(80)
  const longest = 'x'.repeat(NAME_LENGTH_MAX)
  expect([standby(longest), standby(`${longest}x`), standby('')]).toEqual([true, false, false])
  expect([standby('Lämpchen 16.5 «A»'), standby('🕯')]).toEqual([true, true])
  for (const wrong of ['a\nb', 'a\u0000b', '\u007f', '\ud800', 'x\udc00'])
    expect([wrong, standby(wrong)]).toEqual([wrong, false])
})

test('WIRE-3: a press has an id of 8 to 64 plain characters', () => {
  const longest = 'x'.repeat(COMMAND_ID_LENGTH_MAX)
  expect([withId('12345678'), withId(longest), withId('a-b_c.d:e9')]).toEqual([true, true, true])
  expect([withId('1234567'), withId(`${longest}x`)]).toEqual([false, false])
  for (const wrong of ['has a blank', 'new\nlines!', 'ümlaut-id', '\ud800'.repeat(8)])
    expect(withId(wrong)).toBe(false)
})

test('WIRE-3: a note that is too long still gets through, to be refused in words', () => {
  const note = (length: number) =>
    read(press({ name: 'note.write', department: null, text: 'x'.repeat(length) })).ok
  expect([note(NOTE_LENGTH_MAX + 1), note(NOTE_LENGTH_MAX * 4), note(NOTE_LENGTH_MAX * 4 + 1)]).toEqual([
    true,
    true,
    false,
  ])
  const back = (length: number) =>
    read(press({ name: 'desk.step-back', move: 0, reason: 'x'.repeat(length) })).ok
  expect([back(REASON_LENGTH_MAX), back(REASON_LENGTH_MAX + 1)]).toEqual([true, false])
})

test('WIRE-3: numbers are whole and not negative, and a clock is a number', () => {
  const base = press({ name: 'cue.go', moment: 'lx1', move: 0 })
  for (const move of [-1, 0.5, 1e300, '1', null]) {
    expect(read({ ...base, command: { name: 'cue.go', moment: 'lx1', move } }).ok).toBe(false)
  }
  for (const madeAt of [-1, 1.5, '1']) expect(read({ ...base, madeAt }).ok).toBe(false)
})
