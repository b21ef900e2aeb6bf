// Where the house's own record lost which performances there are, their own records say it (LOG-26).

import type { CallingEvent } from '../../core/calling/events.ts'
import type { InstallationState } from '../../core/installation/installation.ts'
import type { Json } from '../../core/kit/json.ts'
import { isOfPerformance, type Log } from '../log/log.ts'
import { LogDamaged } from '../log/trouble.ts'
import type { Owner } from '../owner/owner.ts'
import type { StageOptions } from './stage-asks.ts'

/** Of those that are in the log and that nobody knows the newest; what lies before them is left for the next opening. */
export const RECALLED_MAX = 1_000

type Opened = Extract<CallingEvent, { type: 'performance.opened' }>['body'] & { readonly id: string }

/** Before tonight is opened: it is among them. */
export async function recallPerformances(
  { log, readShow }: Pick<StageOptions, 'log' | 'readShow'>,
  installation: Pick<Owner<InstallationState, never>, 'state' | 'record'>,
): Promise<void> {
  const known = new Set<string>(installation.state().performances.map(({ id }) => id))
  const streams = (await log.streams()).map(({ stream }) => stream)
  const lost = streams.filter((stream) => isOfPerformance(stream) && !known.has(stream))
  const opened: Opened[] = []
  for (const stream of lost) {
    const one = await openedIn(log, stream)
    if (one !== null) opened.push(one)
  }
  const newest = opened.toSorted((a, b) => a.curtainAt - b.curtainAt).slice(-RECALLED_MAX)
  for (const { id, number, show: hash, edition, curtainAt, kind } of newest) {
    // A night whose show is lost as well is not to be played or read.
    const text = await log.document(hash).catch(() => null)
    const show = text === null ? null : await readShow(text)
    if (show === null) continue
    const version = { show: hash, title: show.title }
    const production = show.production === undefined ? {} : { production: show.production }
    const what = kind === undefined ? {} : { kind }
    const planned: Json = {
      id,
      number,
      edition,
      curtainAt,
      ...version,
      ...production,
      ...what,
      recalled: true,
    }
    await installation.record(`recall:${id}`, 'machine', [
      { type: 'performance.planned', v: 1, body: planned },
      ...(installation.state().published === null ? [{ type: 'show.published', v: 1, body: version }] : []),
    ])
  }
}

/** As its first entry says; null where that is what is lost. */
async function openedIn(log: Log, stream: string): Promise<Opened | null> {
  try {
    const [first] = await log.read(stream, 1, 1)
    // As the log's chain vouches for it: only the opening writes it.
    return first?.type === 'performance.opened'
      ? { id: stream, ...(first.body as unknown as Omit<Opened, 'id'>) }
      : null
  } catch (error) {
    if (error instanceof LogDamaged) return null
    throw error
  }
}
