// Around every sheet: what fetches it, the tools that do not print, and the foot of each page.

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import type { Country } from '../../core/show/show.ts'
import { readAnswer } from '../answers/read-answer.ts'
import { speakAsIn, useWords, words } from '../speech/speech.ts'
import { adoptStyle } from '../ui/adopt-style.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { footOf } from './foot.ts'
import styles from './report.module.css'

const c = classes(styles)

/** `readBy`: whoever’s this device is, else the device, as the house knows it. */
type Read = { readonly readBy: string | null }
type Loaded<T> = { readonly told: T & Read } | { readonly sentence: string }

/** Fetches a sheet, and again when asked; null while it has never come. */
export function usePaper<T>(address: string): {
  readonly loaded: Loaded<T> | null
  readonly again: () => void
} {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null)
  const newest = useRef(0)
  const again = useCallback(() => {
    newest.current += 1
    const own = newest.current
    // Another performance may have been chosen by then (SCREENS-15).
    void fetchPaper<T>(address).then((came) => own === newest.current && setLoaded(came))
  }, [address])
  useEffect(again, [again])
  return { loaded, again }
}

async function fetchPaper<T>(address: string): Promise<Loaded<T>> {
  const asked = fetch(address, { headers: { accept: 'application/json' } })
  const { status, told, sentence, isSpoilt } = await readAnswer<T & Read & Answered>(asked, ['readBy'])
  if (status === 401) return { sentence: words().papers.notPaired }
  if (told === null) {
    const { papers, frame } = words()
    return { sentence: sentence ?? (isSpoilt ? frame.spoilt : papers.unreachable) }
  }
  // A sheet stands alone, without the link that tells other screens which country they play in.
  if (told.country) speakAsIn(told.country)
  return { told }
}

type Answered = { readonly country?: Country }

type PaperParts = {
  readonly what: string
  readonly night: string
  readonly at: Instant
  readonly timeZone: string
  readonly data: string
  readonly again: () => void
  readonly choose?: ReactNode
  readonly children: (printed: string) => ReactNode
}

export function PaperScreen({ what, night, at, timeZone, data, again, choose, children }: PaperParts) {
  const { papers } = useWords()
  const printed = formatClock(at, timeZone)
  const named = papers.named({ night, what, clock: printed })
  useEffect(() => adoptStyle(footOf(named)), [named])
  return (
    <main className={c('screen')}>
      <title>{named}</title>
      <div className={c('tools')}>
        <a href="/">{papers.back}</a>
        <Papers />
        <span className={c('gap')} />
        {choose}
        <button type="button" className={c('button')} onClick={again}>
          {papers.refresh}
        </button>
        <a className={c('button')} href={data}>
          {papers.asData}
        </a>
        <button type="button" className={c('button')} onClick={() => window.print()}>
          {papers.print}
        </button>
      </div>
      {children(printed)}
    </main>
  )
}

/** From one sheet to the others. */
function Papers() {
  const { papers, attendance } = useWords()
  return (
    <nav className={c('papers')} aria-label={papers.label}>
      {[
        ['/report', papers.report],
        ['/tasks', papers.tasks],
        ['/run-sheet', papers.runSheet],
        ['/sign-in-sheet', attendance.title],
        ['/statistics', papers.times],
      ].map(([href, name]) => (
        <a key={href} href={href} aria-current={location.pathname === href ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}

export function Notice({ words: said }: { readonly words: string }) {
  const { papers } = useWords()
  return (
    <main>
      <p className={c('notice')}>{said}</p>
      <p className={c('notice')}>
        <a href="/">{papers.back}</a>
      </p>
    </main>
  )
}

export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (value: string) => void
}) {
  return (
    <label className={c('choice')}>
      {label}{' '}
      <select className={c('button')} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  )
}
