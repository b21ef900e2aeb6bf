// What a sheet is recognised by: the same words make the same mark, on any machine.

import { canonical, type Json } from '../../kit/json.ts'
import type { Sheet } from './sheet.ts'

/** Two sheets of one night with other words and one mark: one chance in nine thousand million million. */
const HEX = 14
const LETTERS = '23456789ACDEFGHJKMNPQRTUVWXY'
const MARK_LETTERS = 4

/** Of what stands on it, in order. `as`: blocks are plain data; a column that is no pencil's has that field absent. */
export const fingerprint = ({ id, blocks }: Sheet): string =>
  fingerprintOf(canonical([id, blocks] as unknown as Json))

/** Two streams of 32 bits, stirred against each other; no secret rests on it. */
export function fingerprintOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return (0x1_0000_0000 * (0x1f_ffff & low) + (high >>> 0)).toString(16).padStart(HEX, '0')
}

/** Four letters and figures that nobody mistakes for each other, to be read out across a stage. */
export function shortMark(print: string): string {
  let rest = Number.parseInt(print, 16)
  let mark = ''
  for (let count = 0; count < MARK_LETTERS; count += 1) {
    mark += LETTERS[rest % LETTERS.length] ?? ''
    rest = Math.floor(rest / LETTERS.length)
  }
  return mark
}
