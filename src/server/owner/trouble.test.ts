// The one writer of a stream when the log fails, another one takes over, or we are wrong ourselves.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOST, type Mood, settled } from '../../../test/kit/server.ts'
import { BREAKS_APPLY, BREAKS_DECIDE, type Coin, FULL, keptCoins, openTill } from '../../../test/kit/till.ts'
import { must } from '../../core/kit/assert.ts'
import { emptyShelf } from '../log/memory.ts'
import { ASK_AGAIN_MS, BATCH_MAX, CONFLICTS_MAX, type OwnerAnswer, PASSED_OVER_MAX } from './owner.ts'

test.for(['loses', 'throws'] as const)(
  'OWNER-7: while the log %s, commands fail, nothing is folded in, and everybody is told until it keeps again',
  async (mood) => {
    const { log, ask, owner } = await openTill()
    const told: (string | null)[] = []
    owner.onChange(() => told.push(owner.failing()))
    await ask('before', 1)
    log.mood(mood)
    expect(await Promise.all([ask('a', 1), ask('b', 1)])).toEqual([
      { ok: false, failure: LOST },
      { ok: false, failure: LOST },
    ])
    expect(await ask('c', 1)).toEqual({ ok: false, failure: LOST })
    expect([owner.state().sum, owner.failing()]).toEqual([1, LOST])
    log.mood('well')
    expect(await ask('a', 1)).toEqual({ ok: true, seq: 2 })
    expect([owner.state().sum, owner.failing()]).toEqual([2, null])
    expect(told).toEqual([null, LOST, null])
  },
)

test('OWNER-7: a refusal that was kept also ends the failing', async () => {
  const { log, ask, owner } = await openTill()
  log.mood('loses')
  await ask('a', 1)
  log.mood('well')
  expect(await ask('b', -1)).toMatchObject({ refusal: { code: 'no-coin' } })
  expect(owner.failing()).toBeNull()
})

test.for(['lies', 'throws-after'] as const)(
  'OWNER-8: what was kept although the log %s is found before anything more is decided',
  async (mood) => {
    const opened = await openTill()
    const { log, ask, owner } = opened
    await ask('before', 1)
    log.mood(mood)
    expect(await ask('unsure', FULL - 1)).toEqual({ ok: false, failure: LOST })
    expect([owner.state().sum, owner.failing()]).toEqual([FULL, LOST])
    log.mood('well')
    expect(await ask('next', 1)).toEqual({
      ok: false,
      refusal: { code: 'full', sentence: `The till holds ${FULL}.` },
    })
    expect(await ask('unsure', FULL - 1)).toEqual({ ok: true, seq: 2 })
    expect([owner.state().sum, owner.failing()]).toEqual([FULL, null])
    expect(await keptCoins(opened)).toEqual([1, FULL - 1])
  },
)

test('OWNER-8: while the log cannot be read nothing is decided, and it is asked again every second', async () => {
  const opened = await openTill()
  const { log, ask, owner, clock } = opened
  const told: number[] = []
  owner.onChange(() => told.push(owner.state().sum))
  log.mood('dark')
  await ask('unsure', 5)
  expect(await ask('next', 1)).toEqual({ ok: false, failure: LOST })
  clock.pass(ASK_AGAIN_MS)
  await settled()
  expect([owner.state().sum, log.calls.length]).toEqual([0, 1])
  log.mood('well')
  clock.pass(ASK_AGAIN_MS)
  await settled()
  expect([owner.state().sum, log.calls.length]).toEqual([5, 1])
  expect(told).toEqual([0, 5])
  expect(await ask('next', 1)).toEqual({ ok: true, seq: 2 })
  expect(await keptCoins(opened)).toEqual([5, 1])
})

test('OWNER-9: an owner whose stream another has claimed steps down', async () => {
  const shelf = emptyShelf()
  const old = await openTill(shelf)
  await old.ask('one', 1)
  const young = await openTill(shelf)
  expect(await old.ask('two', 2)).toMatchObject({ ok: false, failure: expect.stringContaining('Another') })
  expect(await old.ask('one', 1)).toEqual({ ok: true, seq: 1 })
  await old.ask('three', 3)
  expect([old.owner.state().sum, old.owner.failing()]).toEqual([1, expect.stringContaining('Another')])
  expect(await young.ask('two', 2)).toEqual({ ok: true, seq: 2 })
  expect(await keptCoins(young)).toEqual([1, 2])
})

test('OWNER-10: what the log knows better is decided again, three times at most, and the next one starts afresh', async () => {
  const opened = await openTill()
  const { log, ask } = opened
  const { append } = log
  let conflicts = Number.POSITIVE_INFINITY
  let calls = 0
  Object.assign(log, {
    append: async (appends: Parameters<typeof append>[0]) => {
      calls += 1
      conflicts -= 1
      return conflicts >= 0 ? appends.map(() => ({ done: 'conflict', head: 99 })) : append(appends)
    },
  })
  expect(await ask('never', 1)).toMatchObject({ ok: false, failure: expect.any(String) })
  expect(calls).toBe(CONFLICTS_MAX + 1)
  // Both wait already when the first is given up.
  conflicts = CONFLICTS_MAX + 2
  const slow = Promise.all(Array.from({ length: BATCH_MAX }, (_each, index) => ask(`slow-${index}`, 1)))
  const next = ask('next', 1)
  expect((await slow).every((answer) => !answer.ok)).toBe(true)
  expect(await next).toEqual({ ok: true, seq: 1 })
  expect(await keptCoins(opened)).toEqual([1])
})

test('OWNER-14: an event that cannot be folded in is counted and passed over, now and after a restart', async () => {
  const shelf = emptyShelf()
  const first = await openTill(shelf)
  await first.ask('one', 1)
  expect(await first.ask('poison', BREAKS_APPLY)).toEqual({ ok: true, seq: 2 })
  await first.ask('two', 2)
  expect([first.owner.state().coins, first.owner.quarantined()]).toEqual([[1, 2], 1])
  const second = await openTill(shelf)
  expect([second.owner.state().coins, second.owner.quarantined()]).toEqual([[1, 2], 1])
})

test('OWNER-15: a command that breaks the deciding fails alone and leaves nothing', async () => {
  const opened = await openTill()
  const { ask, owner } = opened
  const answers = await Promise.all([ask('a', 1), ask('broken', BREAKS_DECIDE), ask('b', 2)])
  expect(answers).toEqual([
    { ok: true, seq: 1 },
    { ok: false, failure: expect.any(String) },
    { ok: true, seq: 2 },
  ])
  expect([owner.state().sum, owner.failing()]).toEqual([3, null])
  expect(await opened.log.answer('till', 'broken')).toBeNull()
  expect(await ask('c', 3)).toEqual({ ok: true, seq: 3 })
})

test('OWNER-15: whoever breaks while listening keeps nobody from their answer, nor others from hearing', async () => {
  const { ask, owner } = await openTill()
  let heard = 0
  owner.onChange(() => {
    throw new Error('a screen broke')
  })
  owner.onChange(() => {
    heard += 1
  })
  expect(await ask('a', 1)).toEqual({ ok: true, seq: 1 })
  expect(await ask('b', 1)).toEqual({ ok: true, seq: 2 })
  expect(heard).toBe(2)
})

type Burst = { readonly mood: Mood; readonly asks: readonly (readonly [number, number])[] }
const anyBurst: fc.Arbitrary<Burst> = fc.record({
  mood: fc.constantFrom('well', 'well', 'loses', 'lies', 'throws', 'throws-after', 'dark'),
  asks: fc.array(fc.tuple(fc.nat(11), fc.constantFrom(1, 5, -1, 300_000, BREAKS_DECIDE)), { maxLength: 6 }),
})

test('OWNER-16: whatever the log does, in the end every command took effect once or was refused, and each was told so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyBurst, { maxLength: 8 }), fc.boolean(), async (bursts, restarts) => {
      const shelf = emptyShelf()
      let opened = await openTill(shelf)
      // A command is what was first asked under its name; asking again is asking for the same.
      const coins = new Map<string, number>()
      const told = new Map<string, OwnerAnswer>()
      const asking = async (id: string, coin: number) => {
        if (!coins.has(id)) coins.set(id, coin)
        const answer = await opened.ask(id, coins.get(id) ?? coin)
        const before = told.get(id)
        if (before && (before.ok || 'refusal' in before))
          expect([id, 'failure' in answer || answer]).toEqual([id, 'failure' in answer || before])
        if (!('failure' in answer)) told.set(id, answer)
      }
      for (const { mood, asks } of bursts) {
        opened.log.mood(mood)
        await Promise.all(asks.map(([name, coin]) => asking(`c${name}`, coin)))
        if (restarts) {
          await opened.owner.close()
          opened = await openTill(shelf)
        }
      }
      opened.log.mood('well')
      for (const [id, coin] of coins) await asking(id, coin)
      await asking('last', -1)
      const sound = [...coins].filter(([, coin]) => coin !== BREAKS_DECIDE)
      expect([...told.keys()].sort()).toEqual(sound.map(([id]) => id).sort())
      const events = await opened.log.read('till', 1, 10_000)
      const taken = events.map(({ command, body }) => [command, (body as Coin).coin])
      const yes = sound.filter(([id]) => told.get(id)?.ok)
      expect(taken.sort()).toEqual(yes.sort())
      for (const event of events) expect(told.get(event.command)).toEqual({ ok: true, seq: event.seq })
      expect(opened.owner.state().coins).toEqual(events.map((event) => (event.body as Coin).coin))
      expect(opened.owner.failing()).toBeNull()
    }),
    { numRuns: 150 },
  )
})

test('LOG-26: damage is passed over at the opening as often as the bound says; beyond it nothing is opened', async () => {
  const shelf = emptyShelf()
  const { ask, owner } = await openTill(shelf)
  for (let each = 0; each <= PASSED_OVER_MAX + 1; each += 1) await ask(`coin-${each}`, 1)
  await owner.close()
  const stream = must(shelf.streams.get('till'), 'it was opened')
  const spoil = (seq: number) => {
    stream.rows[seq - 1] = { ...must(stream.rows[seq - 1], 'it was taken'), v: 9 }
  }
  stream.snapshots.clear()
  for (let seq = 1; seq <= PASSED_OVER_MAX; seq += 1) spoil(seq)
  const opened = await openTill(shelf)
  expect(opened.owner.state().sum).toBe(2)
  expect(await opened.ask('after', 1)).toEqual({ ok: true, seq: PASSED_OVER_MAX + 3 })
  await opened.owner.close()
  stream.snapshots.clear()
  spoil(PASSED_OVER_MAX + 1)
  await expect(openTill(shelf)).rejects.toThrow('damaged')
})
