// On one’s own phone: the way to one’s own note, that somebody opened it, and sealing to whoever came on duty since.

import { useEffect, useState } from 'react'
import { ASKED_AGAIN_MS } from '../../core/vault/note.ts'
import type { Told } from '../../core/vault/told.ts'
import type { Came } from '../answers/rounds.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { useRounds } from '../ui/use-rounds.ts'
import { cameSealed, canSeal } from './ask.ts'
import { isUnread, keeperTold } from './keeper-told.tsx'
import { type Span, wasSealed } from './sealed-here.ts'
import { take } from './shelf.ts'
import { sealAhead } from './use-note.ts'
import styles from './vault.module.css'

const c = classes(styles)

const AGAIN_MS = 60_000
/** What keepers are told is sealed anew every ten minutes, and looked for as often. */
const KEEPING_MS = 10 * 60_000
/** How many entries its owner has seen, on this phone. */
export const SEEN_KEY = 'ghostlight.openings-seen'

const seen = (): number => Number(localStorage.getItem(SEEN_KEY) ?? 0)

const hasKeys = async (): Promise<boolean> => (await take('keys').catch(() => null)) !== null

let sealing: Promise<void> | null = null
/** On a slow phone longer than an answer is waited for, and never twice at a time. */
async function sealOnce(): Promise<void> {
  sealing ??= sealAhead().finally(() => {
    sealing = null
  })
  await sealing
}

type Own = { readonly many: number; readonly wasThere: boolean }

async function askOwn(): Promise<Came<Own>> {
  const came = await cameSealed<Told>('told', {})
  if (came.is !== 'told') return came
  const { own, before } = came.told
  const spans = (await take<readonly Span[]>('sealed-spans').catch(() => null)) ?? []
  return {
    is: 'told',
    told: { many: own.length + before, wasThere: own.some(({ at }) => wasSealed(spans, at)) },
  }
}

export function OwnTold() {
  const { myNote: words } = useWords()
  const [isKept, keep] = useState(false)
  const [old, setOld] = useState(false)
  // A phone on which the page was never opened asks the house for nothing.
  useEffect(() => {
    if (canSeal()) void hasKeys().then(keep)
  }, [])
  const own = useRounds({
    about: isKept ? 'own' : null,
    everyMs: AGAIN_MS,
    // Sealed to whoever came on duty, whether anybody looks at this phone or not.
    alsoHidden: true,
    ask: async () => {
      // What could not be sealed keeps nobody from being told.
      await sealOnce().catch(() => undefined)
      const since = await take<number | null>('confirmed-since').catch(() => null)
      setOld(since !== null && Date.now() - since >= ASKED_AGAIN_MS)
      return askOwn()
    },
  })
  const keepers = useRounds({ about: isKept ? 'keeping' : null, everyMs: KEEPING_MS, ask: keeperTold })
  const fresh = own.told === null ? 0 : own.told.many - seen()
  const wasThere = own.told?.wasThere ?? true
  const keeping = keepers.told !== null && isUnread(keepers.told)
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
