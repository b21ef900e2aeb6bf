// Who hangs on the door, sockets and strangers alike: no more than there is room for, and nobody once it is closed.

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Sockets of strangers included; devices alone are bounded by the hub. */
const CONNECTIONS_MAX = 6_000

/** Of one other machine: so that none takes all the room there is. A router may stand for a whole house of phones. */
export const ADDRESS_CONNECTIONS_MAX = 1_500
/** The machine itself speaks for its own screens, its tests and whatever stands before it. */
const ITSELF = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A request that is not whole by then is not meant, however it drips. */
export const REQUEST_MS_MAX = 10_000

/** Looked at often enough: by itself the server looks every half minute, and a request hangs on for so much longer. */
export const limitsOf = (msMax = REQUEST_MS_MAX) => ({
  requestTimeout: msMax,
  headersTimeout: msMax,
  connectionsCheckingInterval: msMax / 5,
})

/** All that are open, those of strangers too, and no more than there is room for. */
export function connectionsOf(server: Server, ofOneMax = ADDRESS_CONNECTIONS_MAX): ReadonlySet<Socket> {
  const connections = new Set<Socket>()
  const held = new Map<string, number>()
  server.maxConnections = CONNECTIONS_MAX
  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? ''
    const count = held.get(from) ?? 0
    if (count >= ofOneMax && !ITSELF.has(from)) {
      socket.destroy()
      return
    }
    held.set(from, count + 1)
    connections.add(socket)
    socket.once('close', () => {
      connections.delete(socket)
      const left = (held.get(from) ?? 1) - 1
      if (left > 0) held.set(from, left)
      else held.delete(from)
    })
  })
  return connections
}

/** Also those that were never a socket of ours: a stranger who hangs on must not keep the house open. */
export const closeDoor = (server: Server, connections: ReadonlySet<Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    for (const connection of connections) connection.destroy()
  })
