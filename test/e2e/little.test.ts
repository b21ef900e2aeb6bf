// Shows with little in them: every screen works, and the desk says what it lacks and where that is added.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import type { Edit } from '../../src/core/editing/edit.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Show } from '../../src/core/show/show.ts'
import { launchChromium, newDevice, pressGuarded } from '../kit/browser.ts'
import { root, temporaryFolder } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

const webDir = join(root, 'dist/web')
const folder = temporaryFolder()
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  folder.remove()
})

const edited = (show: Show, ...edits: readonly Edit[]): Show =>
  edits.reduce((before, edit) => {
    const result = editShow(before, edit)
    if (!result.ok) throw new Error(result.refusal.sentence)
    return result.value
  }, show)

const titled = newShow({
  title: 'Only a Title',
  venue: '',
  address: '',
  country: 'GB',
  timeZone: 'Europe/London',
})
const named = edited(titled, {
  name: 'people.add',
  people: [{ name: 'Ines Ferrant', does: '', kind: 'ensemble' }],
})
const placed = edited(named, { name: 'places.set', places: [{ code: 'SL1', title: '' }] })
const ordered = edited(placed, {
  name: 'order.set',
  rows: [
    { code: '1', title: 'The lamp', act: 1, seconds: 60, kind: 'scene' },
    { code: '2', title: 'The tide', act: 1, seconds: 60, kind: 'scene' },
  ],
})
const row = { department: 'LX', number: '', title: '', item: null, together: false }
const cued = edited(
  placed,
  { name: 'cue.put', cue: null, row: { ...row, words: 'it burns' } },
  { name: 'cue.put', cue: null, row: { ...row, words: 'dark' } },
)

const cases = [
  { what: 'only a title', show: titled, lacks: [/^No running order yet/, /^No cues yet/] },
  { what: 'only names', show: named, lacks: [/^No running order yet/, /^No cues yet/] },
  { what: 'names and a running order', show: ordered, lacks: [/^No cues yet/] },
  { what: 'cues without a running order', show: cued, lacks: [] },
]

async function openAs(house: ServedHouse, post: Parameters<ServedHouse['invite']>[0]): Promise<Page> {
  const { page, complaints } = await newDevice(browser, { width: 1180, height: 820 })
  page.on('close', () => expect(complaints).toEqual([]))
  await page.goto(`${house.server.address}/join#${await house.invite(post)}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  return page
}

/** A page that has nothing to show yet leads to where that is added. */
async function leadOn(desk: Page, house: ServedHouse): Promise<void> {
  await desk.goto(`${house.server.address}/plots`)
  await desk.getByRole('link', { name: 'Paste a running order' }).waitFor()
  await desk.goto(`${house.server.address}/book`)
  await desk.getByText('There is no script yet').waitFor()
  await desk.getByRole('link', { name: 'Files and record' }).waitFor()
  expect(await desk.getByRole('button', { name: 'Place a cue' }).count()).toBe(0)
}

test.for(cases)('FIRST-4: every screen works with $what', async ({ show, lacks }) => {
  const house = await openServedHouse({ show, webDir })
  try {
    const desk = await openAs(house, { roles: ['caller', 'SM'] })
    for (const lack of lacks) await desk.getByText(lack).first().waitFor()
    expect(await desk.getByRole('link', { name: 'Add it here' }).count()).toBe(lacks.length)
    const person = show.people[0]?.id
    const department = show.departments[0]?.id
    const place = show.venue.places[0]?.id
    const others = [
      await openAs(house, { roles: ['callboard'] }),
      ...(person ? [await openAs(house, { roles: ['perf'], person })] : []),
      ...(department
        ? [await openAs(house, { roles: ['dept'], department: id<'department'>(department) })]
        : []),
      ...(place ? [await openAs(house, { roles: ['ASM'], place })] : []),
    ]
    for (const other of others) expect(await other.getByText(/error|undefined|NaN/i).count()).toBe(0)
    await pressGuarded(desk, 'u')
    await desk.getByRole('button', { name: 'Act 1 down' }).waitFor()
    for (const other of others)
      await other
        .getByText(/Act 1|The lamp|The show/)
        .first()
        .waitFor()
    if (show.cues.length > 0) {
      await desk.keyboard.press(' ')
      await desk.getByRole('button', { name: /^GO/ }).filter({ hasText: 'LX 2' }).waitFor()
    }
    await pressGuarded(desk, 'd')
    await desk.getByRole('button', { name: 'Close the night' }).waitFor()
    if (show === titled) await leadOn(desk, house)
    for (const page of [desk, ...others]) await page.close()
  } finally {
    await house.close()
  }
})

test('FIRST-5: a saved show is read with its faults and opened for tonight, by buttons', async () => {
  const house = await openServedHouse({ show: null, webDir })
  try {
    const { page } = await newDevice(browser, { width: 1180, height: 820 })
    await page.goto(`${house.server.address}/join#${await house.invite({ roles: ['caller', 'SM'] })}`)
    // What is answered of the six questions is there again after the page was loaded anew (FIRST-8).
    await page.getByRole('button', { name: /^My own show/ }).click()
    await page.getByLabel('What is the show called?').fill('A Night with a Reload')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Where is it played?' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Where is it played?' }).waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    expect(await page.getByLabel('What is the show called?').inputValue()).toBe('A Night with a Reload')
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Open a file' }).click()
    const file = join(folder.path, 'little.json')
    writeFileSync(file, '{ "title": "Broken",\n  "items": [{ "id": "a", "title": "A" }] }')
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByText(/^Line 2:/).waitFor()
    // Two rows may each be the head of this list: one press on the right one reads it.
    const list = join(folder.path, 'cues.csv')
    writeFileSync(list, 'Number,Title,Line,Page\n1,Dawn,now,2\nNo.,Name,Text,Page\n5,Dusk,then,4\n')
    await page.locator('input[type=file]').setInputFiles(list)
    await page.getByRole('button', { name: 'Row 3: No. · Name · Text · Page' }).click()
    await page.getByText('“cues” is a list').waitFor()
    expect(house.server.stage.night()).toBeNull()
    await page.locator('input[type=file]').setInputFiles(join(root, 'test/fixtures/shows/little.json'))
    await page.getByText('“A Little Night” can be opened.').waitFor()
    await page.getByRole('button', { name: 'Open it for tonight' }).click()
    await page.getByRole('heading', { name: 'A Little Night' }).waitFor()
    await page.goto(`${house.server.address}/files`)
    await page.getByRole('button', { name: 'Check the record' }).click()
    await page.getByText(/entries of 1 performance are as they were written/).waitFor()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the show as a file' }).click(),
    ])
    expect(saved.suggestedFilename()).toMatch(/^A-Little-Night-copy-\d+\.show\.json$/)
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  } finally {
    await house.close()
  }
})
