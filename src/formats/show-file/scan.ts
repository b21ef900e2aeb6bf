// The first look at a text that says it is JSON: its bounds, before any parser builds a tree of it.

import { bytesOf, type Finding, spotAt } from '../finding.ts'
import { JSON_DEPTH_MAX, JSON_VALUES_MAX, SHOW_FILE_BYTES_MAX } from './limits.ts'

export type Scan =
  | { readonly fit: false; readonly finding: Finding }
  /** `open`: something is not closed when the text ends; `lastToken`: where the last sign or word of it begins. */
  | { readonly fit: true; readonly open: boolean; readonly lastToken: number; readonly values: number }

const QUOTE = 0x22
const BACKSLASH = 0x5c
const BLANK = 0x20
const COMMA = 0x2c
const COLON = 0x3a
const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])

/** No recursion here, so that no depth can hurt it. `depthBefore`: so deep the text lies in its file. */
export function scan(text: string, depthBefore = 0): Scan {
  if (text.length > SHOW_FILE_BYTES_MAX || bytesOf(text) > SHOW_FILE_BYTES_MAX)
    return unfit(text, 0, tooLarge)
  let depth = depthBefore
  let values = 1
  let lastToken = 0
  let inWord = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const isSign =
      unit === QUOTE || unit === COMMA || unit === COLON || openers.has(unit) || closers.has(unit)
    if (isSign || (unit > BLANK && !inWord)) lastToken = at
    inWord = unit > BLANK && !isSign
    if (unit === QUOTE) {
      at = stringEnd(text, at)
      if (at === text.length) return { fit: true, open: true, lastToken, values }
      if (text.charCodeAt(at) < BLANK) return unfit(text, at, brokenString)
    } else if (openers.has(unit)) {
      depth += 1
      values += 1
      if (depth > JSON_DEPTH_MAX) return unfit(text, at, tooDeep)
    } else if (closers.has(unit)) depth -= 1
    else if (unit === COMMA) values += 1
    if (values > JSON_VALUES_MAX) return unfit(text, at, tooMany)
  }
  return { fit: true, open: depth > depthBefore, lastToken, values }
}

const tooLarge = `The file is larger than ${SHOW_FILE_BYTES_MAX / 1024 / 1024} MB, the most a file may be.`
const tooDeep = `Brackets lie more than ${JSON_DEPTH_MAX} deep here; no show needs that.`
const tooMany = `The file holds more than ${JSON_VALUES_MAX} values; no show needs that.`
const brokenString =
  'A text in quotation marks holds a new line or control character here. Is its closing quotation mark missing?'

const unfit = (text: string, offset: number, message: string): Scan => ({
  fit: false,
  finding: { ...spotAt(text, offset), message },
})

/** The closing quotation mark, or the control character that may not stand before it; the text's end if neither. */
function stringEnd(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === BACKSLASH) at += 1
    else if (unit === QUOTE || unit < BLANK) return at
  }
  return text.length
}
