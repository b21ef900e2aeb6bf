// Who may let a person sign in and out, on what, and for how long.

import { expect, test } from 'vitest'
import { aViewer, codeOf } from '../../../test/kit/nights.ts'
import { type RoleName, roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { type Instant, instant } from '../kit/time.ts'
import { GUESTS_KEPT_MAX } from './apply-devices.ts'
import type { InstallationCommand } from './commands.ts'
import {
  applyInstallation,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  theMachine,
  viewerOf,
} from './installation.ts'
import {
  ENTERED_OF_ONE_MAX,
  GUEST_IDLE_MS,
  GUEST_MS_MAX,
  grantable,
  guestOn,
  INVITED_HELD_MAX,
  INVITED_TOLD_MS,
  invitedLately,
  isShared,
  overdue,
} from './people.ts'

const ann = id<'person'>('ann')

class House {
  state: InstallationState = emptyInstallation
  now: Instant = instant(1_000)
  ask(command: InstallationCommand, by: Viewer = theMachine) {
    const decision = decideInstallation(this.state, command, by, this.now)
    for (const event of decision.ok ? decision.value : [])
      this.state = applyInstallation(this.state, {
        ...{ ...event, seq: this.state.seq + 1, at: this.now, by: by.person ?? by.device },
        detail: event.detail ?? null,
      })
    return decision
  }
  pair(name: string, person: string | null, role: RoleName) {
    const device = id<'device'>(name)
    const at = { department: null, place: null, person: person === null ? null : id<'person'>(person) }
    this.ask({ name: 'device.invite', device, linkHash: name, post: { ...at, name, roles: [role] } })
    this.ask({ name: 'device.pair', device, linkHash: name, secretHash: `secret ${name}` })
    return device
  }
  enter(name: string, on: string | null = null, person = ann) {
    const device = id<'device'>(name)
    const by = { ...theMachine, device: id<'device'>(on ?? name) }
    return this.ask(
      {
        ...{ name: 'person.enter', device, person, called: 'Ann', roles: ['perf'], how: 'letters' },
        ...{ secretHash: `secret ${name}`, on: on === null ? null : id<'device'>(on) },
      },
      by,
    )
  }
  viewer(name: string) {
    return viewerOf(this.state, name, `secret ${name}`)
  }
}

test('PERSON-1: stage management and the company manager let people sign in, and nobody else', () => {
  const house = new House()
  for (const role of roleNames) {
    const invite = { name: 'person.invite', person: ann, roles: ['perf'] } as const
    const answer = house.ask(invite, aViewer(role))
    expect([role, codeOf(answer)]).toEqual([role, ['SM', 'CM'].includes(role) ? 'ok' : 'not-yours'])
  }
})

test('PERSON-1: more than one’s own part is given by whoever pairs screens alone', () => {
  for (const role of roleNames)
    expect([role, grantable(aViewer(role), ['perf'], ['SM'])]).toEqual([
      role,
      [['SM', 'admin'].includes(role) ? 'SM' : 'perf'],
    ])
})

test('PERSON-3: a phone becomes theirs, with their roles; a seventh device is refused until one is gone', () => {
  const house = new House()
  for (let one = 0; one < ENTERED_OF_ONE_MAX; one += 1) expect(house.enter(`phone-${one}`).ok).toBe(true)
  expect(house.viewer('phone-0')).toMatchObject({ person: 'ann', roles: ['perf'] })
  expect(codeOf(house.enter('phone-6'))).toBe('many-entered')
  expect(house.enter('bobs', null, id<'person'>('bob')).ok).toBe(true)
  house.ask({ name: 'device.revoke', device: id<'device'>('phone-3') })
  expect(house.enter('phone-6').ok).toBe(true)
})

test('PERSON-4: on a shared screen it stays what it is; somebody’s own is not shared, and no other device says so for it', () => {
  const house = new House()
  const wing = house.pair('wing', null, 'ASM')
  const phone = house.pair('bobs', 'bob', 'perf')
  const before = house.viewer('wing')
  expect(house.enter('guest', wing).ok).toBe(true)
  expect(house.viewer('wing')).toEqual(before)
  expect(house.viewer('guest')).toMatchObject({ person: 'ann', place: null, roles: ['perf'] })
  expect(codeOf(house.enter('other', phone))).toBe('not-shared')
  expect(house.state.devices.filter(isShared).map((one) => one.id)).toEqual(['wing'])
  const forged = { ...aViewer('SM'), device: phone }
  const enter = { name: 'person.enter', device: id<'device'>('x'), person: ann, called: 'Ann' } as const
  const rest = { roles: ['SM'], how: 'letters', secretHash: 'x', on: wing } as const
  expect(codeOf(house.ask({ ...enter, ...rest }, forged))).toBe('not-shared')
})

test('PERSON-5: whoever signs in next ends the one before; nobody is over before their time, at the bound they are', () => {
  const house = new House()
  house.pair('wing', null, 'ASM')
  house.enter('first', 'wing')
  house.enter('second', 'wing', id<'person'>('bob'))
  expect([house.viewer('first'), guestOn(house.state, 'wing')?.id]).toEqual([null, 'second'])
  const since = house.now
  const late = (ms: number, touched: number) =>
    overdue(house.state, () => instant(touched), instant(since + ms)).map(({ why }) => why)
  expect(late(GUEST_IDLE_MS - 1, since)).toEqual([])
  expect(late(GUEST_IDLE_MS, since)).toEqual(['idle'])
  expect(late(GUEST_MS_MAX - 1, since + GUEST_MS_MAX - 1)).toEqual([])
  expect(late(GUEST_MS_MAX, since + GUEST_MS_MAX - 1)).toEqual(['time'])
  house.enter('anns', null)
  expect(overdue(house.state, () => since, instant(since + 10 * GUEST_MS_MAX))).toHaveLength(1)
})

test('PERSON-5, PERSON-7: each signs out for themself, and the house for nobody who is not over', () => {
  const house = new House()
  house.pair('wing', null, 'ASM')
  house.enter('guest', 'wing')
  house.enter('anns')
  const leave = (device: string, why: 'touch' | 'idle', by: string) =>
    codeOf(
      house.ask(
        { name: 'person.leave', device: id<'device'>(device), why },
        {
          ...theMachine,
          device: id<'device'>(by),
        },
      ),
    )
  expect(leave('guest', 'touch', 'wing')).toBe('not-signed-in')
  expect(leave('guest', 'idle', 'guest')).toBe('not-signed-in')
  expect(leave('wing', 'touch', 'wing')).toBe('not-signed-in')
  expect(leave('guest', 'idle', 'machine')).toBe('ok')
  expect(leave('anns', 'touch', 'anns')).toBe('ok')
  expect([house.viewer('guest'), house.viewer('anns')]).toEqual([null, null])
})

test('PERSON-5: guests who left are kept up to a bound, and whoever is in is never among those forgotten', () => {
  const house = new House()
  house.pair('wing', null, 'ASM')
  for (let one = 0; one < GUESTS_KEPT_MAX + 20; one += 1) house.enter(`guest-${one}`, 'wing')
  expect(house.state.devices.filter((one) => one.entered)).toHaveLength(GUESTS_KEPT_MAX + 1)
  expect(house.viewer(`guest-${GUESTS_KEPT_MAX + 19}`)).not.toBeNull()
})

test('PERSON-11: who made letters for somebody is theirs to know for thirty days, and nothing pushes it away', () => {
  const house = new House()
  const cleo = { ...theMachine, roles: ['CM' as const], person: id<'person'>('cleo') }
  const make = (person: string) =>
    expect(house.ask({ name: 'person.invite', person: id<'person'>(person), roles: ['perf'] }, cleo).ok).toBe(
      true,
    )
  make('ann')
  const first = { person: ann, at: house.now, by: 'cleo', roles: ['perf'], seq: expect.any(Number) }
  for (let other = 0; other < 3 * INVITED_HELD_MAX; other += 1) make('ben')
  expect(invitedLately(house.state, ann, house.now)).toEqual([first])
  expect(invitedLately(house.state, id<'person'>('ben'), house.now)).toHaveLength(INVITED_HELD_MAX)
  expect(invitedLately(house.state, id<'person'>('eve'), house.now)).toEqual([])
  const told = (after: number) => invitedLately(house.state, ann, instant(first.at + after))
  expect([told(INVITED_TOLD_MS - 1), told(INVITED_TOLD_MS)]).toEqual([[first], []])
})
