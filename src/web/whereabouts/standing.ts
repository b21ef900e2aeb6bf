// How sure it is where somebody is: seen, expected there by the plan, or only weakly known; and where that puts them.

import { between, type Instant } from '../../core/kit/time.ts'
import type { Seen, WhereLine } from '../../core/night/presence-sections.ts'
import { worthOf } from '../../core/presence/evidence.ts'

/** `old`: seen by somebody, longer ago than that is news. */
export const certainties = ['seen', 'expected', 'weak', 'old', 'nothing'] as const
type Certainty = (typeof certainties)[number]

export type Standing = {
  readonly certainty: Certainty
  /** Null: on stage where they are expected, else not known. */
  readonly place: string | null
  /** What is known; null where it is only expected, or nothing is. */
  readonly seen: Seen | null
}

const MINUTE_MS = 60_000

const isNews = (seen: Seen, now: Instant): boolean =>
  between(seen.at, now) <= worthOf[seen.how].validMinutes * MINUTE_MS

/** Eyes that are still news come first, then the plan, then the newer of what is left. */
export function standingOf({ confirmed, weak, onStage }: WhereLine, now: Instant): Standing {
  if (confirmed !== null && isNews(confirmed, now))
    return { certainty: 'seen', place: confirmed.place, seen: confirmed }
  if (onStage) return { certainty: 'expected', place: null, seen: null }
  if (weak !== null && (confirmed === null || weak.at > confirmed.at))
    return { certainty: 'weak', place: weak.place, seen: weak }
  if (confirmed !== null) return { certainty: 'old', place: confirmed.place, seen: confirmed }
  return { certainty: 'nothing', place: null, seen: null }
}
