// The demo show on a hundred nights of absences: every plan is one that people can do, and what is asked again stays.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyAbsence } from '../../src/core/absence/absence.ts'
import { verify } from '../../src/core/cover/verify.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { instant } from '../../src/core/kit/time.ts'
import { changesOf, coverNightOf, planOfChanges } from '../../src/core/night/cover-night-of.ts'
import { spotsOf } from '../../src/core/night/cover-spots.ts'
import { emptyNight, type NightState, planOf } from '../../src/core/night/night.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver, type Solver } from '../../src/server/cover/solver.ts'
import { demoShow } from '../kit/demo-show.ts'

const NIGHTS = 100
const NOW = instant(Date.UTC(2031, 5, 6, 18, 0, 0))
const plan = planOf(demoShow())

let solver: Solver
beforeAll(() => {
  solver = openSolver(systemClock)
})
afterAll(() => solver.close())

/** One to six of the company out, limited, late or out from an item on. */
function aNight(throws: Dice): NightState {
  const cast = plan.show.tracks.filter(({ kind }) => kind !== 'music').flatMap(({ owner }) => owner ?? [])
  const people = [...new Set(Array.from({ length: throws.whole(1, 6) }, () => throws.pick(cast)))]
  return {
    ...emptyNight,
    absence: {
      ...emptyAbsence,
      people: people.map((person) => ({
        person,
        words: [
          {
            word: throws.pick([
              ...[{ as: 'out' }, { as: 'out' }, { as: 'out' }, { as: 'sent-home' }],
              ...[
                { as: 'limited', without: 'no-lifts' },
                { as: 'limited', without: 'voice-only' },
              ],
              ...[{ as: 'ready-at', at: instant(NOW + 3_600_000) }],
              { as: 'out-from', item: throws.pick(plan.timeline.items).id },
            ] as const),
            ...{ until: 'tonight', at: NOW, by: 'sam', from: null },
          },
        ],
      })),
    },
  }
}

test('COVERING-1: the book of the demo show is one that people can do', () => {
  const night = coverNightOf(plan, emptyNight, NOW)
  const book = planOfChanges(plan, emptyNight, [], [])
  expect(book && verify(night, book)).toEqual([])
  expect(spotsOf(plan).flatMap(({ obligations }) => obligations).length).toBe(plan.show.obligations.length)
})

test('COVERING-2: a hundred nights of absences, each plan checked by what knows nothing of the model', async () => {
  const took: number[] = []
  let proved = 0
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const state = aNight(dice(seed))
    const night = coverNightOf(plan, state, NOW)
    const began = performance.now()
    const covered = await coverTonight(night, solver.solve)
    took.push(performance.now() - began)
    if (covered.proved) proved += 1
    expect([seed, covered.fallback, verify(night, covered.plan)]).toEqual([seed, null, []])
    // As it goes into the record and comes back.
    const changes = changesOf(plan, state, covered.plan)
    const again = planOfChanges(plan, state, changes, covered.plan.replots)
    expect([seed, again && verify(night, again)]).toEqual([seed, []])
  }
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
  process.stdout.write(
    `demo show, ${NIGHTS} nights: ${proved} proved; median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms\n`,
  )
  expect(proved).toBeGreaterThan(NIGHTS * 0.9)
})
