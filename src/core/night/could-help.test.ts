// Whom the house would ask for help: who is here, trained in date, near, and not due; and how the show stands meanwhile.

import { expect, test } from 'vitest'
import { aViewer, nightOf, type TestNight, theCaller, theSM } from '../../../test/kit/nights.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { PROMPT_DESK } from '../incident/functions.ts'
import { id } from '../kit/ids.ts'
import { isFirstAid, noCovers } from '../show/competence.ts'
import { noSafety } from '../show/safety.ts'
import type { Show } from '../show/show.ts'
import { couldHelp } from './could-help.ts'
import { stopFacts } from './stop-facts.ts'

const person = (name: string) => id<'person'>(name)
const place = (name: string) => id<'place'>(name)
const door = aViewer('kiosk', { place: 'sl1' })
const wing = aViewer('ASM', { device: 'wing-left', place: 'sl1', person: 'sal' })
const certificates = [
  { person: person('dot'), what: 'First aid at work', until: '2031-12-31' },
  { person: person('moss'), what: 'Emergency first aid', until: '2031-06-05' },
  { person: person('nell'), what: 'Flying harness' },
]
const trainedShow: Show = { ...sightingShow, covers: { ...noCovers, certificates } }

function tonightOf(show: Show): TestNight {
  const one = nightOf(show).open()
  for (const name of ['ivo', 'nell', 'pip', 'moss', 'dot'])
    one.do({ name: 'sign.in', person: person(name) }, door)
  return one
}
const all = (one: TestNight, at = 'sl1') => couldHelp(one.plan, one.state, place(at), one.now)
const of = (one: TestNight, name: string, at = 'sl1') => all(one, at).find(({ person: who }) => who === name)
const see = (one: TestNight, name: string, at = 'sl1') =>
  one.do({ name: 'people.see', people: [person(name)], how: 'eyes', place: place(at), by: null }, wing)

test('INCIDENT-60: who is here and grown up; a child is asked for nothing, and where nobody calls the desk is asked', () => {
  const one = tonightOf(sightingShow)
  one.do({ name: 'visitor.in', visitor: 'Tom Ash', host: person('ivo') }, door)
  one.do({ name: 'sign.away', person: person('nell'), backAt: null }, theSM)
  expect(all(one).map(({ who }) => who)).toEqual(['Ivo', 'Moss', 'Dot', PROMPT_DESK])
  expect(all(one).map(({ trained }) => trained)).toEqual([null, null, null, null])
})

test('INCIDENT-60: a first-aid certificate in date is training; one that ran out yesterday, or is of something else, is not', () => {
  const one = tonightOf(trainedShow)
  expect(['dot', 'moss', 'nell', 'ivo'].map((name) => of(one, name)?.trained)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(['First aid at work (FAW)', 'EFAW', 'first-aider', 'CPR/AED'].map(isFirstAid)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['Flying harness', 'trap induction', 'Faward'].map(isFirstAid)).toEqual([false, false, false])
})

test('INCIDENT-60: who stands among the building’s first-aiders with a date to come is trained too', () => {
  const aiders = [
    { name: ' ivo  ', until: '2031-06-06' },
    { name: 'Nell', until: '2031-06-05' },
    { name: 'Somebody else', until: '2032-01-01' },
  ]
  const safety = { ...noSafety, aiders: aiders.map((one) => ({ ...one, name: fullName(one.name) })) }
  const one = tonightOf({ ...sightingShow, venue: { ...sightingShow.venue, safety } })
  expect(['ivo', 'nell', 'moss'].map((name) => of(one, name)?.trained)).toEqual([true, false, false])
})

const fullName = (callName: string): string =>
  sightingShow.people.find((one) => one.callName.toLowerCase() === callName.trim().toLowerCase())?.name ??
  callName

test('INCIDENT-60: near is where somebody saw them, and never where their telephone is', () => {
  const one = tonightOf(sightingShow)
  see(one, 'ivo')
  see(one, 'dot', 'sr1')
  const tap = { how: 'own tap', place: 'sl1', by: null, saidAt: one.now, clock: 0 }
  one.record('nell', { type: 'person.seen', v: 1, body: { people: ['nell'], ...tap } })
  expect(['ivo', 'dot', 'nell'].map((name) => of(one, name, 'sl2')?.near)).toEqual([true, false, false])
  expect(of(one, 'dot', 'sr1')?.near).toBe(true)
})

test('INCIDENT-60: due by the plan and the clock, on stage at nought, and while the show is held nobody is', () => {
  const one = tonightOf(sightingShow)
  one.do({ name: 'act.up', act: 1 }, theCaller)
  expect(of(one, 'ivo')?.onStageInMs).toBe(120_000)
  one.wait(150_000)
  expect(of(one, 'ivo')?.onStageInMs).toBe(0)
  expect(of(one, 'moss')?.onStageInMs).toBe(null)
  one.do({ name: 'clock.hold' }, theCaller)
  expect(of(one, 'ivo')?.onStageInMs).toBe(null)
})

test('INCIDENT-69: the desk has since when it is held, what waits and whom nobody is asked about; others have none of it', () => {
  const one = tonightOf(sightingShow)
  const facts = (viewer = theSM) => stopFacts(one.plan, one.state, viewer, one.now)
  expect(facts()).toBe(null)
  one.do({ name: 'act.up', act: 1 }, theCaller).wait(30_000)
  expect(facts()).toMatchObject({ heldAt: null, at: expect.stringContaining('Act 1'), notAsked: [] })
  one.do({ name: 'clock.hold' }, theCaller)
  expect(facts()).toMatchObject({ heldAt: one.now, called: null })
  expect(facts()?.notAsked[0]).toMatch(/^Ivo SL1$/)
  for (const role of ['ASM', 'dept', 'perf', 'FOH', 'dir', 'CM'] as const)
    expect([role, facts(aViewer(role, { person: 'ivo' }))]).toEqual([role, null])
})
