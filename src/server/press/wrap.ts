// Breaks a text into lines that fit: between words, and within one that is wider than the line.

import type { Font, Measure } from './page.ts'

type Room = {
  readonly width: number
  readonly font: Font
  readonly size: number
  readonly measure: Measure
}

export function wrap(text: string, room: Room): readonly string[] {
  if (text === '') return []
  return carried(text.split('\n').flatMap((line) => wrapLine(line, room)))
}

const FIRST_STRONG = '\u2068'
const END = '\u2069'
const opens = /^[\u2066-\u2068]$/
const FROM_LEFT = '\u2066'
const FROM_RIGHT = '\u2067'
const strong = /(?<right>[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])|\p{L}/u

/** What reads from the right in a quotation goes on doing so on its next line. */
function carried(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => /[\u2066-\u2068]/.test(line))) return lines
  const open: string[] = []
  return lines.map((line, index) => {
    const whole = open.join('') + line
    for (const [at, letter] of [...line].entries())
      if (letter === END) open.pop()
      else if (opens.test(letter))
        open.push(letter === FIRST_STRONG ? turnOf([line.slice(at), ...lines.slice(index + 1)]) : letter)
    return whole
  })
}

const turnOf = (rest: readonly string[]): string =>
  strong.exec(rest.join(' '))?.groups?.['right'] === undefined ? FROM_LEFT : FROM_RIGHT

function wrapLine(text: string, room: Room): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .trimEnd()
    .split(' ')
    .flatMap((one) => pieces(one, room))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, room) > room.width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

const widthOf = (text: string, { measure, font, size }: Room): number => measure(text, font, size)

/** At its hyphens where it has any, else between letters; never within one that takes more than one code unit. */
function pieces(word: string, room: Room): readonly string[] {
  if (widthOf(word, room) <= room.width) return [word]
  const parts = word.split(/(?<=-)(?=.)/u)
  return filled(parts.length > 1 ? parts.flatMap((part) => pieces(part, room)) : [...word], room)
}

/** As many as fit stand together: what is left over begins the next line. */
function filled(parts: readonly string[], room: Room): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line !== '' && widthOf(line + part, room) > room.width) {
      lines.push(line)
      line = part
    } else line += part
  }
  return [...lines, line]
}
