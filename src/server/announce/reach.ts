// Where this house is reached from other machines: asked again every few seconds, and told when it is elsewhere.

import type { Instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'
import { type Announcer, openAnnouncer } from './announcer.ts'
import type { Other } from './others.ts'
import { type Own, ownAddresses, sameAddresses } from './own.ts'

/** A laptop that changes its network is noticed within this. */
export const LOOK_MS = 2_000

export type Reach = {
  /** Addresses of the server, the likeliest first, the name among them behind the first number; none without a network. */
  addresses(): readonly string[]
  /** The same with the second name: what devices try when they have lost the server. */
  told(): readonly string[]
  /** "ghostlight.local", while it is ours. */
  name(): string | null
  /** When the addresses last became others while serving, and which they were before. */
  moved(): Moved | null
  others(): readonly Other[]
  /** When another machine was last heard on these networks by multicast. */
  heardAt(): Instant | null
  onChange(listener: () => void): void
  close(): Promise<void>
}

type Moved = { readonly at: Instant; readonly before: readonly string[] }

export type ReachOptions = {
  readonly clock: Clock
  readonly port: number
  /** What stands before an address. */
  readonly scheme?: 'http' | 'https' | undefined
  readonly run: string
  readonly wanted?: string | null | undefined
  readonly look?: (() => readonly Own[]) | undefined
  readonly announcer?: typeof openAnnouncer | undefined
}

export function openReach(options: ReachOptions): Reach {
  return new WatchedReach(options)
}

class WatchedReach implements Reach {
  readonly #options: ReachOptions
  readonly #listeners: (() => void)[] = []
  readonly #announcer: Announcer
  #own: readonly Own[]
  #moved: Moved | null = null
  #cancel = () => {}

  constructor(options: ReachOptions) {
    this.#options = options
    const { clock, port, run, wanted, announcer = openAnnouncer } = options
    this.#own = this.#look()
    this.#announcer = announcer({ clock, port, run, wanted: wanted ?? null, onChange: () => this.#tell() })
    this.#announcer.move(this.#own)
    this.#wait()
  }

  name = (): string | null => this.#announcer.name()
  others = (): readonly Other[] => this.#announcer.others()
  heardAt = (): Instant | null => this.#announcer.heardAt()
  moved = (): Moved | null => this.#moved

  addresses(): readonly string[] {
    const [first, ...rest] = this.#own.map(({ address }) => this.#url(address))
    if (first === undefined) return []
    const name = this.name()
    return name === null ? [first, ...rest] : [first, this.#url(name), ...rest]
  }

  told(): readonly string[] {
    const second = this.#announcer.secondName()
    const all = this.addresses()
    return second === null ? all : [...all.slice(0, 2), this.#url(second), ...all.slice(2)]
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  async close(): Promise<void> {
    this.#cancel()
    await this.#announcer.close()
  }

  #url(host: string): string {
    const { scheme = 'http', port } = this.#options
    return `${scheme}://${host}:${port}`
  }

  #look(): readonly Own[] {
    return (this.#options.look ?? ownAddresses)()
  }

  #wait(): void {
    this.#cancel = this.#options.clock.after(LOOK_MS, () => {
      this.#lookAgain()
      this.#wait()
    })
  }

  #lookAgain(): void {
    const now = this.#look()
    if (sameAddresses(now, this.#own)) return
    const before = this.#own.map(({ address }) => this.#url(address))
    this.#own = now
    this.#moved = { at: this.#options.clock.now(), before }
    this.#announcer.move(now)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
