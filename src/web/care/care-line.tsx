// On one’s own phone: the way to somebody to talk to; and that something stands there for whoever holds it, never what.

import { newsOf } from '../../core/care/news.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { seenHere } from '../ui/seen-here.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { askCare } from './ask.ts'
import styles from './care.module.css'

const c = classes(styles)
const AGAIN_MS = 60_000

export function CareLine() {
  const { care: words } = useWords()
  const { told } = useRounds({ about: 'care', everyMs: AGAIN_MS, ask: (signal) => askCare(null, signal) })
  const section = told?.section ?? null
  const fresh = section !== null && newsOf(section, seenHere('ghostlight.care-seen')).length > 0
  // Whoever looks over a shoulder reads neither that somebody asked for help nor that nobody answered.
  return (
    <p className={c(fresh && 'warns')}>
      <a className={c('wide')} href="/care">
        {fresh ? `◆ ${words.news}` : words.title}
      </a>
    </p>
  )
}
