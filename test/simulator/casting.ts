// Whose devices there are in a night, and how each of them comes in.

import type { DeviceId, RoleName, Viewer } from '../../src/core/disclosure/policy.ts'
import { type Post, theMachine } from '../../src/core/installation/installation.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { Stage } from '../../src/server/hub/stage.ts'
import type { Device } from './device.ts'
import { type House, secretHash } from './house.ts'
import { staff } from './little-show.ts'
import type { Company } from './people.ts'
import type { Scheduler } from './scheduler.ts'

type Part = keyof Company
export type Casting = { readonly part: Part; readonly post: Post }

/** True time in which one device is invited and paired. */
const PAIRING_MS = 100

const post = (part: Part, name: string, roles: readonly RoleName[], more: Partial<Post> = {}): Casting => ({
  part,
  post: { name, roles, person: null, department: null, place: null, ...more },
})

const wing = (place: string): Casting =>
  post('wings', `Wing ${place}`, ['ASM'], { place: id<'place'>(place) })

const own = (role: RoleName, whose: (typeof staff)[number]['name']): readonly Casting[] =>
  staff.flatMap(({ id: person, name }) => (name === whose ? [post('phones', name, [role], { person })] : []))

const player = ({ id: person, callName }: Show['people'][number]): Casting =>
  post('phones', callName, ['perf'], { person })

export function littleCast(dicing: Dice, show: Show): readonly Casting[] {
  return [
    ...Array.from({ length: dicing.whole(1, 2) }, (_, index) =>
      post('desks', `Desk ${index + 1}`, dicing.chance(0.5) ? ['caller', 'SM'] : ['caller']),
    ),
    post('managers', 'Stage manager', ['SM']),
    ...show.departments.map(({ id: department, name }) =>
      post('departments', name, ['dept'], { department }),
    ),
    ...show.people.slice(0, dicing.whole(1, 4)).map(player),
    wing(dicing.pick(['SL1', 'SR1'])),
    ...dicing.pick([[], own('ASM', 'Stage left'), own('dresser', 'Dresser 1'), own('CM', 'Company')]),
  ]
}

/** Whoever may be asked has a phone, or has none and stands by a wing’s tablet. */
export function eveningCast(dicing: Dice, show: Show): readonly Casting[] {
  const department = show.departments[0]?.id ?? null
  const asked = [
    ...own('ASM', 'Stage left'),
    ...own('ASM', 'Stage right'),
    ...own('dresser', 'Dresser 1'),
    ...own('dresser', 'Dresser 2'),
    ...own('dept', 'Crew').map((one) => ({ ...one, post: { ...one.post, department } })),
    ...own('CM', 'Company'),
  ]
  return [
    post('desks', 'Desk', ['caller']),
    post('managers', 'Stage manager', ['SM']),
    ...show.people.slice(0, 1).map(player),
    wing('SL1'),
    wing('SR1'),
    ...asked.filter(() => dicing.chance(0.5)),
  ]
}

export async function cast(
  castings: readonly Casting[],
  house: House,
  scheduler: Scheduler,
  make: (viewer: Viewer, secretHash: string) => Device,
): Promise<Company> {
  const company: Record<Part, Device[]> = { desks: [], managers: [], departments: [], phones: [], wings: [] }
  for (const { part, post: given } of castings) {
    const device = id<'device'>(`${part}-${company[part].length + 1}`)
    const paired = pair(house, device, given)
    scheduler.stir()
    await scheduler.run(scheduler.now() + PAIRING_MS)
    const hash = await paired
    const { roles, person, department, place } = given
    company[part].push(make({ device, roles, person, department, place }, hash))
  }
  return company
}

/** Invites and pairs a device before the night begins; the answer is the secret's hash. */
async function pair(house: House, device: DeviceId, given: Post): Promise<string> {
  const stage = house.stage()
  if (!stage) throw new Error('devices are paired while the server runs')
  const [linkHash, hash] = [secretHash(`link-${device}`), secretHash(`secret-${device}`)]
  const ask = (command: Parameters<Stage['installation']['submit']>[0]['command']) =>
    stage.installation.submit({
      id: `${command.name}-${device}`,
      by: theMachine,
      madeAt: house.wall(),
      command,
    })
  await ask({ name: 'device.invite', device, linkHash, post: given })
  await ask({ name: 'device.pair', device, linkHash, secretHash: hash })
  return hash
}
