// Where is… and the stage map without a browser: who is meant by two letters, and how sure it is where somebody is.

import { expect, test } from 'vitest'
import { id } from '../../core/kit/ids.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { Seen, WhereLine } from '../../core/night/presence-sections.ts'
import { FOUND_MAX, find, findable } from './find.ts'
import { NAMES_IN_PLACE_MAX, stagePlan } from './stage-plan.ts'
import { standingOf } from './standing.ts'

const now = instant(Date.UTC(2026, 8, 17, 19, 0))
const ago = (minutes: number): Instant => instant(now - minutes * 60_000)

const aSeen = (minutes: number, place: string | null, how: Seen['how'] = 'eyes'): Seen => ({
  sighting: 1,
  how,
  at: ago(minutes),
  place,
  by: 'Jo',
})

const aLine = (name: string, known: Partial<WhereLine> = {}): WhereLine => ({
  person: id<'person'>(name.toLowerCase().replaceAll(/\P{L}/gu, '-')),
  name,
  callName: name.split(' ')[0] ?? name,
  signedIn: true,
  confirmed: null,
  weak: null,
  next: null,
  looking: null,
  concern: null,
  onStage: false,
  placeId: null,
  ...known,
})

const names = (people: readonly WhereLine[], typed: string) =>
  find(findable(people), typed).map(({ name }) => name)

test('WHERE-1: two letters find by what somebody is called, then by any name, then by initials; accents do not matter', () => {
  const company = ['Ida Brandt', 'Iris Dahl', 'Élodie Marsh', 'Bo Idaho', 'Tom Field'].map((one) =>
    aLine(one),
  )
  expect(names(company, 'id')).toEqual(['Ida Brandt', 'Bo Idaho', 'Iris Dahl'])
  expect(names(company, ' EL ')).toEqual(['Élodie Marsh'])
  expect(names(company, 'ida b')).toEqual(['Ida Brandt'])
  expect(names(company, 'zz')).toEqual([])
  expect(names(company, '  ')).toEqual([])
})

test('WHERE-1: of 120 people as many are offered as fit, and each person is looked at once at a key', () => {
  const company = Array.from({ length: 120 }, (_, index) => aLine(`An${index} Person`))
  const index = findable(company)
  let looked = 0
  const counted = index.map((one) => ({
    ...one,
    get callName() {
      looked += 1
      return one.callName
    },
  }))
  expect(find(counted, 'an')).toHaveLength(FOUND_MAX)
  expect(looked).toBe(120)
})

test('WHERE-5: eyes that are still news stand before the plan, the plan before what is weak or old', () => {
  const certainty = (known: Partial<WhereLine>) => standingOf(aLine('Ana', known), now).certainty
  expect(certainty({ confirmed: aSeen(5, 'SR2'), onStage: true })).toBe('seen')
  expect(certainty({ confirmed: aSeen(5.1, 'SR2'), onStage: true })).toBe('expected')
  expect(certainty({ confirmed: aSeen(20, 'SR2'), weak: aSeen(2, 'DR4', 'own tap') })).toBe('weak')
  expect(certainty({ confirmed: aSeen(20, 'SR2'), weak: aSeen(30, 'DR4', 'own tap') })).toBe('old')
  expect(certainty({})).toBe('nothing')
})

test('WHERE-6: everybody stands once on the map: in the place of their last word, on stage, or where no place is known', () => {
  const people = [
    aLine('Ana', { confirmed: aSeen(1, 'SR2') }),
    aLine('Ben', { onStage: true }),
    aLine('Cho', { weak: aSeen(1, 'The yard', 'fixed point') }),
    aLine('Dee'),
    aLine('Eli', { confirmed: aSeen(1, 'DR4') }),
  ]
  const places = [
    { code: 'SR2', name: 'Stage right 2', side: 'stage right' as const },
    { code: 'DR4', name: 'Dressing room 4', side: null },
  ]
  const plan = stagePlan({ people, places }, now)
  const who = (part: keyof typeof plan) =>
    plan[part].map(({ place, people: here }) => [place, ...here.map(({ line }) => line.name)])
  expect(who('right')).toEqual([['SR2', 'Ana']])
  expect(who('stage')).toEqual([[null, 'Ben']])
  expect(who('backstage')).toEqual([
    ['DR4', 'Eli'],
    ['The yard', 'Cho'],
  ])
  expect(who('unknown')).toEqual([[null, 'Dee']])
  expect(who('front')).toEqual([])
  expect(NAMES_IN_PLACE_MAX).toBe(12)
})
