// Whom a night asks about, and when: by the measured policy, whole evenings on a clock that the test moves.

import { describe, expect, test } from 'vitest'
import { caller, Evening, phone } from '../../../test/kit/concern-evening.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { playWings } from '../../../test/kit/wing-night.ts'
import { must } from '../kit/assert.ts'
import { leadOf, quiet, UNSEEN_BY_THE_WALL } from '../presence/policy.ts'
import { surpriseOf } from '../presence/silence.ts'
import { expectationOf } from '../presence/usual.ts'
import type { PersonId } from '../show/show.ts'
import { presenceDue } from './concerns.ts'
import type { Plan } from './night.ts'
import { factsOf } from './plan-facts.ts'
import { view } from './view.ts'

type PersonSeen = { readonly people: readonly PersonId[]; readonly clock: number }
type Missed = { readonly person: PersonId; readonly from: number; readonly to: number }

/** By the plan alone, three in five of each written down: what the silence of this person says, entrance by entrance. */
const missedBy = (plan: Plan, { person, from, to }: Missed) =>
  factsOf(plan, 'GB')
    .usualOf(person)
    .map((usual) => ({
      name: usual.name,
      surprise: surpriseOf(expectationOf(usual, 0.6, undefined), from, to),
    }))

const SEEDS = Array.from({ length: 25 }, (_, index) => 4_001 + index)

describe('by the measured policy', () => {
  test('CONCERN-50: asked at seven minutes where the risk is high, else at the latest moment; the terms add up to the surprise', () => {
    let usual = 0
    for (const seed of SEEDS) {
      const { night, opened } = playWings({ seed, minutes: 88 })
      const facts = factsOf(night.plan, 'GB')
      for (const { due, person, clock, risk, because, seq } of opened) {
        const planned = must(facts.dueOf(due ?? ''), 'it was for an entrance')
        const before = planned.clock - clock
        const early = before > 6.5
        expect([seed, due, risk >= (early ? (quiet.riskEarly ?? 0) : quiet.riskAtDeadline)]).toEqual([
          seed,
          due,
          true,
        ])
        const moment = planned.clock - (early ? 7 : leadOf(quiet))
        expect(clock - moment).toBeLessThan(0.1)
        const seen = night.log.flatMap(({ type, body, seq: at }) => {
          const { people, clock: seenAt } = body as unknown as PersonSeen
          return type === 'person.seen' && at < seq && people.includes(person) ? [seenAt] : []
        })
        const off = facts.spansOf(person).flatMap(({ to }) => (to <= moment ? [to] : []))
        const minutes = moment - Math.max(0, ...seen, ...off)
        const surprise = because.reduce((sum, term) => sum + term.surprise, 0)
        expect(because.every((term) => term.surprise >= 0)).toBe(true)
        // Each minute weighs at least itself, and at most all that was missed since.
        expect(risk).toBeGreaterThanOrEqual(minutes - 1e-6)
        expect(risk).toBeLessThanOrEqual(minutes * Math.exp(surprise) + 1e-6)
        if (surprise === 0) expect(risk).toBeCloseTo(minutes, 6)
        const missed = missedBy(night.plan, { person, from: moment - minutes, to: moment })
        expect(surprise).toBeCloseTo(
          missed
            .filter(({ name }) => because.some((term) => term.kind === 'usual' && term.name === name))
            .reduce((sum, one) => sum + one.surprise, 0),
          6,
        )
        usual += because.filter(({ kind }) => kind === 'usual').length
      }
    }
    expect(usual).toBeGreaterThan(10)
  })

  test('CONCERN-51: a hold, however long, changes neither whom it asks about nor at which minute of the show', () => {
    for (const [index, seed] of SEEDS.entries()) {
      const plain = playWings({ seed, minutes: 70 })
      const hold = { at: 15 + 2 * index, minutes: 4 + index }
      const held = playWings({ seed, minutes: 70, hold })
      const said = (of: typeof plain) => of.opened.map(({ due, clock }) => [due, clock.toFixed(2)])
      expect([seed, said(held)]).toEqual([seed, said(plain)])
      const [from, to] = [
        held.night.state.calling.holds[0]?.from ?? 0,
        held.night.state.calling.holds[0]?.to ?? 0,
      ]
      const during = held.night.events('concern.opened').filter(({ at }) => at > from && at < to)
      expect(during).toEqual([])
    }
  })

  test('CONCERN-52: nobody is asked about because of a side that tells of nobody, and what it did not write says nothing', () => {
    let blind = 0
    for (const seed of SEEDS) {
      for (const unheard of [true, false]) {
        const from = 20 + (seed % 20)
        const { night, opened } = playWings({ seed, minutes: 88, tapped: 0.9, blind: { from, unheard } })
        const facts = factsOf(night.plan, 'GB')
        const named = night.events('source.blind').at(0)
        if (unheard) expect(named?.body).toMatchObject({ source: 'stage right', blind: true })
        if (named === undefined) continue
        blind += 1
        const after = opened.filter(({ seq }) => seq > named.seq)
        const atSide = after.filter(({ place }) => facts.sideOf(place) === 'stage right')
        expect([seed, unheard, atSide]).toEqual([seed, unheard, []])
        for (const { because, person } of after)
          for (const { kind, name } of because) {
            const lost = facts.usualOf(person).find((one) => one.name === name)
            if (kind === 'usual') expect([seed, lost?.source]).toEqual([seed, 'stage left'])
          }
      }
    }
    expect(blind).toBeGreaterThan(SEEDS.length)
  }, 120_000)
})

describe('by the clock on the wall', () => {
  test('CONCERN-53: in a hold whoever has still to come on and was unseen for an hour is asked about, once', () => {
    const night = new Evening()
    night.pass(10 * 60)
    night.do({ name: 'clock.hold' }, caller)
    // Mia came off at minute 4.
    night.wait((UNSEEN_BY_THE_WALL - 6) * 60_000 - 2_000).pass(1)
    expect(night.state.presence.concerns.concerns).toEqual([])
    night.pass(3)
    expect(night.concern()).toMatchObject({ person: 'mia', due: null, dueAt: null, rung: 1 })
    night.answer('asa', 'on their way')
    night.pass(60)
    expect(night.events('concern.opened')).toHaveLength(1)
  })
})

describe('what a look costs', () => {
  test('CONCERN-54: a look reads the plan and the sightings once for each that there is of either, not at each look', () => {
    const { night } = playWings({ seed: 4_001, minutes: 40 })
    let reads = 0
    const counted = <Of extends object>(list: Of): Of =>
      new Proxy(list, {
        get: (target, key, receiver) => {
          reads += typeof key === 'string' && /^\d+$/.test(key) ? 1 : 0
          return Reflect.get(target, key, receiver) as unknown
        },
      })
    const { show } = night.plan
    const plan = {
      ...night.plan,
      timeline: { ...night.plan.timeline },
      show: {
        ...show,
        obligations: counted(show.obligations),
        changes: counted(show.changes),
        handOffs: counted(show.handOffs),
      },
    }
    const { sightings } = night.state.presence
    const presence = { ...night.state.presence, sightings: { ...sightings, list: counted(sightings.list) } }
    const state = { ...night.state, presence }
    presenceDue(plan, state, night.now)
    expect(reads).toBeGreaterThan(show.obligations.length)
    reads = 0
    for (let second = 0; second < 60; second += 1) presenceDue(plan, state, night.wait(1000).now)
    expect(reads).toBe(0)
  })
})

describe('who is asked, and who leads it', () => {
  test('CONCERN-56: whoever is asked is told where they must be next; behind a locked door, who has the keys', () => {
    const show = quietEvening()
    const help = { ...show.venue.help, keys: 'Stage door' }
    const night = new Evening({ ...show, venue: { ...show.venue, help } })
    night.pass(24 * 60 + 2)
    const asked = view(night.plan, night.state, phone('asa'), night.now).asks?.asks[0]
    expect(asked?.ownNextDue).toEqual({
      title: 'Comes on right',
      at: night.now + (60 - 24) * 60_000 - 2_000,
    })
    const line = () => view(night.plan, night.state, caller, night.now).concerns?.concerns[0]
    expect(line()?.keyHolder).toBeNull()
    night.answer('asa', 'door locked')
    expect(line()?.keyHolder).toBe('Stage door')
  })
})
