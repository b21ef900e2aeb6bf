// What the desk says of a device: is it there, how quick is its line, how do its clocks go.

import type { ScreenName } from '../../core/installation/screens.ts'
import { between, type Instant } from '../../core/kit/time.ts'
import type { DeviceLine } from '../../wire/messages.ts'
import { words } from '../speech/speech.ts'
import { agoWords } from '../ui/words.ts'

/** A line this slow is worth looking at before the half. */
const SLOW_MS = 300

export function screenWords(screen: ScreenName): string {
  const table: Readonly<Record<ScreenName, string>> = words().screenNames
  return table[screen]
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
  const { device } = words()
  if (!paired) return device.unused
  if (lastSeenAt !== null) {
    const time = agoWords(Math.max(0, between(lastSeenAt, now)))
    return connected ? device.quiet({ time }) : device.silentFor({ time })
  }
  if (!connected) return device.silent
  const median = pulse?.lag?.median ?? 0
  if (median >= SLOW_MS) return stale ? device.wasSlow({ lag: median }) : device.slow({ lag: median })
  return stale ? device.wasConnected : device.connected
}

/** Whether a word of it should stand out. */
export const isWell = ({ connected, lastSeenAt, pulse }: DeviceLine): boolean =>
  connected && lastSeenAt === null && (pulse?.lag?.median ?? 0) < SLOW_MS

/** What is known of it, a sentence each. */
export function factsOf({ pulse, sentTo }: DeviceLine): readonly string[] {
  const { device } = words()
  if (!pulse) return [device.unheard]
  const { lag, clock, drift } = pulse
  const screen = pulse.screen === null ? device.otherPage : screenWords(pulse.screen)
  return [
    sentTo === null ? device.shows({ screen }) : device.showsSent({ screen }),
    ...(lag ? [device.answers(lag)] : []),
    ...(clock ? [clockWords(clock)] : []),
    ...(drift ? [driftWords(drift)] : []),
  ]
}

/** Within the bound a clock is right as far as anybody can tell. */
function clockWords({ ahead, within }: { readonly ahead: number; readonly within: number }): string {
  const { device } = words()
  if (Math.abs(ahead) <= within) return device.clockRight({ within: lengthWords(within) })
  const off = { length: lengthWords(Math.abs(ahead)), within: lengthWords(within) }
  return ahead > 0 ? device.clockFast(off) : device.clockSlow(off)
}

function driftWords({ perHour, within }: { readonly perHour: number; readonly within: number }): string {
  const { device } = words()
  if (Math.abs(perHour) <= within) return device.keepsTime({ within: lengthWords(within) })
  const off = { length: lengthWords(Math.abs(perHour)), within: lengthWords(within) }
  return perHour > 0 ? device.gains(off) : device.loses(off)
}

function lengthWords(ms: number): string {
  if (ms < 1_000) return words().device.milliseconds(Math.ceil(ms))
  if (ms < 120_000) return words().device.tenths({ seconds: (ms / 1_000).toFixed(1) })
  return agoWords(ms)
}
