// On one’s own phone: the way to somebody to talk to; and that something stands there for whoever holds it, never what.

import { useEffect, useState } from 'react'
import { newsOf } from '../../core/care/news.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { seenHere } from '../ui/seen-here.ts'
import { askCare } from './ask.ts'
import styles from './care.module.css'

const c = classes(styles)
const AGAIN_MS = 60_000

export function CareLine() {
  const { care: words } = useWords()
  const [fresh, set] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const round = async () => {
      const answer = await askCare(null)
      if (over) return
      if ('told' in answer && answer.told.section !== null)
        set(newsOf(answer.told.section, seenHere('ghostlight.care-seen')).length > 0)
      timer = setTimeout(() => void round(), AGAIN_MS)
    }
    void round()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [])
  // Whoever looks over a shoulder reads neither that somebody asked for help nor that nobody answered.
  return (
    <p className={c(fresh && 'warns')}>
      <a className={c('wide')} href="/care">
        {fresh ? `◆ ${words.news}` : words.title}
      </a>
    </p>
  )
}
