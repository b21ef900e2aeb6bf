// What the desk does to a device reaches that device, at once and nobody else; and the list stays small.

import { expect, test } from 'vitest'
import {
  companyIn,
  expectShown,
  freshPress,
  hashOf,
  nextGo,
  openHouse,
  type TestHouse,
  TestScreen,
} from '../../../test/kit/house.ts'
import { settled } from '../../../test/kit/server.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { DevicesSection, Pulse } from '../../wire/messages.ts'
import { IDENTIFY_MS } from './hub.ts'
import { DEVICES_DELAY_MS, DEVICES_GAP_MS, HEARD_MAX, openRoll, QUIET_MS } from './roll.ts'

const listed = (screen: TestScreen | undefined): DevicesSection => {
  const section = screen?.sections['devices']
  if (section === undefined) throw new Error('this screen is told of devices')
  return section as DevicesSection
}
const lineOf = (screen: TestScreen | undefined, device: string) => {
  const line = listed(screen).devices.find((one) => one.id === device)
  if (!line) throw new Error(`${device} is on the list`)
  return line
}

test('HUB-34: a press is known by its sender too: whoever says another’s id is told nothing of the other’s', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  const key = freshPress()
  const first = await desk?.press({ name: 'note.write', department: null, text: 'Lamp.' }, key)
  expect(first).toMatchObject({ ok: true })
  const other = await lx?.press({ name: 'note.write', department: 'lx', text: 'Shutter.' }, key)
  expect(other).toMatchObject({ ok: true })
  expect(other).not.toEqual(first)
  expect(
    house.stage
      .night()
      ?.owner.state()
      .calling.notes.map((note) => note.text),
  ).toEqual(['Lamp.', 'Shutter.'])
  expect(await desk?.press({ name: 'note.write', department: null, text: 'Lamp.' }, key)).toEqual(first)
  expect(house.stage.night()?.owner.state().calling.notes).toHaveLength(2)
})

test('HUB-35: a device that is renamed or sent elsewhere is told so at once, on every connection, and nobody else', async () => {
  const house = await openHouse()
  const [desk, lx, ann] = await companyIn(house, 'desk', 'lx', 'ann')
  const second = new TestScreen(house, 'lx').hello()
  await desk?.press({ name: 'device.rename', device: 'lx', title: 'Lamps' })
  await desk?.press({ name: 'device.redirect', device: 'lx', screen: 'board' })
  for (const screen of [lx, second]) {
    expect(screen?.all('you').map(({ viewer }) => [viewer.name, viewer.sentTo])).toEqual([
      ['Lamps', null],
      ['Lamps', 'board'],
    ])
    expect(screen?.all('snapshot')).toHaveLength(1)
  }
  expect([desk?.all('you'), ann?.all('you')]).toEqual([[], []])
  expect(new TestScreen(house, 'lx').hello().all('welcome')[0]?.viewer).toMatchObject({
    name: 'Lamps',
    sentTo: 'board',
  })
})

test('HUB-35: a device that is given its person gets all it may see anew, and what it saw before is not built upon', async () => {
  const house = await openHouse()
  const [desk, board] = await companyIn(house, 'desk', 'board')
  const asleep = new TestScreen(house, 'board').hello()
  const known = asleep.seen
  asleep.leave()
  expect(board?.sections['track']).toBeUndefined()
  await desk?.press({ name: 'device.give', device: 'board', person: 'ann' })
  expect(board?.all('you').at(-1)?.viewer).toMatchObject({ person: 'ann', roles: ['perf'] })
  if (board) expectShown(house, board)
  expect(board?.sections['track']).toBeDefined()
  asleep.session = null
  asleep.hello(known)
  expect(asleep.messages.at(-1)?.t).toBe('snapshot')
  expectShown(house, asleep)
  await desk?.press(nextGo(house))
  if (board) expectShown(house, board)
})

test('HUB-36: a device that is asked which one it is is told for how long, and no other device is', async () => {
  const house = await openHouse()
  const [desk, lx, ann] = await companyIn(house, 'desk', 'lx', 'ann')
  await desk?.press({ name: 'device.identify', device: 'lx' })
  expect(lx?.all('identify')).toEqual([{ t: 'identify', forMs: IDENTIFY_MS }])
  expect([desk?.all('identify'), ann?.all('identify')]).toEqual([[], []])
  // A new connection, another change: it is not asked again.
  await desk?.press({ name: 'device.rename', device: 'lx', title: 'Lamps' })
  expect(new TestScreen(house, 'lx').hello().all('identify')).toEqual([])
  expect(lx?.all('identify')).toHaveLength(1)
})

const pulse = (parts: Partial<Pulse> = {}): Pulse => ({
  t: 'pulse',
  screen: 'department',
  lag: { last: 30, median: 28 },
  clock: { ahead: 40, within: 15 },
  drift: null,
  ...parts,
})

test('HUB-38: what a device says of itself is on the desk’s list; a little more lag is no news, another screen is', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  house.clock.pass(DEVICES_DELAY_MS)
  const lists = () => desk?.all('frame').length ?? 0
  lx?.say(pulse())
  house.clock.pass(DEVICES_DELAY_MS)
  const { t: _t, ...told } = pulse()
  expect(lineOf(desk, 'lx').pulse).toEqual(told)
  const before = lists()
  for (const median of [30, 35, 29, 45]) lx?.say(pulse({ lag: { last: median, median } }))
  house.clock.pass(10 * DEVICES_DELAY_MS)
  expect(lists()).toBe(before)
  lx?.say(pulse({ screen: 'board' })).say(pulse({ screen: 'board', lag: { last: 400, median: 420 } }))
  house.clock.pass(DEVICES_DELAY_MS)
  expect(lineOf(desk, 'lx').pulse).toMatchObject({ screen: 'board', lag: { median: 420 } })
  expect(lists()).toBe(before + 1)
  expect([lx?.closed, lx?.sections['devices']]).toEqual([false, undefined])
})

test('HUB-38: a connected device that says nothing for five seconds is told of as quiet, since when, and as back', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  const heardAt = house.clock.now()
  const second = () => {
    house.clock.pass(1_000)
    desk?.say({ t: 'ping', at: 1 })
  }
  for (let passed = 0; passed < QUIET_MS - 1_000; passed += 1_000) second()
  expect(lineOf(desk, 'lx')).toMatchObject({ connected: true, lastSeenAt: null })
  second()
  house.clock.pass(DEVICES_DELAY_MS)
  expect(lineOf(desk, 'lx')).toMatchObject({ connected: true, lastSeenAt: heardAt })
  expect(lineOf(desk, 'desk').lastSeenAt).toBeNull()
  lx?.say({ t: 'ping', at: 1 })
  house.clock.pass(DEVICES_DELAY_MS)
  expect(lineOf(desk, 'lx')).toMatchObject({ connected: true, lastSeenAt: null })
  lx?.leave()
  house.clock.pass(DEVICES_DELAY_MS)
  expect(lineOf(desk, 'lx')).toMatchObject({ connected: false, lastSeenAt: expect.any(Number), pulse: null })
})

test('HUB-39: the list names open links with how many came in, and where other machines reach the server', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  const asked = {
    title: 'Room 4',
    roles: ['callboard'],
    department: null,
    place: null,
    devices: 2,
    minutes: 30,
  }
  const answer = await desk?.press({ name: 'group.invite', ...asked })
  expect(answer).toMatchObject({ ok: true, link: expect.stringMatching(/^\/join#group-.+\.secret-/) })
  house.clock.pass(DEVICES_DELAY_MS)
  expect(listed(desk)).toMatchObject({
    groups: [
      { name: 'Room 4', joined: 0, devicesMax: 2, until: house.clock.now() - DEVICES_DELAY_MS + 30 * 60_000 },
    ],
    addresses: ['http://192.0.2.7:4444'],
  })
  expect(JSON.stringify(listed(desk))).not.toContain('secret')
  const [group] = listed(desk).groups
  expect(await desk?.press({ name: 'group.revoke', group: group?.id ?? '', devices: false })).toMatchObject({
    ok: true,
  })
  house.clock.pass(DEVICES_DELAY_MS)
  expect(listed(desk).groups).toEqual([])
})

/** Pairs without the pace of a person. */
async function pairMany(house: TestHouse, count: number): Promise<readonly string[]> {
  const names = Array.from({ length: count }, (_each, index) => `phone-${index}`)
  for (const name of names) await house.pair(name, { roles: ['callboard'] })
  await settled()
  return names
}

test('HUB-37: with five hundred devices coming in one by one and all of them talking, a desk is sent lists at a bounded pace', async () => {
  const house = await openHouse()
  const count = 500
  const names = await pairMany(house, count)
  const [desk] = await companyIn(house, 'desk')
  house.clock.pass(DEVICES_GAP_MS * count * 2)
  const texts = desk?.texts.length ?? 0
  const from = house.clock.now()
  const screens: TestScreen[] = []
  for (const [index, name] of names.entries()) {
    screens.push(new TestScreen(house, name).hello())
    house.clock.pass(100)
    // Everybody's line is breathing hard: it is news each time.
    for (const screen of screens) screen.say(pulse({ lag: { last: 0, median: (index % 2) * 500 } }))
  }
  const passed = house.clock.now() - from
  const bytes = (desk?.texts.slice(texts) ?? []).reduce((sum, text) => sum + text.length, 0)
  const lists = desk?.texts.slice(texts).length ?? 0
  expect(lists).toBeLessThanOrEqual(1 + passed / (DEVICES_GAP_MS * count))
  // By the second, and not by the crowd: a line is some 300 bytes, and ten milliseconds long.
  const longest = 400
  expect(bytes).toBeLessThanOrEqual((longest / DEVICES_GAP_MS) * passed + longest * count)
  house.clock.pass(DEVICES_GAP_MS * count)
  expect(listed(desk).devices.filter((one) => one.connected)).toHaveLength(count + 1)
})

test('HUB-31: whoever may not touch devices leaves nothing in the record', async () => {
  const house = await openHouse()
  const [lx] = await companyIn(house, 'lx')
  const before = house.log.calls.length
  for (const command of [
    { name: 'device.rename', device: 'lx', title: 'Mine' },
    { name: 'device.give', device: 'lx', person: 'ann' },
    { name: 'device.identify', device: 'nobody' },
    { name: 'device.revoke', device: 'nobody' },
  ] as const) {
    expect(await lx?.press(command)).toEqual({
      ok: false,
      refusal: { code: 'not-yours', sentence: 'A stage manager pairs devices.' },
    })
  }
  expect(house.log.calls).toHaveLength(before)
})

test('HUB-7: the devices of a link that is closed with them are sent away at once', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  const group = id<'group'>('group-1')
  const ask = (command: Parameters<typeof house.stage.installation.submit>[0]['command']) =>
    house.stage.installation.submit({ id: freshPress(), by: theMachine, madeAt: house.clock.now(), command })
  const post = { name: 'Room 4', roles: ['callboard'], department: null, place: null } as const
  await ask({ name: 'group.invite', group, linkHash: 'g', post, devicesMax: 5, minutes: 60 })
  for (const name of ['a', 'b']) {
    await ask({
      name: 'group.join',
      group,
      linkHash: 'g',
      device: id<'device'>(name),
      secretHash: hashOf(name),
    })
  }
  const rooms = ['a', 'b'].map((name) => new TestScreen(house, name).hello())
  expect(await desk?.press({ name: 'group.revoke', group, devices: true })).toMatchObject({ ok: true })
  expect(rooms.map((room) => [room.closed, room.all('bye').at(-1)?.why])).toEqual([
    [true, 'revoked'],
    [true, 'revoked'],
  ])
})

test('HUB-38: when each of four thousand was last heard is remembered; of one more, the longest silent makes way', () => {
  const roll = openRoll()
  for (let device = 0; device < HEARD_MAX; device += 1) roll.heard(`device-${device}`, instant(device))
  expect(roll.heardAt('device-0')).toBe(0)
  roll.heard('device-0', instant(HEARD_MAX))
  roll.heard('one more', instant(HEARD_MAX + 1))
  const heard = ['device-0', 'device-1', 'device-2', 'one more'].map((device) => roll.heardAt(device))
  expect(heard).toEqual([HEARD_MAX, null, 2, HEARD_MAX + 1])
})
