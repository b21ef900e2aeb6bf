// On one’s own phone: the way to the notices, and how many are for one and not acknowledged yet.

import { useEffect, useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askNotices } from './ask.ts'
import styles from './notice.module.css'

const c = classes(styles)
const AGAIN_MS = 60_000

export function NoticeLine() {
  const { notices: words } = useWords()
  const [count, set] = useState(0)
  const [lines, say] = useState<readonly string[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const round = async () => {
      const answer = await askNotices(null)
      if (over) return
      if ('told' in answer) {
        set(answer.told.section.unread)
        say(answer.told.section.lines.map(({ text }) => text))
      }
      timer = setTimeout(() => void round(), AGAIN_MS)
    }
    void round()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [])
  return (
    <>
      {lines.map((text) => (
        <p key={text} className={c('text')}>
          {text}
        </p>
      ))}
      <p className={c(count > 0 && 'warns')}>
        <a className={c('wide')} href="/notices">
          {count > 0 ? `◆ ${words.line({ count })}` : words.title}
        </a>
      </p>
    </>
  )
}
