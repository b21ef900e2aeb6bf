// Which devices may come in, and which performance is tonight's.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer, codeOf, sentenceOf } from '../../../test/kit/nights.ts'
import { type RoleName, roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import type { Result } from '../kit/result.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { InstallationCommand, InstallationEvent } from './commands.ts'
import { DESKS_SPARE, DEVICE_NAME_LENGTH_MAX, DEVICES_MAX } from './decide-devices.ts'
import {
  applyInstallation,
  currentPerformance,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  type LoggedInstallationEvent,
  type Post,
  theMachine,
  viewerOf,
} from './installation.ts'

/** An installation in a test's hands. */
class House {
  state: InstallationState = emptyInstallation
  readonly log: LoggedInstallationEvent[] = []

  ask(command: InstallationCommand, by: Viewer = theMachine): Result<readonly InstallationEvent[]> {
    const decision = decideInstallation(this.state, command, by, this.now())
    for (const event of decision.ok ? decision.value : []) {
      const at = this.now()
      this.record({ ...event, seq: this.state.seq + 1, at, by: by.device, detail: event.detail ?? null })
    }
    return decision
  }

  now(): Instant {
    return instant(1_000 * (this.log.length + 1))
  }

  record(event: LoggedInstallationEvent): void {
    this.log.push(event)
    this.state = applyInstallation(this.state, event)
  }
}

const device = (name: string) => id<'device'>(name)
const post = (parts: Partial<Post> = {}): Post => ({
  name: 'Prompt desk',
  roles: ['caller', 'SM'],
  person: null,
  department: null,
  place: null,
  ...parts,
})
const invite = (name: string, parts: Partial<Post> = {}) =>
  ({ name: 'device.invite', device: device(name), linkHash: `link-${name}`, post: post(parts) }) as const
const pair = (name: string, link = `link-${name}`, secret = `secret-${name}`) =>
  ({ name: 'device.pair', device: device(name), linkHash: link, secretHash: secret }) as const
const revoke = (name: string) => ({ name: 'device.revoke', device: device(name) }) as const
const nobody = aViewer([])

test('INSTALLATION-1: stage managers and whoever runs the installation invite and revoke, nobody else', () => {
  const allowed: readonly RoleName[] = ['SM', 'admin']
  for (const role of roleNames) {
    const house = new House()
    house.ask(invite('one'))
    const code = allowed.includes(role) ? 'ok' : 'not-yours'
    const by = aViewer(role)
    expect([role, codeOf(house.ask(invite('two'), by)), codeOf(house.ask(revoke('one'), by))]).toEqual([
      role,
      code,
      code,
    ])
  }
})

test('INSTALLATION-2: a post has a name, a written role, and the department or the person that its role needs', () => {
  const asked = (parts: Partial<Post>) => codeOf(new House().ask(invite('d', parts)))
  const full = 'x'.repeat(DEVICE_NAME_LENGTH_MAX)
  expect(asked({})).toBe('ok')
  expect([asked({ name: full }), asked({ name: `${full}x` }), asked({ name: ' ' })]).toEqual([
    'ok',
    'post',
    'post',
  ])
  expect([asked({ roles: [] }), asked({ roles: ['boss' as RoleName] })]).toEqual(['post', 'post'])
  expect([
    asked({ roles: ['dept'] }),
    asked({ roles: ['dept'], department: id<'department'>('lx') }),
  ]).toEqual(['post', 'ok'])
  expect([asked({ roles: ['perf'] }), asked({ roles: ['perf'], person: id<'person'>('ann') })]).toEqual([
    'post',
    'ok',
  ])
  const house = new House()
  house.ask(invite('d'))
  expect(codeOf(house.ask(invite('d')))).toBe('invited')
})

test('INSTALLATION-3: a link pairs once; every other one is refused in one and the same sentence', () => {
  const house = new House()
  for (const name of ['used', 'revoked', 'fresh']) house.ask(invite(name))
  expect(codeOf(house.ask(pair('used'), nobody))).toBe('ok')
  house.ask(revoke('revoked'))
  const refusals = [
    house.ask(pair('used'), nobody),
    house.ask(pair('revoked'), nobody),
    house.ask(pair('unknown'), nobody),
    house.ask(pair('fresh', 'link-used'), nobody),
  ]
  expect(new Set(refusals.map(sentenceOf))).toEqual(
    new Set(['This link is not good any more. Ask the stage manager for a new one.']),
  )
  expect(new Set(refusals.map(codeOf))).toEqual(new Set(['link']))
  expect(codeOf(house.ask(pair('fresh'), nobody))).toBe('ok')
})

test('INSTALLATION-4, INSTALLATION-5: a device is known by its own secret until it is revoked, and by nothing else', () => {
  const house = new House()
  house.ask(invite('d', { roles: ['dept'], department: id<'department'>('lx') }))
  const known = (secret: string) => viewerOf(house.state, 'd', secret)
  expect([known('link-d'), known('secret-d')]).toEqual([null, null])
  house.ask(pair('d'))
  expect(known('secret-d')).toEqual({
    device: 'd',
    roles: ['dept'],
    department: 'lx',
    person: null,
    place: null,
  })
  expect([known('link-d'), known(''), viewerOf(house.state, 'e', 'secret-d')]).toEqual([null, null, null])
  house.ask(revoke('d'))
  expect(known('secret-d')).toBeNull()
  expect(codeOf(house.ask(revoke('d')))).toBe('no-such-device')
  expect(codeOf(house.ask(revoke('nowhere')))).toBe('no-such-device')
  expect(codeOf(house.ask(pair('d')))).toBe('link')
})

test('INSTALLATION-33: the links that a device made go with it while nobody used them, and no others; not those of whoever removes a screen of their own', () => {
  const desk = { ...theMachine, device: device('desk') }
  const made = (house: House) => {
    for (const name of ['desk', 'other']) for (const act of [invite, pair]) house.ask(act(name))
    for (const name of ['used', 'unused']) house.ask(invite(name), desk)
    house.ask(invite('anothers'), { ...theMachine, device: device('other') })
    house.ask(pair('used'))
  }
  const gone = (house: House) =>
    house.state.devices.flatMap(({ id: name, revokedAt }) => (revokedAt === null ? [] : [name]))
  const [removed, own, copied] = [new House(), new House(), new House()]
  for (const house of [removed, own, copied]) made(house)
  removed.ask(revoke('desk'))
  expect(gone(removed)).toEqual(['desk', 'unused'])
  expect(codeOf(removed.ask(pair('unused')))).toBe('link')
  expect(codeOf(removed.ask(pair('anothers')))).toBe('ok')
  own.ask(revoke('desk'), desk)
  expect(gone(own)).toEqual(['desk'])
  const keys = { before: null, asked: [], dead: ['old'], since: null }
  const devices = copied.state.devices.map((one) =>
    one.id === 'desk' ? { ...one, keys, roles: ['SM' as const] } : one,
  )
  copied.state = { ...copied.state, devices }
  copied.ask({ name: 'key.copied', device: device('desk'), secretHash: 'old' })
  expect(gone(copied)).toEqual(['desk', 'unused'])
})

test('INSTALLATION-6: an installation holds 2,000 devices, and one more for each that is revoked', () => {
  const house = new House()
  const lines = Array.from({ length: DEVICES_MAX }, (_each, index) => `d${index}`)
  const { ask: _ask, ...rest } = house
  const first = decideInstallation(emptyInstallation, invite('d'), theMachine, instant(0))
  const event = first.ok ? first.value[0] : undefined
  if (event?.type !== 'device.invited') throw new Error('it was invited')
  const devices = lines.map((name) => ({
    ...event.body,
    name,
    id: device(name),
    secretHash: null,
    invitedAt: instant(0),
    pairedAt: null,
    revokedAt: null,
    group: null,
    screen: null,
    identifiedAt: null,
  }))
  house.state = { ...rest.state, devices }
  const theManager = { ...theMachine, device: device('desk') }
  expect(codeOf(house.ask(invite('one-more'), theManager))).toBe('many-devices')
  expect(codeOf(house.ask(revoke('d7'), theManager))).toBe('ok')
  expect(codeOf(house.ask(invite('one-more'), theManager))).toBe('ok')
  expect(codeOf(house.ask(invite('and-another'), theManager))).toBe('many-devices')
  for (let desk = 0; desk < DESKS_SPARE; desk += 1)
    expect(codeOf(house.ask(invite(`desk-${desk}`), theMachine))).toBe('ok')
  expect(codeOf(house.ask(invite('no-desk'), theMachine))).toBe('many-devices')
})

test('INSTALLATION-7: a device’s name can be erased, and nothing else it is known by goes with it', () => {
  const house = new House()
  house.ask(invite('d', { name: ' Ann’s phone ', roles: ['perf'], person: id<'person'>('ann') }))
  const [invited] = house.log
  expect(JSON.stringify(invited?.body)).not.toContain('Ann')
  expect(invited?.detail).toEqual({ name: 'Ann’s phone' })
  expect(house.state.devices[0]).toMatchObject({ name: 'Ann’s phone', person: 'ann' })
  const erased = house.log.reduce(
    (state, event) => applyInstallation(state, { ...event, detail: null }),
    emptyInstallation,
  )
  expect(erased.devices[0]).toMatchObject({ name: 'a device', person: 'ann', roles: ['perf'] })
})

const plan = (name: string, title = 'The Show') =>
  ({
    name: 'performance.plan',
    id: id<'performance'>(name),
    show: 'hash',
    title,
    edition: null,
    curtainAt: instant(7),
  }) as const

test('INSTALLATION-8: performances are planned by the caller and a stage manager, once, and numbered by their show', () => {
  for (const role of roleNames) {
    const code = role === 'caller' || role === 'SM' ? 'ok' : 'not-yours'
    expect([role, codeOf(new House().ask(plan('p'), aViewer(role)))]).toEqual([role, code])
  }
  const house = new House()
  expect(currentPerformance(house.state)).toBeNull()
  for (const [name, title] of [
    ['a', 'The Show'],
    ['b', 'Another'],
    ['c', 'The Show'],
  ] as const) {
    house.ask(plan(name, title))
  }
  expect(codeOf(house.ask(plan('b')))).toBe('planned')
  expect(house.state.performances.map((one) => `${one.title} ${one.number}`)).toEqual([
    'The Show 1',
    'Another 1',
    'The Show 2',
  ])
  expect(currentPerformance(house.state)?.id).toBe('c')
})

test('INSTALLATION-28: a stage manager publishes versions, and the newest is what is planned from; planning publishes too', () => {
  const house = new House()
  expect(house.state.published).toBeNull()
  const publish = (show: string) => ({ name: 'show.publish', show, title: 'The Show' }) as const
  expect(codeOf(house.ask(publish('one'), aViewer('caller')))).toBe('not-yours')
  house.ask(publish('one'))
  expect(house.state.published).toEqual({ show: 'one', title: 'The Show', production: 'title:The Show' })
  const seq = house.state.seq
  house.ask(publish('one'))
  expect(house.state.seq).toBe(seq)
  house.ask(plan('a'))
  expect(house.state.published?.show).toBe(house.state.performances[0]?.show)
})

test('INSTALLATION-29: a performance is revised to the version it took, under its number', () => {
  const house = new House()
  house.ask(plan('a'))
  const [before] = house.state.performances
  const revise = {
    name: 'performance.revise',
    performance: id<'performance'>('a'),
    show: 'two',
    title: 'Two',
  } as const
  expect(codeOf(house.ask(revise, aViewer('caller')))).toBe('not-yours')
  expect(codeOf(house.ask({ ...revise, performance: id<'performance'>('z') }))).toBe('no-such-performance')
  house.ask(revise)
  expect(house.state.performances).toEqual([{ ...before, show: 'two', title: 'Two', revised: true }])
})

const names = fc.constantFrom('a', 'b', 'c')
const anyCommand: fc.Arbitrary<InstallationCommand> = fc.oneof(
  names.map((name) => plan(name)),
  names.map((name) => invite(name)),
  fc.tuple(names, names).map(([name, link]) => pair(name, `link-${link}`)),
  names.map(revoke),
)

test('INSTALLATION-9: the same events make the same state, strangers are passed over, and deciding changes nothing', () => {
  const stranger = {
    by: 'nobody',
    type: 'venue.painted',
    v: 1,
    body: { colour: 'black' },
    at: instant(5),
    detail: null,
  }
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 20 }), fc.nat(), (commands, where) => {
      const house = new House()
      for (const command of commands) {
        const before = JSON.stringify(house.state)
        const kept = house.state
        const decision = house.ask(command)
        expect(JSON.stringify(kept)).toBe(before)
        if (!decision.ok) expect(house.state).toBe(kept)
      }
      const mixed: LoggedInstallationEvent[] = JSON.parse(JSON.stringify(house.log))
      mixed.splice(
        where % (mixed.length + 1),
        0,
        { ...stranger, seq: 0 },
        { ...stranger, type: 'device.paired', v: 2, seq: 0 },
      )
      const again = mixed
        .map((event, index) => ({ ...event, seq: index + 1 }))
        .reduce(applyInstallation, emptyInstallation)
      expect(again).toEqual({ ...house.state, seq: mixed.length })
    }),
  )
})
