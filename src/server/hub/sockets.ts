// Real sockets: a device is known before its connection exists, from the cookie of the upgrade request.

import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import { COMMAND_BYTES_MAX } from '../../wire/messages.ts'
import { LIVE_PROTOCOL } from '../../wire/protocol.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
import { BINARY, textMessage, webSocketMessage } from './framing.ts'
import type { Hub } from './hub.ts'
import { pack } from './packing.ts'
import type { Connection } from './session.ts'

/** A socket that nothing was heard from for this long is taken to be gone. */
export const SILENT_MS_MAX = 15_000

/**
 * The paired device of a request, by its pass where it asks with protocols and never by its cookie then; null for anybody else, who is
 * refused before there is a connection.
 */
export type Identify = (
  headers: IncomingMessage['headers'],
) => { readonly device: string; readonly secretHash: string } | null

/** What is reached under another path: a night to watch, and whoever is signed in on a tablet. Null for whoever may not, and where there is none. */
export type OtherDoor = (
  path: string,
  headers: IncomingMessage['headers'],
) => {
  readonly hub: Hub
  readonly credential: { readonly device: string; readonly secretHash: string } | null
} | null

export function acceptSockets(
  server: Server,
  hub: Hub,
  clock: Clock,
  identify: Identify,
  other: OtherDoor = () => null,
  ownName: string | null = null,
): { close(): void } {
  // Deflate stays off: it costs seven times the time per delivery, and frames are small.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: COMMAND_BYTES_MAX,
    perMessageDeflate: false,
    handleProtocols: (asked) => (asked.has(LIVE_PROTOCOL) ? LIVE_PROTOCOL : false),
  })
  server.on('upgrade', (request, socket, head) => {
    const { url = '', headers } = request
    const door = url === '/live' ? { hub, credential: identify(headers) } : other(url, headers)
    if (sameOrigin(request, ownName)) upgrade(sockets, door, request, socket, head)
    else reject(socket, '403 Forbidden')
  })
  let stop = () => {}
  const listen = () => {
    stop = clock.after(SILENT_MS_MAX / 2, () => {
      dropSilent(sockets)
      listen()
    })
  }
  listen()
  return {
    close: () => {
      stop()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function upgrade(
  sockets: WebSocketServer,
  door: { readonly hub: Hub; readonly credential: ReturnType<Identify> } | null,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  socket.on('error', () => socket.destroy())
  if (!door) {
    reject(socket, '403 Forbidden')
    return
  }
  const { hub, credential } = door
  if (!credential) {
    reject(socket, '401 Unauthorized')
    return
  }
  sockets.handleUpgrade(request, socket, head, (open) => {
    standing(open, () => {
      if (!serve(hub, credential, open, socket)) open.close(1008)
    })
  })
}

function reject(socket: Duplex, status: string): void {
  // Nobody reads this socket any more: without the destroy it would stay open for as long as the stranger likes.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy())
}

/** A page of another site must not speak with the cookie of ours. Programs send no origin. */
function sameOrigin(request: IncomingMessage, ownName: string | null): boolean {
  const { origin, host } = request.headers
  if (!ownHost(host, ownName)) return false
  // Who shows a pass is known by that alone: no browser adds it for a page of somebody else's.
  if (origin === undefined || request.headers['sec-websocket-protocol'] !== undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/** By address, by a name of the local network, or by the house’s own (`--name`): a name from outside that points here is somebody's trick. */
export function ownHost(host: string | undefined, ownName: string | null = null): boolean {
  const name = (host ?? '').replace(/:\d+$/, '').toLowerCase()
  if (/^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])$/.test(name) || name === '' || name === ownName) return true
  // What is no name at all is nobody's, whatever it ends in.
  if (!/^[\w-]+(\.[\w-]+)*$/.test(name)) return false
  return !name.includes('.') || /\.(local|lan|home\.arpa|localhost)$/.test(name)
}

/** “Internal error” of RFC 6455. */
const MISTAKEN = 1011

/** A mistake of ours ends the one connection that met it, never the house: its device comes back by itself. */
function standing(socket: WebSocket, act: () => void): void {
  try {
    act()
  } catch (error) {
    tellMistake(error)
    socket.close(MISTAKEN)
  }
}

const alive = new WeakSet<WebSocket>()

function serve(
  hub: Hub,
  credential: { device: string; secretHash: string },
  socket: WebSocket,
  bytes: Duplex,
): boolean {
  // Once these bytes have left, a device that was behind catches up, though it says nothing. Whoever has read all of
  // what was sent before is not behind, and five hundred such promises a GO are not kept for nothing.
  const drained = () => (socket.bufferedAmount > 0 ? () => session && hub.drained(session) : undefined)
  // A finished message in one write, instead of a head and a body for each of hundreds: nothing else is ever half
  // written, for there is no compression and the library writes its own pings and closes whole.
  const write = (message: Buffer) => {
    if (socket.readyState === WebSocket.OPEN) bytes.write(message, drained())
  }
  const connection: Connection = {
    send: (text) => write(textMessage(text)),
    sendPacked: (parts) => write(webSocketMessage(pack(parts), BINARY)),
    buffered: () => socket.bufferedAmount,
    close: (code) => socket.close(code),
  }
  const session = hub.admit(credential.device, credential.secretHash, connection)
  if (!session) return false
  alive.add(socket)
  socket.on('message', (data, isBinary) => {
    alive.add(socket)
    if (!isBinary) standing(socket, () => hub.receive(session, data.toString()))
  })
  socket.on('pong', () => alive.add(socket))
  socket.on('close', () => hub.leave(session))
  // What follows an error is always a close.
  socket.on('error', () => undefined)
  return true
}

function dropSilent(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) {
    if (!alive.has(socket)) socket.terminate()
    alive.delete(socket)
    socket.ping()
  }
}
