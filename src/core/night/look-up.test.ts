// Whoever is looked up outside a concern reads by whom; and nobody looks up who may not.

import { expect, test } from 'vitest'
import { aViewer, codeOf, nightOf, theSM } from '../../../test/kit/nights.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { type Instant, instant } from '../kit/time.ts'
import { emptyConcerns } from '../presence/concern.ts'
import {
  decideLookUp,
  LOOK_AGAIN_MS,
  LOOK_UPS_MAX,
  LOOK_UPS_SHOWN,
  LOOKED_MS,
  lookUpsOf,
  withLookUp,
} from '../presence/look-up.ts'
import { emptyPresence, type PresenceState } from '../presence/state.ts'
import type { PersonId } from '../show/show.ts'
import { view } from './view.ts'

const [ann, bob] = sightingShow.people.map((one) => one.id)
if (ann === undefined || bob === undefined) throw new Error('two people are in the show')

class Night {
  state: PresenceState = emptyPresence
  now: Instant = instant(1_000)
  look(person: PersonId | null, by: Viewer) {
    const decision = decideLookUp(
      this.state,
      { name: 'person.look-up', person },
      { by, at: this.now, show: sightingShow },
    )
    for (const event of decision.ok ? decision.value : [])
      if (event.type === 'person.looked-up') this.state = withLookUp(this.state, event, this.now)
    return decision
  }
  told(person: PersonId) {
    return lookUpsOf(this.state, person)
  }
}

test('WHERE-8: stage management, the caller and the company manager look people up; no director, no producer, no peer', () => {
  for (const role of roleNames) {
    const night = new Night()
    const may = ['caller', 'SM', 'CM'].includes(role)
    for (const person of [ann, null])
      expect([role, codeOf(night.look(person, aViewer(role)))]).toEqual([role, may ? 'ok' : 'not-yours'])
    expect([role, night.told(ann).length]).toEqual([role, may ? 2 : 0])
  }
})

test('WHERE-8: it stands on their page by whom and when, and the map on everybody’s; on nobody else’s, and not on one’s own', () => {
  const night = new Night()
  const sam = { ...aViewer('SM'), person: bob }
  night.look(ann, sam)
  night.now = instant(2_000)
  night.look(null, aViewer('CM'))
  night.look(bob, sam)
  expect(night.told(ann)).toMatchObject([
    { person: null, by: null, as: 'CM', at: 2_000 },
    { person: ann, by: bob, as: 'SM', at: 1_000 },
  ])
  expect(night.told(bob)).toMatchObject([{ person: null, as: 'CM' }])
})

test('WHERE-8: within ten minutes it is one look, at the bound another; within a concern about them it is none', () => {
  const night = new Night()
  const sm = aViewer('SM')
  night.look(ann, sm)
  night.now = instant(night.now + LOOK_AGAIN_MS - 1)
  night.look(ann, sm)
  expect(night.told(ann)).toHaveLength(1)
  night.now = instant(night.now + 1)
  night.look(ann, sm)
  expect(night.told(ann)).toHaveLength(2)
  const open = { person: ann, ended: null } as unknown as PresenceState['concerns']['concerns'][number]
  night.state = { ...emptyPresence, concerns: { ...emptyConcerns, concerns: [open] } }
  expect(night.look(ann, sm)).toEqual({ ok: true, value: [] })
})

test('WHERE-8: of thousands the newest are kept at hand, and ten are shown', () => {
  let state = emptyPresence
  for (let at = 0; at < LOOK_UPS_MAX + 5; at += 1)
    state = withLookUp(
      state,
      {
        ...{ type: 'person.looked-up', v: 1 },
        body: { person: ann, by: bob, as: 'SM', device: id<'device'>('desk') },
      },
      instant(at),
    )
  expect(state.lookUps).toHaveLength(LOOK_UPS_MAX)
  expect(lookUpsOf(state, ann).map(({ at }) => at)).toEqual(
    Array.from({ length: LOOK_UPS_SHOWN }, (_, one) => LOOK_UPS_MAX + 4 - one),
  )
})

test('WHERE-9: a company manager’s device holds nothing of anybody it did not look at, a desk holds all, and a look opens it for eleven minutes', () => {
  const night = nightOf(sightingShow).open().do({ name: 'act.up', act: 1 })
  const sees = { name: 'people.see', people: [ann, bob], how: 'eyes', place: null, by: null } as const
  night.do(sees, aViewer('ASM', { device: 'wing', place: 'sl1' }))
  const [manager, other] = [aViewer('CM', { device: 'phone' }), aViewer('CM', { device: 'other' })]
  const told = (viewer: Viewer, now = night.now) =>
    (view(night.plan, night.state, viewer, now).where?.people ?? []).flatMap(
      ({ person, confirmed, weak, placeId }) => ((confirmed ?? weak ?? placeId) === null ? [] : [person]),
    )
  expect([told(manager), told(theSM)]).toEqual([[], [ann, bob]])
  const looks = (person: PersonId | null, { device }: Viewer) =>
    night.record(device, { type: 'person.looked-up', v: 1, body: { person, by: null, as: 'CM', device } })
  looks(ann, manager)
  expect([told(manager), told(other)]).toEqual([[ann], []])
  looks(null, other)
  expect([told(manager), told(other)]).toEqual([[ann], [ann, bob]])
  const at = (ms: number) => instant(night.now + ms)
  expect([told(manager, at(LOOKED_MS - 1)), told(other, at(LOOKED_MS - 1))]).toEqual([[ann], [ann, bob]])
  expect([told(manager, at(LOOKED_MS)), told(other, at(LOOKED_MS))]).toEqual([[], []])
})
