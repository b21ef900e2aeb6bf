// Nights of coming and going: whatever happens on the way, each screen ends up with its view.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openHouse, SlowScreen, type TestHouse } from '../../../test/kit/house.ts'
import { settled } from '../../../test/kit/server.ts'
import type { RoleName } from '../../core/disclosure/policy.ts'
import { asViewer } from '../../core/installation/installation.ts'
import { id } from '../../core/kit/ids.ts'
import { view } from '../../core/night/view.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { DEVICES_DELAY_MS } from './roll.ts'

const company: readonly {
  name: string
  roles: RoleName[]
  department: string | null
  person: string | null
}[] = [
  { name: 'desk', roles: ['caller', 'SM'], department: null, person: null },
  { name: 'lx', roles: ['dept'], department: 'lx', person: null },
  { name: 'snd', roles: ['dept'], department: 'snd', person: null },
  { name: 'lx-too', roles: ['dept'], department: 'lx', person: null },
  { name: 'ann', roles: ['perf'], department: null, person: 'ann' },
  { name: 'cm', roles: ['CM'], department: null, person: 'bob' },
  { name: 'corridor', roles: ['callboard'], department: null, person: null },
  { name: 'admin', roles: ['admin'], department: null, person: null },
]

type Happening =
  | {
      readonly what: 'hello' | 'again' | 'afresh' | 'leave' | 'deliver' | 'ping'
      readonly who: number
      readonly count: number
    }
  | { readonly what: 'press'; readonly which: number }
  | { readonly what: 'next' | 'pass' | 'loses' | 'well' }

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      what: fc.constantFrom(
        'hello' as const,
        'hello' as const,
        'again' as const,
        'afresh' as const,
        'leave' as const,
        'deliver' as const,
        'ping' as const,
      ),
      who: fc.nat(company.length - 1),
      count: fc.nat(8),
    }),
  },
  { weight: 10, arbitrary: fc.record({ what: fc.constant('press' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('next' as const, 'pass' as const, 'loses' as const, 'well' as const),
    }),
  },
)

function commandOf(house: TestHouse, which: number): WireCommand {
  const night = house.stage.night()
  const { next, move } = night?.owner.state().calling.desk ?? { next: 0, move: 0 }
  const moment = night?.plan.timeline.moments[next]?.id ?? 'none'
  const commands: readonly WireCommand[] = [
    { name: 'cue.go', moment, move },
    { name: 'cue.go', moment, move },
    { name: 'standby.give', moment },
    { name: 'standby.acknowledge', moment, department: 'lx', channel: 'cans' },
    { name: 'desk.step-back', move, reason: 'again' },
    { name: 'clock.hold' },
    { name: 'clock.resume' },
    { name: 'act.up', act: 1 },
    { name: 'note.write', department: 'lx', text: `note ${which}` },
    { name: 'note.write', department: 'snd', text: `note ${which}` },
  ]
  return commands[which] ?? { name: 'desk.take' }
}

type Cast = { readonly house: TestHouse; readonly screens: readonly SlowScreen[] }

async function happen({ house, screens }: Cast, happening: Happening): Promise<void> {
  switch (happening.what) {
    case 'press':
    case 'next': {
      const desk = asViewer(house.stage.installation.state().devices[0] ?? missing())
      const madeAt = house.clock.now()
      const press = async (command: WireCommand, key: string) => {
        if (command.name === 'performance.next') return house.stage.planNext(madeAt, desk, key)
        return house.stage.night()?.owner.submit({ id: key, by: desk, madeAt, command: command as never })
      }
      house.clock.pass(40)
      if (happening.what === 'press') void press(commandOf(house, happening.which), freshKey())
      else {
        for (const name of ['act.down', 'clock.resume', 'performance.close'] as const) {
          await press(name === 'act.down' ? { name, act: 1 } : { name }, freshKey())
        }
        await press({ name: 'performance.next', curtainAt: 1 }, freshKey()).catch(() => undefined)
      }
      await settled()
      return
    }
    case 'pass':
      house.clock.pass(DEVICES_DELAY_MS)
      return
    case 'loses':
    case 'well':
      house.log.mood(happening.what)
      return
    default: {
      const screen = screens[happening.who]
      if (!screen) return
      if (happening.what === 'hello') screen.leave().hello()
      else if (happening.what === 'again') screen.hello()
      else if (happening.what === 'afresh') screen.leave().hello(null)
      else if (happening.what === 'leave') screen.leave()
      else if (happening.what === 'deliver') screen.deliver(happening.count)
      else screen.say({ t: 'ping', at: happening.count })
    }
  }
}

let keys = 0
const freshKey = (): string => {
  keys += 1
  return `some-press-${keys}`
}

const missing = (): never => {
  throw new Error('the company is paired')
}

/** Everybody who is away comes back, everything is delivered, and nothing more happens. */
async function quieten({ house, screens }: Cast): Promise<void> {
  house.log.mood('well')
  house.clock.pass(60_000)
  await settled()
  for (let round = 0; round < 2; round += 1) {
    for (const screen of screens) {
      screen.deliver()
      if (screen.session === null) screen.hello()
      screen.say({ t: 'ping', at: round })
    }
    house.clock.pass(DEVICES_DELAY_MS)
    for (const screen of screens) screen.deliver()
  }
}

test('HUB-11: whoever comes, goes, presses or reads slowly, each screen ends up with its view, and nothing is missed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyHappening, { maxLength: 80, size: 'max' }),
      fc.constantFrom(1, 100_000, 400_000),
      async (happenings, weight) => {
        const house = await openHouse()
        for (const { name, roles, department, person } of company) {
          const post = {
            roles,
            department: department === null ? null : id<'department'>(department),
            person: person === null ? null : id<'person'>(person),
          }
          await house.pair(name, post)
        }
        const cast = { house, screens: company.map(({ name }) => new SlowScreen(house, name, weight)) }
        for (const happening of happenings) await happen(cast, happening)
        await quieten(cast)
        const night = house.stage.night()
        if (!night) throw new Error('a performance is on')
        const devices = house.stage.installation.state().devices
        for (const screen of cast.screens) {
          const device = devices.find((one) => one.id === screen.device)
          if (!device) throw new Error('the device is paired')
          const { devices: list, keeping: _keeping, codes: _codes, ...rest } = screen.sections
          const { choices: _choices, ...shown } = rest
          const wanted = view(night.plan, night.owner.state(), asViewer(device), house.clock.now())
          expect([screen.device, shown]).toEqual([screen.device, JSON.parse(JSON.stringify(wanted))])
          expect([screen.device, screen.gaps]).toEqual([screen.device, 0])
          const lines = (list as { devices: { connected: boolean }[] } | undefined)?.devices
          if (lines) expect(lines.map((line) => line.connected)).toEqual(company.map(() => true))
        }
        await house.stage.close()
      },
    ),
    { numRuns: 60 },
  )
})
