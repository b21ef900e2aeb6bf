// From a Fountain file to a play.

import { bytesOf, onOneLine, withoutMark } from '../finding.ts'
import { playOf, type Read, refuse } from '../script/read-script.ts'
import { elementsOf } from './elements.ts'
import { plain } from './emphasis.ts'
import { FOUNTAIN_BYTES_MAX, LINE_LENGTH_MAX, withoutMarks } from './lines.ts'

export function readFountain(text: string): Read {
  const bare = withoutMark(text)
  if (bare.trim() === '') return refuse(1, 'The file is empty.')
  if (bytesOf(bare) > FOUNTAIN_BYTES_MAX)
    return refuse(1, `The file is larger than ${FOUNTAIN_BYTES_MAX / 1024 / 1024} MB; no play is.`)
  const long = bare.split(/\r\n?|\n/).findIndex((line) => line.length > LINE_LENGTH_MAX)
  if (long >= 0)
    return refuse(
      long + 1,
      `This line has more than ${LINE_LENGTH_MAX} characters; no paragraph of a play has.`,
    )
  const nobody = 'Nobody speaks in this file: it holds no name in capitals with words under it.'
  return playOf(elementsOf(bare), { wordsOf, nobody })
}

const wordsOf = (text: string): string => onOneLine(plain(withoutMarks(text)))
