// A name for this machine that stays when its address changes: asked for, said, kept and, where another has it, given way.

import multicastDns from 'multicast-dns'
import type { Instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'
import { type Other, type Others, openOthers } from './others.ts'
import { isNear, type Own } from './own.ts'
import {
  fullName,
  ghostlightsIn,
  type Heard,
  holderOf,
  isAsked,
  type Packet,
  recordsOf,
  SERVICE,
  secondName,
} from './records.ts'

/** The first name, and how many with a number are tried before there is none. */
const NAME = 'ghostlight'
export const NAMES_MAX = 20
/** Asked three times before the name is ours, as RFC 6762 has it. */
const PROBES = 3
const PROBE_MS = 250
/** Said again a second later: one packet is easily lost in the air. */
const AGAIN_MS = 1_000
/** Whoever asks from this very machine is not answered twice within this. */
const QUIET_MS = 500
const ASK_OTHERS_MS = 60_000

export type Announcer = {
  /** "ghostlight.local"; null until it is ours, and where there is no network or no free name. */
  name(): string | null
  /** What it is looked for by when it was lost; null where there is no name. */
  secondName(): string | null
  /** Other Ghostlights on these networks. */
  others(): readonly Other[]
  /** When anything was last heard from another machine; null: never. */
  heardAt(): Instant | null
  /** These are the machine's addresses from now on. */
  move(own: readonly Own[]): void
  close(): Promise<void>
}

export type AnnouncerOptions = {
  readonly clock: Clock
  readonly port: number
  readonly run: string
  /** The name it had the last time, without ".local". */
  readonly wanted?: string | null
  readonly onChange: () => void
}

type Question = multicastDns.QueryOutgoingPacket['questions'][number]
type Line = { readonly own: Own; readonly mdns: multicastDns.MulticastDNS; saidAt: number }

export const openAnnouncer = (options: AnnouncerOptions): Announcer => new MulticastAnnouncer(options)

export const nthName = (count: number): string => (count === 1 ? NAME : `${NAME}-${count}`)

class MulticastAnnouncer implements Announcer {
  readonly #options: AnnouncerOptions
  #lines: readonly Line[] = []
  #candidate: string
  #number = 0
  #isOurs = false
  #cancel = () => {}
  #cancelAsking = () => {}
  #heardAt: Instant | null = null
  readonly #others: Others

  constructor(options: AnnouncerOptions) {
    this.#options = options
    this.#others = openOthers(options.clock.now)
    this.#candidate = options.wanted ?? this.#next()
    this.#askOthers()
  }

  name = (): string | null => (this.#isOurs ? fullName(this.#candidate) : null)
  secondName = (): string | null => (this.#isOurs ? secondName(this.#candidate) : null)
  heardAt = (): Instant | null => this.#heardAt

  others = (): readonly Other[] => this.#others.list()

  move(own: readonly Own[]): void {
    const key = ({ card, address }: Own) => `${card} ${address}`
    const wanted = new Set(own.map(key))
    for (const line of this.#lines) if (!wanted.has(key(line.own))) line.mdns.destroy()
    const kept = this.#lines.filter((line) => wanted.has(key(line.own)))
    const there = new Set(kept.map((line) => key(line.own)))
    const fresh = own.filter((one) => !there.has(key(one))).map((one) => this.#open(one))
    this.#lines = [...kept, ...fresh]
    if (this.#lines.length === 0) {
      this.#rest()
      return
    }
    // At once: devices that look for the name must not wait until it is asked for again.
    if (this.#isOurs) this.#announce()
    if (fresh.length > 0) this.#probe(PROBES)
  }

  async close(): Promise<void> {
    this.#cancel()
    this.#cancelAsking()
    const lines = this.#lines
    this.#lines = []
    if (this.#isOurs) await Promise.all(lines.map((line) => this.#sendGone(line)))
    await Promise.all(lines.map(({ mdns }) => new Promise<void>((done) => mdns.destroy(() => done()))))
  }

  #open(own: Own): Line {
    const mdns = multicastDns({ interface: own.address, bind: '0.0.0.0', reuseAddr: true })
    // No network can be so wrong that the show stops for it: without a name there are still the numbers.
    mdns.on('error', () => undefined)
    mdns.on('warning', () => undefined)
    const line: Line = { own, mdns, saidAt: 0 }
    mdns.on('query', (packet, from) => this.#asked(line, packet, from))
    mdns.on('response', (packet, from) => this.#answered(line, packet, from.address))
    return line
  }

  #rest(): void {
    this.#cancel()
    if (!this.#isOurs) return
    this.#isOurs = false
    this.#options.onChange()
  }

  /** Asks whether anybody has the name; with nobody answering it is ours. */
  #probe(left: number): void {
    this.#cancel()
    if (left === 0) {
      this.#isOurs = true
      this.#say()
      this.#options.onChange()
      return
    }
    this.#query([{ name: fullName(this.#candidate), type: 'A' }])
    this.#cancel = this.#options.clock.after(PROBE_MS, () => this.#probe(left - 1))
  }

  #say(): void {
    this.#announce()
    this.#cancel()
    this.#cancel = this.#options.clock.after(AGAIN_MS, () => this.#announce())
  }

  #announce(): void {
    for (const line of this.#lines) this.#answer(line)
    this.#query([{ name: SERVICE, type: 'PTR' }])
  }

  #answer(line: Line): void {
    line.saidAt = this.#options.clock.now()
    line.mdns.respond({ answers: this.#records(line) })
  }

  #askOthers(): void {
    this.#cancelAsking = this.#options.clock.after(ASK_OTHERS_MS, () => {
      this.#query([{ name: SERVICE, type: 'PTR' }])
      this.#askOthers()
    })
  }

  #query(questions: Question[]): void {
    for (const { mdns } of this.#lines) mdns.query({ questions })
  }

  /** A card may have several addresses; whoever asks there is told all of them. */
  #records({ own }: Line, gone = false) {
    const { port, run } = this.#options
    const addresses = this.#lines.filter((one) => one.own.card === own.card).map((one) => one.own.address)
    return recordsOf({ name: this.#candidate, port, run, addresses: gone ? [own.address] : addresses }, gone)
  }

  #sendGone(line: Line): Promise<void> {
    const answers = this.#records(line, true)
    return new Promise((done) => line.mdns.respond({ answers }, () => done()))
  }

  #asked(line: Line, packet: Packet, from: { address: string; port: number }): void {
    if (!isNear(line.own, from.address)) return
    this.#heard(from.address)
    if (!this.#isOurs || !isAsked(packet, this.#candidate)) return
    if (from.port === 5353) {
      // Our own questions come back to us, and with each address once more.
      const isOwn = this.#lines.some(({ own }) => own.address === from.address)
      if (!isOwn || this.#options.clock.now() - line.saidAt >= QUIET_MS) this.#answer(line)
      return
    }
    // From another port it is a simple resolver, which hears only what is sent to it, under the number it gave.
    const answers = this.#records(line)
    line.mdns.respond({ id: packet.id ?? 0, questions: packet.questions ?? [], answers }, from)
  }

  #answered(line: Line, packet: Packet, from: string): void {
    if (!isNear(line.own, from)) return
    this.#heard(from)
    for (const { name, gone, ...heard } of ghostlightsIn(packet)) {
      if (heard.run === this.#options.run) continue
      if (gone) this.#others.gone(name)
      else if (this.#others.heard(name, heard.addresses)) this.#options.onChange()
    }
    const holder = holderOf(packet, this.#candidate)
    if (holder && this.#isAnother(holder)) this.#meet(holder)
  }

  #heard(from: string): void {
    if (this.#lines.every((line) => line.own.address !== from)) this.#heardAt = this.#options.clock.now()
  }

  /** This very machine under the same name, said by its own system, is nobody else. */
  #isAnother({ addresses, run }: Heard): boolean {
    if (run !== null) return run !== this.#options.run
    return addresses.some((address) => this.#lines.every(({ own }) => own.address !== address))
  }

  /** While asking, whoever answers has it. Once it was ours, one of two gives way, and both know which. */
  #meet({ run }: Heard): void {
    if (this.#isOurs && run !== null && this.#options.run < run) {
      this.#announce()
      return
    }
    this.#isOurs = false
    this.#candidate = this.#next()
    if (this.#number > NAMES_MAX) this.#rest()
    else this.#probe(PROBES)
    this.#options.onChange()
  }

  #next(): string {
    this.#number += 1
    const name = nthName(this.#number)
    return name === this.#options.wanted ? this.#next() : name
  }
}
