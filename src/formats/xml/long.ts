// What of an XML file is beyond its bounds before anything is made of it: too many elements, a piece that is too long.

import { type Finding, spotAt } from '../finding.ts'

export const XML_ELEMENTS_MAX = 250_000
/** A text, an element with its attributes, a remark: the parser keeps each whole, some of them sign by sign. */
export const XML_PIECE_LENGTH_MAX = 1_000_000

/** By how they begin and end: what stands between is not markup. */
const closed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/** Null where nothing is. In fewer signs than a piece may have there is no room for too much. */
export function beyondBounds(text: string): Finding | null {
  if (text.length <= XML_PIECE_LENGTH_MAX) return null
  let elements = 0
  for (let at = text.indexOf('<'); at !== -1; ) {
    const end = endOf(text, at)
    if (end - at > XML_PIECE_LENGTH_MAX)
      return refused(
        text,
        at,
        `What begins here has more than ${XML_PIECE_LENGTH_MAX} characters; nothing in a play has.`,
      )
    if (begins(text.charCodeAt(at + 1))) elements += 1
    if (elements > XML_ELEMENTS_MAX)
      return refused(text, at, `The file holds more than ${XML_ELEMENTS_MAX} elements; no play does.`)
    at = text.indexOf('<', Math.max(at + 1, end))
  }
  return null
}

const refused = (text: string, at: number, message: string): Finding => ({ ...spotAt(text, at), message })

/** Neither the end of one, nor a declaration, nor a remark. */
const begins = (unit: number): boolean => unit !== 0x2f && unit !== 0x21 && unit !== 0x3f

/** Where the next piece begins. */
function endOf(text: string, at: number): number {
  if (text.startsWith('<!DOCTYPE', at)) return declared(text, at)
  const kind = begins(text.charCodeAt(at + 1))
    ? undefined
    : closed.find(([mark]) => text.startsWith(mark, at))
  const end = kind ? text.indexOf(kind[1], at + kind[0].length) : text.indexOf('<', at + 1)
  return end === -1 ? text.length : end
}

/** With everything it declares in square brackets. */
function declared(text: string, at: number): number {
  const [end, inside] = [text.indexOf('>', at), text.indexOf('[', at)]
  const last = inside !== -1 && inside < end ? text.indexOf(']>', inside) : end
  return last === -1 ? text.length : last
}
