// What every log must do, whatever keeps it: run by memory.test.ts and sqlite.test.ts, and by any adapter to come.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import { type Actor, type Bench, note, personal, type Stage, stageOf } from './bench.contract.ts'
import { CHAIN_START } from './chain.ts'
import { documents } from './documents.contract.ts'
import { bounds, bytes, caches, damage, forgetting } from './keeping.contract.ts'
import type { StoredEvent } from './log.ts'
import { compareAll, emptyModel, steps, tryStep } from './model.contract.ts'

export type Effort = { readonly seed: number; readonly runs: number }

export function logContract(name: string, open: () => Promise<Bench>, effort: Effort): void {
  describe(`the log's contract, ${name}`, () => {
    const stage = stageOf(open)
    order(stage)
    acknowledging(stage)
    commands(stage)
    owners(stage)
    batches(stage)
    properties(stage, name, effort)
    bytes(stage)
    documents(stage)
    forgetting(stage)
    caches(stage)
    bounds(stage)
  })
  describe(`the log's contract, ${name}, damaged`, () => damage(stageOf(open)))
}

function order({ log, reopen, enter }: Stage): void {
  test('LOG-1: events are numbered from 1 without a gap, each stream by itself', async () => {
    const [one, other] = [await enter(), await enter()]
    for (const actor of [one, other, one, one, other]) await actor.add({ events: [note(), note()] })
    expect((await log().read(one.stream, 1, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6])
    expect((await log().read(other.stream, 1, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    const heads = new Map((await log().streams()).map(({ stream, head }) => [stream, head]))
    expect([heads.get(one.stream), heads.get(other.stream)]).toEqual([6, 4])
  })

  test('LOG-8: what an append returned is what every later read gives, from any place', async () => {
    const actor = await enter()
    const told: StoredEvent[] = []
    for (let i = 0; i < 7; i += 1)
      told.push(...(await actor.add({ events: [note({ i }), personal('left')] })))
    expect(await log().read(actor.stream, 1, 100)).toEqual(told)
    await reopen()
    for (const from of [1, 2, 7, 14, 15]) {
      expect(await log().read(actor.stream, from, 3)).toEqual(told.slice(from - 1, from + 2))
    }
  })

  test('LOG-11: time never goes back, whatever the clock did', async () => {
    const actor = await enter()
    await actor.add({ at: instant(5_000) })
    await actor.add({ at: instant(4_000) })
    await reopen()
    await actor.add({ at: instant(-1) })
    await actor.add({ at: instant(5_001) })
    const read = await log().read(actor.stream, 1, 10)
    expect(read.map(({ at }) => at)).toEqual([5_000, 5_000, 5_000, 5_001])
  })
}

function acknowledging({ log, reopen, enter, level }: Stage): void {
  test('LOG-9: an acknowledgement says how safe it is, and what it speaks of is there', async () => {
    const actor = await enter()
    expect(await log().append([actor.make()])).toMatchObject([{ done: 'appended', level: level() }])
    await reopen()
    expect((await log().head(actor.stream)).seq).toBe(1)
  })

  test('LOG-9: a closed log acknowledges nothing', async () => {
    const actor = await enter()
    const log_ = log()
    const last = log_.append([actor.make()])
    await log_.close()
    expect(await last).toMatchObject([{ done: 'appended' }])
    expect(await log_.append([actor.make()])).toMatchObject([{ done: 'failed' }])
    await expect(log_.read(actor.stream, 1, 1)).rejects.toThrow('The log takes nothing more')
    await reopen()
  })
}

function commands({ log, reopen, enter }: Stage): void {
  test('LOG-3: a command takes effect once; whoever sends it again is told the same', async () => {
    const actor = await enter()
    const append = actor.make({ events: [note(), note()], answer: { said: 'LX 42 called' } })
    const answer = { answer: { said: 'LX 42 called' }, firstSeq: 1, lastSeq: 2 }
    await log().append([append])
    expect(await log().append([append])).toEqual([{ done: 'already', ...answer }])
    const other = { ...append, answer: 'another', events: [], expectSeq: 2 }
    expect(await log().append([other])).toEqual([{ done: 'already', ...answer }])
    await reopen()
    await log().claim(actor.stream)
    expect(await log().append([append])).toEqual([{ done: 'already', ...answer }])
    expect(await log().answer(actor.stream, append.command)).toEqual(answer)
    expect((await log().head(actor.stream)).seq).toBe(2)
  })

  test('LOG-3: the same command in another stream is another command', async () => {
    const [one, other] = [await enter(), await enter()]
    await one.add({ command: 'same' })
    await other.add({ command: 'same' })
    expect(await log().answer(one.stream, 'never sent')).toBeNull()
  })

  test('LOG-13: a refusal leaves an answer and no event', async () => {
    const actor = await enter()
    await actor.add()
    const answer = { refused: 'LX 42 already called by the DSM' }
    const refusal = actor.make({ events: [], answer })
    expect(await log().append([refusal])).toMatchObject([{ done: 'appended', events: [] }])
    expect(await log().append([refusal])).toEqual([{ done: 'already', answer, firstSeq: 2, lastSeq: 1 }])
    expect((await log().head(actor.stream)).seq).toBe(1)
  })

  test('LOG-5: an append decided on another state is a conflict and keeps nothing', async () => {
    const actor = await enter()
    await actor.add()
    await actor.add()
    const late = actor.make({ expectSeq: 1 })
    expect(await log().append([late])).toEqual([{ done: 'conflict', head: 2 }])
    expect(await log().append([actor.make({ expectSeq: 3 })])).toEqual([{ done: 'conflict', head: 2 }])
    expect(await log().answer(actor.stream, late.command)).toBeNull()
    expect(await log().append([{ ...late, expectSeq: 2 }])).toMatchObject([{ done: 'appended' }])
  })
}

function owners({ log, reopen, enter }: Stage): void {
  test('LOG-6: only the newest owner appends; an older one is told so', async () => {
    const actor = await enter()
    await actor.add()
    expect(await log().claim(actor.stream)).toBe(2)
    expect(await log().append([actor.make()])).toEqual([{ done: 'superseded', epoch: 2 }])
    await reopen()
    expect(await log().append([actor.make()])).toEqual([{ done: 'superseded', epoch: 2 }])
    expect(await log().append([actor.make({ epoch: 3 })])).toEqual([{ done: 'superseded', epoch: 2 }])
    const erase = { ...actor.make(), seqs: [1], rule: 'thirty days' }
    expect(await log().eraseDetail(erase)).toEqual({ done: 'superseded', epoch: 2 })
    expect(await log().append([actor.make({ epoch: 2 })])).toMatchObject([{ done: 'appended' }])
    expect((await log().head(actor.stream)).epoch).toBe(2)
  })

  test('LOG-6: a stream that nobody has claimed is empty and takes nothing', async () => {
    const actor = await enter()
    const nobodys = actor.make({ stream: 'unclaimed', epoch: 0 })
    expect(await log().append([nobodys])).toEqual([{ done: 'superseded', epoch: 0 }])
    expect(await log().head('unclaimed')).toEqual({ seq: 0, hash: CHAIN_START, at: null, epoch: 0 })
    expect(await log().read('unclaimed', 1, 1)).toEqual([])
    expect((await log().streams()).map(({ stream }) => stream)).not.toContain(actor.stream)
  })
}

function batches({ log, enter }: Stage): void {
  test('LOG-15: within a call each append builds on the one before; a bad one spoils only itself', async () => {
    const [one, other] = [await enter(), await enter()]
    const first = one.make()
    const outcomes = await log().append([
      first,
      one.make({ expectSeq: 1, events: [note(), note()] }),
      one.make({ expectSeq: 1 }),
      first,
      other.make(),
      one.make({ epoch: 7 }),
      one.make({ expectSeq: 3 }),
    ])
    expect(outcomes.map(({ done }) => done)).toEqual([
      ...['appended', 'appended', 'conflict', 'already', 'appended', 'superseded', 'appended'],
    ])
    expect(await log().append([])).toEqual([])
  })

  test('LOG-4: the events of one command stay together, also when calls run into each other', async () => {
    const actors = [await enter(), await enter(), await enter()]
    const three = (actor: Actor, nth: number) =>
      actor.make({ expectSeq: nth * 3, events: [note(), note(), note()] })
    const calls = [0, 1, 2, 3].flatMap((nth) => actors.map((actor) => log().append([three(actor, nth)])))
    const outcomes = (await Promise.all(calls)).flat()
    expect(new Set(outcomes.map(({ done }) => done))).toEqual(new Set(['appended']))
    for (const { stream } of actors) {
      const read = await log().read(stream, 1, 100)
      expect(read).toHaveLength(12)
      for (let i = 0; i < 12; i += 3) expect(read[i]?.command).toBe(read[i + 2]?.command)
    }
  })
}

function properties({ log, reopen }: Stage, name: string, { seed, runs }: Effort): void {
  test('LOG-15: whatever is asked in whatever order, it answers as an array and a map would', async () => {
    console.log(`the log's contract, ${name}: ${runs} runs, seed ${seed}`)
    let run = 0
    const property = fc.asyncProperty(steps, fc.integer({ min: 1, max: 7 }), async (tried, pageSize) => {
      run += 1
      const model = emptyModel(`run-${run}`)
      for (const step of tried) await tryStep(model, step, log(), reopen)
      await compareAll(model, log(), pageSize)
    })
    await fc.assert(property, { seed, numRuns: runs })
  }, 120_000)
}
