// From a Word document to a play: by its styles where they say what a paragraph is, else as it is printed.

import type { Archive } from '../archive/archive.ts'
import type { Question } from '../play/play.ts'
import { playOf, type Read } from '../script/read-script.ts'
import { scriptOf } from '../text/elements.ts'
import type { Printed, Styled } from '../text/printed.ts'
import { nobody } from '../text/read-play.ts'
import { type Beside, type Besides, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { byColumns } from './tables.ts'

export function readDocument(archive: Archive): Read {
  const read = paragraphsOf(archive)
  if (!read.ok) return { ok: false, error: read.errors[0] ?? { line: 1, column: 1, message: nobody } }
  const table = byColumns(read.paragraphs)
  const { questions = [], ...script } = scriptOf(table.paragraphs.flatMap(printed))
  return playOf(
    { ...script, questions: [...table.questions, ...questions, ...besideOf(read.beside)] },
    { nobody },
  )
}

/** What writing programs and theatres call their styles, in English, German and French. */
const styles: readonly (readonly [Styled, RegExp])[] = [
  ['act', /^(?:act|acte|akt|aufzug)\b/i],
  ['scene', /scene|szene|scène|slug|auftritt|^(?:heading|überschrift|titre) ?\d/i],
  ['title', /^(?:title|titel|titre)$/i],
  ['speaker', /character|speaker|personnage|sprecher|rolle\b|^name$/i],
  ['how', /parenthetical|wryly/i],
  ['words', /dialog|speech|réplique|replik/i],
  ['lyric', /lyric|song|gesang|chanson/i],
  ['direction', /direction|^action|regie|didascalie|^stage/i],
]

const styledAs = (style: string): Styled | null => styles.find(([, words]) => words.test(style))?.[0] ?? null

/** A line broken by hand within a paragraph is a line of its own; the place is the paragraph’s. */
const printed = ({ number, text, style, isItalic }: Paragraph): readonly Printed[] =>
  text.split('\n').map((row) => ({ line: number, text: row, styled: styledAs(style), isItalic }))

const out = 'left out; is anything in them wanted?'
const besides: Readonly<Record<Besides, readonly [what: string, done: string]>> = {
  deleted: ['struck out by a reviewer', out],
  added: ['added by a reviewer', 'taken in; are they agreed?'],
  struck: ['crossed out or hidden', out],
  boxes: ['in boxes beside the text', out],
  comments: ['in comments beside the text', out],
  footnotes: ['in notes under the text', out],
}

const besideOf = (beside: Beside): readonly Question[] =>
  [...beside].map(([each, { times, first }]): Question => {
    const [what, done] = besides[each]
    const pieces = times === 1 ? 'Words' : `Words in ${times} places`
    return { line: first, kind: 'file', message: `${pieces} ${what} were ${done}` }
  })
