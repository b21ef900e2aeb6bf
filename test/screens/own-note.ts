// A performer’s own pages on a phone, as somebody sees them who has never left a note: each step of giving, changing, withdrawing, deleting.

import type { Browser, Page } from 'playwright-core'
import { instant } from '../../src/core/kit/time.ts'
import { openDevice } from './browser.ts'
import type { Gallery } from './gallery.ts'
import { openHouse } from './house.ts'
import { phone } from './screen.ts'

const AFTERNOON = instant(Date.UTC(2026, 8, 17, 15, 2, 20))

const unfold = (page: Page, name: string) => page.locator('summary').filter({ hasText: name }).first().click()

export async function ownNote(browser: Browser, gallery: Gallery): Promise<void> {
  const house = await openHouse(AFTERNOON)
  try {
    const link = await house.invite({ name: 'A performer’s phone', roles: ['perf'], person: 'saoirse' })
    const page = await openDevice(browser, link, phone)
    await page.getByText('live', { exact: true }).first().waitFor()
    await page.goto(new URL('/my-note', page.url()).href)
    let step = 0
    const take = async (name: string, what: string, at: ReturnType<Page['locator']> | null = null) => {
      step += 1
      await at?.scrollIntoViewIfNeeded()
      const shot = { screen: 'own-note', name: `own-note-${step}-${name}`, what, page }
      await gallery.take({ ...shot, touched: true, keep: true })
    }
    const leave = page.getByRole('button', { name: 'Leave a note' })
    await leave.waitFor()
    await take('before', 'What it is, who can read it, and that nobody has to leave anything.')
    await leave.click()
    await page.locator('[data-code]').waitFor()
    await take('code', 'Begun: the code that opens it on another phone.', page.locator('[data-code]'))
    await unfold(page, 'Allergies')
    const allergies = page.getByRole('textbox', { name: 'Allergies' })
    await allergies.fill('Wasp stings: pen in the red bag')
    await allergies.blur()
    await take('part', 'A part of it, and who may read that.', page.getByLabel('Who may read this').first())
    const seal = page.getByRole('button', { name: 'Seal and keep' }).first()
    await seal.click()
    await page.getByText('Sealed and kept.').first().waitFor()
    await take('kept', 'Sealed and kept.', page.getByText('Sealed and kept.').first())
    await allergies.fill('Wasp and bee stings: pen in the red bag')
    await seal.click()
    await page.getByText('Sealed and kept.').first().waitFor()
    await take('changed', 'Changed, and sealed anew.', allergies)
    await allergies.fill('')
    await seal.click()
    await page.getByText('Sealed and kept.').first().waitFor()
    await take('part-withdrawn', 'A part of it taken back.', allergies)
    await page.getByRole('button', { name: 'Delete my note' }).click()
    const sure = page.getByRole('button', { name: 'Delete it now' })
    await take('delete', 'Asked once more before everything is deleted.', sure)
    await sure.click()
    const gone = page.getByText(/^Deleted here and at the house/)
    await gone.waitFor()
    await take('deleted', 'Deleted: which copies that reached, and which not.', gone)
    await unfold(page, 'I have no code any more')
    const lost = page.getByText(/^Whatever you left on another phone/)
    await take('no-code', 'Deleting what one left, without its code.', lost)
    await page.goto(new URL('/mine', page.url()).href)
    await page.getByRole('navigation', { name: 'What there is for you' }).waitFor()
    await take('own-page', 'One’s own page: the ways to what there is for a performer.')
    await page.close()
  } finally {
    await house.close()
  }
}
