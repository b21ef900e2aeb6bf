// Walks every screen through a night of the demo show and takes their pictures. Fails on what a check finds.

import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { notYetClear } from '../../src/core/calling/decide-clear.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Moment } from '../../src/core/show/timeline.ts'
import { launchChromium } from '../kit/browser.ts'
import { walkAlone } from './alone.ts'
import { openDevice } from './browser.ts'
import { everyScreen, openScreen, screenNamed } from './every.ts'
import { Gallery, type Shot } from './gallery.ts'
import { type House, openHouse } from './house.ts'
import { longNames } from './long-names.ts'
import { ownNote } from './own-note.ts'
import { quietHelp } from './quiet-help.ts'
import { laptop, phone, type Screen } from './screen.ts'
import { takeVariants } from './variants.ts'

/** A Thursday evening in London, some minutes before the half. */
const OPENING = instant(Date.UTC(2026, 8, 17, 17, 51, 20))

/** The chosen few that stay in the repository. */
const KEPT: readonly string[] = [
  'join',
  'desk-before',
  'desk-pairing',
  'desk-crowded',
  'desk-crowded-1180',
  'desk-crowded-red',
  'desk-crowded-deuteranopia',
  'desk-stepped-back',
  'desk-held',
  'desk-stale',
  'department-crowded',
  'department-go',
  'department-crowded-200',
  'pocket-before',
  'pocket-crowded',
  'pocket-held',
  'pocket-stale',
  'board-crowded',
  'report',
  'report-paper',
]

type Walk = {
  readonly browser: Browser
  readonly house: House
  readonly gallery: Gallery
  readonly pages: ReadonlyMap<Screen, Page>
}

async function main(): Promise<number> {
  const folders = {
    kept: fileURLToPath(new URL('../../docs/screens/', import.meta.url)),
    all: fileURLToPath(new URL('../../.screens/', import.meta.url)),
  }
  const browser = await launchChromium()
  const gallery = await Gallery.open(browser, folders)
  const house = await openHouse(OPENING)
  try {
    await strangers(browser, gallery, house)
    const walk = await openWalk(browser, gallery, house)
    await beforeTheHalf(walk)
    await pairing(walk)
    await crowded(walk)
    await following(walk)
    await called(walk)
    await held(walk)
    await typeSizes(walk)
    await stale(walk)
    await interval(walk)
    await closed(walk)
    await elsewhere(browser, gallery)
    await ownNote(browser, gallery)
    await quietHelp(browser, gallery)
  } finally {
    await browser.close()
    await house.close()
  }
  gallery.writeIndex()
  const bad = gallery.pictures.filter(({ complaints }) => complaints.length > 0).length
  process.stdout.write(`${gallery.pictures.length} pictures, ${bad} with something to mend\n`)
  return bad === 0 ? 0 : 1
}

async function openWalk(browser: Browser, gallery: Gallery, house: House): Promise<Walk> {
  const pages = new Map<Screen, Page>()
  for (const screen of everyScreen.filter((one) => one.live)) {
    pages.set(screen, await openScreen(browser, house, screen))
  }
  return { browser, house, gallery, pages }
}

const pageOf = ({ pages }: Walk, name: string): Page => {
  const page = pages.get(screenNamed(name))
  if (page === undefined) throw new Error(`${name} is not open`)
  return page
}

/** A screen's name may have a hyphen of its own: the longest that fits is meant. */
function screenOf(picture: string): Screen {
  const fits = everyScreen.filter(({ name }) => picture === name || picture.startsWith(`${name}-`))
  const [longest] = fits.toSorted((a, b) => b.name.length - a.name.length)
  return longest ?? screenNamed(picture)
}

type Plain = Pick<Shot, 'name' | 'what' | 'page'> & Partial<Shot>

/** One picture of one screen; its name begins with the screen's. */
async function take(gallery: Gallery, shot: Plain): Promise<void> {
  const screen = screenOf(shot.name)
  await gallery.take({
    ...{ screen: screen.name, touched: screen.touched, keep: KEPT.includes(shot.name) },
    ...shot,
  })
}

/** The same state on every live screen; `dressed`: also in every theme, to every eye, at every width. */
async function takeAll(walk: Walk, state: string, what: string, dressed = false): Promise<void> {
  for (const [screen, page] of walk.pages) {
    await take(walk.gallery, { name: `${screen.name}-${state}`, what, page, forRoom: state === 'long-names' })
    if (dressed) await takeVariants(walk.gallery, { screen, page, state, kept: KEPT })
  }
}

async function strangers(browser: Browser, gallery: Gallery, house: House): Promise<void> {
  const screen = screenNamed('join')
  const page = await openScreen(browser, house, screen)
  await take(gallery, { name: 'join', what: 'A device that is not paired: what to do.', page })
  await takeVariants(gallery, { screen, page, state: 'asked', kept: KEPT })
  await page.goto(`${house.server.address}/join#device-nobody.abcdefghijklmnopqrstuvwxyz`)
  await take(gallery, { name: 'join-refused', what: 'A link that was used already.', page })
  await page.context().close()
}

async function beforeTheHalf(walk: Walk): Promise<void> {
  const { house } = walk
  await takeAll(walk, 'before', 'Before the half: nothing is called, everything is connected.')
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

async function pairing(walk: Walk): Promise<void> {
  const desk = pageOf(walk, 'desk')
  const { gallery } = walk
  await desk.getByRole('button', { name: 'Pair a screen' }).click()
  await desk.getByLabel('Which department').selectOption({ label: 'Sound' })
  await desk.getByRole('button', { name: 'Make a link' }).click()
  await desk.getByLabel('The link').waitFor()
  await take(gallery, { name: 'desk-pairing', what: 'Letting another screen in.', page: desk })
  await desk.getByRole('button', { name: 'Done' }).click()
  for (const words of ['Light and type', 'This desk']) {
    const name = `desk-${words.toLowerCase().replaceAll(' ', '-')}`
    await desk.getByText(words, { exact: true }).click()
    await take(gallery, { name, what: `“${words}” is open.`, page: desk })
    await desk.getByText(words, { exact: true }).click()
  }
  await desk.keyboard.press('Escape')
}

/** Many departments at once: the moment that needs the most room. */
const needsRoom = (moment: Moment): boolean => moment.cues.length >= 4 && moment.at.seconds > 900

async function crowded(walk: Walk): Promise<void> {
  const { house, gallery } = walk
  const next = await house.callUntil(needsRoom)
  if (!next) throw new Error('the demo show has no crowded moment')
  house.moveOn(4)
  await takeAll(walk, 'next', 'Running: the next cue, not standing by yet.')
  await house.press({ name: 'standby.give', moment: next.id })
  await take(gallery, {
    name: 'department-unanswered',
    what: 'STANDBY, to be answered by a touch anywhere.',
    page: pageOf(walk, 'department'),
  })
  await house.answer('lx', next)
  for (const [department, text] of [
    [next.cues[0]?.department ?? null, 'Left boom, shutter 2 sticks'],
    [null, 'Late laugh after the almanac: keep the pause'],
    [null, 'The whole of the second verse ran under the applause; ask the MD whether he wants the vamp'],
  ] as const) {
    await house.press({ name: 'note.write', department, text })
  }
  await takeAll(walk, 'crowded', 'Standing by with many at once: who has answered, who is silent.', true)
}

/** Another stage manager looks on; the desk is theirs when they take it. */
async function following({ browser, house, gallery }: Walk): Promise<void> {
  const link = await house.invite({ name: 'A stage manager', roles: ['SM'] })
  const page = await openDevice(browser, link, laptop)
  await take(gallery, {
    name: 'desk-following',
    what: 'A stage manager’s desk before it is taken.',
    page,
  })
  await page.context().close()
}

async function called(walk: Walk): Promise<void> {
  const { house, gallery } = walk
  const [desk, department] = [pageOf(walk, 'desk'), pageOf(walk, 'department')]
  await desk.locator('[data-strip]').focus()
  await desk.keyboard.press('k')
  await take(gallery, { name: 'desk-clear', what: 'The spotters are clear: GO is ready.', page: desk })
  await desk.keyboard.press('Space')
  await take(gallery, { name: 'department-go', what: 'GO, for three seconds.', page: department })
  const what = 'Called with the space bar; the desk stands at the next cue.'
  await take(gallery, { name: 'desk-called', what, page: desk })
  await desk.keyboard.press('b')
  await takeAll(
    walk,
    'stepped-back',
    'The desk stepped back; what was called stays called, nobody is armed again.',
  )
  const night = house.server.stage.night()
  const state = night?.owner.state().calling
  const again = state && night?.plan.timeline.moments[state.desk.next]
  if (again && state && notYetClear(state, again).length > 0)
    await house.press({ name: 'clear.say', moment: again.id })
  if (again && state) await house.press({ name: 'cue.go', moment: again.id, move: state.desk.move })
}

async function held(walk: Walk): Promise<void> {
  const desk = pageOf(walk, 'desk')
  await desk.keyboard.down('h')
  await desk.waitForTimeout(1_200)
  await desk.keyboard.up('h')
  await desk.keyboard.press('Space')
  await takeAll(walk, 'held', 'Held: countdowns stand still, a cue pressed now is refused in words.', true)
  walk.house.moveOn(95)
  await walk.house.press({ name: 'clock.resume' })
}

/** Screens to be read from further away, or by someone who wants more of the list. */
async function typeSizes(walk: Walk): Promise<void> {
  for (const name of ['department', 'pocket']) {
    const page = pageOf(walk, name)
    for (const size of ['small', 'large', 'middle']) {
      await page.evaluate((to) => document.documentElement.setAttribute('data-size', to), size)
      if (size !== 'middle')
        await take(walk.gallery, { name: `${name}-type-${size}`, what: `The ${size} type.`, page })
    }
  }
}

/** The server goes for a while; every screen says so. */
async function stale(walk: Walk): Promise<void> {
  const desk = pageOf(walk, 'desk')
  await walk.house.pull()
  await desk.waitForTimeout(6_000)
  await desk.locator('[data-strip]').focus()
  await desk.keyboard.press('Space')
  await takeAll(
    walk,
    'stale',
    'The server is silent: every screen says how old it is, a GO that it was not sent.',
  )
  await walk.house.open()
  await allLive(walk)
}

/** Forty screens in one browser take a while to hear of a whole act called at once; what is shown till then is stale. */
async function allLive({ pages }: Walk): Promise<void> {
  for (const page of pages.values()) {
    // The pages that are there without the app say it in words of their own.
    if ((await page.locator('[data-fresh]').count()) === 0) continue
    await page.getByText('live', { exact: true }).first().waitFor({ timeout: 15_000 })
  }
}

async function interval(walk: Walk): Promise<void> {
  const { house } = walk
  await house.callUntil((moment) => moment.at.act > 1)
  house.moveOn(20)
  await house.press({ name: 'act.down', act: 1 })
  house.moveOn(5 * 60)
  await allLive(walk)
  await takeAll(walk, 'interval', 'Interval.')
  await house.press({ name: 'call.give', call: 'beginners', act: 2 })
  house.moveOn(15 * 60)
  await house.press({ name: 'act.up', act: 2 })
  await house.callUntil(() => false)
  house.moveOn(30)
  await house.press({ name: 'act.down', act: 2 })
}

async function closed(walk: Walk): Promise<void> {
  const { browser, house, gallery } = walk
  await allLive(walk)
  await takeAll(walk, 'down', 'The last act is down; the night is still open.')
  await house.press({ name: 'performance.close' })
  await takeAll(walk, 'closed', 'The night is closed.')
  for (const screen of everyScreen.filter(({ live, post }) => !live && post !== null)) {
    const page = await openScreen(browser, house, screen)
    await take(gallery, { name: screen.name, what: `The ${screen.name} on the screen.`, page })
    await takeVariants(gallery, { screen, page, state: 'read', kept: KEPT })
    await page.emulateMedia({ media: 'print' })
    await take(gallery, {
      ...{ name: `${screen.name}-paper`, what: `The ${screen.name} as it is printed.`, page },
      ...{ size: { width: 794, height: 1123 }, bright: true },
    })
    await page.context().close()
  }
}

/** Houses with nothing in them, and with names that never end. */
async function elsewhere(browser: Browser, gallery: Gallery): Promise<void> {
  const empty = await openHouse(OPENING, true)
  try {
    for (const name of ['desk', 'board']) {
      const screen = screenNamed(name)
      const page = await openScreen(browser, empty, {
        ...screen,
        // A desk with nothing in it opens with its two doors.
        ready: (one) => one.getByText(/What would you like to do|No performance/).waitFor(),
      })
      await take(gallery, { name: `${name}-empty`, what: 'No performance is open.', page })
      if (name === 'board')
        await take(gallery, { name: 'board-empty-phone', what: 'The same, small.', page, size: phone })
      await page.context().close()
    }
  } finally {
    await empty.close()
  }
  const long = await longNames(OPENING)
  try {
    const walk = await openWalk(browser, gallery, long)
    await long.press({ name: 'act.up', act: 1 })
    const next = await long.callUntil(needsRoom)
    if (next) await long.press({ name: 'standby.give', moment: next.id })
    await takeAll(walk, 'long-names', 'Names and titles as long as they come.')
  } finally {
    await long.close()
  }
}

process.exitCode = (await walkAlone(process.argv[2])) ?? (await main())
