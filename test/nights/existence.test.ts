// Whether somebody left a note cannot be told from outside: a thousand pairs of questions, by their answers and by their times.

import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { ASKS_MAX, TOGETHER_MS } from '../../src/server/vault/asks.ts'
import { noteOf, type SealedDevice, sealedDevice, sealedShow } from '../kit/sealed.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

/** A short look at each change; `GHOSTLIGHT_NIGHTS=1000`, as the soak sets it, for the timing. */
const PAIRS = Math.min(Number(process.env['GHOSTLIGHT_NIGHTS'] ?? 40), 1_000)
/** Times of fewer pairs than this say nothing. */
const TIMED_PAIRS = 1_000
const GUESSED_MAX = 0.55

let house: ServedHouse
let asker: SealedDevice
let skipped = 0
const clock = {
  now: () => instant(systemClock.now() + skipped),
  sinceStart: () => systemClock.sinceStart() + skipped,
  after: systemClock.after,
}
beforeAll(async () => {
  house = await openServedHouse({
    show: {
      ...sealedShow,
      people: [
        ...sealedShow.people,
        ...['eva', 'lou'].map(
          (name) =>
            ({
              ...sealedShow.people[0],
              id: id<'person'>(name),
              name,
              callName: name,
            }) as (typeof sealedShow.people)[number],
        ),
      ],
    },
    clock,
  })
  const eva = await sealedDevice(house, ['perf'], 'eva')
  await eva.leave(noteOf('MARK-evas'))
  asker = await sealedDevice(house, ['SM', 'CM'], 'sal')
})
afterAll(() => house?.close())

type Asked = { readonly status: number; readonly bytes: number; readonly ms: number }
async function ask(person: string): Promise<Asked> {
  const began = performance.now()
  const { status, text } = await asker.ask(person)
  return { status, bytes: text.length, ms: performance.now() - began }
}

/** Of all thresholds on the time, the one that guesses right most often; either way round. */
function bestGuess(left: readonly number[], none: readonly number[]): number {
  const all = [...left.map((ms) => ({ ms, is: 1 })), ...none.map((ms) => ({ ms, is: -1 }))].toSorted(
    (a, b) => a.ms - b.ms,
  )
  let [sum, most] = [0, 0]
  for (const [at, { ms, is }] of all.entries()) {
    sum += is
    // No threshold parts what took as long.
    if (all[at + 1]?.ms !== ms) most = Math.max(most, Math.abs(sum))
  }
  return 0.5 + most / all.length
}

test('VAULT-12: of whoever left a note and whoever left none the answers are the same, and so is the work behind them', async () => {
  const left: Asked[] = []
  const none: Asked[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    if (pair % Math.floor(ASKS_MAX / 2) === 0) skipped += TOGETHER_MS + 1
    // Who is asked for first changes from pair to pair.
    const first = pair % 2 === 0
    for (const isLeft of [first, !first]) (isLeft ? left : none).push(await ask(isLeft ? 'eva' : 'lou'))
  }
  const kinds = new Set([...left, ...none].map(({ status, bytes }) => `${status} ${bytes}`))
  expect([...kinds]).toHaveLength(1)
  const guessed = bestGuess(
    left.map(({ ms }) => ms),
    none.map(({ ms }) => ms),
  )
  console.info(
    `${PAIRS} pairs: the best threshold on the time guesses right in ${(guessed * 100).toFixed(1)} %.`,
  )
  if (PAIRS >= TIMED_PAIRS) expect(guessed).toBeLessThanOrEqual(GUESSED_MAX)
})

test('VAULT-12: a threshold that tells the two apart would be found', () => {
  const odd = Array.from({ length: 200 }, (_, at) => 1 + (at % 7) / 100)
  expect(bestGuess(odd, odd)).toBeLessThanOrEqual(GUESSED_MAX)
  expect(
    bestGuess(
      odd,
      odd.map((ms) => ms + 0.05),
    ),
  ).toBeGreaterThan(0.7)
})
