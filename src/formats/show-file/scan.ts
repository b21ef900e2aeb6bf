// The first look at a text that says it is JSON: its bounds, before any parser builds a tree of it.

import { bytesOf, type Finding, spotAt } from '../finding.ts'
import { JSON_DEPTH_MAX, JSON_VALUES_MAX, SHOW_FILE_BYTES_MAX } from './limits.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const BLANK = 0x20
const COMMA = 0x2c
const openers = new Set([0x5b, 0x7b])
const closers = new Set([0x5d, 0x7d])

/** What makes the text unfit to be parsed at all; no recursion, so that no depth can hurt it. */
export function scan(text: string): Finding | undefined {
  const megabytes = SHOW_FILE_BYTES_MAX / 1024 / 1024
  if (text.length > SHOW_FILE_BYTES_MAX || bytesOf(text) > SHOW_FILE_BYTES_MAX)
    return { line: 1, column: 1, message: `The file is larger than ${megabytes} MB, the most a show may be.` }
  let depth = 0
  let values = 1
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === QUOTE) {
      const end = stringEnd(text, at)
      if (text.charCodeAt(end) < BLANK) return unfitAt(text, end, brokenString)
      at = end
    } else if (openers.has(unit)) {
      depth += 1
      values += 1
      if (depth > JSON_DEPTH_MAX) return unfitAt(text, at, tooDeep)
    } else if (closers.has(unit)) depth -= 1
    else if (unit === COMMA) values += 1
    if (values > JSON_VALUES_MAX) return unfitAt(text, at, tooMany)
  }
  return undefined
}

const brokenString =
  'A text in quotation marks holds a new line or control character here. Is its closing quotation mark missing?'
const tooDeep = `Brackets lie more than ${JSON_DEPTH_MAX} deep here; no show needs that.`
const tooMany = `The file holds more than ${JSON_VALUES_MAX} values; no show needs that.`

const unfitAt = (text: string, offset: number, message: string): Finding => ({
  ...spotAt(text, offset),
  message,
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
