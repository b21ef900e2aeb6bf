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
  return text.split('\n').flatMap((line) => wrapLine(line, room))
}

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
