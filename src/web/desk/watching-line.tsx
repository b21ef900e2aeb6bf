// The dead-man line: that the night is watched, and since when it is not.

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
    return <p className={c('beat', 'late')}>{texts.clockBack({ by: agoWords(back.ms), until })}</p>
  }
  const set =
    forward && ((age: { readonly age: string }) => texts.clockForward({ ...age, by: agoWords(forward.ms) }))
  const words = set ?? watchWords(texts, stale, failingSince !== null)
  return (
    <p className={c('beat', stale && 'late')}>
      {/* Where nothing is heard the show's own time stands still, and this must not. */}
      <Live wall={stale} text={(now) => words({ age: agoWords(Math.max(0, now - lookedAt)) })} />
    </p>
  )
}

function watchWords(texts: ReturnType<typeof useWords>['concern'], stale: boolean, fails: boolean) {
  if (stale) return texts.watchOld
  return fails ? texts.watchFails : texts.watching
}
