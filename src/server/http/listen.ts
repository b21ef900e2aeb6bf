// Opens the door at a port, or says in a sentence why not.

import type { Server } from 'node:http'

/** The port it listens at: the one asked for, or any free one for 0. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const taken = `Port ${port} is taken. Is Ghostlight open already? Otherwise choose another with --port.`
      reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
    })
    server.listen(port, host, () => {
      const bound = server.address()
      resolve(bound !== null && typeof bound === 'object' ? bound.port : port)
    })
  })
}
