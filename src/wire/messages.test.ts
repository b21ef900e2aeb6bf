// What a device may say, and that nothing else gets through.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTE_LENGTH_MAX, REASON_LENGTH_MAX } from '../core/calling/commands.ts'
import { id } from '../core/kit/ids.ts'
import { COMMAND_ID_LENGTH_MAX, type FromDevice, readFromDevice, type WireCommand } from './messages.ts'
import { PROTOCOL, PROTOCOL_MINIMUM } from './protocol.ts'
import { NAME_LENGTH_MAX } from './short-name.ts'

/** One of each: the compiler asks for whatever is added to the wire. */
const oneOfEach: { readonly [Name in WireCommand['name']]: Extract<WireCommand, { name: Name }> } = {
  'desk.take': { name: 'desk.take' },
  'call.give': { name: 'call.give', call: 'half', act: 1 },
  'act.up': { name: 'act.up', act: 1 },
  'act.down': { name: 'act.down', act: 2 },
  'item.start': { name: 'item.start', item: 'i1' },
  'standby.give': { name: 'standby.give', moment: 'lx1', to: 'lx4' },
  'standby.acknowledge': { name: 'standby.acknowledge', moment: 'lx1', department: 'lx', channel: 'cans' },
  'cue.go': { name: 'cue.go', moment: 'lx1', move: 7, jump: true },
  'desk.jump': { name: 'desk.jump', moment: 'lx9', move: 7 },
  'cue.skip': { name: 'cue.skip', moment: 'lx1', move: 7 },
  'cue.cut': { name: 'cue.cut', moment: 'lx1' },
  'cue.restore': { name: 'cue.restore', moment: 'lx1' },
  'cue.report': { name: 'cue.report', moment: 'lx1', department: 'lx', outcome: 'late' },
  'act.expect': { name: 'act.expect', act: 2, upAt: 1_000 },
  'task.give': { name: 'task.give', task: '3-57', owner: { department: 'lx' } },
  'task.finish': { name: 'task.finish', task: '3-57' },
  'task.drop': { name: 'task.drop', task: '3-57' },
  'line.note': { name: 'line.note', line: 40, person: 'person-1', mark: 'dropped', words: 'x' },
  'line.settle': { name: 'line.settle', note: 3, as: 'given' },
  'task.reopen': { name: 'task.reopen', task: '3-57' },
  'clear.say': { name: 'clear.say', moment: 'fly1' },
  'clear.withdraw': { name: 'clear.withdraw', moment: 'fly1' },
  'house.clear': { name: 'house.clear', act: 1 },
  'house.open': { name: 'house.open', open: true },
  'audience.count': { name: 'audience.count', count: 411 },
  'latecomers.hold': { name: 'latecomers.hold', count: 3 },
  'latecomers.release': { name: 'latecomers.release' },
  'house.bell': { name: 'house.bell', bell: 'five', act: 1 },
  'house.back': { name: 'house.back', act: 2 },
  'house.ask': { name: 'house.ask', ask: 'hold', minutes: 3, why: 'A coach is late' },
  'house.take-back': { name: 'house.take-back', request: 1 },
  'house.answer': { name: 'house.answer', request: 1, yes: true },
  'concern.raise': { name: 'concern.raise', person: 'ann' },
  'concern.answer': {
    ...{ name: 'concern.answer', concern: 1, version: 3 },
    ...{ answer: 'on their way', place: 'sl1', by: null },
  },
  'concerns.answer': {
    name: 'concerns.answer',
    asks: [
      { concern: 1, version: 3 },
      { concern: 2, version: 1 },
    ],
    answer: 'on their way',
  },
  'concern.spoken': { name: 'concern.spoken', concern: 1, to: 'bob' },
  'ask.shown': { name: 'ask.shown', concern: 1, ask: 2 },
  'ask.read': { name: 'ask.read', concern: 1, ask: 2 },
  'concern.end': { name: 'concern.end', concern: 1, version: 3, with: 'bob' },
  'concern.judge': { name: 'concern.judge', concern: 1, as: 'useful' },
  'cover.call': { name: 'cover.call', concern: 1, person: 'bob' },
  'step.out': { name: 'step.out', person: 'ann', from: null, wants: 'bob' },
  'presence.mode': { name: 'presence.mode', mode: 'full' },
  'out.say': { name: 'out.say', person: 'ann', word: { as: 'out-from', item: 'n4' }, until: 'return' },
  'out.end': { name: 'out.end', person: 'ann' },
  'out.undo': { name: 'out.undo', person: 'ann' },
  'plan.draft': {
    name: 'plan.draft',
    settle: { locks: [{ track: 'e1', item: null, person: 'bob' }], bans: [] },
    ...{ free: { locks: [], bans: [] }, leave: { track: 'e1', item: 'n4' } },
  },
  'plan.other': { name: 'plan.other', proposal: 'proposal-1', other: 0 },
  'plan.ask': { name: 'plan.ask', proposal: 'proposal-1', cut: 'e1-one' },
  'plan.take': {
    ...{ name: 'plan.take', proposal: 'proposal-1', why: 'cover', override: false },
    told: [{ person: 'ann', by: 'bob' }],
  },
  'plan.tell': { name: 'plan.tell', to: { department: 'lx' }, version: 1, by: null },
  'plan.untell': { name: 'plan.untell', to: { person: 'ann' }, version: 1 },
  'plan.announce': { name: 'plan.announce', version: 1, channel: 'board', used: true },
  'plan.errand': { name: 'plan.errand', to: 'ann', by: 'bob' },
  'house.withdraw': { name: 'house.withdraw', act: 1 },
  'order.propose': {
    name: 'order.propose',
    changes: [
      { kind: 'cut', item: id<'item'>('i1') },
      { kind: 'delay', item: id<'item'>('i2'), seconds: 30 },
    ],
  },
  'order.leave': { name: 'order.leave' },
  'order.accept': {
    ...{ name: 'order.accept', changes: [], heard: 'silent' },
    ...{ approvedBy: id<'person'>('ann'), toldBy: null },
  },
  'cans.check': { name: 'cans.check', department: 'lx', heard: true },
  'vamp.begin': { name: 'vamp.begin', vamp: 'v1' },
  'vamp.end': { name: 'vamp.end', vamp: 'v1' },
  'rule.change': { name: 'rule.change', rules: { twoStep: true } },
  'desk.step-back': { name: 'desk.step-back', move: 8, reason: '' },
  'clock.hold': { name: 'clock.hold' },
  'clock.resume': { name: 'clock.resume' },
  'note.write': { name: 'note.write', department: null, text: 'The lamp.\nAgain “late” — ünlit 🕯' },
  'paper.compare': { name: 'paper.compare', text: 'Act 1 up 19:32' },
  'damage.read': { name: 'damage.read' },
  'performance.close': { name: 'performance.close' },
  'sign.in': { name: 'sign.in', person: 'ann' },
  'sign.out': { name: 'sign.out', who: { visitor: 31 } },
  'sign.away': { name: 'sign.away', person: 'ann', backAt: 1_000 },
  'sign.announce': { name: 'sign.announce', person: 'ann', as: 'on call', at: 2_000, minutes: 15 },
  'arrival.note': { name: 'arrival.note', step: 'paged', person: null },
  'sign.undo': { name: 'sign.undo', who: { person: 'ann' } },
  'sign.help': { name: 'sign.help', person: 'ann' },
  'sign.helped': { name: 'sign.helped', person: 'ann' },
  'door.sign': { name: 'door.sign', person: 'ann', as: 'away', backAt: null, code: '0123' },
  'person.look-up': { name: 'person.look-up', person: 'ann' },
  'person.invite': { name: 'person.invite', person: 'ann', roles: null },
  'code.give': { name: 'code.give', people: ['ann', 'bob'] },
  'visitor.in': { name: 'visitor.in', visitor: 'Åsa O’Dell', host: null },
  'account.for': {
    name: 'account.for',
    who: { person: 'ann' },
    how: 'accounted for',
    by: 'bob',
    words: 'On the night bus, rang from it.',
  },
  'sweep.mark': { name: 'sweep.mark', place: 'dr4', by: 'bob' },
  'people.see': { name: 'people.see', people: ['ann', 'bob'], how: 'eyes', place: null, by: null },
  'sighting.undo': { name: 'sighting.undo', sighting: 12 },
  'own.say': { name: 'own.say', word: 'on my way' },
  'own.check-in': { name: 'own.check-in', place: 'sl1' },
  'sweep.undo': { name: 'sweep.undo', place: null },
  'device.invite': {
    name: 'device.invite',
    title: 'Wing',
    roles: ['ASM'],
    person: null,
    department: 'lx',
    place: 'sl1',
  },
  'device.revoke': { name: 'device.revoke', device: 'device-1' },
  'device.rename': { name: 'device.rename', device: 'device-1', title: 'Wing' },
  'device.redirect': { name: 'device.redirect', device: 'device-1', screen: 'board' },
  'device.identify': { name: 'device.identify', device: 'device-1' },
  'device.give': { name: 'device.give', device: 'device-1', person: 'ann' },
  'group.invite': {
    name: 'group.invite',
    title: 'Room 4',
    roles: ['callboard'],
    department: null,
    place: 'dr4',
    devices: 20,
    minutes: 240,
  },
  'group.code': { name: 'group.code', group: 'group-1' },
  'group.renew': { name: 'group.renew', groups: ['group-1'], devices: 50, minutes: 10080 },
  'group.revoke': { name: 'group.revoke', group: 'group-1', devices: true },
  'certificate.make': { name: 'certificate.make' },
  'performance.next': { name: 'performance.next', curtainAt: 1_900_000_000_000 },
}
const commands: readonly WireCommand[] = Object.values(oneOfEach)
/** What a message may leave out. */
const optional = ['performance', 'to', 'jump']
const press = (command: WireCommand): FromDevice => ({ t: 'command', id: 'press-0001', madeAt: 1, command })
const read = (message: unknown) => readFromDevice(JSON.stringify(message))
const whole: readonly FromDevice[] = [
  ...commands.map(press),
  press({ name: 'standby.give', moment: 'lx1' }),
  press({ name: 'cue.go', moment: 'lx1', move: 0 }),
  { t: 'command', id: 'press-0001', madeAt: 1, performance: 'tonight', command: { name: 'desk.take' } },
  { t: 'hello', protocol: PROTOCOL, seen: null },
  { t: 'hello', protocol: 9, seen: { performance: 'p', boot: 'b', seq: 0 } },
  { t: 'ping', at: 12.5 },
  {
    t: 'pulse',
    screen: 'pocket',
    lag: { last: 40, median: 31 },
    clock: { ahead: -1_250, within: 12 },
    drift: { perHour: 18.5, within: 40 },
  },
  { t: 'pulse', screen: null, lag: null, clock: null, drift: null },
]

test('WIRE-1: every command, a hello, a ping and a pulse are read as they were meant', () => {
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
    else if (how === 'gone' && !optional.includes(key)) delete at[key]
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
