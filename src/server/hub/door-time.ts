// The time that links, letters, keys and guests go by: it never goes back, and is never before what is written down.

import { currentPerformance, type InstallationState } from '../../core/installation/installation.ts'
import type { Onward } from '../clock/onward.ts'
import { INSTALLATION_STREAM, type Log } from '../log/log.ts'

/** Of the nights the newest says enough: those before it were written before. */
export async function notBeforeRecord(
  log: Pick<Log, 'head' | 'streams'>,
  door: Onward,
  state: InstallationState,
): Promise<void> {
  const nights = new Set<string>(state.performances.map(({ id }) => id))
  const tonight = currentPerformance(state)?.id ?? INSTALLATION_STREAM
  const others = (await log.streams()).filter(({ stream }) => !nights.has(stream) || stream === tonight)
  for (const { stream } of others) {
    // One that is damaged says nothing, and keeps nobody from opening.
    const head = await log.head(stream).catch(() => null)
    if (head?.at != null) door.notBefore(head.at)
  }
}
