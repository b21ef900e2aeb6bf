// Keys are exchanged: whatever is lost on the way, what a device holds lets it in; and a copy is noticed.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf } from '../../../test/kit/nights.ts'
import type { RoleName } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { type Instant, instant } from '../kit/time.ts'
import type { InstallationCommand } from './commands.ts'
import {
  applyInstallation,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  theMachine,
  viewerOf,
} from './installation.ts'
import {
  COPIED_AGAIN_MS,
  isAskedFor,
  isCopy,
  KEY_GRACE_MS,
  KEY_MS,
  KEYS_ASKED_MAX,
  KEYS_DEAD_MAX,
  toSettle,
} from './keys.ts'

const device = id<'device'>('phone')

class House {
  state: InstallationState = emptyInstallation
  now: Instant = instant(1_000)
  made = 0
  constructor(role: RoleName = 'perf') {
    const post = { name: 'x', roles: [role], person: id<'person'>('ann'), department: null, place: null }
    this.ask({ name: 'device.invite', device, linkHash: 'link', post })
    this.ask({ name: 'device.pair', device, linkHash: 'link', secretHash: 'key-0' })
  }
  ask(command: InstallationCommand) {
    const decision = decideInstallation(this.state, command, theMachine, this.now)
    for (const event of decision.ok ? decision.value : [])
      this.state = applyInstallation(this.state, {
        ...{ ...event, seq: this.state.seq + 1, at: this.now, by: 'sm' },
        detail: event.detail ?? null,
      })
    return decision
  }
  get phone() {
    const found = this.state.devices[0]
    if (!found) throw new Error('the phone is there')
    return found
  }
  /** As the door does with whatever is shown to it. */
  show(secretHash: string): boolean {
    const isIn = viewerOf(this.state, device, secretHash) !== null
    if (isAskedFor(this.phone, secretHash)) this.ask({ name: 'key.keep', device, secretHash })
    else if (isCopy(this.phone, secretHash)) this.ask({ name: 'key.copied', device, secretHash })
    return isIn
  }
  /** The new key, or null where the house does not think it is time. */
  turn(was: string): string | null {
    this.made += 1
    const secretHash = `key-${this.made}`
    return this.ask({ name: 'key.turn', device, was, secretHash }).ok ? secretHash : null
  }
  pass(ms: number) {
    this.now = instant(this.now + ms)
    for (const one of toSettle(this.state, this.now)) this.ask({ name: 'key.settle', device: one })
  }
}

test('KEY-1: a key is exchanged at twelve hours, not before; until the new one is seen the old one counts', () => {
  const house = new House()
  house.pass(KEY_MS - 1)
  expect(house.turn('key-0')).toBeNull()
  house.pass(1)
  const next = house.turn('key-0') ?? ''
  house.pass(10 * KEY_GRACE_MS)
  expect([house.show('key-0'), house.phone.secretHash]).toEqual([true, 'key-0'])
  expect([house.show(next), house.phone.secretHash]).toEqual([true, next])
  expect(house.turn(next)).toBeNull()
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('show' as const) }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 0, max: 30 }) }),
  fc.record({
    kind: fc.constant('turn' as const),
    /** Killed before it was written down; after, before it was answered; answered; and the browser killed after that. */
    came: fc.constantFrom('unwritten', 'unanswered', 'whole', 'whole', 'unkept'),
  }),
)

test('KEY-2: whatever is lost or killed, and whenever, what the device holds lets it in, and it is never taken for a copy', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const house = new House()
      let held = 'key-0'
      for (const one of steps) {
        if (one.kind === 'pass') house.pass(one.hours * 3_600_000)
        if (one.kind === 'turn' && one.came !== 'unwritten') {
          const next = house.turn(held)
          const kept = held
          if (next !== null && one.came !== 'unanswered') held = next
          house.show(held)
          // The browser is killed, and comes back with the cookie it had written down; within the half minute.
          if (one.came === 'unkept') {
            held = kept
            house.pass(30_000)
          }
        }
        // The house itself comes back from what was written down.
        house.state = JSON.parse(JSON.stringify(house.state)) as InstallationState
        expect(house.show(held)).toBe(true)
        // A page asks again within the hour, where it was left with the old one.
        if (one.kind === 'turn' && one.came === 'unkept') held = house.turn(held) ?? held
        expect(house.show(held)).toBe(true)
      }
      expect(house.phone.copiedAt).toBeUndefined()
      const { asked, dead } = house.phone.keys ?? { asked: [], dead: [] }
      expect([asked.length <= KEYS_ASKED_MAX, dead.length <= KEYS_DEAD_MAX]).toEqual([true, true])
    }),
    { seed: 8_111, numRuns: 300 },
  )
})

test('KEY-3: a copy that is used after the exchange stops both, whichever of them comes first', () => {
  for (const [first, second] of [
    ['owner', 'thief'],
    ['thief', 'owner'],
  ]) {
    const house = new House()
    const held = { owner: 'key-0', thief: 'key-0' }
    house.pass(KEY_MS)
    for (const who of [first, second] as ('owner' | 'thief')[]) {
      held[who] = house.turn(held[who]) ?? held[who]
      house.show(held[who])
      house.pass(KEY_GRACE_MS)
    }
    house.show(held.owner)
    house.show(held.thief)
    expect([house.show(held.owner), house.show(held.thief)]).toEqual([false, false])
    expect(house.phone.copiedAt).toBeDefined()
    expect(house.phone.revokedAt).not.toBeNull()
  }
})

test('KEY-3: what is older than eight exchanges is nobody’s, and stops nobody', () => {
  const house = new House()
  let held = 'key-0'
  for (let one = 0; one <= KEYS_DEAD_MAX; one += 1) {
    house.pass(KEY_MS)
    held = house.turn(held) ?? held
    house.show(held)
    house.pass(KEY_GRACE_MS)
  }
  expect([house.show('key-0'), house.show(held)]).toEqual([false, true])
  expect(house.show('key-1')).toBe(false)
  expect(house.show(held)).toBe(false)
})

test('KEY-4: whoever calls goes on, the copy is let in nowhere, and it is told once an hour', () => {
  const house = new House('caller')
  house.pass(KEY_MS)
  const held = house.turn('key-0') ?? ''
  house.show(held)
  house.pass(KEY_GRACE_MS)
  expect([house.show('key-0'), house.show(held)]).toEqual([false, true])
  const told = house.phone.copiedAt
  const again = { name: 'key.copied', device, secretHash: 'key-0' } as const
  expect(codeOf(house.ask(again))).toBe('not-due')
  house.pass(COPIED_AGAIN_MS)
  house.show('key-0')
  expect(house.phone.copiedAt).toBe((told ?? 0) + COPIED_AGAIN_MS)
})
