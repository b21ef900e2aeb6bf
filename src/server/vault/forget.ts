// Takes out of the record what was of somebody: the personal part of it, so that the chain stays whole.

import type { Clock } from '../clock/clock.ts'
import {
  CARE_STREAM,
  ERASE_SEQS_MAX,
  type Log,
  NOTICE_STREAM,
  READ_LIMIT_MAX,
  type StoredEvent,
  type StreamId,
  VAULT_STREAM,
} from '../log/log.ts'

const ERASING_RULE = 'the person asked for it, or their time was over'

/**
 * Who opened their note, and what was said of them or told to them. As the streams' owner, so before there is another
 * or after; how many entries it was. `people`: until when each of them is forgotten: whoever comes again leaves a new
 * trace.
 */
export async function forgetPeople(
  log: Log,
  clock: Clock,
  people: ReadonlyMap<string, number>,
): Promise<number> {
  const isOfThem = ({ at, detail }: StoredEvent) =>
    detail.state === 'kept' && at <= (people.get(personIn(detail.value)) ?? -1)
  let entries = 0
  for (const stream of [VAULT_STREAM, NOTICE_STREAM, CARE_STREAM])
    entries += await forget({ log, clock, stream }, isOfThem)
  return entries
}

type Where = { readonly log: Log; readonly clock: Clock; readonly stream: StreamId }

/** As this stream's owner, too. `rule`: what stands in the record beside it. */
export async function forget(
  { log, clock, stream }: Where,
  isOne: (event: StoredEvent) => boolean,
  rule = ERASING_RULE,
): Promise<number> {
  const seqs: number[] = []
  for await (const event of everyEvent(log, stream)) if (isOne(event)) seqs.push(event.seq)
  if (seqs.length === 0) return 0
  const epoch = await log.claim(stream)
  let { seq } = await log.head(stream)
  for (let from = 0; from < seqs.length; from += ERASE_SEQS_MAX) {
    const part = seqs.slice(from, from + ERASE_SEQS_MAX)
    const command = `erased up to ${seq} from ${part[0]}`
    const outcome = await log.eraseDetail({
      ...{ stream, epoch, expectSeq: seq, command, at: clock.now(), by: 'machine' },
      ...{ seqs: part, rule },
    })
    if (outcome.done !== 'appended') throw new Error(`Not erased from the record: ${outcome.done}.`)
    seq += 1
  }
  return seqs.length
}

export async function* everyEvent(log: Log, stream: StreamId): AsyncGenerator<StoredEvent> {
  for (let from = 1; ; from += READ_LIMIT_MAX) {
    const events = await log.read(stream, from, READ_LIMIT_MAX)
    yield* events
    if (events.length < READ_LIMIT_MAX) return
  }
}

function personIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('person' in value)) return ''
  return typeof value.person === 'string' ? value.person : ''
}
