// Over what a page told while the house was there, once it is not: as of when it is.

import type { Instant } from '../../core/kit/time.ts'
import { useWords } from '../speech/speech.ts'
import styles from './as-of.module.css'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'

const c = classes(styles)

/** `timeZone`: the house’s, where the page knows it. */
export function AsOf({ at, timeZone }: { readonly at: Instant | null; readonly timeZone: string | null }) {
  const { frame } = useWords()
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <p className={c('as-of')} role="status">
      {at === null ? '' : `⚠ ${frame.asOf({ clock: formatClock(at, zone, false) })}`}
    </p>
  )
}
