// The house asks by itself while it is there: once a second, nobody twice, and on from the record after a restart.

import { expect, test } from 'vitest'
import { said } from '../../../test/kit/incidents.ts'
import { settled, TestClock } from '../../../test/kit/server.ts'
import { type Candidate, functionsOf } from '../../core/incident/functions.ts'
import type { Incident } from '../../core/incident/incident.ts'
import type { What } from '../../core/incident/record.ts'
import { instant } from '../../core/kit/time.ts'
import { emptyShelf, openMemoryLog } from '../log/memory.ts'
import { type Incidents, openIncidents } from './incidents.ts'
import { OFFERS_MS, openOffering } from './offering.ts'
import { type Stands, stoodSince } from './showing.ts'

const opened: What = { kind: 'opened', place: 'SL1', how: 'hold' }
const author = { device: 'stranger:phone', person: null }
const people = ['Ana', 'Ben', 'Cora', 'Dov'].map(
  (who): Candidate => ({
    ...{ who, trained: null, near: false, onStageInMs: null, leads: false, calls: who === 'Dov' },
  }),
)
let drawn = 0
const freshId = () => {
  drawn += 1
  return `drawn-${drawn}`
}

async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await settled()
}
async function pass(clock: TestClock, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    clock.pass(OFFERS_MS)
    await rest()
  }
}
const raise = (house: Incidents, clock: TestClock, drill = false) =>
  house.take({ sentAt: clock.now(), device: 'phone', said: [said(opened, clock.now(), { drill })] }, author)
const recordsOf = (house: Incidents, drill = false) => house.all(drill)[0]?.records ?? []
const askedFor = (house: Incidents, name: string) =>
  functionsOf(recordsOf(house)).find((line) => line.name === name)?.asked

test('INCIDENT-61: a look that breaks for a mistake of ours is one look; a second later people are asked', async () => {
  const clock = new TestClock()
  const house = await openIncidents(openMemoryLog({ shelf: emptyShelf() }), clock, freshId)
  let breaks = 0
  const broken = (): never => {
    breaks += 1
    throw new Error('a mistake of ours')
  }
  let isMistaken = true
  const all = (drill: boolean) => (isMistaken ? broken() : house.all(drill))
  const incidents = {
    ...{ all, propose: house.propose.bind(house), noteShow: house.noteShow.bind(house) },
    onChange: house.onChange.bind(house),
  }
  const offering = openOffering({
    incidents,
    clock,
    whoCould: () => people,
    stands: () => null,
    looked: broken,
  })
  await raise(house, clock)
  await rest()
  expect([breaks > 0, askedFor(house, 'door')]).toEqual([true, []])
  isMistaken = false
  const before = breaks
  await pass(clock, 21)
  // Whoever is told of a look breaks each time, and is told again all the same.
  expect(breaks - before).toBe(21)
  expect(askedFor(house, 'door')).toHaveLength(2)
  offering.close()
  await house.close()
})

test('INCIDENT-61: asked once a second while it is open, nobody twice, on from the record after a restart, and never after', async () => {
  const shelf = emptyShelf()
  const clock = new TestClock()
  const log = openMemoryLog({ shelf })
  const house = await openIncidents(log, clock, freshId)
  let looks = 0
  const looked = () => {
    looks += 1
  }
  const from = { clock, whoCould: () => people, stands: () => null, looked }
  const first = openOffering({ incidents: house, ...from })
  await rest()
  expect(clock.waiting()).toBe(0)
  await raise(house, clock)
  await rest()
  const atOnce = recordsOf(house).length
  expect(
    recordsOf(house).every(({ what, evidence }) => what.kind === 'opened' || evidence === 'proposed'),
  ).toBe(true)
  const before = looks
  await pass(clock, 19)
  // INCIDENT-82: what passes by itself is looked at again each second.
  expect(looks - before).toBe(19)
  expect([recordsOf(house).length, askedFor(house, 'door')?.length]).toEqual([atOnce, 1])
  await pass(clock, 1)
  expect(askedFor(house, 'door')).toHaveLength(2)
  first.close()
  await house.close()

  const again = await openIncidents(log, clock, freshId)
  const second = openOffering({ incidents: again, ...from })
  await pass(clock, 19)
  expect(askedFor(again, 'door')).toHaveLength(2)
  await pass(clock, 1)
  expect(askedFor(again, 'door')).toHaveLength(3)
  await again.take(
    { sentAt: clock.now(), device: 'phone', said: [said({ kind: 'stood-down' }, clock.now())] },
    author,
  )
  const over = recordsOf(again).length
  await pass(clock, 40)
  expect([recordsOf(again).length, clock.waiting()]).toEqual([over, 0])
  second.close()
  await again.close()
})

test('INCIDENT-61: a drill asks by the same code and into its own stream; without anybody known nothing is asked', async () => {
  const clock = new TestClock()
  const house = await openIncidents(openMemoryLog({ shelf: emptyShelf() }), clock, freshId)
  let here: readonly Candidate[] = []
  const offering = openOffering({ incidents: house, clock, whoCould: () => here, stands: () => null })
  await raise(house, clock, true)
  await pass(clock, 2)
  expect(recordsOf(house, true)).toHaveLength(1)
  here = people
  await pass(clock, 1)
  expect(recordsOf(house, true).length).toBeGreaterThan(1)
  expect(house.all(false)).toEqual([])
  offering.close()
  await house.close()
})

test('INCIDENT-68: how the show stood, each hold and each end of one, once, with the time of the performance’s own record', async () => {
  const clock = new TestClock()
  const house = await openIncidents(openMemoryLog({ shelf: emptyShelf() }), clock, freshId)
  let stands: Stands = { where: 'Act 1, 7 Duet', holds: [] }
  const offering = openOffering({ incidents: house, clock, whoCould: () => [], stands: () => stands })
  await raise(house, clock)
  const raisedAt = clock.now()
  await pass(clock, 3)
  const heldAt = clock.now()
  stands = { where: 'Act 1, 7 Duet', holds: [{ from: heldAt, to: null }] }
  await pass(clock, 3)
  stands = { where: 'Act 1, 8 Waltz', holds: [{ from: heldAt, to: clock.now() }] }
  const resumedAt = clock.now()
  await pass(clock, 3)
  const shows = recordsOf(house).flatMap(({ what, happened }) =>
    what.kind === 'show' ? [[what.decision, what.where, happened.from]] : [],
  )
  expect(shows).toEqual([
    ['goes-on', 'Act 1, 7 Duet', raisedAt],
    ['held', 'Act 1, 7 Duet', heldAt],
    ['resumed', 'Act 1, 8 Waltz', resumedAt],
  ])
  offering.close()
  await house.close()
})

test('INCIDENT-85: raised while the show is held, whoever calls is not asked to hold it', async () => {
  const clock = new TestClock()
  const house = await openIncidents(openMemoryLog({ shelf: emptyShelf() }), clock, freshId)
  let stands: Stands = { where: 'Act 1', holds: [{ from: clock.now(), to: null }] }
  const offering = openOffering({ incidents: house, clock, whoCould: () => people, stands: () => stands })
  await raise(house, clock)
  await pass(clock, 3)
  expect([askedFor(house, 'show-hold'), askedFor(house, 'door')?.length]).toEqual([[], 1])
  stands = { where: 'Act 1', holds: stands.holds.map((one) => ({ ...one, to: clock.now() })) }
  await pass(clock, 2)
  expect(askedFor(house, 'show-hold')).toEqual(['Dov'])
  offering.close()
  await house.close()
})

test('INCIDENT-68: raised while the show was held it says so, and of a hold that was over before nothing', () => {
  const incident = { id: 'incident-one', drill: false, records: [] } as unknown as Incident
  const at = instant(1_000_000)
  const record = { what: opened, happened: { from: at, to: at }, enteredAt: at, author, id: 'said-one' }
  const raised = { ...incident, records: [record] } as unknown as Incident
  const before = { from: instant(10), to: instant(20) }
  const over = stoodSince(raised, { where: 'Act 1', holds: [before, { from: instant(999_000), to: null }] })
  expect(over.map(({ decision }) => decision)).toEqual(['held'])
  expect(stoodSince(incident, { where: 'Act 1', holds: [] })).toEqual([])
})
