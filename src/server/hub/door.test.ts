// The stage door on a running hub: signed by a code of one's own, guessed at a bounded number of times, and told to nobody.

import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { DOOR_KEY, openHouse, type TestHouse, TestScreen } from '../../../test/kit/house.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { settled } from '../../../test/kit/server.ts'
import {
  GUESS_MS,
  GUESSES_AT_ONE_SCREEN_MAX,
  GUESSES_FOR_ONE_MAX,
} from '../../core/installation/door-codes.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import type { GivenCode, WireCommand } from '../../wire/messages.ts'
import { INSTALLATION_STREAM } from '../log/log.ts'
import { openDoor } from './door.ts'

async function aDoor(): Promise<{
  readonly house: TestHouse
  readonly sm: TestScreen
  readonly kiosk: TestScreen
  readonly ann: TestScreen
}> {
  const house = await openHouse()
  await house.pair('sm', { roles: ['SM'] })
  await house.pair('door', { roles: ['kiosk'] })
  await house.pair('anns', { roles: ['perf'], person: id<'person'>('ann') })
  const open = (name: string) => new TestScreen(house, name).hello()
  return { house, sm: open('sm'), kiosk: open('door'), ann: open('anns') }
}

async function given(screen: TestScreen, ...people: readonly string[]): Promise<readonly GivenCode[]> {
  const answer = await screen.press({ name: 'code.give', people: [...people] })
  return (answer?.ok && answer.codes) || []
}
const codeFrom = (codes: readonly GivenCode[], person: string): string =>
  codes.find((one) => one.person === person)?.code ?? ''
const wrongFor = (code: string): string => String((Number(code) + 1) % 10_000).padStart(4, '0')
const sign = (person: string, code: string, as: 'in' | 'away' | 'out' = 'in'): WireCommand => ({
  ...{ name: 'door.sign', person, as, backAt: null, code },
})
const signsOf = (house: TestHouse, person: string): readonly string[] => {
  const people = house.stage.night()?.owner.state().attendance.people ?? []
  return people.find((one) => one.person === person)?.marks.map((mark) => mark.sign) ?? []
}
const NOT_TAKEN = 'Not signed. Type your own code again, or touch “Help me sign in”.'
const refusedAs = (sentence: string) => ({ ok: false, refusal: { code: 'code', sentence } })

test('ATTENDANCE-29: whoever has a code is signed at the stage door by it alone, in and out; whoever has none, by name', async () => {
  const { house, sm, kiosk } = await aDoor()
  expect(await kiosk.press({ name: 'sign.in', person: 'bob' })).toMatchObject({ ok: true })
  const code = codeFrom(await given(sm, 'ann'), 'ann')
  expect(code).toMatch(/^\d{4}$/)
  for (const command of [
    { name: 'sign.in', person: 'ann' },
    { name: 'sign.away', person: 'ann', backAt: null },
    { name: 'sign.out', who: { person: 'ann' } },
  ] as const)
    expect(await kiosk.press(command)).toEqual(refusedAs(NOT_TAKEN))
  expect(signsOf(house, 'ann')).toEqual([])
  for (const as of ['in', 'away', 'out'] as const)
    expect(await kiosk.press(sign('ann', code, as))).toMatchObject({ ok: true })
  expect(signsOf(house, 'ann')).toEqual(['in', 'away', 'out'])
  expect(await kiosk.press({ name: 'sign.in', person: 'bob' })).toMatchObject({ ok: true })
  expect(kiosk.sections['codes']).toEqual({ people: ['ann'] })
})

test('ATTENDANCE-29: their own phone and stage management need no code, and a code signs nowhere but at the stage door', async () => {
  const { house, sm, ann } = await aDoor()
  const code = codeFrom(await given(sm, 'ann'), 'ann')
  expect(await ann.press({ name: 'sign.in', person: 'ann' })).toMatchObject({ ok: true })
  expect(await sm.press({ name: 'sign.out', who: { person: 'ann' } })).toMatchObject({ ok: true })
  expect(await sm.press(sign('ann', code))).toMatchObject({ refusal: { code: 'not-yours' } })
  expect(signsOf(house, 'ann')).toEqual(['in', 'out'])
})

test('ATTENDANCE-28: their own code everybody draws on their own phone, of the company alone; the one before is no good any more', async () => {
  const { sm, kiosk, ann } = await aDoor()
  const before = codeFrom(await given(sm, 'ann'), 'ann')
  const now = codeFrom(await given(ann, 'ann'), 'ann')
  expect(now).toMatch(/^\d{4}$/)
  if (before !== now) expect(await kiosk.press(sign('ann', before))).toEqual(refusedAs(NOT_TAKEN))
  expect(await kiosk.press(sign('ann', now))).toMatchObject({ ok: true })
  expect(await ann.press({ name: 'code.give', people: ['bob'] })).toMatchObject({
    refusal: { code: 'not-yours' },
  })
  expect(await sm.press({ name: 'code.give', people: ['nobody'] })).toMatchObject({
    refusal: { code: 'no-such-person' },
  })
})

test('ATTENDANCE-30: the digits are in one answer, once; no other message and no record holds them or their hash', async () => {
  const { house, sm, kiosk, ann } = await aDoor()
  const press = 'press-of-codes'
  const first = await sm.press({ name: 'code.give', people: ['ann', 'bob'] }, press)
  const codes = (first?.ok && first.codes) || []
  expect(codes).toHaveLength(2)
  const again = await sm.press({ name: 'code.give', people: ['ann', 'bob'] }, press)
  expect(again).toMatchObject({ ok: true })
  expect(again?.ok && again.codes).toBeFalsy()
  await kiosk.press(sign('ann', codeFrom(codes, 'ann')))
  await kiosk.press(sign('bob', wrongFor(codeFrom(codes, 'bob'))))
  await settled()
  const kept = house.stage.installation.state().codes ?? []
  const said = [sm, kiosk, ann].flatMap((screen) => screen.texts)
  const withDigits = said.filter((text) => codes.some(({ code }) => text.includes(`"${code}"`)))
  expect(withDigits).toEqual([sm.texts.find((text) => text.includes('"codes":[{"person"'))])
  for (const { salt, hash } of kept)
    expect(said.some((text) => text.includes(hash) || text.includes(salt))).toBe(false)
  const record = JSON.stringify([house.stage.night()?.owner.state(), house.stage.installation.state()])
  for (const { code } of codes) expect(record.includes(`"${code}"`)).toBe(false)
})

const everyCode = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'))
/** What whoever holds the record and no key can work out. */
const worked = (salt: string, code: string): readonly string[] => [
  createHash('sha256').update(`${salt} ${code}`).digest('hex'),
  createHmac('sha256', '').update(`${salt} ${code}`).digest('hex'),
  createHmac('sha256', salt).update(`${salt} ${code}`).digest('hex'),
]
const elsewhere = ({ stage, clock }: TestHouse, doorKey = 'a key of another house') =>
  openDoor({ stage, clock, freshSecret: () => ({ secret: 'secret' }), doorKey })

test('ATTENDANCE-34: by the record alone none of the ten thousand codes can be tried, and no part of it holds the key', async () => {
  const { house, sm } = await aDoor()
  await given(sm, 'ann')
  const [kept] = house.stage.installation.state().codes ?? []
  expect(everyCode.filter((code) => worked(kept?.salt ?? '', code).includes(kept?.hash ?? ''))).toEqual([])
  const record = JSON.stringify(await house.log.read(INSTALLATION_STREAM, 1, 100))
  expect(record).toContain(kept?.hash)
  expect(record).not.toContain(DOOR_KEY)
})

test('ATTENDANCE-34: where the record is without its key nobody has a code: signed by name until new ones are given', async () => {
  const { house, sm } = await aDoor()
  const code = codeFrom(await given(sm, 'ann'), 'ann')
  const door = elsewhere(house)
  const kiosk = aViewer('kiosk')
  expect(door.people()).toEqual([])
  expect(door.wantsCode(kiosk, { name: 'sign.in', person: 'ann' })).toBeNull()
  const press = { name: 'door.sign', person: 'ann', as: 'in', backAt: null } as const
  expect(door.open(kiosk, { ...press, code })).toEqual(refusedAs(NOT_TAKEN))
  const answer = await door.give(aViewer('SM'), 'given-elsewhere', ['ann'])
  const again = answer.ok ? codeFrom(answer.codes ?? [], 'ann') : ''
  expect(door.people()).toEqual(['ann'])
  expect(door.open(kiosk, { ...press, code: again })).toEqual({ name: 'sign.in', person: 'ann' })
})

test('ATTENDANCE-34: a code that was kept without a key is taken as before, until another is given', async () => {
  const { house, sm, kiosk } = await aDoor()
  const hash = createHash('sha256').update('salt 0417').digest('hex')
  const codes = [{ person: id<'person'>('ann'), salt: 'salt', hash }]
  const command = { name: 'code.give', codes } as const
  await house.stage.installation.submit({ id: 'old', by: theMachine, madeAt: house.clock.now(), command })
  expect(await kiosk.press(sign('ann', '0417'))).toMatchObject({ ok: true })
  const now = codeFrom(await given(sm, 'ann'), 'ann')
  if (now !== '0417') expect(await kiosk.press(sign('ann', '0417'))).toEqual(refusedAs(NOT_TAKEN))
  expect(await kiosk.press(sign('ann', now))).toMatchObject({ ok: true })
})

test('ATTENDANCE-31: after five wrong ones for one person not even the right one is looked at, for an hour; the sentence is the same', async () => {
  const { house, sm, kiosk } = await aDoor()
  const codes = await given(sm, 'ann', 'bob')
  const [anns, bobs] = [codeFrom(codes, 'ann'), codeFrom(codes, 'bob')]
  for (let guess = 0; guess < GUESSES_FOR_ONE_MAX; guess += 1)
    expect(await kiosk.press(sign('ann', wrongFor(anns)))).toEqual(refusedAs(NOT_TAKEN))
  expect(await kiosk.press(sign('ann', anns))).toEqual(refusedAs(NOT_TAKEN))
  expect(await kiosk.press(sign('bob', bobs))).toMatchObject({ ok: true })
  expect(await kiosk.press(sign('nobody', '0000'))).toEqual(refusedAs(NOT_TAKEN))
  house.clock.pass(GUESS_MS)
  expect(await kiosk.press(sign('ann', anns))).toMatchObject({ ok: true })
})

test('ATTENDANCE-31: one short of the bound the right one is taken, and wipes the slate; so does a new code', async () => {
  const { sm, kiosk } = await aDoor()
  const code = codeFrom(await given(sm, 'ann'), 'ann')
  const miss = async (times: number, right: string) => {
    for (let guess = 0; guess < times; guess += 1) await kiosk.press(sign('ann', wrongFor(right)))
  }
  await miss(GUESSES_FOR_ONE_MAX - 1, code)
  expect(await kiosk.press(sign('ann', code))).toMatchObject({ ok: true })
  await miss(GUESSES_FOR_ONE_MAX, code)
  expect(await kiosk.press(sign('ann', code))).toEqual(refusedAs(NOT_TAKEN))
  const fresh = codeFrom(await given(sm, 'ann'), 'ann')
  expect(await kiosk.press(sign('ann', fresh))).toMatchObject({ ok: true })
})

test('ATTENDANCE-31: thirty wrong ones at one screen, whomever for, and that screen takes none; another does', async () => {
  const { house, sm, kiosk } = await aDoor()
  const people = house.stage.night()?.plan.show.people.map((one) => one.id) ?? []
  await house.pair('second', { roles: ['kiosk'] })
  const second = new TestScreen(house, 'second').hello()
  let wrong = 0
  while (wrong < GUESSES_AT_ONE_SCREEN_MAX)
    // A new code each time, so that no one person's bound is reached first.
    for (const { person, code } of await given(sm, ...people))
      if (wrong < GUESSES_AT_ONE_SCREEN_MAX) {
        house.clock.pass(1_000)
        expect(await kiosk.press(sign(person, wrongFor(code)))).toEqual(refusedAs(NOT_TAKEN))
        wrong += 1
      }
  const code = codeFrom(await given(sm, 'ann'), 'ann')
  expect(await kiosk.press(sign('ann', code))).toEqual(refusedAs(NOT_TAKEN))
  expect(await second.press(sign('ann', code))).toMatchObject({ ok: true })
})
