// Somebody signs in as themself in real browsers: letters from the company manager, typed at the stage door’s tablet.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import { british as words } from '../../src/words/british.ts'
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

test('PERSON-4, PERSON-5, PERSON-13, PERSON-14, PERSON-15: letters typed at the stage door open one’s own pages under one’s name; one touch, and it is the stage door again', async () => {
  const name = nameOf('nkechi')
  const letters = await lettersFor(name)
  await door.getByRole('link', { name: 'Sign in as yourself' }).click()
  await door.getByLabel('The six letters that the company manager gave you').fill(letters)
  await door.keyboard.press('Enter')
  await door.getByText(`${name} is signed in here`).waitFor()
  await door.getByText('My code for the stage door').waitFor()
  await door.getByText(/^Notices, somebody to talk to and what you leave/).waitFor()
  expect(await door.getByRole('link', { name: /Notices|Somebody to talk to|For responders/ }).count()).toBe(0)
  // As a browser puts a page away, and gives it back to whoever presses Back.
  await door.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await door.getByText(`${name} is signed in here`).waitFor({ state: 'hidden' })
  await door.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await door.getByText(`${name} is signed in here`).waitFor()
  await door.getByRole('button', { name: 'Sign out', exact: true }).click()
  await door.getByText(/Nobody has a code of their own yet/).waitFor()
  await door.goto(`${house.server.address}/mine`)
  await door.getByRole('button', { name: 'Sign in here for a while' }).waitFor()
  expect(await door.getByText(name).count()).toBe(0)
})

test('PERSON-17: a company manager who opens stage management’s pages reads whose they are, and the way back; no button', async () => {
  for (const page of ['files', 'post']) {
    await office.goto(`${house.server.address}/${page}`)
    await office.getByText('This page is stage management’s.').waitFor()
    expect(await office.getByRole('button').count()).toBe(0)
  }
  await office.getByRole('link', { name: 'My own page' }).click()
  await office.getByRole('link', { name: 'Letters to sign in with' }).click()
  await office.getByLabel('Letters for').waitFor()
})

test('PERSON-8, PERSON-10: by a number it is said why there is no passkey; by a name one is made on one’s own phone, and signs in alone', async () => {
  const name = nameOf('saoirse')
  const byName = house.server.address.replace('127.0.0.1', 'localhost')
  const phone = await openDevice(browser, `${byName}/mine`, { width: 360, height: 640 })
  // What a phone’s fingerprint is, here a part of the browser.
  const tools = await phone.context().newCDPSession(phone)
  await tools.send('WebAuthn.enable')
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  await phone.getByLabel('The six letters that the company manager gave you').fill(await lettersFor(name))
  await phone.keyboard.press('Enter')
  await phone.getByText('My code for the stage door').waitFor()
  await phone.goto(`${byName}/mine`)
  await phone.getByRole('button', { name: 'Make a passkey on this device' }).click()
  await phone.getByText('Made. Next time you sign in with it alone.').waitFor()
  await phone.getByRole('button', { name: 'Sign out', exact: true }).click()
  await phone.waitForURL(`${byName}/`)
  await phone.goto(`${byName}/mine`)
  await phone.getByRole('button', { name: 'With a passkey: this is my own phone' }).click()
  await phone.getByText('My code for the stage door').waitFor()
  const devices = () => house.server.stage.installation.state().devices.filter((one) => one.entered)
  await expect.poll(() => devices().at(-1)?.entered?.how).toBe('passkey')
  // The stage door’s tablet was opened by a number.
  await door.goto(`${house.server.address}/mine`)
  await door.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await door.getByText(/^This page was opened by a number/).waitFor()
})

/** Puts a code where the page of one’s own note puts it; all that lies there. */
const putCode = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('ghostlight-sealed', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('kept', 'readwrite')
          writing.objectStore('kept').put('a code', 'code')
          writing.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )
const lying = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<readonly unknown[]>((done) => {
        const opening = indexedDB.open('ghostlight-sealed', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kept').objectStore('kept').getAllKeys()
          reading.onsuccess = () => {
            opening.result.close()
            done(reading.result)
          }
        }
      }),
  )

test('VAULT-27, PERSON-7: the code of a note goes with whoever signs out, who hears it first, and with whoever the phone becomes', async () => {
  const address = house.server.address.replace('127.0.0.1', 'localhost')
  const comes = async (page: Page, name: string) => {
    await page.goto(`${address}/mine`)
    await page.getByLabel('The six letters that the company manager gave you').fill(await lettersFor(name))
    await page.keyboard.press('Enter')
    await page.getByText('My code for the stage door').waitFor()
  }
  const phone = await openDevice(browser, `${address}/mine`, { width: 360, height: 640 })
  await comes(phone, nameOf('nkechi'))
  await putCode(phone)
  await phone.goto(`${address}/mine`)
  await phone.getByRole('button', { name: 'Sign out', exact: true }).click()
  await phone.getByText(/^The code of your sealed note lies on this phone/).waitFor()
  expect(await lying(phone)).toContain('code')
  await phone.getByRole('button', { name: 'I have my code: sign out' }).click()
  await phone.waitForURL(`${address}/`)
  await expect.poll(() => lying(phone)).toEqual([])
  // Stage management gives it to somebody else, who was never signed out.
  await comes(phone, nameOf('nkechi'))
  await putCode(phone)
  await phone.evaluate(() => localStorage.setItem('ghostlight.care-seen', 'answer'))
  const other = { name: 'Somebody else', roles: ['perf'], person: id<'person'>('saoirse') } as const
  await phone.goto((await house.invite(other)).replace('127.0.0.1', 'localhost'))
  await phone.getByRole('button', { name: words.join.replace }).click()
  await phone.getByText('My code for the stage door').waitFor()
  await expect.poll(() => lying(phone)).not.toContain('code')
  await expect.poll(() => phone.evaluate(() => localStorage.getItem('ghostlight.care-seen'))).toBeNull()
})
