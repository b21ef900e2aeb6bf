// What clasp proves, another solver proves as well: on nights the size of a big musical, level by level.

import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver } from '../../src/server/cover/solver.ts'
import { broadwayNight } from '../cover/broadway.ts'
import { oracle } from '../cover/highs.ts'

/** `npm run soak oracle` compares more. */
const NIGHTS = Number(process.env['GHOSTLIGHT_NIGHTS'] ?? 4)
const OUTS = [6, 4, 2, 8, 1, 5, 3] as const
const SECONDS = 60

test('COVER-11: on nights the size of a big musical another solver finds no better plan', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const ask = await oracle(SECONDS)
  const late: number[] = []
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const outs = OUTS[seed % OUTS.length] ?? 1
    const night = broadwayNight(seed, { outs, ...(seed % 3 === 0 ? { dropsAt: 4_200 } : {}) })
    const [found, other] = [await coverTonight(night, solver.solve), await coverTonight(night, ask)]
    expect({ seed, proved: found.proved }).toEqual({ seed, proved: true })
    if (other.fallback === null) expect({ seed, worth: found.worth }).toEqual({ seed, worth: other.worth })
    else late.push(seed)
  }
  console.log(
    `${NIGHTS - late.length} of ${NIGHTS} nights compared; without an answer from the oracle: ${late}`,
  )
  // An oracle that never answers would judge nothing.
  expect(late.length).toBeLessThanOrEqual(NIGHTS / 10)
})
