// By which way sealed notes may be asked for, by whom, and what there is to ask at all.

import { expect, test } from 'vitest'
import { type SealedDevice, sealedDevice, sealedShow } from '../../../test/kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { id } from '../../core/kit/ids.ts'
import { vaultPaths } from '../../wire/vault.ts'
import { isSafeWay } from './safe-way.ts'
import { takeSealed } from './sealed.ts'

test('VAULT-14: over plain HTTP from elsewhere nothing of it is shown or taken, and it is said why', async () => {
  const house: ServedHouse = await openServedHouse({ show: sealedShow })
  const nell: SealedDevice = await sealedDevice(house, ['perf'], 'nell')
  const viewer = {
    device: id<'device'>('d'),
    roles: ['SM'],
    person: null,
    department: null,
    place: null,
  } as const
  const nothing = { vault: null, asks: null } as unknown as Parameters<typeof takeSealed>[0]
  for (const path of vaultPaths) {
    const said = await takeSealed(nothing, { path: `/api/sealed/${path}`, viewer, isSafe: false }, '{}')
    expect([said.status, JSON.stringify(said.body)]).toEqual([403, expect.stringContaining('plain HTTP')])
  }
  const stranger = await house.ask('/api/sealed/own', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(stranger.status).toBe(401)
  const form = await house.ask('/api/sealed/own', {
    method: 'POST',
    headers: { 'content-type': 'text/plain', cookie: nell.cookie },
    body: '{}',
  })
  expect(form.status).toBe(405)
  const headers = { 'content-type': 'application/json', cookie: nell.cookie, 'sec-fetch-site': 'cross-site' }
  expect((await house.ask('/api/sealed/own', { method: 'POST', headers, body: '{}' })).status).toBe(403)
  const from = (remoteAddress: string) => isSafeWay({ socket: { remoteAddress } } as never)
  expect(['127.0.0.1', '::1', '192.168.0.7', '::ffff:10.0.0.2', ''].map(from)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  await house.close()
})

test('VAULT-1: there are ten things to ask of the house, and none counts, lists, searches or ranks who left something', async () => {
  expect([...vaultPaths]).toEqual([
    'own',
    'keep',
    'remove',
    'duty',
    'opened',
    'ask',
    'look',
    'told',
    'keeping',
    'exposure',
  ])
  const house = await openServedHouse({ show: sealedShow })
  for (const roles of [['SM', 'CM'], ['prod'], ['dir'], ['admin']] as const) {
    const device = await sealedDevice(house, roles)
    const bodies = {
      own: { key: device.key },
      keep: {},
      remove: {},
      opened: {},
      look: { opening: 'none' },
      exposure: { device: 'none' },
    }
    for (const [path, body] of Object.entries(bodies)) {
      const { status, text } = await device.post(path, body)
      const names = sealedShow.people.filter(
        ({ name, id: person }) => text.includes(name) || text.includes(`"${person}"`),
      )
      expect([path, status === 200 && path !== 'exposure', names]).toEqual([path, false, []])
    }
    expect((await device.post('told', {})).text).toBe('{"own":[],"before":0,"reviews":[]}')
  }
  await house.close()
})
