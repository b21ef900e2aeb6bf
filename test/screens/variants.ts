// One state of one screen in every dress: themes, colour-blindnesses, widths, text at 200 %.

import type { Page } from 'playwright-core'
import { themes } from '../../src/web/ui/display-settings.ts'
import type { Size } from './browser.ts'
import { setTheme } from './every.ts'
import type { Gallery } from './gallery.ts'
import type { Screen } from './screen.ts'

const blindnesses = ['protanopia', 'deuteranopia', 'tritanopia'] as const

export type Dressed = {
  readonly screen: Screen
  readonly page: Page
  readonly state: string
  readonly kept: readonly string[]
}

export async function takeVariants(gallery: Gallery, dressed: Dressed): Promise<void> {
  const { screen, page, state, kept } = dressed
  const shot = (name: string, what: string) => ({
    ...{ screen: screen.name, page, touched: screen.touched, variant: true },
    name: `${screen.name}-${state}-${name}`,
    what: `${state}: ${what}`,
    keep: kept.includes(`${screen.name}-${state}-${name}`),
  })
  for (const theme of themes.filter((one) => one !== 'dim')) {
    await setTheme(page, theme)
    await gallery.take({ ...shot(theme, `the ${theme} theme.`), bright: theme === 'light' })
  }
  await setTheme(page, 'dim')
  const session = await page.context().newCDPSession(page)
  for (const type of blindnesses) {
    await session.send('Emulation.setEmulatedVisionDeficiency', { type })
    await gallery.take(shot(type, `as it is seen with ${type}.`))
  }
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' })
  for (const size of screen.sizes) {
    await gallery.take({ ...shot(`${size.width}`, `${size.width} px wide.`), size })
  }
  await enlarged(page, screen.size, screen.touched, () =>
    gallery.take({ ...shot('200', 'text at 200 %.'), forRoom: true }),
  )
  await session.detach()
}

/** A hand-held screen is given larger letters by its system; a desk's browser is zoomed. */
async function enlarged(page: Page, size: Size, letters: boolean, take: () => Promise<void>): Promise<void> {
  if (!letters) await page.setViewportSize({ width: size.width / 2, height: size.height / 2 })
  else {
    await page.setViewportSize(size)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  }
  await take()
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize(size)
}
