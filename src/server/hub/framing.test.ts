// Messages as bytes, heard by a client that is not ours.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { BINARY, MESSAGES_KEPT_MAX, messagesKept, TEXT, textMessage, webSocketMessage } from './framing.ts'

// Both sides of each of the three ways in which a length is written.
const LENGTHS = [0, 1, 125, 126, 65_535, 65_536, 300_000]

test('WIRE-5: a message of any length is heard whole and as the kind it is', async () => {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, bytes, rest) =>
    sockets.handleUpgrade(request, bytes, rest, () => {
      for (const length of LENGTHS) {
        bytes.write(webSocketMessage(Buffer.from('ä'.repeat(length)), TEXT))
        bytes.write(webSocketMessage(Buffer.alloc(length, 7), BINARY))
      }
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // `as`: a server on a port has such an address.
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const heard: (string | number)[] = []
  client.on('message', (data, isBinary) => {
    heard.push(isBinary ? Buffer.from(data as Buffer).length : String(data))
  })
  while (heard.length < 2 * LENGTHS.length) await once(client, 'message')
  expect(heard).toEqual(LENGTHS.flatMap((length) => ['ä'.repeat(length), length]))
  client.terminate()
  sockets.close()
  server.close()
})

test('WIRE-5: the same text is the same bytes, and no more texts are kept than that', () => {
  expect(textMessage('{"t":"frame"}')).toBe(textMessage('{"t":"frame"}'))
  for (let text = 0; text < 2 * MESSAGES_KEPT_MAX; text += 1) textMessage(`{"n":${text}}`)
  expect(messagesKept()).toBeLessThanOrEqual(MESSAGES_KEPT_MAX)
  const before = messagesKept()
  textMessage('x'.repeat(70_000))
  expect(messagesKept()).toBe(before)
})
