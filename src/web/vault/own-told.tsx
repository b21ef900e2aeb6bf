// On one’s own phone: the way to one’s own note, that somebody opened it, and sealing to whoever came on duty since.

import { useEffect, useState } from 'react'
import { ASKED_AGAIN_MS } from '../../core/vault/note.ts'
import type { Told } from '../../core/vault/told.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { askSealed, canSeal } from './ask.ts'
import { isUnread, keeperTold } from './keeper-told.tsx'
import { type Span, wasSealed } from './sealed-here.ts'
import { take } from './shelf.ts'
import { sealAhead } from './use-note.ts'
import styles from './vault.module.css'

const c = classes(styles)

const AGAIN_MS = 60_000
/** What keepers are told is sealed anew every ten minutes, and looked for as often. */
const KEEPING_ROUNDS = 10
/** How many entries its owner has seen, on this phone. */
export const SEEN_KEY = 'ghostlight.openings-seen'

const seen = (): number => Number(localStorage.getItem(SEEN_KEY) ?? 0)

export function OwnTold() {
  const { myNote: words } = useWords()
  const [fresh, set] = useState(0)
  const [wasThere, setThere] = useState(true)
  const [keeping, setKeeping] = useState(false)
  const [old, setOld] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const round = async (count: number) => {
      // A phone on which the page was never opened asks the house for nothing.
      if (!canSeal() || (await take('keys').catch(() => null)) === null) return
      await sealAhead()
      const since = await take<number | null>('confirmed-since').catch(() => null)
      if (over) return
      setOld(since !== null && Date.now() - since >= ASKED_AGAIN_MS)
      const told = await askSealed<Told>('told', {})
      if (over) return
      if (told?.ok === true) {
        const spans = (await take<readonly Span[]>('sealed-spans').catch(() => null)) ?? []
        set(told.value.own.length - seen())
        setThere(told.value.own.some(({ at }) => wasSealed(spans, at)))
      }
      if (count % KEEPING_ROUNDS === 0) {
        const kept = await keeperTold().catch(() => null)
        if (over) return
        setKeeping(kept !== null && isUnread(kept))
      }
      timer = setTimeout(() => void round(count + 1), AGAIN_MS)
    }
    void round(0)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [])
  // Neither keeps the other from being said.
  const news = [
    ...(fresh > 0 ? [wasThere ? words.news : words.newsNothing] : []),
    ...(keeping ? [words.keeperNews] : []),
    ...(old ? [words.stillNews] : []),
  ]
  return (
    <p className={c(news.length > 0 && 'refused')}>
      <a className={c('button')} href="/my-note">
        {news.length > 0 ? `◆ ${news.join(' · ')}` : words.link}
      </a>
    </p>
  )
}
