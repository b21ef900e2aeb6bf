// Who signs for whom, what a sign is worth, and who is left when the night should close.

import { expect, test } from 'vitest'
import { company } from '../../../test/kit/attendance.ts'
import {
  aViewer,
  codeOf,
  nightOf,
  sentenceOf,
  type TestNight,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant, minutes } from '../kit/time.ts'
import {
  AWAY_MS_MAX,
  MARKS_MAX,
  OVERTAKEN_MS,
  SIGN_AGE_MS_MAX,
  SWEEPS_MAX,
  UNDO_MS,
  VISITOR_NAME_LENGTH_MAX,
  VISITORS_MAX,
  WITHDRAWN_MAX,
  WORDS_LENGTH_MAX,
} from './commands.ts'
import { worthOf } from './evidence.ts'
import { isExpected } from './expected.ts'
import { evidenceOf, marksOf, remaining, statusOf } from './state.ts'

type Command = Parameters<TestNight['ask']>[0]
const who = (person: string) => ({ person: id<'person'>(person) })
const signIn = (person: string): Command => ({ name: 'sign.in', ...who(person) })
const signOut = (person: string): Command => ({ name: 'sign.out', who: who(person) })
const away = (person: string, backAt: number | null = null): Command => ({
  name: 'sign.away',
  ...who(person),
  backAt: backAt === null ? null : instant(backAt),
})
const account = (
  person: string,
  by: string,
  how: 'seen out' | 'accounted for' | 'staying' = 'seen out',
  words = '',
) => ({ name: 'account.for', who: who(person), how, by: id<'person'>(by), words }) as const
const kiosk = aViewer('kiosk', { device: 'stage-door', place: 'door' })
const phoneOf = (person: string, role: (typeof roleNames)[number] = 'perf') =>
  aViewer(role, { person, device: `${person}-phone` })
const night = (): TestNight => nightOf(company).open()
const marks = (one: TestNight, person: string) => marksOf(one.state.attendance, who(person))
const status = (one: TestNight, person: string) => statusOf(marks(one, person))
const last = (one: TestNight, person: string) => {
  const mark = marks(one, person).at(-1)
  return mark ? evidenceOf(mark) : null
}

test('ATTENDANCE-1: what each kind of evidence is worth, and only eyes end a search', () => {
  expect(worthOf).toEqual({
    phone: { grade: 'weak', closes: false },
    kiosk: { grade: 'own word', closes: false },
    chaperone: { grade: 'told', closes: false },
    told: { grade: 'told', closes: false },
    'accounted for': { grade: 'told', closes: false },
    staying: { grade: 'told', closes: false },
    'seen out': { grade: 'seen', closes: true },
  })
})

test('ATTENDANCE-2: a sign says how, when and where it was made', () => {
  const one = night()
  one.do(signIn('ann'), kiosk)
  expect(marks(one, 'ann')).toEqual([
    { seq: 2, at: one.now, by: 'stage-door', saidAt: one.now, sign: 'in', via: 'kiosk', place: 'door' },
  ])
  // A stage manager who signs themself on their own phone has said no more than anybody else.
  one.do(signIn('sam'), phoneOf('sam', 'SM'))
  one.do(signIn('kit'), phoneOf('chris', 'chap'))
  one.do(signIn('bob'), phoneOf('sam', 'SM'))
  expect(['sam', 'kit', 'bob'].map((name) => last(one, name))).toEqual(['phone', 'chaperone', 'told'])
  one.wait(60_000)
  one.ask(signIn('dee'), kiosk, 4_000)
  expect(marks(one, 'dee')[0]?.saidAt).toBe(one.now - 4_000)
  // A device whose clock is ahead of ours has said it when we heard it.
  one.ask(signIn('dee'), kiosk, -4_000)
  expect(marks(one, 'dee')[1]?.saidAt).toBe(one.now)
})

test('ATTENDANCE-3: oneself, stage management for all, a chaperone for their wards, nobody else for anybody', () => {
  for (const role of roleNames) {
    const signsAll = ['SM', 'ASM', 'CM', 'kiosk'].includes(role)
    const other = night().ask(signIn('ann'), phoneOf('bob', role))
    expect([role, codeOf(other)]).toEqual([role, signsAll ? 'ok' : 'not-yours'])
    const stranger = night().ask(signIn('nobody'), phoneOf('bob', role))
    expect([role, codeOf(stranger)]).toEqual([role, signsAll ? 'no-such-person' : 'not-yours'])
    expect([role, codeOf(night().ask(signIn('bob'), phoneOf('bob', role)))]).toEqual([role, 'ok'])
    const visitor = night().ask({ name: 'visitor.in', visitor: 'Max', host: null }, phoneOf('bob', role))
    expect([role, codeOf(visitor)]).toEqual([role, signsAll ? 'ok' : 'not-yours'])
    const homes = ['caller', 'SM', 'ASM', 'CM'].includes(role)
    const seen = night().do(signIn('ann'), kiosk).ask(account('ann', 'sam'), phoneOf('bob', role))
    expect([role, codeOf(seen)]).toEqual([role, homes ? 'ok' : 'not-yours'])
  }
  expect(codeOf(night().ask(signIn('kit'), phoneOf('chris', 'chap')))).toBe('ok')
  expect(codeOf(night().ask(signIn('kit'), phoneOf('bob', 'chap')))).toBe('not-yours')
})

test('ATTENDANCE-4: again is a newer word, and the tablet hears the same whatever was so', () => {
  const one = night()
  for (const command of [signOut('ann'), signIn('ann'), signIn('ann'), signOut('ann'), signOut('ann')])
    expect(codeOf(one.wait(1_000).ask(command, kiosk))).toBe('ok')
  expect(marks(one, 'ann').length).toBe(5)
  expect(status(one, 'ann')).toBe('gone')
})

test('ATTENDANCE-5: whoever is not on tonight signs in all the same', () => {
  const expectedOf = (name: string) => isExpected(company, id<'person'>(name))
  expect(['ann', 'kit', 'chris', 'sam', 'dir', 'new'].map(expectedOf)).toEqual([
    true,
    true,
    true,
    true,
    false,
    true,
  ])
  expect(status(night().do(signIn('dir'), kiosk), 'dir')).toBe('in')
  expect(codeOf(night().ask(signIn('nobody'), kiosk))).toBe('no-such-person')
})

test('ATTENDANCE-6: out for a while is still of tonight', () => {
  const one = night().do(signIn('ann'), kiosk)
  one.do(away('ann', one.now + minutes(40)), kiosk)
  expect([status(one, 'ann'), remaining(one.state.attendance)]).toEqual(['away', [who('ann')]])
  one.wait(minutes(45)).do(signIn('ann'), phoneOf('ann'))
  expect(status(one, 'ann')).toBe('in')
  expect(codeOf(one.ask(away('ann', one.now), kiosk))).toBe('not-then')
  expect(codeOf(one.ask(away('ann', one.now + AWAY_MS_MAX + 1), kiosk))).toBe('not-then')
  expect(codeOf(one.ask(away('ann', one.now + AWAY_MS_MAX), kiosk))).toBe('ok')
  expect(codeOf(one.ask(away('ann'), kiosk))).toBe('ok')
})

test('ATTENDANCE-7: a slip is taken back where it was made, for a while, and by stage management at any time', () => {
  const undo = { name: 'sign.undo', who: who('ann') } as const
  const one = night().do(signIn('ann'), kiosk).wait(5_000).do(signOut('ann'), kiosk)
  expect(codeOf(one.ask(undo, phoneOf('ann')))).toBe('nothing-to-undo')
  expect(codeOf(one.wait(UNDO_MS + 1).ask(undo, kiosk))).toBe('not-signed')
  one.do(signOut('ann'), kiosk).wait(UNDO_MS).do(undo, kiosk)
  expect(marks(one, 'ann').length).toBe(2)
  one.wait(minutes(60)).do(undo, theSM)
  expect(status(one, 'ann')).toBe('in')
  one.do(undo, theSM)
  expect([status(one, 'ann'), codeOf(one.ask(undo, theSM))]).toEqual([null, 'nothing-to-undo'])
})

test('ATTENDANCE-8: a visitor comes by name and goes by number', () => {
  const one = night().do({ name: 'visitor.in', visitor: '  Max Ode ', host: id<'person'>('ann') }, kiosk)
  const number = one.state.seq
  expect(one.state.attendance.visitors).toMatchObject([{ visitor: number, name: 'Max Ode', host: 'ann' }])
  expect(remaining(one.state.attendance)).toEqual([{ visitor: number }])
  const out = (visitor: number) => one.ask({ name: 'sign.out', who: { visitor } }, kiosk)
  const never = out(number + 7)
  expect(codeOf(never)).toBe('no-such-visitor')
  expect(codeOf(out(number))).toBe('ok')
  expect(remaining(one.state.attendance)).toEqual([])
  one.do({ name: 'visitor.in', visitor: 'Slip', host: null }, kiosk)
  one.do({ name: 'sign.undo', who: { visitor: one.state.seq } }, kiosk)
  expect(sentenceOf(out(one.state.seq - 1))).toBe(sentenceOf(never))
  expect(codeOf(one.ask({ name: 'visitor.in', visitor: 'Max', host: id<'person'>('nobody') }, kiosk))).toBe(
    'no-such-person',
  )
  expect(codeOf(one.ask({ name: 'visitor.in', visitor: '  ', host: null }, kiosk))).toBe('no-name')
})

test('ATTENDANCE-9: at each bound there is a refusal, and one before it there is none', () => {
  const one = night()
  for (let count = 0; count < MARKS_MAX; count += 1) one.do(signIn('ann'), kiosk)
  expect(codeOf(one.ask(signIn('ann'), theSM))).toBe('many-signs')
  // Whoever was signed that often can still be seen home.
  const long = 'x'.repeat(WORDS_LENGTH_MAX)
  expect(codeOf(one.ask(account('ann', 'sam', 'accounted for', `${long}x`)))).toBe('long-words')
  expect(codeOf(one.ask(account('ann', 'sam', 'accounted for', long)))).toBe('ok')
  const visit = (visitor: string) => one.ask({ name: 'visitor.in', visitor, host: null }, kiosk)
  expect(codeOf(visit('x'.repeat(VISITOR_NAME_LENGTH_MAX + 1)))).toBe('long-name')
  for (let count = 0; count < VISITORS_MAX; count += 1)
    expect(codeOf(visit('x'.repeat(VISITOR_NAME_LENGTH_MAX)))).toBe('ok')
  expect(codeOf(visit('Max'))).toBe('many-visitors')
})

test('ATTENDANCE-9: signs taken back and words about sweeps have a bound of their own, and the night still closes', () => {
  const undo = { name: 'sign.undo', who: who('ann') } as const
  const one = night()
  for (let count = 0; count < WITHDRAWN_MAX; count += 1) one.do(signIn('ann'), kiosk).do(undo, kiosk)
  one.do(signIn('ann'), kiosk)
  expect([codeOf(one.ask(undo, kiosk)), codeOf(one.ask(undo, theSM))]).toEqual([
    'not-signed',
    'nothing-to-undo',
  ])
  const mark = { name: 'sweep.mark', place: null, by: id<'person'>('sam') } as const
  const unmark = { name: 'sweep.undo', place: null } as const
  for (let count = 0; count < SWEEPS_MAX; count += 2) one.do(mark, theSM).do(unmark, theSM)
  expect([codeOf(one.ask(mark, theSM)), codeOf(one.ask(unmark, theSM))]).toEqual([
    'many-sweeps',
    'many-sweeps',
  ])
  expect(codeOf(one.ask(account('ann', 'sam', 'seen out', '')))).toBe('ok')
})

test('ATTENDANCE-22: at the stage door overtaken, too many and nothing to take back are one answer', () => {
  const undo = { name: 'sign.undo', who: who('bob') } as const
  const one = night().do(signIn('ann'), theSM)
  for (let count = 1; count < MARKS_MAX; count += 1) one.do(signIn('ann'), theSM)
  const other = night().do(signIn('ann'), theSM).wait(1_000)
  const answers = [
    one.ask(signIn('ann'), kiosk),
    one.ask(undo, kiosk),
    other.ask(signOut('ann'), kiosk, OVERTAKEN_MS + 1),
  ]
  expect(new Set(answers.map(codeOf))).toEqual(new Set(['not-signed']))
  expect(new Set(answers.map(sentenceOf)).size).toBe(1)
})

test('ATTENDANCE-10: a press that waited gives way to what was said since, and in the end is no news', () => {
  const one = night().do(signIn('ann'), kiosk).wait(minutes(30))
  expect(codeOf(one.ask(signOut('ann'), kiosk, SIGN_AGE_MS_MAX + 1))).toBe('too-old')
  expect(codeOf(one.ask(signOut('ann'), kiosk, SIGN_AGE_MS_MAX))).toBe('ok')
  one.do(signIn('ann'), theSM).wait(1_000)
  expect(codeOf(one.ask(signOut('ann'), theSM, OVERTAKEN_MS + 1))).toBe('overtaken')
  // So near together it is two clocks, and the order in which we heard it counts.
  expect(codeOf(one.ask(signOut('ann'), kiosk, OVERTAKEN_MS))).toBe('ok')
})

test('ATTENDANCE-11: nothing is signed before the opening, nor after the close', () => {
  expect(codeOf(nightOf(company).ask(signIn('ann'), kiosk))).toBe('not-open')
  const one = night().do({ name: 'performance.close' })
  for (const command of [signIn('ann'), signOut('ann'), away('ann')])
    expect(codeOf(one.ask(command, kiosk))).toBe('closed')
})

test('ATTENDANCE-12: nothing is worked out from when somebody signed', () => {
  const early = night().do(signIn('ann'), kiosk)
  const late = night().wait(minutes(50)).do(signIn('ann'), kiosk)
  const withoutTimes = (one: TestNight) =>
    JSON.stringify(one.state.attendance).replaceAll(/"(at|saidAt)":\d+/g, '')
  expect(withoutTimes(late)).toBe(withoutTimes(early))
})

test('ATTENDANCE-13: a named other person accounts for whoever remains', () => {
  const one = night().do(signIn('ann'), kiosk)
  expect(codeOf(one.ask(account('ann', 'ann')))).toBe('own-eyes')
  expect(codeOf(one.ask(account('ann', 'nobody')))).toBe('no-such-person')
  expect(codeOf(one.ask(account('bob', 'sam')))).toBe('not-in')
  expect(codeOf(one.ask(account('ann', 'sam', 'accounted for', ' ')))).toBe('no-words')
  one.do(account('ann', 'sam', 'accounted for', 'On the night bus, rang from it.'))
  expect(marks(one, 'ann').at(-1)).toMatchObject({
    how: 'accounted for',
    witness: 'sam',
    words: 'On the night bus, rang from it.',
    by: 'caller-device',
  })
  expect(remaining(one.state.attendance)).toEqual([])
  // Taken back at the desk that said it, by whoever may say it.
  one.wait(minutes(20)).do({ name: 'sign.undo', who: who('ann') }, theCaller)
  expect(remaining(one.state.attendance)).toEqual([who('ann')])
  one.do({ name: 'visitor.in', visitor: 'Max', host: null }, kiosk)
  const max = { visitor: one.state.seq }
  const stays = { ...account('ann', 'sam', 'staying'), who: max }
  expect(codeOf(one.ask(stays))).toBe('visitor-stays')
  expect(codeOf(one.ask({ ...stays, how: 'seen out' }))).toBe('ok')
})

test('ATTENDANCE-17: a place is marked as swept, and unmarked, and keeps no night open', () => {
  const one = night()
  const sweep = (place: string | null, by = 'sam') =>
    one.ask({ name: 'sweep.mark', place: place === null ? null : id<'place'>(place), by: id<'person'>(by) })
  expect([sweep('door'), sweep(null), sweep('moon'), sweep('door', 'nobody')].map(codeOf)).toEqual([
    'ok',
    'ok',
    'no-such-place',
    'no-such-person',
  ])
  one.wait(1_000)
  expect(codeOf(sweep('door', 'bob'))).toBe('ok')
  expect(one.state.attendance.sweeps.map(({ place, by }) => [place, by])).toEqual([
    [null, 'sam'],
    ['door', 'bob'],
  ])
  one.do({ name: 'sweep.undo', place: id<'place'>('door') })
  expect(codeOf(one.ask({ name: 'sweep.undo', place: id<'place'>('door') }))).toBe('not-swept')
  expect(codeOf(one.ask({ name: 'performance.close' }))).toBe('ok')
})
