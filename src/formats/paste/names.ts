// A list of names in whatever form it was kept: one to a line, by commas, columns, "Keeper — Ana Lopes", numbered.

import type { NewPerson } from '../../core/editing/edit.ts'
import type { Finding } from '../finding.ts'
import { headingOf, isNobodyYet, isTalk, withoutContacts, withoutPronouns } from './mail.ts'
import { readTable } from './table.ts'
import { kindOf } from './trades.ts'

const NAME_LENGTH_MAX = 200
/** Of one person, as many parts are read out of a list. */
export const PARTS_MAX = 20

/** `line`: where it was found. `doubt`: what the reader should look at, in a sentence; null where nothing is odd. */
type ReadPerson = NewPerson & { readonly line: number; readonly doubt: string | null }

export type NamesReading =
  | { readonly ok: true; readonly people: readonly ReadPerson[]; readonly left: readonly Finding[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

/** A name and what stands beside it; which is which is said by the form, or guessed and told. */
type Pair = {
  readonly line: number
  readonly name: string
  readonly does: string
  /** What they do stood in a heading above: there is no other side to turn. */
  readonly isUnder?: boolean
  /** The list has them more than once. */
  readonly isTwice?: boolean
}

/** `nameIsLast`: what stands on the right of a dash or in the second column is the name; null to work it out. */
export function readNames(text: string, nameIsLast: boolean | null): NamesReading {
  const table = readTable(text)
  if (!table.ok) return table
  const left: Finding[] = []
  const rows = table.rows.map(({ line, cells: all }) => ({
    line,
    cells: kept(all.map(unnumbered).map(withoutPronouns), line, left),
  }))
  const full = rows.filter(({ cells }) => cells.length > 0)
  const pairs = isList(full) ? full.flatMap(listed) : columns(rows, left)
  const last = nameIsLast ?? lastIsName(pairs)
  const turned = pairs.map((pair) =>
    last !== (nameIsLast === null && isOdd(pair, last)) ? turn(pair) : pair,
  )
  const people = turned.flatMap((pair) => named(pair, left))
  return { ok: true, people: oncePerPerson(people).map(noted), left: left.sort((a, b) => a.line - b.line) }
}

/** "1.", "12)", "- ", "• " before a name is the list's and not the person's. */
const unnumbered = (cell: string): string =>
  cell.replace(/^\s*(?:\(?\d{1,3}[.):]\s*|[-–—•*·▪]\s+|\d{1,3}\s+(?=\p{L}))/u, '').trim()

const headWords =
  /^(name|names|full name|role|roles|part|character|job|position|department|cast|company|crew|phone|mobile|tel|e-?mail|first name|last name|surname|#|no\.?|nr\.?)$/i

const leave = (left: Finding[], line: number, message: string) => left.push({ line, column: 1, message })

/** Numbers and addresses of people are not kept by a show: whoever pastes them is told, and the name stays. */
function kept(cells: readonly string[], line: number, left: Finding[]): readonly string[] {
  const without = cells.map(withoutContacts)
  if (without.some((cell, at) => cell !== cells[at]))
    leave(left, line, 'A telephone number or e-mail address is not kept here.')
  const full = without.filter((cell) => /[^\d\s.#)(]/.test(cell))
  const [only = ''] = full
  if (full.length === 1 && isTalk(only) && !looksLikeName(sideOf(only))) {
    leave(left, line, 'This reads like a line of a letter, and not like somebody’s name.')
    return []
  }
  return full
}

/** What stands behind a dash or a colon, if anything does: a name there makes a line of the list of it. */
const sideOf = (cell: string): string => inOneCell(0, cell).does

type Cells = { readonly line: number; readonly cells: readonly string[] }

/** Several names on one line, by commas: then nothing stands beside a name. */
const isList = (rows: readonly Cells[]): boolean =>
  rows.length <= 3 &&
  rows.some(({ cells }) => cells.length > 3) &&
  rows.every(({ cells }) => cells.every(looksLikeName))

const listed = ({ line, cells }: Cells): readonly Pair[] => cells.map((name) => ({ line, name, does: '' }))

function columns(all: readonly Cells[], left: Finding[]): readonly Pair[] {
  const rows = joined(all)
  const head = rows.find(({ cells }) => cells.length > 0)
  const isHead = head?.cells.every((cell) => headWords.test(cell)) === true
  const body = isHead ? rows.slice(rows.indexOf(head) + 1) : rows
  const names = isHead
    ? head.cells.findIndex((cell) => /name/i.test(cell) && !/last|surname/i.test(cell))
    : -1
  let under = ''
  return body.flatMap(({ line, cells }) => {
    const [first, second = ''] = cells
    if (first === undefined) {
      // What somebody writes after the list is under none of its headings.
      under = ''
      return []
    }
    if (cells.length === 1) {
      const heading = headingOf(first)
      if (heading === null) return underHeading(inOneCell(line, first), under)
      under = kindOf(heading) === null ? '' : heading
      leave(left, line, 'This is a heading, and not somebody’s name.')
      return []
    }
    if (names > 0) return { line, name: cells[names] ?? '', does: first }
    // "Lopes, Ana": the last name comes first where neither half has two words.
    if (!isHead && cells.length === 2 && commaTurned(rows))
      return { line, name: `${second} ${first}`, does: '' }
    return { line, name: first, does: second }
  })
}

/** "Crew", and names alone under it: that is what they do. */
const underHeading = (pair: Pair, under: string): Pair =>
  pair.does === '' && under !== '' ? { ...pair, does: under, isUnder: true } : pair

/** "Lopes, Ana – Keeper" was cut at its comma, which is the name's own. */
const joined = (rows: readonly Cells[]): readonly Cells[] =>
  rows.map(({ line, cells }) => {
    const [first = '', second = ''] = cells
    const isOne = cells.length === 2 && /^\S+$/.test(first) && /^\p{Lu}\S*\s+[-–—]\s/u.test(second)
    return { line, cells: isOne ? [`${first}, ${second}`] : cells }
  })

const oneWord = (text: string): boolean => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text)

/** Every row is two single words and no first column word comes twice as a trade would. */
const commaTurned = (rows: readonly Cells[]): boolean =>
  rows
    .filter(({ cells }) => cells.length > 0)
    .every(({ cells }) => cells.length === 2 && cells.every((cell) => oneWord(cell) && kindOf(cell) === null))

/** "Keeper — Ana Lopes", "Ana Lopes (Keeper)", "Ana Lopes as the Keeper", or a name alone. */
function inOneCell(line: number, cell: string): Pair {
  const bracket = /^(.+?)\s*[([]([^)\]]+)[)\]]\s*$/.exec(cell)
  if (bracket) return { line, name: (bracket[1] ?? '').replace(/\s*[-–—:]$/, ''), does: bracket[2] ?? '' }
  const dashed = /^(.+?)\s*(?:\s[-–—]+\s|[–—:=]|\.{3,}|…+)\s*(.+)$/.exec(cell)
  // What stands before the dash is the part, as a programme prints it; `lastIsName` looks at all of them.
  if (dashed) return { line, name: dashed[1] ?? '', does: dashed[2] ?? '' }
  const [, as, part] = /^(.+?)\s+as\s+(.+)$/i.exec(cell) ?? []
  if (as && part) return { line, name: as, does: part }
  // "Polonius, Sam Brown" in a list that is not by commas: a part and a name, where one side alone is a whole name.
  const [before = '', after = '', more] = cell.split(/,\s+/)
  const isPair = more === undefined && looksLikeName(before) !== looksLikeName(after)
  return isPair ? { line, name: before, does: after } : { line, name: cell, does: '' }
}

const turn = (pair: Pair): Pair =>
  pair.does === '' || pair.isUnder ? pair : { line: pair.line, name: pair.does, does: pair.name }

/** "Ruth Adeyemi – DSM" among lines that are the other way about: a trade is nobody's name. */
const isOdd = ({ name, does }: Pair, last: boolean): boolean => {
  const [person, other] = last ? [does, name] : [name, does]
  return kindOf(person) !== null && !looksLikeName(person) && looksLikeName(other) && kindOf(other) === null
}

/** "Lopes, Ana" is Ana Lopes, "Priya & Tom" are two people, and "TBC" is nobody yet, who is told. */
function named(pair: Pair, left: Finding[]): readonly Pair[] {
  if (isNobodyYet(pair.name)) {
    const what = pair.does === '' ? '' : ` for ${pair.does.slice(0, NAME_LENGTH_MAX)}`
    leave(left, pair.line, `Nobody is named here${what} yet.`)
    return []
  }
  const both = pair.name.split(/\s+(?:&|\+|and)\s+/)
  const names = both.length > 1 && both.every((one) => /^\p{L}/u.test(one)) ? both : [pair.name]
  return names.map((name) => ({ ...pair, name: firstNameFirst(name) }))
}

function firstNameFirst(name: string): string {
  const [, last, first] = /^([^,]+),\s+(\p{L}[^,]*)$/u.exec(name) ?? []
  const isTurned = last && first && !/^(jr|sr|[iv]+|esq)\.?$/i.test(first) && kindOf(first) === null
  return isTurned ? `${first} ${last}` : name
}

const looksLikeName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[aeiou]s?|van|von|der|den|le|la|al|bin|y)){1,4}$/u.test(
    text,
  )

/** Which side has the names: the one that has more of what looks like one, and fewer words of the trades. */
function lastIsName(pairs: readonly Pair[]): boolean {
  const both = pairs.filter(({ does, isUnder }) => does !== '' && !isUnder)
  const score = (pick: (pair: Pair) => string) => {
    const times = new Map<string, number>()
    for (const pair of both) times.set(pick(pair), (times.get(pick(pair)) ?? 0) + 1)
    return both.reduce((sum, pair) => {
      const text = pick(pair)
      const distinct = times.get(text) === 1 ? 0.5 : 0
      return sum + (looksLikeName(text) ? 1 : 0) + distinct - (kindOf(text) === null ? 0 : 2)
    }, 0)
  }
  return score(({ does }) => does) > score(({ name }) => name)
}

/** Whoever plays two parts stands in the list twice: one person, with both. */
function oncePerPerson(pairs: readonly Pair[]): readonly Pair[] {
  const people = new Map<string, { readonly pair: Pair; readonly parts: Set<string>; times: number }>()
  for (const pair of pairs.filter(({ name }) => name !== '')) {
    const same = pair.name.toLowerCase()
    const found = people.get(same) ?? { pair, parts: new Set(), times: 0 }
    found.times += 1
    if (pair.does !== '' && found.parts.size < PARTS_MAX) found.parts.add(pair.does)
    people.set(same, found)
  }
  return [...people.values()].map(({ pair, parts, times }) => ({
    ...pair,
    does: [...parts].join(', '),
    isTwice: times > 1,
  }))
}

function noted({ line, name, does, isTwice = false }: Pair): ReadPerson {
  const isLong = name.length > NAME_LENGTH_MAX || does.length > NAME_LENGTH_MAX
  return {
    line,
    name: name.slice(0, NAME_LENGTH_MAX),
    does: does.slice(0, NAME_LENGTH_MAX),
    kind: kindOf(does) ?? (does === '' ? 'ensemble' : 'principal'),
    doubt: isLong
      ? `A name holds ${NAME_LENGTH_MAX} characters.`
      : !/\p{L}/u.test(name)
        ? 'There are no letters in this name.'
        : isTwice
          ? 'This name stands in the list more than once, and is taken for one person.'
          : null,
  }
}
