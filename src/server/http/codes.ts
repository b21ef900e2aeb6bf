// Six letters for whoever has no camera: as good as the link they stand for, for some minutes, and hard to guess.

import { randomInt } from 'node:crypto'
import type { Instant } from '../../core/kit/time.ts'
import { CODE_LENGTH, CODE_LETTERS } from '../../wire/protocol.ts'
import type { Clock } from '../clock/clock.ts'
import type { Onward } from '../clock/onward.ts'

export const CODE_MS = 15 * 60_000
/** At once; the oldest makes way. */
export const CODES_MAX = 100
/** Wrong ones within five minutes from one address: then it waits. Some 47 million codes are possible. */
export const WRONG_PER_ADDRESS_MAX = 5
export const WRONG_MS = 5 * 60_000
/** And from all together: from then on one look after a wrong one, and nobody is shut out by somebody else for longer. */
export const WRONG_MAX = 60
export const WRONG_PACE_MS = 1_000
/** What five minutes can hold at that pace, and more. */
const WRONG_KEPT_MAX = WRONG_MAX + WRONG_MS / WRONG_PACE_MS + 1

export type Code = { readonly text: string; readonly until: Instant }

export type Codes = {
  /** For a link that lets somebody in: its device’s or its group’s id. The same again while the old one is young. */
  make(key: string): Code
  /** Which link it stands for; null where for none; `too-many` and `wait` where that is not even looked up. */
  use(text: string, from: string): string | null | 'too-many' | 'wait'
  /** It stood for a link that is none any more: that was a wrong one too. */
  wrong(from: string): void
  /** What it stood for is done: the letters are good no more. */
  end(key: string): void
}

type Kept = Code & { readonly key: string }

export function openCodes(clock: Pick<Clock, 'now'> & Partial<Pick<Onward, 'shown'>>): Codes {
  let codes: readonly Kept[] = []
  let wrong: readonly { readonly from: string; readonly at: Instant }[] = []
  /** As people read it. */
  const told = ({ text, until }: Code): Code => ({ text, until: clock.shown?.(until) ?? until })
  const live = () => codes.filter((one) => one.until > clock.now())
  const recent = () => wrong.filter((one) => clock.now() - one.at < WRONG_MS)
  const tooMany = (from: string): boolean =>
    recent().filter((one) => one.from === from).length >= WRONG_PER_ADDRESS_MAX
  const tooFast = (): boolean => {
    const last = recent()
    return last.length >= WRONG_MAX && clock.now() - (last.at(-1)?.at ?? 0) < WRONG_PACE_MS
  }
  const note = (from: string) => {
    wrong = [...recent(), { from, at: clock.now() }].slice(-WRONG_KEPT_MAX)
  }
  return {
    make: (key) => {
      const now = clock.now()
      const known = live().find((one) => one.key === key && one.until - now > CODE_MS / 2)
      if (known) return told(known)
      // `as`: a time of this clock, later by whole milliseconds.
      const made = { text: freshCode(live()), until: (now + CODE_MS) as Instant }
      codes = [...live(), { ...made, key }].slice(-CODES_MAX)
      return told(made)
    },
    use: (text, from) => {
      if (tooMany(from)) return 'too-many'
      if (tooFast()) return 'wait'
      const found = live().find((one) => one.text === text)
      if (!found) note(from)
      return found?.key ?? null
    },
    wrong: note,
    end: (key) => {
      codes = codes.filter((one) => one.key !== key)
    },
  }
}

function freshCode(live: readonly Code[]): string {
  for (;;) {
    const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
    const text = letters.join('')
    if (live.every((one) => one.text !== text)) return text
  }
}
