// N23: the night does not close while somebody is in the building of whom nobody has said that they are gone.

import { expect, test } from 'vitest'
import { company } from '../../../test/kit/attendance.ts'
import {
  aViewer,
  codeOf,
  littleNight,
  nightOf,
  sentenceOf,
  TestNight,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { remaining } from '../attendance/state.ts'
import { stayed } from '../attendance/staying.ts'
import { roleNames } from '../disclosure/policy.ts'
import { type Dice, dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import { instant, minutes } from '../kit/time.ts'
import { apply, emptyNight, type LoggedEvent, type NightCommand, planOf } from './night.ts'
import { signInSheetFor, view } from './view.ts'

const who = (person: string) => ({ person: id<'person'>(person) })
const signIn = (person: string): NightCommand => ({ name: 'sign.in', ...who(person) })
const kiosk = aViewer('kiosk', { device: 'stage-door', place: 'door' })
const close = { name: 'performance.close' } as const
const seenOut = (one: NonNullable<ReturnType<typeof left>[number]>, by: string): NightCommand => ({
  name: 'account.for',
  who: 'person' in one ? who(one.person) : { visitor: one.visitor },
  how: 'seen out',
  by: id<'person'>(by),
  words: '',
})

/** Those the desk is shown as still here. */
function left(night: TestNight) {
  const { attendance } = view(night.plan, night.state, theSM)
  return [...(attendance?.people ?? []), ...(attendance?.visitors ?? [])].filter(
    ({ status }) => status !== 'gone',
  )
}

test('ATTENDANCE-14: the night closes only when nobody remains, and the refusal says how many', () => {
  const night = nightOf(company).open().do(signIn('ann'), kiosk).do(signIn('bob'), kiosk)
  night.do({ name: 'visitor.in', visitor: 'Max Ode', host: id<'person'>('ann') }, kiosk)
  const max = { visitor: night.state.seq }
  expect(sentenceOf(night.ask(close))).toBe(
    'Not closed: 3 people are signed in and neither signed out, seen out nor accounted for. The closing list says who.',
  )
  night.do({ name: 'sign.out', who: max }, kiosk).do({ name: 'sign.out', who: who('ann') }, kiosk)
  expect(sentenceOf(night.ask(close, theSM))).toContain('1 person is signed in')
  night.do({ name: 'act.up', act: 1 })
  expect(codeOf(night.ask(close))).toBe('act-is-up')
  night.do({ name: 'act.down', act: 1 })
  expect(codeOf(night.ask(close))).toBe('not-home')
  night.do({ name: 'account.for', who: who('bob'), how: 'seen out', by: id<'person'>('sam'), words: '' })
  expect(codeOf(night.ask(close))).toBe('ok')
})

test('ATTENDANCE-16: where nobody ever signed in the night closes as it did, and an old record folds as it did', () => {
  expect(codeOf(littleNight().ask(close))).toBe('ok')
  const opening: LoggedEvent = {
    ...{ seq: 1, at: instant(0), by: 'machine', type: 'performance.opened', v: 1, detail: null },
    body: { number: 1, show: 'h', edition: 'e', curtainAt: 0, country: 'GB', timeZone: 'UTC' },
  }
  const closing = { ...opening, seq: 2, at: instant(9), by: 'caller', type: 'performance.closed', body: {} }
  const folded = [opening, closing].reduce((state, event) => apply(planOf(company), state, event), emptyNight)
  expect(folded.calling.closedAt).toBe(9)
  expect(folded.attendance).toEqual(emptyNight.attendance)
})

/** Whatever people do at the stage door, on their phones and at the desk. */
function press(night: TestNight, throwing: Dice): void {
  const person = throwing.pick(company.people).id
  const visitor = throwing.pick([1, ...night.state.attendance.visitors.map((one) => one.visitor)])
  const either = throwing.chance(0.8) ? { person } : { visitor }
  const witness = throwing.pick(company.people).id
  const command = throwing.pick<NightCommand>([
    { name: 'sign.in', person },
    { name: 'sign.in', person },
    { name: 'sign.in', person },
    { name: 'sign.out', who: either },
    { name: 'sign.away', person, backAt: null },
    { name: 'sign.undo', who: either },
    { name: 'visitor.in', visitor: 'Max Ode', host: throwing.pick([null, person]) },
    { name: 'account.for', who: either, how: 'seen out', by: witness, words: '' },
    close,
  ])
  const by = command === close ? theSM : throwing.pick([kiosk, theSM, theCaller, aViewer('perf', { person })])
  const ageMs = command === close ? 0 : throwing.whole(0, 8_000)
  night.wait(throwing.whole(0, 200_000)).ask(command, by, ageMs)
}

/** Said at a screen that is nobody's, or at their own: the kind is whose word it was. */
const screens: readonly string[] = ['kiosk', 'told', 'phone']
const NIGHTS = 500

test('ATTENDANCE-15: five hundred nights, and none closes on anybody, and each closes once all are accounted for', () => {
  let refusedCloses = 0
  let accountedFor = 0
  for (let seed = 1; seed <= NIGHTS; seed += 1) {
    const throwing = dice(seed)
    const night = nightOf(company).open()
    for (let count = throwing.whole(0, 60); count > 0; count -= 1) press(night, throwing)
    for (const { command, decision, before } of night.asked.filter((one) => one.command === close)) {
      const here = remaining(before.attendance).length
      if (before.calling.closedAt === null)
        expect([seed, command.name, codeOf(decision)]).toEqual([
          seed,
          command.name,
          here === 0 ? 'ok' : 'not-home',
        ])
    }
    if (night.state.calling.closedAt !== null) {
      expect([seed, left(night)]).toEqual([seed, []])
      continue
    }
    // Everyone signed in, by the record read by hand, is named, with the last word about them and whose it was.
    for (let here = left(night); here.length > 0; here = left(night)) {
      expect([seed, here.length]).toEqual([seed, remaining(night.state.attendance).length])
      const refusal = night.ask(close)
      expect([seed, codeOf(refusal), sentenceOf(refusal).includes(String(here.length))]).toEqual([
        seed,
        'not-home',
        true,
      ])
      refusedCloses += 1
      const one = throwing.pick(here)
      const isPerson = 'person' in one
      const name = isPerson ? company.people.find(({ id: known }) => known === one.person)?.name : one.name
      expect([seed, typeof name, one.evidence.at <= night.now]).toEqual([seed, 'string', true])
      expect([seed, one.evidence.by !== null || screens.includes(one.evidence.kind)]).toEqual([seed, true])
      const witness = isPerson && one.person === 'sam' ? 'bob' : 'sam'
      night.do(seenOut(one, witness), theSM)
      accountedFor += 1
    }
    expect([seed, codeOf(night.ask(close))]).toEqual([seed, 'ok'])
  }
  // Not an empty promise: there was somebody to account for.
  expect(refusedCloses).toBeGreaterThan(NIGHTS)
  expect(accountedFor).toBe(refusedCloses)
})

test('ATTENDANCE-18: who stays between two performances is in the building when the next one is opened', () => {
  const night = nightOf(company).open().do(signIn('ann'), kiosk).do(signIn('bob'), kiosk)
  const stays = { name: 'account.for', how: 'staying', by: id<'person'>('sam'), words: '' } as const
  night
    .do({ ...stays, who: who('ann') })
    .do({ name: 'sign.out', who: who('bob') }, kiosk)
    .do(close)
  const before = { number: 1, closedAt: night.now }
  const inEight = instant(night.now + minutes(8 * 60))
  const events = stayed(night.state.attendance, before, inEight)
  expect(events.map(({ body }) => body)).toMatchObject([{ person: 'ann', from: 1, by: 'sam' }])
  expect(stayed(night.state.attendance, before, instant(inEight + 1))).toEqual([])
  const next = new TestNight(night.plan).open()
  for (const event of events) next.record('machine', event)
  expect(remaining(next.state.attendance)).toEqual([who('ann')])
  expect(codeOf(next.ask(close))).toBe('not-home')
})

function crowded(): TestNight {
  const night = nightOf(company).open().do(signIn('ann'), kiosk).do(signIn('dir'), theSM)
  night
    .do(signIn('kit'), aViewer('chap', { person: 'chris' }))
    .do(signIn('bob'), aViewer('perf', { person: 'bob' }))
  night.do({ name: 'visitor.in', visitor: 'Max Ode', host: id<'person'>('ann') }, kiosk)
  night.do({ name: 'sign.out', who: who('dir') }, theSM).do({ name: 'sign.in', ...who('dee') }, kiosk)
  return night.do({ name: 'sign.away', ...who('dee'), backAt: instant(night.now + 60_000) }, kiosk)
}

test('ATTENDANCE-19: stage management the sheet, the stage door names, the house a number, everybody their own', () => {
  const night = crowded()
  const sectionsOf = (role: (typeof roleNames)[number], person?: string) => {
    const all = view(night.plan, night.state, aViewer(role, person === undefined ? {} : { person }))
    return Object.keys(all).filter((name) => ['roll', 'attendance', 'signed', 'headCount'].includes(name))
  }
  for (const role of roleNames) {
    const whole = ['caller', 'SM', 'ASM', 'CM'].includes(role)
    const names = whole ? ['roll', 'attendance'] : role === 'kiosk' ? ['roll'] : []
    const count = ['FOH', 'dir', 'prod'].includes(role) ? ['headCount'] : []
    expect([role, sectionsOf(role)]).toEqual([role, [...names, ...count]])
    expect([role, sectionsOf(role, 'bob')]).toEqual([role, [...names, ...count, 'signed']])
  }
  const { attendance, roll } = view(night.plan, night.state, theSM)
  const lines = attendance?.people.map(({ person, status, evidence }) => [
    person,
    status,
    evidence.kind,
    evidence.by,
  ])
  expect(lines).toEqual([
    ['ann', 'in', 'kiosk', null],
    ['dir', 'gone', 'told', null],
    ['kit', 'in', 'chaperone', 'Chris Fairweather'],
    ['bob', 'in', 'phone', null],
    ['dee', 'away', 'kiosk', null],
  ])
  expect(attendance?.visitors).toMatchObject([{ name: 'Max Ode', host: 'Ann Fairweather', status: 'in' }])
  expect(attendance).toMatchObject({
    remaining: 5,
    people: [{ evidence: { place: 'Stage door' } }, {}, {}, {}, {}],
  })
  expect(roll).toEqual(view(nightOf(company).open().plan, night.state, kiosk).roll)
  expect(JSON.stringify(roll)).not.toContain('status')
  expect(view(night.plan, night.state, aViewer('FOH')).headCount).toEqual({ company: 3, visitors: 1 })
  const own = (role: 'perf' | 'chap', person: string) =>
    view(night.plan, night.state, aViewer(role, { person })).signed
  expect(own('perf', 'bob')).toMatchObject({ own: { status: 'in', evidence: { kind: 'phone' } }, wards: [] })
  expect(own('chap', 'chris')).toMatchObject({
    own: null,
    wards: [{ person: 'kit', sign: { status: 'in' } }],
  })
})

test('ATTENDANCE-20: the printed sheet has everybody, in groups, and a line for each who remains', () => {
  const night = crowded()
  night.do({ name: 'sweep.mark', place: id<'place'>('dr1'), by: id<'person'>('sam') })
  const sheet = signInSheetFor(night.plan, night.state, theSM)
  expect(signInSheetFor(night.plan, night.state, kiosk)).toBe(null)
  expect(signInSheetFor(night.plan, night.state, aViewer('perf', { person: 'bob' }))).toBe(null)
  expect(sheet?.groups.map(({ kind, rows }) => [kind, rows.map(({ name }) => name.split(' ')[0])])).toEqual([
    ['principal', ['Ann']],
    ['ensemble', ['Bob']],
    ['child', ['Kit']],
    ['chaperone', ['Chris']],
    ['stage management', ['Sam']],
    ['dresser', ['Dee']],
    [null, ['New']],
    ['creative', ['Dir']],
  ])
  expect(sheet?.groups.flatMap(({ rows }) => rows).find(({ name }) => name.startsWith('Dir'))).toMatchObject({
    expected: false,
    inAt: night.now,
    outAt: night.now,
  })
  expect(sheet?.remaining.map(({ name, last }) => [name, last.kind])).toEqual([
    ['Ann Fairweather', 'kiosk'],
    ['Bob Fairweather', 'phone'],
    ['Dee Fairweather', 'kiosk'],
    ['Kit Fairweather', 'chaperone'],
    ['Max Ode', 'kiosk'],
  ])
  expect(sheet?.sweeps).toEqual([
    { place: 'Stage door', by: null, at: null },
    { place: 'Dressing room 1', by: 'Sam Fairweather', at: night.now },
  ])
})
