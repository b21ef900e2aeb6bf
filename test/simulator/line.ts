// One connection between a device and the server: in order while it lasts, late, halting, cut in the middle of a word.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { Scheduler } from './scheduler.ts'

/** What the two ends hear. */
export type Ends = {
  readonly device: (text: string) => void
  readonly server: (text: string) => void
  readonly deviceCut: () => void
  readonly serverCut: () => void
}

type Way = {
  readonly queue: { readonly text: string; readonly due: number }[]
  readonly deliver: (text: string) => void
  lastDue: number
  stalledUntil: number
}

/** Bytes that wait for a slow reader weigh this much more, so that a small show fills a megabyte. */
const WEIGHT = 600

export class Line {
  readonly #scheduler: Scheduler
  readonly #dice: Dice
  readonly #ends: Ends
  readonly #down: Way
  readonly #up: Way
  readonly #base: number
  #extra = 0
  #extraUntil = 0
  #severed = false
  #deviceThere = true
  #serverThere = true
  #unread = false

  constructor(scheduler: Scheduler, dice: Dice, ends: Ends) {
    this.#scheduler = scheduler
    this.#dice = dice
    this.#ends = ends
    this.#base = dice.whole(1, 40)
    this.#down = way((text) => this.#deviceThere && ends.device(text))
    this.#up = way((text) => this.#serverThere && ends.server(text))
  }

  toDevice(text: string): void {
    if (this.#serverThere) this.#send(this.#down, text)
  }

  toServer(text: string): void {
    if (this.#deviceThere) this.#send(this.#up, text)
  }

  /** Both ends still think that they are connected, and so does the network. */
  isWhole(): boolean {
    return !this.#severed && this.#deviceThere && this.#serverThere
  }

  /** Bytes on the server's side that the device does not take. */
  unread(): number {
    if (!this.#unread || this.#scheduler.now() >= this.#down.stalledUntil) return 0
    return WEIGHT * this.#down.queue.reduce((bytes, { text }) => bytes + text.length, 0)
  }

  slow(extraMs: number, forMs: number): void {
    this.#extra = extraMs
    this.#extraUntil = this.#scheduler.now() + forMs
  }

  /** Nothing arrives and nobody is told; what was sent waits, and comes when it ends. */
  halt(which: 'both' | 'down' | 'up', forMs: number): void {
    const until = this.#scheduler.now() + forMs
    if (which !== 'up') this.#down.stalledUntil = Math.max(this.#down.stalledUntil, until)
    if (which !== 'down') this.#up.stalledUntil = Math.max(this.#up.stalledUntil, until)
  }

  /** The device does not read: what is sent to it piles up at the server. */
  unreadFor(forMs: number): void {
    this.#unread = true
    this.halt('down', forMs)
  }

  /** What was on its way is lost, but for the little that had arrived; each end learns of it in its time. */
  cut(deviceAfterMs: number, serverAfterMs: number): void {
    if (this.#severed) return
    this.#severed = true
    this.#down.queue.length = 0
    this.#up.queue.length = 0
    this.#scheduler.after(deviceAfterMs, () => this.endDevice())
    this.#scheduler.after(serverAfterMs, () => this.endServer())
  }

  /** The device closes: what it had sent still arrives, then the server hears of it. */
  hangUp(): void {
    if (!this.#deviceThere) return
    this.#deviceThere = false
    this.#down.queue.length = 0
    if (this.#severed) return
    this.#up.lastDue = this.#dueTime(this.#up)
    this.#tellAfter(this.#up, () => this.endServer())
  }

  /** The server closes: what it had sent still arrives, then the device hears of it. */
  close(): void {
    if (!this.#serverThere) return
    this.#serverThere = false
    this.#up.queue.length = 0
    if (this.#severed) return
    this.#down.lastDue = this.#dueTime(this.#down)
    this.#tellAfter(this.#down, () => this.endDevice())
  }

  /** The network is well again: what halted goes on. */
  heal(): void {
    this.#extraUntil = 0
    for (const each of [this.#down, this.#up]) {
      each.stalledUntil = 0
      this.#pump(each)
    }
  }

  endServer(): void {
    if (!this.#serverThere) return
    this.#serverThere = false
    this.#ends.serverCut()
  }

  endDevice(): void {
    if (!this.#deviceThere) return
    this.#deviceThere = false
    this.#ends.deviceCut()
  }

  #send(along: Way, text: string): void {
    if (this.#severed) return
    const due = this.#dueTime(along)
    along.lastDue = due
    along.queue.push({ text, due })
    this.#scheduler.at(due, () => this.#pump(along))
  }

  #dueTime(along: Way): number {
    const extra = this.#scheduler.now() < this.#extraUntil ? this.#extra * (0.5 + this.#dice.next()) : 0
    return Math.max(along.lastDue, this.#scheduler.now() + this.#base * (0.5 + this.#dice.next()) + extra)
  }

  #pump(along: Way): void {
    const now = this.#scheduler.now()
    if (now < along.stalledUntil) {
      if (along.queue.length > 0) this.#scheduler.at(along.stalledUntil, () => this.#pump(along))
      return
    }
    for (;;) {
      const first = along.queue[0]
      if (first === undefined || first.due > now) return
      along.queue.shift()
      along.deliver(first.text)
    }
  }

  /** A closing travels the same way as everything before it. */
  #tellAfter(along: Way, tell: () => void): void {
    const when = Math.max(along.lastDue, along.stalledUntil)
    this.#scheduler.at(when, () => {
      if (this.#severed) return
      if (this.#scheduler.now() < along.stalledUntil) {
        this.#tellAfter(along, tell)
        return
      }
      this.#pump(along)
      tell()
    })
  }
}

const way = (deliver: (text: string) => void): Way => ({ queue: [], deliver, lastDue: 0, stalledUntil: 0 })
