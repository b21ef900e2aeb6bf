// From a Word document to a play: by its styles where they say what a paragraph is, else as it is printed.

import type { Archive } from '../archive/archive.ts'
import type { Question } from '../play/play.ts'
import { playOf, type Read } from '../script/read-script.ts'
import { scriptOf } from '../text/elements.ts'
import type { Printed, Styled } from '../text/printed.ts'
import { nobody } from '../text/read-play.ts'
import { type Beside, type Paragraph, paragraphsOf } from './paragraphs.ts'

export function readDocument(archive: Archive): Read {
  const read = paragraphsOf(archive)
  if (!read.ok) return { ok: false, error: read.errors[0] ?? { line: 1, column: 1, message: nobody } }
  const { questions = [], ...script } = scriptOf(read.paragraphs.flatMap(printed))
  return playOf({ ...script, questions: [...questions, ...besideOf(read.beside)] }, { nobody })
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

function besideOf({ deleted, comments, footnotes }: Beside): readonly Question[] {
  const counts = [
    [deleted, 'struck out by a reviewer'],
    [comments, 'comments beside the text'],
    [footnotes, 'notes under the text'],
  ] as const
  return counts
    .filter(([count]) => count > 0)
    .map(([count, what]): Question => {
      return { line: 1, kind: 'file', message: `${count} ${what} were left out; is anything in them wanted?` }
    })
}
