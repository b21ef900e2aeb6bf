// A workbook of cues, chosen at the files' page: not understood at first, then read where a person says the list is.

import { Buffer } from 'node:buffer'
import { expect, onTestFinished, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { row, workbook } from '../kit/packed.ts'
import { shortShow } from '../kit/short-show.ts'
import { openDevice, overflowOf, violationsOf } from '../screens/browser.ts'
import { openHouseOn } from '../screens/house.ts'

const book = workbook({
  sheets: {
    Notes: row(1, 'by', 'Rosa Quill'),
    Lights:
      row(1, 'Cue', 'What', 'Page', 'Line') +
      row(2, 'Q', 'Title', 'Page', 'Words') +
      row(3, '7', 'Dawn over the quay', '2', 'at last') +
      row(4, '', 'No number', '2', ''),
  },
})

test('OFFICE-31: a list that is not clear is asked about on the screen, and read where a person says it is', async () => {
  const browser = await launchChromium()
  const house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), shortShow())
  onTestFinished(async () => {
    await browser.close()
    await house.close()
  })
  const page = await openDevice(browser, await house.server.deskLink(), { width: 1180, height: 820 })
  await page.getByLabel('Calling', { exact: true }).waitFor()
  await page.goto(`${house.server.address}/files`)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lights.xlsx', mimeType: type, buffer: Buffer.from(book) })
  await page.getByText(/may each say what the columns are/).waitFor()
  await page.getByLabel('Sheet, by its name').fill('Lights')
  await page.getByLabel('The row that says what the columns are').fill('2')
  await page.getByRole('button', { name: 'Read it again' }).click()
  await page.getByText('“lights” is a list. It can be the beginning of a show.').waitFor()
  await page.getByText(/Sheet “Lights”, A4: This row has no cue number/).waitFor()
  const pictures = process.env['GHOSTLIGHT_PICTURES']
  for (const width of [1440, 1180, 360]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowOf(page)).toBe(0)
    if (pictures) await page.screenshot({ path: `${pictures}/lists-${width}.png`, fullPage: true })
  }
  expect(await violationsOf(page)).toEqual([])
}, 60_000)
