// A message of the server as the bytes of RFC 6455: made once, however many screens it goes to.

export const TEXT = 0x1
export const BINARY = 0x2

const FINAL = 0x80
const LENGTH_IN_ONE_BYTE_MAX = 125
const LENGTH_IN_TWO_BYTES_MAX = 0xffff
const TWO_BYTES_FOLLOW = 126
const EIGHT_BYTES_FOLLOW = 127

/** Whole, unmasked, uncompressed, as servers send. */
export function webSocketMessage(body: Buffer, opcode: typeof TEXT | typeof BINARY): Buffer {
  return Buffer.concat([head(body.length, FINAL | opcode), body])
}

function head(length: number, first: number): Buffer {
  if (length <= LENGTH_IN_ONE_BYTE_MAX) return Buffer.from([first, length])
  if (length <= LENGTH_IN_TWO_BYTES_MAX) {
    const bytes = Buffer.from([first, TWO_BYTES_FOLLOW, 0, 0])
    bytes.writeUInt16BE(length, 2)
    return bytes
  }
  const bytes = Buffer.alloc(10)
  bytes.set([first, EIGHT_BYTES_FOLLOW])
  bytes.writeBigUInt64BE(BigInt(length), 2)
  return bytes
}

/** Texts whose bytes are kept: those of the frames being sent now, a few kinds of screen each. */
export const MESSAGES_KEPT_MAX = 32
/** Longer ones are snapshots, each sent once. */
const KEPT_LENGTH_MAX = 64 * 1024

const kept = new Map<string, Buffer>()
/** All but the first of hundreds find theirs here. */
let last: { readonly text: string; readonly bytes: Buffer } | null = null

export function textMessage(text: string): Buffer {
  if (last !== null && last.text === text) return last.bytes
  const bytes = kept.get(text) ?? webSocketMessage(Buffer.from(text), TEXT)
  if (text.length > KEPT_LENGTH_MAX) return bytes
  if (kept.size >= MESSAGES_KEPT_MAX) kept.clear()
  kept.set(text, bytes)
  last = { text, bytes }
  return bytes
}

export const messagesKept = (): number => kept.size
