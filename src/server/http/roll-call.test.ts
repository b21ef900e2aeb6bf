// A roll call over the house's own door: begun, written in, told to whom it is for, kept through a restart, drills apart.

import { expect, test } from 'vitest'
import {
  departmentOf,
  markedShow,
  markersIn,
  type PersonRole,
  personId,
  rolesOfPeople,
} from '../../../test/kit/marked.ts'
import { seenOfRollCall } from '../../../test/kit/marked-table.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { openServedHouse, type ServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { type RoleName, roleNames } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { SaidWhat } from '../../core/roll-call/record.ts'

let drawn = 0
const said = (what: SaidWhat, parts: object = {}) => {
  drawn += 1
  return {
    id: `said-number-${drawn}`,
    rollCall: 'roll-call-one',
    drill: false,
    madeAt: Date.now(),
    what,
    ...parts,
  }
}
const tell = async (house: ServedHouse, cookie: string, all: readonly object[], parts: object = {}) => {
  const body = JSON.stringify({ sentAt: Date.now(), drill: false, said: all, ...parts })
  const headers = { 'content-type': 'application/json', cookie }
  const reply = await house.ask('/api/roll-call', { method: 'POST', headers, body })
  return { status: reply.status, body: JSON.parse(reply.text), text: reply.text }
}

test('ROLLCALL-11: over the house’s door: begun by stage management, refused to a phone, and nothing to a stranger', async () => {
  const house = await openServedHouse({ show: littleShow() })
  try {
    const [desk, phone] = [
      await house.pair({ roles: ['SM'] }),
      await house.pair({ roles: ['perf'], person: littleShow().people[0]?.id ?? null }),
    ]
    const begun = said({ kind: 'begun', by: 'Ruth Amari' })
    expect([(await tell(house, phone, [begun])).status, (await tell(house, '', [begun])).status]).toEqual([
      409, 401,
    ])
    expect(await tell(house, phone, [])).toMatchObject({
      status: 403,
      body: { refusal: { code: 'not-yours' } },
    })
    const first = await tell(house, desk, [begun])
    expect(first).toMatchObject({
      status: 200,
      body: { taken: [begun.id], section: { mayHold: true, open: { id: 'roll-call-one' } } },
    })
    // Said again it is taken again, and nothing comes of it.
    expect((await tell(house, desk, [begun])).body.section.open.records).toEqual(
      first.body.section.open.records,
    )
    expect((await house.ask('/api/roll-call')).status).toBe(405)
    for (const wrong of [{ said: [{}] }, { drill: 'no' }, { said: [said({ kind: 'listed' } as never)] }])
      expect((await tell(house, desk, [], wrong)).body.refusal.code).toBe('wrong-message')
    expect((await tell(house, desk, [])).body.section.open.records).toEqual(first.body.section.open.records)
  } finally {
    await house.close()
  }
})

test('ROLLCALL-22: a drill is kept apart, says DRILL, and both are there again after a restart', async () => {
  const house = await openServedHouse({ show: littleShow() })
  const desk = await house.pair({ roles: ['SM'] })
  const drill = { rollCall: 'roll-call-drill', drill: true }
  await tell(house, desk, [said({ kind: 'begun', by: 'Ruth Amari' }, drill)], { drill: true })
  await tell(house, desk, [said({ kind: 'swept', zone: 'Stalls', by: 'Ruth Amari' }, drill)], { drill: true })
  const open = async (one: ServedHouse, is: boolean) =>
    (await tell(one, desk, [], { drill: is })).body.section.open?.records.map(
      (each: { what: SaidWhat }) => each.what.kind,
    ) ?? null
  expect([await open(house, true), await open(house, false)]).toEqual([['begun', 'listed', 'swept'], null])
  expect((await house.ask('/roll-call-drill')).text).toContain('DRILL.')
  expect((await house.ask('/roll-call')).text).not.toContain('DRILL.')
  const folded = [house.server.stage.night()?.performance.number]
  await house.server.close()
  const again = await openServedHouse({ show: null, dataDir: house.dataDir })
  try {
    expect([await open(again, true), await open(again, false), folded]).toEqual([
      ['begun', 'listed', 'swept'],
      null,
      [1],
    ])
  } finally {
    await again.close()
    await house.close().catch(() => undefined)
  }
})

test('ROLLCALL-18: every byte of the answer, role by role: no role is sent what the table typed by hand does not give it', async () => {
  const house = await openServedHouse({ show: markedShow })
  try {
    const cookies = new Map<RoleName, string>()
    for (const role of roleNames) cookies.set(role, await house.pair(postOf(role)))
    const as = (role: RoleName, all: readonly object[] = []) => tell(house, cookies.get(role) ?? '', all)
    const heard = async (role: RoleName) => [...markersIn((await as(role)).text)].sort()
    const given = (role: RoleName, when: 'before' | 'on') => [...(seenOfRollCall[role]?.[when] ?? [])].sort()
    for (const role of rolesOfPeople) await comesIn(house, personId(role))
    for (const role of roleNames) expect([role, await heard(role)]).toEqual([role, given(role, 'before')])
    await as('SM', [said({ kind: 'begun', by: 'Ruth Amari' })])
    for (const role of roleNames) expect([role, await heard(role)]).toEqual([role, given(role, 'on')])
  } finally {
    await house.close()
  }
})

const postOf = (role: RoleName) => {
  const isPerson = rolesOfPeople.some((one) => one === role)
  return {
    roles: [role],
    person: isPerson ? id<'person'>(personId(role as PersonRole)) : null,
    department: departmentOf[role] === undefined ? null : id<'department'>(departmentOf[role] ?? ''),
    place: null,
  }
}

async function comesIn(house: ServedHouse, person: string): Promise<void> {
  const owner = house.server.stage.night()?.owner
  const command = { name: 'sign.in', person: id<'person'>(person) } as const
  const madeAt = instant(Date.now())
  const answer = await owner?.submit({ id: `in:${person}`, by: aViewer('SM'), madeAt, command })
  expect(answer).toMatchObject({ ok: true })
}
