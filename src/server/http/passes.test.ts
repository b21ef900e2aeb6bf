// A device at another address of the server: known by its pass, and by nothing else there.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServedHouse, RealSocket, readCookie, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import { LIVE_PROTOCOL } from '../../wire/protocol.ts'
import { sha256 } from './cookies.ts'
import { passesBy } from './passes.ts'

let house: ServedHouse
beforeAll(async () => {
  house = await openServedHouse({ show: littleShow() })
})
afterAll(() => house.close())

/** 101, or the status it was refused with. */
async function statusOf(protocols: readonly string[], headers: Record<string, string> = {}): Promise<number> {
  const socket = new RealSocket(house.server.port, { protocols, headers })
  const status = await socket.status
  socket.socket.terminate()
  return status
}

const kept = () => JSON.parse(readFileSync(join(house.dataDir, 'reach.json'), 'utf8')) as { key: string }
const passOf = (cookie: string): string => {
  const { device, secret } = readCookie(cookie)
  return passesBy(kept().key).of(device, sha256(secret))
}
const elsewhere = { origin: 'http://192.0.2.7:4444' }

test('NETWORK-8: with its pass a page from another address of the house gets a socket; without, with another’s key and once revoked it does not', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  const pass = passOf(cookie)
  expect(await statusOf([LIVE_PROTOCOL, pass], elsewhere)).toBe(101)
  expect(await statusOf([LIVE_PROTOCOL], elsewhere)).toBe(401)
  expect(await statusOf([LIVE_PROTOCOL, `${pass}x`], elsewhere)).toBe(401)
  expect(await statusOf(['other', pass], elsewhere)).toBe(401)
  const { device, secret } = readCookie(cookie)
  const foreign = passesBy('another house').of(device, sha256(secret))
  expect(await statusOf([LIVE_PROTOCOL, foreign], elsewhere)).toBe(401)
  // Neither what the record holds nor the cookie is a pass.
  expect(await statusOf([LIVE_PROTOCOL, `${device}.${sha256(secret)}`], elsewhere)).toBe(401)
  expect(await statusOf([LIVE_PROTOCOL, `${device}.${secret}`], elsewhere)).toBe(401)
  const command = { name: 'device.revoke', device: id<'device'>(device) } as const
  await house.server.stage.installation.submit({ id: 'gone', by: theMachine, madeAt: instant(0), command })
  expect(await statusOf([LIVE_PROTOCOL, pass], elsewhere)).toBe(401)
})

test('NETWORK-8: where a pass is shown no cookie counts, so that a page of another site gains nothing by asking so', async () => {
  const cookie = await house.pair({ roles: ['callboard'] })
  const open = new RealSocket(house.server.port, { headers: { cookie } })
  expect(await open.status).toBe(101)
  await open.close()
  expect(await statusOf([LIVE_PROTOCOL], { cookie, origin: 'http://evil.example' })).toBe(401)
  expect(await statusOf([LIVE_PROTOCOL, 'x.y'], { cookie })).toBe(401)
  // And under a name from outside there is no socket whatever is shown.
  expect(await statusOf([LIVE_PROTOCOL, passOf(cookie)], { host: 'evil.example' })).toBe(403)
})
