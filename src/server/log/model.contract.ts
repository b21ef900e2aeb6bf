// The oracle of the contract: a log as nothing but an array and a map, and the steps that are tried on both.

import fc from 'fast-check'
import { expect } from 'vitest'
import { must } from '../../core/kit/assert.ts'
import { instant } from '../../core/kit/time.ts'
import {
  type Append,
  type AppendOutcome,
  DETAIL_ERASED,
  type Log,
  type NewEvent,
  type StoredEvent,
} from './log.ts'

/** Numbers stand for what they are taken of: `stream` 0 to 2, `command` 0 to 9, offsets from what would be right. */
type TriedAppend = {
  readonly stream: number
  readonly command: number
  readonly epochOff: number
  readonly seqOff: number
  readonly at: number
  readonly details: readonly (string | null)[]
}

export type Step =
  | { readonly do: 'append'; readonly appends: readonly TriedAppend[] }
  | { readonly do: 'claim'; readonly stream: number }
  | { readonly do: 'erase'; readonly append: TriedAppend; readonly seqs: readonly number[] }
  | { readonly do: 'reopen' }

const mostly = (right: number, ...wrong: readonly number[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) })

const triedAppend: fc.Arbitrary<TriedAppend> = fc.record({
  stream: fc.nat(2),
  command: fc.nat(25),
  epochOff: mostly(0, -1, 1),
  seqOff: mostly(0, -1, 1),
  at: fc.integer({ min: -1000, max: 1_000_000 }),
  details: fc.array(fc.option(fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 3 }),
})

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ do: fc.constant('append'), appends: fc.array(triedAppend) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('claim'), stream: fc.nat(2) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('erase'),
        append: triedAppend,
        seqs: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen') }) },
  ),
  { maxLength: 30 },
)

type ModelEvent = Pick<StoredEvent, 'seq' | 'at' | 'by' | 'command' | 'type' | 'body'> & {
  readonly detail: string | null
}

type ModelStream = {
  epoch: number
  readonly events: ModelEvent[]
  readonly answers: Map<
    string,
    { readonly answer: string; readonly firstSeq: number; readonly lastSeq: number }
  >
  readonly erased: Set<number>
}

export type Model = { readonly prefix: string; readonly streams: ReadonlyMap<string, ModelStream> }

export function emptyModel(prefix: string): Model {
  const names = [0, 1, 2].map((number) => `${prefix}-${number}`)
  const fresh = (): ModelStream => ({ epoch: 0, events: [], answers: new Map(), erased: new Set() })
  return { prefix, streams: new Map(names.map((name) => [name, fresh()])) }
}

/** Tries one step on both. */
export async function tryStep(
  model: Model,
  step: Step,
  log: Log,
  reopen: () => Promise<void>,
): Promise<void> {
  switch (step.do) {
    case 'append': {
      const pairs = step.appends.map((tried) => {
        const append = made(model, tried)
        return { append, expected: take(model, append) }
      })
      const outcomes = await log.append(pairs.map(({ append }) => append))
      expect(outcomes.map(outline)).toEqual(pairs.map(({ expected }) => expected))
      return
    }
    case 'claim': {
      const stream = streamOf(model, step.stream)
      stream.epoch += 1
      expect(await log.claim(`${model.prefix}-${step.stream}`)).toBe(stream.epoch)
      return
    }
    case 'erase':
      return tryErase(model, step, log)
    case 'reopen':
      return reopen()
    default:
      return step satisfies never
  }
}

async function tryErase(model: Model, step: Extract<Step, { do: 'erase' }>, log: Log): Promise<void> {
  const { events: _, answer: __, ...rest } = made(model, step.append)
  if (rest.expectSeq < 1) return
  const seqs = [...new Set(step.seqs.map((number) => 1 + (number % rest.expectSeq)))]
  const event: NewEvent = { type: DETAIL_ERASED, v: 1, body: { rule: 'thirty days', seqs } }
  const expected = take(model, { ...rest, events: [event], answer: { erased: seqs.length } })
  const outcome = await log.eraseDetail({ ...rest, seqs, rule: 'thirty days' })
  expect(outline(outcome)).toEqual(expected)
  const stream = streamOf(model, step.append.stream)
  if (outcome.done === 'appended') for (const seq of seqs) stream.erased.add(seq)
}

/** In the end both hold the same, read in pages of any size. */
export async function compareAll(model: Model, log: Log, pageSize: number): Promise<void> {
  expect((await log.verify()).firstBad).toBeNull()
  for (const [name, { events, erased, answers, epoch }] of model.streams) {
    const read: StoredEvent[] = []
    for (let from = 1; ; from += pageSize) {
      const page = await log.read(name, from, pageSize)
      read.push(...page)
      if (page.length < pageSize) break
    }
    const outlines = read.map(({ v: _v, hash: _h, stream: _s, ...event }) => event)
    const kept = events.map(({ detail, ...event }) => {
      if (detail === null) return { ...event, detail: { state: 'none' } }
      if (!erased.has(event.seq)) return { ...event, detail: { state: 'kept', value: detail } }
      return { ...event, detail: { state: 'erased', hash: expect.stringMatching(/^[0-9a-f]{64}$/) } }
    })
    expect(outlines).toEqual(kept)
    const head = await log.head(name)
    expect({ seq: head.seq, at: head.at, epoch: head.epoch }).toEqual({
      seq: events.length,
      at: events.at(-1)?.at ?? null,
      epoch,
    })
    for (const [command, known] of answers) {
      expect(await log.answer(name, command)).toEqual({ ...known, answer: JSON.parse(known.answer) })
    }
  }
}

function made(model: Model, tried: TriedAppend): Append {
  const stream = streamOf(model, tried.stream)
  const events = tried.details.map((detail, index): NewEvent => {
    const event = { type: 'note.made', v: 1, body: { index, of: tried.command } }
    return detail === null ? event : { ...event, detail }
  })
  return {
    stream: `${model.prefix}-${tried.stream}`,
    epoch: stream.epoch + tried.epochOff,
    expectSeq: Math.max(0, stream.events.length + tried.seqOff),
    command: `command-${tried.command}`,
    at: instant(tried.at),
    by: 'dsm',
    events,
    answer: { ok: tried.details.length > 0, number: tried.command },
  }
}

function take(model: Model, append: Append): unknown {
  const stream = must(model.streams.get(append.stream), 'the model has the streams it tries')
  const known = stream.answers.get(append.command)
  if (known !== undefined) return { done: 'already', ...known, answer: JSON.parse(known.answer) }
  if (stream.epoch === 0 || stream.epoch !== append.epoch) return { done: 'superseded', epoch: stream.epoch }
  const head = stream.events.length
  if (head !== append.expectSeq) return { done: 'conflict', head }
  const at = instant(Math.max(stream.events.at(-1)?.at ?? append.at, append.at))
  const events = append.events.map(({ type, body, detail }, index) => {
    const { by, command } = append
    const told = typeof detail === 'string' ? detail : null
    return { seq: head + 1 + index, at, by, command, type, body, detail: told }
  })
  stream.events.push(...events)
  const answer = JSON.stringify(append.answer)
  stream.answers.set(append.command, { answer, firstSeq: head + 1, lastSeq: head + events.length })
  return { done: 'appended', events }
}

/** What of an outcome the model can foretell: everything but hashes. */
function outline(outcome: AppendOutcome): unknown {
  if (outcome.done !== 'appended') return outcome
  const events = outcome.events.map(({ seq, at, by, command, type, body, detail }) => {
    const value = detail.state === 'kept' ? detail.value : null
    return { seq, at, by, command, type, body, detail: value }
  })
  return { done: 'appended', events }
}

const streamOf = (model: Model, number: number): ModelStream =>
  must(model.streams.get(`${model.prefix}-${number}`), 'the model has the streams it tries')
