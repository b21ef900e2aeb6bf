// Signs where the record stands, while a performance is on and at its end; devices keep what they are handed of it.

import type { Instant } from '../../core/kit/time.ts'
import { minutes } from '../../core/kit/time.ts'
import { HEADS_KEPT, type HeadsTold, type SignedHead } from '../../wire/heads.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import { HEADS_STREAM, type Log, type StreamId } from '../log/log.ts'
import { foundOf, grown, type HeadSigned, type Heads, rootOf, signedIn, soundUpTo } from './contain.ts'
import { type HouseKey, wordsOf } from './key.ts'

/** Whether anything was written meanwhile or not: nobody reads off a head that something was. */
export const SIGN_EVERY_MS = minutes(5)
const LOOK_EVERY_MS = minutes(1)
/** A night that nobody closes is signed no further. */
export const SIGNED_PER_NIGHT_MAX = 120

export type Signer = {
  /** What a device is handed, and what becomes of what it has kept. */
  told(kept: readonly SignedHead[]): Promise<HeadsTold>
  close(): Promise<void>
}

type Options = {
  readonly log: Log
  readonly clock: Clock
  readonly stage: Pick<Stage, 'night'>
  readonly key: () => HouseKey
}

export function openSigner(options: Options): Signer {
  const signer = new OneSigner(options)
  signer.look()
  return signer
}

type Night = { readonly stream: StreamId; readonly isOver: boolean; readonly acts: number }

class OneSigner implements Signer {
  readonly #options: Options
  #known: { heads: Heads; signed: readonly HeadSigned[]; sound: number } | null = null
  #night: { stream: StreamId; count: number; at: Instant; acts: number; isOver: boolean } | null = null
  #cancel: () => void = () => undefined
  #working: Promise<unknown> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  look(): void {
    const night = this.#tonight()
    if (night !== null && this.#isDue(night))
      this.#working = this.#working.then(() => this.#sign(night)).catch(() => undefined)
    this.#cancel = this.#options.clock.after(LOOK_EVERY_MS, () => this.look())
  }

  /** From the first act on: before it there is little to keep, and afterwards it is closed. */
  #tonight(): Night | null {
    const night = this.#options.stage.night()
    const { acts, closedAt } = night?.owner.state().calling ?? { acts: [], closedAt: null }
    if (!night || acts.length === 0) return null
    const down = acts.filter((act) => act.downAt !== null).length
    return { stream: night.performance.id, isOver: closedAt !== null, acts: down }
  }

  #isDue({ stream, isOver, acts }: Night): boolean {
    const last = this.#night?.stream === stream ? this.#night : null
    if (last === null) return true
    if (last.isOver || last.count >= SIGNED_PER_NIGHT_MAX) return false
    return isOver || acts !== last.acts || this.#options.clock.now() - last.at >= SIGN_EVERY_MS
  }

  async #load() {
    if (this.#known !== null) return this.#known
    const signed = await signedIn(this.#options.log)
    const heads = signed.reduce<Heads>(grown, new Map())
    // Once for each opening: what is signed from here on is signed of what was just written.
    this.#known = { heads, signed, sound: await soundUpTo(this.#options.log, signed) }
    return this.#known
  }

  async #sign(night: Night): Promise<void> {
    const { log, clock } = this.#options
    const known = await this.#load()
    const at = clock.now()
    const heads: [StreamId, number, string][] = []
    for (const { stream } of await log.streams()) {
      const { seq, hash } = await log.head(stream)
      if (stream !== HEADS_STREAM && known.heads.get(stream)?.[1] !== hash) heads.push([stream, seq, hash])
    }
    const all = grown(known.heads, { heads })
    const head = { number: (known.signed.at(-1)?.number ?? 0) + 1, at, root: rootOf(all) }
    const key = this.#options.key()
    const body: HeadSigned = { ...head, heads, signature: key.sign(wordsOf(head)), key: key.name }
    if (!(await this.#write(body))) return
    const isSound = known.sound === head.number - 1
    this.#known = { heads: all, signed: [...known.signed, body], sound: isSound ? head.number : known.sound }
    const last = this.#night?.stream === night.stream ? this.#night : null
    this.#night = { ...night, at, count: (last?.count ?? 0) + 1 }
  }

  async #write(body: HeadSigned): Promise<boolean> {
    const { log, clock } = this.#options
    const epoch = await log.claim(HEADS_STREAM)
    const { seq } = await log.head(HEADS_STREAM)
    const step = { stream: HEADS_STREAM, epoch, expectSeq: seq, at: clock.now(), by: 'machine' }
    // `as`: numbers and texts, in a list.
    const event = { type: 'head.signed', v: 1, body: body as unknown as { readonly [field: string]: never } }
    const command = `head ${body.number} after ${seq}`
    const [outcome] = await log.append([
      { ...step, command, events: [event], answer: { number: body.number } },
    ])
    return outcome?.done === 'appended'
  }

  async told(kept: readonly SignedHead[]): Promise<HeadsTold> {
    await this.#working
    const { signed, sound } = await this.#load()
    const heads = signed.slice(-HEADS_KEPT).map(({ heads: _heads, ...head }) => head)
    if (kept.length === 0) return { heads, found: [] }
    return { heads, found: foundOf({ signed, sound }, kept, this.#options.key().name) }
  }

  async close(): Promise<void> {
    this.#cancel()
    await this.#working
  }
}
