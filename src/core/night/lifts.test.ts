// A lift or a fight of two who are not cleared with each other is walked through, and everybody who is in it reads that.

import { expect, test } from 'vitest'
import {
  approve,
  coverNight,
  coverShow,
  dan,
  deeForAna,
  gives,
  isOut,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { nightOf, type TestNight } from '../../../test/kit/nights.ts'
import { anItem, at } from '../../../test/kit/shows.ts'
import type { CoverChange } from '../covering/covering.ts'
import { id } from '../kit/ids.ts'
import { type Clearance, noCovers } from '../show/competence.ts'
import type { Obligation, Show } from '../show/show.ts'
import { coverNightOf, planOfChanges } from './cover-night-of.ts'
import { reportFor, view } from './view.ts'
import { walkedLines } from './walked-lines.ts'

const moment = (name: string, track: string, more: Partial<Obligation>): Obligation => ({
  ...{ id: id(name), track: id(track), anchor: at(anItem('one', 1, 300), 40), seconds: 5 },
  ...{ kind: 'lift', title: 'Over the wall', droppable: 're-assignable' },
  ...more,
})
const up = moment('e1-up', 'e1', { partners: [id('e2')] })
const base = moment('e2-base', 'e2', { partners: [id('e1')] })

const showWith = (obligations: readonly Obligation[], clearances: readonly Clearance[] = []): Show => ({
  ...coverShow,
  covers: { ...(coverShow.covers ?? noCovers), clearances },
  obligations: [...coverShow.obligations, ...obligations],
})
const deeAndBen = (more: Partial<Clearance> = {}): Clearance => ({ people: [id('dee'), id('ben')], ...more })

const deeGoesOn = [...deeForAna, gives('e1-up', 'dee'), gives('s1-three', 'dee')]
function played(show: Show, changes: readonly CoverChange[]): TestNight {
  const known = changes.filter(({ obligation }) => show.obligations.some(({ id: one }) => one === obligation))
  return nightOf(show).open().do(isOut('ana'), sam).do(approve(known), dan)
}
const walked = ({ state }: TestNight) => state.covering.versions.at(-1)?.walked
const titles = ({ plan, state, now }: TestNight, name: string) =>
  view(plan, state, phoneOf(name), now).track?.obligations.map(({ title }) => title)
const told = ({ plan, state, now }: TestNight, name: string) =>
  view(plan, state, phoneOf(name), now).ownPlan?.lines.map(({ what, title }) => `${what}: ${title}`)

const NO_LIFT = 'Walk through, no lift: Over the wall'

test('COVERING-40: two who are not cleared with each other walk it through, and both are told', () => {
  const night = played(showWith([up, base]), deeGoesOn)
  expect(walked(night)).toEqual(['e1-up', 'e2-base'])
  expect(titles(night, 'dee')).toContain(NO_LIFT)
  expect(titles(night, 'ben')).toContain(NO_LIFT)
  expect(told(night, 'dee')).toContain(`take: ${NO_LIFT}`)
  expect(told(night, 'ben')).toContain(`other: ${NO_LIFT}`)
  const plans = reportFor(night.plan, night.state, sam)?.changed?.plans
  expect(plans?.map((one) => one.walked)).toEqual([['Item one']])
  // In the book nobody asks whether those who do it every night are cleared.
  expect(titles(nightOf(showWith([up, base])).open(), 'ben')).toContain('Over the wall')
})

test('COVERING-40: with a clearance that holds on the day it is done', () => {
  const done = (...clearances: readonly Clearance[]) =>
    walked(played(showWith([up, base], clearances), deeGoesOn))
  expect(done(deeAndBen())).toBe(undefined)
  expect(done(deeAndBen({ until: '2031-06-06' }))).toBe(undefined)
  expect(done(deeAndBen({ until: '2031-06-05' }))).toEqual(['e1-up', 'e2-base'])
})

test('COVERING-40: where one end is cut whoever has the other reads that it is not done', () => {
  const night = played(showWith([up, base], [deeAndBen()]), [
    ...[gives('e1-one', null), gives('e1-up', null), gives('e1-two', 'dee')],
  ])
  expect(titles(night, 'ben')).toContain(NO_LIFT)
})

test('COVERING-40: what only one of the two has written down is a lift of both', () => {
  const oneSided = played(showWith([up]), deeGoesOn)
  expect(walked(oneSided)).toEqual(['e1-up', 'e2-one'])
  expect(titles(oneSided, 'ben')).toContain('No lift or fight in it: Sings in one')
  const asNeeded = { ...up, kind: 'specialty' as const, needs: ['lift with Ben'] }
  expect(walked(played(showWith([asNeeded]), deeGoesOn))).toEqual(['e1-up', 'e2-one'])
})

test('COVERING-40: a fight is asked of the pair as a lift is; with nobody named it has to be learned', () => {
  const fight = (needs: readonly string[], more: Partial<Obligation> = {}) => ({
    ...up,
    ...{ kind: 'specialty' as const, title: 'The brawl', needs, ...more },
  })
  const night = played(showWith([fight(['fight with Ben'])]), deeGoesOn)
  expect(titles(night, 'dee')).toContain('Walk through, no fight: The brawl')
  expect(walked(played(showWith([fight(['fight with Ben'])], [deeAndBen()]), deeGoesOn))).toBe(undefined)
  const alone = nightOf(showWith([fight(['fight with Ben'], { partners: [] })])).open()
  const knows = coverNightOf(alone.plan, alone.state, alone.now).people.find((one) => one.id === 'dee')?.knows
  expect(knows?.filter((one) => one.startsWith('e1'))).toEqual(['e1-two'])
})

test('COVERING-40: where one of three is not cleared, none of the three does it', () => {
  const three = [
    { ...up, partners: [id<'track'>('e2'), id<'track'>('e3')] },
    base,
    moment('e3-base', 'e3', { partners: [id('e1')] }),
  ]
  const night = played(showWith(three, [deeAndBen()]), deeGoesOn)
  expect(walked(night)?.toSorted()).toEqual(['e1-up', 'e2-base', 'e3-base'])
  expect(titles(night, 'cho')).toContain(NO_LIFT)
})

test('COVERING-40: before it is approved the plan names the lift, the two, and why', () => {
  const night = nightOf(showWith([up, base]))
    .open()
    .do(isOut('ana'), sam)
  const { plan, state, now } = night
  const lines = (changes: readonly CoverChange[]) => {
    const whole = planOfChanges(plan, state, changes, [])
    if (!whole) throw new Error('it is a plan of this show')
    return walkedLines(plan, state, { night: coverNightOf(plan, state, now), plan: whole })
  }
  const line = { item: 'one Item one', title: 'Over the wall', tracks: ['e1', 'e2'], never: false }
  expect(lines(deeGoesOn)).toMatchObject([{ ...line, people: ['Dee', 'Ben'], why: 'not cleared' }])
  const cut = [gives('e1-one', null), gives('e1-up', null)]
  expect(lines([...cut, gives('e1-two', 'dee')])).toMatchObject([{ ...line, people: ['Ben'], why: 'cut' }])
  expect(coverNight().state.covering.versions).toEqual([])
})
