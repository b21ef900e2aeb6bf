// Signs where the record stands, while a performance is on and at its end; devices keep what they are handed of it.

import { type Instant, instant, minutes } from '../../core/kit/time.ts'
import { HEADS_KEPT, type HeadsTold, type SignedHead } from '../../wire/heads.ts'
import type { Clock } from '../clock/clock.ts'
import { tellMistake } from '../clock/mistakes.ts'
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

type Night = {
  readonly stream: StreamId
  /** The first act of it. */
  readonly from: Instant
  readonly closedAt: Instant | null
  /** When each act came down. */
  readonly downs: readonly Instant[]
}
/** What was signed of this night, in this opening of the house and in those before. */
type SignedOf = {
  readonly count: number
  readonly at: Instant
  readonly acts: number
  readonly isOver: boolean
}

type Known = { readonly heads: Heads; readonly signed: readonly HeadSigned[]; readonly sound: number }

/** Read off the record, so that closing and opening the house makes nothing of it anew. `isAll`: nothing was written since. */
function signedOf({ from, closedAt, downs }: Night, { signed }: Known, isAll: boolean): SignedOf | null {
  const ofIt = signed.filter(({ at }) => at >= from)
  const last = ofIt.at(-1)
  if (!last) return null
  const at = instant(last.at)
  const acts = downs.filter((down) => down <= at).length
  const isOver = closedAt !== null && (at > closedAt || (at === closedAt && isAll))
  return { count: ofIt.length, at, acts, isOver }
}

class OneSigner implements Signer {
  readonly #options: Options
  #known: Known | null = null
  /** Last, in this opening of the house. */
  #signedAt: Instant | null = null
  #cancel: () => void = () => undefined
  #working: Promise<unknown> = Promise.resolve()
  #looking: Promise<unknown> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
  }

  look(): void {
    // What could not be signed is at the next look.
    this.#working = this.#working.then(() => this.#round()).catch(tellMistake)
    this.#cancel = this.#options.clock.after(LOOK_EVERY_MS, () => this.look())
  }

  async #round(): Promise<void> {
    const night = this.#tonight()
    if (night === null) return
    const known = await this.#load()
    const { hash } = await this.#options.log.head(night.stream)
    const isAll = known.heads.get(night.stream)?.[1] === hash
    if (this.#isDue(night, signedOf(night, known, isAll))) await this.#sign(known, night)
  }

  /** From the first act on: before it there is little to keep, and afterwards it is closed. */
  #tonight(): Night | null {
    const night = this.#options.stage.night()
    const { acts, closedAt } = night?.owner.state().calling ?? { acts: [], closedAt: null }
    const [first] = acts
    if (!night || !first) return null
    const downs = acts.flatMap(({ downAt }) => (downAt === null ? [] : [downAt]))
    return { stream: night.performance.id, from: first.upAt, closedAt, downs }
  }

  #isDue({ closedAt, downs }: Night, last: SignedOf | null): boolean {
    if (last === null) return true
    if (last.isOver || last.count >= SIGNED_PER_NIGHT_MAX) return false
    return closedAt !== null || downs.length !== last.acts || this.#isLongAgo(last.at)
  }

  /** By the clock as it was then, also where it was set back since. */
  #isLongAgo(at: Instant): boolean {
    return Math.abs(this.#now - (this.#signedAt ?? at)) >= SIGN_EVERY_MS
  }

  get #now(): Instant {
    return this.#options.clock.now()
  }

  async #load(): Promise<Known> {
    if (this.#known !== null) return this.#known
    const signed = await signedIn(this.#options.log)
    const heads = signed.reduce<Heads>(grown, new Map())
    // Once for each opening: what is signed from here on is signed of what was just written.
    this.#known = { heads, signed, sound: await soundUpTo(this.#options.log, signed) }
    return this.#known
  }

  async #sign(known: Known, { from, closedAt }: Night): Promise<void> {
    const { log } = this.#options
    const now = this.#now
    // Not before what it is signed of, where the clock was set back since.
    const at = instant(Math.max(now, from, closedAt ?? from))
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
    this.#signedAt = now
    const isSound = known.sound === head.number - 1
    this.#known = { heads: all, signed: [...known.signed, body], sound: isSound ? head.number : known.sound }
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
    // One device after the other: many that ask at once hold up nobody but each other.
    const found = this.#looking.then(() => foundOf({ signed, sound }, kept, this.#options.key().name))
    // Whoever asked is told.
    this.#looking = found.catch(() => undefined)
    return { heads, found: await found }
  }

  async close(): Promise<void> {
    this.#cancel()
    await this.#working
  }
}
