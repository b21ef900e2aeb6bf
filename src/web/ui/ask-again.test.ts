// A page that asks again and again, with a clock, a network and a browser's tab of our own.

import { expect, test } from 'vitest'
import { ANSWER_MS_MAX, type Came, type Rounds, UNREACHED_MS, unreached } from '../answers/rounds.ts'
import { type Around, askAgain } from './ask-again.ts'

const EVERY_MS = 60_000

class Tab extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
  show(state: DocumentVisibilityState): void {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** `answer`: null where it never comes. */
function page({ alsoHidden = false, everyMs = EVERY_MS as number | null } = {}) {
  const tab = new Tab()
  const network = new EventTarget()
  const clock = { now: 0 }
  const timers = new Set<{ readonly at: number; readonly then: () => void }>()
  const wait: Around['wait'] = (ms, then) => {
    const timer = { at: clock.now + ms, then }
    timers.add(timer)
    return () => timers.delete(timer)
  }
  const house: { answer: (() => Came<number>) | null; asked: number } = { answer: null, asked: 0 }
  house.answer = () => ({ is: 'told', told: house.asked })
  let told: Rounds<number> | null = null
  const ask = (signal: AbortSignal): Promise<Came<number>> => {
    house.asked += 1
    const { answer } = house
    if (answer !== null) return Promise.resolve().then(answer)
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(unreached)))
  }
  const around = { now: () => clock.now, clock: () => 1_000_000 + clock.now, wait, page: tab, network }
  const asking = askAgain<number>(
    { pace: { everyMs, alsoHidden }, ask, tell: (rounds) => (told = rounds) },
    around,
  )
  const pass = async (ms: number) => {
    for (const until = clock.now + ms; ; ) {
      const [next] = [...timers].filter(({ at }) => at <= until).toSorted((one, other) => one.at - other.at)
      clock.now = next?.at ?? until
      if (next === undefined) return settled()
      timers.delete(next)
      next.then()
      await settled()
    }
  }
  return { tab, network, house, asking, pass, timers, rounds: () => told }
}

test('SCREENS-14: it asks at its pace, at once when it is seen again or the network is back, and never in a hidden tab', async () => {
  const { tab, network, house, pass, timers, asking, rounds } = page()
  await settled()
  expect(rounds()?.shown).toStrictEqual({ told: 1, at: 1_000_000 })
  await pass(3 * EVERY_MS)
  expect(house.asked).toBe(4)
  tab.show('hidden')
  await pass(10 * EVERY_MS)
  network.dispatchEvent(new Event('online'))
  await pass(EVERY_MS)
  expect(house.asked).toBe(4)
  tab.show('visible')
  await settled()
  expect(house.asked).toBe(5)
  network.dispatchEvent(new Event('online'))
  await pass(EVERY_MS - 1)
  expect(house.asked).toBe(6)
  // However many times somebody wants it while one is on its way, one more follows.
  asking.again()
  asking.again()
  asking.again()
  await settled()
  expect(house.asked).toBe(8)
  asking.end()
  tab.show('hidden')
  tab.show('visible')
  network.dispatchEvent(new Event('online'))
  await pass(10 * EVERY_MS)
  expect([house.asked, timers.size]).toStrictEqual([8, 0])
})

test('SCREENS-14: what is done for others goes on in a hidden tab', async () => {
  const { tab, house, pass, asking } = page({ alsoHidden: true })
  await settled()
  tab.show('hidden')
  await pass(5 * EVERY_MS)
  expect(house.asked).toBe(6)
  asking.end()
})

test('SCREENS-14, SCREENS-16: a house that never answers holds nothing up, one that breaks off neither, and both are said', async () => {
  const { house, pass, asking, rounds } = page()
  await settled()
  house.answer = null
  await pass(EVERY_MS + ANSWER_MS_MAX)
  expect(rounds()?.why).toStrictEqual(unreached)
  expect(rounds()?.shown?.told).toBe(1)
  house.answer = () => {
    throw new Error('an answer that is none')
  }
  await pass(UNREACHED_MS)
  expect([house.asked, rounds()?.why]).toStrictEqual([3, unreached])
  house.answer = () => ({ is: 'told', told: 99 })
  await pass(UNREACHED_MS)
  expect([house.asked, rounds()?.shown?.told, rounds()?.why]).toStrictEqual([4, 99, null])
  asking.end()
})

test('SCREENS-15: a press is answered with how it stands then; what it came to is its own, and after the end nothing is shown', async () => {
  const { house, asking, rounds, pass } = page({ everyMs: null })
  await settled()
  expect(await asking.press(async () => ({ is: 'told', told: 50 }))).toStrictEqual({ is: 'told', told: 50 })
  expect([rounds()?.shown?.told, rounds()?.press?.came]).toStrictEqual([50, { is: 'told', told: 50 }])
  await pass(10 * EVERY_MS)
  expect(house.asked).toBe(1)
  const last = asking.press(async () => ({ is: 'told', told: 60 }))
  asking.end()
  expect(await last).toStrictEqual({ is: 'told', told: 60 })
  expect(rounds()?.shown?.told).toBe(50)
})
