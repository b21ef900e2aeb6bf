// Which ways in have ended is added up, and never grows without end.

import { expect, test } from 'vitest'
import { ENDED_MAX, endedBy, nothingEnded, toEndAgain } from './ended.ts'
import { emptyInstallation } from './installation.ts'

test('KEEP-27: of each kind so many are kept, the newest; what is nowhere in the record is nothing to end', () => {
  const many = Array.from({ length: ENDED_MAX + 5 }, (_each, at) => `device-${at}`)
  const before = { ...nothingEnded, devices: many, passkeys: { kept: ['a', 'b'], ended: [] } }
  const now = endedBy(before, emptyInstallation)
  expect([now.devices.length, now.devices[0], now.passkeys]).toEqual([
    ENDED_MAX,
    'device-5',
    { kept: [], ended: ['a', 'b'] },
  ])
  expect(endedBy(now, emptyInstallation)).toEqual(now)
  expect(toEndAgain(emptyInstallation, now)).toEqual([])
})
