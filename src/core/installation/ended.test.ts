// Which ways in have ended is added up, and never grows without end.

import { expect, test } from 'vitest'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { ENDED_MAX, endedBy, nothingEnded, toEndAgain } from './ended.ts'
import {
  applyInstallation,
  type Device,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  theMachine,
  viewerOf,
} from './installation.ts'

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

test('KEEP-27: what a screen was given since the copy lets it in, and nothing that it had before; of those that ended none', () => {
  const device = (name: string, secretHash: string | null): Device => ({
    ...{ id: id<'device'>(name), name, roles: ['SM'], person: null, department: null, place: null },
    ...{ linkHash: null, secretHash, invitedAt: instant(0), pairedAt: instant(0), revokedAt: null },
    ...{ group: null, screen: null, identifiedAt: null },
  })
  const older = ['turned', 'same', 'gone', 'unused'].map((name) =>
    device(name, name === 'unused' ? null : 'old'),
  )
  const newer = [
    device('turned', 'new'),
    device('same', 'old'),
    { ...device('gone', 'new'), revokedAt: instant(1) },
  ]
  const ended = endedBy(nothingEnded, {
    ...emptyInstallation,
    devices: [...newer, device('constructor', 'x')],
  })
  let state: InstallationState = { ...emptyInstallation, devices: [...older, device('toString', 'y')] }
  for (const { command } of toEndAgain(state, ended)) {
    const decided = decideInstallation(state, command, theMachine, instant(2))
    if (!decided.ok) throw new Error(JSON.stringify([command, decided.refusal]))
    for (const event of decided.value)
      state = applyInstallation(state, {
        ...{ seq: state.seq + 1, at: instant(2), by: 'machine', type: event.type, v: 1 },
        ...{ body: event.body, detail: null },
      })
  }
  const lets = (name: string, hash: string) => viewerOf(state, name, hash) !== null
  expect(lets('turned', 'new')).toBe(true)
  for (const [name, hash] of [
    ...[
      ['turned', 'old'],
      ['gone', 'old'],
      ['gone', 'new'],
    ],
    ['same', 'new'],
  ] as const)
    expect([name, hash, lets(name ?? '', hash ?? '')]).toEqual([name, hash, false])
  expect([lets('same', 'old'), lets('toString', 'y')]).toEqual([true, true])
  expect(toEndAgain(state, endedBy(ended, state))).toEqual([])
  // Cut off before the file was written: the record knows better than the file beside it.
  const late = {
    ...device('turned', 'newest'),
    keys: { before: 'new', asked: [], dead: ['old'], since: null },
  }
  for (const known of ['new', 'old'])
    expect(
      toEndAgain({ ...emptyInstallation, devices: [late] }, { ...ended, keys: { turned: known } }),
    ).toEqual([])
})
