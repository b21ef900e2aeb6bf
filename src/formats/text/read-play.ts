// From plain text, as scripts are typed and as old plays are kept, to a play.

import { bytesOf, withoutMark } from '../finding.ts'
import { FOUNTAIN_BYTES_MAX, LINE_LENGTH_MAX } from '../fountain/lines.ts'
import { playOf, type Read, refuse } from '../script/read-script.ts'
import { scriptOf } from './elements.ts'
import type { Printed } from './printed.ts'

export function readPlainText(text: string): Read {
  const bare = withoutMark(text)
  if (bare.trim() === '') return refuse(1, 'The file is empty.')
  if (bytesOf(bare) > FOUNTAIN_BYTES_MAX)
    return refuse(1, `The file is larger than ${FOUNTAIN_BYTES_MAX / 1024 / 1024} MB; no play is.`)
  const rows = bare.split(/\r\n?|\n/)
  const long = rows.findIndex((row) => row.length > LINE_LENGTH_MAX)
  if (long >= 0)
    return refuse(
      long + 1,
      `This line has more than ${LINE_LENGTH_MAX} characters; no paragraph of a play has.`,
    )
  const lines = rows.map((row, at): Printed => ({ line: at + 1, text: row, styled: null, isItalic: false }))
  return playOf(scriptOf(withoutWrapping(lines)), { nobody })
}

export const nobody =
  'Nobody speaks in this file: no name stands above words, or before them with a colon, a gap, a stop or a dash.'

/** A library of free books wraps each in its own words, between two lines that all of them have. */
function withoutWrapping(lines: readonly Printed[]): readonly Printed[] {
  const at = (what: RegExp) => lines.findIndex(({ text }) => what.test(text.slice(0, 200)))
  const [start, end] = [at(/^\*{3} ?START OF/i), at(/^\*{3} ?END OF/i)]
  return lines.slice(start + 1, end > start ? end : lines.length)
}
