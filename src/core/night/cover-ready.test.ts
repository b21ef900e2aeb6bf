// Whoever is not in costume is not on the stage a minute later: the time they are given while the show runs.

import { expect, test } from 'vitest'
import { approve, coverShow, dan, deeForAna, gives, isOut, sam } from '../../../test/kit/cover-evening.ts'
import { nightOf } from '../../../test/kit/nights.ts'
import { id } from '../kit/ids.ts'
import { later, minutes } from '../kit/time.ts'
import { coverNightOf, unsettled } from './cover-night-of.ts'
import { askedNight, COMING_MS, comings, DRESS_MS } from './cover-ready.ts'
import { showClock } from './show-clock.ts'

/** Dee sings from the booth, in what she came in. */
const inTheBooth = {
  ...coverShow,
  obligations: coverShow.obligations.map(({ costume, ...one }) =>
    one.id === 's1-three' || costume === undefined ? one : { ...one, costume },
  ),
}
const coverNight = () => nightOf(inTheBooth).open()
type Night = ReturnType<typeof coverNight>
const asked = ({ plan, state, now }: Night, settled = unsettled) =>
  askedNight(plan, state, now, settled, new Map())
/** Seconds from now on. */
const waits = (night: Night, person: string, settled = unsettled) => {
  const { people, now } = asked(night, settled)
  const { readyAt } = people.find((one) => one.id === person) ?? {}
  return readyAt === undefined || now === null ? null : readyAt - now
}
const up = (night = coverNight()) => night.do({ name: 'act.up', act: 1 })
const isIn = (person: string) => ({ name: 'sign.in', person: id<'person'>(person) }) as const

test('COVERING-32: once the show runs a swing who wears nothing yet has ten minutes, and who is in the book none', () => {
  expect(waits(coverNight(), 'dee')).toBe(null)
  const night = up()
  expect([waits(night, 'dee'), waits(night, 'ben'), waits(night, 'fay')]).toEqual([
    DRESS_MS / 1000,
    null,
    null,
  ])
  // Somebody said when, or gave them something by name: their word counts.
  const lock = { locks: [{ obligation: 'e1-two', person: 'dee' }], bans: [] }
  expect(waits(night, 'dee', lock)).toBe(null)
  const ready = { as: 'ready-at', at: later(night.now, minutes(1)) } as const
  night.do({ name: 'out.say', person: id('dee'), word: ready, until: 'tonight' }, sam)
  expect(waits(night, 'dee')).toBe(60)
})

test('COVERING-32: whoever is not signed in while others are has to come in first', () => {
  const night = up(coverNight().do(isIn('ben'), sam))
  expect(waits(night, 'dee')).toBe((DRESS_MS + COMING_MS) / 1000)
  night.do({ name: 'sign.announce', person: id('dee'), as: 'on call', at: null, minutes: 25 }, sam)
  expect(waits(night, 'dee')).toBe(DRESS_MS / 1000 + 25 * 60)
  night.do(isIn('dee'), sam)
  expect(waits(night, 'dee')).toBe(DRESS_MS / 1000)
})

test('COVERING-32: whoever was given something has been getting ready since, and keeps it', () => {
  const night = up().do(isOut('ana'), sam)
  night.do(approve([...deeForAna, gives('s1-three', 'dee')]), dan)
  night.wait(240_000)
  expect(waits(night, 'dee')).toBe(DRESS_MS / 1000 - 240)
  night.wait(400_000)
  expect(waits(night, 'dee')).toBe(null)
})

test('COVERING-32: what people answer for is checked without it', () => {
  const night = up()
  const { people } = coverNightOf(night.plan, night.state, night.now)
  expect(people.every(({ readyAt }) => readyAt === undefined)).toBe(true)
})

test('COVERING-32: whoever said that they come later, or not, is asked for nothing of somebody else before', () => {
  const night = coverNight()
  const says = (as: 'later' | 'not tonight' | 'on call', more: object) =>
    night.do({ name: 'sign.announce', person: id('dee'), as, at: null, minutes: null, ...more }, sam)
  const clock = () => asked(night).people.find((one) => one.id === 'dee')?.readyAt
  expect(clock()).toBe(undefined)
  const curtain = showClock(night.plan, night.state, night.now) * 60
  says('later', { at: later(night.now, minutes(45)) })
  expect(clock()).toBe(Math.round(curtain) + 45 * 60 + DRESS_MS / 1000)
  says('not tonight', {})
  expect(clock()).toBeGreaterThan(24 * 3600)
  expect(comings(night.state, night.plan.show)).toContain('dee')
  // Once they are in, nothing keeps them; whoever knows nothing of others, or is in changes no question before the show.
  night.do(isIn('dee'), sam)
  expect([clock(), comings(night.state, night.plan.show)]).toEqual([undefined, ''])
  night.do({ name: 'sign.announce', person: id('cho'), as: 'not tonight', at: null, minutes: null }, sam)
  expect(comings(night.state, night.plan.show)).toBe('')
  expect(comings(up(night).state, night.plan.show)).toContain('dee')
})
