// What a device may have read, by the policy and the nights that were on.

import { expect, test } from 'vitest'
import { type RoleName, roleNames, seenBy, sees } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import {
  exposureOf,
  LET_IN_TOLD_MAX,
  NIGHTS_TOLD_MAX,
  REMOVED_SHOWN_MAX,
  REMOVED_SHOWN_MS,
  removedLately,
} from './exposure.ts'
import { asViewer, type Device, emptyInstallation, type Performance } from './installation.ts'

const DAY_MS = 24 * 3_600_000
const aDevice = (name: string, role: RoleName, more: Partial<Device> = {}): Device => ({
  ...{
    id: id<'device'>(name),
    name,
    roles: [role],
    person: id<'person'>('ann'),
    department: null,
    place: null,
  },
  ...{ linkHash: null, secretHash: name, invitedAt: instant(0), pairedAt: instant(0), revokedAt: null },
  ...{ group: null, screen: null, identifiedAt: null, ...more },
})
const aNight = (curtainAt: number): Performance => ({
  ...{ id: id<'performance'>(`night-${curtainAt}`), number: 1, show: 'show', title: 'A play', edition: null },
  ...{ curtainAt: instant(curtainAt), production: 'play' as Performance['production'] },
})

test('DISCLOSURE-14: it names each kind that its roles see, with the very scope that the policy gives, and no other', () => {
  for (const role of roleNames) {
    const device = aDevice('phone', role)
    const told = exposureOf({ ...emptyInstallation, devices: [device] }, 'phone', instant(1))
    expect(told?.sees).toEqual(seenBy(asViewer(device)))
    for (const { kind, scope } of told?.sees ?? []) expect(sees(asViewer(device), kind)).toBe(scope)
  }
  const [phone, admin] = [aDevice('phone', 'perf'), aDevice('admin', 'admin', { person: null })]
  const kinds = (device: Device) => seenBy(asViewer(device)).map(({ kind }) => kind)
  expect(kinds(phone)).toContain('obligations')
  expect(kinds(admin)).not.toContain('obligations')
})

test('DISCLOSURE-14: the nights that were on between its coming and its removal, and none before or after', () => {
  const device = aDevice('phone', 'perf', { pairedAt: instant(10 * DAY_MS), revokedAt: instant(12 * DAY_MS) })
  const performances = [8, 9, 11, 12.1, 13].map((day) => aNight(day * DAY_MS))
  const told = exposureOf(
    { ...emptyInstallation, devices: [device], performances },
    'phone',
    instant(20 * DAY_MS),
  )
  expect(told?.nights.map(({ curtainAt }) => curtainAt / DAY_MS)).toEqual([11, 12.1])
  const many = Array.from({ length: NIGHTS_TOLD_MAX + 3 }, () => aNight(11 * DAY_MS))
  expect(
    exposureOf({ ...emptyInstallation, devices: [device], performances: many }, 'phone', instant(0)),
  ).toMatchObject({ nightsBefore: 3, nights: { length: NIGHTS_TOLD_MAX } })
  expect(exposureOf(emptyInstallation, 'phone', instant(0))).toBeNull()
})

test('DISCLOSURE-14: a removed one is told of for a week, the newest ten; a guest of a tablet only where copied', () => {
  const now = instant(30 * DAY_MS)
  const at = (ms: number) => ({ revokedAt: instant(now - ms), secretHash: null })
  const entered = { how: 'letters', on: id<'device'>('wing'), until: null } as const
  const devices = [
    aDevice('there', 'perf'),
    aDevice('week', 'perf', at(REMOVED_SHOWN_MS)),
    aDevice('lately', 'perf', at(REMOVED_SHOWN_MS - 1)),
    aDevice('guest', 'perf', { ...at(1), entered }),
    aDevice('caller', 'caller', { copiedAt: instant(now - 5) }),
  ]
  const names = (all: readonly Device[]) =>
    removedLately({ ...emptyInstallation, devices: all }, now).map(({ name }) => name)
  expect(names(devices)).toEqual(['caller', 'lately'])
  const many = Array.from({ length: REMOVED_SHOWN_MAX + 5 }, (_, one) =>
    aDevice(`d${one}`, 'perf', at(one + 1)),
  )
  expect(names(many)).toEqual(Array.from({ length: REMOVED_SHOWN_MAX }, (_, one) => `d${one}`))
})

test('DISCLOSURE-14: what came in by its links and is let in still, and the cards it made that are open', () => {
  const gone = aDevice('gone', 'SM', { person: null, revokedAt: instant(9) })
  const group = (name: string, invitedBy: string, until = 99) => ({
    ...{ id: id<'group'>(name), name, invitedBy, until: instant(until), devicesMax: 9, joined: 1 },
    ...{ roles: ['callboard' as const], department: null, place: null, linkHash: 'x' },
  })
  const devices = [
    gone,
    aDevice('came', 'SM', { invitedBy: 'gone' }),
    aDevice('unused', 'SM', { invitedBy: 'gone', pairedAt: null }),
    aDevice('put out', 'SM', { invitedBy: 'gone', revokedAt: instant(9) }),
    aDevice('by a card', 'callboard', { group: id<'group'>('card') }),
    aDevice('another’s', 'SM', { invitedBy: 'desk' }),
  ]
  const groups = [group('card', 'gone'), group('over', 'gone', 5), group('theirs', 'desk')]
  const state = { ...emptyInstallation, devices, groups }
  expect(exposureOf(state, 'gone', instant(10))).toMatchObject({
    letIn: ['came', 'by a card'],
    openLinks: ['card'],
  })
  const many = Array.from({ length: LET_IN_TOLD_MAX + 1 }, (_, at) =>
    aDevice(`phone ${at}`, 'perf', { invitedBy: 'gone' }),
  )
  const told = exposureOf({ ...state, devices: [gone, ...many] }, 'gone', instant(10))
  expect([told?.letIn.length, told?.letIn[0], told?.letInBefore]).toEqual([LET_IN_TOLD_MAX, 'phone 1', 1])
})
