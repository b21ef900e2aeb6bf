// The dead-man line: that the night is watched, and since when it is not.

import { between, type Instant } from '../../core/kit/time.ts'
import { STALE_MS } from '../../core/presence/watching.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Live } from '../ui/live.tsx'
import { agoWords } from '../ui/words.ts'
import styles from './quiet-strip.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

type Parts = { readonly watching: Desk['sections']['watching']; readonly zone: string }

export function WatchingLine({ watching, zone }: Parts) {
  const { concern: texts } = useWords()
  if (watching?.lookedAt === undefined) return null
  const { lookedAt, failingSince, stale, back, forward } = watching
  if (lookedAt === null) return <p className={c('beat')}>{texts.notWatching}</p>
  if (back) {
    const until = formatClock(back.until, zone, false)
    return <p className={c('beat', 'late')}>{texts.clockBack({ until })}</p>
  }
  const set =
    forward && ((age: { readonly age: string }) => texts.clockForward({ ...age, by: agoWords(forward.ms) }))
  // Whoever sends this says whether it is old; once nothing is sent any more, the age alone says so.
  const words = (ago: number) => set ?? watchWords(texts, stale || ago > STALE_MS, failingSince !== null)
  const told = (now: Instant) => {
    const ago = Math.max(0, between(lookedAt, now))
    return words(ago)({ age: agoWords(ago) })
  }
  return (
    <p className={c('beat', stale && 'late')}>
      {/* Where nothing is heard the show's own time stands still, and this must not. */}
      <Live wall={stale} text={told} />
    </p>
  )
}

function watchWords(texts: ReturnType<typeof useWords>['concern'], stale: boolean, fails: boolean) {
  if (stale) return texts.watchOld
  return fails ? texts.watchFails : texts.watching
}
