// A house that takes its time: what a page sends there is held back until the test lets it go.

import type { Page } from 'playwright-core'

/** From now on what is posted to these addresses waits; answers what lets all of it go. */
export async function holdBack(page: Page, addresses: string): Promise<() => Promise<void>> {
  let go = (): void => undefined
  const gone = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route(addresses, async (route) => {
    if (route.request().method() === 'POST') await gone
    await route.continue()
  })
  return async () => {
    go()
    await page.unrouteAll({ behavior: 'wait' })
  }
}
