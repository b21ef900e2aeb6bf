// What stands where a question would, while there is none: that nothing is asked here, and whether anybody watches.

import type { WatchingSection } from '../../core/presence/watching.ts'
import { words } from '../speech/speech.ts'

type Known = {
  /** The server is not heard. */
  readonly stale: boolean
  readonly watching: WatchingSection | undefined
}

/** Never quieter than what is known: a screen that is cut off cannot be asked. */
export function nothingAskedWords({ stale, watching }: Known): string {
  const { nothing } = words().ask
  if (stale) return nothing.alone
  if (watching === undefined || watching.idle === true) return nothing.idle
  return watching.stale ? nothing.unwatched : nothing.watched
}
