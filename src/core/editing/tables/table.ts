// Lists of a show that are edited as tables: cells as they are typed, each row kept, changed, removed, or told what is wrong in which cell.

import { type Result, refused } from '../../kit/result.ts'
import type { Show } from '../../show/show.ts'
import { type CellRefusal, type Cells, type Laid, refusedIn } from '../edit.ts'

export type TableLine = { readonly id: string; readonly cells: Cells }
export type Written = { readonly show: Show; readonly id: string }

/** What a table is, for everything that reads, writes or draws one. */
export type TableRules = {
  /** Each with what it is called where something in it is wrong. */
  readonly columns: Readonly<Record<string, string>>
  /** Two rows in which these say the same are about the same. */
  readonly about: readonly string[]
  readonly lines: (show: Show) => readonly TableLine[]
  /** The same cells as `lines` would have them, where they can be understood: “40 s” is 0:40. */
  readonly usual: (show: Show, cells: Cells) => Cells
  /** `id`: of the row that is changed; null: a new one. */
  readonly write: (show: Show, id: string | null, said: Said) => Result<Written>
  readonly remove: (show: Show, id: string) => Result<Show>
}

/** A row as it was typed, beside what stood there: a column that is missing, and what reads as before is as before, to the last thing no cell shows. */
export class Said {
  readonly #cells: Cells
  readonly #before: Cells | null
  readonly #names: TableRules['columns']

  constructor(cells: Cells, before: Cells | null, names: TableRules['columns']) {
    this.#cells = cells
    this.#before = before
    this.#names = names
  }

  cell(column: string): string {
    return plain(this.#cells[column] ?? this.#before?.[column])
  }

  isAsBefore(...columns: readonly string[]): boolean {
    const before = this.#before
    return before !== null && columns.every((one) => this.cell(one) === plain(before[one]))
  }

  wrong(column: string, sentence: string): ReturnType<typeof refusedIn> {
    return refusedIn(this.#names[column] ?? column, sentence, column)
  }
}

export const noSuchRow = refused('no-such-row', 'That row is not in the show any more.')

/** `row`: the one that is changed; null: a row about the same as one that is there is that one, every other is new. */
export function layTable(before: Show, rules: TableRules, row: string | null, rows: readonly Cells[]): Laid {
  const laying = new Laying(before, rules, row)
  for (const [index, cells] of rows.entries()) laying.lay(index + 1, cells)
  return laying
}

class Laying implements Laid {
  show: Show
  readonly wrong = new Map<number, CellRefusal>()
  readonly #rules: TableRules
  readonly #row: string | null
  /** Rows of the table that were written already. */
  readonly #taken = new Set<string>()
  readonly #about = new Map<string, TableLine[]>()

  constructor(show: Show, rules: TableRules, row: string | null) {
    this.show = show
    this.#rules = rules
    this.#row = row
    for (const line of rules.lines(show))
      if (row === null || line.id === row) this.#know(this.#key(line.cells), line)
  }

  /** Where one row is changed it is that one, whatever it says by now. */
  #key(cells: Cells): string {
    if (this.#row !== null) return ''
    return this.#rules.about.map((column) => spoken(cells[column] ?? '')).join('\n')
  }

  #know(key: string, line: TableLine): void {
    this.#about.set(key, [...(this.#about.get(key) ?? []), line])
  }

  lay(number: number, typed: Cells): void {
    const cells = this.#rules.usual(this.show, typed)
    const key = this.#key(cells)
    const same = this.#about.get(key) ?? []
    const old = same.find(({ id }) => !this.#taken.has(id))
    const twin = same[0]
    if (twin && !old) {
      this.wrong.set(number, { code: 'twice', sentence: 'A row above is about the same.' })
      return
    }
    const said = new Said(cells, old?.cells ?? null, this.#rules.columns)
    const written = this.#rules.write(this.show, old?.id ?? null, said)
    if (!written.ok) {
      this.wrong.set(number, written.refusal)
      return
    }
    this.show = written.value.show
    this.#taken.add(written.value.id)
    if (!old) this.#know(key, { id: written.value.id, cells })
  }
}

/** A table has no line breaks, and one blank where there were several. */
const plain = (text = ''): string => text.replaceAll(/\s+/g, ' ').trim()

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s+/g, ' ').trim()

export const removeFrom = (show: Show, rules: TableRules, row: string): Result<Show> =>
  isIn(show, rules, row) ? rules.remove(show, row) : noSuchRow

export const isIn = (show: Show, rules: TableRules, row: string): boolean =>
  rules.lines(show).some(({ id }) => id === row)
