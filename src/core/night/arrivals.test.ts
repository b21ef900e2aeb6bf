// What is said of somebody's coming, and what is done at the half about whoever is not in.

import { describe, expect, test } from 'vitest'
import { company } from '../../../test/kit/attendance.ts'
import { aViewer, codeOf, nightOf, type TestNight, theSM } from '../../../test/kit/nights.ts'
import {
  type Announced,
  ARRIVALS_MAX,
  AWAY_MS_MAX,
  announcedAs,
  HELPS_MAX,
  MARKS_MAX,
  ON_CALL_MINUTES_MAX,
  personalSteps,
} from '../attendance/commands.ts'
import { remaining } from '../attendance/state.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant, minutes } from '../kit/time.ts'
import { worldOf } from './concern-world.ts'
import { view } from './view.ts'

const person = (name: string) => id<'person'>(name)
const kiosk = aViewer('kiosk', { device: 'stage-door', place: 'door' })
const phone = (name: string) => aViewer('perf', { person: name, device: `${name}-phone` })
const chris = aViewer('chap', { person: 'chris' })
const sheet = (one: TestNight) => view(one.plan, one.state, theSM, one.now).attendance
const lineOf = (one: TestNight, name: string) => sheet(one)?.people.find((line) => line.person === name)
const signIn = (name: string) => ({ name: 'sign.in', person: person(name) }) as const
const say = (
  one: TestNight,
  name: string,
  as: Announced,
  within: number | null = 30,
  soon: number | null = 15,
) =>
  ({
    name: 'sign.announce',
    person: person(name),
    as,
    at: within === null ? null : instant(one.now + minutes(within)),
    minutes: soon,
  }) as const

describe('coming', () => {
  test('ATTENDANCE-23: each kind is on the sheet in its words, with its times and no others, and is taken back', () => {
    const one = nightOf(company).open()
    const at = instant(one.now + minutes(30))
    const shown: Readonly<Record<Announced, object>> = {
      later: { status: 'later', until: at },
      'not tonight': { status: 'not tonight' },
      'on call': { status: 'on call', until: at, minutes: 15 },
      'sent home': { status: 'sent home' },
    }
    for (const as of announcedAs) {
      one.do(say(one, 'ann', as), theSM)
      const { evidence, firstAt, backAt, person: _, ...line } = lineOf(one, 'ann') ?? {}
      expect(line).toEqual(shown[as])
      expect([evidence?.kind, firstAt, backAt]).toEqual(['told', null, null])
      expect(remaining(one.state.attendance)).toEqual([])
      one.do({ name: 'sign.undo', who: { person: person('ann') } }, theSM)
      expect(lineOf(one, 'ann')).toBeUndefined()
    }
    expect(Object.keys(one.log.at(-2)?.body ?? {}).sort()).toEqual(
      ['as', 'at', 'minutes', 'person', 'place', 'saidAt', 'via'].sort(),
    )
  })

  test('ATTENDANCE-23: times at their bounds, and what is refused changes nothing', () => {
    const one = nightOf(company).open()
    const longest = AWAY_MS_MAX / 60_000
    expect(codeOf(one.ask(say(one, 'ann', 'later', null), theSM))).toBe('not-then')
    for (const [within, code] of [
      [-1, 'not-then'],
      [0, 'not-then'],
      [1, 'ok'],
      [longest, 'ok'],
      [longest + 1, 'not-then'],
    ] as const)
      for (const as of ['later', 'on call'] as const)
        expect([within, as, codeOf(one.ask(say(one, 'ann', as, within), theSM))]).toEqual([within, as, code])
    for (const [soon, code] of [
      [null, 'not-so-soon'],
      [0, 'not-so-soon'],
      [1, 'ok'],
      [ON_CALL_MINUTES_MAX, 'ok'],
      [ON_CALL_MINUTES_MAX + 1, 'not-so-soon'],
    ] as const)
      expect([soon, codeOf(one.ask(say(one, 'bob', 'on call', null, soon), theSM))]).toEqual([soon, code])
    one.do(signIn('dee'), theSM)
    const before = one.state
    for (const as of ['later', 'not tonight'] as const)
      expect(codeOf(one.ask(say(one, 'dee', as), theSM))).toBe('is-in')
    expect(codeOf(one.ask(say(one, 'nobody', 'later'), theSM))).toBe('no-such-person')
    expect(one.state).toBe(before)
    for (let times = 0; times < MARKS_MAX; times += 1) one.ask(say(one, 'new', 'later'), theSM)
    expect(codeOf(one.ask(say(one, 'new', 'later'), theSM))).toBe('many-signs')
  })

  test('ATTENDANCE-24: by the person, stage management, the company manager and a chaperone, and by nobody else', () => {
    for (const as of announcedAs) {
      const one = nightOf(company).open()
      for (const role of roleNames) {
        const mayForOthers = ['SM', 'ASM', 'CM'].includes(role)
        const code = codeOf(one.ask(say(one, 'ann', as), aViewer(role, { person: 'dee' })))
        expect([role, as, code]).toEqual([role, as, mayForOthers ? 'ok' : 'not-yours'])
      }
      expect(codeOf(one.ask(say(one, 'ann', as), kiosk))).toBe('not-yours')
      expect(codeOf(one.ask(say(one, 'bob', as), phone('bob')))).toBe(as === 'sent home' ? 'not-yours' : 'ok')
      const ofChild = as === 'later' || as === 'not tonight' ? 'ok' : 'not-yours'
      expect([as, codeOf(one.ask(say(one, 'kit', as), chris))]).toEqual([as, ofChild])
    }
  })

  test('ATTENDANCE-24: it is on no screen but the sheet, one’s own and a chaperone’s', () => {
    const one = nightOf(company).open()
    one.do(say(one, 'ann', 'sent home'), theSM)
    one.do(say(one, 'kit', 'not tonight'), chris)
    for (const role of roleNames.filter((name) => !['caller', 'SM', 'ASM', 'CM'].includes(name))) {
      const shown = JSON.stringify(view(one.plan, one.state, aViewer(role, { person: 'bob' }), one.now))
      expect([role, /sent home|not tonight/.test(shown)]).toEqual([role, false])
    }
    expect(JSON.stringify(view(one.plan, one.state, phone('ann'), one.now).signed)).toContain('sent home')
    expect(view(one.plan, one.state, chris, one.now).signed?.wards).toMatchObject([
      { person: 'kit', sign: { status: 'not tonight' } },
    ])
  })

  test('ATTENDANCE-25: whoever is not here by such a word is not asked, is not quiet, and is not counted', () => {
    for (const as of announcedAs) {
      const one = nightOf(company).open().do(signIn('sam'), theSM).do(signIn('dee'), theSM)
      const asked = () =>
        worldOf(one.plan, one.state, one.now)
          .candidates({ person: person('ann'), place: null }, one.now)
          .find((each) => each.person === 'dee')?.busy
      expect(asked()).toBeNull()
      one.do({ name: 'sign.out', who: { person: person('dee') } }, theSM).do(say(one, 'dee', as), theSM)
      expect([as, asked()]).toEqual([as, 'not in'])
      expect(worldOf(one.plan, one.state, one.now).silenceOf(person('dee'))).toBeNull()
      expect(view(one.plan, one.state, aViewer('FOH'), one.now).headCount).toEqual({
        company: 1,
        visitors: 0,
      })
    }
  })
})

describe('at the half', () => {
  const arrivals = (one: TestNight) => sheet(one)?.arrivals
  const names = (one: TestNight) => arrivals(one)?.people.map((each) => each.person as string)
  const atTheHalf = () => {
    const one = nightOf(company).open().do(signIn('ann'), kiosk)
    one.do(say(one, 'bob', 'later'), theSM).do(say(one, 'dee', 'on call'), theSM)
    expect(arrivals(one)).toBeNull()
    return one.do({ name: 'call.give', call: 'half', act: 1 })
  }

  test('ATTENDANCE-26: who is expected and was not signed is named, with when they said; whoever comes is not any more', () => {
    const one = atTheHalf()
    expect(names(one)).toEqual(['bob', 'sam', 'chris', 'new', 'kit'])
    expect(arrivals(one)?.half).toBe(one.now)
    expect(arrivals(one)?.people[0]?.comesAt).toBe(one.now + minutes(30))
    one.wait(60_000).do(signIn('sam'), kiosk)
    expect(names(one)).toEqual(['bob', 'chris', 'new', 'kit'])
  })

  test('ATTENDANCE-26: the building is paged first, then they are rung, and both are written down with who and when', () => {
    const one = atTheHalf()
    expect(arrivals(one)).toMatchObject({ pagedAt: null, pagedBy: null })
    one.do({ name: 'arrival.note', step: 'paged', person: null }, aViewer('ASM', { person: 'sam' }))
    expect(arrivals(one)).toMatchObject({ pagedAt: one.now, pagedBy: 'Sam Fairweather' })
    one.wait(60_000).do({ name: 'arrival.note', step: 'rung', person: person('bob') }, aViewer('CM'))
    expect(arrivals(one)?.people.map(({ done }) => done)).toEqual([
      [{ step: 'rung', at: one.now, by: null }],
      ...[[], [], [], []],
    ])
    for (const step of personalSteps)
      expect(codeOf(one.ask({ name: 'arrival.note', step, person: null }, theSM))).toBe('nobody')
    const nobody = { name: 'arrival.note', step: 'rung', person: person('nobody') } as const
    expect(codeOf(one.ask(nobody, theSM))).toBe('no-such-person')
  })

  test('ATTENDANCE-26: each step after that is one touch, with who and when; again it is the newer word', () => {
    const one = atTheHalf()
    const sam = aViewer('ASM', { person: 'sam' })
    const since = one.now
    for (const step of personalSteps)
      one.wait(60_000).do({ name: 'arrival.note', step, person: person('bob') }, sam)
    const bob = () => arrivals(one)?.people.find((line) => line.person === 'bob')?.done ?? []
    expect(bob()).toEqual(
      personalSteps.map((step, index) => ({
        ...{ step, at: since + (index + 1) * 60_000, by: 'Sam Fairweather' },
      })),
    )
    one.wait(60_000).do({ name: 'arrival.note', step: 'rung', person: person('bob') }, theSM)
    expect(bob()).toHaveLength(personalSteps.length)
    expect(bob()[0]).toEqual({ step: 'rung', at: one.now, by: null })
  })

  test('ATTENDANCE-26: by stage management and the company manager, and three hundred times a night', () => {
    const one = atTheHalf()
    const page = { name: 'arrival.note', step: 'paged', person: null } as const
    for (const role of roleNames) {
      const may = ['caller', 'SM', 'ASM', 'CM'].includes(role)
      expect([role, codeOf(one.ask(page, aViewer(role)))]).toEqual([role, may ? 'ok' : 'not-yours'])
      expect(view(one.plan, one.state, aViewer(role), one.now).attendance !== undefined).toBe(may)
    }
    for (let times = 4; times < ARRIVALS_MAX; times += 1) one.do(page, theSM)
    expect(codeOf(one.ask(page, theSM))).toBe('many-arrivals')
  })
})

test('ATTENDANCE-27: beside a child stands who looks after them, and whether they are in', () => {
  const one = nightOf(company).open().do(signIn('kit'), kiosk)
  expect(sheet(one)?.children).toEqual([
    { person: 'kit', chaperone: 'Chris Fairweather', chaperoneIn: false },
  ])
  one.do(signIn('chris'), kiosk)
  expect(sheet(one)?.children).toMatchObject([{ chaperoneIn: true }])
})

describe('help at the stage door', () => {
  const asks = (name: string) => ({ name: 'sign.help', person: person(name) }) as const
  const helped = (name: string) => ({ name: 'sign.helped', person: person(name) }) as const
  const waiting = (one: TestNight) => sheet(one)?.helps.map((line) => [line.name, line.at])

  test('ATTENDANCE-32: whoever cannot sign in stands on the sheet, once, until they are signed or seen to', () => {
    const one = nightOf(company).open().do(asks('bob'), kiosk)
    const since = one.now
    one.wait(60_000).do(asks('bob'), kiosk)
    expect(waiting(one)).toEqual([['Bob Fairweather', since]])
    one.do(signIn('bob'), theSM)
    expect(waiting(one)).toEqual([])
    one.wait(60_000).do(asks('bob'), kiosk)
    expect(waiting(one)).toEqual([['Bob Fairweather', one.now]])
    one.do(helped('bob'), aViewer('ASM'))
    expect(waiting(one)).toEqual([])
    expect(codeOf(one.ask(helped('bob'), theSM))).toBe('nobody-waits')
  })

  test('ATTENDANCE-32: it is asked at the stage door alone, for somebody of the show, and three hundred times', () => {
    const one = nightOf(company).open()
    for (const role of roleNames)
      expect([role, codeOf(one.ask(asks('bob'), aViewer(role)))]).toEqual([
        role,
        role === 'kiosk' ? 'ok' : 'not-yours',
      ])
    expect(codeOf(one.ask(asks('nobody'), kiosk))).toBe('no-such-person')
    expect(codeOf(one.ask(helped('bob'), kiosk))).toBe('not-yours')
    one.do(helped('bob'), theSM)
    for (let times = 1; times < HELPS_MAX; times += 1) one.do(asks('bob'), kiosk).do(helped('bob'), theSM)
    expect(codeOf(one.ask(asks('bob'), kiosk))).toBe('many-helps')
  })
})
