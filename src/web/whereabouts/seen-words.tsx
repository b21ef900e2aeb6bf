// The last word on somebody in one line: where, by whose word, how long ago.

import { between, type Instant } from '../../core/kit/time.ts'
import type { Seen } from '../../core/night/presence-sections.ts'
import { useWords, words } from '../speech/speech.ts'
import { Live } from '../ui/live.tsx'
import { agoWords } from '../ui/words.ts'

/** "seen by Jo", "heard on cans by Jo", "weak: their own tap". */
export function howWords({ how, by }: Seen): string {
  const { lastWord: seen } = words()
  if (how === 'eyes') return by === null ? seen.eyesOnly : seen.eyes({ by })
  if (how === 'cans') return by === null ? seen.cansOnly : seen.cans({ by })
  return seen.isWeak({ what: seen.weak[how] })
}

/** "SR2, seen by Jo". */
const seenWords = (one: Seen): string =>
  one.place === null ? howWords(one) : words().lastWord.at({ place: one.place, what: howWords(one) })

const ageOf = (at: Instant, now: Instant): string => agoWords(Math.max(0, between(at, now)))

export const agoOf = (at: Instant, now: Instant): string => words().lastWord.ago({ age: ageOf(at, now) })

export function LastSeen({ seen }: { readonly seen: Seen | null }) {
  const texts = useWords().lastWord
  if (seen === null) return <>{texts.nothing}</>
  return (
    <>
      {seenWords(seen)} · <Live text={(now) => agoOf(seen.at, now)} />
    </>
  )
}
