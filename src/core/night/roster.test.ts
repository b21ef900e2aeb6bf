// Who is asked for when everybody is out: by sign-ins and sightings, at the moment it begins.

import { expect, test } from 'vitest'
import { aViewer, nightOf, OPENED_AT, type TestNight, theSM } from '../../../test/kit/nights.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { rosterAt } from './roster.ts'

const person = (name: string) => id<'person'>(name)
const door = aViewer('kiosk', { place: 'sl1' })
const wing = aViewer('ASM', { device: 'wing-left', place: 'sl1', person: 'sal' })
const comes = (name: string) => ({ name: 'sign.in', person: person(name) }) as const
const goes = (name: string) => ({ name: 'sign.out', who: { person: person(name) } }) as const
const seen = (name: string, place = 'sl1') =>
  ({ name: 'people.see', people: [person(name)], how: 'eyes', place: id<'place'>(place), by: null }) as const
const night = (): TestNight => nightOf(sightingShow).open()
const roster = (one: TestNight, at = one.now) => rosterAt(one.plan, one.state, at)
const names = (one: TestNight, at = one.now) =>
  roster(one, at).people.map(({ name, status }) => `${name.split(' ')[0]} ${status}`)

test('ROLLCALL-1: whoever is in or out for a while, visitors, and whoever was seen after their last sign', () => {
  const one = night()
  expect(names(one)).toEqual([])
  for (const name of ['ivo', 'nell', 'dot']) one.do(comes(name), door)
  one.do({ name: 'visitor.in', visitor: 'Tom Ash', host: person('ivo') }, door)
  one.wait(60_000).do({ name: 'sign.away', person: person('nell'), backAt: null }, theSM)
  one.do(goes('dot'), theSM)
  expect(names(one)).toEqual(['Ivo in', 'Nell away', 'Tom in'])
  one.wait(60_000).do(seen('dot'), wing).do(seen('moss', 'sr1'), wing)
  expect(names(one)).toEqual(['Ivo in', 'Nell away', 'Moss not-signed-in', 'Dot not-signed-in', 'Tom in'])
  const began = one.now
  one.wait(60_000).do(goes('ivo'), theSM).do(comes('pip'), door).do(seen('pip'), wing)
  expect(names(one, began)).toEqual([
    'Ivo in',
    'Nell away',
    'Moss not-signed-in',
    'Dot not-signed-in',
    'Tom in',
  ])
  expect(names(one, instant(OPENED_AT - 1))).toEqual([])
})

test('ROLLCALL-2: the last sighting by whom and where, a weaker word called so, and where they are due next', () => {
  const one = night()
  for (const name of ['ivo', 'nell', 'pip']) one.do(comes(name), door)
  one.do({ name: 'visitor.in', visitor: 'Tom Ash', host: person('ivo') }, door)
  one.do({ name: 'act.up', act: 1 }).wait(30_000).do(seen('ivo'), wing)
  const tap = { how: 'own tap', place: 'sr1', by: null, saidAt: one.now, clock: 0 }
  one.record('nell', { type: 'person.seen', v: 1, body: { people: ['nell'], ...tap } })
  const at = (name: string) => roster(one).people.find((line) => line.name.startsWith(name))
  expect(at('Ivo')).toMatchObject({
    last: { at: one.now, place: 'SL1', grade: 'confirmed', by: expect.stringContaining('Sal') },
  })
  expect(at('Ivo')?.due).toEqual({ place: expect.any(String), at: expect.any(Number) })
  expect(at('Nell')).toMatchObject({ last: { place: 'SR1', by: null, grade: 'weak' } })
  expect(at('Pip')).toMatchObject({ kind: 'child', with: expect.stringContaining('Moss'), last: null })
  expect(at('Tom')).toMatchObject({ kind: 'visitor', with: expect.stringContaining('Ivo') })
})
