// Takes out of the record who opened somebody's note: the personal part of it, so that the chain stays whole.

import type { Clock } from '../clock/clock.ts'
import { ERASE_SEQS_MAX, type Log, READ_LIMIT_MAX, VAULT_STREAM } from '../log/log.ts'

export const ERASING_RULE = 'the person asked for it, or their time was over'

/**
 * As the stream's owner, so before there is another or after; how many entries it was. `people`: until when each of
 * them is forgotten: whoever comes again leaves a new trace.
 */
export async function forgetOpenings(
  log: Log,
  clock: Clock,
  people: ReadonlyMap<string, number>,
): Promise<number> {
  const seqs = await ofThese(log, people)
  if (seqs.length === 0) return 0
  const epoch = await log.claim(VAULT_STREAM)
  let { seq } = await log.head(VAULT_STREAM)
  for (let from = 0; from < seqs.length; from += ERASE_SEQS_MAX) {
    const part = seqs.slice(from, from + ERASE_SEQS_MAX)
    const command = `erased up to ${seq} from ${part[0]}`
    const outcome = await log.eraseDetail({
      ...{ stream: VAULT_STREAM, epoch, expectSeq: seq, command, at: clock.now(), by: 'machine' },
      ...{ seqs: part, rule: ERASING_RULE },
    })
    if (outcome.done !== 'appended') throw new Error(`Not erased from the record: ${outcome.done}.`)
    seq += 1
  }
  return seqs.length
}

async function ofThese(log: Log, people: ReadonlyMap<string, number>): Promise<readonly number[]> {
  const seqs: number[] = []
  for (let from = 1; ; from += READ_LIMIT_MAX) {
    const events = await log.read(VAULT_STREAM, from, READ_LIMIT_MAX)
    for (const { seq, at, detail } of events)
      if (detail.state === 'kept' && at <= (people.get(personIn(detail.value)) ?? -1)) seqs.push(seq)
    if (events.length < READ_LIMIT_MAX) return seqs
  }
}

function personIn(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('person' in value)) return ''
  return typeof value.person === 'string' ? value.person : ''
}
