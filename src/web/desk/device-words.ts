// What the desk says of a device: is it there, how quick is its line, how do its clocks go.

import type { ScreenName } from '../../core/installation/screens.ts'
import { between, type Instant } from '../../core/kit/time.ts'
import type { DeviceLine } from '../../wire/messages.ts'
import { agoWords } from '../ui/words.ts'

/** A line this slow is worth looking at before the half. */
export const SLOW_MS = 300

export const screenWords: Readonly<Record<ScreenName, string>> = {
  desk: 'the desk',
  department: 'its department’s cues',
  house: 'front of house',
  pocket: 'its person’s part',
  wing: 'its side of the stage',
  room: 'its dressing room’s times',
  kiosk: 'the stage door’s names',
  board: 'the board',
  'sign-in': 'the sign-in sheet',
}

/**
 * "connected", "slow, 420 ms", "quiet 7 s", "silent 3 min", "not used yet". `stale`: this desk hears nothing itself, so
 * what was well is only known to have been.
 */
export function stateWords(
  { paired, connected, lastSeenAt, pulse }: DeviceLine,
  now: Instant,
  stale = false,
): string {
  if (!paired) return 'not used yet'
  if (lastSeenAt !== null) {
    return `${connected ? 'quiet' : 'silent'} ${agoWords(Math.max(0, between(lastSeenAt, now)))}`
  }
  if (!connected) return 'silent'
  const median = pulse?.lag?.median ?? 0
  const words = median >= SLOW_MS ? `slow, ${median} ms` : 'connected'
  return stale ? `was ${words}` : words
}

/** Whether a word of it should stand out. */
export const isWell = ({ connected, lastSeenAt, pulse }: DeviceLine): boolean =>
  connected && lastSeenAt === null && (pulse?.lag?.median ?? 0) < SLOW_MS

/** What is known of it, a sentence each. */
export function factsOf({ pulse, sentTo }: DeviceLine): readonly string[] {
  if (!pulse) return ['Not heard from yet.']
  const { screen, lag, clock, drift } = pulse
  return [
    `Shows ${screen === null ? 'another page' : screenWords[screen]}${sentTo === null ? '' : ', sent there by the desk'}.`,
    ...(lag ? [`Answers in ${lag.median} ms, last in ${lag.last} ms.`] : []),
    ...(clock ? [clockWords(clock)] : []),
    ...(drift ? [driftWords(drift)] : []),
  ]
}

/** Within the bound a clock is right as far as anybody can tell. */
function clockWords({ ahead, within }: { readonly ahead: number; readonly within: number }): string {
  if (Math.abs(ahead) <= within) return `Its clock is right to ${lengthWords(within)}.`
  return `Its clock is ${lengthWords(Math.abs(ahead))} ${ahead > 0 ? 'fast' : 'slow'}, give or take ${lengthWords(within)}.`
}

function driftWords({ perHour, within }: { readonly perHour: number; readonly within: number }): string {
  if (Math.abs(perHour) <= within) return `It keeps time to ${lengthWords(within)} an hour.`
  const way = perHour > 0 ? 'gains' : 'loses'
  return `It ${way} ${lengthWords(Math.abs(perHour))} an hour, give or take ${lengthWords(within)}.`
}

function lengthWords(ms: number): string {
  if (ms < 1_000) return `${Math.ceil(ms)} ms`
  if (ms < 120_000) return `${(ms / 1_000).toFixed(1)} s`
  return agoWords(ms)
}
