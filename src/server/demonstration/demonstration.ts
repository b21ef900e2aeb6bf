// A night to watch: the demo plays itself in a house of its own, whose record lies apart and is begun anew each time.

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Post, theMachine } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { PersonId, Show } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import { type Credential, freshId, freshSecret } from '../http/cookies.ts'
import { type Hub, openHub } from '../hub/hub.ts'
import { openStage, type Stage } from '../hub/stage.ts'
import type { Log } from '../log/log.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { playNight } from './ghost.ts'

/** How long the night to watch takes, its calls not counted. */
const WATCH_SECONDS = 5 * 60
/** Time to see the desk before the first act. */
const CURTAIN_MS = 20_000

export const watched = ['desk', 'phone'] as const
type Watched = (typeof watched)[number]

export type Demonstration = {
  /** Begins the night, unless one is being played; `anew`: from its beginning in any case. False: there is no demo. */
  begin(anew: boolean): Promise<boolean>
  /** Where what is watched is connected, and as which device; null while nothing is played. */
  door(as: Watched): { readonly hub: Hub; readonly credential: Credential } | null
  close(): Promise<void>
}

type House = {
  readonly hub: Hub
  readonly devices: Readonly<Record<Watched, Credential>>
  readonly isOver: () => boolean
  readonly close: () => Promise<void>
}

type Options = {
  /** Its own folder: whatever lies in it is thrown away when a night is begun. */
  readonly folder: string
  readonly clock: Clock
  /** Null where no demo lies beside the program. */
  readonly demoText: () => string | null
}

export function openDemonstration(options: Options): Demonstration {
  let house: House | null = null
  let turn: Promise<void> = Promise.resolve()
  const inTurn = <Outcome>(act: () => Promise<Outcome>): Promise<Outcome> => {
    const next = turn.then(act)
    turn = next.then(
      () => undefined,
      () => undefined,
    )
    return next
  }
  const end = async () => {
    const before = house
    house = null
    await before?.close()
  }
  return {
    begin: (anew) =>
      inTurn(async () => {
        if (house && !anew && !house.isOver()) return true
        // Few ever watch it: what reads a show is not read before.
        const { readKeptShow } = await import('../../formats/show-file/read.ts')
        const text = options.demoText()
        const demo = text === null ? null : readKeptShow(text)
        if (demo === null) return false
        await end()
        house = await openDemoHouse(options, demo)
        return true
      }),
    door: (as) => house && { hub: house.hub, credential: house.devices[as] },
    close: () => inTurn(end),
  }
}

async function openDemoHouse({ folder, clock }: Options, demo: Show): Promise<House> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { shortened } = await import('./shortened.ts')
  const { text, show } = shortened(demo, WATCH_SECONDS, CURTAIN_MS)
  const log = await openSqliteLog({ file: join(folder, 'demonstration.db') })
  return furnished({ text, show, log, clock }).catch(async (error) => {
    // Begun again, it finds its file free.
    await log.close()
    throw error
  })
}

type Begun = { readonly text: string; readonly show: Show; readonly log: Log; readonly clock: Clock }

async function furnished({ text, show, log, clock }: Begun): Promise<House> {
  const { readKeptShow } = await import('../../formats/show-file/read.ts')
  const stage = await openStage({ log, clock, readShow: readKeptShow, freshId })
  await stage.plan(text, show, instant(clock.now() + CURTAIN_MS), theMachine)
  const { secret: doorKey } = freshSecret()
  const hub = openHub({ stage, clock, boot: freshId(), freshSecret, freshId, doorKey })
  const post = { department: null, place: null }
  const devices = {
    desk: await pair(stage, clock, { ...post, name: 'Prompt desk', roles: ['caller', 'SM'], person: null }),
    phone: await pair(stage, clock, { ...post, name: 'A phone', roles: ['perf'], person: busiest(show) }),
  }
  const night = stage.night()
  const stop = night ? playNight(night, clock) : () => undefined
  return {
    hub,
    devices,
    isOver: () => (night?.owner.state().calling.closedAt ?? null) !== null,
    close: async () => {
      stop()
      // Whoever watches is sent away, and finds the next night under the same address.
      for (const { device } of Object.values(devices)) await revoke(stage, clock, device)
      await stage.close()
      await log.close()
    },
  }
}

async function pair({ installation }: Stage, clock: Clock, post: Post): Promise<Credential> {
  const device = id<'device'>(`device-${freshId()}`)
  const [link, own] = [freshSecret(), freshSecret()]
  const madeAt = clock.now()
  const invite = { name: 'device.invite', device, linkHash: link.hash, post } as const
  await installation.submit({ id: `invite:${device}`, by: theMachine, madeAt, command: invite })
  const use = { name: 'device.pair', device, linkHash: link.hash, secretHash: own.hash } as const
  await installation.submit({ id: `pair:${device}`, by: theMachine, madeAt, command: use })
  return { device, secretHash: own.hash }
}

function revoke({ installation }: Stage, clock: Clock, device: string): Promise<unknown> {
  const command = { name: 'device.revoke', device: id<'device'>(device) } as const
  return installation.submit({ id: `revoke:${device}`, by: theMachine, madeAt: clock.now(), command })
}

/** Whose phone there is most to see on. */
function busiest({ tracks, obligations }: Show): PersonId | null {
  const owed = (track: string) => obligations.filter((one) => one.track === track).length
  const cast = tracks.filter((track) => track.kind === 'cast' && track.owner !== undefined)
  return cast.toSorted((a, b) => owed(b.id) - owed(a.id))[0]?.owner ?? null
}
