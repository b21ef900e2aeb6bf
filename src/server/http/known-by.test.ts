// Who a browser is by what it shows: one cookie, several of a name, the header, and whoever is signed in beside it.

import { expect, test } from 'vitest'
import {
  type Device,
  emptyInstallation,
  type InstallationState,
} from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { Stage } from '../hub/stage.ts'
import { COOKIES_LOOKED_MAX, cookieName, sha256 } from './cookies.ts'
import { deviceHere, guestBy, guestCookieName } from './known-by.ts'

const aDevice = (name: string, more: Partial<Device> = {}): Device => ({
  ...{ id: id<'device'>(name), name, roles: ['callboard'], person: null, department: null, place: null },
  ...{ linkHash: null, secretHash: sha256(`of-${name}`), invitedAt: instant(0), pairedAt: instant(0) },
  ...{ revokedAt: null, group: null, screen: null, identifiedAt: null, ...more },
})
const on = id<'device'>('wing')
const devices = [
  aDevice('desk'),
  aDevice('wing'),
  aDevice('gone', { revokedAt: instant(1) }),
  aDevice('guest', { person: id<'person'>('ann'), entered: { how: 'letters', on, until: null } }),
]
const state: InstallationState = { ...emptyInstallation, devices }
// `as`: nothing else of it is asked.
const stage = { installation: { state: () => state } } as unknown as Stage
const own = (name: string, secret = `of-${name}`) => `${cookieName(state)}=${name}.${secret}`
const beside = `${guestCookieName(state)}=guest.of-guest`
const basic = (name: string) => `Basic ${Buffer.from(`${name}:of-${name}`).toString('base64')}`
const here = (cookie?: string, authorization?: string) =>
  deviceHere(stage, { headers: { cookie, authorization } })?.id ?? null

test('DOOR-12: a cookie counts before the header', () => {
  expect(here(own('desk'), basic('wing'))).toBe('desk')
  expect([here(undefined, basic('wing')), here('ghostlight=desk.of-desk')]).toEqual(['wing', 'desk'])
})

test('ATTACK-31: of several cookies of one name the one that is good counts, and of two good ones none', () => {
  const junk = own('desk', 'wrong')
  expect(here(`${junk}; ${own('nobody')}; ${own('gone')}; ${own('desk')}; ${own('desk')}`)).toBe('desk')
  for (const both of [`${own('desk')}; ${own('wing')}`, `${own('wing')}; ${own('desk')}`])
    expect(here(both)).toBeNull()
  const before = (many: number) => `${Array(many).fill(junk).join('; ')}; ${own('desk')}`
  expect([here(before(COOKIES_LOOKED_MAX - 1)), here(before(COOKIES_LOOKED_MAX))]).toEqual(['desk', null])
})

test('PERSON-6: a guest is known beside the tablet they signed in on, and in no other way', () => {
  const guest = (cookie: string) => guestBy(stage, { cookie })?.device ?? null
  expect(guest(`${own('wing')}; ${beside}`)).toBe('guest')
  expect([guest(beside), guest(`${own('desk')}; ${beside}`), guest(own('guest'))]).toEqual([null, null, null])
  expect([here(own('guest')), here(undefined, basic('guest'))]).toEqual([null, null])
})
