// An opened note as long as somebody looks at it: blank while the screen is locked or another page is before it, closed when its time is over.

import { type ReactNode, useEffect, useState } from 'react'
import { instant } from '../../core/kit/time.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import styles from './vault.module.css'

const c = classes(styles)

/** Then it is closed, and opened again by another press. */
const OPEN_MS = 15 * 60_000

type Held = {
  /** As what is written of it; null where nobody but the person before it can say. */
  readonly by: string | null
  readonly at: number
  readonly timeZone: string
  readonly close: () => void
  readonly children: ReactNode
}

/** Who opened it and when stands over it: a picture that is taken of it has that in it. */
export function HeldOpen({ by, at, timeZone, close, children }: Held) {
  const { sealedNotes: words } = useWords()
  const [blank, set] = useState(false)
  useEffect(() => {
    const timer = setTimeout(close, at + OPEN_MS - Date.now())
    const looks = () => {
      if (document.hidden) set(true)
    }
    document.addEventListener('visibilitychange', looks)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', looks)
    }
  }, [at, close])
  // A device that slept has not counted the time: over is over, whatever the timer still waits for.
  const again = () => (Date.now() >= at + OPEN_MS ? close() : set(false))
  const clock = (when: number) => formatClock(instant(when), timeZone, false)
  return (
    <>
      {blank ? (
        <button type="button" className={c('button', 'main', 'large')} onClick={again}>
          {words.again}
        </button>
      ) : null}
      <div hidden={blank}>
        <section className={c('section')} data-opened>
          <p className={c('hint')}>
            {by === null ? words.openedAt({ clock: clock(at) }) : words.openedBy({ by, clock: clock(at) })}
          </p>
          {children}
          <div className={c('acts')}>
            <button type="button" className={c('button')} onClick={close}>
              {words.close}
            </button>
            <span className={c('hint')}>{words.closes({ clock: clock(at + OPEN_MS) })}</span>
          </div>
        </section>
      </div>
    </>
  )
}
