// Bytes as they are sealed, kept and sent: always as many of them as of anybody else's.

export type Bytes = Uint8Array<ArrayBuffer>

export const drawn = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

export const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

export function joined(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64url without padding; as many letters as `lettersOf` says. */
export function written(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63]
    const count = Math.min(bytes.length - at, 3) + 1
    for (const one of four.slice(0, count)) text += LETTERS[one] ?? ''
  }
  return text
}

export const lettersOf = (bytes: number): number => Math.ceil((bytes * 4) / 3)

/** Null where that is not written so, or not so many bytes. */
export function read(text: string, length: number): Bytes | null {
  if (text.length !== lettersOf(length)) return null
  const bytes = new Uint8Array(length)
  let [held, bits, at] = [0, 0, 0]
  for (const letter of text) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      if (at < length) bytes[at] = (held >> bits) & 0xff
      at += 1
    }
  }
  return bytes
}
