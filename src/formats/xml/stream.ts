// XML read as it comes, nothing of it kept: for files that are unpacked piece by piece.

import { SaxesParser } from 'saxes'
import { local } from './bits.ts'
import { XML_PIECE_LENGTH_MAX } from './long.ts'
import { sentenceFor, XML_ATTRIBUTES_MAX, XML_DEPTH_MAX } from './tree.ts'

/** A document of a play has a few hundred thousand; an element costs time whatever is in it. */
export const XML_STREAM_ELEMENTS_MAX = 400_000

export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (words: string) => void
  readonly close: (name: string) => void
}

/** What is not well-formed, or beyond its bounds, as a sentence with its line. */
export class BrokenXml extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** Throws `BrokenXml` from whichever of its two; names come without their namespace, attributes with it. */
export function xmlStream({ open, text, close }: XmlHandlers): {
  readonly write: (piece: string) => void
  readonly end: () => void
} {
  const parser = new SaxesParser({ xmlns: false })
  const stop = (message: string) => {
    throw new BrokenXml(message, parser.line)
  }
  let [depth, attributes, elements] = [0, 0, 0]
  parser.on('opentagstart', () => {
    attributes = 0
    depth += 1
    elements += 1
    if (elements > XML_STREAM_ELEMENTS_MAX)
      stop(`The file holds more than ${XML_STREAM_ELEMENTS_MAX} elements; no list or play does.`)
    if (depth > XML_DEPTH_MAX) stop(`Elements lie more than ${XML_DEPTH_MAX} deep here.`)
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > XML_ATTRIBUTES_MAX)
      stop(`An element has more than ${XML_ATTRIBUTES_MAX} attributes here.`)
  })
  parser.on('opentag', (tag) => open(local(tag.name), tag.attributes))
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', (tag) => {
    depth -= 1
    close(local(tag.name))
  })
  parser.on('error', (error) => stop(sentenceFor(error.message)))
  /** Since the last sign that begins something: the parser keeps it whole until the next. */
  let length = 0
  const write = (piece: string) => {
    const last = piece.lastIndexOf('<')
    length = last === -1 ? length + piece.length : piece.length - last
    if (length > XML_PIECE_LENGTH_MAX)
      stop(
        `What begins here has more than ${XML_PIECE_LENGTH_MAX} characters; nothing in a list or play has.`,
      )
    parser.write(piece)
  }
  return { write, end: () => void parser.close() }
}
