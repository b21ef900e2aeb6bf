// The beat on this card: starts, goes on after a reload in time, counts, and says when to swap.

import {
  AHEAD_MS,
  beatsBetween,
  countAt,
  type Pace,
  RATE,
  SWAP_WARN_MS,
  swapLeftMs,
} from '../../core/incident/beat.ts'
import { BREATHS_MS } from '../../core/incident/guidance.ts'
import { duration, formatLength } from '../../core/kit/time.ts'
import type { Sound } from './sound.ts'
import { type Beating, keepBeat, readBeat, type Shelf } from './store.ts'
import type { CardTexts } from './texts.ts'

/** How often the page looks; nothing depends on when it does. */
const LOOK_MS = 100

export type Beats = {
  start(): void
  swap(): void
  stop(): void
  pace(pace: Beating['pace']): void
  isOn(): boolean
  /** A touch anywhere lets it be heard. */
  touched(): void
  end(): void
}

type Parts = {
  readonly root: Element
  readonly shelf: Shelf
  readonly sound: Sound
  readonly texts: CardTexts
}

const ratioOf = ({ pace }: Beating, { ratio, childRatio }: CardTexts): CardTexts['ratio'] =>
  pace === 'only' ? null : pace === 'child' ? childRatio : ratio

function paceOf(beating: Beating, texts: CardTexts): Pace {
  const ratio = ratioOf(beating, texts)
  return { rate: RATE, breaths: ratio && { after: ratio.compressions, pauseMs: BREATHS_MS } }
}

export function openBeats({ root, shelf, sound, texts }: Parts): Beats {
  let beating = readBeat(shelf)
  let chosen: Beating['pace'] = beating?.pace ?? 'only'
  let until = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let resumed = beating !== null
  const begin = (next: Beating | null) => {
    beating = next
    keepBeat(shelf, next)
    sound.hush()
    until = 0
    clearInterval(timer)
    if (next !== null) timer = setInterval(look, LOOK_MS)
    look()
  }
  const look = () => {
    const now = Date.now()
    drawBeat(root, {
      beating,
      now,
      texts,
      note: noteOf({ resumed, silent: beating !== null && !sound.isHeard() }, texts),
    })
    if (beating !== null) until = playAhead(sound, beating, texts, { until, now })
  }
  if (beating) begin(beating)
  return {
    start: () => {
      sound.wake()
      const now = Date.now()
      if (beating === null) begin({ startedAt: now, pressingSince: now, pace: chosen })
    },
    swap: () => {
      resumed = false
      if (beating) begin({ ...beating, pressingSince: Date.now() })
    },
    stop: () => {
      resumed = false
      begin(null)
    },
    pace: (pace) => {
      chosen = pace
      if (beating) begin({ ...beating, startedAt: Date.now(), pace })
    },
    isOn: () => beating !== null,
    touched: () => {
      if (beating === null || sound.isHeard()) return
      sound.wake()
      // What was planned in silence is planned again, to be heard.
      until = 0
      sound.hush()
    },
    end: () => {
      clearInterval(timer)
      sound.hush()
    },
  }
}

/** Answers how far the device has been handed the beat. */
function playAhead(
  sound: Sound,
  beating: Beating,
  texts: CardTexts,
  { until, now }: { readonly until: number; readonly now: number },
): number {
  const window = { from: Math.max(until, now), to: now + AHEAD_MS }
  for (const beat of beatsBetween(beating.startedAt, paceOf(beating, texts), window)) sound.play(beat, now)
  return window.to
}

const noteOf = (
  { resumed, silent }: { readonly resumed: boolean; readonly silent: boolean },
  { beat }: CardTexts,
): string => [resumed ? beat.resumed : '', silent ? beat.touch : ''].filter(Boolean).join(' ')

type Drawn = {
  readonly beating: Beating | null
  readonly now: number
  readonly texts: CardTexts
  readonly note: string
}

function drawBeat(root: Element, { beating, now, texts, note }: Drawn): void {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  const panel = part('beat')
  if (panel) panel.hidden = beating === null
  if (beating === null) return
  const count = countAt(beating.startedAt, paceOf(beating, texts), now)
  set(
    part('count'),
    count.is === 'breaths'
      ? `${ratioOf(beating, texts)?.breaths ?? ''} ${texts.beat.breaths}`
      : String(count.count),
  )
  const left = swapLeftMs(beating.pressingSince, now)
  set(part('swap-left'), left === 0 ? '' : formatLength(duration(Math.ceil(left / 1_000) * 1_000)))
  set(part('swap-word'), left === 0 ? texts.beat.swapNow : texts.beat.swapIn)
  part('swap-left')
    ?.closest('.swap')
    ?.toggleAttribute('data-now', left <= SWAP_WARN_MS)
  const next = root.querySelector<HTMLInputElement>('input[data-part=next]')?.value.trim() ?? ''
  set(part('swap-next'), next === '' ? '' : `· ${next}`)
  set(part('beat-note'), note)
}

/** Only what is different: a screen reader is told once. */
function set(part: HTMLElement | null, text: string): void {
  if (part && part.textContent !== text) part.textContent = text
}
