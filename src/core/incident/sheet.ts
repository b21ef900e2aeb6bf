// The hand-over, in the two orders crews take it: who observed what, in whose words, and UNKNOWN where nobody did.

import type { Instant } from '../kit/time.ts'
import { functionsOf } from './functions.ts'
import { inOrder } from './order.ts'
import {
  type About,
  type AlongDeed,
  alongDeeds,
  type Between,
  type Bound,
  type Certainty,
  type DeedName,
  type IncidentRecord,
} from './record.ts'

/** Read aloud in thirty seconds. */
export const FIRST_WORDS_MAX = 90
/** Ninety usual words and more: what is written without blanks is no shorter for it. */
export const FIRST_LETTERS_MAX = 900
export const UNKNOWN = 'UNKNOWN'

export type Order = 'ATMIST' | 'IMIST-AMBO'

type Fact = {
  readonly what: string
  /** Each as it was said; empty: nobody said anything. */
  readonly said: readonly {
    readonly text: string
    readonly witness: string | null
    readonly record: string
  }[]
}
/** A line of the fixed time line (H3). Several where several people know of it. */
export type Time = {
  readonly what: string
  readonly known: readonly {
    readonly happened: Between
    readonly certainty: Certainty
    readonly words: string
    readonly record: string
  }[]
}
/** `text`: as it was said; of a thing that goes along there is none but its name. */
export type Along = {
  readonly as: AlongDeed | (typeof alongAbouts)[number] | 'goes-along'
  readonly text: string
  readonly witness: string | null
  readonly record: string
}
export type HandOver = {
  readonly order: Order
  readonly facts: readonly Fact[]
  readonly times: readonly Time[]
  /** What was found beside them, word for word (N26). */
  readonly found: Fact
  /** Who and what goes with them (N27); empty: nobody said anything. */
  readonly goesWith: readonly Along[]
  readonly to: string | null
}

const alongAbouts = ['goes-with-them', 'hospital', 'number-to-ring'] as const satisfies readonly About[]

const orders: Readonly<Record<Order, readonly (readonly [string, readonly About[]])[]>> = {
  ATMIST: [
    ['Age', ['age']],
    // The T of ATMIST, the time, is the time line.
    ['Mechanism', ['what-happened']],
    ['Injuries', ['injuries']],
    ['Signs', ['signs']],
    ['Treatment', ['treatment']],
  ],
  'IMIST-AMBO': [
    ['Identification', ['who-they-are', 'age']],
    ['Mechanism or complaint', ['what-happened']],
    ['Injuries or information', ['injuries']],
    ['Signs', ['signs']],
    ['Treatment and trends', ['treatment']],
    ['Allergies', ['allergies']],
    ['Medication', ['medication']],
    ['Background', ['background']],
    ['Other', ['other']],
  ],
}

const timeLine: readonly (readonly [
  string,
  { readonly bound: Bound } | { readonly deeds: readonly DeedName[] },
])[] = [
  ['Last seen', { bound: 'last-seen' }],
  ['Last spoken with', { bound: 'last-spoken-with' }],
  ['Found', { bound: 'found' }],
  ['Emergency call', { deeds: ['call-made', 'connected'] }],
  ['cpr-started', { deeds: ['cpr-started'] }],
  ['aed-on', { deeds: ['aed-on'] }],
  ['Shock', { deeds: ['shock'] }],
  ['Breathing normally', { deeds: ['breathing-normally'] }],
  ['Crew at patient', { deeds: ['crew-at-patient'] }],
]

export function handOver(records: readonly IncidentRecord[], order: Order): HandOver {
  const sorted = inOrder(records)
  return {
    order,
    facts: orders[order].map(([what, abouts]) => factOf(sorted, what, abouts)),
    times: [
      ...timeLine.map(([what, of]) => ({ what, known: sorted.flatMap((one) => knownOf(one, of)) })),
      { what: 'Hand-over', known: sorted.flatMap(handedOver) },
    ],
    found: factOf(sorted, 'Found beside them', ['found-beside']),
    goesWith: alongOf(sorted),
    to: sorted.flatMap(({ what }) => (what.kind === 'handed-over' ? [what.to] : [])).at(-1) ?? null,
  }
}

const factOf = (records: readonly IncidentRecord[], what: string, abouts: readonly About[]): Fact => ({
  what,
  said: records.flatMap((record) =>
    record.what.kind === 'words' && abouts.includes(record.what.about)
      ? [{ text: record.what.text, witness: record.what.witness, record: record.id }]
      : [],
  ),
})

/** Whoever has taken it, and not who was asked; then what goes, each thing once, and what was said of it. */
function alongOf(sorted: readonly IncidentRecord[]): readonly Along[] {
  const holders = functionsOf(sorted).find(({ name }) => name === 'goes-along')?.holders ?? []
  const whose = (who: string) =>
    sorted.findLast(({ what }) => what.kind === 'function' && what.name === 'goes-along' && what.who === who)
  const people = holders.flatMap(({ who }): readonly Along[] => {
    const record = whose(who)
    return record === undefined ? [] : [{ as: 'goes-along', text: who, witness: null, record: record.id }]
  })
  const things = alongDeeds.flatMap((deed): readonly Along[] => {
    const record = sorted.find(({ what }) => what.kind === 'done' && what.deed === deed)
    return record === undefined ? [] : [{ as: deed, text: '', witness: null, record: record.id }]
  })
  const words = alongAbouts.flatMap((about) =>
    factOf(sorted, about, [about]).said.map((one): Along => ({ as: about, ...one })),
  )
  return [...people, ...things, ...words]
}

type Known = Time['known']

function knownOf(
  { what, happened, certainty, id: record }: IncidentRecord,
  of: { readonly bound: Bound } | { readonly deeds: readonly DeedName[] },
): Known {
  if ('bound' in of && what.kind === 'known' && what.bound === of.bound)
    return [{ happened, certainty, words: `by ${what.witness}, ${what.doing}`, record }]
  if ('deeds' in of && what.kind === 'done' && of.deeds.includes(what.deed))
    return [{ happened, certainty, words: what.deed === 'connected' ? 'connected' : '', record }]
  return []
}

const handedOver = ({ what, happened, certainty, id: record }: IncidentRecord): Known =>
  what.kind === 'handed-over' ? [{ happened, certainty, words: `to ${what.to}`, record }] : []

/** "about 20:14 to 20:16 (not confirmed)": a range stays a range, and doubt is said. */
export function timeWords(
  { happened: { from, to }, certainty }: Known[number],
  clock: (at: Instant) => string,
): string {
  const range = clock(from) === clock(to) ? clock(from) : `between ${clock(from)} and ${clock(to)}`
  if (certainty === 'certain') return range
  return certainty === 'about' ? `about ${range}` : `${range}, not confirmed`
}

/**
 * What is read aloud, in order. A quotation is whole or not there: where all of them would be longer than thirty
 * seconds the rest stands below, and the line says how many words that is.
 */
export function firstBlock({ facts }: HandOver): readonly { readonly what: string; readonly text: string }[] {
  const needed = facts.reduce((sum, { what }) => sum + wordsIn(what) + 1, 0)
  let [room, letters] = [FIRST_WORDS_MAX - needed, FIRST_LETTERS_MAX]
  return facts.map(({ what, said }) => {
    const text = said.map((one) => one.text).join('; ')
    if (text === '') return { what, text: UNKNOWN }
    const below = 'below'
    if (text.length > letters) return { what, text: below }
    const words = wordsIn(text)
    if (words - 1 > room) return { what, text: below }
    room -= words - 1
    letters -= text.length
    return { what, text }
  })
}

const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g

/** Where words are written without blanks between them, each sign counts as one. */
export const wordsIn = (text: string): number =>
  text
    .replaceAll(unspaced, ' $& ')
    .split(/\s+/)
    .filter((one) => one !== '').length
