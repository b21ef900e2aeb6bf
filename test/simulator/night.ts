// One simulated night from its seed: opened, called through all that can go wrong, left in peace, and judged.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import { dice } from '../../src/core/kit/dice.ts'
import { planOf } from '../../src/core/night/night.ts'
import type { FromServer, WireCommand } from '../../src/wire/messages.ts'
import { cast } from './casting.ts'
import { Device } from './device.ts'
import { Editing, written } from './editing.ts'
import { type FaultKind, openFaults } from './faults.ts'
import { House } from './house.ts'
import { judge, peaceAt } from './judge.ts'
import { kinds, type NightKind } from './kinds.ts'
import type { LadderCounts } from './ladders.ts'
import { letLoose } from './nemesis.ts'
import { nothingPlanted, type Plant } from './plants.ts'
import { Reference } from './reference.ts'
import { openScheduler, type Scheduler } from './scheduler.ts'
import { Screens } from './screens.ts'
import { type Finding, openWitness, type Witness } from './witness.ts'

export type NightOptions = {
  readonly seed: number
  /** Only these faults, instead of those the dice choose. */
  readonly only?: readonly FaultKind[]
  /** `evening`: long silences, and the ladder; else a short night of everything. */
  readonly kind?: NightKind
  readonly plant?: Plant
  /** Keeps what led to the first finding against this rule, or against `any`. */
  readonly traced?: string
}

export type NightReport = {
  readonly seed: number
  readonly findings: readonly Finding[]
  readonly trace: readonly string[]
  readonly digest: string
  readonly events: number
  readonly frames: number
  readonly presses: number
  /** The kinds of command that were pressed. */
  readonly commands: ReadonlySet<WireCommand['name']>
  /** Of these, what took effect at least once. */
  readonly done: ReadonlySet<WireCommand['name']>
  readonly devices: number
  readonly converged: number
  /** How long after the last fault the last device was right; null where one never was. */
  readonly quietMs: number | null
  readonly faults: ReadonlyMap<FaultKind, number>
  readonly ladders: LadderCounts
  /** How often a performance took another version of its show. */
  readonly taken: number
}

/** Everything a night is made of. */
export type Scene = {
  readonly scheduler: Scheduler
  readonly witness: Witness
  readonly reference: Reference
  readonly screens: Screens
  readonly house: House
  readonly devices: readonly Device[]
}

/** True time in which the night is opened before anything may go wrong. */
const OPENING_MS = 2_000
const LOOK_MS = 1_000
/** The server looks once a second, and writes. */
const IN_TIME_MS = 3_000

export async function playNight(options: NightOptions): Promise<NightReport> {
  const { seed, plant = nothingPlanted } = options
  const kind = kinds[options.kind ?? 'night']
  const throwing = dice(seed)
  const part = () => dice(throwing.whole(0, 0xffffffff))
  const scheduler = openScheduler()
  const witness = openWitness(scheduler.now, options.traced ?? null)
  const first = written(kind.show(part()))
  const { show } = first
  const reference = new Reference(witness, planOf(show))
  const screens = new Screens({ scheduler, witness, reference, tickMs: kind.tickMs })
  const faults = openFaults(part(), scheduler.now, options.only)
  const common = { tickMs: kind.tickMs, scheduler, witness, reference, screens, plant, faults }
  const editing = new Editing(reference, first)
  const house = new House({ ...common, dice: part(), first, editing })
  house.start()
  await scheduler.run(OPENING_MS)
  const devices: Device[] = []
  const read = reader()
  const company = await cast(kind.cast(part(), show), house, scheduler, (viewer, secretHash) => {
    const throws = part()
    const repeats = () => (faults.strikes('repeated', 0.06) ? throws.whole(0, 9_000) : null)
    const { strikes } = faults
    const device = new Device({ ...common, viewer, secretHash, dice: throws, house, repeats, strikes, read })
    devices.push(device)
    return device
  })
  const scene: Scene = { scheduler, witness, reference, screens, house, devices }
  await kind.begin({ house, scheduler, dice: part(), show })
  for (const device of devices) device.start()
  faults.rise()
  const until = scheduler.now() + throwing.whole(...kind.handsOnMs)
  watchOver(scene, until)
  const edit = editor({ ...scene, editing })
  kind.work({ company, scheduler, dice: part(), screens, until, wall: () => house.wall(), edit }, show)
  letLoose({ scheduler, dice: part(), faults, house, devices, until })
  await scheduler.run(until)
  faults.calm()
  const quietMs = await peaceAt(scene)
  const converged = await judge(scene)
  kind.judge?.(scene)
  return {
    seed,
    findings: witness.findings(),
    trace: witness.trace(),
    digest: witness.digest(),
    events: reference.count(),
    frames: screens.frames(),
    presses: devices.reduce((total, device) => total + device.presses(), 0),
    ...commandsOf(devices),
    devices: devices.length,
    converged,
    quietMs,
    faults: faults.counts(),
    taken: reference.taken(),
    ladders: laddersOf(reference),
  }
}

function commandsOf(devices: readonly Device[]): Pick<NightReport, 'commands' | 'done'> {
  const outcomes = devices.flatMap((device) => [...device.outcomes.values()])
  return {
    commands: new Set(outcomes.map(({ command }) => command.name)),
    done: new Set(outcomes.filter(({ kind }) => kind === 'done').map(({ command }) => command.name)),
  }
}

/** By whoever it may be, who may be refused; a server that is down is told of over HTTP. */
const editor =
  ({ house, scheduler, witness, editing }: Scene & { readonly editing: Editing }) =>
  (by: Viewer, asks: boolean): void => {
    const stage = house.stage()
    if (stage === null) return
    scheduler.stir()
    const done = asks ? stage.takeTonight(by) : editing.edit(stage, by, `edit-${scheduler.now()}`)
    done.catch((error: unknown) => witness.notes(() => `editing fails: ${String(error)}`))
  }

const laddersOf = (reference: Reference): LadderCounts =>
  reference
    .nights()
    .map((night) => reference.ladders(night).counts())
    .reduce(
      (all, one) => ({
        concerns: all.concerns + one.concerns,
        asks: all.asks + one.asks,
        sent: all.sent + one.sent,
        ended: all.ended + one.ended,
        blind: all.blind + one.blind,
      }),
      { concerns: 0, asks: 0, sent: 0, ended: 0, blind: 0 },
    )

/** At every quiet moment: what time demands of concerns has come. */
function watchOver(scene: Scene, until: number): void {
  const { scheduler, house, reference } = scene
  scheduler.after(LOOK_MS, () => {
    const since = house.wellSince()
    const performance = house.stage()?.night()?.performance.id
    if (since !== null && performance !== undefined && scheduler.now() - since > IN_TIME_MS)
      reference.ladders(performance).inTime(house.wall() - IN_TIME_MS)
    if (scheduler.now() < until) watchOver(scene, until)
  })
}

/** Most frames go to several devices at nearly the same time: each text is read once. */
function reader(): (text: string) => FromServer {
  const recent = new Map<string, FromServer>()
  return (text) => {
    const known = recent.get(text)
    if (known) return known
    // `as`: our own server, which builds its messages from the same type.
    const message = JSON.parse(text) as FromServer
    recent.set(text, message)
    const [oldest] = recent.keys()
    if (recent.size > READ_MAX && oldest !== undefined) recent.delete(oldest)
    return message
  }
}

const READ_MAX = 64
