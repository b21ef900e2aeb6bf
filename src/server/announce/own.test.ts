// Which of this machine's addresses are told, and whose messages are from near.

import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { ADDRESSES_MAX, isNear, ownAddresses } from './own.ts'

const card = (address: string, internal = false, family: 'IPv4' | 'IPv6' = 'IPv4'): NetworkInterfaceInfo => ({
  ...{ address, netmask: '255.255.255.0', mac: '00:00:00:00:00:00', internal, cidr: null },
  // `as`: the two kinds differ in a field that is not asked for here.
  ...({ family } as { family: 'IPv4' }),
})

test('NETWORK-3: the likeliest address stands first; bridges, tunnels and self-given ones stand last', () => {
  const told = ownAddresses({
    lo: [card('127.0.0.1', true)],
    docker0: [card('172.17.0.1')],
    wlan0: [card('169.254.3.4'), card('fe80::1', false, 'IPv6')],
    eth0: [card('192.168.1.20')],
  })
  expect(told.map(({ address }) => address)).toEqual(['192.168.1.20', '169.254.3.4', '172.17.0.1'])
})

test('NETWORK-3: at most eight are told', () => {
  const many = Array.from({ length: ADDRESSES_MAX + 1 }, (_each, index) => card(`10.0.${index}.2`))
  expect(ownAddresses({ eth0: many.slice(1) })).toHaveLength(ADDRESSES_MAX)
  expect(ownAddresses({ eth0: many })).toHaveLength(ADDRESSES_MAX)
})

test('NETWORK-2: near is whoever shares the network part', () => {
  const own = { card: 'eth0', address: '192.168.1.20', netmask: '255.255.255.0' }
  expect(isNear(own, '192.168.1.7')).toBe(true)
  expect(isNear(own, '192.168.2.7')).toBe(false)
  expect(isNear({ ...own, netmask: '255.255.0.0' }, '192.168.2.7')).toBe(true)
  expect(isNear(own, 'fe80::1')).toBe(false)
})
