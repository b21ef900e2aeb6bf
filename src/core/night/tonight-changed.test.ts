// What the report says of a night that was other than rehearsed, and to whom.

import { expect, test } from 'vitest'
import { approve, covered, coverNight, dan, gives, isOut, sam } from '../../../test/kit/cover-evening.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { reportByList } from './listed-report.ts'
import { reportFor } from './view.ts'

test('PAPERWORK-25: the report has each plan and order, who said yes and who told whom, and never why', () => {
  const night = covered()
  night.do({ name: 'plan.tell', to: { person: id('ben') }, version: 1, by: id('sam') }, sam)
  night.do(
    approve([gives('e1-one', 'dee'), gives('e1-two', null)], {
      ...{ base: 1, why: 'cut show', told: [{ person: id('dee'), by: id('dan') }] },
    }),
    dan,
  )
  const cut = [{ kind: 'cut', item: id<'item'>('three') }] as const
  night.do({ name: 'order.propose', changes: cut }, sam)
  const told = [
    { person: id<'person'>('ben'), by: id<'person'>('sam') },
    { person: id<'person'>('dee'), by: id<'person'>('dan') },
  ]
  const yes = { heard: 'next item', approvedBy: id<'person'>('sam'), toldBy: null } as const
  night.do({ name: 'order.accept', changes: cut, ...yes, told }, sam)
  const changed = reportFor(night.plan, night.state, sam)?.changed
  expect(changed?.plans).toMatchObject([
    { version: 1, why: 'cover', changed: 1, cut: 0, told: [{ name: 'Ben', by: 'Sam' }] },
    { version: 2, why: 'cut show', changed: 1, cut: 1, overridden: false },
  ])
  expect(changed?.plans[1]?.told).toMatchObject([{ name: 'Dee', by: 'Dan' }])
  expect(changed?.orders).toMatchObject([
    { version: 1, heard: 'next item', by: 'Sam', changes: [{ kind: 'cut' }], overridden: false },
  ])
  expect(changed?.orders[0]?.told).toContainEqual({ name: 'Ben', by: 'Sam' })
  expect(Object.keys(changed ?? {})).toEqual(['plans', 'orders'])
  // Who is out is in no part of it.
  expect(JSON.stringify(changed)).not.toContain('Ana')
})

test('PAPERWORK-25: nobody else has it, no report by list, and a night as rehearsed has no such part', () => {
  const night = covered()
  for (const role of roleNames) {
    const report = reportFor(night.plan, night.state, aViewer(role, { person: 'ben', department: 'lx' }))
    const has = ['caller', 'SM', 'CM'].includes(role)
    expect([role, report?.changed !== undefined]).toEqual([role, has])
  }
  const listed = reportByList(night.plan, night.state, 'dir', ['times', 'holds', 'house', 'notes', 'tasks'])
  expect(listed && 'changed' in listed).toBe(false)
  expect(reportFor(coverNight().plan, coverNight().do(isOut('ana'), sam).state, sam)?.changed).toBe(null)
})
