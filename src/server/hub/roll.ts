// The roll of devices: when each was last heard, and what it last said of itself; and how often that is news.

import type { Instant } from '../../core/kit/time.ts'
import type { DeviceLine, Pulse } from '../../wire/messages.ts'
import type { Clock } from '../clock/clock.ts'

/** The list of devices is sent this long after a change, so that a crowd coming in is one list and not hundreds. */
export const DEVICES_DELAY_MS = 500
/**
 * And no sooner after the one before it than this long for each device on it: whatever the crowd does, a desk is sent
 * lists at a pace in bytes that does not grow with the crowd.
 */
export const DEVICES_GAP_MS = 10
/** Connected, and not heard for this long though devices speak once a second: the desk is told that it is quiet. */
export const QUIET_MS = 5_000
/** Whether somebody has gone quiet is looked at this often. */
const LOOK_MS = 1_000

/** `soon()`: the list is sent at its own pace, however often that is said. */
export function devicesPace(clock: Clock, devices: () => number, send: () => void): () => void {
  let waits = false
  let sentAt = Number.NEGATIVE_INFINITY
  return () => {
    if (waits) return
    waits = true
    const gap = devices() * DEVICES_GAP_MS
    // Never longer than the gap, though the clock be set back.
    clock.after(Math.max(DEVICES_DELAY_MS, Math.min(gap, sentAt + gap - clock.now())), () => {
      waits = false
      sentAt = clock.now()
      send()
    })
  }
}

/** Those that are there, and those who have been; the longest silent make way. */
export const HEARD_MAX = 4_000

type Said = NonNullable<DeviceLine['pulse']>

export type Roll = {
  /** Something was heard from this device. True where it had been told of as quiet. */
  heard(device: string, at: Instant): boolean
  /** What the device says of itself. True where that is news: another screen, or figures that are clearly others. */
  says(device: string, pulse: Pulse): boolean
  /** Whether one of these has gone quiet since the desk was told; asked as often as you like. */
  look(now: Instant, connected: () => ReadonlySet<string>): boolean
  line(
    device: string,
    connected: boolean,
    now: Instant,
    pairedAt: Instant | null,
  ): Pick<DeviceLine, 'connected' | 'lastSeenAt' | 'pulse'>
  /** When it was last heard by this run of the server; null where it was not. */
  heardAt(device: string): Instant | null
  forget(device: string): void
}

export function openRoll(): Roll {
  return new OpenRoll()
}

class OpenRoll implements Roll {
  readonly #heard = new Map<string, Instant>()
  readonly #said = new Map<string, Said>()
  /** Of whom the desk knows that they are quiet. */
  readonly #quiet = new Set<string>()
  #lookedAt = 0

  heard(device: string, at: Instant): boolean {
    // The newest are at the end.
    this.#heard.delete(device)
    this.#heard.set(device, at)
    const [oldest] = this.#heard.keys()
    if (oldest !== undefined && this.#heard.size > HEARD_MAX) this.#heard.delete(oldest)
    return this.#quiet.delete(device)
  }

  says(device: string, { t: _t, ...pulse }: Pulse): boolean {
    const before = this.#said.get(device)
    if (before && !isNews(before, pulse)) return false
    this.#said.set(device, pulse)
    return true
  }

  look(now: Instant, connected: () => ReadonlySet<string>): boolean {
    // A clock that was set back must not keep the desk from hearing.
    if (Math.abs(now - this.#lookedAt) < LOOK_MS) return false
    this.#lookedAt = now
    return [...connected()].some((device) => !this.#quiet.has(device) && this.#isQuiet(device, now))
  }

  line: Roll['line'] = (device, connected, now, pairedAt) => {
    const quiet = connected && this.#isQuiet(device, now)
    if (quiet) this.#quiet.add(device)
    // While it is heard the moment changes with every ping, and would be news each time.
    const lastSeenAt = connected && !quiet ? null : (this.#heard.get(device) ?? pairedAt)
    return { connected, lastSeenAt, pulse: connected ? (this.#said.get(device) ?? null) : null }
  }

  heardAt(device: string): Instant | null {
    return this.#heard.get(device) ?? null
  }

  forget(device: string): void {
    // When it was last heard is asked for once it is gone.
    this.#said.delete(device)
    this.#quiet.delete(device)
  }

  #isQuiet(device: string, now: Instant): boolean {
    const at = this.#heard.get(device)
    return at !== undefined && now - at >= QUIET_MS
  }
}

/** A quarter more or less, and at least so many milliseconds: less is a line breathing. */
const LAG_NEWS_MS = 25
const CLOCK_NEWS_MS = 250
const DRIFT_NEWS_MS = 100

function isNews(before: Said, now: Said): boolean {
  return (
    before.screen !== now.screen ||
    differs(before.lag?.median, now.lag?.median, LAG_NEWS_MS) ||
    differs(before.lag?.last, now.lag?.last, 4 * LAG_NEWS_MS) ||
    differs(before.clock?.ahead, now.clock?.ahead, CLOCK_NEWS_MS) ||
    differs(before.clock?.within, now.clock?.within, CLOCK_NEWS_MS) ||
    differs(before.drift?.perHour, now.drift?.perHour, DRIFT_NEWS_MS)
  )
}

function differs(before: number | undefined, now: number | undefined, least: number): boolean {
  if (before === undefined || now === undefined) return before !== now
  const difference = Math.abs(now - before)
  return difference >= least && difference >= Math.abs(before) / 4
}
