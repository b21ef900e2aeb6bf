// Who reads what is written of an incident: a part in it gives all of it, a board's pen what it wrote, and nothing gives nothing.

import { expect, test } from 'vitest'
import { said, tell, told } from '../../../test/kit/incidents.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import type { PersonId } from '../show/show.ts'
import { recordsFor } from './audience.ts'
import { STRANGER } from './record.ts'

const incident = id<'incident'>('incident-one')
const tom = id<'person'>('tom')
const opened = said({ kind: 'opened', place: null, how: 'hold' })
const door = said({ kind: 'function', name: 'door', step: 'told-by-voice', who: 'Tom Ash', person: tom })
const shock = said({ kind: 'done', deed: 'shock' })

const { incidents } = tell(
  tell(told([opened, door], { device: 'phone' }), [shock], { device: 'tablet' }),
  [said({ kind: 'done', deed: 'aed-here' })],
  { device: `${STRANGER}phone-of-nobody` },
)
const ALL = 4
const seen = (device: string, role: (typeof roleNames)[number] = 'perf', person?: PersonId) => {
  const viewer = { ...aViewer(role, person === undefined ? {} : { person }), device: id<'device'>(device) }
  return recordsFor(viewer, incident, incidents)?.length ?? null
}

test('HANDOVER-4: whoever has a part in it reads all, a board what it wrote, and others nothing', () => {
  expect([seen('phone'), seen('tablet'), seen('another')]).toEqual([ALL, ALL, null])
  // By who they are, whatever they are called.
  expect([seen('another', 'perf', tom), seen('another', 'perf', id<'person'>('tom-ash'))]).toEqual([
    ALL,
    null,
  ])
  expect([seen('tablet', 'kiosk'), seen('another', 'kiosk')]).toEqual([1, null])
  const all = roleNames.filter((role) => seen('another', role) === ALL)
  expect(all).toEqual(['caller', 'SM', 'CM'])
  expect(recordsFor(aViewer('CM'), id<'incident'>('another'), incidents)).toBeNull()
})
