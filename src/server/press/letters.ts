// Which letters draw which text: one chooser for every sheet, so that no name is refused or boxed for where it comes from.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bidiFactory, { type Bidi } from 'bidi-js'
import type { Font } from './page.ts'

const here = createRequire(import.meta.url)

// Latin with Vietnamese, Greek, Cyrillic, Hebrew and Arabic in one file each, and narrow.
// By their paths and no other names: the library opens a font anew each time it is asked for by a second name.
export const fontFile: Readonly<Record<Font, string>> = {
  plain: here.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: here.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
}

/** Part of a text that one file draws in one direction, in the order in which it stands on the paper. */
export type Run = {
  readonly text: string
  readonly file: string
  /** Of letters that have no bold of their own: drawn with a line around them. */
  readonly thickened: boolean
}

/** Whatever stands outside of Latin, Greek, Cyrillic and plain signs is looked at letter by letter. */
const strange = /[\u0590-\u08ff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2e80-\uffff]/
/** They say how text turns, and are no letters themselves. Joiners stay: they shape what stands beside them. */
const turns = /^[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/
const eastAsian =
  /^[\u2e80-\u33ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]$/u

// `as`: the package is told of as one kind of module and is another; what it exports is this function.
const bidi = (bidiFactory as unknown as () => Bidi)()

type Piece = Run & { readonly level: number }

/** In the order in which it is drawn, from left to right. */
export function runsOf(text: string, font: Font): readonly Run[] {
  const file = fontFile[font]
  if (!strange.test(text)) return [{ text, file, thickened: false }]
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr')
  const pieces: Piece[] = []
  let at = 0
  for (const letter of text) {
    const level = levels[at] ?? 0
    at += letter.length
    if (turns.test(letter)) continue
    const shown = level % 2 === 1 ? (bidi.getMirroredCharacter(letter) ?? letter) : letter
    const east = eastAsian.test(letter) ? chineseFile(letter) : null
    const piece = { text: shown, file: east ?? file, thickened: east !== null && font === 'bold', level }
    const last = pieces.at(-1)
    if (last && last.level === level && last.file === piece.file)
      pieces[pieces.length - 1] = { ...last, text: last.text + shown }
    else pieces.push(piece)
  }
  return turned(pieces)
}

/** From the innermost outwards: whatever reads from the right changes places with what it stands beside (UAX 9, L2). */
function turned(pieces: readonly Piece[]): readonly Run[] {
  let all = [...pieces]
  const most = Math.max(0, ...all.map(({ level }) => level))
  for (let level = most; level > 0; level -= 1) {
    const next: Piece[] = []
    let stretch: Piece[] = []
    for (const piece of all)
      if (piece.level >= level) stretch.unshift(piece)
      else {
        next.push(...stretch, piece)
        stretch = []
      }
    all = [...next, ...stretch]
  }
  return all
}

export const readsFromTheRight = (text: string): boolean =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)

/** Beside this file once built (tools/letters.ts); in the source where the package keeps them. */
const chineseFolder = import.meta.url.endsWith('.ts')
  ? dirname(here.resolve('@fontsource/noto-sans-sc/package.json'))
  : fileURLToPath(new URL('./chinese', import.meta.url))

type Part = { readonly file: string; readonly ranges: readonly (readonly [number, number])[] }
let parts: readonly Part[] | null = null
const found = new Map<string, string | null>()

/** A hundred files of some hundred letters each: only those that are written with are opened. Null: in none of them. */
function chineseFile(letter: string): string | null {
  const known = found.get(letter)
  if (known !== undefined) return known
  parts ??= readParts()
  const code = letter.codePointAt(0) ?? 0
  const part = parts.find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
  const file = part?.file ?? null
  found.set(letter, file)
  return file
}

function readParts(): readonly Part[] {
  // `as`: written by the package that brings the letters, in the version that is built in.
  const told = JSON.parse(readFileSync(join(chineseFolder, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(told).flatMap(([name, ranges]) => {
    const number = /^\[(\d+)\]$/.exec(name)?.[1]
    return number === undefined
      ? []
      : [{ file: join(chineseFolder, 'files', partName(number)), ranges: ranges.split(',').map(rangeOf) }]
  })
}

/** Not the smaller kind of file: its outlines are packed, and what puts fonts into a PDF leaves them empty. */
const partName = (number: string): string => `noto-sans-sc-${number}-400-normal.woff`

function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.replace('U+', '').split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}
