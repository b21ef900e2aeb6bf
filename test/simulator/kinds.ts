// The kinds of night: a short one of everything, and an evening with long silences, on which the ladder is what matters.

import { theMachine } from '../../src/core/installation/installation.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import type { Show } from '../../src/core/show/show.ts'
import { type Casting, eveningCast, littleCast } from './casting.ts'
import { anEvening, unwellOf } from './evening-people.ts'
import { BLIND_PLACE, eveningShow } from './evening-show.ts'
import type { House } from './house.ts'
import { littleShow } from './little-show.ts'
import type { Scene } from './night.ts'
import { type PeopleOptions, setToWork } from './people.ts'
import type { Scheduler } from './scheduler.ts'

type Beginning = {
  readonly house: House
  readonly scheduler: Scheduler
  readonly dice: Dice
  readonly show: Show
}

export type Kind = {
  readonly show: (dice: Dice) => Show
  readonly cast: (dice: Dice, show: Show) => readonly Casting[]
  /** What has happened before anybody's device comes in. */
  readonly begin: (beginning: Beginning) => Promise<void>
  /** How long people work and things go wrong. */
  readonly handsOnMs: readonly [number, number]
  /** How often a screen looks at its clock. */
  readonly tickMs: number
  readonly work: (options: PeopleOptions, show: Show) => void
  readonly judge?: (scene: Scene) => void
}

const MINUTE_MS = 60_000

const evening = (blind: boolean): Kind => ({
  show: (dice) => eveningShow(dice, blind),
  cast: eveningCast,
  begin: (beginning) => quarterOfAnHourIn(beginning, blind),
  // From about the first ask until a ladder could have come to its end.
  handsOnMs: [5 * MINUTE_MS, 10 * MINUTE_MS],
  tickMs: 1_000,
  work: (options, show) => {
    const players = show.people.filter(({ id }) => id.startsWith('person-')).map(({ callName }) => callName)
    const unwell = blind ? new Set<string>() : unwellOf(options.dice, players)
    anEvening({ ...options, unwell, blindPlace: blind ? BLIND_PLACE : null })
  },
  judge: ({ reference, witness }) => {
    if (!blind) return
    for (const night of reference.nights())
      for (const { person, place } of reference.ladders(night).openedByItself())
        if (place === BLIND_PLACE)
          witness.finds('SIM-22', `${night}: ${person} is asked about, and the side is blind`)
  },
})

export type NightKind = 'night' | 'evening' | 'blind evening'
export const kinds: Readonly<Record<NightKind, Kind>> = {
  night: {
    show: littleShow,
    cast: littleCast,
    begin: async () => {},
    // Short, so that many nights fit into a coffee.
    handsOnMs: [10_000, 45_000],
    tickMs: 100,
    work: (options) => setToWork(options),
  },
  evening: evening(false),
  'blind evening': evening(true),
}

/** Everybody has signed in, or has not; the act is up, and whoever came off has not been seen since. */
async function quarterOfAnHourIn({ house, scheduler, dice, show }: Beginning, all: boolean): Promise<void> {
  const by = { ...theMachine, roles: ['caller' as const, 'SM' as const] }
  const press = async (command: Parameters<House['press']>[1]) => {
    const pressed = house.press(by, command)
    scheduler.stir()
    await scheduler.run(scheduler.now() + 100)
    await pressed
  }
  const mode = dice.pick(['quiet', 'quiet', 'quiet', 'full'] as const)
  // One in ten is among the first performances, which only write down.
  if (all || dice.chance(0.9)) await press({ name: 'presence.mode', mode })
  for (const { id: person } of show.people)
    if (all || dice.chance(0.93)) await press({ name: 'sign.in', person })
  await press({ name: 'act.up', act: 1 })
  await scheduler.run(scheduler.now() + dice.whole(13, 16) * MINUTE_MS)
}
