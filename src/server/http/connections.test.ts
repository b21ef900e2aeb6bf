// One machine cannot take all the room at the door: real connections, from addresses of their own.

import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, createConnection, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ADDRESS_CONNECTIONS_MAX, closeDoor, connectionsOf, limitsOf, REQUEST_MS_MAX } from './connections.ts'

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

test('ATTACK-40: a request that drips in, its head or its body, is ended once its time is over, and a look later', async () => {
  const server = createServer(limitsOf(300), (request) => request.resume())
  const open = connectionsOf(server)
  onTestFinished(() => closeDoor(server, open))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // `as`: it listens at a port.
  const { port } = server.address() as AddressInfo
  const head = 'POST / HTTP/1.1\r\nHost: here\r\n'
  const drips = [
    [head, 'X: y\r\n'],
    [`${head}Content-Length: 4000\r\n\r\n`, 'a'],
    [`${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'],
  ] as const
  await Promise.all(
    drips.map(async ([begins, drip]) => {
      const line = createConnection(port, '127.0.0.1', () => line.write(begins))
      line.on('error', () => undefined).resume()
      const dripping = setInterval(() => line.write(drip), 50)
      // Looked at every half minute this would not come before the test is given up.
      await once(line, 'close')
      clearInterval(dripping)
    }),
  )
  expect(limitsOf()).toMatchObject({ headersTimeout: REQUEST_MS_MAX, connectionsCheckingInterval: 2_000 })
}, 20_000)
