// Which ways stand on one's own page: exactly those that lead to something for whoever holds the device.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { type Way, ways, waysFor } from './ways.ts'

const everybody = ['notices', 'care', 'accident-book'] as const
/** Typed by hand from what each role does; beside what everybody has. */
const more: Readonly<Partial<Record<RoleName, readonly Way[]>>> = {
  caller: ['sign-in', 'plan', 'stage-map'],
  SM: ['sealed', 'door-codes', 'sign-in', 'plan', 'stage-map', 'files'],
  ASM: ['sign-in'],
  DC: ['plan'],
  CM: ['sealed', 'door-codes', 'sign-in', 'plan', 'stage-map'],
  FOH: ['sealed'],
}
const passedBy: readonly RoleName[] = ['kiosk', 'callboard', 'admin']

test('PERSON-14: each role is shown the way to what there is for it, and to nothing that would refuse it', () => {
  for (const role of roleNames) {
    const given = [...(passedBy.includes(role) ? [] : everybody), ...(more[role] ?? [])]
    const expected = ways.filter((way) => given.some((one) => one === way))
    expect([role, waysFor({ viewer: aViewer(role), firstAider: false })]).toEqual([role, expected])
  }
})

test('PERSON-14: a person has the way to what they leave, and a first-aider to what others left', () => {
  const own = (firstAider: boolean) => waysFor({ viewer: aViewer('perf', { person: 'ann' }), firstAider })
  expect(own(false)).toEqual(['notices', 'care', 'my-note', 'accident-book'])
  expect(own(true)).toContain('sealed')
})
