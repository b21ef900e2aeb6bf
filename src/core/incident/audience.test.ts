// Who reads what is written of an incident: a part in it gives all of it, a pen what it wrote, and nothing gives nothing.

import { expect, test } from 'vitest'
import { said, tell, told } from '../../../test/kit/incidents.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { recordsFor } from './audience.ts'
import { STRANGER } from './record.ts'

const incident = id<'incident'>('incident-one')
const opened = said({ kind: 'opened', place: null, how: 'hold' })
const door = said({ kind: 'function', name: 'door', step: 'told-by-voice', who: 'Tom Ash' })
const shock = said({ kind: 'done', deed: 'shock' })
const taken = said({ kind: 'function', name: 'AED', step: 'taken', who: 'Wing left' })

const { incidents } = tell(
  tell(tell(told([opened, door], { device: 'phone' }), [shock], { device: 'tablet' }), [taken], {
    device: 'wing',
  }),
  [said({ kind: 'done', deed: 'aed-here' })],
  { device: `${STRANGER}phone-of-nobody` },
)
const seen = (device: string, name: string | null = null, role: (typeof roleNames)[number] = 'SM') => {
  const viewer = { ...aViewer(role), device: id<'device'>(device) }
  return recordsFor({ viewer, name }, incident, incidents)?.length ?? null
}

test('HANDOVER-4: whoever has a part in it reads all, others what their device wrote, and others nothing', () => {
  expect([seen('phone'), seen('tablet'), seen('wing'), seen('desk')]).toEqual([2, 1, 5, null])
  expect([seen('desk', '  tom  ASH '), seen('desk', 'Tom Ashe')]).toEqual([5, null])
  // A stranger's name for itself opens nothing.
  expect(seen(`${STRANGER}phone-of-nobody`)).toBeNull()
  const all = roleNames.filter((role) => seen('desk', null, role) === 5)
  expect(all).toEqual(['CM'])
  expect(recordsFor({ viewer: aViewer('CM'), name: null }, id<'incident'>('another'), incidents)).toBeNull()
})
