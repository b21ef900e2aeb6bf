// The world outside the machine: asks the log to keep things, remembers what it was told, and compares afterwards.

import { must } from '../../src/core/kit/assert.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import { instant } from '../../src/core/kit/time.ts'
import { type RandomBytes, textHash } from '../../src/server/log/chain.ts'
import { documentText } from '../../src/server/log/documents.ts'
import { makeEntry, makeErasure } from '../../src/server/log/entry.ts'
import type { Keeper, Written } from '../../src/server/log/keeper.ts'
import { eventPage } from '../../src/server/log/reading.ts'
import { commandsOf, verifyAll } from '../../src/server/log/scan.ts'
import { epochOf, headOf, type Write } from '../../src/server/log/store.ts'
import { LogDamaged, LogUnavailable } from '../../src/server/log/trouble.ts'

const STREAMS = ['tonight', 'installation'] as const
const EVERYTHING = 1_000_000

/** A command that has been heard of, and where its last event is chained. */
type Heard = { readonly lastSeq: number; readonly hash: string }
type HeardStream = {
  epoch: number
  seq: number
  readonly commands: Map<string, Heard>
  readonly erased: Set<number>
}

type Question = { readonly write: Write; readonly stream: string }
type Told = { readonly questions: readonly Question[]; readonly written: readonly Written[] }

export class Witness {
  readonly #dice: Dice
  readonly #random: RandomBytes
  #streams = new Map<string, HeardStream>()
  #documents = new Set<string>()
  #count = 0

  constructor(dice: Dice, random: RandomBytes) {
    this.#dice = dice
    this.#random = random
  }

  /** On a new disk nothing has been promised. */
  forget(): void {
    this.#streams = new Map()
    this.#documents = new Set()
  }

  /** One batch of a few writes that build on each other. */
  ask(keeper: Keeper): Told {
    const stream = this.#dice.pick(STREAMS)
    const place = this.#placeOf(keeper, stream)
    const questions: Question[] = []
    if (place === null) return { questions, written: [] }
    if (place.epoch === 0 || this.#dice.chance(0.05)) {
      questions.push({ stream, write: { do: 'claim', stream } })
    } else {
      const count = this.#dice.whole(1, 4)
      for (let i = 0; i < count; i += 1) questions.push(this.#question(stream, place))
    }
    return { questions, written: keeper.write(questions.map(({ write }) => write)) }
  }

  /** Takes for granted what it was told; returns how many commands that were. */
  hear({ questions, written }: Told): number {
    let commands = 0
    for (const [index, told] of written.entries()) {
      const { write, stream } = must(questions[index], 'each answer has its question')
      const heard = this.#heard(stream)
      if (told.done === 'claimed') heard.epoch = told.epoch
      if (told.done === 'kept' && write.do === 'document') this.#documents.add(write.hash)
      if (told.done !== 'appended' || !('entry' in write)) continue
      const lastSeq = told.firstSeq + told.hashes.length - 1
      heard.commands.set(write.entry.command, { lastSeq, hash: told.hashes.at(-1) ?? '' })
      heard.seq = Math.max(heard.seq, lastSeq)
      if (write.do === 'erase') for (const seq of write.seqs) heard.erased.add(seq)
      commands += 1
    }
    return commands
  }

  /**
   * After a cut: is all there that was promised? What is there beyond that has been seen from now on, and must stay:
   * an opened log serves nothing that a second cut could take.
   */
  compare(keeper: Keeper): { lost: number; unacked: number } {
    const result = { lost: 0, unacked: 0 }
    const { firstBad } = keeper.read('file', 0, verifyAll)
    if (firstBad !== null) throw new LogDamaged(firstBad.stream, firstBad.seq, firstBad.what)
    for (const stream of STREAMS) {
      const { lost, unacked } = this.#compareStream(keeper, stream)
      result.lost += lost
      result.unacked += unacked
    }
    for (const hash of this.#documents) {
      if (keeper.read('document', 0, (driver) => documentText(driver, hash)) !== null) continue
      result.lost += 1
      this.#documents.delete(hash)
    }
    return result
  }

  #compareStream(keeper: Keeper, stream: string): { lost: number; unacked: number } {
    const heard = this.#heard(stream)
    const { rows, commands, epoch } = keeper.read(stream, 0, (driver) => ({
      rows: eventPage(driver, stream, 1, EVERYTHING),
      commands: new Map([...commandsOf(driver, stream)].map((row) => [row.command, row])),
      epoch: epochOf(driver, stream),
    }))
    let lost = epoch < heard.epoch ? 1 : 0
    for (const [command, { lastSeq, hash }] of heard.commands) {
      const there = commands.get(command)?.lastSeq === lastSeq
      const same = hash === '' || rows[lastSeq - 1]?.hash === hash
      lost += there && same ? 0 : 1
    }
    for (const seq of heard.erased) {
      const row = rows[seq - 1]
      lost += row !== undefined && row.detail !== null ? 1 : 0
    }
    const unacked = [...commands.keys()].filter((command) => !heard.commands.has(command)).length
    heard.commands.clear()
    for (const { command, firstSeq, lastSeq } of commands.values()) {
      const hash = lastSeq < firstSeq ? '' : (rows[lastSeq - 1]?.hash ?? '')
      heard.commands.set(command, { lastSeq, hash })
    }
    heard.epoch = epoch
    heard.erased.clear()
    for (const row of rows) if (row.detailHash !== null && row.detail === null) heard.erased.add(row.seq)
    return { lost, unacked }
  }

  #heard(stream: string): HeardStream {
    const heard = this.#streams.get(stream) ?? { epoch: 0, seq: 0, commands: new Map(), erased: new Set() }
    this.#streams.set(stream, heard)
    return heard
  }

  /** Where the stream stands; asked of the log, as an owner does after a failure. Null when it cannot say. */
  #placeOf(keeper: Keeper, stream: string): { epoch: number; seq: number } | null {
    try {
      return keeper.read(stream, 0, (driver) => ({
        epoch: epochOf(driver, stream),
        seq: headOf(driver, stream).seq,
      }))
    } catch (error) {
      if (error instanceof LogUnavailable) return null
      throw error
    }
  }

  #question(stream: string, place: { epoch: number; seq: number }): Question {
    const kind = this.#dice.next()
    if (kind < 0.08) {
      const text = `show ${this.#dice.whole(1, 1000)} ${'x'.repeat(this.#dice.whole(0, 9000))}`
      return { stream, write: { do: 'document', hash: textHash(text), text } }
    }
    this.#count += 1
    const { epoch, seq: expectSeq } = place
    const rest = { stream, epoch, expectSeq, command: `c${this.#count}`, at: instant(this.#count), by: 'dsm' }
    if (kind < 0.16 && expectSeq > 0) {
      place.seq += 1
      const seqs = [this.#dice.whole(1, expectSeq)]
      const entry = makeErasure({ ...rest, seqs, rule: 'thirty days' }, this.#random)
      return { stream, write: { do: 'erase', entry, seqs } }
    }
    const events = Array.from({ length: this.#dice.whole(0, 3) }, () => ({
      type: 'note.made',
      v: 1,
      body: { text: 'x'.repeat(this.#dice.whole(0, 600)) },
      detail: 'in the wings',
    }))
    place.seq += events.length
    const entry = makeEntry({ ...rest, events, answer: { ok: true } }, this.#random)
    return { stream, write: { do: 'append', entry } }
  }
}
