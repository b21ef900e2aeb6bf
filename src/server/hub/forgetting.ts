// Who was seen, who was asked about whom, and what was noted of whose lines is erased after its days; what asking was worth
// is counted first, and stays.

import type { Performance } from '../../core/installation/installation.ts'
import { between, type Instant } from '../../core/kit/time.ts'
import type { LineNoteEventType } from '../../core/line-notes/line-notes.ts'
import { ERASING_RULE, isPersonal, KEPT_DAYS } from '../../core/presence/personal.ts'
import { type AskingCounts, askingOf } from '../../core/presence/worth.ts'
import { toldAs } from '../clock/mistakes.ts'
import { stateHash } from '../log/chain.ts'
import { lastWordAt } from '../log/last-word.ts'
import { type AppendOutcome, ERASE_SEQS_MAX, type Log, READ_LIMIT_MAX } from '../log/log.ts'
import { type EarlierNight, keepPlayed, type Reading, readNight } from './earlier.ts'

/** What somebody said other than it is written: theirs to look at before the next night, and nobody's record of them. */
const LINE_NOTE: LineNoteEventType = 'line-note.written'
const LINE_NOTES_RULE = `notes on lines: ${KEPT_DAYS} days`

const KEPT_MS = KEPT_DAYS * 24 * 3_600_000
/** More performances than these wait for the next opening or closing: nobody waits for forgetting. */
export const FORGOTTEN_AT_ONCE_MAX = 8
/** Says up to which event a record was looked at. A cache: thrown away, it is looked at again. */
const FORGOTTEN_PROJECTOR = 'forgotten@1'

/** The oldest first, and how many it were. One that fails is tried another time. */
export async function forgetOld(
  reading: Reading,
  performances: readonly Performance[],
  now: Instant,
): Promise<number> {
  let forgotten = 0
  for (const performance of performances) {
    if (forgotten >= FORGOTTEN_AT_ONCE_MAX) return forgotten
    if (await forgetOne(reading, performance, now).catch(toldAs(false))) forgotten += 1
  }
  return forgotten
}

/** By the last word in its record: a performance that was never closed is forgotten as well. */
async function forgetOne(reading: Reading, performance: Performance, now: Instant): Promise<boolean> {
  const { log } = reading
  const { id: stream } = performance
  const { at: writtenAt, seq } = await log.head(stream)
  if (writtenAt === null) return false
  // What was erased meanwhile stands at its end, and is no word of anybody.
  const isOld = between(writtenAt, now) >= KEPT_MS
  const at = isOld ? writtenAt : await lastWordAt(log, stream)
  if (at === null || between(at, now) < KEPT_MS) return false
  if ((await log.snapshot(stream, FORGOTTEN_PROJECTOR))?.seq === seq) return false
  const seqs = await seqsOf(log, stream, isPersonal)
  const lines = await seqsOf(log, stream, (type) => type === LINE_NOTE)
  const night = seqs.length + lines.length === 0 ? null : await readNight(reading, performance)
  const forgetting = new Forgetting(log, stream, { now, seq, epoch: await log.claim(stream) })
  if (night) await forgetting.count(night)
  await forgetting.erase(seqs, ERASING_RULE)
  await forgetting.erase(lines, LINE_NOTES_RULE)
  await forgetting.done(performance, night)
  return seqs.length + lines.length > 0
}

/** Writes at the end of one record, as its owner. Whatever is not taken ends it: the next time goes on from there. */
class Forgetting {
  readonly #log: Log
  readonly #stream: string
  readonly #now: Instant
  readonly #epoch: number
  #seq: number

  constructor(
    log: Log,
    stream: string,
    { now, seq, epoch }: { readonly now: Instant; readonly seq: number; readonly epoch: number },
  ) {
    this.#log = log
    this.#stream = stream
    this.#now = now
    this.#seq = seq
    this.#epoch = epoch
  }

  async count({ state }: EarlierNight): Promise<void> {
    const { concerns } = state.presence
    const counts: AskingCounts | null = concerns.counted === null ? askingOf(concerns) : null
    if (counts === null) return
    const events = [{ type: 'presence.counted', v: 1, body: counts }]
    const answer = { ok: true, seq: this.#seq + 1 }
    const [outcome] = await this.#log.append([{ ...this.#step('counted'), events, answer }])
    this.#taken(outcome)
  }

  async erase(seqs: readonly number[], rule: string): Promise<void> {
    for (let from = 0; from < seqs.length; from += ERASE_SEQS_MAX) {
      const part = seqs.slice(from, from + ERASE_SEQS_MAX)
      const step = this.#step(`erased from ${part[0]}`)
      this.#taken(await this.#log.eraseDetail({ ...step, seqs: part, rule }))
    }
  }

  /** Times are nobody’s, and were erased with all else that was kept beside the record. */
  async done(performance: Performance, night: EarlierNight | null): Promise<void> {
    if (night)
      await keepPlayed(this.#log, performance, { ...night, state: { ...night.state, seq: this.#seq } })
    const state = { rule: ERASING_RULE }
    const snapshot = { seq: this.#seq, projector: FORGOTTEN_PROJECTOR, hash: stateHash(state), state }
    await this.#log.saveSnapshot(this.#stream, snapshot)
  }

  #step(what: string) {
    const command = `forgetting: ${what}`
    const [stream, epoch, at] = [this.#stream, this.#epoch, this.#now]
    return { stream, epoch, at, expectSeq: this.#seq, command, by: 'machine' }
  }

  #taken(outcome: AppendOutcome | undefined): void {
    if (outcome?.done !== 'appended')
      throw new Error(`Not forgotten: ${outcome?.done ?? 'nothing was said'}.`)
    this.#seq += 1
  }
}

/** What still has a personal part of this kind. */
async function seqsOf(
  log: Log,
  stream: string,
  isOfKind: (type: string) => boolean,
): Promise<readonly number[]> {
  const seqs: number[] = []
  for (let from = 1; ; from += READ_LIMIT_MAX) {
    const events = await log.read(stream, from, READ_LIMIT_MAX)
    for (const { seq, type, detail } of events) if (isOfKind(type) && detail.state === 'kept') seqs.push(seq)
    if (events.length < READ_LIMIT_MAX) return seqs
  }
}
