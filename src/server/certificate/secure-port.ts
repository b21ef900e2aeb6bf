// The second port, which speaks https: opened as soon as there is a certificate, and shown the newest without closing.

import type { Server, ServerOptions } from 'node:https'
import type { Clock } from '../clock/clock.ts'
import type { Pair } from './issue.ts'
import type { Authority, Keeper } from './keeper.ts'

/** How often names, days and files are looked at. */
const LOOK_MS = 5_000
/** Whoever has not said hello by then has no business here. */
const HANDSHAKE_MS_MAX = 10_000

export type SecurePort = {
  /** Null while it is not open. */
  port(): number | null
  authority(): Authority | null
  /** Why it is not as it should be, in a sentence; null while all is well. */
  problem(): string | null
  /** Makes the house's authority where there is none, and opens. */
  make(): Promise<void>
  /** Looks now: somewhere it became known that an address is another. */
  look(): Promise<void>
  close(): Promise<void>
}

export type SecureOptions = {
  readonly keeper: Keeper
  readonly clock: Clock
  readonly host: string
  readonly port: number
  readonly limits: ServerOptions
  /** Gives the new server its work; the answer ends that. */
  readonly furnish: (server: Server) => () => Promise<void>
  /** Something that is told about it is another now. */
  readonly changed: () => void
}

/** What is wrong never throws: the plain port goes on, and what is wrong is told. */
export async function openSecurePort(options: SecureOptions): Promise<SecurePort> {
  const port = new LookingPort(options)
  await port.look()
  port.watch()
  return port
}

class LookingPort implements SecurePort {
  readonly #options: SecureOptions
  #open: { readonly server: Server; readonly end: () => Promise<void>; readonly port: number } | null = null
  #shown: Pair | null = null
  #problem: string | null = null
  #authority: Authority | null = null
  #looking: Promise<void> = Promise.resolve()
  #stop = () => {}
  #closed = false

  constructor(options: SecureOptions) {
    this.#options = options
  }

  readonly port = (): number | null => this.#open?.port ?? null
  readonly problem = (): string | null => this.#problem

  /** As it was last looked at: whoever asks reads no disk. */
  readonly authority = (): Authority | null => this.#authority

  async make(): Promise<void> {
    this.#options.keeper.make(this.#options.clock.now())
    await this.look()
    if (this.#problem !== null) throw new Error(this.#problem)
  }

  /** One after the other: two looks at once would open two doors. */
  look(): Promise<void> {
    // What a look found wrong is its problem, which is said.
    this.#looking = this.#looking.catch(() => undefined).then(() => this.#look())
    return this.#looking
  }

  watch(): void {
    if (this.#closed) return
    this.#stop = this.#options.clock.after(LOOK_MS, () => {
      const again = () => this.watch()
      // Whoever is told of a change may fail: the next look comes all the same.
      void this.look().then(again, again)
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#stop()
    await this.#looking
    await this.#open?.end()
    this.#open = null
  }

  async #look(): Promise<void> {
    if (this.#closed) return
    const before = this.#said()
    try {
      const pair = this.#options.keeper.current(this.#options.clock.now())
      this.#authority = this.#options.keeper.authority()
      if (pair) await this.#show(pair)
      this.#problem = null
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error)
    }
    if (this.#said() !== before) this.#options.changed()
  }

  #said(): string {
    return [this.port(), this.#problem, this.#shown?.certificate].join()
  }

  async #show(pair: Pair): Promise<void> {
    const isNew = pair.certificate !== this.#shown?.certificate
    if (this.#open === null) this.#open = await this.#listen(pair)
    // Those who are connected stay so; whoever comes next is shown the new one.
    else if (isNew) this.#open.server.setSecureContext({ cert: pair.certificate, key: pair.key })
    this.#shown = pair
  }

  async #listen({ certificate: cert, key }: Pair) {
    const { limits, host, port, furnish } = this.#options
    // Read only where there is a certificate: a house without one opens without it.
    const { createServer } = await import('node:https')
    const server = createServer({
      ...limits,
      cert,
      key,
      minVersion: 'TLSv1.2',
      handshakeTimeout: HANDSHAKE_MS_MAX,
    })
    return new Promise<{ server: Server; end: () => Promise<void>; port: number }>((resolve, reject) => {
      server.once('error', (error: Error & { code?: string }) => {
        const taken = `Port ${port} is taken, so the way in with a certificate is closed. Choose another with --secure-port.`
        reject(error.code === 'EADDRINUSE' ? new Error(taken) : error)
      })
      server.listen(port, host, () => {
        const bound = server.address()
        const at = bound !== null && typeof bound === 'object' ? bound.port : port
        // What goes wrong with one connection later is that connection's.
        server.on('error', () => undefined)
        resolve({ server, end: furnish(server), port: at })
      })
    })
  }
}
