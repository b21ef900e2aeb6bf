// One machine cannot take all the room at the door: real connections, from addresses of their own.

import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createConnection, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ADDRESS_CONNECTIONS_MAX, closeDoor, connectionsOf } from './connections.ts'

const OF_ONE = 5

test('DOOR-19: one more connection of one other machine than it may have is ended; another machine, and this one, come in', async () => {
  const server = createServer()
  const open = connectionsOf(server, OF_ONE)
  onTestFinished(() => closeDoor(server, open))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // `as`: it listens at a port.
  const { port } = server.address() as AddressInfo
  const connect = async (localAddress: string): Promise<Socket> => {
    const arrived = once(server, 'connection')
    const line = createConnection({ port, host: '127.0.0.1', localAddress })
    line.on('error', () => undefined)
    onTestFinished(() => {
      line.destroy()
    })
    await arrived
    return line
  }
  const lines: Socket[] = []
  for (let at = 0; at < OF_ONE; at += 1) lines.push(await connect('127.0.0.2'))
  expect(open.size).toBe(OF_ONE)
  await once(await connect('127.0.0.2'), 'close')
  expect(open.size).toBe(OF_ONE)
  await connect('127.0.0.3')
  for (let at = 0; at <= OF_ONE; at += 1) await connect('127.0.0.1')
  expect(open.size).toBe(2 * OF_ONE + 2)
  const [first] = open
  const left = once(first as Socket, 'close')
  lines[0]?.destroy()
  await left
  await connect('127.0.0.2')
  expect(open.size).toBe(2 * OF_ONE + 2)
  expect(ADDRESS_CONNECTIONS_MAX).toBeGreaterThan(500)
})
