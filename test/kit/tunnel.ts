// A way from a device to the server that can go dark: nothing is lost, nothing arrives, and nobody is told.

import { connect, createServer, type Socket } from 'node:net'

export type Tunnel = {
  /** The same link, through this tunnel. */
  through(link: string): string
  /** From now on nothing comes through, either way; the connections stay. */
  darken(): void
  /** What waited arrives, and everything goes on. */
  lighten(): void
  close(): Promise<void>
}

/** `port`: where the server listens, now and after it has been started again. */
export async function openTunnel(port: number): Promise<Tunnel> {
  /** Until each is closed itself: one whose other end went while it was dark is still open. */
  const sockets = new Set<Socket>()
  let dark = false
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => undefined)
      from.on('close', () => {
        sockets.delete(from)
        to.end()
      })
      if (dark) from.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const own = typeof address === 'object' && address !== null ? address.port : 0
  const each = (act: (socket: Socket) => void) => {
    for (const socket of sockets) act(socket)
  }
  return {
    through: (link) => link.replace(/:\d+/, `:${own}`),
    darken: () => {
      dark = true
      each((socket) => socket.pause())
    },
    lighten: () => {
      dark = false
      each((socket) => socket.resume())
    },
    close: () => {
      each((socket) => socket.destroy())
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
