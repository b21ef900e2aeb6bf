// What is sent to whom, and when: frames, lists of devices, the state of the record.

import { expect, test } from 'vitest'
import { companyIn, expectShown, nextGo, openHouse, TestScreen } from '../../../test/kit/house.ts'
import { LOST } from '../../../test/kit/server.ts'
import { id } from '../../core/kit/ids.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { board, type Posting } from './board.ts'
import { DEVICES_DELAY_MS } from './roll.ts'
import { BUFFER_BYTES_CLOSE, BUFFER_BYTES_MAX } from './session.ts'

test('HUB-9, WIRE-4: a frame has what changed of what the session may see, and who sees no change is sent nothing', async () => {
  const house = await openHouse()
  const [desk, lx, ann] = await companyIn(house, 'desk', 'lx', 'ann')
  house.clock.pass(DEVICES_DELAY_MS)
  const changed = async (command: WireCommand) => {
    const before = [desk, lx, ann].map((screen) => screen?.texts.length ?? 0)
    await desk?.press(command)
    return [desk, lx, ann].map((screen, index) =>
      (screen?.messages.slice(before[index]) ?? []).flatMap((message) =>
        message.t === 'frame' ? [Object.keys(message.sections).sort().join(' ')] : [],
      ),
    )
  }
  expect(await changed({ name: 'standby.give', moment: 'lx1' })).toEqual([['calling'], ['calling'], []])
  expect(await changed({ name: 'standby.give', moment: 'snd3' })).toEqual([['calling'], [], []])
  expect(await changed({ name: 'act.up', act: 1 })).toEqual([
    ['orderDraft position ran'],
    ['position'],
    ['position'],
  ])
  expect(await changed({ name: 'note.write', department: 'lx', text: 'Hm.' })).toEqual([
    ['notes'],
    ['notes'],
    [],
  ])
  expect(await changed({ name: 'note.write', department: 'snd', text: 'Hm.' })).toEqual([['notes'], [], []])
  expect(await changed({ name: 'act.up', act: 1 })).toEqual([[], [], []])
  for (const text of [desk, lx, ann].flatMap((screen) => screen?.texts ?? [])) {
    expect(text).toMatch(/^\{"t":"[a-z]+"[^\n]*\}$/)
  }
})

test('HUB-10: who sees the same and was sent the same is sent the same text', async () => {
  const house = await openHouse()
  const [desk, ann, bob] = await companyIn(house, 'desk', 'ann', 'board')
  house.clock.pass(DEVICES_DELAY_MS)
  await desk?.press({ name: 'clock.hold' })
  expect(ann?.texts.at(-1)).toBe(bob?.texts.at(-1))
  expect(ann?.messages.at(-1)?.t).toBe('frame')
})

test('HUB-10: phones of different people are one audience, though what is fixed for them differs', async () => {
  const house = await openHouse()
  const [desk, ann, bob, lx, snd] = await companyIn(house, 'desk', 'ann', 'bob', 'lx', 'snd')
  expect(ann?.session?.keys).not.toEqual(bob?.session?.keys)
  // Each has a line of its own on the sign-in sheet, what they said of themself, and what they play, and is sent it when it changes; the rest moves for both.
  const shared = (screen: typeof ann) =>
    [...(screen?.session?.moving ?? [])].filter(
      (key) => !/^(signed|own-presence|asks|track|own-plan|clearing):/.test(key),
    )
  expect(shared(ann)).toEqual(shared(bob))
  expect(ann?.session?.moving.size).toBe(shared(ann).length + 6)
  expect(lx?.session?.moving).not.toEqual(snd?.session?.moving)
  await desk?.press({ name: 'clock.hold' })
  expect(ann?.texts.at(-1)).toBe(bob?.texts.at(-1))
  expect(ann?.all('frame').at(-1)?.sections).toHaveProperty('position')
})

test('HUB-10: who sees the same and was last sent something else is sent a frame that builds on that', async () => {
  const house = await openHouse()
  const [desk, ann, bob] = await companyIn(house, 'desk', 'ann', 'bob')
  await desk?.press({ name: 'note.write', department: null, text: 'Nothing that a performer reads.' })
  ann?.hello()
  await desk?.press({ name: 'clock.hold' })
  for (const screen of [ann, bob]) if (screen) expectShown(house, screen)
  expect(ann?.all('frame').at(-1)?.prev).toBeGreaterThan(bob?.all('frame').at(-1)?.prev ?? 0)
})

test('HUB-10: what several see is worked out once for each change, and what is fixed once for all', () => {
  let [computed, fixed, value] = [0, 0, 1]
  const moving: Posting = {
    section: 'moving',
    key: 'm',
    fixed: false,
    write: () => {
      computed += 1
      return JSON.stringify(value)
    },
  }
  const still: Posting = {
    section: 'still',
    key: 's',
    fixed: true,
    write: () => {
      fixed += 1
      return '"still"'
    },
  }
  const posts = board()
  for (let session = 0; session < 100; session += 1) {
    posts.put(moving)
    posts.put(still)
  }
  value = 2
  expect([...posts.refresh()]).toEqual(['m'])
  expect([...posts.refresh()]).toEqual([])
  for (let session = 0; session < 100; session += 1) {
    expect(posts.sectionsSince(['m', 's'], 0)?.join('')).toBe('{"moving":2}')
    expect(posts.sectionsSince(['m', 's'], -1)?.join('')).toBe('{"moving":2,"still":"still"}')
    expect(posts.sectionsSince(['m', 's'], 1)).toBeNull()
  }
  expect([computed, fixed, posts.frame()]).toEqual([3, 1, 1])
})

test('HUB-12: who does not read is sent no frames, and all it missed in one once it has read half', async () => {
  const house = await openHouse()
  const [desk, lx, snd] = await companyIn(house, 'desk', 'lx', 'snd')
  house.clock.pass(DEVICES_DELAY_MS)
  if (!lx || !desk) return
  lx.unread = BUFFER_BYTES_MAX
  await desk.press(nextGo(house))
  expect(lx.all('frame').length).toBeGreaterThan(0)
  lx.unread = BUFFER_BYTES_MAX + 1
  const before = lx.all('frame').length
  const others = snd?.all('frame').length ?? 0
  for (let count = 0; count < 3; count += 1) await desk.press(nextGo(house))
  lx.unread = BUFFER_BYTES_MAX / 2
  lx.say({ t: 'ping', at: 1 })
  expect(lx.all('frame')).toHaveLength(before)
  expect(snd?.all('frame').length).toBeGreaterThan(others)
  lx.unread = BUFFER_BYTES_MAX / 2 - 1
  lx.say({ t: 'ping', at: 2 })
  expect(lx.all('frame')).toHaveLength(before + 1)
  expectShown(house, lx)
})

test('HUB-12: who asks on and on without reading is sent away', async () => {
  const house = await openHouse()
  const [ann] = await companyIn(house, 'ann')
  if (!ann) return
  ann.unread = BUFFER_BYTES_CLOSE
  ann.say({ t: 'ping', at: 1 })
  expect([ann.messages.at(-1)?.t, ann.closed]).toEqual(['pong', false])
  ann.unread = BUFFER_BYTES_CLOSE + 1
  ann.say({ t: 'ping', at: 2 })
  expect(ann.messages.at(-1)).toMatchObject({ t: 'bye', why: 'too-slow' })
  expect(ann.closed).toBe(true)
})

test('HUB-13: the list of devices is sent at most every half second, whoever comes, goes or is paired', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  house.clock.pass(DEVICES_DELAY_MS)
  const lists = () => desk?.all('frame').filter((frame) => frame.sections.devices !== undefined) ?? []
  const before = lists().length
  const phones = await Promise.all(
    Array.from({ length: 20 }, async (_each, index) => {
      await house.pair(`phone-${index}`, { roles: ['perf'], person: id<'person'>('ann') })
      return new TestScreen(house, `phone-${index}`).hello()
    }),
  )
  phones[3]?.leave()
  expect(lists()).toHaveLength(before)
  house.clock.pass(DEVICES_DELAY_MS - 1)
  expect(lists()).toHaveLength(before)
  house.clock.pass(1)
  expect(lists()).toHaveLength(before + 1)
  const lines = lists().at(-1)?.sections.devices?.devices ?? []
  expect(lines.map((line) => [line.id, line.connected]).slice(0, 5)).toEqual([
    ['desk', true],
    ['phone-0', true],
    ['phone-1', true],
    ['phone-2', true],
    ['phone-3', false],
  ])
  house.clock.pass(10 * DEVICES_DELAY_MS)
  expect(lists()).toHaveLength(before + 1)
})

test('HUB-13: a device that is invited, paired or revoked is news to the desk, though nobody came or went', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk')
  house.clock.pass(DEVICES_DELAY_MS)
  const listed = () =>
    (desk?.sections['devices'] as undefined | { devices: { id: string; paired: boolean }[] })?.devices ?? []
  await house.pair('phone', { roles: ['callboard'] })
  house.clock.pass(DEVICES_DELAY_MS)
  expect(listed().map((line) => [line.id, line.paired])).toEqual([
    ['desk', true],
    ['phone', true],
  ])
  await desk?.press({ name: 'device.revoke', device: 'phone' })
  house.clock.pass(DEVICES_DELAY_MS)
  expect(listed().map((line) => line.id)).toEqual(['desk'])
})

test('DISCLOSURE-9: who runs the installation is told of devices and of no people', async () => {
  const house = await openHouse()
  const [, admin, desk] = await companyIn(house, 'ann', 'admin', 'desk')
  house.clock.pass(DEVICES_DELAY_MS)
  const told = (screen: TestScreen | undefined) =>
    screen?.sections['devices'] as {
      devices: { id: string; person: string | null }[]
      people: { name: string }[]
    }
  expect(told(desk).people.map((one) => one.name)).toEqual(['Ann', 'Bob'])
  expect(told(desk).devices.map((one) => one.person)).toEqual(['ann', null, null])
  expect(told(admin).people).toEqual([])
  expect(told(admin).devices.map((one) => [one.id, one.person])).toEqual([
    ['ann', null],
    ['admin', null],
    ['desk', null],
  ])
})

test('HUB-14: when another performance becomes tonight’s, everybody is sent a new snapshot', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  await desk?.press(nextGo(house))
  await desk?.press({ name: 'performance.close' })
  const answer = await desk?.press({ name: 'performance.next', curtainAt: house.clock.now() + 1 })
  expect(answer).toMatchObject({ ok: true })
  const performance = house.stage.night()?.performance.id
  for (const screen of [desk, lx]) {
    expect(screen?.all('snapshot').at(-1)).toMatchObject({
      performance,
      sections: { position: { number: 2 } },
    })
    if (screen) expectShown(house, screen)
  }
  await desk?.press(nextGo(house))
  if (lx) expectShown(house, lx)
})

test('HUB-15: the desk is told that the record is not kept, and when it is again', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  const keeping = () => desk?.sections['keeping']
  expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 0 })
  house.log.mood('loses')
  expect(await desk?.press(nextGo(house))).toEqual({ ok: false, failure: LOST })
  expect(keeping()).toEqual({ level: 'local', failing: LOST, unknownEvents: 0 })
  house.log.mood('well')
  await desk?.press(nextGo(house))
  expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 0 })
  await house.stage.night()?.owner.record('odd', 'machine', [{ type: 'ghost.seen', v: 1, body: {} }])
  expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 1 })
  house.stage.night()?.owner.onChange(() => {
    throw new Error('a mistake of ours')
  })
  await desk?.press(nextGo(house))
  await desk?.press(nextGo(house))
  expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 1, mistakes: 1 })
  expect(lx?.sections['keeping']).toBeUndefined()
})

test('HUB-16: a ping comes back with its own stamp and two of the server’s', async () => {
  const house = await openHouse()
  const [ann] = await companyIn(house, 'ann')
  const now = house.clock.now()
  ann?.say({ t: 'ping', at: 12.25 })
  expect(ann?.messages.at(-1)).toEqual({ t: 'pong', at: 12.25, receivedAt: now, sentAt: now })
})

test('HUB-10: departments, whose notes differ, share the text of a change that is nobody’s own', async () => {
  const house = await openHouse()
  const [desk, lx] = await companyIn(house, 'desk', 'lx')
  await house.pair('lx-2', { roles: ['dept'], department: id<'department'>('lx') })
  const second = new TestScreen(house, 'lx-2').hello()
  house.clock.pass(DEVICES_DELAY_MS)
  expect(second.session?.moving).not.toEqual(lx?.session?.moving)
  await desk?.press({ name: 'clock.hold' })
  expect(second.texts.at(-1)).toBe(lx?.texts.at(-1))
  await second.press({ name: 'note.write', department: null, text: 'Only the second LX wrote this.' })
  expect(second.messages.at(-2)?.t).toBe('frame')
  expect(lx?.texts.at(-1)).not.toContain('Only the second')
  await desk?.press({ name: 'clock.resume' })
  for (const screen of [second, lx]) if (screen) expectShown(house, screen)
})

test('HUB-33: presses that come while a commit is under way are shown together, in one frame', async () => {
  const house = await openHouse()
  const [desk] = await companyIn(house, 'desk', 'ann')
  const before = desk?.all('frame').length ?? 0
  const presses = Array.from({ length: 40 }, (_, note) =>
    desk?.press({ name: 'note.write', department: null, text: `Note ${note}` }),
  )
  for (const answer of await Promise.all(presses)) expect(answer).toMatchObject({ ok: true })
  const frames = (desk?.all('frame').length ?? 0) - before
  expect(frames).toBeGreaterThan(0)
  expect(frames).toBeLessThanOrEqual(2)
  if (desk) expectShown(house, desk)
})
