// The grid of the plan on a tablet held upright: when it is worked out, what is at hand, and a number that is dragged.

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Size } from '../screens/browser.ts'
import { tablet } from '../screens/screen.ts'

/** The best plan stands there, and whether others are as good. */
export async function isWorkedOut(dc: Page): Promise<void> {
  const proposed = dc.getByRole('region', { name: 'Proposed', exact: true })
  await expect.poll(() => proposed.getAttribute('aria-busy')).toBe('false')
  await proposed.getByText('Proved: no plan is better.').waitFor()
  await proposed.getByText('Looking for plans that are as good').waitFor({ state: 'detached' })
}

/** On the tablet upright nothing is scrolled to get from what is proposed to the grid; from there on one touch leads to each part. */
export async function isAtHand(dc: Page): Promise<void> {
  await dc.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
  const cell = dc.getByRole('button', { name: /^MAY, .*Bernie, proposed, settled/ }).first()
  const box = await cell.boundingBox()
  expect((box?.y ?? 9_999) + (box?.height ?? 0)).toBeLessThan(tablet.height)
  expect(box?.height).toBeLessThan(60)
  await dc.getByRole('link', { name: 'Who is out (2)' }).click()
  await expect.poll(() => isSeen(dc.getByRole('region', { name: 'Who is out' }), tablet)).toBe(true)
  await dc.getByRole('link', { name: 'Proposed' }).click()
  await expect.poll(() => isSeen(dc.getByRole('region', { name: 'Proposed' }), tablet)).toBe(true)
}

async function isSeen(part: Locator, { height }: Size): Promise<boolean> {
  const box = await part.boundingBox()
  return box !== null && box.y >= 0 && box.y < height / 2
}

/** With the mouse: onto somebody who is out it is refused in words, onto somebody who knows it it is theirs. */
export async function isDragged(dc: Page, look: (page: Page, name: string) => Promise<void>): Promise<void> {
  const lift = async () => {
    const mayor = dc.getByRole('button', { name: /^MAY, .*Honor, proposed, settled/ }).first()
    await mayor.hover()
    await dc.mouse.down()
    const box = await mayor.boundingBox()
    await dc.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30, { steps: 4 })
  }
  await lift()
  const tray = dc.getByText('Put it down on somebody here')
  await tray.waitFor()
  await dc.keyboard.press('Escape')
  await tray.waitFor({ state: 'detached' })
  await dc.mouse.up()
  await lift()
  await dc.getByRole('rowheader', { name: /^E2 / }).hover()
  await dc.mouse.up()
  await dc.getByText(/Not done. (Imran|Parminder) is out tonight/).waitFor()
  await lift()
  await dc
    .getByRole('listitem')
    .filter({ hasText: /^Bernie$/ })
    .hover()
  await look(dc, 'plan-dragged-tablet')
  await dc.mouse.up()
  await dc
    .getByRole('button', { name: /^MAY, .*Bernie, proposed, settled/ })
    .first()
    .waitFor()
}
