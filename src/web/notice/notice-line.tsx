// On one’s own phone: the way to the notices, and how many are for one and not acknowledged yet.

import { ownNews, takenBackNews } from '../../core/notice/own.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { seenHere } from '../ui/seen-here.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { askNotices } from './ask.ts'
import styles from './notice.module.css'

const c = classes(styles)
const AGAIN_MS = 60_000

/** `only`: nothing where there is nothing new; the way there is on one’s own page. */
export function NoticeLine({ only = null }: { readonly only?: 'news' | null }) {
  const { notices: words } = useWords()
  const { told } = useRounds({
    about: 'notices',
    everyMs: AGAIN_MS,
    ask: (signal) => askNotices(null, signal),
  })
  const [seen, known] = [seenHere('ghostlight.said-of-me-seen'), seenHere('ghostlight.taken-back-seen')]
  const { unread = 0, own = [], notices = [], lines = [] } = told?.section ?? {}
  const said = ownNews(own).some((one) => !seen.includes(one))
  const back = takenBackNews(notices).some((one) => !known.includes(one))
  // Neither keeps the other from being said.
  const news = [
    ...(unread > 0 ? [words.line({ count: unread })] : []),
    ...(said ? [words.own.news] : []),
    ...(back ? [words.backNews] : []),
  ]
  return (
    <>
      {lines.map(({ text }) => (
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
