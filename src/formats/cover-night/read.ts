// From the text of a NIGHT file to a night to be covered, or to everything that is wrong with it and where.

import { z } from 'zod'
import { type CoverNight, LEVELS } from '../../core/cover/cover-night.ts'
import { bounded } from '../finding.ts'
import { type JsonFile, type Located, type Path, pointerOf, readJson } from '../show-file/json.ts'
import { pathOf, sentenceFor } from '../show-file/sentences.ts'

/** What a night holds at most; twice the size of the largest we know. */
export const PEOPLE_MAX = 200
export const OBLIGATIONS_MAX = 4_000
export const PAIRS_MAX = 40_000
export const REPLOTS_MAX = 50
export const MEANS_MAX = 200
const PROPS_MAX = 1_000
/** Of one obligation. */
const NEEDS_MAX = 20
const ID_LENGTH_MAX = 80
const TITLE_LENGTH_MAX = 200
const SECONDS_MAX = 86_400
const COST_MAX = 1_000

const id = z.string().min(1).max(ID_LENGTH_MAX)
const seconds = z.int().min(0).max(SECONDS_MAX)
const row = z.strictObject({ obligation: id, person: id })
const needs = z.array(id).max(NEEDS_MAX)
const presets = z.array(z.strictObject({ prop: id, at: id })).max(PROPS_MAX)
const places = { placeIn: id, placeOut: id }

const night = z.strictObject({
  format: z.literal('ghostlight night 1'),
  travel: z.array(z.strictObject({ from: id, to: id, seconds })).max(PAIRS_MAX),
  people: z
    .array(
      z.strictObject({
        id,
        out: z.boolean().optional(),
        outFrom: seconds.optional(),
        readyAt: seconds.optional(),
        knows: z.array(id).max(OBLIGATIONS_MAX).default([]),
        covers: z.array(id).max(OBLIGATIONS_MAX).optional(),
        preference: z.record(id, z.int().min(0).max(COST_MAX)).optional(),
        most: z.int().min(0).max(OBLIGATIONS_MAX).optional(),
        planned: z.array(id).max(OBLIGATIONS_MAX).optional(),
        load: z.int().min(0).max(COST_MAX).optional(),
        lastResort: z.boolean().optional(),
      }),
    )
    .max(PEOPLE_MAX),
  obligations: z
    .array(
      z.strictObject({
        id,
        track: id,
        owner: id,
        number: id,
        from: seconds,
        to: seconds,
        ...places,
        costume: id.nullable(),
        change: seconds,
        tier: z.literal([0, 1, 2, 3]),
        handOver: z.boolean().optional(),
        uses: needs.optional(),
        help: z.strictObject({ alone: seconds, means: needs }).optional(),
        carries: needs.optional(),
      }),
    )
    .max(OBLIGATIONS_MAX),
  lifts: z
    .array(z.strictObject({ id, base: id, flyer: id, mayBeOut: z.boolean() }))
    .max(OBLIGATIONS_MAX)
    .default([]),
  cleared: z
    .array(z.tuple([id, id]))
    .max(PAIRS_MAX)
    .default([]),
  replots: z
    .array(
      z.strictObject({
        id,
        title: z.string().min(1).max(TITLE_LENGTH_MAX),
        cost: z.int().min(0).max(COST_MAX),
        changes: z
          .array(
            z.strictObject({
              obligation: id,
              from: seconds.optional(),
              to: seconds.optional(),
              placeIn: id.optional(),
              placeOut: id.optional(),
              also: z.array(id).max(PEOPLE_MAX).optional(),
            }),
          )
          .max(OBLIGATIONS_MAX),
        presets: presets.optional(),
      }),
    )
    .max(REPLOTS_MAX)
    .default([]),
  locks: z.array(row).max(OBLIGATIONS_MAX).default([]),
  bans: z.array(row).max(PAIRS_MAX).default([]),
  now: seconds.nullable().default(null),
  inForce: z
    .array(z.strictObject({ obligation: id, person: id.nullable() }))
    .max(OBLIGATIONS_MAX)
    .default([]),
  release: z.enum(['policy', 'all']).default('policy'),
  levels: z.array(z.enum(LEVELS)).max(LEVELS.length).optional(),
  means: z
    .array(
      z.strictObject({
        id,
        title: z.string().min(1).max(TITLE_LENGTH_MAX).optional(),
        many: z.int().min(0).max(COST_MAX),
        swap: seconds.optional(),
      }),
    )
    .max(MEANS_MAX)
    .optional(),
  props: presets.optional(),
})

export type NightReading =
  | { readonly ok: true; readonly night: CoverNight }
  | { readonly ok: false; readonly errors: readonly Located[] }

type Complaint = { readonly path: Path; readonly sentence: string }

export function readCoverNight(text: string): NightReading {
  const json = readJson(text)
  if (!json.ok) return { ok: false, errors: bounded(json.errors) }
  const shaped = night.safeParse(json.file.value)
  if (!shaped.success) {
    const complaints = shaped.error.issues.map((issue) => ({
      path: pathOf(issue),
      sentence: sentenceFor(json.file.value, issue, 'The night'),
    }))
    return refused(json.file, complaints)
  }
  const { format: _, ...read } = shaped.data
  const complaints = [...complaintsOf(read)]
  return complaints.length > 0 ? refused(json.file, complaints) : { ok: true, night: read }
}

function refused(file: JsonFile, complaints: readonly Complaint[]): NightReading {
  const errors = complaints.map(({ path, sentence }) => {
    const { line, column } = file.spot(path)
    return { pointer: pointerOf(path), line, column, message: sentence }
  })
  return { ok: false, errors: bounded(errors) }
}

function* complaintsOf(read: CoverNight): Generator<Complaint> {
  const people = new Set(read.people.map((one) => one.id))
  const obligations = new Set(read.obligations.map((one) => one.id))
  yield* twice(read.people, 'people')
  yield* twice(read.obligations, 'obligations')
  yield* twice(read.lifts, 'lifts')
  yield* twice(read.replots, 'replots')
  const person = (path: Path, name: string | null) => missing(path, name, people, 'people')
  const obligation = (path: Path, name: string) => missing(path, name, obligations, 'obligations')
  for (const [at, one] of read.obligations.entries()) {
    yield* person(['obligations', at, 'owner'], one.owner)
    if (one.to <= one.from)
      yield {
        path: ['obligations', at, 'to'],
        sentence: `Obligation “${one.id}” ends at ${one.to} s and begins at ${one.from} s.`,
      }
  }
  for (const [at, one] of read.people.entries())
    for (const list of ['knows', 'planned'] as const)
      for (const [index, name] of (one[list] ?? []).entries())
        yield* obligation(['people', at, list, index], name)
  for (const [at, { base, flyer }] of read.lifts.entries()) {
    yield* obligation(['lifts', at, 'base'], base)
    yield* obligation(['lifts', at, 'flyer'], flyer)
  }
  for (const [at, pair] of read.cleared.entries())
    for (const [index, name] of pair.entries()) yield* person(['cleared', at, index], name)
  for (const [at, { changes }] of read.replots.entries())
    for (const [index, change] of changes.entries()) {
      yield* obligation(['replots', at, 'changes', index, 'obligation'], change.obligation)
      for (const [which, name] of (change.also ?? []).entries())
        yield* person(['replots', at, 'changes', index, 'also', which], name)
    }
  yield* things(read)
  yield* contradictions(read)
  for (const list of ['locks', 'bans', 'inForce'] as const)
    for (const [at, one] of read[list].entries()) {
      yield* obligation([list, at, 'obligation'], one.obligation)
      yield* person([list, at, 'person'], one.person)
    }
}

/** What is said twice, and otherwise: neither of the two can be meant. */
function* contradictions(read: CoverNight): Generator<Complaint> {
  for (const list of ['locks', 'inForce'] as const) {
    const said = new Map<string, string | null>()
    for (const [at, { obligation, person }] of read[list].entries()) {
      const before = said.get(obligation)
      if (before !== undefined && before !== person)
        yield {
          path: [list, at, 'person'],
          sentence: `“${obligation}” is ${before ?? 'nobody'}’s further up and ${person ?? 'nobody'}’s here.`,
        }
      said.set(obligation, person)
    }
  }
  const ways = new Map<string, number>()
  for (const [at, { from, to, seconds: long }] of read.travel.entries()) {
    const way = [from, to].sort().join('\n')
    const before = ways.get(way)
    if (before !== undefined && before !== long)
      yield {
        path: ['travel', at, 'seconds'],
        sentence: `Between “${from}” and “${to}” are ${before} s further up and ${long} s here; a way is as long both ways.`,
      }
    ways.set(way, long)
  }
  for (const [at, { id: name, base, flyer }] of read.lifts.entries())
    if (base === flyer)
      yield { path: ['lifts', at, 'flyer'], sentence: `Lift “${name}” has one obligation at both ends.` }
  yield* muddledReplots(read)
}

function* muddledReplots({ replots, obligations }: CoverNight): Generator<Complaint> {
  const plotted = new Map(obligations.map((one) => [one.id, one]))
  for (const [at, { id: name, changes }] of replots.entries()) {
    const changed = new Set<string>()
    for (const [index, { obligation, from, to }] of changes.entries()) {
      const path = ['replots', at, 'changes', index]
      if (changed.has(obligation))
        yield { path, sentence: `Re-plot “${name}” changes “${obligation}” twice.` }
      changed.add(obligation)
      const one = plotted.get(obligation)
      const [begins, ends] = [from ?? one?.from ?? 0, to ?? one?.to ?? Number.POSITIVE_INFINITY]
      if (ends <= begins)
        yield {
          path,
          sentence: `Re-plot “${name}”: “${obligation}” ends at ${ends} s and begins at ${begins} s.`,
        }
    }
  }
}

/** Means and props that are named and not there. */
function* things({ means = [], props = [], obligations, replots }: CoverNight): Generator<Complaint> {
  yield* twice(means, 'means')
  yield* twice(
    props.map(({ prop }) => ({ id: prop })),
    'props',
  )
  const [allMeans, allProps] = [new Set(means.map((one) => one.id)), new Set(props.map(({ prop }) => prop))]
  for (const [at, { uses = [], help, carries = [] }] of obligations.entries()) {
    for (const [index, name] of uses.entries())
      yield* missing(['obligations', at, 'uses', index], name, allMeans, 'means')
    for (const [index, name] of (help?.means ?? []).entries())
      yield* missing(['obligations', at, 'help', 'means', index], name, allMeans, 'means')
    for (const [index, name] of carries.entries())
      yield* missing(['obligations', at, 'carries', index], name, allProps, 'props')
  }
  for (const [at, { presets: moved = [] }] of replots.entries())
    for (const [index, { prop }] of moved.entries())
      yield* missing(['replots', at, 'presets', index, 'prop'], prop, allProps, 'props')
}

function* missing(
  path: Path,
  name: string | null,
  known: ReadonlySet<string>,
  list: string,
): Generator<Complaint> {
  if (name !== null && !known.has(name)) yield { path, sentence: `“${name}” is not among the ${list}.` }
}

function* twice(all: readonly { readonly id: string }[], list: string): Generator<Complaint> {
  const seen = new Set<string>()
  for (const [at, { id: name }] of all.entries()) {
    if (seen.has(name)) yield { path: [list, at, 'id'], sentence: `There are two ${list} “${name}”.` }
    seen.add(name)
  }
}
