// The small pieces that every screen shares: freshness, keys, buttons.

import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from 'react'
import type { Instant } from '../../core/kit/time.ts'
import { kindOf } from '../../core/show/kinds.ts'
import { ageOf, type SessionState } from '../link/session.ts'
import { useLink, useSession, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from './classes.ts'
import { formatClock } from './clock.ts'
import styles from './frame.module.css'
import { Live } from './live.tsx'
import { agoWords } from './words.ts'

const c = classes(styles)

/** "live", or how old what is shown is. */
export function Freshness() {
  const link = useLink()
  const stale = useStale()
  const unwatched = useSession(({ sections }) => sections.watching?.stale === true)
  const { frame, alone, kinds } = useWords()
  const kind = useSession(({ sections }) => (sections.position ? kindOf(sections.position.number) : 'show'))
  return (
    <span
      className={c('fresh', (stale || unwatched) && 'stale')}
      data-fresh
      data-stale={stale ? '' : undefined}
    >
      {kind === 'show' ? null : <span className={c('kind')}>{kinds.marks[kind]}</span>}
      {stale ? (
        <Live
          wall
          text={() => {
            const state = link.state()
            if (state.kept) return alone.asOf({ clock: asOfClock(state, state.kept.at) })
            const age = ageOf(state, link.now())
            return age === null ? frame.notConnected : frame.old({ age: agoWords(age) })
          }}
        />
      ) : unwatched ? (
        frame.notWatching
      ) : (
        frame.live
      )}
    </span>
  )
}

/** The house's time of day; where the house is not known, this device's. */
const asOfClock = ({ sections }: SessionState, at: Instant): string =>
  formatClock(at, sections.position?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone, false)

export function KeyHint({ children }: { readonly children: string }) {
  return <kbd className={c('key')}>{children}</kbd>
}

/** A sentence with keys in it: what stands between ‹ and › is drawn as a key. */
export function KeyWords({ children }: { readonly children: string }) {
  return children.split(/[‹›]/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence, always drawn whole.
    index % 2 === 1 ? <KeyHint key={index}>{part}</KeyHint> : part,
  )
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly small?: boolean
  readonly armed?: boolean
  readonly children: ReactNode
}

/**
 * Pressing it by mouse or finger leaves the keyboard's place alone, so that Space stays GO. For the same reason it is
 * never `disabled`: a press on a disabled button takes the focus away.
 */
export function Button({
  small = false,
  armed = false,
  disabled = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={[c('button', small && 'small', armed && 'armed'), className ?? ''].join(' ')}
      onMouseDown={keepFocus}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
      {...rest}
    >
      {children}
    </button>
  )
}

export const keepFocus = (event: MouseEvent): void => event.preventDefault()
