// The hand-over as one page of paper: the same records as on the screen, and where all of it does not fit, how much is elsewhere.

import { type IncidentRecord, isAlongDeed } from '../core/incident/record.ts'
import {
  firstBlock,
  type HandOver,
  handOver,
  type Order,
  type Time,
  timeWords,
  UNKNOWN,
} from '../core/incident/sheet.ts'
import type { Instant } from '../core/kit/time.ts'
import { type Block, type Fact, pencil } from '../core/paperwork/sheets/sheet.ts'
import type { Words } from '../words/words.ts'

export type HandOverIn = {
  readonly records: readonly IncidentRecord[]
  readonly order: Order
  /** Said above everything else: a drill, or a building that is not there. */
  readonly banner: string | null
  /** The name under which the record is found again. */
  readonly where: string
  readonly words: Words
  readonly clock: (at: Instant) => string
}

/** How much of each kind stands on the page; the last has room for everything that may be written. */
type Room = {
  readonly quotations: number
  readonly times: number
  /** A witness, or what they were doing, in letters. */
  readonly long: number
  /** Whether the code for a camera stands on it. */
  readonly code?: true
}
const LONG = 240
const rooms: readonly Room[] = [
  // No page has more lines than this: beyond it nothing is tried.
  { quotations: 60, times: 12, long: 1_000, code: true },
  { quotations: 60, times: 12, long: 1_000 },
  ...[40, 30, 24, 20, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((quotations) => ({
    ...{ quotations, times: Math.max(2, Math.min(8, quotations)), long: LONG },
  })),
  { quotations: 0, times: 2, long: LONG },
  { quotations: 0, times: 1, long: 60 },
]

export type HandOverPage = {
  readonly blocks: readonly Block[]
  readonly shorter: readonly (readonly Block[])[]
}

export function handOverPage(from: HandOverIn): HandOverPage {
  const sheet = handOver(from.records, from.order)
  const quoted = quotations(from, sheet)
  const [blocks = [], ...shorter] = rooms.map((room) => blocksOf(from, { sheet, quoted, room }))
  return { blocks, shorter }
}

type Read = { readonly sheet: HandOver; readonly quoted: readonly Quotation[]; readonly room: Room }

function blocksOf(from: HandOverIn, { sheet, quoted, room }: Read): readonly Block[] {
  const { banner, words } = from
  const text = words.handOver
  const shown = quoted.slice(0, room.quotations)
  const times = sheet.times.map((time) => timeFact(from, time, room))
  const left = {
    quotations: quoted.length - shown.length,
    times: times.reduce((sum, one) => sum + one.left, 0),
  }
  return [
    ...(banner === null ? [] : [{ kind: 'words', heading: '', lines: [banner] } as const]),
    { kind: 'facts', heading: text.readAloud, facts: readAloud(from, sheet) },
    { kind: 'facts', heading: text.times, facts: times.map(({ fact }) => fact) },
    { kind: 'facts', heading: text.said, facts: facts(from, quoted, shown) },
    { kind: 'words', heading: '', lines: [restLine(from, left)] },
    signedOff(from, sheet),
    ...codes(from, sheet, room),
  ]
}

const readAloud = ({ words: { card, handOver: text } }: HandOverIn, sheet: HandOver): readonly Fact[] =>
  firstBlock(sheet).map(({ what, text: said }) => ({
    what,
    said: said === UNKNOWN ? card.sheet.unknown : said === 'below' ? text.inRecord : isolated(said),
    missing: '',
  }))

/** Whatever language it was said in reads in its own direction. */
const isolated = (text: string): string => `\u2068${text}\u2069`

type Quotation = { readonly what: string; readonly text: string }

/** All that was said, in either order of the sheet: what was found beside them first, then what is not read aloud whole. */
function quotations(
  { records, words }: HandOverIn,
  { found, goesWith, facts: own }: HandOver,
): readonly Quotation[] {
  const { sheet: paper } = words.card
  const all = [
    ...own,
    ...handOver(records, 'IMIST-AMBO').facts.filter(({ what }) => own.every((one) => one.what !== what)),
  ]
  const unheard = new Set(own.map(({ what }) => what))
  const seen = new Set<string>()
  const said = [
    { ...found, what: paper.found },
    ...all.toSorted((one, other) => Number(unheard.has(one.what)) - Number(unheard.has(other.what))),
  ].flatMap(({ what, said: quoted }) =>
    quoted.flatMap((one) => {
      if (seen.has(one.record)) return []
      seen.add(one.record)
      return [{ what, text: quotedBy(words, one) }]
    }),
  )
  const beside = said.filter(({ what }) => what === paper.found)
  return [...beside, ...along(words, goesWith), ...said.slice(beside.length)]
}

type Said = { readonly text: string; readonly witness: string | null }
const quotedBy = (words: Words, { text, witness }: Said): string =>
  `“${isolated(text)}” (${witness === null ? words.handOver.noWitness : isolated(witness)})`

/** Who goes along, in one line what goes, and then what was said of it (N27). */
function along(words: Words, all: HandOver['goesWith']): readonly Quotation[] {
  const { deeds, functions, abouts, sheet } = words.card
  const lines = all.map((one) => {
    if (one.as === 'goes-along') return { thing: false, text: `${functions[one.as]}: ${isolated(one.text)}` }
    if (isAlongDeed(one.as)) return { thing: true, text: deeds[one.as] }
    const about = one.as === 'goes-with-them' ? '' : `${abouts[one.as]}: `
    return { thing: false, text: `${about}${quotedBy(words, one)}` }
  })
  const things = lines.filter(({ thing }) => thing).map(({ text }) => text)
  const people = all.filter(({ as }) => as === 'goes-along').length
  const rest = lines.filter(({ thing }) => !thing).map(({ text }) => text)
  const listed = things.length === 0 ? [] : [things.join(', ')]
  return [...rest.slice(0, people), ...listed, ...rest.slice(people)].map((text) => ({
    what: sheet.goes,
    text,
  }))
}

/** A line for each thing that anybody spoke of; UNKNOWN only where nobody did, and never for want of room. */
function facts(
  { words: { card, handOver: text } }: HandOverIn,
  all: readonly Quotation[],
  shown: readonly Quotation[],
): readonly Fact[] {
  const { sheet: paper } = card
  const whats = [...new Set([paper.found, paper.goes, ...shown.map(({ what }) => what)])]
  return whats.map((what) => {
    const of = (quotations: readonly Quotation[]) => quotations.filter((one) => one.what === what)
    const said = of(shown).map((one) => one.text)
    const none = of(all).length === 0 ? paper.unknown : text.inRecord
    return { what, said: said.length === 0 ? none : said.join('\n'), missing: '' }
  })
}

/** Read aloud and times, as one text: longer than this it takes more of the page than there is. */
const CODE_BYTES_MAX = 425

function codes(from: HandOverIn, sheet: HandOver, room: Room): readonly Block[] {
  if (room.code !== true) return []
  const text = [true, false]
    .map((whole) => codeText(from, sheet, whole))
    .find((one) => bytesIn(one) <= CODE_BYTES_MAX)
  return text === undefined ? [] : [{ kind: 'code', heading: '', text, says: from.words.handOver.code }]
}

/** As UTF-8. */
const bytesIn = (text: string): number =>
  [...text].reduce((sum, letter) => sum + sizeOf(letter.codePointAt(0) ?? 0), 0)
const sizeOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4)

/** `whole`: with who says so; without it the times alone. */
function codeText(from: HandOverIn, sheet: HandOver, whole: boolean): string {
  const { words, banner, order, clock } = from
  const times = sheet.times.flatMap(({ what, known }) => {
    const said = known.map((one) =>
      whole ? `${timeWords(one, clock)} ${one.words}`.trim() : timeWords(one, clock),
    )
    return known.length === 0 ? [] : [`${labelOf(from, what)}: ${said.join('; ')}`]
  })
  const aloud = readAloud(from, sheet).map(({ what, said }) => `${what}: ${said}`)
  const lines = [...(banner === null ? [] : [banner]), words.handOver.name({ order }), ...aloud, ...times]
  return lines.join('\n').replaceAll(/[\u2066-\u2069]/g, '')
}

const labelOf = ({ words: { card } }: HandOverIn, what: string): string =>
  // `as`: some lines are named by the deed they tell of, and have its words.
  card.deeds[what as keyof typeof card.deeds] ?? what

type TimeFact = { readonly fact: Fact; readonly left: number }

function timeFact(from: HandOverIn, { what, known }: Time, room: Room): TimeFact {
  const { card, handOver: text } = from.words
  const shown = kept(known, room.times)
  const left = known.length - shown.length
  const said = shown.map((one) => timeSaid(from, one, room))
  const more = left === 0 ? [] : [text.moreTimes({ count: left })]
  const label = labelOf(from, what)
  return {
    fact: {
      what: label,
      said: said.length === 0 ? card.sheet.unknown : [...said, ...more].join('; '),
      missing: '',
    },
    left,
  }
}

/** The first, and the last of the rest: a bound is what was known latest, an action begins with its first. */
const kept = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most ? all : most <= 1 ? all.slice(-1) : [...all.slice(0, 1), ...all.slice(1 - most)]

function timeSaid({ words, clock }: HandOverIn, one: Time['known'][number], { long }: Room): string {
  const time = timeWords(one, clock)
  if (one.words === '') return time
  return `${time} ${one.words.length > long ? words.handOver.inRecord : isolated(one.words)}`
}

function restLine(
  { records, where, words: { handOver: text } }: HandOverIn,
  left: { readonly quotations: number; readonly times: number },
): string {
  const whole = text.whole({ count: records.length, where })
  return left.quotations + left.times === 0 ? whole : `${text.rest}: ${text.more(left)} ${whole}`
}

function signedOff({ words: { handOver: text } }: HandOverIn, { to }: HandOver): Block {
  const columns = [pencil(text.columns.to, 60), pencil(text.columns.at, 16), pencil(text.columns.by, 24)]
  return {
    kind: 'table',
    heading: text.signedOff,
    columns,
    rows: [[to === null || to.length > LONG ? '' : isolated(to), '', '']],
    none: '',
  }
}
