// A table in a document that says over its columns what they are: who speaks and what; its other columns are asked about.

import type { Question } from '../play/play.ts'
import type { Paragraph } from './paragraphs.ts'

const who = /^(?:who|character|speaker|name|role|wer|figur|rolle|sprecher|qui|personnage)$/i
const what = /^(?:what|text|line|lines|dialogue|script|words|was|dialog|réplique|texte)$/i

export type Columns = { readonly paragraphs: readonly Paragraph[]; readonly questions: readonly Question[] }

type Head = { readonly cells: readonly string[]; readonly who: number; readonly what: number }

/** Rows under such a head have who and what alone; what stands in the other columns is not said, and asked about. */
export function byColumns(all: readonly Paragraph[]): Columns {
  const questions: Question[] = []
  const paragraphs: Paragraph[] = []
  let head: Head | null = null
  for (const paragraph of all) {
    const { cells, number } = paragraph
    const begun = cells ? headIn(cells) : null
    if (begun) {
      head = begun
      const others = begun.cells.filter((cell, at) => cell !== '' && at !== begun.who && at !== begun.what)
      if (others.length > 0) questions.push(leftOut(number, others))
    } else if (cells && head) paragraphs.push(...rowUnder(head, paragraph, cells))
    else {
      head = null
      paragraphs.push(paragraph)
      if (cells && cells.length > 2 && !questions.some(({ message }) => message === unnamed))
        questions.push({ line: number, kind: 'file', message: unnamed })
    }
  }
  return { paragraphs, questions }
}

const unnamed =
  'A table here has more than two columns and does not say over them who speaks and what; it was read as who first and then what. Write Who and Text over these.'

const leftOut = (line: number, others: readonly string[]): Question => ({
  ...{ line, kind: 'file' },
  message: `Of this table ${others.map((one) => `“${one}”`).join(', ')} was left out: is any of it needed in the book?`,
})

function headIn(cells: readonly string[]): Head | null {
  const [speaks, said] = [
    cells.findIndex((cell) => who.test(cell)),
    cells.findIndex((cell) => what.test(cell)),
  ]
  return speaks === -1 || said === -1 ? null : { cells, who: speaks, what: said }
}

/** Without a name it goes on, or is a direction; nothing is said in a row without either. */
function rowUnder(head: Head, row: Paragraph, cells: readonly string[]): readonly Paragraph[] {
  const pair = [cells[head.who] ?? '', cells[head.what] ?? ''].filter((cell) => cell !== '')
  return pair.length === 0 ? [] : [{ ...row, text: pair.join('\t') }]
}
