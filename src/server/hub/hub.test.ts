// Who is let in, and what becomes of their presses, on a real stage and a log in memory.

import { expect, test } from 'vitest'
import {
  companyIn,
  expectShown,
  freshPress,
  hashOf,
  nextGo,
  openHouse,
  TestScreen,
} from '../../../test/kit/house.ts'
import { settled } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { roleNames } from '../../core/disclosure/policy.ts'
import { asViewer } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { PROTOCOL } from '../../wire/protocol.ts'
import { emptyShelf } from '../log/memory.ts'
import { SESSIONS_MAX } from './hub.ts'
import { DEVICES_DELAY_MS } from './roll.ts'
import {
  CALLER_PRESSES_MAX,
  CALLER_PRESSES_PER_SECOND,
  PRESSES_MAX,
  PRESSES_PER_SECOND,
  SESSIONS_PER_DEVICE_MAX,
  TALK_MAX,
  TALK_PER_SECOND,
} from './session.ts'

test('HUB-4: hello is answered with who the device is and a snapshot of what it may see', async () => {
  const house = await openHouse()
  const [lx] = await companyIn(house, 'lx')
  expect(lx?.messages.map((message) => message.t)).toEqual(['welcome', 'snapshot'])
  expect(lx?.all('welcome')[0]).toMatchObject({
    protocol: PROTOCOL,
    viewer: { device: 'lx', name: 'the lx', roles: ['dept'], department: 'lx', person: null, place: null },
    now: house.clock.now(),
  })
  const performance = house.stage.night()?.performance.id
  expect(lx?.all('snapshot')[0]).toMatchObject({ performance, boot: house.boot })
  if (lx) expectShown(house, lx)
})

test.for(roleNames)('HUB-4: a snapshot for %s holds its view and nothing besides', async (role) => {
  const house = await openHouse()
  await house.pair('it', { roles: [role], person: id<'person'>('ann'), department: id<'department'>('lx') })
  const screen = new TestScreen(house, 'it').hello()
  expectShown(house, screen)
  const facts = Object.keys(screen.sections).filter((name) => ['devices', 'keeping', 'codes'].includes(name))
  const ofTheHouse = ['caller', 'SM', 'admin'].includes(role) ? ['devices', 'keeping'] : []
  // Who has a code at the stage door: there, and for those who give them.
  expect(facts).toEqual([...ofTheHouse, ...(['SM', 'CM', 'kiosk'].includes(role) ? ['codes'] : [])])
})

test('HUB-4: before its hello a device gets pongs and no frames, and a press of it is its last word', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  await house.pair('mute', { roles: ['SM'] })
  const mute = new TestScreen(house, 'mute').connect().say({ t: 'ping', at: 3 })
  await desk?.press(nextGo(house))
  expect(mute.messages.map((message) => message.t)).toEqual(['pong'])
  mute.say({ t: 'command', id: 'too-early', madeAt: house.clock.now(), command: { name: 'desk.take' } })
  await settled()
  expect(mute.messages.map((message) => message.t)).toEqual(['pong', 'bye'])
  expect(house.stage.night()?.owner.state().calling.desk.taken).toEqual([])
})

test('HUB-4: a hello counts as a press, so that nobody is sent snapshots without end', async () => {
  const house = await openHouse()
  const [ann] = await companyIn(house, 'ann')
  for (let count = 1; count < PRESSES_MAX; count += 1) ann?.hello(null)
  expect([ann?.all('snapshot').length, ann?.closed]).toEqual([PRESSES_MAX, false])
  ann?.hello(null)
  expect([ann?.all('snapshot').length, ann?.all('bye')[0]?.why]).toEqual([PRESSES_MAX, 'too-slow'])
})

test('HUB-5: an older or newer protocol is told to reload', async () => {
  const house = await openHouse()
  await house.pair('old', { roles: ['perf'], person: id<'person'>('ann') })
  for (const protocol of [0, PROTOCOL + 1]) {
    const old = new TestScreen(house, 'old').connect().say({ t: 'hello', protocol, seen: null })
    expect(old.messages.map((message) => message.t === 'bye' && message.why)).toEqual(['reload'])
    expect(old.closed).toBe(true)
  }
})

test('HUB-6: whoever was here before is sent what changed since, in one frame, also if that is nothing', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  lx?.hello()
  expect(lx?.all('frame').at(-1)).toMatchObject({ sections: {} })
  lx?.leave()
  await desk?.press(nextGo(house))
  await desk?.press({ name: 'note.write', department: 'snd', text: 'not for lights' })
  await desk?.press({ name: 'clock.hold' })
  const before = lx?.messages.length ?? 0
  lx?.hello()
  const since = lx?.messages.slice(before) ?? []
  expect(since.map((message) => message.t)).toEqual(['welcome', 'frame'])
  expect(Object.keys(lx?.all('frame').at(-1)?.sections ?? {}).sort()).toEqual(['calling', 'position'])
  if (lx) expectShown(house, lx)
})

test.for([
  ['another boot', { boot: 'another' }],
  ['another performance', { performance: 'another' }],
  ['a frame that never was', { seq: 1_000_000 }],
] as const)('HUB-6: whoever was in %s gets a snapshot', async ([, other]) => {
  const house = await openHouse()
  const [ann] = await companyIn(house, 'ann')
  if (ann?.seen) ann.hello({ ...ann.seen, ...other })
  expect(ann?.messages.at(-1)?.t).toBe('snapshot')
})

test('HUB-7: unknown, unpaired and revoked devices are not let in, and a revoked one is sent away at once', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  expect(house.hub.admit('nobody', hashOf('nobody'), new TestScreen(house, 'nobody'))).toBeNull()
  expect(house.hub.admit('lx', hashOf('desk'), new TestScreen(house, 'lx'))).toBeNull()
  const texts = lx?.texts.length ?? 0
  await desk?.press({ name: 'device.revoke', device: 'lx' })
  expect(lx?.messages.slice(texts)).toEqual([
    { t: 'bye', why: 'revoked', sentence: 'This device was signed off by the stage manager.' },
  ])
  expect([lx?.closed, new TestScreen(house, 'lx').connect().session]).toEqual([true, null])
  await desk?.press(nextGo(house))
  expect(lx?.messages).toHaveLength(texts + 1)
  expect(house.hub.sessions()).toBe(1)
})

const silent = () => {
  const connection = {
    open: true,
    send: () => undefined,
    sendPacked: () => undefined,
    buffered: () => 0,
    close: () => {
      connection.open = false
    },
  }
  return connection
}

test('HUB-7: beyond the sessions there is room for, nobody is let in until somebody leaves', async () => {
  const house = await openHouse()
  const names = Array.from({ length: SESSIONS_MAX / SESSIONS_PER_DEVICE_MAX + 1 }, (_, i) => `phone-${i}`)
  for (const name of names) await house.pair(name, { roles: ['callboard'] })
  const late = names.pop() ?? ''
  const sessions = names.flatMap((name) =>
    Array.from({ length: SESSIONS_PER_DEVICE_MAX }, () => house.hub.admit(name, hashOf(name), silent())),
  )
  expect(sessions.every((session) => session !== null)).toBe(true)
  expect(house.hub.admit(late, hashOf(late), silent())).toBeNull()
  const [first] = sessions
  if (first) house.hub.leave(first)
  expect(house.hub.admit(late, hashOf(late), silent())).not.toBeNull()
})

test('HUB-30: a device has so many connections; one more ends its oldest, and none brings more presses', async () => {
  const house = await openHouse()
  await house.pair('ann', { roles: ['caller'] })
  const connections = Array.from({ length: SESSIONS_PER_DEVICE_MAX + 1 }, silent)
  const sessions = connections.map((connection) => house.hub.admit('ann', hashOf('ann'), connection))
  expect(connections.map(({ open }) => open)).toEqual([false, ...Array(SESSIONS_PER_DEVICE_MAX).fill(true)])
  expect(house.hub.sessions()).toBe(SESSIONS_PER_DEVICE_MAX)
  expect(new Set(sessions.map((session) => session?.allowance)).size).toBe(1)
})

test('HUB-48: who says more than anybody means, of whatever kind and on however many lines, is sent away, and the desk is not', async () => {
  const house = await openHouse()
  const [desk, ann] = await companyIn(house, 'desk', 'ann')
  const other = new TestScreen(house, 'ann').hello()
  const ping = (at: number) => (at % 2 === 0 ? ann : other)?.say({ t: 'ping', at })
  // Both said hello.
  for (let said = 2; said < TALK_MAX; said += 1) ping(said)
  expect([ann?.closed, other.closed]).toEqual([false, false])
  ping(0)
  expect([ann?.closed, ann?.messages.at(-1)]).toMatchObject([true, { t: 'bye', why: 'too-slow' }])
  expect([other.closed, desk?.closed]).toEqual([false, false])
  house.clock.pass(1_000)
  for (let said = 0; said < TALK_PER_SECOND; said += 1) other.say({ t: 'ping', at: said })
  expect(other.closed).toBe(false)
  other.say({ t: 'ping', at: 0 })
  expect(other.closed).toBe(true)
})

test('HUB-31: what a device may never do is refused before the queue and leaves nothing in the record', async () => {
  const house = await openHouse()
  await house.pair('ann', { roles: ['perf'], person: id<'person'>('ann') })
  const [ann] = await companyIn(house, 'ann')
  const stream = house.stage.night()?.performance.id ?? ''
  ann?.say({
    t: 'command',
    id: 'not-hers-at-all',
    madeAt: house.clock.now(),
    command: { name: 'clock.hold' },
  })
  await settled()
  expect(ann?.messages.at(-1)).toMatchObject({
    t: 'answer',
    answer: { ok: false, refusal: { code: 'not-yours' } },
  })
  expect(await house.log.answer(stream, 'not-hers-at-all')).toBeNull()
})

test('HUB-31: a stage manager refused before taking the desk is told the same after it, and nothing happens', async () => {
  const house = await openHouse()
  await house.pair('ruth', { roles: ['SM'] })
  const ruth = new TestScreen(house, 'ruth').hello()
  const held = freshPress()
  const first = await ruth.press({ name: 'clock.hold' }, held)
  expect(first).toMatchObject({ refusal: { code: 'not-yours' } })
  expect(await ruth.press({ name: 'desk.take' })).toMatchObject({ ok: true })
  expect(await ruth.press({ name: 'clock.hold' }, held)).toEqual(first)
  expect(house.stage.night()?.owner.state().calling.holds).toEqual([])
})

test.for([
  ['not JSON', '{'],
  ['an unknown kind', '{"t":"shout"}'],
  ['too long', `{"t":"ping","at":1,"x":"${'x'.repeat(20_000)}"}`],
] as const)('HUB-8: a message that is %s is the last of its connection', async ([, text]) => {
  const house = await openHouse()
  const [ann] = await companyIn(house, 'ann')
  ann?.say(text)
  expect(ann?.messages.at(-1)).toMatchObject({ t: 'bye', why: 'wrong-message' })
  expect([ann?.closed, house.hub.sessions()]).toEqual([true, 0])
})

test('HUB-17: a press is answered to who made it, with what came of it', async () => {
  const house = await openHouse()
  const [desk, ann] = await companyIn(house, 'desk', 'ann')
  const heard = ann?.all('answer').length
  expect(await desk?.press(nextGo(house))).toEqual({ ok: true, seq: 2 })
  expect(await ann?.press(nextGo(house))).toMatchObject({ ok: false, refusal: { code: 'not-yours' } })
  expect(await desk?.press({ name: 'clock.resume' })).toMatchObject({ refusal: { code: 'not-held' } })
  expect(ann?.all('answer').length).toBe((heard ?? 0) + 1)
})

test('HUB-17: the frame of a GO reaches its desk before the answer does', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  house.clock.pass(DEVICES_DELAY_MS)
  const before = desk?.messages.length
  await desk?.press(nextGo(house))
  expect(desk?.messages.slice(before).map((message) => message.t)).toEqual(['frame', 'answer'])
})

test.for([
  ['ann', PRESSES_MAX, PRESSES_PER_SECOND],
  ['desk', CALLER_PRESSES_MAX, CALLER_PRESSES_PER_SECOND],
] as const)(
  'HUB-17: %s makes %i presses at once, %i a second more, and one more is not taken',
  async ([name, most, perSecond]) => {
    const house = await openHouse()
    const [screen] = await companyIn(house, name)
    const allowed = async (count: number) => {
      let taken = 0
      for (let press = 0; press < count; press += 1) {
        const answer = await screen?.press({ name: 'clock.hold' })
        if (answer && 'failure' in answer) expect(answer.failure).toContain('Too many presses')
        else taken += 1
      }
      return taken
    }
    // The hello was one.
    expect(await allowed(most + 5)).toBe(most - 1)
    house.clock.pass(1_000)
    expect(await allowed(most)).toBe(perSecond)
    house.clock.pass(3_600_000)
    expect(await allowed(2 * most)).toBe(most)
    house.clock.setBack(10_000)
    expect(await allowed(1)).toBe(0)
    house.clock.pass(1_000)
    expect(await allowed(most)).toBe(perSecond)
  },
)

const invitation: WireCommand = {
  name: 'device.invite',
  title: 'Wing left',
  roles: ['ASM'],
  person: null,
  department: null,
  place: null,
}

test('HUB-20: a press of an earlier performance takes effect in no other, and is told what came of it there', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  const first = house.stage.night()?.performance.id ?? ''
  const note = { name: 'note.write', department: null, text: 'The lamp stuck.' } as const
  const [taken, refused, lost] = [freshPress(), freshPress(), freshPress()]
  const answers = [
    await desk?.press(note, taken, first),
    await desk?.press({ name: 'clock.resume' }, refused, first),
  ]
  await desk?.press({ name: 'performance.close' })
  await desk?.press({ name: 'performance.next', curtainAt: 1 })
  const second = house.stage.night()?.performance.id
  expect(second).not.toBe(first)
  expect(await desk?.press(note, taken, first)).toEqual(answers[0])
  expect(await desk?.press({ name: 'clock.resume' }, refused, first)).toEqual(answers[1])
  for (const elsewhere of [first, 'no-such-performance', 'installation', '']) {
    const answer = await desk?.press(note, lost, elsewhere)
    expect([elsewhere, answer]).toMatchObject([elsewhere, { refusal: { code: 'other-performance' } }])
  }
  expect(house.stage.night()?.owner.state().calling.notes).toEqual([])
  expect(await desk?.press(note, lost, second)).toMatchObject({ ok: true })
})

test('HUB-18: the secret of an invitation is in its answer, not in the record, not in a frame, not said twice', async () => {
  const shelf = emptyShelf()
  const house = await openHouse(shelf)
  const [desk, admin] = await companyIn(house, 'desk', 'admin')
  const key = freshPress()
  const answer = await desk?.press(invitation, key)
  const link = answer?.ok === true ? (answer.link ?? '') : ''
  expect(link).toMatch(/^\/join#device-fresh-\d+\.secret-fresh-\d+$/)
  const secret = link.slice(link.indexOf('.') + 1)
  house.clock.pass(DEVICES_DELAY_MS)
  const { link: _link, ...again } = { link: undefined, ...(answer ?? {}) }
  expect(await desk?.press(invitation, key)).toEqual(again)
  house.clock.pass(DEVICES_DELAY_MS)
  const said = [...(desk?.texts ?? []), ...(admin?.texts ?? [])].filter((text) =>
    text.includes(`.${secret}"`),
  )
  expect(said).toHaveLength(1)
  const written = JSON.stringify([...shelf.streams].map(([, stream]) => [stream.rows, [...stream.answers]]))
  expect(written.replaceAll(hashOf(secret), '')).not.toContain(secret)
  const invited = house.stage.installation.state().devices.filter((device) => device.name === 'Wing left')
  expect(invited).toHaveLength(1)
})

test('HUB-18: whoever may not invite gets a refusal and no link', async () => {
  const house = await openHouse()
  const [lx] = await companyIn(house, 'lx')
  const answer = await lx?.press(invitation)
  expect(answer).toEqual({
    ok: false,
    refusal: { code: 'not-yours', sentence: 'A stage manager pairs devices.' },
  })
})

test('HUB-19: what breaks while a press is performed is an answer', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  Object.assign(house.log, { answer: () => Promise.reject(new Error('the disk is gone')) })
  const answer = await desk?.press({ name: 'performance.next', curtainAt: 1 })
  expect(answer).toMatchObject({ ok: false, failure: expect.any(String) })
})

test('HUB-19: without a performance a press at the desk is refused in words', async () => {
  const house = await openHouse(emptyShelf(), null)
  const [desk] = await companyIn(house, 'desk')
  expect(desk?.all('snapshot')[0]).toMatchObject({ performance: '' })
  expect(Object.keys(desk?.sections ?? {})).toEqual(['devices', 'keeping', 'codes'])
  expect(await desk?.press({ name: 'clock.hold' })).toEqual({
    ok: false,
    refusal: { code: 'no-night', sentence: 'No performance is open.' },
  })
  const show = littleShow()
  await house.stage.plan(
    JSON.stringify(show),
    show,
    house.clock.now(),
    asViewer(house.stage.installation.state().devices[0] ?? never()),
  )
  if (desk) expectShown(house, desk)
})

const never = (): never => {
  throw new Error('the desk is paired')
}
