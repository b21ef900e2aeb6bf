// The post of the house: one mail at a time, only when somebody pressed, tried again a few times, and what came of it.

import { randomUUID } from 'node:crypto'
import type { Delivery, KeptPost, PostOutcome, PostSettings, PostTold, PostTrouble } from '../../wire/post.ts'
import type { Clock } from '../clock/clock.ts'
import { toldAs } from '../clock/mistakes.ts'
import type { Letter, Sending } from './send.ts'
import { readPost, writePost } from './settings.ts'

/** The longest that a mail server is waited for. */
const STEP_MS_MAX = 15_000
export const ATTEMPTS_MAX = 3
/** Before the second and the third attempt. */
const PAUSES_MS = [2_000, 8_000] as const

/** One of these for each kind of copy: who gets it and what it says. */
export type Enclosed = { readonly to: readonly string[]; readonly subject: string; readonly text: string }

export type Post = {
  told(): Omit<PostTold, 'tonight'>
  settings(): PostSettings | null
  /** `password`: null leaves the one that is kept. */
  keep(settings: PostSettings, password: string | null): void
  /** False where something is on its way already, or nothing was entered. Its outcome is in `told`. */
  send(performance: number | null, letters: readonly Enclosed[]): boolean
  close(): void
}

export type PostOptions = {
  readonly dataDir: string
  readonly clock: Clock
  readonly stepMs?: number | undefined
  readonly pausesMs?: readonly number[] | undefined
}

export const openPost = (options: PostOptions): Post => new HousePost(options)

class HousePost implements Post {
  readonly #options: PostOptions
  #outcome: PostOutcome | null = null
  #closed = false
  #wake = () => {}

  constructor(options: PostOptions) {
    this.#options = options
  }

  told(): Omit<PostTold, 'tonight'> {
    const kept = readPost(this.#options.dataDir)
    const hasPassword = (kept?.password ?? '') !== ''
    return { settings: kept?.settings ?? null, hasPassword, outcome: this.#outcome }
  }

  settings(): PostSettings | null {
    return readPost(this.#options.dataDir)?.settings ?? null
  }

  keep(settings: PostSettings, password: string | null): void {
    const before = readPost(this.#options.dataDir)
    // A password belongs to its server: it is never said to another one that was typed in its place.
    const same = before?.settings.host === settings.host && before.settings.user === settings.user
    const open = settings.security === 'none'
    writePost(this.#options.dataDir, {
      settings,
      password: open ? '' : (password ?? (same ? before.password : '')),
    })
  }

  send(performance: number | null, letters: readonly Enclosed[]): boolean {
    const kept = readPost(this.#options.dataDir)
    if (kept === null || this.#closed || this.#outcome?.state === 'sending') return false
    this.#outcome = { state: 'sending', performance, attempt: 1 }
    void this.#sendAll(kept, performance, letters)
    return true
  }

  close(): void {
    this.#closed = true
    this.#wake()
  }

  async #sendAll(kept: KeptPost, performance: number | null, letters: readonly Enclosed[]): Promise<void> {
    const deliveries: Delivery[] = []
    let attempts = 1
    let trouble: PostTrouble | null = null
    for (const enclosed of letters) {
      const made = letterOf(enclosed, kept)
      // What was taken before something of ours broke stays told as taken.
      const { sending, attempt } = await this.#deliver(kept, made, performance).catch(toldAs(broken))
      attempts = Math.max(attempts, attempt)
      if (sending.ok) deliveries.push(...sending.deliveries)
      // What stopped one stops the others too: nobody waits for the same answer once more.
      else trouble = sending.trouble
      if (trouble) break
    }
    const said = new Set(deliveries.map(({ address }) => address))
    const left = letters.flatMap(({ to }) => to).filter((address) => !said.has(address))
    const none = left.map((address) => ({ address, taken: false, said: null }))
    const at = this.#options.clock.now()
    this.#outcome = {
      ...{ state: 'done', performance, at, attempts, trouble },
      deliveries: [...deliveries, ...none],
    }
  }

  /** A letter until it was taken, refused for good, or tried often enough. */
  async #deliver(kept: KeptPost, letter: Letter, performance: number | null) {
    const { stepMs = STEP_MS_MAX, pausesMs = PAUSES_MS } = this.#options
    // Read when it is wanted: no start of a show pays for it.
    const { sendLetter } = await import('./send.ts')
    for (let attempt = 1; ; attempt += 1) {
      this.#outcome = { state: 'sending', performance, attempt }
      const sending: Sending = await sendLetter(kept, letter, stepMs)
      if (sending.ok || !sending.again || attempt >= ATTEMPTS_MAX || this.#closed) return { sending, attempt }
      await this.#pause(pausesMs[attempt - 1] ?? 0)
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(ms, resolve)
      this.#wake = () => {
        cancel()
        resolve()
      }
    })
  }
}

const broken: { readonly sending: Sending; readonly attempt: number } = {
  sending: { ok: false, trouble: { kind: 'unknown', said: '' }, again: false },
  attempt: 1,
}

/** Its id is the same at each attempt, so that a server which had it already knows it again. */
const letterOf = (enclosed: Enclosed, { settings }: KeptPost): Letter => ({
  ...enclosed,
  messageId: `<${randomUUID()}@${settings.from.split('@')[1] ?? 'house.invalid'}>`,
})
