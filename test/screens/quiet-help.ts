// Help without a sound, as somebody finds it on their own phone: one press in the panel that stands on every screen.

import type { Browser } from 'playwright-core'
import { instant } from '../../src/core/kit/time.ts'
import { openDevice } from './browser.ts'
import type { Gallery } from './gallery.ts'
import { openHouse } from './house.ts'
import { phone } from './screen.ts'

const EVENING = instant(Date.UTC(2026, 8, 17, 17, 2, 20))

export async function quietHelp(browser: Browser, gallery: Gallery): Promise<void> {
  const house = await openHouse(EVENING)
  try {
    const link = await house.invite({ name: 'A performer’s phone', roles: ['perf'], person: 'saoirse' })
    const page = await openDevice(browser, link, phone)
    await page.getByText('live', { exact: true }).first().waitFor()
    await page.getByText('If somebody is hurt').click()
    await page.getByRole('button', { name: 'Send help here, quietly' }).scrollIntoViewIfNeeded()
    const what = 'One press asks for help where one is, and shows nothing but a small ✓ below.'
    await gallery.take({
      ...{ screen: 'quiet-help', name: 'quiet-help-ask', what, page },
      ...{ touched: true, keep: true },
    })
    await page.close()
  } finally {
    await house.close()
  }
}
