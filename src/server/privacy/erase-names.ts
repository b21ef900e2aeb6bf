// Somebody’s name in the versions of the show: earlier performances are kept with a version that does not have it.

import type { Performance } from '../../core/installation/installation.ts'
import type { Known } from '../../core/retention/names.ts'
import type { Clock } from '../clock/clock.ts'
import { INSTALLATION_STREAM } from '../log/log.ts'
import { type Holding, type House, textIn } from './record.ts'

/** `company`: they are of the company now. `tonight`: the version that the house opens with next has it. */
export type NamesLeft = 'none' | 'company' | 'tonight'

/** What the list of the company says of whoever has gone. */
const GONE = 'somebody who has left'

type Replacing = Holding & { readonly clock: Clock }

export async function forgetNames(
  { log, clock }: Replacing,
  { installation, shows }: House,
  who: Known,
): Promise<NamesLeft> {
  const has = (hash: string | undefined): boolean =>
    shows.get(hash ?? '')?.people.some(({ id, name }) => id === who.id && !name.startsWith(GONE)) === true
  if (has(installation.published?.show)) return 'company'
  const last = installation.performances.at(-1)
  const others = installation.performances.filter((one) => one !== last && has(one.show))
  const events = []
  for (const performance of others) {
    const text = await log.document(performance.show)
    if (text === null) continue
    events.push(revised(performance, await log.saveDocument(withoutName(text, who))))
  }
  if (events.length > 0) await append({ log, clock }, events)
  const needed = new Set([last?.show, installation.published?.show])
  // The newest first: what lies behind the last of them is told beside an earlier one, and nothing is written whole for nothing.
  for (const hash of [...shows.keys()].toReversed())
    if (has(hash) && !needed.has(hash)) await log.removeDocument(hash)
  return has(last?.show) ? 'tonight' : 'none'
}

const revised = ({ id, title }: Performance, show: string) => ({
  ...{ type: 'performance.revised', v: 1 },
  body: { performance: id, show, title },
})

async function append(
  { log, clock }: Pick<Replacing, 'log' | 'clock'>,
  events: readonly ReturnType<typeof revised>[],
): Promise<void> {
  const stream = INSTALLATION_STREAM
  const epoch = await log.claim(stream)
  const { seq } = await log.head(stream)
  const step = { stream, epoch, expectSeq: seq, at: clock.now(), by: 'machine' }
  const command = `names forgotten after ${seq}`
  const [outcome] = await log.append([{ ...step, command, events, answer: { revised: events.length } }])
  if (outcome?.done !== 'appended')
    throw new Error(`A name was not taken out of earlier versions: ${outcome?.done}.`)
}

/** The same show as it was written, but for the one person; also where they stand as a first-aider by name. */
function withoutName(text: string, { id, names }: Known): string {
  const told = new Set(names)
  // A call name alone may be a part’s or a word’s.
  const whole = new Set(names.filter((name) => name.trim().includes(' ')))
  const gone = `${GONE} (${id})`
  const isThem = (value: unknown) => told.has(textIn(value, 'name') ?? '')
  return JSON.stringify(JSON.parse(text), (field, value: unknown) => {
    if (textIn(value, 'id') === id && textIn(value, 'callName') !== null) {
      const { pronouns: _pronouns, phone: _phone, email: _email, ...rest } = value as Record<string, unknown>
      return { ...rest, name: gone, callName: gone }
    }
    if (field === 'aiders' && Array.isArray(value)) return value.filter((one) => !isThem(one))
    return typeof value === 'string' && whole.has(value) ? GONE : value
  })
}
