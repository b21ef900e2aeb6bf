// Strangers at the door: nothing they do stays open, and nothing they hold keeps the house from closing.

import { connect, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { openServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { ownHost } from './sockets.ts'

const KEY = 'c3RyYW5nZXJzIGF0IGRvb3I='

/** Asks for a socket by hand, so that the other end can behave as badly as it likes. */
function knock(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      socket.write(
        `GET /live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: ${KEY}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      )
      resolve(socket)
    })
    socket.on('error', () => undefined)
  })
}

test('DOOR-13: a refused socket is ended from this side, and one that hangs on does not keep the house open', async () => {
  const house = await openServedHouse({ show: littleShow() })
  const refused = await knock(house.server.port)
  const said = await new Promise<string>((resolve) => refused.once('data', (data) => resolve(String(data))))
  expect(said).toContain('401')
  const ended = new Promise((resolve) => refused.once('close', resolve))
  refused.write('x'.repeat(100))
  refused.resume()
  refused.end()
  await ended
  const clinging = await Promise.all(Array.from({ length: 5 }, () => knock(house.server.port)))
  await house.close()
  for (const socket of clinging) socket.destroy()
})

test('DOOR-14: addresses and local names are ours; names from outside are not', () => {
  for (const host of [
    '127.0.0.1:4444',
    '192.168.1.20:4444',
    '[::1]:4444',
    'localhost:4444',
    'stagelaptop',
    'desk.local',
  ]) {
    expect(ownHost(host), host).toBe(true)
  }
  for (const host of ['evil.example', 'evil.example:4444', '127.0.0.1.evil.example', 'a.b']) {
    expect(ownHost(host), host).toBe(false)
  }
})

test('PERSON-10: a house that was started with a name from outside is answered by it, and by no other; others by none', async () => {
  const ownName = 'house.example.org'
  const houses = [
    await openServedHouse({ show: littleShow(), ownName }),
    await openServedHouse({ show: littleShow() }),
  ] as const
  const ask = async (of: (typeof houses)[number], host: string) =>
    (await of.ask('/api/me', { headers: { host } })).status
  const [named, nameless] = houses
  expect(await Promise.all([ask(named, `${ownName}:4445`), ask(named, ownName.toUpperCase())])).toEqual([
    401, 401,
  ])
  expect(await Promise.all([ask(named, 'a.house.example.org'), ask(named, 'evil.example')])).toEqual([
    403, 403,
  ])
  expect(await ask(nameless, ownName)).toBe(403)
  expect([ownHost(ownName, ownName), ownHost(`${ownName}.evil.example`, ownName)]).toEqual([true, false])
  for (const one of houses) await one.close()
})
