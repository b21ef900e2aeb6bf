// A roll call as its records tell it: the same records in any order, as often as one likes, make the same roll.

import { type Instant, instant } from '../kit/time.ts'
import {
  type Assistance,
  foldedName,
  type Listed,
  type RollRecord,
  type What,
  type WhereTold,
  type Who,
} from './record.ts'

type SeenBy = {
  readonly at: Instant
  readonly point: string
  readonly by: string
  readonly device: string
  readonly record: string
}

export type RollLine = Listed & {
  /** Written in at a point: nobody had them on a list. */
  readonly added: boolean
  /** By other people's eyes at a point, the first first. */
  readonly seen: readonly SeenBy[]
  readonly told: { readonly how: WhereTold; readonly by: string; readonly at: Instant } | null
  readonly notHere: readonly { readonly point: string; readonly by: string; readonly at: Instant }[]
  readonly assistance: readonly Assistance[]
}

type Signed = { readonly by: string; readonly at: Instant }
export type Roll = {
  readonly begun: readonly Signed[]
  readonly lines: readonly RollLine[]
  readonly of: number
  readonly seen: number
  readonly told: number
  readonly notSeen: number
  readonly points: readonly { readonly point: string; readonly seen: number }[]
  readonly swept: readonly (Signed & { readonly zone: string })[]
  /** Of the public, as front of house counted: in before it began, outside since. Nobody's name, and none of the roll's. */
  readonly house: { readonly before: number | null; readonly outside: number | null }
  /** When nobody was left of whom nothing is known; null while somebody is. */
  readonly completeAt: Instant | null
  readonly ended: Signed | null
  readonly mayReturn: Signed | null
}

type Of<Kind extends What['kind']> = RollRecord & { readonly what: Extract<What, { kind: Kind }> }

const compared = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** One order for every device: by time, then by who wrote it, then by its own id; each once. */
const inOrder = (records: readonly RollRecord[]): readonly RollRecord[] =>
  [...new Map(records.map((one) => [one.id, one])).values()].toSorted(
    (one, other) =>
      one.at - other.at || compared(one.author.device, other.author.device) || compared(one.id, other.id),
  )

/** Without what its own device took back; nobody takes back another's word. */
function standing(records: readonly RollRecord[]): readonly RollRecord[] {
  const sorted = inOrder(records)
  const back = new Set(
    sorted.flatMap(({ what, author }) =>
      what.kind === 'undone' ? [JSON.stringify([author.device, what.record])] : [],
    ),
  )
  return sorted.filter(({ id, author }) => !back.has(JSON.stringify([author.device, id])))
}

const of = <Kind extends What['kind']>(records: readonly RollRecord[], kind: Kind): readonly Of<Kind>[] =>
  // `as`: TypeScript does not narrow a record by what is in it.
  records.filter(({ what }) => what.kind === kind) as unknown as readonly Of<Kind>[]

const signed = (
  record: (RollRecord & { readonly what: { readonly by: string } }) | undefined,
): Signed | null => (record ? { by: record.what.by, at: record.at } : null)

export function rollOf(all: readonly RollRecord[]): Roll {
  const records = standing(all)
  const lines = linesOf(records)
  const begun = of(records, 'begun').map((one) => ({ by: one.what.by, at: one.at }))
  const ended = of(records, 'ended').at(-1)
  const before = of(records, 'listed').find(({ what }) => what.house !== null)?.what.house ?? null
  const outside = of(records, 'counted').at(-1)?.what.count ?? null
  const [seen, told] = [lines.filter(isSeen).length, lines.filter((one) => !isSeen(one) && one.told).length]
  return {
    begun,
    lines,
    ...{ of: lines.length, seen, told, notSeen: lines.length - seen - told },
    points: pointsOf(lines),
    swept: of(records, 'swept').map(({ at, what: { by, zone } }) => ({ by, at, zone })),
    house: { before, outside },
    completeAt: completeAt(lines),
    ended: signed(ended),
    mayReturn: signed(of(records, 'may-return').at(-1)),
  }
}

export const isSeen = ({ seen }: Pick<RollLine, 'seen'>): boolean => seen.length > 0
/** Neither seen by anybody nor known to be elsewhere. */
export const isNotSeen = (line: RollLine): boolean => !isSeen(line) && line.told === null

/** When somebody was first accounted for, by eyes or by word; null where they are not. */
export const accountedAt = ({ seen, told }: RollLine): Instant | null => seen[0]?.at ?? told?.at ?? null

function completeAt(lines: readonly RollLine[]): Instant | null {
  const times = lines.map(accountedAt)
  return times.reduce(
    (last, at) => (last === null || at === null ? null : instant(Math.max(at, last))),
    times[0] ?? null,
  )
}

const nobodyKnown = {
  status: 'not-signed-in',
  signedAt: null,
  with: null,
  chaperone: null,
  last: null,
  due: null,
} as const

/** Whoever was listed by either half, and whoever was written in at a point. */
function listedOf(records: readonly RollRecord[]): ReadonlyMap<Who, Listed & { readonly added: boolean }> {
  const people = new Map<Who, Listed & { readonly added: boolean }>()
  for (const { what } of of(records, 'listed'))
    for (const one of what.people) if (!people.has(one.who)) people.set(one.who, { ...one, added: false })
  for (const { what } of of(records, 'seen'))
    if (!people.has(what.who) && what.name !== null)
      people.set(what.who, { who: what.who, name: what.name, kind: 'visitor', ...nobodyKnown, added: true })
  return people
}

function linesOf(records: readonly RollRecord[]): readonly RollLine[] {
  const about = grouped(records, ({ what }) => ('who' in what ? what.who : ''))
  return [...listedOf(records).values()]
    .map((one) => ({ line: lineOf(one, about.get(one.who) ?? []), name: foldedName(one.name) }))
    .toSorted((one, other) => compared(one.name, other.name) || compared(one.line.who, other.line.who))
    .map(({ line }) => line)
}

function lineOf(listed: Listed & { readonly added: boolean }, records: readonly RollRecord[]): RollLine {
  const told = of(records, 'told').at(-1)
  return {
    ...listed,
    seen: of(records, 'seen')
      .filter((one) => isByAnother(one, listed))
      .map(({ id, at, author, what: { point, by } }) => ({
        at,
        point,
        by,
        device: author.device,
        record: id,
      })),
    told: told ? { how: told.what.how, by: told.what.by, at: told.at } : null,
    notHere: of(records, 'not-here').map(({ at, what: { point, by } }) => ({ at, point, by })),
    assistance: [...new Set(of(records, 'assistance').map(({ what }) => what.action))].toSorted(),
  }
}

/** Eyes are somebody else's, and somebody's: nobody sees themself, and a screen without a name sees nobody (R2). */
const isByAnother = ({ author, what }: Of<'seen'>, { who, name }: Listed): boolean =>
  author.person !== null && `person:${author.person}` === who
    ? false
    : foldedName(what.by) !== '' && foldedName(what.by) !== foldedName(name)

function pointsOf(lines: readonly RollLine[]): Roll['points'] {
  const first = lines.flatMap(({ seen }) => seen.slice(0, 1).map(({ point }) => point))
  return [...grouped(first, (point) => point)]
    .map(([point, all]) => ({ point, seen: all.length }))
    .toSorted((one, other) => compared(one.point, other.point))
}

function grouped<One>(all: readonly One[], by: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const held = groups.get(by(one))
    if (held) held.push(one)
    else groups.set(by(one), [one])
  }
  return groups
}
