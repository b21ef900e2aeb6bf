// On one’s own phone: the way to the notices, and how many are for one and not acknowledged yet.

import { useEffect, useState } from 'react'
import { ownNews, takenBackNews } from '../../core/notice/own.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { seenHere } from '../ui/seen-here.ts'
import { askNotices } from './ask.ts'
import styles from './notice.module.css'

const c = classes(styles)
const AGAIN_MS = 60_000

/** `only`: nothing where there is nothing new; the way there is on one’s own page. */
export function NoticeLine({ only = null }: { readonly only?: 'news' | null }) {
  const { notices: words } = useWords()
  const [count, set] = useState(0)
  const [said, setSaid] = useState(false)
  const [back, setBack] = useState(false)
  const [lines, say] = useState<readonly string[]>([])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const round = async () => {
      const answer = await askNotices(null)
      if (over) return
      if ('told' in answer) {
        const { section } = answer.told
        const [seen, known] = [seenHere('ghostlight.said-of-me-seen'), seenHere('ghostlight.taken-back-seen')]
        set(section.unread)
        setSaid(ownNews(section.own).some((one) => !seen.includes(one)))
        setBack(takenBackNews(section.notices).some((one) => !known.includes(one)))
        say(section.lines.map(({ text }) => text))
      }
      timer = setTimeout(() => void round(), AGAIN_MS)
    }
    void round()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [])
  // Neither keeps the other from being said.
  const news = [
    ...(count > 0 ? [words.line({ count })] : []),
    ...(said ? [words.own.news] : []),
    ...(back ? [words.backNews] : []),
  ]
  return (
    <>
      {lines.map((text) => (
        <p key={text} className={c('text')}>
          {text}
        </p>
      ))}
      {only === 'news' && news.length === 0 ? null : (
        <p className={c(news.length > 0 && 'warns')}>
          <a className={c('wide')} href="/notices">
            {news.length > 0 ? `◆ ${news.join(' · ')}` : words.title}
          </a>
        </p>
      )}
    </>
  )
}
