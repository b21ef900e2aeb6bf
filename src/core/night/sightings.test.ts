// Who may say who was seen, what it is worth, and that what was taken back was never there.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer, codeOf, nightOf, type TestNight, theCaller, theSM } from '../../../test/kit/nights.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant, minutes } from '../kit/time.ts'
import { ownWords, PRESS_AGE_MS_MAX, SEEN_AT_ONCE_MAX, SIGHTINGS_MAX } from '../presence/commands.ts'
import { evidenceKinds, worthOf } from '../presence/evidence.ts'
import { isNews, lastWords } from '../presence/sightings.ts'

type Command = Parameters<TestNight['ask']>[0]
const see = (people: readonly string[], parts: { by?: string; place?: string; how?: 'eyes' | 'cans' } = {}) =>
  ({
    name: 'people.see',
    people: people.map((one) => id<'person'>(one)),
    how: parts.how ?? 'eyes',
    place: parts.place === undefined ? null : id<'place'>(parts.place),
    by: parts.by === undefined ? null : id<'person'>(parts.by),
  }) as const satisfies Command
const undo = (sighting: number): Command => ({ name: 'sighting.undo', sighting })
const wing = aViewer('ASM', { device: 'wing-left', place: 'sl1' })
const phoneOf = (person: string, role: RoleName = 'perf') =>
  aViewer(role, { person, device: `${person}-phone` })
const night = () => nightOf(sightingShow).open().do({ name: 'act.up', act: 1 })
const last = (one: TestNight, person: string) =>
  lastWords(one.state.presence.sightings).get(id<'person'>(person)) ?? null

test('PRESENCE-20: each kind of word has its grade, how long it is news, and whether it may close', () => {
  expect(
    evidenceKinds.map((kind) => [
      kind,
      worthOf[kind].grade,
      worthOf[kind].validMinutes,
      worthOf[kind].closes,
    ]),
  ).toEqual([
    ['eyes', 'confirmed', 5, true],
    ['cans', 'confirmed', 5, true],
    ['own tap', 'weak', 5, false],
    ['fixed point', 'weak', 5, false],
    ['microphone', 'weak', 2, false],
    ['entrance', 'weak', 5, false],
  ])
  const one = night().do(see(['ivo']), wing)
  const seen = one.state.presence.sightings.list[0]
  expect(seen && [minutes(5), minutes(5) + 1].map((ms) => isNews(seen, instant(one.now + ms)))).toEqual([
    true,
    false,
  ])
})

test('PRESENCE-21: all who are seen at once are one tap, at the place of the screen unless another is said', () => {
  const one = night().wait(minutes(3))
  const people = ['ivo', 'nell', 'pip', 'moss', 'dot', 'sal']
  one.do(see([...people, 'ivo']), wing)
  expect(one.state.presence.sightings.list).toMatchObject([
    { people, how: 'eyes', place: 'sl1', witness: null, by: 'wing-left', saidAt: one.now, clock: 3 },
  ])
  one.do(see(['nell'], { place: 'sr1', how: 'cans', by: 'sal' }), theCaller)
  expect(last(one, 'nell')?.confirmed).toMatchObject({ how: 'cans', place: 'sr1', witness: 'sal' })
})

test('PRESENCE-22: whoever is on duty says whom they see; whose eyes they were, stage management alone writes down', () => {
  const onDuty = 'caller SM ASM dept dresser MD DC perf chap CM FOH'.split(' ')
  for (const role of roleNames) {
    const by = aViewer(role, { device: 'theirs' })
    expect([role, codeOf(night().ask(see(['ivo']), by))]).toEqual([
      role,
      onDuty.includes(role) ? 'ok' : 'not-yours',
    ])
    const told = codeOf(night().ask(see(['ivo'], { by: 'sal' }), by))
    expect([role, told]).toEqual([role, ['caller', 'SM', 'ASM'].includes(role) ? 'ok' : 'not-yours'])
  }
})

test('PRESENCE-23: nobody sees themself, whoever presses for them', () => {
  expect(codeOf(night().ask(see(['ivo']), phoneOf('ivo')))).toBe('own-eyes')
  expect(codeOf(night().ask(see(['nell', 'ivo'], { by: 'ivo' })))).toBe('own-eyes')
  const one = night()
  for (const command of [
    { name: 'own.say', word: 'on my way' },
    { name: 'own.check-in', place: id<'place'>('sl1') },
  ] as const) {
    one.do(command, phoneOf('ivo'))
    const kinds = one.state.presence.sightings.list.map(({ how }) => how)
    expect([last(one, 'ivo')?.confirmed, kinds.some((how) => worthOf[how].closes)]).toEqual([null, false])
  }
  expect(last(one, 'ivo')?.weak).toMatchObject({ how: 'fixed point', place: 'sl1' })
  expect(codeOf(one.ask({ name: 'own.say', word: 'on my way' }, wing))).toBe('not-yours')
  expect(codeOf(one.ask({ name: 'own.check-in', place: id<'place'>('moon') }, phoneOf('ivo')))).toBe(
    'no-such-place',
  )
})

test('PRESENCE-24: a press that is too old, of nobody, of strangers or beyond what a night holds is refused in words', () => {
  const one = night()
  const code = (command: Command, age = 0) => codeOf(one.ask(command, wing, age))
  expect(code(see(['ivo']), PRESS_AGE_MS_MAX + 1)).toBe('too-old')
  expect(code(see(['ivo']), PRESS_AGE_MS_MAX)).toBe('ok')
  expect(code(see([]))).toBe('nobody')
  expect(code(see(['ghost']))).toBe('no-such-person')
  expect(code(see(['ivo'], { by: 'ghost' }))).toBe('no-such-person')
  expect(code(see(['ivo'], { place: 'moon' }))).toBe('no-such-place')
  const many = (count: number) => see(Array.from({ length: count }, (_, index) => `p${index}`))
  expect(code(many(SEEN_AT_ONCE_MAX))).toBe('no-such-person')
  expect(code(many(SEEN_AT_ONCE_MAX + 1))).toBe('many-people')
  expect(codeOf(nightOf(sightingShow).ask(see(['ivo']), wing))).toBe('not-open')
  const { list } = one.state.presence.sightings
  const full = (length: number) => Array.from({ length }, () => list[0] ?? expect.fail())
  for (const [length, expected] of [
    [SIGHTINGS_MAX - 1, 'ok'],
    [SIGHTINGS_MAX, 'many-sightings'],
  ] as const) {
    const sightings = { list: full(length), own: [] }
    one.state = { ...one.state, presence: { ...one.state.presence, sightings } }
    expect(code(see(['ivo']))).toBe(expected)
  }
  // What is there can still be taken back.
  expect(code(undo(list[0]?.seq ?? 0))).toBe('ok')
  expect(
    codeOf(
      night()
        .do({ name: 'act.down', act: 1 })
        .do({ name: 'performance.close' })
        .ask(see(['ivo']), wing),
    ),
  ).toBe('closed')
})

test('PRESENCE-25: whoever pressed takes it back as long as the night is open, and stage management; nobody else', () => {
  const one = night()
    .do(see(['ivo']), wing)
    .wait(minutes(60))
  const sighting = one.state.seq
  const own = phoneOf('nell', 'dresser')
  for (const by of [aViewer('ASM', { device: 'wing-right' }), own, phoneOf('ivo')])
    expect(codeOf(one.ask(undo(sighting), by))).toBe('nothing-to-undo')
  expect(codeOf(one.ask(undo(sighting + 9), theSM))).toBe('nothing-to-undo')
  expect(codeOf(one.ask(undo(sighting), wing))).toBe('ok')
  expect(codeOf(one.ask(undo(sighting), wing))).toBe('nothing-to-undo')
  one.do(see(['pip']), own)
  expect(codeOf(one.ask(undo(one.state.seq), own))).toBe('ok')
  one.do(see(['pip']), own)
  expect(codeOf(one.ask(undo(one.state.seq), theSM))).toBe('ok')
})

const names = ['ivo', 'nell', 'pip', 'moss', 'dot']
const aStep = fc.oneof(
  fc.record({
    people: fc.subarray(names, { minLength: 1 }),
    how: fc.constantFrom('eyes' as const, 'cans' as const),
  }),
  fc.record({ say: fc.constantFrom(...ownWords), who: fc.constantFrom(...names) }),
)
const commandOf = (
  step: typeof aStep extends fc.Arbitrary<infer T> ? T : never,
): [Command, ReturnType<typeof phoneOf>] =>
  'people' in step
    ? [see(step.people, { how: step.how }), wing]
    : [{ name: 'own.say', word: step.say }, phoneOf(step.who)]

test('PRESENCE-26: what was taken back leaves everything as if it had never been said', () => {
  const plain = (one: TestNight) => one.state.presence.sightings.list.map(({ seq: _seq, ...rest }) => rest)
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 12 }), fc.array(aStep, { maxLength: 6 }), (before, after) => {
      const [slipped, never] = [night(), night()]
      for (const one of [slipped, never]) {
        for (const step of before) one.wait(1_000).ask(...commandOf(step))
      }
      slipped.wait(500).do(see(['ivo', 'nell']), wing)
      const sighting = slipped.state.seq
      slipped.do(undo(sighting), wing)
      never.wait(500)
      expect(slipped.state.presence).toEqual(never.state.presence)
      for (const one of [slipped, never]) {
        for (const step of after) one.wait(1_000).ask(...commandOf(step))
      }
      expect(plain(slipped)).toEqual(plain(never))
    }),
  )
})
