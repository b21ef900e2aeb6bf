// Whoever left: what ends with them, and which screens are left alone.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import {
  applyInstallation,
  type Device,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  type LoggedInstallationEvent,
  theMachine,
} from './installation.ts'
import { type Company, isOfCompany, leavers, OTHER_SHOW_MS, playedLately } from './leavers.ts'

const names = (of: Readonly<Record<string, string>>) => new Map(Object.entries(of))
const person = (name: string): PersonId => id<'person'>(name)
const ann = person('ann')

function folded(...events: readonly Pick<LoggedInstallationEvent, 'type' | 'body' | 'detail'>[]) {
  return events.reduce<InstallationState>(
    (state, event, index) =>
      applyInstallation(state, { seq: index + 1, at: instant(index), by: 'machine', v: 1, ...event }),
    emptyInstallation,
  )
}
const planned = (production: string, curtainAt = 0) => ({
  type: 'performance.planned',
  body: {
    id: `p-${production}`,
    number: 1,
    show: production,
    title: production,
    production,
    edition: null,
    curtainAt,
  },
  detail: null,
})
const invited = (device: string, whose: string | null, roles: readonly string[] = ['perf']) => ({
  type: 'device.invited',
  body: { device, roles, person: whose, department: null, place: null, linkHash: 'l' },
  detail: { name: device },
})
const paired = (device: string) => ({
  type: 'device.paired',
  body: { device, secretHash: 's' },
  detail: null,
})
const ids = (devices: readonly Device[]) => devices.map((one) => one.id)
const gone = (state: InstallationState, playing = false, who = 'ann') =>
  leavers(state, (one) => one.person !== who, { playing })

test('PERSON-18: phones, unused links and passkeys of whoever left end, and nobody else’s', () => {
  const kept = { device: 'phone', person: 'ann', roles: [], rpId: 'h', counter: 0 }
  const state = folded(
    planned('one'),
    ...[invited('phone', 'ann'), paired('phone'), invited('unused', 'ann')],
    ...[invited('tablet', null, ['kiosk']), paired('tablet'), invited('other', 'ben'), paired('other')],
    { type: 'passkey.kept', body: kept, detail: { id: 'k', publicKey: 'x', called: 'c' } },
  )
  const { devices, passkeys } = gone(state)
  expect(ids(devices)).toEqual(['phone', 'unused'])
  expect(passkeys).toEqual(['ann'])
  expect(gone(state, false, 'nobody')).toEqual({ devices: [], passkeys: [] })
  const command = { name: 'device.revoke', device: id<'device'>('phone'), left: true } as const
  const decided = decideInstallation(state, command, theMachine, instant(9))
  expect(decided).toMatchObject({ ok: true, value: [{ body: { device: 'phone', left: true } }] })
  const after = folded(planned('one'), invited('phone', 'ann'), paired('phone'), {
    type: 'device.revoked',
    body: { device: 'phone', left: true },
    detail: null,
  })
  expect(after.devices[0]).toMatchObject({ hasLeft: true, revokedAt: 3, secretHash: null })
})

test('PERSON-18: where the show is called stays while it is played, and the last that pairs others always', () => {
  const desk = [invited('desk', 'ann', ['caller']), paired('desk')]
  const spare = [invited('office', null, ['SM']), paired('office')]
  const state = folded(planned('one'), ...desk, invited('phone', 'ann'), ...spare)
  expect(ids(gone(state, true).devices)).toEqual(['phone'])
  expect(ids(gone(state, false).devices)).toEqual(['desk', 'phone'])
  const last = folded(
    planned('one'),
    invited('office', 'ann', ['SM']),
    paired('office'),
    invited('phone', 'ann'),
  )
  expect(ids(gone(last).devices)).toEqual(['phone'])
})

test('PERSON-18, PERSON-19: of two shows in a house one id is one person only where both say the same name', () => {
  const company: Company = {
    here: [names({ ann: 'Zoe', ben: 'Ben', new: 'New' })],
    shows: new Map([
      ['before', names({ ann: 'Ann', ben: 'Ben', cy: 'Cy' })],
      ['long ago', names({ dot: 'Dot' })],
    ]),
    lately: new Set(['before']),
  }
  const is = (who: string, production: string | null) =>
    isOfCompany(company, { person: person(who), production }, 'now')
  expect([is('ann', 'now'), is('ann', 'before'), is('ben', 'before'), is('new', null)]).toEqual([
    ...[true, false, true, true],
  ])
  // Who plays in the other show of the house stays while that is not long ago; of one that cannot be read an id is believed.
  expect([is('cy', 'before'), is('dot', 'long ago'), is('cy', 'now'), is('ann', 'unread')]).toEqual([
    ...[true, false, false, true],
  ])
  const state = folded(planned('before', 0), planned('now', OTHER_SHOW_MS))
  const at = (now: number) => [...playedLately(state.performances, 'now', instant(now))]
  expect([at(OTHER_SHOW_MS), at(OTHER_SHOW_MS + 1)]).toEqual([['before'], []])
  expect(folded(planned('one'), invited('phone', ann)).devices[0]?.production).toBe('one')
})
