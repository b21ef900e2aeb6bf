// Plays as they were imported, cast with doubling by the smallest cast, on nights of absences: every plan is one that people can do.

import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyAbsence } from '../../src/core/absence/absence.ts'
import { verify } from '../../src/core/cover/verify.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { instant } from '../../src/core/kit/time.ts'
import { coverNightOf, planOfChanges } from '../../src/core/night/cover-night-of.ts'
import { emptyNight, type NightState, planOf } from '../../src/core/night/night.ts'
import type { Show } from '../../src/core/show/show.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver, type Solver } from '../../src/server/cover/solver.ts'
import { absentPlays, arePlaysHere, castPlay, castPlays } from '../kit/cast-play.ts'

/** Of each play; `GHOSTLIGHT_NIGHTS`, as the soak sets it, plays more. */
const NIGHTS = Number(process.env['GHOSTLIGHT_NIGHTS'] ?? 50)
const NOW = instant(Date.UTC(2031, 5, 6, 18, 0, 0))

let solver: Solver
beforeAll(() => {
  solver = openSolver(systemClock)
})
afterAll(() => solver.close())

function aNight(show: Show, throws: Dice): NightState {
  const out = new Set(Array.from({ length: throws.whole(1, 3) }, () => throws.pick(show.people).id))
  const words = [{ word: { as: 'out' as const }, until: 'tonight' as const, at: NOW, by: 'sam', from: null }]
  return {
    ...emptyNight,
    absence: { ...emptyAbsence, people: [...out].map((who) => ({ person: who, words })) },
  }
}

test('CASTING-4: imported plays, cast with doubling, on nights of absences: every plan passes the check', async ({
  skip,
}) => {
  if (!arePlaysHere()) return skip(absentPlays)
  for (const file of castPlays) {
    const show = castPlay(file)
    const plan = planOf(show)
    const book = planOfChanges(plan, emptyNight, [], [])
    expect(book && verify(coverNightOf(plan, emptyNight, NOW), book)).toEqual([])
    const took: number[] = []
    let proved = 0
    for (let seed = 1; seed <= NIGHTS; seed += 1) {
      const night = coverNightOf(plan, aNight(show, dice(seed)), NOW)
      const began = performance.now()
      const covered = await coverTonight(night, solver.solve)
      took.push(performance.now() - began)
      if (covered.proved) proved += 1
      expect([file, seed, verify(night, covered.plan)]).toEqual([file, seed, []])
    }
    const sorted = took.toSorted((one, other) => one - other)
    const most = Math.round(sorted.at(-1) ?? 0)
    const median = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)
    process.stdout.write(
      `${file}: ${show.people.length} people, ${show.obligations.length} entrances, ${NIGHTS} nights: ${proved} proved; median ${median} ms, most ${most} ms\n`,
    )
  }
}, 600_000)
