// One word for one print: what a form shows of which a browser does not say whose page it is.

import { randomBytes } from 'node:crypto'
import type { DeviceId } from '../../core/disclosure/policy.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'

/** A page asks for the next one long before: a laptop that slept asks again when it is looked at. */
export const WORD_MS = 15 * 60_000
/** Of one device, in as many tabs; the oldest makes way. */
export const WORDS_OF_DEVICE_MAX = 4
/** Of all together: more desks than any house has. */
export const WORDS_MAX = 200

export type PrintWords = {
  make(device: DeviceId): string
  /** Whether it is this device’s and still good; from now on it is not. */
  use(device: DeviceId, word: string): boolean
}

type Kept = { readonly device: DeviceId; readonly word: string; readonly until: Instant }

export function openPrintWords(clock: Clock): PrintWords {
  let words: readonly Kept[] = []
  const live = () => words.filter(({ until }) => until > clock.now())
  return {
    make: (device) => {
      const word = randomBytes(16).toString('base64url')
      const others = live().filter((one) => one.device !== device)
      const own = live().filter((one) => one.device === device)
      // `as`: a time of this clock, later by whole milliseconds.
      const made = { device, word, until: (clock.now() + WORD_MS) as Instant }
      words = [...others, ...own.slice(1 - WORDS_OF_DEVICE_MAX), made].slice(-WORDS_MAX)
      return word
    },
    use: (device, word) => {
      const found = live().find((one) => one.device === device && one.word === word)
      words = live().filter((one) => one !== found)
      return found !== undefined
    },
  }
}
