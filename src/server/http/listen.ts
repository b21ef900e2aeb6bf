// Opens the door at a port, or says in a sentence why not; and who can come in by it.

import type { Server } from 'node:http'

export const EVERYWHERE = '0.0.0.0'
export const ONLY_HERE = '127.0.0.1'

export const isLoopback = (host: string): boolean => /^(127\.|localhost$|::1$)/.test(host)

/** Where others reach it that is not asked for anew each time. */
export const fixedAddresses = (host: string, port: number): readonly string[] =>
  host === EVERYWHERE || isLoopback(host) ? [] : [`http://${host}:${port}`]

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
