// The one writer of a stream: in turn, once ever, within bounds, and the same after a restart.

import { expect, test } from 'vitest'
import { settled } from '../../../test/kit/server.ts'
import { type Coin, FULL, keptCoins, openTill, type Till, till } from '../../../test/kit/till.ts'
import { instant } from '../../core/kit/time.ts'
import { emptyShelf } from '../log/memory.ts'
import { BATCH_MAX, type Kernel, QUEUE_MAX, SNAPSHOT_EVERY } from './owner.ts'

test('OWNER-1: decided in order, appended, folded in, told to who listens, then to the senders', async () => {
  const opened = await openTill()
  const { owner, ask, log } = opened
  const told: string[] = []
  owner.onChange(() => told.push(`change at ${owner.state().sum}, ${log.calls.length} appends`))
  const answers = [ask('one', 1), ask('two', 2), ask('three', 3)]
  answers.forEach((answer) => void answer.then(() => told.push(`answer at ${owner.state().sum}`)))
  expect(owner.state().sum).toBe(0)
  expect(await Promise.all(answers)).toEqual([
    { ok: true, seq: 1 },
    { ok: true, seq: 2 },
    { ok: true, seq: 3 },
  ])
  expect(told).toEqual(['change at 6, 1 appends', 'answer at 6', 'answer at 6', 'answer at 6'])
  expect(await keptCoins(opened)).toEqual([1, 2, 3])
})

test('OWNER-1: nothing is folded in before the log has answered', async () => {
  const { owner, ask, log } = await openTill()
  const { append } = log
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  Object.assign(log, {
    append: async (appends: Parameters<typeof append>[0]) => {
      const outcomes = await append(appends)
      await gate
      return outcomes
    },
  })
  const answer = ask('one', 5)
  await settled()
  expect(owner.state().sum).toBe(0)
  release()
  await answer
  expect(owner.state().sum).toBe(5)
})

test('OWNER-2: what arrives together is one call of the log, and no call has more than a batch', async () => {
  const { ask, log, owner } = await openTill()
  await Promise.all([ask('a', 1), ask('b', 1)])
  await ask('c', 1)
  await Promise.all(Array.from({ length: 2 * BATCH_MAX + 50 }, (_each, index) => ask(`many-${index}`, 1)))
  expect(log.calls.map((appends) => appends.length)).toEqual([2, 1, BATCH_MAX, BATCH_MAX, 50])
  expect(owner.state().sum).toBe(2 * BATCH_MAX + 53)
})

test('OWNER-3, OWNER-4: the same command again gets the same answer, accepted or refused, also after a restart', async () => {
  const shelf = emptyShelf()
  const first = await openTill(shelf)
  const answers = [await first.ask('yes', 7), await first.ask('no', -1)]
  await first.ask('more', FULL - 7)
  expect([await first.ask('yes', 7), await first.ask('no', 9)]).toEqual(answers)
  expect(first.owner.state().coins).toEqual([7, FULL - 7])
  await first.owner.close()
  const second = await openTill(shelf)
  expect([await second.ask('yes', 7), await second.ask('no', 1)]).toEqual(answers)
  expect(answers[1]).toEqual({ ok: false, refusal: { code: 'no-coin', sentence: 'That is not a coin.' } })
  expect(await keptCoins(second)).toEqual([7, FULL - 7])
})

test('OWNER-3: in one breath with new ones, a command sent twice takes effect once, and the others once each', async () => {
  const opened = await openTill()
  const { ask, owner } = opened
  await ask('old', 10)
  const answers = await Promise.all([ask('a', 1), ask('old', 10), ask('b', 2), ask('a', 1), ask('c', 3)])
  expect(answers).toEqual([
    { ok: true, seq: 2 },
    { ok: true, seq: 1 },
    { ok: true, seq: 3 },
    { ok: true, seq: 2 },
    { ok: true, seq: 4 },
  ])
  expect(owner.state()).toEqual({ sum: 16, coins: [10, 1, 2, 3] })
  expect(await keptCoins(opened)).toEqual([10, 1, 2, 3])
})

test('OWNER-3: a refusal that was guessed on a command that turns out old is decided again', async () => {
  const { ask, owner } = await openTill()
  await ask('big', FULL - 10)
  // On the guess that `big` is new, `small` would not fit.
  const [, small] = await Promise.all([ask('big', FULL - 10), ask('small', 10)])
  expect(small).toEqual({ ok: true, seq: 2 })
  expect(owner.state().sum).toBe(FULL)
})

test('OWNER-5: what the server itself records is recorded once', async () => {
  const opened = await openTill()
  const event = { type: 'coin.taken', v: 1, body: { coin: 4 } }
  const answers = [
    await opened.owner.record('open', 'machine', [event]),
    await opened.owner.record('open', 'machine', [event]),
  ]
  expect(answers).toEqual([
    { ok: true, seq: 1 },
    { ok: true, seq: 1 },
  ])
  expect(await keptCoins(opened)).toEqual([4])
})

test('OWNER-6: recorded time does not go back with the clock, nor over a restart', async () => {
  const shelf = emptyShelf()
  const opened = await openTill(shelf)
  await opened.ask('one', 1)
  const latest = opened.clock.now()
  opened.clock.setBack(3_600_000)
  await opened.ask('two', 1)
  await opened.owner.close()
  const again = await openTill(shelf, till(), opened.clock)
  await again.ask('three', 1)
  expect((await again.log.read('till', 1, 10)).map((event) => event.at)).toEqual([latest, latest, latest])
  again.clock.pass(3_600_001)
  await again.ask('four', 1)
  expect((await again.log.head('till')).at).toBe(instant(latest + 1))
})

test('OWNER-11: a thousand commands wait, one more is not taken', async () => {
  const { ask, owner } = await openTill()
  const waiting = Array.from({ length: QUEUE_MAX }, (_each, index) => ask(`c${index}`, 1))
  expect(await ask('one-more', 1)).toEqual({ ok: false, failure: 'This was not taken. Press again.' })
  expect((await Promise.all(waiting)).every((answer) => answer.ok)).toBe(true)
  expect(await ask('one-more', 1)).toEqual({ ok: true, seq: QUEUE_MAX + 1 })
  expect(owner.state().sum).toBe(QUEUE_MAX + 1)
})

test('OWNER-6: nor does the time that commands are decided at, also after a start from a snapshot', async () => {
  const shelf = emptyShelf()
  const times: number[] = []
  const watching = {
    ...till(),
    decide: (...[state, coin, context]: Parameters<ReturnType<typeof till>['decide']>) => {
      times.push(context.at)
      return till().decide(state, coin, context)
    },
  }
  const opened = await openTill(shelf, watching)
  const latest = opened.clock.now()
  await opened.ask('one', 1)
  opened.clock.setBack(3_600_000)
  await Promise.all([opened.ask('two', 1), opened.ask('three', -1)])
  await opened.owner.close()
  const again = await openTill(shelf, watching, opened.clock)
  await again.ask('four', 1)
  expect(times).toEqual([latest, latest, latest, latest])
})

test('OWNER-12: snapshots are saved every so many events and at the end, and starting from one changes nothing', async () => {
  const shelf = emptyShelf()
  const first = await openTill(shelf)
  for (let count = 0; count < SNAPSHOT_EVERY - 1; count += 1) await first.ask(`c${count}`, count + 1)
  await settled()
  expect(await first.log.snapshot('till', 'till@1')).toBeNull()
  await first.ask('last', 9)
  await settled()
  expect(await first.log.snapshot('till', 'till@1')).toMatchObject({ seq: SNAPSHOT_EVERY })
  await first.ask('after', 3)
  await first.owner.close()
  expect(await first.log.snapshot('till', 'till@1')).toMatchObject({ seq: SNAPSHOT_EVERY + 1 })
  let folded = 0
  const counting = {
    ...till(),
    apply: (...args: Parameters<Kernel<Till, Coin>['apply']>) => {
      folded += 1
      return till().apply(...args)
    },
  }
  const second = await openTill(shelf, counting)
  expect([folded, second.owner.state()]).toEqual([0, first.owner.state()])
  const other = await openTill(shelf, { ...counting, projector: 'till@2' })
  expect([folded, other.owner.state()]).toEqual([SNAPSHOT_EVERY + 1, first.owner.state()])
  expect(await other.ask('again', 1)).toEqual({ ok: true, seq: SNAPSHOT_EVERY + 2 })
})

test('OWNER-13: closing waits until everything asked before is answered', async () => {
  const { ask, owner } = await openTill()
  let answered = 0
  const waiting = Array.from({ length: 250 }, (_each, index) => ask(`c${index}`, 1))
  for (const one of waiting) void one.then(() => (answered += 1))
  await owner.close()
  expect(answered).toBe(250)
})

test('OWNER-18: who pressed is the author, unless the kernel has somebody else stand for them', async () => {
  const [plain, hidden] = [
    await openTill(),
    await openTill(emptyShelf(), { ...till(), authorOf: () => 'somebody' }),
  ]
  for (const { ask } of [plain, hidden]) await ask('one', 1)
  const authors = async ({ log }: typeof plain) => (await log.read('till', 1, 10)).map(({ by }) => by)
  expect([await authors(plain), await authors(hidden)]).toEqual([['caller-device'], ['somebody']])
})
