// The app on a phone in a real browser that trusts the house: no flag tells it to overlook a certificate.

import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { temporaryFolder } from '../kit/ghostlight.ts'
import { HOUSE_NAME, openPhone, trustIn } from '../kit/trusting.ts'
import { violationsOf } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

let house: House
const home = temporaryFolder()
const strangers = temporaryFolder()
let phone: BrowserContext
let stranger: BrowserContext

const plain = () => `http://${HOUSE_NAME}:${house.server.port}`
const safe = () => `https://${HOUSE_NAME}:${house.server.secure.port()}`
const ofHouse = (link: string) => link.replace(/^http:\/\/127\.0\.0\.1:\d+/, plain())
const pageOf = async (context: BrowserContext): Promise<Page> =>
  context.pages()[0] ?? (await context.newPage())

beforeAll(async () => {
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  await house.server.secure.make()
  const authority = house.server.secure.authority()
  if (!authority) throw new Error('the house has an authority by now')
  trustIn(home.path, authority.file)
  phone = await openPhone(home.path)
  stranger = await openPhone(strangers.path)
})

afterAll(async () => {
  await phone?.close()
  await stranger?.close()
  await house?.close()
  home.remove()
  strangers.remove()
})

test('APP-2: a phone that trusts nothing works, says what will not, and is led to how it would', async () => {
  const page = await pageOf(stranger)
  const link = await house.invite({ name: 'Leo’s phone', roles: ['perf'], person: 'leo' })
  await page.goto(ofHouse(link))
  await page.getByText('live', { exact: true }).waitFor()
  await page.getByText('Without the desk this will not work: keep the printed card.').waitFor()
  await page.getByRole('link', { name: 'How it would' }).click()
  await page.getByText(/does not trust the house yet/).waitFor()
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText(/still not trusted/).waitFor()
  expect(page.url()).toBe(`${plain()}/trust`)
  // Its browser believes the safe address nothing.
  await expect(page.goto(safe())).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/)
})

test('APP-4: the page names the authority, its figures and all steps, and has no fault that axe finds', async () => {
  const page = await stranger.newPage()
  await page.goto(`${plain()}/trust`)
  const authority = house.server.secure.authority()
  await page.getByText(authority?.name ?? 'none', { exact: true }).waitFor()
  const figures = (await page.locator('dd').allTextContents()).join('').replaceAll(' ', '')
  expect(figures).toContain(authority?.fingerprint.replaceAll(':', ''))
  expect(figures).toContain(authority?.thumbprint.replaceAll(':', ''))
  for (const name of ['iPhone and iPad', 'Android', 'Windows', 'Mac'])
    await page.getByText(name, { exact: true }).waitFor()
  expect(await violationsOf(page)).toEqual([])
  const file = await page.request.get(`${house.server.address}/ghostlight-authority.crt`)
  expect(Buffer.compare(await file.body(), authority?.file ?? Buffer.alloc(0))).toBe(0)
})

test('APP-3: a phone that trusts the house goes over by itself, as the same device, with its light as it was', async () => {
  const page = await pageOf(phone)
  const link = await house.invite({ name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' })
  await page.goto(`${plain()}/trust`)
  await page.evaluate(() =>
    localStorage.setItem('ghostlight.display', JSON.stringify({ theme: 'red', brightness: 0.4 })),
  )
  await page.goto(ofHouse(link))
  await page.waitForURL(`${safe()}/`)
  await page.getByText('live', { exact: true }).waitFor()
  await page.getByText('Nkechi').first().waitFor()
  expect(
    await page.evaluate(() => [document.documentElement.dataset['theme'], window.isSecureContext]),
  ).toEqual(['red', true])
  expect(await page.getByText('keep the printed card').count()).toBe(0)
  const named = house.server.stage.installation.state().devices.filter((one) => one.name === 'Nkechi’s phone')
  expect(named).toHaveLength(1)
})
