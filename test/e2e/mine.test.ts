// Somebody signs in as themself in real browsers: letters from the company manager, typed at the stage door’s tablet.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../src/core/kit/time.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouse } from '../screens/house.ts'

let browser: Browser
let house: House
let door: Page
let office: Page

beforeAll(async () => {
  browser = await launchChromium()
  house = await openHouse(instant(Date.UTC(2026, 8, 17, 17, 51, 20)))
  const company = { name: 'Company manager', roles: ['CM'] } as const
  office = await openDevice(browser, await house.invite(company), { width: 1180, height: 820 })
  await office.waitForFunction(() => location.hash === '' && location.pathname === '/')
  await office.goto(`${house.server.address}/door-codes`)
  const kiosk = await house.invite({ name: 'Stage door', roles: ['kiosk'] })
  door = await openDevice(browser, kiosk, { width: 820, height: 1180 })
  await door.waitForFunction(() => location.hash === '' && location.pathname === '/')
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const nameOf = (person: string) =>
  house.server.stage.night()?.plan.show.people.find(({ id }) => id === person)?.name ?? ''

async function lettersFor(name: string): Promise<string> {
  await office.getByLabel('Letters for').selectOption({ label: name })
  await office.getByRole('button', { name: 'Make letters' }).click()
  const made = office.getByText(new RegExp(`^${name}: `))
  await made.waitFor()
  return (await made.textContent())?.slice(name.length + 2, name.length + 8) ?? ''
}

test('PERSON-4, PERSON-5: letters typed at the stage door open one’s own pages under one’s name; one touch, and it is the stage door again', async () => {
  const name = nameOf('nkechi')
  const letters = await lettersFor(name)
  await door.goto(`${house.server.address}/mine`)
  await door.getByLabel('The six letters that the company manager gave you').fill(letters)
  await door.keyboard.press('Enter')
  await door.getByText(`${name} is signed in here`).waitFor()
  await door.getByText('My code for the stage door').waitFor()
  await door.getByRole('button', { name: 'Sign out', exact: true }).click()
  await door.getByText(/Nobody has a code of their own yet/).waitFor()
  await door.goto(`${house.server.address}/mine`)
  await door.getByRole('button', { name: 'Sign in here for a while' }).waitFor()
  expect(await door.getByText(name).count()).toBe(0)
})
