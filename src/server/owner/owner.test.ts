// The one writer of a stream, on a real log in memory that can be made to fail.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { LOST, type Mood, type MoodyLog, moodyLog, settled, TestClock } from '../../../test/kit/server.ts'
import { accepted, refused } from '../../core/kit/result.ts'
import { instant } from '../../core/kit/time.ts'
import { emptyShelf, openMemoryLog, type Shelf } from '../log/memory.ts'
import {
  ASK_AGAIN_MS,
  BATCH_MAX,
  CONFLICTS_MAX,
  type Kernel,
  type Owner,
  type OwnerAnswer,
  QUEUE_MAX,
  SNAPSHOT_EVERY,
  startOwner,
} from './owner.ts'

/** A till: coins go in until it is full. Some coins break it. */
type Till = { readonly sum: number; readonly coins: readonly number[] }
type Coin = { readonly coin: number }
const FULL = 1_000_000
const BREAKS_DECIDE = 666
const BREAKS_APPLY = 667

const till = (projector = 'till@1'): Kernel<Till, Coin> => ({
  stream: 'till',
  projector,
  empty: { sum: 0, coins: [] },
  decide: (state, { coin }) => {
    if (coin === BREAKS_DECIDE) throw new Error('our own mistake')
    if (coin <= 0) return refused('no-coin', 'That is not a coin.')
    if (state.sum + coin > FULL) return refused('full', `The till holds ${state.sum}.`)
    return accepted([{ type: 'coin.taken', v: 1, body: { coin } }])
  },
  apply: (state, { body }) => {
    const { coin } = body as Coin
    if (coin === BREAKS_APPLY) throw new Error('our own mistake')
    return { sum: state.sum + coin, coins: [...state.coins, coin] }
  },
})

type Opened = {
  readonly log: MoodyLog
  readonly clock: TestClock
  readonly owner: Owner<Till, Coin>
  readonly ask: (id: string, coin: number) => Promise<OwnerAnswer>
}

async function open(shelf: Shelf = emptyShelf(), kernel = till(), clock = new TestClock()): Promise<Opened> {
  const log = moodyLog(openMemoryLog({ shelf }))
  const owner = await startOwner(log, clock, kernel)
  const by = aViewer('caller')
  const ask = (id: string, coin: number) => owner.submit({ id, by, madeAt: clock.now(), command: { coin } })
  return { log, clock, owner, ask }
}

const kept = async ({ log }: Opened) =>
  (await log.read('till', 1, 10_000)).map((event) => (event.body as Coin).coin)

describe('in turn', () => {
  test('OWNER-1: decided in order, appended, folded in, told to who listens, then to the senders', async () => {
    const opened = await open()
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
    expect(await kept(opened)).toEqual([1, 2, 3])
  })

  test('OWNER-1: nothing is folded in before the log has answered', async () => {
    const { owner, ask, log } = await open()
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
    const { ask, log, owner } = await open()
    await Promise.all([ask('a', 1), ask('b', 1)])
    await ask('c', 1)
    await Promise.all(Array.from({ length: 2 * BATCH_MAX + 50 }, (_each, index) => ask(`many-${index}`, 1)))
    expect(log.calls.map((appends) => appends.length)).toEqual([2, 1, BATCH_MAX, BATCH_MAX, 50])
    expect(owner.state().sum).toBe(2 * BATCH_MAX + 53)
  })

  test('OWNER-3, OWNER-4: the same command again gets the same answer, accepted or refused, also after a restart', async () => {
    const shelf = emptyShelf()
    const first = await open(shelf)
    const answers = [await first.ask('yes', 7), await first.ask('no', -1)]
    await first.ask('more', FULL - 7)
    expect([await first.ask('yes', 7), await first.ask('no', 9)]).toEqual(answers)
    expect(first.owner.state().coins).toEqual([7, FULL - 7])
    await first.owner.close()
    const second = await open(shelf)
    expect([await second.ask('yes', 7), await second.ask('no', 1)]).toEqual(answers)
    expect(answers[1]).toEqual({ ok: false, refusal: { code: 'no-coin', sentence: 'That is not a coin.' } })
    expect(await kept(second)).toEqual([7, FULL - 7])
  })

  test('OWNER-3: in one breath with new ones, a command sent twice takes effect once, and the others once each', async () => {
    const opened = await open()
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
    expect(await kept(opened)).toEqual([10, 1, 2, 3])
  })

  test('OWNER-3: a refusal that was guessed on a command that turns out old is decided again', async () => {
    const { ask, owner } = await open()
    await ask('big', FULL - 10)
    // On the guess that `big` is new, `small` would not fit.
    const [, small] = await Promise.all([ask('big', FULL - 10), ask('small', 10)])
    expect(small).toEqual({ ok: true, seq: 2 })
    expect(owner.state().sum).toBe(FULL)
  })

  test('OWNER-5: what the server itself records is recorded once', async () => {
    const opened = await open()
    const event = { type: 'coin.taken', v: 1, body: { coin: 4 } }
    const answers = [
      await opened.owner.record('open', 'machine', [event]),
      await opened.owner.record('open', 'machine', [event]),
    ]
    expect(answers).toEqual([
      { ok: true, seq: 1 },
      { ok: true, seq: 1 },
    ])
    expect(await kept(opened)).toEqual([4])
  })

  test('OWNER-6: recorded time does not go back with the clock, nor over a restart', async () => {
    const shelf = emptyShelf()
    const opened = await open(shelf)
    await opened.ask('one', 1)
    const latest = opened.clock.now()
    opened.clock.setBack(3_600_000)
    await opened.ask('two', 1)
    await opened.owner.close()
    const again = await open(shelf, till(), opened.clock)
    await again.ask('three', 1)
    expect((await again.log.read('till', 1, 10)).map((event) => event.at)).toEqual([latest, latest, latest])
    again.clock.pass(3_600_001)
    await again.ask('four', 1)
    expect((await again.log.head('till')).at).toBe(instant(latest + 1))
  })
})

describe('when keeping fails', () => {
  test.for(['loses', 'throws'] as const)(
    'OWNER-7: while the log %s, commands fail, nothing is folded in, and everybody is told until it keeps again',
    async (mood) => {
      const { log, ask, owner } = await open()
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
    const { log, ask, owner } = await open()
    log.mood('loses')
    await ask('a', 1)
    log.mood('well')
    expect(await ask('b', -1)).toMatchObject({ refusal: { code: 'no-coin' } })
    expect(owner.failing()).toBeNull()
  })

  test.for(['lies', 'throws-after'] as const)(
    'OWNER-8: what was kept although the log %s is found before anything more is decided',
    async (mood) => {
      const opened = await open()
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
      expect(await kept(opened)).toEqual([1, FULL - 1])
    },
  )

  test('OWNER-8: while the log cannot be read nothing is decided, and it is asked again every second', async () => {
    const opened = await open()
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
    expect(await kept(opened)).toEqual([5, 1])
  })

  test('OWNER-9: an owner whose stream another has claimed steps down', async () => {
    const shelf = emptyShelf()
    const old = await open(shelf)
    await old.ask('one', 1)
    const young = await open(shelf)
    expect(await old.ask('two', 2)).toMatchObject({ ok: false, failure: expect.stringContaining('Another') })
    expect(await old.ask('one', 1)).toEqual({ ok: true, seq: 1 })
    await old.ask('three', 3)
    expect([old.owner.state().sum, old.owner.failing()]).toEqual([1, expect.stringContaining('Another')])
    expect(await young.ask('two', 2)).toEqual({ ok: true, seq: 2 })
    expect(await kept(young)).toEqual([1, 2])
  })

  test('OWNER-10: what the log knows better is decided again, three times at most, and the next one starts afresh', async () => {
    const opened = await open()
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
    expect(await kept(opened)).toEqual([1])
  })
})

describe('bounds, starting, ending', () => {
  test('OWNER-11: a thousand commands wait, one more is not taken', async () => {
    const { ask, owner } = await open()
    const waiting = Array.from({ length: QUEUE_MAX }, (_each, index) => ask(`c${index}`, 1))
    expect(await ask('one-more', 1)).toEqual({ ok: false, failure: 'This was not taken. Press again.' })
    expect((await Promise.all(waiting)).every((answer) => answer.ok)).toBe(true)
    expect(await ask('one-more', 1)).toEqual({ ok: true, seq: QUEUE_MAX + 1 })
    expect(owner.state().sum).toBe(QUEUE_MAX + 1)
  })

  test('OWNER-12: snapshots are saved every so many events and at the end, and starting from one changes nothing', async () => {
    const shelf = emptyShelf()
    const first = await open(shelf)
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
    const second = await open(shelf, counting)
    expect([folded, second.owner.state()]).toEqual([0, first.owner.state()])
    const other = await open(shelf, { ...counting, projector: 'till@2' })
    expect([folded, other.owner.state()]).toEqual([SNAPSHOT_EVERY + 1, first.owner.state()])
    expect(await other.ask('again', 1)).toEqual({ ok: true, seq: SNAPSHOT_EVERY + 2 })
  })

  test('OWNER-13: closing waits until everything asked before is answered', async () => {
    const { ask, owner } = await open()
    let answered = 0
    const waiting = Array.from({ length: 250 }, (_each, index) => ask(`c${index}`, 1))
    for (const one of waiting) void one.then(() => (answered += 1))
    await owner.close()
    expect(answered).toBe(250)
  })
})

describe('our own mistakes', () => {
  test('OWNER-14: an event that cannot be folded in is counted and passed over, now and after a restart', async () => {
    const shelf = emptyShelf()
    const first = await open(shelf)
    await first.ask('one', 1)
    expect(await first.ask('poison', BREAKS_APPLY)).toEqual({ ok: true, seq: 2 })
    await first.ask('two', 2)
    expect([first.owner.state().coins, first.owner.quarantined()]).toEqual([[1, 2], 1])
    const second = await open(shelf)
    expect([second.owner.state().coins, second.owner.quarantined()]).toEqual([[1, 2], 1])
  })

  test('OWNER-15: a command that breaks the deciding fails alone and leaves nothing', async () => {
    const opened = await open()
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
    const { ask, owner } = await open()
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
      let opened = await open(shelf)
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
          opened = await open(shelf)
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
