// The dead-man line: that the night is watched, and since when it is not.

import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Live } from '../ui/live.tsx'
import { agoWords } from '../ui/words.ts'
import styles from './quiet-strip.module.css'
import type { Desk } from './use-desk.ts'

const c = classes(styles)

export function WatchingLine({ watching }: { readonly watching: Desk['sections']['watching'] }) {
  const { concern: texts } = useWords()
  if (watching?.lookedAt === undefined) return null
  const { lookedAt, failingSince, stale } = watching
  if (lookedAt === null) return <p className={c('beat')}>{texts.notWatching}</p>
  const words = stale ? texts.watchOld : failingSince ? texts.watchFails : texts.watching
  return (
    <p className={c('beat', stale && 'late')}>
      {/* Where nothing is heard the show's own time stands still, and this must not. */}
      <Live wall={stale} text={(now) => words({ age: agoWords(Math.max(0, now - lookedAt)) })} />
    </p>
  )
}
