// Whoever wants the night to fail: strikes every few seconds somewhere, with what is on tonight.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { Device } from './device.ts'
import type { FaultKind, Faults } from './faults.ts'
import type { House } from './house.ts'
import type { Line } from './line.ts'
import type { Scheduler } from './scheduler.ts'

export type NemesisOptions = {
  readonly scheduler: Scheduler
  readonly dice: Dice
  readonly faults: Faults
  readonly house: House
  readonly devices: readonly Device[]
  readonly until: number
}

const HOUR_MS = 3600 * 1000
const PAUSE_MS = 1_500

export function letLoose(options: NemesisOptions): void {
  const { scheduler, dice, until } = options
  scheduler.after(PAUSE_MS * (0.2 + 1.6 * dice.next()), () => {
    if (scheduler.now() >= until) return
    strike(options)
    letLoose(options)
  })
}

type Blow = (options: NemesisOptions, device: Device, line: Line | null) => void

/** What comes by itself at its own place (lost answers, failing appends) is not here. */
const blows: Partial<Readonly<Record<FaultKind, Blow>>> = {
  'slow-line': ({ dice }, _device, line) => line?.slow(dice.whole(100, 5_000), dice.whole(1_000, 12_000)),
  cut: ({ dice }, _device, line) => line?.cut(dice.whole(0, 12_000), dice.whole(0, 20_000)),
  'half-open': ({ dice, scheduler }, _device, line) => {
    const forMs = dice.whole(500, 12_000)
    line?.halt(dice.pick(['both', 'both', 'down', 'up'] as const), forMs)
    if (dice.chance(0.4)) scheduler.after(forMs, () => line?.cut(dice.whole(0, 9_000), dice.whole(0, 20_000)))
  },
  'slow-reader': ({ dice }, _device, line) => line?.unreadFor(dice.whole(500, 7_000)),
  storm: ({ dice, devices }) => {
    for (const one of devices) one.line()?.cut(dice.whole(0, 50), dice.whole(0, 3_000))
  },
  crash: ({ house }) => house.crash(),
  restart: ({ house }) => house.restart(),
  replaced: ({ house }) => house.replace(),
  'log-slow': ({ dice, scheduler, house }) => {
    house.disk.slowUntil = scheduler.now() + dice.whole(500, 6_000)
    house.disk.slowMs = dice.pick([30, 200, 800])
  },
  'disk-full': ({ dice, scheduler, house }) => {
    house.disk.fullUntil = scheduler.now() + dice.whole(300, 6_000)
  },
  'server-clock': ({ dice, house }) => house.jump(dice.pick([-HOUR_MS, HOUR_MS, -5_000, 5_000, -300, 300])),
  'device-clock': ({ dice }, device) => device.jumpWall(dice.whole(-24 * HOUR_MS, 24 * HOUR_MS)),
  sleep: ({ dice }, device) => device.sleep(dice.pick([300, 1_500, 4_000, 20_000]), dice.chance(0.5)),
}

function strike(options: NemesisOptions): void {
  const { dice, faults, devices } = options
  const kind = dice.pick(Object.keys(blows) as FaultKind[])
  if (!faults.strikes(kind, RARE.has(kind) ? 0.3 : 1)) return
  const device = dice.pick(devices)
  blows[kind]?.(options, device, device.line())
}

const RARE: ReadonlySet<FaultKind> = new Set(['storm', 'crash', 'restart', 'replaced', 'server-clock'])
