// The encoding that certificates are written in (X.690, DER): each value as what it is, how long it is, and itself.

export type Bytes = readonly number[]

/** One value; `content` is at most 65 535 bytes, far beyond any certificate of ours. */
function value(tag: number, content: Bytes): Bytes {
  const { length } = content
  if (length < 0x80) return [tag, length, ...content]
  return length < 0x100
    ? [tag, 0x81, length, ...content]
    : [tag, 0x82, length >> 8, length & 0xff, ...content]
}

export const sequence = (...values: readonly Bytes[]): Bytes => value(0x30, values.flat())
export const set = (...values: readonly Bytes[]): Bytes => value(0x31, values.flat())
export const octets = (content: Bytes): Bytes => value(0x04, content)
/** Whole bytes: no bit of the last is unused. */
export const bits = (content: Bytes, unused = 0): Bytes => value(0x03, [unused, ...content])
export const text = (words: string): Bytes => value(0x0c, bytesOf(words))
export const yes: Bytes = [0x01, 0x01, 0xff]

/** A value that is known by its place and holds others. */
export const placed = (place: number, ...values: readonly Bytes[]): Bytes =>
  value(0xa0 | place, values.flat())
/** A value that is known by its place and is bytes. */
export const plain = (place: number, content: Bytes): Bytes => value(0x80 | place, content)

/** A number of nought and more, as short as it goes. */
export function whole(content: Bytes): Bytes {
  const start = content.findIndex((byte) => byte !== 0)
  const short = start === -1 ? [0] : content.slice(start)
  return value(0x02, (short[0] ?? 0) >= 0x80 ? [0, ...short] : short)
}

/** "2.5.29.17" as its bytes. */
export function identifier(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return value(0x06, [first * 40 + second, ...rest.flatMap(inSevens)])
}

function inSevens(arc: number): Bytes {
  const bytes = [arc & 0x7f]
  for (let left = arc >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80)
  return bytes
}

/** To the second; years before 2050 have two figures by the standard. */
export function moment(ms: number): Bytes {
  const figures = `${new Date(ms).toISOString().replace(/\..*$/, '').replace(/[-:T]/g, '')}Z`
  return Number(figures.slice(0, 4)) < 2050
    ? value(0x17, bytesOf(figures.slice(2)))
    : value(0x18, bytesOf(figures))
}

export const bytesOf = (words: string): Bytes => [...new TextEncoder().encode(words)]
