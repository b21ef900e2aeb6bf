// Passkeys that a house keeps: whose, how many, and when they end.

import { expect, test } from 'vitest'
import { aViewer, codeOf } from '../../../test/kit/nights.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { InstallationCommand } from './commands.ts'
import {
  applyInstallation,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  theMachine,
} from './installation.ts'
import { PASSKEYS_MAX, PASSKEYS_OF_ONE_MAX } from './passkeys.ts'

class House {
  state: InstallationState = emptyInstallation
  ask(command: InstallationCommand, by: Viewer = theMachine, erased = false) {
    const decision = decideInstallation(this.state, command, by, instant(1))
    for (const event of decision.ok ? decision.value : [])
      this.state = applyInstallation(this.state, {
        ...{ ...event, seq: this.state.seq + 1, at: instant(1), by: 'sm' },
        detail: erased ? null : (event.detail ?? null),
      })
    return decision
  }
  keep(name: string, by: Viewer, erased = false) {
    const kept = { id: name, publicKey: 'key', called: 'Ann', rpId: 'localhost', counter: 0 }
    return this.ask({ name: 'passkey.keep', ...kept }, by, erased)
  }
}
const ann = aViewer('perf', { person: 'ann', device: 'anns' })
const bob = aViewer('SM', { person: 'bob', device: 'bobs' })

test('PERSON-9: on one’s own device alone, four at most, each once; and one’s own are taken back together', () => {
  const house = new House()
  expect(codeOf(house.keep('x', aViewer('SM')))).toBe('not-own')
  for (let one = 0; one < PASSKEYS_OF_ONE_MAX; one += 1) expect(house.keep(`a${one}`, ann).ok).toBe(true)
  expect(codeOf(house.keep('more', ann))).toBe('many-passkeys')
  expect(codeOf(house.keep('a0', bob))).toBe('kept')
  house.keep('b', bob)
  expect(house.ask({ name: 'passkey.drop' }, ann).ok).toBe(true)
  expect(house.state.passkeys).toMatchObject([{ id: 'b', person: 'bob', roles: ['SM'], device: 'bobs' }])
  expect(codeOf(house.ask({ name: 'passkey.drop' }, ann))).toBe('no-passkey')
})

test('PERSON-9: two thousand in one house, and not one more', () => {
  const house = new House()
  house.keep('first', bob)
  const others = Array.from({ length: PASSKEYS_MAX - 2 }, (_each, index) => ({
    ...must(house.state.passkeys?.[0], 'it was kept'),
    ...{ id: `other-${index}`, person: id<'person'>(`other-${index}`) },
  }))
  house.state = { ...house.state, passkeys: [...(house.state.passkeys ?? []), ...others] }
  expect(house.keep('last', ann).ok).toBe(true)
  expect(house.state.passkeys).toHaveLength(PASSKEYS_MAX)
  expect(codeOf(house.keep('more', bob))).toBe('many-passkeys')
})

test('PERSON-9: a counter that does not go up is a copy’s; one that never counts is good', () => {
  const house = new House()
  house.keep('erased', bob, true)
  house.keep('a', ann)
  const use = (counter: number) => codeOf(house.ask({ name: 'passkey.use', passkey: 'a', counter }))
  expect([use(0), use(0), use(5), use(5), use(4), use(0), use(6)]).toEqual([
    ...['ok', 'ok', 'ok', 'passkey', 'passkey', 'passkey', 'ok'],
  ])
  expect(house.state.passkeys?.map(({ counter }) => counter)).toEqual([0, 6])
  // One whose letters were erased signs nobody in.
  expect(codeOf(house.ask({ name: 'passkey.use', passkey: 'erased', counter: 1 }))).toBe('passkey')
})

test('PERSON-9: a device that stage management removes takes what was made on it along; one’s own sign-out does not', () => {
  const house = new House()
  const device = id<'device'>('anns')
  const enter = { person: id<'person'>('ann'), called: 'Ann', roles: ['perf'], secretHash: 'x' } as const
  house.ask({ name: 'person.enter', device, ...enter, how: 'letters', on: null }, { ...theMachine, device })
  house.keep('a', ann)
  house.keep('b', bob)
  house.ask({ name: 'person.leave', device, why: 'touch' }, { ...theMachine, device })
  expect(house.state.passkeys).toHaveLength(2)
  const again = id<'device'>('anns-again')
  house.ask(
    { name: 'person.enter', device: again, ...enter, how: 'passkey', on: null },
    { ...theMachine, device: again },
  )
  house.keep('c', { ...ann, device: again })
  house.ask({ name: 'device.revoke', device: again })
  expect(house.state.passkeys?.map((one) => one.id)).toEqual(['a', 'b'])
})
