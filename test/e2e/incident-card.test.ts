// The card for when somebody is hurt, as a phone has it, before and after a stage manager has said where help is.

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newShow } from '../../src/core/editing/details.ts'
import { editShow } from '../../src/core/editing/edits.ts'
import type { Show } from '../../src/core/show/show.ts'
import { TAPS_MS } from '../../src/web/incident/hold.ts'
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
    await card.getByText(/Last found in a source of 14 June 2018/).waitFor()
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
    await expect.poll(() => mobile.getByText('number to be confirmed').count()).toBe(0)
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

const summaryOf = (page: Page) =>
  page.locator('summary').filter({ hasText: /If somebody is hurt|Somebody is down/ })
/** A finger or a tired hand: down, a little drift, up. */
async function hold(page: Page, ms: number): Promise<void> {
  const box = await summaryOf(page).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 20)
  await page.mouse.down()
  await page.mouse.move((box?.x ?? 0) + 55, (box?.y ?? 0) + 30)
  await page.waitForTimeout(ms)
  await page.mouse.up()
}
const raisedCard = (page: Page) => page.locator('.incident[data-raised]')
const RAISED_FRAMES_MAX = 6

test('INCIDENT-18: on every screen one touch raises it, 72 px high, in the lower two thirds of a small phone', async () => {
  const served = await house()
  const small = { width: 360, height: 640 }
  /** Whole, and in reach of a thumb, however long the page is. */
  const inReach = async (page: Page, where: unknown) => {
    await summaryOf(page).waitFor()
    const boxOf = () => summaryOf(page).boundingBox()
    // What comes from the house moves it while the page is being filled.
    await expect.poll(async () => [where, (await boxOf())?.height]).toEqual([where, 72])
    await expect.poll(async () => (await boxOf())?.y ?? 0).toBeGreaterThanOrEqual(small.height / 3)
    await expect.poll(async () => (await boxOf())?.y ?? small.height).toBeLessThanOrEqual(small.height - 72)
  }
  try {
    const show = served.server.stage.night()?.plan.show ?? withOnePerson()
    const place = show.venue.places[0]?.id ?? null
    const manager = await openAs(served, { roles: ['SM'] }, small)
    for (const path of ['/sign-in', '/stage-map', '/plan', '/re-order']) {
      await manager.goto(`${served.server.address}${path}`)
      await inReach(manager, path)
    }
    await manager.close()
    const posts = [
      { roles: ['perf'], person: show.people[0]?.id ?? null },
      { roles: ['ASM'], place },
      { roles: ['FOH'] },
      { roles: ['callboard'] },
      { roles: ['kiosk'] },
    ] as const
    for (const post of posts) {
      const page = await openAs(served, post, small)
      await inReach(page, post.roles)
      await hold(page, 300)
      expect(await raisedCard(page).count()).toBe(0)
      // That was a tap: what is to be known is open, and a second one closes it.
      await hold(page, 100)
      await page.waitForTimeout(TAPS_MS)
      await hold(page, 1_050)
      await raisedCard(page).getByText('CALL 999').waitFor()
      await page.getByText('The house has it').waitFor({ state: 'attached' })
      await page.close()
    }
    const kept = await served.server.log.read('incidents', 1, 100)
    // What the house asks of people by itself is not of these devices.
    const own = kept.filter(({ body }) => (body as { evidence?: string }).evidence !== 'proposed')
    expect(own.map(({ type }) => type)).toEqual(posts.map(() => 'incident.recorded'))
  } finally {
    await served.close()
  }
})

test('INCIDENT-18: three taps and three presses raise it within a tenth of a second; at the desk F9 does, and Space stays GO', async () => {
  const served = await house()
  try {
    const place = served.server.stage.night()?.plan.show.venue.places[0]?.id ?? null
    const wing = { roles: ['ASM'], place } as const
    const mobile = await openAs(served, wing)
    const took = await mobile.evaluate(async () => {
      const summary = [...document.querySelectorAll('summary')].find((one) =>
        /If somebody is hurt|Somebody is down/.test(one.textContent ?? ''),
      )
      const event = (type: string) => new PointerEvent(type, { bubbles: true, clientX: 40, clientY: 600 })
      for (let tap = 0; tap < 3; tap += 1) {
        summary?.dispatchEvent(event('pointerdown'))
        if (tap < 2) summary?.dispatchEvent(event('pointerup'))
      }
      const began = performance.now()
      let frames = 0
      for (; document.querySelector('.incident[data-raised] .call') === null; frames += 1)
        await new Promise((next) => requestAnimationFrame(next))
      return { frames, ms: performance.now() - began }
    })
    console.log(`touch to card: ${Math.round(took.ms)} ms, ${took.frames} frames`)
    // A tenth of a second is six frames; a busy machine draws fewer of them, and its milliseconds tell nothing.
    expect(took.frames).toBeLessThanOrEqual(RAISED_FRAMES_MAX)
    // Back on the screen, one tap leads to it again, and it is still the same one.
    await mobile.getByRole('button', { name: 'Back to my screen' }).click()
    await raisedCard(mobile).waitFor({ state: 'detached' })
    await summaryOf(mobile).click()
    await raisedCard(mobile).waitFor()
    await mobile.close()

    const keyed = await openAs(served, wing)
    await summaryOf(keyed).focus()
    for (let press = 0; press < 3; press += 1) await keyed.keyboard.press('Enter')
    await raisedCard(keyed).waitFor()
    await keyed.keyboard.press('Escape')
    await raisedCard(keyed).waitFor({ state: 'detached' })
    await keyed.close()

    const desk = await openAs(served, { roles: ['caller', 'SM'] }, desktop)
    const focused = () => desk.evaluate(() => document.activeElement?.outerHTML.slice(0, 60))
    const before = await focused()
    await desk.keyboard.press('F9')
    await raisedCard(desk).waitFor()
    expect(await focused()).toBe(before)
    const panel = await raisedCard(desk).locator('xpath=..').boundingBox()
    const guarded = await desk.getByRole('button', { name: /HOLD/ }).first().boundingBox()
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(guarded?.y ?? 0)
    await desk.close()
  } finally {
    await served.close()
  }
})

test('QUIET-2, QUIET-6: a phone asks without a sound, the desk goes, and the phone shows nothing but two small marks', async () => {
  const served = await house()
  try {
    const show = served.server.stage.night()?.plan.show ?? withOnePerson()
    const mobile = await openAs(served, { roles: ['perf'], person: show.people[0]?.id ?? null })
    const desk = await openAs(served, { roles: ['caller', 'SM'] }, desktop)
    const before = await mobile.locator('main').first().ariaSnapshot()
    await mobile.getByText('If somebody is hurt').click()
    const send = mobile.getByRole('button', { name: 'Send help here, quietly' })
    expect((await send.boundingBox())?.height).toBeGreaterThanOrEqual(48)
    await send.click()
    await send.waitFor({ state: 'hidden' })
    await mobile.getByText('· ✓', { exact: true }).waitFor()
    // No voice reads the mark out, and nothing else is other than it was.
    expect(await mobile.locator('main').first().ariaSnapshot()).toBe(before)
    await desk.getByText(/^◆ Help is asked for, quietly/).waitFor()
    await desk.getByText(/From: Ines/).waitFor()
    await desk.getByRole('button', { name: 'I go', exact: true }).focus()
    await desk.keyboard.press('Enter')
    await mobile.getByText('· ✓✓', { exact: true }).waitFor()
    await desk.getByRole('button', { name: 'Over: I saw them, and they are out of it' }).click()
    await desk.getByText(/says that it is over/).waitFor()
  } finally {
    await served.close()
  }
})
