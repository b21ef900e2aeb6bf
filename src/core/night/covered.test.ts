// Cover over the run: who took how much, whom no tally names, who is to be put in, and what of it the solver is asked.

import { expect, test } from 'vitest'
import { covered, coverNight, coverShow, dan, isOut, may, sam } from '../../../test/kit/cover-evening.ts'
import { aViewer, nightOf, theCaller } from '../../../test/kit/nights.ts'
import { type CoveredPerformance, loadsOf, PUT_INS_MAX, putIns } from '../covering/history.ts'
import { roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { Covers } from '../show/competence.ts'
import type { Show } from '../show/show.ts'
import { coverNightOf, unsettled } from './cover-night-of.ts'
import { coveredIn, coveredPaper } from './covered.ts'

const DAY_MS = 86_400_000
const over = (night = covered().do({ name: 'act.up', act: 1 })) => {
  const calling = { ...night.state.calling, closedAt: night.now }
  const done = coveredIn(night.plan, { ...night.state, calling })
  if (!done) throw new Error('it is over')
  return done
}
/** Three nights on which Dee went on for Ana, newest first. */
const run = (): readonly CoveredPerformance[] =>
  [3, 2, 1].map((number) => ({
    ...over(),
    ...{ number, curtainAt: instant(over().curtainAt - (4 - number) * DAY_MS) },
  }))

const noPaper = { people: [], performances: [], putIns: [] }
const paper = (night = coverNight(), viewer = dan, before = run()) =>
  coveredPaper(night.plan, night.state, viewer, before, night.now) ?? noPaper

const withCovers = (covers: Partial<Covers>): Show => ({
  ...coverShow,
  covers: { competences: [], ...coverShow.covers, ...covers } as Covers,
})

test('COVERING-15: who took how much of which track, night by night and added up; not before the night is over', () => {
  const night = covered()
  expect(coveredIn(night.plan, night.state)).toBe(null)
  expect(over().took).toEqual([{ person: 'dee', track: 'e1', items: 2 }])
  const { people, performances } = paper()
  expect(people).toMatchObject([
    { name: 'Dee', nights: 3, tracks: [{ code: 'e1', times: 3, last: { number: 3 } }] },
  ])
  expect(performances.map(({ number, took }) => [number, took])).toEqual(
    [3, 2, 1].map((number) => [number, [{ name: 'Dee', code: 'e1', items: 2 }]]),
  )
  expect([...loadsOf(run())]).toEqual([['dee', 3]])
})

test('COVERING-15: it is for those who plan, and whoever is away is in no tally of it', () => {
  const night = coverNight()
  const given = roleNames.filter(
    (role) => coveredPaper(night.plan, night.state, aViewer(role), run(), night.now) !== null,
  )
  expect(given.toSorted()).toEqual(['CM', 'DC', 'SM', 'caller'])
  expect(coveredPaper(night.plan, night.state, theCaller, run(), night.now)).not.toBe(null)
  const away = coverNight().do({ ...isOut('dee'), until: 'return' }, may)
  expect(JSON.stringify(paper(away))).not.toMatch(/Dee|reason":"(?!never|nobody)/)
})

test('COVERING-15: what lies in an act that never went up nobody took', () => {
  expect(over(covered()).took).toEqual([])
})

test('COVERING-15: whoever has left the company is in no tally, and what they did stays done by nobody’s name', () => {
  const { people } = coverShow
  const without = nightOf({ ...coverShow, people: people.filter(({ id: one }) => one !== 'dee') }).open()
  expect(paper(without).people).toEqual([])
  expect(paper(without).performances[0]?.took).toEqual([{ name: null, code: 'e1', items: 2 }])
})

test('COVERING-15: of two who can, the one who took less goes on', () => {
  const night = coverNight().do(isOut('ana'), sam)
  const question = coverNightOf(night.plan, night.state, night.now, unsettled, loadsOf(run()))
  expect(question.people.find((one) => one.id === 'dee')?.load).toBe(3)
  expect(question.people.find((one) => one.id === 'ben')).not.toHaveProperty('load')
})

test('COVERING-16: what ran out, what runs out within a fortnight, what was never done; nobody who is away', () => {
  const track = id<'track'>
  const person = id<'person'>
  const competences: Covers['competences'] = [
    { person: person('dee'), track: track('e1'), level: 'put-in' },
    { person: person('dee'), track: track('e2'), level: 'performed', until: '2031-06-01' },
    { person: person('ben'), track: track('e1'), level: 'rehearsed', until: '2031-06-20' },
    { person: person('cho'), track: track('e1'), level: 'rehearsed' },
    { person: person('cho'), track: track('e2'), level: 'rehearsed' },
    { person: person('ana'), track: track('e3'), level: 'rehearsed', until: '2031-06-21' },
    { person: person('ben'), track: track('e3'), level: 'words' },
  ]
  const night = nightOf(withCovers({ competences })).open()
  const said = (of = night) =>
    paper(of).putIns.map(({ name, track: one, reason }) => `${name} ${one?.code ?? 'all'} ${reason}`)
  // It is the 6th of June; Dee was on with e1 three times; with e2 nobody could go on for Ben but Cho.
  expect(said()).toEqual([
    'Dee e2 ran out',
    'Ben e1 runs out',
    'Cho e2 nobody else',
    'Ana e3 nobody else',
    'Cho e1 never on',
  ])
  const away = nightOf(withCovers({ competences }))
    .open()
    .do({ ...isOut('cho'), until: 'return' }, may)
  expect(said(away).filter((line) => line.startsWith('Cho'))).toEqual([])
  away.do({ name: 'out.end', person: person('cho') }, may)
  expect(said(away)[0]).toBe('Cho all back')
})

test('COVERING-16: a rehearsal list holds so many rows', () => {
  const competences = Array.from({ length: PUT_INS_MAX + 1 }, (_, index) => ({
    ...{ person: id<'person'>('dee'), track: id<'track'>(`t${index}`), level: 'put-in' as const },
  }))
  const none = new Set<never>()
  const rows = putIns({
    ...{ show: withCovers({ competences }), performances: [], away: none, back: [] },
    ...{ today: '2031-06-06', soon: '2031-06-20' },
  })
  expect(rows.length).toBe(PUT_INS_MAX)
})

test('COVERING-17: the show’s own order of what counts, and what it shared out, are asked of the solver', () => {
  const splits = [{ person: id<'person'>('cho'), track: id<'track'>('e1'), item: id<'item'>('one') }]
  const night = nightOf(withCovers({ splits, levels: ['fairness'] })).open()
  const question = coverNightOf(night.plan, night.state, night.now)
  expect(question.levels).toEqual(['fairness'])
  const cho = question.people.find((one) => one.id === 'cho')
  expect([cho?.planned, cho?.knows]).toEqual([['e1-one'], ['e1-one']])
  expect(coverNightOf(coverNight().plan, coverNight().state, night.now)).not.toHaveProperty('levels')
})
