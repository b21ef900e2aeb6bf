// What stands beside a concern at the desk, as a caller has it before them without scrolling.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Swap, cut and vamp, each with the time in which it can still be chosen, above the end of the panel. */
export async function areAllInSight(desk: Page): Promise<void> {
  const panel = desk.locator('[data-looking]')
  const bottom = await panel.evaluate((one) => one.getBoundingClientRect().bottom)
  for (const digit of [2, 3, 4]) {
    const way = panel.locator(`[data-digit="${digit}"]`)
    await way.getByText(/^within \d+:\d\d$/).waitFor()
    const box = await way.boundingBox()
    expect((box?.y ?? 9_999) + (box?.height ?? 0), `way ${digit}`).toBeLessThanOrEqual(bottom)
  }
}
