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
}

export type WatchingSection = {
  /** A performance runs, and nobody has looked for too long. */
  readonly stale: boolean
  /** For whoever leads concerns alone: null while no performance runs. */
  readonly lookedAt?: Instant | null
  readonly failingSince?: Instant | null
}

/** `whole`: for whoever is shown more than whether. */
export function watchingSection(
  { lookedAt, failingSince }: Beat,
  { now, running, whole }: { readonly now: Instant; readonly running: boolean; readonly whole: boolean },
): WatchingSection {
  const stale = running && now - lookedAt > STALE_MS
  if (!whole) return { stale }
  return { stale, lookedAt: running ? lookedAt : null, failingSince: running ? failingSince : null }
}
