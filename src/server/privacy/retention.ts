// Does what is due: what is past its time is erased, or its names are replaced by roles, and the record says by which rule.

import { type Instant, instant } from '../../core/kit/time.ts'
import { type KeptKind, keptKinds, retentionClocks } from '../../core/retention/clocks.ts'
import { withRoles } from '../../core/retention/names.ts'
import { NAMES_REPLACED, type NamesReplaced } from '../../core/retention/replaced.ts'
import type { Clock } from '../clock/clock.ts'
import { FORGOTTEN_AT_ONCE_MAX, forgetOld } from '../hub/forgetting.ts'
import { EVENTS_PER_APPEND_MAX } from '../log/log.ts'
import { everyEvent, forget } from '../vault/forget.ts'
import { type Past, pastTheirTime, replacedIn } from './past.ts'
import { detailOf, type Holding, type House, houseOf } from './record.ts'

/** Of one kind: how many entries, and since when the first of them should have gone. */
export type Due = { readonly kind: KeptKind; readonly entries: number; readonly since: Instant }

export async function dueNow(holding: Holding, now: Instant): Promise<readonly Due[]> {
  return summed(await pastTheirTime(holding, await houseOf(holding), now))
}

const summed = (past: readonly Past[]): readonly Due[] =>
  keptKinds.flatMap((kind) => {
    const own = past.filter((one) => one.kind === kind)
    if (own.length === 0) return []
    const entries = own.reduce((sum, { seqs }) => sum + seqs.length, 0)
    const since = instant(Math.min(...own.map((one) => one.since)))
    return [{ kind, entries, since }]
  })

/** While no house keeps the record. What it did, kind by kind; run again it finds nothing. */
export async function runRetention(holding: Holding, clock: Clock): Promise<readonly Due[]> {
  const house = await houseOf(holding)
  const past = await pastTheirTime(holding, house, clock.now())
  const others = house.installation.performances.filter(({ id }) => id !== house.tonight)
  // What asking was worth is counted before it goes.
  for (let left = others.length; left > 0; left -= FORGOTTEN_AT_ONCE_MAX)
    if ((await forgetOld(holding, others, clock.now())) === 0) break
  for (const one of past) await end(holding, house, { ...one, clock })
  if (past.length > 0) await holding.log.compact()
  return summed(past)
}

async function end(
  { log }: Holding,
  house: House,
  { kind, stream, seqs, clock }: Past & { readonly clock: Clock },
): Promise<void> {
  const { days, ending } = retentionClocks[kind]
  if (ending === 'names-to-roles') await replaceNames({ log, house, clock }, stream, new Set(seqs))
  const own = new Set(seqs)
  const rule = `${kind}: ${days[house.country ?? 'US']} days`
  const isOne = ({ seq, detail }: { readonly seq: number; readonly detail: { readonly state: string } }) =>
    own.has(seq) && detail.state === 'kept'
  await forget({ log, clock, stream }, isOne, rule)
}

type Replacing = { readonly log: Holding['log']; readonly house: House; readonly clock: Clock }

async function replaceNames(
  { log, house, clock }: Replacing,
  stream: string,
  seqs: ReadonlySet<number>,
): Promise<void> {
  const done = await replacedIn(log, stream)
  const events: NamesReplaced[] = []
  for await (const event of everyEvent(log, stream)) {
    const detail = detailOf(event)
    if (detail === null || !seqs.has(event.seq) || done.has(event.seq)) continue
    const { seq, type, v, body } = event
    const said = { of: seq, said: { type, v, body } }
    events.push({ type: NAMES_REPLACED, v: 1, body: said, detail: withRoles(detail, house.people) })
  }
  for (let from = 0; from < events.length; from += EVENTS_PER_APPEND_MAX) {
    const part = events.slice(from, from + EVENTS_PER_APPEND_MAX)
    const epoch = await log.claim(stream)
    const { seq } = await log.head(stream)
    const command = `names replaced after ${seq}`
    const step = { stream, epoch, expectSeq: seq, command, at: clock.now(), by: 'machine' }
    const [outcome] = await log.append([{ ...step, events: part, answer: { replaced: part.length } }])
    if (outcome?.done !== 'appended') throw new Error(`Names were not replaced: ${outcome?.done}.`)
  }
}
