// Walks every screen through a night of the demo show and takes their pictures. Fails on what a check finds.

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { instant } from '../../src/core/kit/time.ts'
import type { Moment } from '../../src/core/show/timeline.ts'
import { launchChromium } from '../kit/browser.ts'
import { openDevice, type Size } from './browser.ts'
import { Gallery } from './gallery.ts'
import { type House, openHouse } from './house.ts'

const desktop: Size = { width: 1440, height: 900 }
const laptop: Size = { width: 1180, height: 820 }
const wide: Size = { width: 1920, height: 1080 }
const tablet: Size = { width: 768, height: 1024 }
const phone: Size = { width: 360, height: 780 }
/** 1440 px at 200 %. */
const enlarged: Size = { width: 720, height: 450 }

/** A Thursday evening in London, some minutes before the half. */
const OPENING = instant(Date.UTC(2026, 8, 17, 17, 51, 20))

type Walk = {
  readonly house: House
  readonly gallery: Gallery
  readonly desk: Page
  readonly lights: Page
  readonly flys: Page
  readonly pocket: Page
  readonly board: Page
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { all: { type: 'boolean', default: false }, to: { type: 'string' } },
  })
  const folder = values.to ?? fileURLToPath(new URL('../../docs/screens/', import.meta.url))
  const browser = await launchChromium()
  const gallery = await Gallery.open(browser, folder, values.all)
  const house = await openHouse(OPENING)
  try {
    await strangers(browser, gallery, house)
    const walk = await openScreens(browser, gallery, house)
    await beforeTheHalf(walk)
    await pairing(walk)
    await standingBy(walk)
    await following(browser, walk)
    await called(walk)
    await held(walk)
    await themesAndSizes(walk)
    await silent(walk)
    await interval(walk)
    await closed(walk)
    await empty(browser, gallery)
  } finally {
    await browser.close()
    await house.close()
  }
  gallery.writeIndex()
  return gallery.pictures.some(({ complaints }) => complaints.length > 0) ? 1 : 0
}

async function openScreens(browser: Browser, gallery: Gallery, house: House): Promise<Walk> {
  const open = async (size: Size, post: Parameters<House['invite']>[0]) =>
    openDevice(browser, await house.invite(post), size)
  return {
    house,
    gallery,
    desk: await openDevice(browser, await house.server.deskLink(), desktop),
    lights: await open(tablet, { name: 'Lights', roles: ['dept'], department: 'lx' }),
    flys: await open(phone, { name: 'Flys', roles: ['dept'], department: 'fly' }),
    pocket: await open(phone, { name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' }),
    board: await open(tablet, { name: 'The callboard', roles: ['callboard'] }),
  }
}

async function strangers(browser: Browser, gallery: Gallery, { server }: House): Promise<void> {
  const stranger = await openDevice(browser, `${server.address}/`, phone)
  await gallery.take({
    name: 'join',
    what: 'A device that is not paired: what to do.',
    page: stranger,
    keep: true,
  })
  await stranger.goto(`${server.address}/join#device-nobody.abcdefghijklmnopqrstuvwxyz`)
  await gallery.take({ name: 'join-refused', what: 'A link that was used already.', page: stranger })
  await stranger.context().close()
}

async function beforeTheHalf({ house, gallery, desk, lights, pocket, board }: Walk): Promise<void> {
  await desk.locator('[data-strip]').waitFor()
  const what = 'Before the half: nothing is called, everything is connected.'
  await gallery.take({ name: 'desk-before', what, page: desk, keep: true })
  await gallery.take({ name: 'department-before', what, page: lights })
  await gallery.take({
    name: 'pocket-before',
    what: 'Before the half: where and when first.',
    page: pocket,
    keep: true,
  })
  await gallery.take({ name: 'board-before', what: 'The callboard before the half.', page: board })
  for (const [call, minutes] of [
    ['half', 4],
    ['quarter', 15],
    ['five', 10],
    ['beginners', 5],
  ] as const) {
    house.moveOn(minutes * 60)
    await house.press({ name: 'call.give', call, act: 1 })
  }
  house.moveOn(6 * 60)
  await house.press({ name: 'act.up', act: 1 })
}

async function pairing({ gallery, desk }: Walk): Promise<void> {
  await desk.getByRole('button', { name: 'Pair a screen' }).click()
  await desk.getByLabel('Which department').selectOption({ label: 'Sound' })
  await desk.getByRole('button', { name: 'Make a link' }).click()
  await desk.getByLabel('The link').waitFor()
  await gallery.take({ name: 'desk-pairing', what: 'Letting another screen in.', page: desk, keep: true })
  await desk.getByRole('button', { name: 'Done' }).click()
  await desk.getByText('Light and type').click()
  await gallery.take({ name: 'desk-light', what: 'Theme and brightness of this device.', page: desk })
  await desk.getByText('Light and type').click()
  await desk.keyboard.press('Escape')
}

/** Many departments at once: the moment that needs the most room. */
const crowded = (moment: Moment): boolean => moment.cues.length >= 4 && moment.at.seconds > 900

async function standingBy({ house, gallery, desk, lights, flys, pocket, board }: Walk): Promise<void> {
  const next = await house.callUntil(crowded)
  if (!next) throw new Error('the demo show has no crowded moment')
  house.moveOn(4)
  await gallery.take({ name: 'desk-next', what: 'The next cue, not standing by yet.', page: desk })
  await house.press({ name: 'standby.give', moment: next.id })
  await gallery.take({
    name: 'department-standby',
    what: 'STANDBY, to be answered by a touch anywhere.',
    page: lights,
    keep: true,
  })
  await house.answer('lx', next)
  await house.press({
    name: 'note.write',
    department: next.cues[0]?.department ?? null,
    text: 'Left boom, shutter 2 sticks',
  })
  await house.press({
    name: 'note.write',
    department: null,
    text: 'Late laugh after the almanac: keep the pause',
  })
  const what = 'Standing by: who has answered, who is silent.'
  for (const [name, size] of [
    ['desk-standby', desktop],
    ['desk-1180', laptop],
    ['desk-1920', wide],
    ['desk-enlarged', enlarged],
  ] as const) {
    await gallery.take({
      name,
      what,
      page: desk,
      size,
      keep: name === 'desk-standby' || name === 'desk-1180',
    })
  }
  await desk.setViewportSize(desktop)
  await gallery.take({ name: 'department-answered', what: 'Answered: standing by.', page: lights })
  await gallery.take({ name: 'department-phone', what: 'STANDBY on a small screen.', page: flys })
  await gallery.take({
    name: 'pocket-running',
    what: 'Where next, and when; then the rest of the night.',
    page: pocket,
    keep: true,
  })
  await gallery.take({
    name: 'board-running',
    what: 'The callboard while the show runs.',
    page: board,
    keep: true,
  })
}

/** Another stage manager looks on; the desk is theirs when they take it. */
async function following(browser: Browser, { house, gallery }: Walk): Promise<void> {
  const page = await openDevice(
    browser,
    await house.invite({ name: 'A stage manager', roles: ['SM'] }),
    laptop,
  )
  await gallery.take({ name: 'desk-following', what: 'A stage manager’s desk before it is taken.', page })
  await page.context().close()
}

async function called({ house, gallery, desk, lights }: Walk): Promise<void> {
  await desk.locator('[data-strip]').focus()
  await desk.keyboard.press('Space')
  await gallery.take({ name: 'department-go', what: 'GO, for three seconds.', page: lights, keep: true })
  await gallery.take({
    name: 'desk-called',
    what: 'Called with the space bar; the desk stands at the next cue.',
    page: desk,
  })
  await desk.keyboard.press('b')
  await gallery.take({
    name: 'desk-stepped-back',
    what: 'The desk stepped back; what was called stays called.',
    page: desk,
    keep: true,
  })
  await gallery.take({
    name: 'department-stepped-back',
    what: 'A department is told, and not armed again.',
    page: lights,
  })
  const night = house.server.stage.night()
  const state = night?.owner.state().calling
  const again = state && night?.plan.timeline.moments[state.desk.next]
  if (again && state) await house.press({ name: 'cue.go', moment: again.id, move: state.desk.move })
}

async function held({ house, gallery, desk, lights, pocket, board }: Walk): Promise<void> {
  await desk.keyboard.down('h')
  await desk.waitForTimeout(1_200)
  await desk.keyboard.up('h')
  await desk.keyboard.press('Space')
  await gallery.take({
    name: 'desk-held',
    what: 'Held; a cue pressed during the hold is refused in words.',
    page: desk,
    keep: true,
  })
  await gallery.take({ name: 'department-held', what: 'Held, as a department sees it.', page: lights })
  await gallery.take({
    name: 'pocket-held',
    what: 'Held: the countdown stands still.',
    page: pocket,
    keep: true,
  })
  await gallery.take({ name: 'board-held', what: 'Held, in the corridor.', page: board })
  house.moveOn(95)
  await house.press({ name: 'clock.resume' })
}

async function themesAndSizes({ gallery, desk, lights, pocket }: Walk): Promise<void> {
  const root = (page: Page, name: string, value: string) =>
    page.evaluate(
      ([attribute, to]) => document.documentElement.setAttribute(attribute ?? '', to ?? ''),
      [name, value],
    )
  for (const theme of ['red', 'blue', 'light']) {
    await root(desk, 'data-theme', theme)
    await gallery.take({
      name: `desk-theme-${theme}`,
      what: `The ${theme} theme.`,
      page: desk,
      bright: theme === 'light',
      keep: theme === 'red',
    })
  }
  await root(desk, 'data-theme', 'dim')
  for (const [name, page] of [
    ['department', lights],
    ['pocket', pocket],
  ] as const) {
    for (const size of ['small', 'large']) {
      await root(page, 'data-size', size)
      await gallery.take({ name: `${name}-${size}`, what: `The ${size} type.`, page })
    }
    await root(page, 'data-size', 'middle')
  }
}

/** The server goes for a while; every screen says so. */
async function silent({ house, gallery, desk, lights, pocket }: Walk): Promise<void> {
  await house.pull()
  await desk.waitForTimeout(6_000)
  await desk.locator('[data-strip]').focus()
  await desk.keyboard.press('Space')
  await gallery.take({
    name: 'desk-stale',
    what: 'The server is silent; a GO is told as not sent.',
    page: desk,
    keep: true,
  })
  await gallery.take({
    name: 'department-stale',
    what: 'A department whose screen is old says how old.',
    page: lights,
  })
  await gallery.take({
    name: 'pocket-stale',
    what: 'The countdown does not run over a dead line.',
    page: pocket,
    keep: true,
  })
  await house.open()
  for (const page of [desk, lights, pocket])
    await page.getByText('live', { exact: true }).waitFor({ timeout: 15_000 })
}

async function interval({ house, gallery, desk, lights, pocket, board }: Walk): Promise<void> {
  await house.callUntil((moment) => moment.at.act > 1)
  house.moveOn(20)
  await house.press({ name: 'act.down', act: 1 })
  house.moveOn(5 * 60)
  await gallery.take({ name: 'desk-interval', what: 'Interval.', page: desk })
  await gallery.take({ name: 'department-interval', what: 'Interval.', page: lights })
  await gallery.take({ name: 'pocket-interval', what: 'Interval.', page: pocket })
  await gallery.take({ name: 'board-interval', what: 'Interval.', page: board })
  await house.press({ name: 'call.give', call: 'beginners', act: 2 })
  house.moveOn(15 * 60)
  await house.press({ name: 'act.up', act: 2 })
  await house.callUntil(() => false)
  house.moveOn(30)
  await house.press({ name: 'act.down', act: 2 })
}

async function closed({ house, gallery, desk, lights, pocket }: Walk): Promise<void> {
  await gallery.take({
    name: 'desk-down',
    what: 'The last act is down; the night is still open.',
    page: desk,
  })
  await house.press({ name: 'performance.close' })
  const what = 'The night is closed.'
  await gallery.take({ name: 'desk-closed', what, page: desk })
  await gallery.take({ name: 'department-closed', what, page: lights })
  await gallery.take({ name: 'pocket-closed', what, page: pocket })
  await desk.goto(`${house.server.address}/report`)
  await gallery.take({
    name: 'report',
    what: 'The report on the screen.',
    page: desk,
    bright: true,
    keep: true,
  })
  await desk.emulateMedia({ media: 'print' })
  await gallery.take({
    name: 'report-paper',
    what: 'The report as it is printed.',
    page: desk,
    size: { width: 794, height: 1123 },
    bright: true,
    keep: true,
  })
}

async function empty(browser: Browser, gallery: Gallery): Promise<void> {
  const house = await openHouse(OPENING, true)
  try {
    const desk = await openDevice(browser, await house.server.deskLink(), desktop)
    await gallery.take({ name: 'desk-empty', what: 'No performance is open.', page: desk })
    const pocket = await openDevice(
      browser,
      await house.invite({ name: 'A callboard', roles: ['callboard'] }),
      phone,
    )
    await gallery.take({
      name: 'board-empty',
      what: 'No performance is open, in the corridor.',
      page: pocket,
    })
  } finally {
    await house.close()
  }
}

process.exitCode = await main()
