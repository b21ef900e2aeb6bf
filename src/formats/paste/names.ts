// A list of names in whatever form it was kept: one to a line, by commas, columns, "Keeper — Ana Lopes", numbered.

import type { NewPerson } from '../../core/editing/edit.ts'
import type { Finding } from '../finding.ts'
import { readTable } from './table.ts'
import { kindOf } from './trades.ts'

export const NAME_LENGTH_MAX = 200

/** `line`: where it was found. `doubt`: what the reader should look at, in a sentence; null where nothing is odd. */
export type ReadPerson = NewPerson & { readonly line: number; readonly doubt: string | null }

export type NamesReading =
  | { readonly ok: true; readonly people: readonly ReadPerson[]; readonly left: readonly Finding[] }
  | { readonly ok: false; readonly errors: readonly Finding[] }

/** A name and what stands beside it; which is which is said by the form, or guessed and told. */
type Pair = { readonly line: number; readonly name: string; readonly does: string }

/** `nameIsLast`: what stands on the right of a dash or in the second column is the name; null to work it out. */
export function readNames(text: string, nameIsLast: boolean | null): NamesReading {
  const table = readTable(text)
  if (!table.ok) return table
  const left: Finding[] = []
  const cells = table.rows
    .map(({ line, cells: all }) => ({
      line,
      cells: all.map(unnumbered).filter((cell) => worthKeeping(cell, line, left)),
    }))
    .filter((row) => row.cells.length > 0)
  const pairs = isList(cells) ? cells.flatMap(listed) : columns(cells)
  const last = nameIsLast ?? lastIsName(pairs)
  const turned = pairs.map((pair) => (last ? turn(pair) : pair))
  return { ok: true, people: noted(turned), left }
}

/** "1.", "12)", "- ", "• " before a name is the list's and not the person's. */
const unnumbered = (cell: string): string =>
  cell.replace(/^\s*(?:\(?\d{1,3}[.):]\s*|[-–—•*·▪]\s+|\d{1,3}\s+(?=\p{L}))/u, '').trim()

const headWords =
  /^(name|names|full name|role|roles|part|character|job|position|department|cast|company|crew|phone|mobile|tel|e-?mail|first name|last name|surname|#|no\.?|nr\.?)$/i

/** Numbers and addresses of people are not kept by a show: whoever pastes them is told. */
function worthKeeping(cell: string, line: number, left: Finding[]): boolean {
  if (cell === '' || (/^[\d\s.#)(]*$/.test(cell) && cell.replaceAll(/\D/g, '').length < 6)) return false
  const isContact = /\S+@\S+\.\S+/.test(cell) || /^[+(]?[\d\s()./-]{6,}$/.test(cell)
  if (isContact)
    left.push({ line, column: 1, message: 'A telephone number or e-mail address is not kept here.' })
  return !isContact
}

type Cells = { readonly line: number; readonly cells: readonly string[] }

/** Several names on one line, by commas: then nothing stands beside a name. */
const isList = (rows: readonly Cells[]): boolean =>
  rows.length <= 3 &&
  rows.some(({ cells }) => cells.length > 3) &&
  rows.every(({ cells }) => cells.every(looksLikeName))

const listed = ({ line, cells }: Cells): readonly Pair[] => cells.map((name) => ({ line, name, does: '' }))

function columns(rows: readonly Cells[]): readonly Pair[] {
  const head = rows[0]
  const isHead = head?.cells.every((cell) => headWords.test(cell)) === true
  const body = isHead ? rows.slice(1) : rows
  const names = isHead
    ? head.cells.findIndex((cell) => /name/i.test(cell) && !/last|surname/i.test(cell))
    : -1
  return body.map(({ line, cells }) => {
    if (cells.length === 1) return inOneCell(line, cells[0] ?? '')
    const [first = '', second = ''] = cells
    if (names > 0) return { line, name: cells[names] ?? '', does: first }
    // "Lopes, Ana": the last name comes first where neither half has two words.
    if (!isHead && cells.length === 2 && commaTurned(rows))
      return { line, name: `${second} ${first}`, does: '' }
    return { line, name: first, does: second }
  })
}

const oneWord = (text: string): boolean => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text)

/** Every row is two single words and no first column word comes twice as a trade would. */
const commaTurned = (rows: readonly Cells[]): boolean =>
  rows.every(({ cells }) => cells.length === 2 && cells.every(oneWord)) &&
  rows.every(({ cells }) => kindOf(cells[0] ?? '') === null && kindOf(cells[1] ?? '') === null)

/** "Keeper — Ana Lopes", "Ana Lopes (Keeper)", "Ana Lopes as the Keeper", or a name alone. */
function inOneCell(line: number, cell: string): Pair {
  const bracket = /^(.+?)\s*[([]([^)\]]+)[)\]]\s*$/.exec(cell)
  if (bracket) return { line, name: bracket[1] ?? '', does: bracket[2] ?? '' }
  const dashed = /^(.+?)\s*(?:\s[-–—]+\s|[–—:=]|\.{3,}|…+)\s*(.+)$/.exec(cell)
  // What stands before the dash is the part, as a programme prints it; `lastIsName` looks at all of them.
  if (dashed) return { line, name: dashed[1] ?? '', does: dashed[2] ?? '' }
  const [, as, part] = /^(.+?)\s+as\s+(.+)$/i.exec(cell) ?? []
  return as && part ? { line, name: as, does: part } : { line, name: cell, does: '' }
}

const turn = ({ line, name, does }: Pair): Pair =>
  does === '' ? { line, name, does } : { line, name: does, does: name }

const looksLikeName = (text: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|d[aeiou]s?|van|von|der|den|le|la|al|bin|y)){1,4}$/u.test(
    text,
  )

/** Which side has the names: the one that has more of what looks like one, and fewer words of the trades. */
function lastIsName(pairs: readonly Pair[]): boolean {
  const both = pairs.filter(({ does }) => does !== '')
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

function noted(pairs: readonly Pair[]): readonly ReadPerson[] {
  const seen = new Set<string>()
  return pairs
    .filter(({ name }) => name !== '')
    .map(({ line, name, does }) => {
      const twice = seen.has(name.toLowerCase())
      seen.add(name.toLowerCase())
      const long = name.length > NAME_LENGTH_MAX || does.length > NAME_LENGTH_MAX
      const doubt = twice
        ? 'This name stands above already.'
        : long
          ? `A name holds ${NAME_LENGTH_MAX} characters.`
          : /\p{L}/u.test(name)
            ? null
            : 'There are no letters in this name.'
      return {
        line,
        name: name.slice(0, NAME_LENGTH_MAX),
        does: does.slice(0, NAME_LENGTH_MAX),
        kind: kindOf(does) ?? (does === '' ? 'ensemble' : 'principal'),
        doubt,
      }
    })
}
