// Grey pictures: read from PNG, and how much of one differs from another.

import { inflateSync } from 'node:zlib'

export type Grey = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** So much lighter or darker is another pixel; less is how a letter's edge was smoothed. */
const OTHER = 96
const SIGNATURE = 8

/** Of eight bits a channel, in order: what `pdftoppm -gray -png` writes. Where there are three channels they are alike. */
export function readGreyPng(bytes: Buffer): Grey {
  let at = SIGNATURE
  let width = 0
  let height = 0
  let channels = 1
  const data: Buffer[] = []
  while (at < bytes.length) {
    const length = bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0)
      height = body.readUInt32BE(4)
      channels = body[9] === 2 ? 3 : 1
      if (body[8] !== 8 || (body[9] !== 0 && channels === 1) || body[12] !== 0)
        throw new Error('not a plain grey picture')
    }
    if (kind === 'IDAT') data.push(body)
    at += length + 12
  }
  const all = unfilter(inflateSync(Buffer.concat(data)), { width: width * channels, height, channels })
  return { width, height, pixels: all.filter((_pixel, index) => index % channels === 0) }
}

function unfilter(
  raw: Uint8Array,
  { width, height, channels }: { readonly width: number; readonly height: number; readonly channels: number },
): Uint8Array {
  const pixels = new Uint8Array(width * height)
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column
      const left = column >= channels ? (pixels[here - channels] ?? 0) : 0
      const above = row > 0 ? (pixels[here - width] ?? 0) : 0
      const corner = row > 0 && column >= channels ? (pixels[here - width - channels] ?? 0) : 0
      const guessed = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0
      pixels[here] = (raw[row * (width + 1) + 1 + column] ?? 0) + guessed
    }
  }
  return pixels
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

/** The share of pixels that are others; all of them where the pictures have another size. */
export function differing(one: Grey, other: Grey): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let count = 0
  for (const [index, pixel] of one.pixels.entries())
    if (Math.abs(pixel - (other.pixels[index] ?? 0)) > OTHER) count += 1
  return count / one.pixels.length
}
