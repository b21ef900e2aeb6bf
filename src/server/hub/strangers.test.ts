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
