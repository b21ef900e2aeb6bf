// What cover does at its bounds: too many questions, a solver that says nothing, a plan that never fits, a file that is too long.

import { expect, onTestFinished, test } from 'vitest'
import { orderOf } from '../../src/core/cover/cover-night.ts'
import { MEANS_MAX, PEOPLE_MAX, REPLOTS_MAX, readCoverNight } from '../../src/formats/cover-night/read.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { AGAIN_MAX, coverTonight } from '../../src/server/cover/cover.ts'
import { ANSWER_MS_MAX, LETTERS_MAX, openSolver, QUESTIONS_MAX } from '../../src/server/cover/solver.ts'
import { isPossible } from '../cover/brute.ts'
import { longRowNight } from '../cover/nights.ts'
import { replotted } from '../cover/worked-example.ts'
import { TestClock } from '../kit/server.ts'

/** One choice, and it is better not made. */
const EASY = 'asp 1 0 0\n1 1 1 1 0 0\n2 1 1 1 1\n4 2 a1 1 1\n0\n'

/** Nobody seats eleven pigeons in ten holes, and it takes very long to be sure of it. */
function pigeons(): string {
  const holes = 10
  const atom = (pigeon: number, hole: number) => pigeon * holes + hole + 1
  const all = Array.from({ length: holes + 1 }, (_, pigeon) =>
    Array.from({ length: holes }, (_, hole) => atom(pigeon, hole)),
  )
  const seated = all.flatMap((row) => [
    `1 1 ${row.length} ${row.join(' ')} 0 0`,
    `1 0 0 0 ${row.length} ${row.map((one) => -one).join(' ')}`,
  ])
  const alone = Array.from({ length: holes }, (_, hole) => {
    const column = all.map((row) => `${row[hole]} 1`)
    return `1 0 0 1 2 ${column.length} ${column.join(' ')}`
  })
  return `asp 1 0 0\n${[...seated, ...alone].join('\n')}\n0\n`
}

test('COVER-10: so many questions wait, one more is refused, and all that waited are answered', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const asked = Array.from({ length: QUESTIONS_MAX + 1 }, () => solver.solve(EASY))
  const answers = await Promise.all(asked)
  expect(answers.map(({ done }) => done)).toEqual([...Array(QUESTIONS_MAX).fill('answer'), 'failed'])
  expect(await solver.solve(EASY)).toEqual({ done: 'answer', proved: true, holds: [] })
})

test('COVER-10: a solver that says nothing is ended when its own time is over, and the next question finds a new one', async () => {
  const clock = new TestClock()
  const solver = openSolver(clock)
  onTestFinished(solver.close)
  const question = solver.question()
  const endless = question(pigeons())
  const behind = solver.solve(EASY)
  await Promise.resolve()
  clock.pass(ANSWER_MS_MAX - 1)
  clock.pass(1)
  expect((await endless).done).toBe('failed')
  expect((await behind).done).toBe('answer')
  // All rounds of one question have that time together.
  expect((await question(EASY)).done).toBe('failed')
})

test('COVER-10: a solver that broke is not asked again, and what does not fit into it never is', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const long = (letters: number) => {
    const rule = '1 0 0 0 2 1 -1\n'
    const body = EASY.slice(0, -2) + rule.repeat(Math.floor((letters - EASY.length) / rule.length))
    return `${body.padEnd(letters - 2, '\n')}0\n`
  }
  expect((await solver.solve(long(LETTERS_MAX))).done).toBe('answer')
  expect(await solver.solve(long(LETTERS_MAX + 1))).toMatchObject({ done: 'failed', why: /too much/ })
  expect((await solver.solve('no program')).done).toBe('failed')
  expect((await solver.solve(EASY)).done).toBe('answer')
})

test('COVER-10: out of time between two rounds, the best plan so far that people can do stands, and is not said to be proved', async () => {
  const solver = openSolver(systemClock)
  onTestFinished(solver.close)
  const night = longRowNight()
  let rounds = 0
  const found = await coverTonight(night, async (text) => {
    rounds += 1
    return rounds === 1 ? solver.solve(text) : { done: 'failed', why: 'No more time.' }
  })
  expect([rounds, found.proved, found.fallback, isPossible(night, found.plan)]).toEqual([
    ...[2, false, 'No more time.', true],
  ])
  const stand = await coverTonight(night, async () => ({ done: 'failed', why: 'It is not there.' }))
  const level = orderOf(night.levels).find((at) => found.worth[at] !== stand.worth[at]) ?? 0
  expect(found.worth[level]).toBeLessThanOrEqual(stand.worth[level] ?? 0)
  // With all the time there is, the row comes back from the check, and the night is asked again.
  const whole = await coverTonight(night, solver.solve)
  expect([whole.proved, whole.plan.assignments.find((one) => one.obligation === 'entrance')?.person]).toEqual(
    [true, null],
  )
})

test('COVER-6: an answer that people cannot do is asked again so often at most, and then the plan without the solver stands in', async () => {
  let asked = 0
  const found = await coverTonight(replotted, async (text) => {
    asked += 1
    // Everything at once: nobody is in two places.
    const holds = [...text.matchAll(/^4 \d+ (a\d+) 1 \d+$/gm)].map(([, name]) => name ?? '')
    return { done: 'answer', proved: true, holds }
  })
  expect(asked).toBeLessThanOrEqual(AGAIN_MAX + 1)
  expect([found.proved, found.fallback !== null, isPossible(replotted, found.plan)]).toEqual([
    false,
    true,
    true,
  ])
})

test('COVER-7: a night holds so many people and re-plots, and one more is refused with its place', () => {
  const read = (people: number, replots: number, means = 0) =>
    readCoverNight(
      JSON.stringify({
        ...replotted,
        format: 'ghostlight night 1',
        people: [
          ...replotted.people,
          ...Array.from({ length: people - replotted.people.length }, (_, index) => ({
            id: `more ${index}`,
          })),
        ],
        replots: Array.from({ length: replots }, (_, index) => ({
          ...{ id: `r${index}`, title: 'another way', cost: 1, changes: [] },
        })),
        means: Array.from({ length: means }, (_, index) => ({ id: `m${index}`, many: 1 })),
      }),
    )
  expect(read(PEOPLE_MAX, REPLOTS_MAX).ok).toBe(true)
  expect(read(PEOPLE_MAX + 1, 0)).toMatchObject({ ok: false, errors: [{ pointer: '/people' }] })
  expect(read(10, 0, MEANS_MAX).ok).toBe(true)
  expect(read(10, 0, MEANS_MAX + 1)).toMatchObject({ ok: false, errors: [{ pointer: '/means' }] })
  expect(read(10, REPLOTS_MAX + 1)).toMatchObject({ ok: false, errors: [{ pointer: '/replots' }] })
})
