// Who hangs on the door, sockets and strangers alike: no more than there is room for, and nobody once it is closed.

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Sockets of strangers included; devices alone are bounded by the hub. */
const CONNECTIONS_MAX = 6_000

/** All that are open, those of strangers too, and no more than there is room for. */
export function connectionsOf(server: Server): ReadonlySet<Socket> {
  const connections = new Set<Socket>()
  server.maxConnections = CONNECTIONS_MAX
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  return connections
}

/** Also those that were never a socket of ours: a stranger who hangs on must not keep the house open. */
export const closeDoor = (server: Server, connections: ReadonlySet<Socket>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    for (const connection of connections) connection.destroy()
  })
