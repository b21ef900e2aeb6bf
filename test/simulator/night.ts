// One simulated night from its seed: opened, called through all that can go wrong, left in peace, and judged.

import type { RoleName, Viewer } from '../../src/core/disclosure/policy.ts'
import type { Post } from '../../src/core/installation/installation.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { planOf } from '../../src/core/night/night.ts'
import type { Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import type { FromServer, WireCommand } from '../../src/wire/messages.ts'
import { Device } from './device.ts'
import { type FaultKind, openFaults } from './faults.ts'
import { House } from './house.ts'
import { judge, peaceAt } from './judge.ts'
import { littleShow } from './little-show.ts'
import { letLoose } from './nemesis.ts'
import { type Company, setToWork } from './people.ts'
import { nothingPlanted, type Plant } from './plants.ts'
import { Reference } from './reference.ts'
import { openScheduler, type Scheduler } from './scheduler.ts'
import { Screens } from './screens.ts'
import { type Finding, openWitness, type Witness } from './witness.ts'

export type NightOptions = {
  readonly seed: number
  /** Only these faults, instead of those the dice choose. */
  readonly only?: readonly FaultKind[]
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
  readonly devices: number
  readonly converged: number
  /** How long after the last fault the last device was right; null where one never was. */
  readonly quietMs: number | null
  readonly faults: ReadonlyMap<FaultKind, number>
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
/** How long people work and things go wrong: short, so that many nights fit into a coffee. */
const HANDS_ON_MS = [10_000, 45_000] as const
/** True time in which one device is invited and paired. */
const PAIRING_MS = 100

export async function playNight(options: NightOptions): Promise<NightReport> {
  const { seed, plant = nothingPlanted } = options
  const throwing = dice(seed)
  const part = () => dice(throwing.whole(0, 0xffffffff))
  const scheduler = openScheduler()
  const witness = openWitness(scheduler.now, options.traced ?? null)
  const { show, text } = writtenShow(part())
  const reference = new Reference(witness, planOf(show))
  const screens = new Screens(scheduler, witness, reference, planOf(show))
  const faults = openFaults(part(), options.only)
  const common = { scheduler, witness, reference, screens, plant, faults }
  const house = new House({ ...common, dice: part(), show, showText: text })
  house.start()
  await scheduler.run(OPENING_MS)
  const devices: Device[] = []
  const read = reader()
  const company = await cast(posts(part(), show), house, scheduler, (viewer, secretHash) => {
    const throws = part()
    const repeats = () => (faults.strikes('repeated', 0.06) ? throws.whole(0, 9_000) : null)
    const { strikes } = faults
    const device = new Device({ ...common, viewer, secretHash, dice: throws, house, repeats, strikes, read })
    devices.push(device)
    return device
  })
  const scene: Scene = { scheduler, witness, reference, screens, house, devices }
  for (const device of devices) device.start()
  faults.rise()
  const until = scheduler.now() + throwing.whole(...HANDS_ON_MS)
  setToWork({ company, scheduler, dice: part(), screens, until, wall: () => house.wall() })
  letLoose({ scheduler, dice: part(), faults, house, devices, until })
  await scheduler.run(until)
  faults.calm()
  const quietMs = await peaceAt(scene)
  const converged = await judge(scene)
  return {
    seed,
    findings: witness.findings(),
    trace: witness.trace(),
    digest: witness.digest(),
    events: reference.count(),
    frames: screens.frames(),
    presses: devices.reduce((total, device) => total + device.presses(), 0),
    commands: new Set(
      devices.flatMap(({ outcomes }) => [...outcomes.values()].map(({ command }) => command.name)),
    ),
    devices: devices.length,
    converged,
    quietMs,
    faults: faults.counts(),
  }
}

/** Through the real writer and reader: what is played is what the file says. */
function writtenShow(dicing: Dice): { readonly show: Show; readonly text: string } {
  const text = writeShowFile(littleShow(dicing))
  const reading = readShowFile(text)
  if (!reading.ok) throw new Error(`the little show cannot be read: ${reading.errors[0]?.message}`)
  return { show: reading.show, text }
}

type Part = keyof Company
type Casting = { readonly part: Part; readonly post: Post }

function posts(dicing: Dice, show: Show): readonly Casting[] {
  const post = (part: Part, name: string, roles: readonly RoleName[], more: Partial<Post> = {}): Casting => ({
    part,
    post: { name, roles, person: null, department: null, place: null, ...more },
  })
  return [
    ...Array.from({ length: dicing.whole(1, 2) }, (_, index) =>
      post('desks', `Desk ${index + 1}`, dicing.chance(0.5) ? ['caller', 'SM'] : ['caller']),
    ),
    post('managers', 'Stage manager', ['SM']),
    ...show.departments.map(({ id: department, name }) =>
      post('departments', name, ['dept'], { department }),
    ),
    ...show.people
      .slice(0, dicing.whole(1, 4))
      .map(({ id: person, callName }) => post('phones', callName, ['perf'], { person })),
  ]
}

async function cast(
  castings: readonly Casting[],
  house: House,
  scheduler: Scheduler,
  make: (viewer: Viewer, secretHash: string) => Device,
): Promise<Company> {
  const company: Record<Part, Device[]> = { desks: [], managers: [], departments: [], phones: [] }
  for (const { part, post } of castings) {
    const device = id<'device'>(`${part}-${company[part].length + 1}`)
    const paired = house.pair(device, post)
    scheduler.stir()
    await scheduler.run(scheduler.now() + PAIRING_MS)
    const hash = await paired
    const { roles, person, department, place } = post
    company[part].push(make({ device, roles, person, department, place }, hash))
  }
  return company
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
