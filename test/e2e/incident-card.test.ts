// The card for when somebody is hurt, as a phone has it, before and after a stage manager has said where help is.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import type { Show } from '../../src/core/show/show.ts'
import { launchChromium, newDevice } from '../kit/browser.ts'
import { root } from '../kit/ghostlight.ts'
import { openServedHouse, type ServedHouse } from '../kit/served-house.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
})

const phone = { width: 360, height: 780 }
const desktop = { width: 1180, height: 820 }

function withOnePerson(): Show {
  const about = { title: 'Paper Boats', venue: 'Corn Hall', address: '4 Tannery Lane' }
  const show = newShow({ ...about, country: 'GB', timeZone: 'Europe/London' })
  const named = editShow(show, {
    name: 'people.add',
    people: [{ name: 'Ines Ferrant', does: '', kind: 'ensemble' }],
  })
  const placed =
    named.ok && editShow(named.value, { name: 'places.set', places: [{ code: 'SL1', title: 'Left' }] })
  if (placed === false || !placed.ok) throw new Error('one person and one place')
  return placed.value
}

async function openAs(
  house: ServedHouse,
  post: Parameters<ServedHouse['invite']>[0],
  size = phone,
): Promise<Page> {
  const { page, complaints } = await newDevice(browser, size)
  page.on('close', () => expect(complaints).toEqual([]))
  await page.goto(`${house.server.address}/join#${await house.invite(post)}`)
  await page.getByText('live', { exact: true }).first().waitFor()
  return page
}

const house = () => openServedHouse({ show: withOnePerson(), webDir: `${root}/dist/web` })
const todayWritten = (): string => new Date().toISOString().slice(0, 10)

test('SCREENS-11: the card proposes the country’s number until somebody has confirmed one, and says so', async () => {
  const served = await house()
  try {
    const show = served.server.stage.night()?.plan.show ?? withOnePerson()
    const mobile = await openAs(served, { roles: ['perf'], person: show.people[0]?.id ?? null })
    await mobile.getByText('number to be confirmed').waitFor()
    await mobile.getByText('If somebody is hurt').click()
    const call = mobile.getByRole('link', { name: 'Call 999' })
    expect(await call.getAttribute('href')).toBe('tel:999')
    expect((await call.boundingBox())?.height).toBeGreaterThanOrEqual(72)
    const card = mobile.getByRole('region', { name: 'If somebody is hurt' })
    await card.getByText(/^999, TO BE CONFIRMED/).waitFor()
    expect(await card.getByText('NOT SET', { exact: true }).count()).toBeGreaterThan(3)
    await card.getByText(/Not yet approved by your first-aid lead/).waitFor()
    await card.getByRole('link', { name: 'Samaritans 116 123' }).waitFor()
    await card.getByText(/Checked 14 June 2018, more than a year ago/).waitFor()
    // Nobody who may not edit is led to where it is edited.
    expect(await card.getByRole('link', { name: 'Say where help is' }).count()).toBe(0)

    const desk = await openAs(served, { roles: ['caller', 'SM'] }, desktop)
    await desk.getByText('number to be confirmed').waitFor()
    await desk.getByText('If somebody is hurt').click()
    await desk.getByRole('link', { name: 'Say where help is' }).click()
    await desk.getByLabel('Emergency number').fill('999')
    await desk.getByLabel('Who has confirmed the number').fill('Ruth Amari')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText(/one without the other is nobody’s word/).waitFor()
    await desk.getByLabel('On which day').fill(todayWritten())
    await desk.getByLabel('Where the AED is').fill('Box office')
    await desk.getByRole('button', { name: 'Save' }).click()
    await desk.getByText('Saved.', { exact: true }).waitFor()
    await card.getByText(/^999, confirmed by Ruth Amari on /).waitFor()
    await card.getByText('Box office. Code: not set. Last checked: not set.').waitFor()
    expect(await mobile.getByText('number to be confirmed').count()).toBe(0)
    for (const page of [mobile, desk]) await page.close()
  } finally {
    await served.close()
  }
})

test('SCREENS-12: phone, callboard, dressing room and wing say what they lack, and lead only an editor to it', async () => {
  const served = await house()
  try {
    const show = served.server.stage.night()?.plan.show ?? withOnePerson()
    const place = show.venue.places[0]?.id ?? null
    const pages = [
      await openAs(served, { roles: ['perf'], person: show.people[0]?.id ?? null }),
      await openAs(served, { roles: ['callboard'] }),
      await openAs(served, { roles: ['callboard'], place }),
      await openAs(served, { roles: ['ASM'], place }),
    ]
    for (const page of pages) {
      await page.getByText(/^No running order yet/).waitFor()
      expect(await page.getByRole('link', { name: 'Add it here' }).count()).toBe(0)
    }
    for (const page of pages) await page.close()
  } finally {
    await served.close()
  }
})
