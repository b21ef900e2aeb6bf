// What a reader says about one place of a file, in words for the person who wrote it.

/** A file with more complaints than this is not read on by anybody. */
const FINDINGS_MAX = 200

/** Lines and columns count from 1, as editors do. */
export type Spot = { readonly line: number; readonly column: number }

export type Finding = Spot & { readonly message: string }

/** In the order of the file, and no more than anybody would read. */
export function bounded<F extends Finding>(findings: readonly F[]): readonly F[] {
  const sorted = [...findings].sort((a, b) => a.line - b.line || a.column - b.column)
  if (sorted.length <= FINDINGS_MAX) return sorted
  const shown = sorted.slice(0, FINDINGS_MAX)
  const last = shown.pop()
  if (last === undefined) return shown
  return [...shown, { ...last, message: `… and ${sorted.length - shown.length} more from here on.` }]
}

/** Where the code unit at `offset` stands. */
export function spotAt(text: string, offset: number): Spot {
  let line = 1
  let start = 0
  for (const end of text.slice(0, offset).matchAll(/\r\n?|\n/g)) {
    line += 1
    start = end.index + end[0].length
  }
  return { line, column: offset - start + 1 }
}

/** The length of a text as a file, in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) continue
    // A pair of surrogates is four bytes for two units; everything else above Latin is three.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}

/** Editors on some systems put an invisible mark at the start of a file; it says nothing here. */
export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text)

/** Blanks and what cannot be shown become one blank; half a character becomes the mark for a lost one. */
export function onOneLine(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isPlainBlank(text.charCodeAt(from))) from += 1
  while (to > from && isPlainBlank(text.charCodeAt(to - 1))) to -= 1
  // Most texts are fit once their ends are off, and looking costs less than making them so.
  if (isOneLine(text, from, to)) return text.slice(from, to)
  // Line ends and indents are what most others have.
  const simply = withoutLineEnds(text)
  return isOneLine(simply, 0, simply.length)
    ? simply
    : text
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .replaceAll(/\p{Cs}/gu, '\uFFFD')
        .trim()
}

/** The same with a blank at either end where there was one: a piece of words that others follow. */
export function withSingleBlanks(text: string): string {
  const whole = onOneLine(text)
  if (whole === '') return text === '' ? '' : ' '
  const before = isAnyBlank.test(text.charAt(0)) ? ' ' : ''
  return `${before}${whole}${isAnyBlank.test(text.charAt(text.length - 1)) ? ' ' : ''}`
}

/** Such pieces, one after another, as one line. */
export function joined(pieces: string): string {
  const single = pieces.includes('  ') ? pieces.replaceAll(/ {2,}/g, ' ') : pieces
  const from = single.charCodeAt(0) === 0x20 ? 1 : 0
  const to = single.length - (single.charCodeAt(single.length - 1) === 0x20 ? 1 : 0)
  return from === 0 && to === single.length ? single : single.slice(from, to)
}

const isAnyBlank = /[\s\p{Cc}]/u

const isPlainBlank = (unit: number): boolean =>
  unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d

/** One blank for each run of blanks, line ends and indents: by hand, which is twice as quick as by a pattern. */
function withoutLineEnds(text: string): string {
  const words: string[] = []
  let from = -1
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at === text.length ? 0x20 : text.charCodeAt(at)
    const isBlank = isPlainBlank(unit)
    if (isBlank && from !== -1) {
      words.push(text.slice(from, at))
      from = -1
    } else if (!isBlank && from === -1) from = at
  }
  return words.join(' ')
}

/** Without blanks at its ends, and one at a time within. Letters of two units are looked at again. */
function isOneLine(text: string, from: number, to: number): boolean {
  let wasBlank = true
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 0x20) {
      if (wasBlank) return false
      wasBlank = true
    } else if (unit < 0x21 || (unit > 0x7e && isRareInText(unit))) return false
    else wasBlank = false
  }
  return !wasBlank || from === to
}

/** What may be a blank, a sign that cannot be shown, or half a letter. */
export const isRareInText = (unit: number): boolean =>
  unit < 0xa1 ||
  unit === 0x1680 ||
  (unit > 0x1fff && unit < 0x200b) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000 ||
  unit > 0xd7ff
