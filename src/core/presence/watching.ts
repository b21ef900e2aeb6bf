// The dead-man line: whether the night is still being watched, as every device is told and as the desk is told.

import type { Instant } from '../kit/time.ts'

/** A watch that has not looked for longer than this notices nobody any more. */
export const STALE_MS = 15_000

/** What the watch says of itself. */
export type Beat = {
  /** When it last looked, or when it began; only a look that went well counts. */
  readonly lookedAt: Instant
  /** Since when its looks have failed; null where the last went well. */
  readonly failingSince: Instant | null
  /** The machine's clock was set back; absent where it was not, or says again what it said. */
  readonly back?: SetBack
  /** It was set forward, and nothing was called since; absent where that is not so. */
  readonly forward?: { readonly ms: number }
}

/** Until then the record's time stands still, and nothing comes due. */
export type SetBack = { readonly ms: number; readonly until: Instant }

export type WatchingSection = {
  /** A performance runs, and nobody has looked for too long. */
  readonly stale: boolean
  /** No performance runs: nobody is watched. Absent while one does. */
  readonly idle?: true
  /** For whoever leads concerns alone: null while no performance runs. */
  readonly lookedAt?: Instant | null
  readonly failingSince?: Instant | null
  readonly back?: SetBack
  readonly forward?: { readonly ms: number }
}

/** `whole`: for whoever is shown more than whether. */
export function watchingSection(
  { lookedAt, failingSince, back, forward }: Beat,
  { now, running, whole }: { readonly now: Instant; readonly running: boolean; readonly whole: boolean },
): WatchingSection {
  const stands = back !== undefined && now < back.until
  const stale = running && (now - lookedAt > STALE_MS || stands)
  if (!whole) return running ? { stale } : { stale, idle: true }
  if (!running) return { stale, idle: true, lookedAt: null, failingSince: null }
  return {
    ...{ stale, lookedAt, failingSince },
    ...(stands ? { back } : {}),
    ...(forward === undefined ? {} : { forward }),
  }
}
