// Every screen in British, in American and in the language for tests, on the narrowest phone with letters twice as large.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { type Language, languages, wordsIn } from '../../src/words/words.ts'
import { launchChromium } from '../kit/browser.ts'
import { overflowOf } from '../screens/browser.ts'
import { everyScreen, openScreen } from '../screens/every.ts'
import { type House, openHouse } from '../screens/house.ts'
import { layoutOf } from '../screens/layout.ts'
import { phone, type Screen } from '../screens/screen.ts'

let browser: Browser
let house: House

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  await house.press({ name: 'act.up', act: 1 })
  const next = await house.callUntil((moment) => moment.cues.length >= 4)
  if (!next) throw new Error('the demo has a crowded moment')
  await house.press({ name: 'standby.give', moment: next.id })
  await house.press({ name: 'note.write', department: null, text: 'A note' })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/**
 * The same screen in another language; its letters at 200 %, as a telephone’s system gives them. A desk is zoomed by
 * its browser instead: 360 px is then what is left of a window twice as wide.
 */
async function spoken(page: Page, { path, touched }: Screen, language: Language): Promise<void> {
  const address = new URL(path ?? '/', house.server.address)
  address.searchParams.set('words', language)
  await page.goto(address.href)
  const letters = touched ? '200%' : '100%'
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), letters)
  await page.waitForFunction(() => document.querySelector('main,header,article') !== null)
  await page.waitForFunction(
    (waiting) => !waiting.some((words) => document.body.textContent.includes(words)),
    [wordsIn(language).frame.waiting, wordsIn(language).frame.looking],
  )
}

describe.each(everyScreen)('$name', (screen) => {
  test('WORDS-4: in every language, at 360 px and with text at 200 %, nothing is cut off or lies over another', async () => {
    const page = await openScreen(browser, house, screen)
    const found: Record<string, unknown> = {}
    const look = async (name: string) => {
      const { clipped, overlapping } = await layoutOf(page, 1)
      const sideways = await overflowOf(page)
      if (clipped.length + overlapping.length + sideways > 0) found[name] = { clipped, overlapping, sideways }
    }
    await page.setViewportSize(phone)
    for (const language of languages) {
      await spoken(page, screen, language)
      await look(language)
    }
    // Twice as long on the size it is made for, its letters as they are.
    await page.setViewportSize(screen.size)
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
    await look(`${screen.size.width} px`)
    await page.context().close()
    expect(found).toEqual({})
  })
})
