// One screen in British, in American and in the language for tests, on the narrowest phone with letters twice as large.

import type { Page } from 'playwright-core'
import { type Language, languages, wordsIn } from '../../src/words/words.ts'
import { overflowOf } from './browser.ts'
import { layoutOf } from './layout.ts'
import { phone, type Screen } from './screen.ts'

/**
 * The same screen in another language; its letters at 200 %, as a telephone’s system gives them. A desk is zoomed by
 * its browser instead: 360 px is then what is left of a window twice as wide.
 */
async function spoken(
  page: Page,
  { path, touched }: Screen,
  language: Language,
  house: string,
): Promise<void> {
  const address = new URL(path ?? '/', house)
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

/** Where it says that it is live, other words, the last of them everywhere else; what stood there. */
function sayFresh(words: readonly string[]): readonly string[] {
  return [...document.querySelectorAll('[data-fresh]')].map((fresh, at) => {
    const said = fresh.textContent
    fresh.textContent = words[at] ?? words.at(-1) ?? ''
    return said
  })
}

/** What is cut off, lies over another or sticks out, by language; `house`: its address. The page keeps its size. */
export async function faultsInEachLanguage(
  page: Page,
  screen: Screen,
  house: string,
): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {}
  const look = async (name: string) => {
    const { clipped, overlapping } = await layoutOf(page, 1)
    const sideways = await overflowOf(page)
    if (clipped.length + overlapping.length + sideways > 0) found[name] = { clipped, overlapping, sideways }
  }
  await page.setViewportSize(phone)
  for (const language of languages) {
    await spoken(page, screen, language, house)
    await look(language)
    const said = await page.evaluate(sayFresh, [wordsIn(language).alone.asOf({ clock: '18:51' })])
    await look(`${language}, not heard`)
    await page.evaluate(sayFresh, said)
  }
  // Twice as long on the size it is made for, its letters as they are.
  await page.setViewportSize(screen.size)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await look(`${screen.size.width} px`)
  return found
}
