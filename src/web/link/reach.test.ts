// Where a device looks for the server, and in which order.

import { expect, test } from 'vitest'
import { Device } from '../../../test/screens/device.ts'
import { ADDRESSES_KEPT_MAX, type Reach, readReach, waysTo, withTold } from './reach.ts'

const here = { protocol: 'http:', host: '192.0.2.7:4444' }
const told = (...addresses: readonly string[]): Reach => ({ addresses, pass: 'd.pass' })

test('NETWORK-5: its own address first by cookie, then those it was told by pass; the one that worked last before all', () => {
  const reach = told('http://192.0.2.7:4444', 'http://ghostlight.local:4444')
  expect(waysTo(here, null, null)).toEqual([{ url: 'ws://192.0.2.7:4444/live', pass: null }])
  expect(waysTo(here, reach, null)).toEqual([
    { url: 'ws://192.0.2.7:4444/live', pass: null },
    { url: 'ws://ghostlight.local:4444/live', pass: 'd.pass' },
  ])
  expect(waysTo(here, reach, 'ws://ghostlight.local:4444/live')[0]?.pass).toBe('d.pass')
})

test('NETWORK-5: a page goes on as it came, with a certificate or without; what is no address is passed over', () => {
  const reach = told('https://ghostlight.local:4445', 'http://192.0.2.9:4444', 'nonsense')
  expect(waysTo(here, reach, null).map(({ url }) => url)).toEqual([
    'ws://192.0.2.7:4444/live',
    'ws://192.0.2.9:4444/live',
  ])
  expect(waysTo({ protocol: 'https:', host: 'x:1' }, reach, null).map(({ url }) => url)).toEqual([
    'wss://x:1/live',
    'wss://ghostlight.local:4445/live',
  ])
})

test('NETWORK-5: the last twelve addresses are kept, the newest first', () => {
  const address = (index: number) => `http://192.0.2.${index}:4444`
  let reach: Reach | null = null
  for (let index = 1; index <= ADDRESSES_KEPT_MAX; index += 1) reach = withTold(reach, told(address(index)))
  expect(reach?.addresses).toHaveLength(ADDRESSES_KEPT_MAX)
  const more = withTold(reach, told(address(ADDRESSES_KEPT_MAX + 1)))
  expect(more.addresses).toHaveLength(ADDRESSES_KEPT_MAX)
  expect(more.addresses[0]).toBe(address(ADDRESSES_KEPT_MAX + 1))
  expect(more.addresses).not.toContain(address(1))
  // Told again, it is once there, and the newest.
  expect(withTold(more, told(address(5))).addresses.filter((one) => one === address(5))).toHaveLength(1)
})

test('NETWORK-5: what lies on the device from another version is not believed', () => {
  for (const wrong of [undefined, null, 1, {}, { addresses: 'x', pass: 'p' }, { addresses: [], pass: 1 }])
    expect(readReach(wrong)).toBeNull()
  expect(readReach({ addresses: ['http://a:1', 2], pass: 'p' })).toEqual({
    addresses: ['http://a:1'],
    pass: 'p',
  })
})

test('NETWORK-5: what is told while connected is kept, what was kept before serves until then, and whoever is turned away keeps nothing', () => {
  const device = new Device()
  device.feed({ kind: 'remembered', reach: told('http://192.0.2.1:1'), now: 0 })
  expect(device.state.reach?.addresses).toEqual(['http://192.0.2.1:1'])
  device.live(10)
  device.hear({ t: 'reach', addresses: ['http://192.0.2.2:1'], pass: 'new' }, 20)
  expect(device.state.reach).toEqual({ addresses: ['http://192.0.2.2:1', 'http://192.0.2.1:1'], pass: 'new' })
  device.feed({ kind: 'remembered', reach: told('http://192.0.2.3:1'), now: 30 })
  expect(device.state.reach?.pass).toBe('new')
  device.feed({ kind: 'not-paired', now: 40 })
  expect(device.state.reach).toBeNull()
})
