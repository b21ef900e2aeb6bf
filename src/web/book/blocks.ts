// Which lines are drawn: the script in blocks of lines, each with its height, and those that are in view or near it.

import type { BookLine } from '../../core/book/text.ts'

export const BLOCK_LINES = 40
/** Drawn beyond what is in view, so that scrolling finds something. */
const AHEAD_PX = 600

const LINE_PX = 28
const LINE_LETTERS = 62
const BETWEEN_PX = 10

/** Before it was drawn: by its letters. */
export function guessedHeight(lines: readonly BookLine[], block: number): number {
  let height = 0
  for (const { text } of lines.slice(block * BLOCK_LINES, (block + 1) * BLOCK_LINES))
    height += Math.max(1, Math.ceil(text.length / LINE_LETTERS)) * LINE_PX + BETWEEN_PX
  return height
}

export const blocksOf = (lines: number): number => Math.ceil(lines / BLOCK_LINES)

/** The blocks between two points, and how much of the script lies before and behind them. */
export type Shown = {
  readonly from: number
  readonly to: number
  readonly before: number
  readonly behind: number
}

export function shownBlocks(heights: readonly number[], top: number, height: number): Shown {
  let [from, before] = [0, 0]
  while (from < heights.length - 1 && before + (heights[from] ?? 0) < top - AHEAD_PX) {
    before += heights[from] ?? 0
    from += 1
  }
  let [to, end] = [from, before]
  while (to < heights.length && end < top + height + AHEAD_PX) {
    end += heights[to] ?? 0
    to += 1
  }
  const all = heights.reduce((sum, one) => sum + one, 0)
  return { from, to, before, behind: Math.max(0, all - end) }
}

/** How far down a block begins. */
export const topOf = (heights: readonly number[], block: number): number =>
  heights.slice(0, block).reduce((sum, one) => sum + one, 0)
