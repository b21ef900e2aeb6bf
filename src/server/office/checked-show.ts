// A show as it is published: written as a file and read as one, so that it has passed the checks of every show file.

import { createHash } from 'node:crypto'
import { must } from '../../core/kit/assert.ts'
import { changeBetween, type LineChange } from '../../core/kit/list-change.ts'
import { accepted, type Result, refused } from '../../core/kit/result.ts'
import type { Show } from '../../core/show/show.ts'
import { type ShowChange, showAfter } from '../../core/show/show-change.ts'
import { readKeptShow, readWritten } from '../../formats/show-file/read.ts'
import {
  linesOf,
  nextText,
  type Piece,
  piecesOf,
  type ShowText,
  textOf,
} from '../../formats/show-file/show-text.ts'
import { writeShowFile } from '../../formats/show-file/write.ts'

export type CheckedShow = Result<{ readonly text: string; readonly show: Show }>

export function checkedShow(show: Show): CheckedShow {
  const text = writeShowFile(show)
  const read = readWritten(text)
  if (read.ok) return accepted({ text, show: read.show })
  return refused('show', read.errors[0]?.message ?? 'That would make a show that cannot be opened.')
}

/** A version with the lines that it is kept as: what the next one is told beside. */
export type HeldShow = { readonly hash: string; readonly lines: readonly string[]; readonly text: ShowText }

/** `kept`: as it lies in the record under its hash. Null where it cannot be read, or is beyond what one may be. */
export function heldShow(hash: string, kept: string): HeldShow | null {
  const show = readKeptShow(kept)
  const text = show && textOf(show)
  return text && { hash, lines: kept.split('\n'), text }
}

/** `kept` null: it keeps too little of the one before it, and is kept whole. */
export type NextShow = {
  readonly hash: string
  readonly kept: LineChange | null
  /** What is another, as it is read back; whole where all of it was looked at. */
  readonly show: ShowChange | Show
}

/** One that says more than such a share of the lines anew is not worth another document behind it. */
const KEPT_SHARE_MAX = 0.5

/** Looked at where it differs. What is wrong there, or cannot be told there, is looked at whole. */
export function nextShow(held: HeldShow, change: ShowChange): Result<readonly [HeldShow, NextShow]> {
  const next = nextText(held.text, change)
  if (next) return accepted(toldBeside(held, next.text, next.change))
  const after = must(showAfter(held.text.show, change), 'a change is of the version that is held')
  const whole = checkedShow(after)
  if (!whole.ok) return whole
  const { show } = whole.value
  return accepted(toldBeside(held, must(textOf(show), 'what was read can be written'), show))
}

function toldBeside(held: HeldShow, text: ShowText, show: NextShow['show']): readonly [HeldShow, NextShow] {
  const lines = linesOf(text)
  const own = hashOf(text)
  const told = changeBetween(held.lines, lines)
  const isWorth = told.own.length <= lines.length * KEPT_SHARE_MAX
  return [
    { hash: own, lines, text },
    { hash: own, kept: isWorth ? told : null, show },
  ]
}

const bytesBefore = new WeakMap<Piece, Buffer>()

/** Of the whole text: each byte of it, most of them the very bytes of the version before. */
function hashOf(text: ShowText): string {
  const hash = createHash('sha256')
  for (const [at, piece] of piecesOf(text).entries()) {
    const bytes = bytesBefore.get(piece) ?? Buffer.from(piece.text)
    bytesBefore.set(piece, bytes)
    hash.update(at === 0 ? '{\n' : ',\n').update(bytes)
  }
  return hash.update('\n}\n').digest('hex')
}
