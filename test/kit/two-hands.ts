// Two hands on two desks at the same instant of the clock, however busy the machine that moves them is.

import type { Page } from 'playwright-core'

/** Long enough for each page to know when, also on a machine that does much else. */
const UNTIL_THEN_MS = 1_000

/** The space bar in each of these pages at once; when it came down. */
export async function pressSpaceTogether(pages: readonly Page[]): Promise<number> {
  const at = Date.now() + UNTIL_THEN_MS
  await Promise.all(pages.map((page) => page.evaluate(pressSpaceAt, at)))
  return at
}

/** Runs in the page: the space bar at this reading of the clock. */
async function pressSpaceAt(at: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, at - Date.now()))
  const stroke = { key: ' ', code: 'Space', bubbles: true }
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', stroke))
  document.activeElement?.dispatchEvent(new KeyboardEvent('keyup', stroke))
}
