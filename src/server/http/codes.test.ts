// Six letters instead of a link: as good as it, for so long, and not to be guessed.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServedHouse, RealSocket, type ServedHouse } from '../../../test/kit/served-house.ts'
import { TestClock } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import type { CodeLine } from '../../wire/messages.ts'
import { CODE_LENGTH, CODE_LETTERS, codeIn } from '../../wire/protocol.ts'
import {
  CODE_MS,
  CODES_MAX,
  openCodes,
  WRONG_MAX,
  WRONG_MS,
  WRONG_PACE_MS,
  WRONG_PER_ADDRESS_MAX,
} from './codes.ts'

const never = CODE_LETTERS[0]?.repeat(CODE_LENGTH) ?? ''
const wrongOnes = Array.from({ length: WRONG_MAX }, (_each, index) => `wrong-${index}`)

test('NETWORK-13: a code is six letters without vowels or look-alikes, read however it is spaced', () => {
  const { text } = openCodes(new TestClock()).make('device-a')
  expect(text).toMatch(new RegExp(`^[${CODE_LETTERS}]{${CODE_LENGTH}}$`))
  expect(CODE_LETTERS).not.toMatch(/[AEIOULQ0-9]/)
  for (const typed of [
    text,
    text.toLowerCase(),
    ` ${text.slice(0, 3)} ${text.slice(3)}`,
    [...text].join('-'),
  ])
    expect(codeIn(typed)).toBe(text)
  for (const typed of ['', 'ABCDEF', text.slice(1), `${text}B`, 'device-a.secret'])
    expect(codeIn(typed)).toBeNull()
})

test('NETWORK-13: it is good for a quarter of an hour; asked for again while young it is the same', () => {
  const clock = new TestClock()
  const codes = openCodes(clock)
  const { text, until } = codes.make('device-a')
  expect(until - clock.now()).toBe(CODE_MS)
  expect(codes.make('device-a').text).toBe(text)
  clock.pass(CODE_MS - 1)
  expect(codes.use(text, 'x')).toBe('device-a')
  expect(codes.make('device-a').text).not.toBe(text)
  clock.pass(1)
  expect(codes.use(text, 'x')).toBeNull()
})

test('NETWORK-13: at most a hundred are good at once; the oldest makes way', () => {
  const codes = openCodes(new TestClock())
  const made = Array.from({ length: CODES_MAX }, (_each, index) => codes.make(`device-${index}`).text)
  expect(codes.use(made[0] ?? '', 'x')).toBe('device-0')
  codes.make('one-more')
  expect(codes.use(made[0] ?? '', 'x')).toBeNull()
  expect(codes.use(made[1] ?? '', 'x')).toBe('device-1')
})

test('NETWORK-14: five wrong ones from an address, and the sixth try is not looked up, good or not, until five minutes have passed', () => {
  const clock = new TestClock()
  const codes = openCodes(clock)
  const { text } = codes.make('device-a')
  for (let tries = 1; tries < WRONG_PER_ADDRESS_MAX; tries += 1) expect(codes.use(never, 'x')).toBeNull()
  expect(codes.use(text, 'x')).toBe('device-a')
  expect(codes.use(never, 'x')).toBeNull()
  expect(codes.use(text, 'x')).toBe('too-many')
  // Others are not kept waiting for it.
  expect(codes.use(text, 'y')).toBe('device-a')
  clock.pass(WRONG_MS)
  expect(codes.use(text, 'x')).toBe('device-a')
})

test('NETWORK-14: after sixty wrong ones from all together letters are looked up at a pace, and nobody is shut out for longer', () => {
  const clock = new TestClock()
  const codes = openCodes(clock)
  const { text } = codes.make('device-a')
  for (const from of wrongOnes) expect(codes.use(never, from)).toBeNull()
  expect(codes.use(text, 'y')).toBe('wait')
  clock.pass(WRONG_PACE_MS - 1)
  expect(codes.use(text, 'y')).toBe('wait')
  clock.pass(1)
  expect([codes.use(text, 'y'), codes.use(text, 'z')]).toEqual(['device-a', 'device-a'])
  // The one who goes on guessing waits by their own address, whoever else guesses.
  for (let tries = 0; tries < WRONG_PER_ADDRESS_MAX; tries += 1) {
    expect(codes.use(never, 'guesser')).toBeNull()
    clock.pass(WRONG_PACE_MS)
  }
  for (let tries = 0; tries < WRONG_MS / WRONG_PACE_MS / 2; tries += 1) {
    codes.use(never, `more-${tries}`)
    clock.pass(WRONG_PACE_MS)
  }
  expect([codes.use(text, 'guesser'), codes.use(text, 'y')]).toEqual(['too-many', 'device-a'])
})

let house: ServedHouse
let desk: RealSocket
beforeAll(async () => {
  house = await openServedHouse({ show: littleShow() })
  desk = new RealSocket(house.server.port, { headers: { cookie: await house.pair({ roles: ['SM'] }) } })
  await desk.hello()
})
afterAll(async () => {
  await desk.close()
  await house.close()
})

const board = { title: 'A board', roles: ['callboard'], department: null, place: null }
async function made(command: Parameters<RealSocket['press']>[0]): Promise<{ code: CodeLine; link: string }> {
  const answer = await desk.press(command)
  if (!answer.ok || !answer.code) throw new Error(JSON.stringify(answer))
  return { code: answer.code, link: answer.link ?? '' }
}

test('NETWORK-13: typed in, it does what the link does: one device for one, several for a group’s, nobody signed in; it is in no record', async () => {
  const one = await made({ name: 'device.invite', ...board, person: null })
  expect((await house.join(one.code.text)).reply.status).toBe(200)
  const used = await house.join(one.code.text)
  expect([used.reply.status, JSON.parse(used.reply.text).refusal.code]).toEqual([403, 'code'])
  expect((await house.join(one.link.split('#')[1] ?? '')).reply.status).toBe(403)
  const several = await made({ name: 'group.invite', ...board, devices: 2, minutes: 10 })
  for (const status of [200, 200, 403])
    expect((await house.join(several.code.text.toLowerCase())).reply.status).toBe(status)
  const { devices } = house.server.stage.installation.state()
  expect(devices.filter((one) => one.group !== null).map(({ person }) => person)).toEqual([null, null])
  const events = await house.server.log.read('installation', 1, 1_000)
  const written = JSON.stringify(events)
  for (const { code } of [one, several]) expect(written).not.toContain(code.text)
})

test('NETWORK-13: a group link that hangs somewhere is given letters when somebody asks, by who pairs screens, while it is open', async () => {
  const { link } = await made({ name: 'group.invite', ...board, devices: 2, minutes: 10 })
  const group = (link.split('#')[1] ?? '').split('.')[0] ?? ''
  const { code } = await made({ name: 'group.code', group })
  expect((await house.join(code.text)).reply.status).toBe(200)
  const phone = new RealSocket(house.server.port, {
    headers: { cookie: await house.pair({ roles: ['callboard'] }) },
  })
  await phone.hello()
  expect(await phone.press({ name: 'group.code', group })).toMatchObject({ refusal: { code: 'not-yours' } })
  await phone.close()
  await desk.press({ name: 'group.revoke', group, devices: false })
  expect(await desk.press({ name: 'group.code', group })).toMatchObject({ refusal: { code: 'no-such-link' } })
})

test('NETWORK-14: at the door too many wrong letters are told so, and a link still lets in', async () => {
  const answers: number[] = []
  for (let tries = 0; tries <= WRONG_PER_ADDRESS_MAX; tries += 1)
    answers.push((await house.join(never)).reply.status)
  expect(answers.at(-1)).toBe(429)
  expect((await house.join(await house.invite({ roles: ['callboard'] }))).reply.status).toBe(200)
})
