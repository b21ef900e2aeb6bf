// Somebody is not seen: a desk, a tablet in each wing, a dresser's phone and a searcher's, on a real server, to the end.

import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../kit/browser.ts'
import { type ConcernHouse, isClosedEverywhere, openConcernHouse, untilAsked } from '../kit/concern-house.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { layoutOf } from '../screens/layout.ts'
import { tablet } from '../screens/screen.ts'

const TOUCH_PX = 44
/** What has only just appeared takes no touch. */
const SETTLED_MS = 800

let browser: Browser
let night: ConcernHouse

beforeAll(async () => {
  browser = await launchChromium()
})
beforeEach(async () => {
  night = await openConcernHouse(browser)
})
afterEach(async () => {
  for (const page of pages()) await page.context().close()
  await night.house.close()
})
afterAll(async () => {
  await browser?.close()
})

const pages = (): readonly Page[] => [night.desk, night.right, night.left, night.dresser, night.searcher]
const asks = (page: Page): Locator => page.getByLabel('You are asked')
const strip = (): Locator => night.desk.getByRole('region', { name: 'Where everyone is' })
const until = (what: string, is: () => unknown) => expect.poll(is, { message: what }).toBeTruthy()
const isAsked = (page: Page) => asks(page).getByText('Mia').first().waitFor()
/** Each screen hears by itself that it is over. */
const isNotAsked = (page: Page) =>
  expect.poll(() => asks(page).getByText('Mia').count(), { message: 'nothing is asked there' }).toBe(0)
/** The names of people stand on no screen but those that are asked. */
const says = async (page: Page): Promise<string | null> => page.locator('body').textContent()

async function answers(page: Page, word: string): Promise<void> {
  const button = asks(page).getByRole('button', { name: word, exact: true })
  await button.waitFor()
  await page.waitForTimeout(SETTLED_MS)
  await button.click()
}

async function looksRight(page: Page): Promise<void> {
  const { clipped, overlapping, small } = await layoutOf(page, TOUCH_PX)
  expect({ clipped, overlapping, small }).toEqual({ clipped: [], overlapping: [], small: [] })
  expect(await overflowOf(page)).toBe(0)
  expect(await violationsOf(page)).toEqual([])
}

/** Seven minutes before the entrance the right wing is asked; ninety seconds later a dresser and the left wing. */
async function untilSecondRung(): Promise<void> {
  untilAsked(night)
  await isAsked(night.right)
  await until('the ask is known to be shown', () => night.concern().asks[0]?.shownAt)
  night.house.moveOn(90)
  await Promise.all([isAsked(night.left), isAsked(night.dresser)])
}

/** Nobody answers: the crew's own phone is asked to go and look, by word of mouth of the desk. */
async function untilSearched(): Promise<void> {
  await untilSecondRung()
  night.house.moveOn(91)
  await strip().getByText('1 being looked for').waitFor()
  await night.house.press({ name: 'concern.spoken', concern: 1, to: personOf('jem') })
  await isAsked(night.searcher)
}

const personOf = (name: string) => {
  const found = night.state().attendance.people.find(({ person }) => person === name)?.person
  if (!found) throw new Error(`${name} is not in`)
  return found
}

describe('not seen, asked about, looked for, seen', () => {
  test('CONCERN-70, CONCERN-19: it is asked where it must be and on no other screen; who is sought is named on no shared one', async () => {
    const board = await openDevice(
      browser,
      await night.house.invite({ name: 'The callboard', roles: ['callboard'] }),
      tablet,
    )
    const room = await openDevice(
      browser,
      await night.house.invite({ name: 'Dressing room 4', roles: ['callboard'], place: 'dr4' }),
      tablet,
    )
    untilAsked(night)
    await isAsked(night.right)
    for (const page of [night.left, night.dresser, night.searcher]) await isNotAsked(page)
    await strip().getByText('1 being asked').waitFor()
    expect(await strip().getByText('Name', { exact: true }).isVisible(), 'covered at the desk').toBe(true)
    await answers(night.right, 'Not here')
    await asks(night.right).getByText('You said: Not here').waitFor()
    expect(night.concern().ended).toBeNull()
    night.house.moveOn(90)
    await Promise.all([isAsked(night.left), isAsked(night.dresser)])
    await isNotAsked(night.searcher)
    const second = night.concern().asks.filter(({ rung }) => rung === 2)
    expect(second.map(({ person }) => person).toSorted()).toEqual(['ari', 'dru'])
    // Each by its own screen: the left wing's, the dresser's.
    await until('both are known to be shown', () => night.concern().asks.every((ask) => ask.shownAt))
    for (const page of [board, room]) {
      expect(await says(page)).not.toContain('Mia')
      await page.context().close()
    }
    for (const page of [night.right, night.left, night.dresser]) await looksRight(page)
  })

  test('CONCERN-3, CONCERN-2: looking closes nothing; seen and on their way closes on every screen', async () => {
    await untilSearched()
    await answers(night.searcher, 'I’m looking')
    await asks(night.searcher)
      .getByText(/^You are looking: /)
      .waitFor()
    expect(night.concern()).toMatchObject({ ended: null, looking: { person: 'jem' } })
    await night.desk.locator('[data-strip]').focus()
    await night.desk.keyboard.press('q')
    const panel = night.desk.getByRole('region', { name: 'Concerns tonight' })
    await panel.getByText(/^Jem is looking/).waitFor()
    await looksRight(night.searcher)
    await answers(night.searcher, 'Seen, on their way')
    // How soon, is judged by `npm run bench -- closed`.
    await isClosedEverywhere(night)
    expect(night.concern().ended).not.toBeNull()
  })

  test('CONCERN-73, CONCERN-8: undo on the screen that said it opens it again everywhere', async () => {
    await untilSecondRung()
    await answers(night.dresser, 'Seen, on their way')
    const undo = asks(night.dresser).getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    expect(await undo.boundingBox().then((box) => box?.height)).toBeGreaterThanOrEqual(TOUCH_PX)
    for (const page of [night.right, night.left])
      expect(await asks(page).getByRole('button', { name: 'Undo' }).count()).toBe(0)
    await strip().getByText('All well').waitFor()
    await undo.click()
    await strip().getByText('CONCERN').waitFor()
    await isAsked(night.right)
    expect(night.concern()).toMatchObject({ person: 'mia', ended: null })
  })

  test('CONCERN-71: “not here” about somebody who is due nowhere soon asks the wing where they were last, and not the one that said it', async () => {
    night.house.moveOn(10 * 60)
    await night.house.press({ name: 'concern.raise', person: personOf('mia') })
    await isAsked(night.left)
    await isNotAsked(night.right)
  })
})

describe('found, and not well', () => {
  test('CONCERN-75, CONCERN-12: whoever stays is sent help; cannot go on starts the covers; it ends when a person says so by name', async () => {
    await untilSearched()
    await asks(night.searcher).getByRole('button', { name: 'More answers' }).waitFor()
    await night.searcher.waitForTimeout(SETTLED_MS)
    await asks(night.searcher).getByRole('button', { name: 'More answers' }).click()
    await asks(night.searcher).getByRole('button', { name: 'I’m staying, send someone' }).click()
    await asks(night.searcher).getByText('You are with Mia.').waitFor()
    await asks(night.searcher).getByText('Don’t leave them.').waitFor()
    await strip().getByText('somebody stays with them').waitFor()
    // Whoever was to go and look goes there now, and one more is sent; nobody is asked any more whether they see her.
    for (const page of [night.right, night.dresser])
      await asks(page)
        .getByText(/^Please go to Mia/)
        .waitFor()
    await isNotAsked(night.left)
    await answers(night.right, 'I’m going')
    await asks(night.searcher).getByText('Coming to you: Asa.').waitFor()
    await looksRight(night.searcher)
    await looksRight(night.right)
    await answers(night.searcher, 'They can’t go on')
    await strip().getByText('1 cannot go on').waitFor()
    await night.desk.locator('[data-strip]').focus()
    await night.desk.keyboard.press('q')
    const panel = night.desk.getByRole('region', { name: 'Concerns tonight' })
    await panel.getByText('Jem is with them').waitFor()
    await panel.getByRole('button', { name: 'Call Una' }).click()
    await panel.getByText('called', { exact: true }).waitFor()
    // Time ends nothing, and neither does a tap of somebody else.
    night.house.moveOn(10 * 60)
    await night.desk.waitForTimeout(1_500)
    expect(night.concern()).toMatchObject({ ended: null, rung: 4, covers: ['una'] })
    await answers(night.searcher, 'It is over …')
    await asks(night.searcher).getByRole('button', { name: 'Over: Asa is with them' }).click()
    await strip().getByText('All well').waitFor()
    expect(night.concern().ended).toMatchObject({ with: 'asa', sighting: null })
    for (const page of [night.right, night.searcher]) await isNotAsked(page)
  })

  test('CONCERN-12: the desk ends it only with a name', async () => {
    await untilSearched()
    await answers(night.searcher, 'More answers')
    await asks(night.searcher).getByRole('button', { name: 'Seen, can’t go on' }).click()
    await strip().getByText('1 cannot go on').waitFor()
    await night.desk.locator('[data-strip]').focus()
    await night.desk.keyboard.press('q')
    const panel = night.desk.getByRole('region', { name: 'Concerns tonight' })
    const ends = panel.getByRole('button', { name: /^Over: / })
    expect(await ends.isDisabled()).toBe(true)
    await panel.getByRole('combobox', { name: 'Whose word' }).selectOption('cleo')
    await panel.getByRole('button', { name: 'Over: Cleo is with them' }).click()
    await strip().getByText('All well').waitFor()
    expect(night.concern().ended).toMatchObject({ with: 'cleo' })
  })
})
