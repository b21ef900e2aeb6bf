// Makes a link for a screen at the desk, the way a stage manager does.

import type { Page } from 'playwright-core'

export async function linkFor(
  desk: Page,
  what: string,
  whose?: { readonly label: string; readonly name: string },
): Promise<string> {
  await desk.getByRole('button', { name: 'Pair a screen' }).click()
  await desk.getByLabel('What the screen is for').selectOption({ label: what })
  if (whose) await desk.getByLabel(whose.label).selectOption({ label: whose.name })
  await desk.getByRole('button', { name: 'Make a link' }).click()
  const link = await desk.getByLabel('The link').inputValue()
  await desk.getByRole('button', { name: 'Done' }).click()
  await desk.keyboard.press('Escape')
  return link
}
