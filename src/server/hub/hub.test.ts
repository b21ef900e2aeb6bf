// Everybody who is connected, on a real stage and a log in memory; only the wire is missing.

import { describe, expect, test } from 'vitest'
import { freshPress, hashOf, openHouse, type TestHouse, TestScreen } from '../../../test/kit/house.ts'
import { LOST, settled } from '../../../test/kit/server.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { type RoleName, roleNames } from '../../core/disclosure/policy.ts'
import { asViewer } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { view } from '../../core/night/view.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { PROTOCOL } from '../../wire/protocol.ts'
import { emptyShelf } from '../log/memory.ts'
import { board, type Posting } from './board.ts'
import { DEVICES_DELAY_MS, SESSIONS_MAX } from './hub.ts'
import { BUFFER_BYTES_CLOSE, BUFFER_BYTES_MAX, PRESSES_MAX, PRESSES_PER_SECOND } from './session.ts'

async function companyIn(house: TestHouse, ...names: string[]): Promise<TestScreen[]> {
  const posts: Readonly<Record<string, { roles: RoleName[]; department?: string; person?: string }>> = {
    desk: { roles: ['caller', 'SM'] },
    lx: { roles: ['dept'], department: 'lx' },
    snd: { roles: ['dept'], department: 'snd' },
    ann: { roles: ['perf'], person: 'ann' },
    bob: { roles: ['perf'], person: 'bob' },
    board: { roles: ['callboard'] },
    admin: { roles: ['admin'] },
  }
  const screens: TestScreen[] = []
  for (const name of names) {
    const { roles, department, person } = posts[name] ?? { roles: [] }
    await house.pair(name, {
      roles,
      department: department === undefined ? null : id<'department'>(department),
      person: person === undefined ? null : id<'person'>(person),
    })
    screens.push(new TestScreen(house, name).hello())
  }
  return screens
}

/** What the screen must show now: core's view, and the facts as they are told at a quiet moment. */
function expectShown(house: TestHouse, screen: TestScreen): void {
  const device = house.stage.installation.state().devices.find((one) => one.id === screen.device)
  const night = house.stage.night()
  if (!device || !night) throw new Error('the device is paired and a performance is on')
  const { devices: _devices, keeping: _keeping, ...shown } = screen.sections
  expect(shown).toEqual(JSON.parse(JSON.stringify(view(night.plan, night.owner.state(), asViewer(device)))))
  expect(screen.gaps).toBe(0)
}

const go = (house: TestHouse): WireCommand => {
  const night = house.stage.night()
  const { next, move } = night?.owner.state().calling.desk ?? { next: 0, move: 0 }
  return { name: 'cue.go', moment: night?.plan.timeline.moments[next]?.id ?? '', move }
}

describe('coming in', () => {
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
    const facts = Object.keys(screen.sections).filter((name) => name === 'devices' || name === 'keeping')
    expect(facts).toEqual(['caller', 'SM', 'admin'].includes(role) ? ['devices', 'keeping'] : [])
  })

  test('HUB-4: before its hello a device gets pongs and no frames, and a press of it is its last word', async () => {
    const house = await openHouse()
    const [desk] = await companyIn(house, 'desk')
    await house.pair('mute', { roles: ['SM'] })
    const mute = new TestScreen(house, 'mute').connect().say({ t: 'ping', at: 3 })
    await desk?.press(go(house))
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
    await desk?.press(go(house))
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
    await desk?.press(go(house))
    expect(lx?.messages).toHaveLength(texts + 1)
    expect(house.hub.sessions()).toBe(1)
  })

  test('HUB-7: beyond the sessions there is room for, nobody is let in until somebody leaves', async () => {
    const house = await openHouse()
    await house.pair('ann', { roles: ['perf'], person: id<'person'>('ann') })
    const silent = { send: () => undefined, buffered: () => 0, close: () => undefined }
    const sessions = Array.from({ length: SESSIONS_MAX }, () => house.hub.admit('ann', hashOf('ann'), silent))
    expect(sessions.every((session) => session !== null)).toBe(true)
    expect(house.hub.admit('ann', hashOf('ann'), silent)).toBeNull()
    const [first] = sessions
    if (first) house.hub.leave(first)
    expect(house.hub.admit('ann', hashOf('ann'), silent)).not.toBeNull()
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
})

describe('what is sent', () => {
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
    expect(await changed({ name: 'act.up', act: 1 })).toEqual([['position'], ['position'], ['position']])
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
      expect(posts.sectionsSince(['m', 's'], 0)).toBe('{"moving":2}')
      expect(posts.sectionsSince(['m', 's'], -1)).toBe('{"moving":2,"still":"still"}')
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
    await desk.press(go(house))
    expect(lx.all('frame').length).toBeGreaterThan(0)
    lx.unread = BUFFER_BYTES_MAX + 1
    const before = lx.all('frame').length
    const others = snd?.all('frame').length ?? 0
    for (let count = 0; count < 3; count += 1) await desk.press(go(house))
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
    await desk?.press(go(house))
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
    await desk?.press(go(house))
    if (lx) expectShown(house, lx)
  })

  test('HUB-15: the desk is told that the record is not kept, and when it is again', async () => {
    const house = await openHouse()
    const [desk, lx] = await companyIn(house, 'desk', 'lx')
    const keeping = () => desk?.sections['keeping']
    expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 0 })
    house.log.mood('loses')
    expect(await desk?.press(go(house))).toEqual({ ok: false, failure: LOST })
    expect(keeping()).toEqual({ level: 'local', failing: LOST, unknownEvents: 0 })
    house.log.mood('well')
    await desk?.press(go(house))
    expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 0 })
    await house.stage.night()?.owner.record('odd', 'machine', [{ type: 'ghost.seen', v: 1, body: {} }])
    expect(keeping()).toEqual({ level: 'local', failing: null, unknownEvents: 1 })
    expect(lx?.sections['keeping']).toBeUndefined()
  })

  test('HUB-16: a ping comes back with its own stamp and two of the server’s', async () => {
    const house = await openHouse()
    const [ann] = await companyIn(house, 'ann')
    const now = house.clock.now()
    ann?.say({ t: 'ping', at: 12.25 })
    expect(ann?.messages.at(-1)).toEqual({ t: 'pong', at: 12.25, receivedAt: now, sentAt: now })
  })
})

describe('presses', () => {
  test('HUB-17: a press is answered to who made it, with what came of it', async () => {
    const house = await openHouse()
    const [desk, ann] = await companyIn(house, 'desk', 'ann')
    const heard = ann?.all('answer').length
    expect(await desk?.press(go(house))).toEqual({ ok: true, seq: 2 })
    expect(await ann?.press(go(house))).toMatchObject({ ok: false, refusal: { code: 'not-yours' } })
    expect(await desk?.press({ name: 'clock.resume' })).toMatchObject({ refusal: { code: 'not-held' } })
    expect(ann?.all('answer').length).toBe((heard ?? 0) + 1)
  })

  test('HUB-17: the frame of a GO reaches its desk before the answer does', async () => {
    const house = await openHouse()
    const [desk] = await companyIn(house, 'desk')
    house.clock.pass(DEVICES_DELAY_MS)
    const before = desk?.messages.length
    await desk?.press(go(house))
    expect(desk?.messages.slice(before).map((message) => message.t)).toEqual(['frame', 'answer'])
  })

  test('HUB-17: forty presses at once, twenty a second more, and one more is not taken', async () => {
    const house = await openHouse()
    const [desk] = await companyIn(house, 'desk')
    const allowed = async (count: number) => {
      let taken = 0
      for (let press = 0; press < count; press += 1) {
        const answer = await desk?.press({ name: 'clock.hold' })
        if (answer && 'failure' in answer) expect(answer.failure).toContain('Too many presses')
        else taken += 1
      }
      return taken
    }
    // The hello was one.
    expect(await allowed(PRESSES_MAX + 5)).toBe(PRESSES_MAX - 1)
    house.clock.pass(1_000)
    expect(await allowed(PRESSES_MAX)).toBe(PRESSES_PER_SECOND)
    house.clock.pass(3_600_000)
    expect(await allowed(2 * PRESSES_MAX)).toBe(PRESSES_MAX)
    house.clock.setBack(10_000)
    expect(await allowed(1)).toBe(0)
    house.clock.pass(1_000)
    expect(await allowed(PRESSES_MAX)).toBe(PRESSES_PER_SECOND)
  })

  const invitation: WireCommand = {
    name: 'device.invite',
    title: 'Wing left',
    roles: ['ASM'],
    person: null,
    department: null,
    place: null,
  }

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
    expect(Object.keys(desk?.sections ?? {})).toEqual(['devices', 'keeping'])
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
})

const never = (): never => {
  throw new Error('the desk is paired')
}
