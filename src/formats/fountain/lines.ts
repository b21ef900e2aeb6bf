// The lines of a Fountain file as its reader counts them: what is struck out and what is noted are lifted out of the words.

import type { Aside } from '../script/elements.ts'

export const FOUNTAIN_BYTES_MAX = 8 * 1024 * 1024
/** Longer than any paragraph of a play; files that are made to hurt begin here. */
export const LINE_LENGTH_MAX = 20_000

export type Line = {
  /** With `[[0]]` where a note stood and a mark like it where something was struck out; both are counted from 0. */
  readonly text: string
  /** Where it begins; from 1. */
  readonly line: number
  /** The line before its own last one, by which an empty line is told from one of two blanks. */
  readonly before: string
}

export type Lines = {
  readonly lines: readonly Line[]
  readonly notes: readonly Aside[]
  readonly boneyards: readonly Aside[]
}

/** One of the two kinds of aside, as it is being read. */
type Open = { readonly kind: 'note' | 'boneyard'; readonly line: number; readonly held: string[] }

const ends = { note: ']]', boneyard: '*/' } as const

/** Marks of what was lifted out; the words themselves hold none. */
export const withoutMarks = (text: string): string => text.replace(/\[\[\d+\]\]|\/\*\d+\*\//g, '')

export function linesOf(text: string): Lines {
  const reader = new LineReader()
  const rows = text.split(/\r\n?|\n/)
  for (const [index, row] of rows.entries()) reader.read(row, index + 1)
  return reader.end(rows.length)
}

class LineReader {
  readonly #lines: Line[] = []
  readonly #notes: Aside[] = []
  readonly #boneyards: Aside[] = []
  #open: Open | null = null
  #text = ''
  /** Where the line being put together began; nought between lines. */
  #begun = 0
  #rowBefore = ''

  read(row: string, line: number): void {
    if (this.#begun === 0) this.#begun = line
    // A note is not parted by an empty line, unless two blanks on it say that it goes on.
    if (this.#open?.kind === 'note' && row.trim() === '' && row.length < 2) this.#close(false)
    else if (this.#readRow(row, line)) {
      this.#rowBefore = row
      return
    }
    this.#push(line)
    this.#rowBefore = row
  }

  end(line: number): Lines {
    if (this.#open !== null) {
      this.#close(false)
      this.#push(line)
    }
    return { lines: this.#lines, notes: this.#notes, boneyards: this.#boneyards }
  }

  /** Whether something is still open at its end. */
  #readRow(row: string, line: number): boolean {
    let rest = row
    for (;;) {
      if (this.#open === null) {
        const at = rest.search(/\[\[|\/\*/)
        if (at < 0) {
          this.#text += rest
          return false
        }
        this.#text += rest.slice(0, at)
        const kind = rest.startsWith('[[', at) ? 'note' : 'boneyard'
        this.#open = { kind, line, held: [] }
        rest = rest.slice(at + 2)
      }
      const end = rest.indexOf(ends[this.#open.kind])
      if (end < 0) {
        this.#open.held.push(rest)
        return true
      }
      this.#open.held.push(rest.slice(0, end))
      rest = rest.slice(end + 2)
      this.#close(true)
    }
  }

  #close(closed: boolean): void {
    const open = this.#open
    if (open === null) return
    const aside = { text: open.held.join('\n'), line: open.line, closed }
    if (open.kind === 'note') this.#text += `[[${this.#notes.push(aside) - 1}]]`
    else this.#text += `/*${this.#boneyards.push(aside) - 1}*/`
    this.#open = null
  }

  #push(line: number): void {
    const spans = line > this.#begun
    const before = spans ? this.#rowBefore : (this.#lines.at(-1)?.text ?? '')
    this.#lines.push({ text: this.#text, line: this.#begun, before })
    this.#text = ''
    this.#begun = 0
  }
}
