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

/** Never in the middle of a letter that is written with more than one code unit. */
function pieces(word: string, room: Room): readonly string[] {
  if (widthOf(word, room) <= room.width) return [word]
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter, room) > room.width) {
      parts.push(part)
      part = letter
    } else part += letter
  }
  return [...parts, part]
}
