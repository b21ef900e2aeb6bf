// The clock and the next cue. Space is GO while this holds the keyboard, as it is at the desk; it goes no further.

import { useEffect, useRef, useState } from 'react'
import { duration, formatLength } from '../../core/kit/time.ts'
import type { PracticeCue } from '../../core/running/practice.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Button, KeyHint, keepFocus } from '../ui/frame.tsx'
import { useEverySecond } from '../ui/ticker.ts'
import styles from './practice.module.css'

const c = classes(styles)

/** So long before a cue the clock is put, where nobody wants to wait for it. */
const AHEAD_MS = 10_000

type RunProps = {
  readonly cues: readonly PracticeCue[]
  readonly end: (called: readonly (number | null)[]) => void
}

export function Run({ cues, end }: RunProps) {
  const { practice: said } = useWords()
  // What the clock shows is how long ago it began, and what was passed over in waiting.
  const [began, begin] = useState(() => performance.now())
  const [called, note] = useState<readonly (number | null)[]>([])
  const [saysDue, sayDue] = useState(true)
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  useEverySecond()
  const clock = () => performance.now() - began
  const next = cues[called.length]
  const press = (at: number | null) => {
    const all = [...called, at]
    note(all)
    if (all.length >= cues.length) end(all)
  }
  if (!next) return null
  const left = next.dueMs - clock()
  return (
    <section
      ref={place}
      className={c('run')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it holds the keyboard as the calling strip does.
      tabIndex={0}
      aria-label={said.title}
      onKeyDown={(event) => {
        if (event.key !== ' ' || event.target !== place.current) return
        event.preventDefault()
        if (!event.repeat) press(clock())
      }}
    >
      <Next cue={next} clock={clock()} saysDue={saysDue} />
      <button type="button" className={c('go')} onMouseDown={keepFocus} onClick={() => press(clock())}>
        {said.go} <KeyHint>{said.space}</KeyHint>
      </button>
      <div className={c('acts')}>
        <Button
          className={c('button')}
          disabled={left <= AHEAD_MS}
          onClick={() => begin(performance.now() - (next.dueMs - AHEAD_MS))}
        >
          {said.ahead}
        </Button>
        <Button className={c('button')} onClick={() => press(null)}>
          {said.skip}
        </Button>
        <Button className={c('button')} aria-pressed={saysDue} onClick={() => sayDue(!saysDue)}>
          {said.showDue}
          {saysDue ? ' ✓' : ''}
        </Button>
        <Button className={c('button')} onClick={() => end(called)}>
          {said.stop}
        </Button>
      </div>
    </section>
  )
}

type NextProps = { readonly cue: PracticeCue; readonly clock: number; readonly saysDue: boolean }

function Next({ cue, clock, saysDue }: NextProps) {
  const { practice: said } = useWords()
  return (
    <>
      <p className={c('clock')}>{formatLength(duration(Math.max(0, Math.floor(clock))))}</p>
      <p className={c('hint')}>{said.next}</p>
      <p className={c('cue')}>{cue.name}</p>
      <p className={c('words')}>{cue.words === null ? '' : said.nextOn({ words: cue.words })}</p>
      <p className={c('due')}>{saysDue ? dueWords(cue.dueMs - clock, said) : ''}</p>
    </>
  )
}

type Due = Pick<ReturnType<typeof useWords>['practice'], 'dueIn' | 'dueAgo'>

function dueWords(left: number, said: Due): string {
  const length = formatLength(duration(Math.floor(Math.abs(left) / 1000) * 1000))
  return left >= 0 ? said.dueIn({ length }) : said.dueAgo({ length })
}
