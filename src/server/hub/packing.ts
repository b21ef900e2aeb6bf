// Long messages travel packed: what hundreds of screens are sent alike is packed once, and only the rest anew.

import { constants, deflateRawSync } from 'node:zlib'

/** Shorter messages travel as they are: packing them would cost more time than it saves. */
export const PACKED_LENGTH_MIN = 16 * 1024
/** A part as long as this is packed by itself, and kept, for it comes again. */
export const PIECE_LENGTH_MIN = 4 * 1024
/** Packed parts that are kept. */
export const PIECES_KEPT_MAX = 64

// A piece ends on a full flush: on a whole byte and looking back at nothing, so that pieces can be joined in any order.
const PIECE = { finishFlush: constants.Z_FULL_FLUSH }
/** The empty last block, after which a raw deflate stream is over. */
const END = Buffer.from([0x03, 0x00])

const kept = new Map<string, Buffer>()

/** One raw deflate stream of these parts, one after another. A part that is the same text as before is not packed again. */
export function pack(parts: readonly string[]): Buffer {
  const pieces: Buffer[] = []
  let short = ''
  const packShort = () => {
    if (short !== '') pieces.push(deflateRawSync(short, PIECE))
    short = ''
  }
  for (const part of parts) {
    if (part.length < PIECE_LENGTH_MIN) short += part
    else {
      packShort()
      pieces.push(keptPiece(part))
    }
  }
  packShort()
  return Buffer.concat([...pieces, END])
}

function keptPiece(part: string): Buffer {
  const known = kept.get(part)
  if (known) return known
  const piece = deflateRawSync(part, PIECE)
  if (kept.size >= PIECES_KEPT_MAX) kept.clear()
  kept.set(part, piece)
  return piece
}

/** How many packed parts are kept now. */
export const piecesKept = (): number => kept.size
