// What became of the last touch at the stage door: shown for a moment, to whoever stands there, and taken back if it was a slip.

import { useEffect } from 'react'
import type { WireCommand } from '../../wire/messages.ts'
import { showTime, useLink, usePress, useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { formatClock } from '../ui/clock.ts'
import { Button } from '../ui/frame.tsx'
import styles from './kiosk.module.css'

const c = classes(styles)

type Who = Extract<WireCommand, { name: 'sign.undo' }>['who']

export type Pressed = {
  readonly id: string
  readonly kind: 'in' | 'away' | 'out' | 'undo' | 'help' | 'visitor-in' | 'visitor-out'
  readonly name: string
  /** Null of a visitor who is only now given a number. */
  readonly who: Who | null
}

/** The next in the queue does not read who stood there before; a number to be written down stands longer. */
const SHOWN_MS = 10_000
const NUMBER_SHOWN_MS = 30_000

type Parts = {
  readonly pressed: Pressed | null
  readonly zone: string
  readonly undo: (who: Who) => void
  readonly over: () => void
}

export function Said({ pressed, zone, undo, over }: Parts) {
  const { kiosk } = useWords()
  const press = usePress(pressed?.id ?? null)
  const shownMs = pressed?.kind === 'visitor-in' ? NUMBER_SHOWN_MS : SHOWN_MS
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted from the press, whoever is drawn again.
  useEffect(() => {
    if (pressed === null) return
    const timer = setTimeout(over, shownMs)
    return () => clearTimeout(timer)
  }, [pressed?.id])
  const outcome = press?.outcome ?? null
  const done = outcome?.kind === 'done' ? outcome : null
  const own = pressed?.who ?? (pressed?.kind === 'visitor-in' && done ? { visitor: done.seq } : null)
  return (
    // Always there, so that nothing moves when it speaks.
    <section className={c('said')}>
      <p role="status" className={c('saidWords')}>
        <Words pressed={pressed} number={done?.seq ?? null} zone={zone}>
          {outcome && 'sentence' in outcome ? outcome.sentence : null}
        </Words>
      </p>
      {done && own && pressed?.kind !== 'undo' && pressed?.kind !== 'help' ? (
        <Button className={c('undo')} onClick={() => undo(own)}>
          {kiosk.undo}
        </Button>
      ) : null}
    </section>
  )
}

function Words({
  pressed,
  number,
  zone,
  children: refused,
}: {
  readonly pressed: Pressed | null
  readonly number: number | null
  readonly zone: string
  readonly children: string | null
}) {
  const { kiosk, doorPad } = useWords()
  const link = useLink()
  const stale = useStale()
  if (pressed === null) return null
  if (refused !== null) return refused
  const { kind, name } = pressed
  if (number === null) {
    if (kind === 'undo') return null
    return stale ? kiosk.held({ name }) : kiosk.sending({ name })
  }
  if (kind === 'undo') return kiosk.undone
  if (kind === 'help') return doorPad.helped({ name })
  if (kind === 'visitor-in') return kiosk.visitorDone({ name, number })
  if (kind === 'visitor-out') return kiosk.visitorGone({ number: name })
  const now = showTime(link)
  return kiosk.done[kind]({ name, clock: now === null ? '' : formatClock(now, zone, false) })
}
