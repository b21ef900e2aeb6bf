// A whole night of the demo on ten screens: killed, in a tunnel, asleep, with two hands on GO; at the end all agree.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatClock } from '../../src/core/kit/time.ts'
import { planOf } from '../../src/core/night/night.ts'
import type { Report } from '../../src/core/paperwork/report.ts'
import { plannedSeconds, scaleShow } from '../../src/core/show/scale.ts'
import type { Cue } from '../../src/core/show/show.ts'
import { cueName } from '../../src/core/show/timeline.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { writeShowFile } from '../../src/formats/show-file/write.ts'
import { readText } from '../../src/server/cli/text.ts'
import { type Device, launchChromium, newDevice, pressGuarded } from '../kit/browser.ts'
import { calledRows, runningItem } from '../kit/desk-rows.ts'
import { ghostlight, root, type Served, serveGhostlight, temporaryFolder } from '../kit/ghostlight.ts'
import { linkFor } from '../kit/links.ts'
import { openTunnel, type Tunnel } from '../kit/tunnel.ts'
import { pressSpaceTogether } from '../kit/two-hands.ts'

/** The plan in the time that the test has for it, so that what is expected moves as on a night. */
const NIGHT_SECONDS = 240
const NIGHT_MS_MAX = 420_000
/** Every so many cues somebody gives a standby and the departments answer it on their own screens. */
const ANSWERED_EVERY = 12
const CUES_MAX = 400
/** Rows above the now-line, of which the desk shows as many as it has room for. */
const ROWS_BEHIND = 7
const ZONE = 'Europe/London'
/** The phone is out of reach for so long at least, and through the server's death. */
const TUNNEL_MS_MIN = 75_000

const folder = temporaryFolder()
const data = join(folder.path, 'data')
let browser: Browser
let served: Served
let deskWay: Tunnel
let phoneWay: Tunnel
/** The plan's moments of tonight: their act, what the caller says, and what stands on each department's own screen. */
let moments: readonly {
  readonly act: number
  readonly names: readonly string[]
  readonly ownNames: Readonly<Record<string, string>>
}[] = []
const devices = new Map<string, Device>()
/** Every GO that was seen to be taken, with this machine's clock before and after it. */
const called: { readonly words: string; readonly from: number; readonly to: number }[] = []

const departments = { lx: 'Lights', snd: 'Sound', fly: 'Flys' } as const
const others = ['second', 'lx', 'snd', 'fly', 'nkechi', 'leo', 'wing', 'callboard']

beforeAll(async () => {
  browser = await launchChromium()
  const read = readShowFile(readText(join(root, 'demo', 'slack-water.show.json')))
  if (!read.ok) throw new Error('the demo can be read')
  const { timeline } = planOf(read.show)
  const name = (cue: Cue) => cueName(cue, read.show.departments)
  moments = timeline.moments.map(({ at, cues, followers }) => ({
    act: at.act,
    names: cues.map(name),
    ownNames: Object.fromEntries([...cues, ...followers].reverse().map((cue) => [cue.department, name(cue)])),
  }))
  const file = join(folder.path, 'night.show.json')
  writeFileSync(file, writeShowFile(scaleShow(read.show, NIGHT_SECONDS / plannedSeconds(read.show))))
  served = await serveGhostlight('--show', file, '--data', data, '--go-interval', '0')
  const port = Number(new URL(served.address).port)
  deskWay = await openTunnel(port)
  phoneWay = await openTunnel(port)
})

afterAll(async () => {
  // The screens first, then their ways: a server that closes waits for whoever still talks to it.
  await browser?.close()
  await deskWay?.close()
  await phoneWay?.close()
  await served?.end('SIGTERM')
  folder.remove()
})

const page = (name: string): Page => {
  const device = devices.get(name)
  if (!device) throw new Error(`no device ${name}`)
  return device.page
}

async function open(name: string, link: string, width: number, height: number): Promise<void> {
  const device = await newDevice(browser, { width, height })
  devices.set(name, device)
  await device.page.goto(link)
  await say(name, 'live')
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const say = (name: string, words: string | RegExp) =>
  page(name)
    .getByText(words, typeof words === 'string' ? { exact: true } : {})
    .first()
    .waitFor()
/** What became of the last press: above GO, and not what the house asks. */
const said = (name: string) => page(name).getByRole('contentinfo').getByRole('status')
const go = (name = 'desk') => page(name).getByRole('button', { name: /^GO/ })
const goWords = async (name = 'desk') =>
  ((await go(name).textContent()) ?? '').replace(/^GO/, '').replace(/space$/, '')
const key = (name: string, at = 'desk') => page(at).keyboard.press(name)

async function readReport(): Promise<Report> {
  const answer = await page('desk').request.get(`${served.address}/api/report`)
  return ((await answer.json()) as { report: Report }).report
}

/** Waits until GO stands for something else: "LX 2" is also the beginning of "LX 25". */
async function goneOn(name: string, words: string): Promise<void> {
  await expect.poll(() => goWords(name), { interval: 20 }).not.toBe(words)
}

/** The next cue is called from this desk, and seen to be. */
async function callNext(from = 'desk'): Promise<void> {
  if ((await goWords(from)).includes('not clear')) {
    await key('k', from)
    await go(from).filter({ hasNotText: 'not clear' }).waitFor()
  }
  const words = await goWords(from)
  const start = Date.now()
  await key(' ', from)
  await goneOn(from, words)
  called.push({ words, from: start, to: Date.now() })
}

/** On its own screens, where they have a part in it. */
async function answerStandby(): Promise<void> {
  const words = await goWords()
  await key('s')
  await page('desk')
    .getByLabel('Calling', { exact: true })
    .getByText('STANDBY', { exact: true })
    .first()
    .waitFor()
  for (const name of Object.keys(departments)) {
    if (!new RegExp(`\\b${name.toUpperCase()} `).test(words)) continue
    const face = page(name).getByRole('main').getByRole('button')
    await face.filter({ hasText: 'STANDBY' }).waitFor()
    await face.click()
    await page('desk').getByText('standing by').first().waitFor()
  }
}

async function callSome(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) {
    if (called.length % ANSWERED_EVERY === 0) await answerStandby()
    await callNext()
  }
}

/** Calls what is left of the act: as many cues as the plan has in it. */
async function callAct(act: number): Promise<void> {
  const until = moments.filter((one) => one.act <= act).length
  expect(until).toBeLessThan(CUES_MAX)
  while (called.length < until) await callSome(1)
}

async function curtain(key: 'u' | 'd', then: string): Promise<void> {
  await pressGuarded(page('desk'), key)
  await page('desk').getByRole('button', { name: then }).waitFor()
}

/** Every screen is fresh and says the same as the record does: what was called, what is next, what is on. */
async function allAgree(): Promise<void> {
  for (const name of ['desk', ...others]) await say(name, 'live')
  const { cueLog } = await readReport()
  expect(cueLog).toHaveLength(called.length)
  // The record names what followed by itself as well; a desk says what was called.
  const log = cueLog.map(({ cues, at }, index) => {
    const names = moments[index]?.names ?? []
    expect(cues).toEqual(expect.arrayContaining([...names]))
    return `${names.join(' · ')} ${formatClock(at, ZONE)}`
  })
  const next = moments[called.length]
  for (const name of ['desk', 'second']) {
    await expect
      .poll(async () => (await calledRows(page(name))).slice(-ROWS_BEHIND), {
        message: `${name}: last called`,
      })
      .toEqual(log.slice(-ROWS_BEHIND))
    await expect
      .poll(async () => (await goWords(name)).replaceAll('\u00a0', ' '), { message: `${name}: next` })
      .toMatch(next ? new RegExp(`^${next.names.join('(, | and )')}(not clear)?$`) : /^$/)
  }
  for (const [name, title] of Object.entries(departments)) {
    const own = moments.slice(called.length).flatMap((one) => one.ownNames[name] ?? [])
    await page(name)
      .getByRole('main')
      .filter({ hasText: own[0] ?? /No more cues tonight|is closed/ })
      .waitFor()
    await page(name).getByRole('heading', { name: title }).waitFor()
  }
  // Each hears by itself: they agree once all of them have.
  await expect.poll(whoSaysOtherwise).toEqual([])
}

/** Who stands elsewhere in the show than Leo's phone. */
async function whoSaysOtherwise(): Promise<readonly string[]> {
  // Without what ticks: "Curtain up in 36:27".
  const words = (await page('leo').getByLabel('On now').locator('p').first().textContent()) ?? ''
  const where = words.replace(/\d+:\d\d.*$/, '').trim()
  if (where === '') return ['leo']
  const stands = async (name: string) => (await page(name).getByText(where).count()) > 0
  const [on, followed] = [await runningItem(page('desk')), await runningItem(page('second'))]
  const rest = ['nkechi', 'wing', 'callboard']
  const agree = await Promise.all(rest.map(stands))
  return [
    ...rest.filter((_, index) => !agree[index]),
    ...(on.length > 0 && on.join() !== where ? ['desk'] : []),
    ...(followed.join() === on.join() ? [] : ['second']),
  ]
}

/** Two hands on two desks at the same instant, for the same cue. */
async function pressTogether(): Promise<void> {
  const words = await goWords()
  if (words.includes('not clear')) return callNext()
  await expect.poll(() => goWords('second')).toBe(words)
  const at = await pressSpaceTogether(['desk', 'second'].map(page))
  for (const name of ['desk', 'second']) await goneOn(name, words)
  called.push({ words, from: at, to: Date.now() })
}

/** Runs in the page: when the words above GO first say these, counted from the next press of the space bar. */
function listen(): void {
  const heard: Record<string, number> = {}
  Object.assign(window, { heard })
  let from = 0
  // From when the key came: the desk's own listener runs before this one, and takes its time.
  window.addEventListener('keydown', (event) => {
    if (event.key === ' ') from = event.timeStamp
  })
  const look = () => {
    const text = [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent).join(' ')
    for (const words of ['sending…', 'not sent'])
      if (from > 0 && heard[words] === undefined && text.includes(words))
        heard[words] = performance.now() - from
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}
const heardAt = (words: string) =>
  page('desk').evaluate(
    // `as`: put there by `listen`.
    (what) => (window as unknown as { heard: Record<string, number> }).heard[what] ?? null,
    words,
  )

async function calledInAll(): Promise<readonly string[]> {
  return (await readReport()).cueLog.map((one) => one.cues.join())
}

const note = async (text: string) => {
  await key('n')
  await page('desk').keyboard.type(text)
  await key('Enter')
  await key('Escape')
}

let darkSince = 0

describe('a whole night of the demo', { timeout: NIGHT_MS_MAX }, () => {
  test('NIGHTS-6: desk, second desk, three departments, two phones, wing tablet and callboard come in', async () => {
    await open('desk', deskWay.through(served.deskLink), 1440, 900)
    const desk = page('desk')
    const links = new Map<string, string>()
    for (const [name, label] of Object.entries(departments))
      links.set(
        name,
        await linkFor(desk, 'A department’s screen', { label: 'Which department', name: label }),
      )
    const phone = (name: string) => linkFor(desk, 'Somebody’s phone', { label: 'Whose phone', name })
    links.set('nkechi', phoneWay.through(await phone('Nkechi')))
    links.set('leo', await phone('Leo'))
    links.set('second', await linkFor(desk, 'The caller’s desk (DSM)'))
    const side = { label: 'Which place', name: 'Left, in two' }
    links.set('wing', await linkFor(desk, 'A wing’s shared tablet', side))
    links.set('callboard', await linkFor(desk, 'The callboard'))
    for (const name of others) {
      const small = name === 'nkechi' || name === 'leo'
      await open(name, links.get(name) ?? '', small ? 360 : 1180, small ? 740 : 820)
    }
    await allAgree()
  })

  test('NIGHTS-6: a phone goes into a tunnel, and two desks press for the same cues', async () => {
    await curtain('u', 'Act 1 down')
    await callSome(13)
    await allAgree()
    phoneWay.darken()
    darkSince = Date.now()
    for (const _ of [1, 2, 3]) {
      await pressTogether()
      await callSome(2)
    }
    // It does not tick on as if it knew.
    await say('nkechi', /\d+ s old/)
    expect(await calledInAll()).toHaveLength(called.length)
  })

  test('NIGHTS-6: the server is killed in the middle of the act, and started again', async () => {
    const before = await goWords()
    const port = new URL(served.address).port
    await served.end('SIGKILL')
    await key(' ')
    await said('desk').filter({ hasText: 'not sent' }).waitFor()
    await note('lx: written while nobody heard')
    for (const name of ['second', 'lx', 'leo', 'callboard']) await say(name, /\d+ s old/)
    served = await serveGhostlight('--data', data, '--port', port, '--go-interval', '0')
    for (const name of ['desk', ...others.filter((one) => one !== 'nkechi')]) await say(name, 'live')
    // What was pressed while it was dead is not kept for later; the note is, once.
    const written = async () =>
      (await readReport()).notes.flatMap(({ notes }) => notes.map(({ text }) => text))
    await expect.poll(written).toEqual(['written while nobody heard'])
    await wait(1_500)
    expect(await written()).toHaveLength(1)
    expect(await goWords()).toBe(before)
    expect(await calledInAll()).toHaveLength(called.length)
    await callSome(6)
  })

  test('NIGHTS-7: an unanswered GO says sending at 300 ms and not sent at 2 s, and is refused when it arrives late', async () => {
    const before = await goWords()
    await page('desk').evaluate(listen)
    deskWay.darken()
    await key(' ')
    // The page itself wrote down when it said "sending…": here it may be over before it is looked for.
    await said('desk').filter({ hasText: 'not sent' }).waitFor()
    await wait(1_500)
    deskWay.lighten()
    await said('desk')
      .filter({ hasText: /^Not called: that press .* old/ })
      .waitFor()
    const [sending, notSent] = [await heardAt('sending…'), await heardAt('not sent')]
    console.log(`an unanswered GO: sending… at ${sending} ms, not sent at ${notSent} ms`)
    expect(sending).toBeGreaterThanOrEqual(300)
    expect(sending).toBeLessThan(1_000)
    expect(notSent).toBeGreaterThanOrEqual(2_000)
    expect(notSent).toBeLessThan(3_000)
    expect(await goWords()).toBe(before)
    expect(await calledInAll()).toHaveLength(called.length)
    await say('desk', 'live')
  })

  test('NIGHTS-6: a desk sleeps, and wakes where the others are', async () => {
    const devtools = await page('second').context().newCDPSession(page('second'))
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
    await callSome(14)
    await wait(4_000)
    await devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await say('second', 'live')
    await wait(1_000)
    expect(await calledInAll()).toHaveLength(called.length)
  })

  test('NIGHTS-6: the first act goes down, and in the second the phone comes out of the tunnel', async () => {
    await callAct(1)
    await curtain('d', 'Act 2 up')
    await curtain('u', 'Act 2 down')
    await callSome(20)
    await wait(Math.max(0, darkSince + TUNNEL_MS_MIN - Date.now()))
    phoneWay.lighten()
    console.log(`the tunnel was ${Math.round((Date.now() - darkSince) / 1000)} s long`)
    await say('nkechi', 'live')
    await allAgree()
  })

  test('NIGHTS-6: at the end all agree, and no cue was called twice', async () => {
    await pressTogether()
    await callAct(2)
    await curtain('d', 'Close the night')
    await allAgree()
    await pressGuarded(page('desk'), 'e')
    for (const name of ['desk', ...others]) await say(name, /closed|That was all/i)
    const report = await readReport()
    // Every moment of the plan once, in its order; each when it was pressed.
    expect(report.notCalled).toEqual([])
    expect(new Set(await calledInAll()).size).toBe(called.length)
    called.forEach(({ from, to, words }, index) => {
      const at = report.cueLog[index]?.at
      expect(at, words).toBeGreaterThanOrEqual(from - 1)
      expect(at, words).toBeLessThanOrEqual(to + 1)
    })
    for (const device of devices.values()) expect(device.complaints).toEqual([])
    const verified = await ghostlight('verify', '--data', data, '--json')
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, performances: 1, firstBad: null })
    console.log(`${called.length} cues called on ${devices.size} screens`)
  })
})
