// Every screen there is: who it is paired for, how large its device is, and when it is ready to be looked at.

import type { Browser, Page } from 'playwright-core'
import { openDevice, type Size } from './browser.ts'
import type { House, Post } from './house.ts'

export const desktop: Size = { width: 1440, height: 900 }
export const laptop: Size = { width: 1180, height: 820 }
export const wide: Size = { width: 1920, height: 1080 }
export const tablet: Size = { width: 768, height: 1024 }
export const phone: Size = { width: 360, height: 780 }

export type Screen = {
  readonly name: string
  /** Null: a device that is nobody yet. `desk`: the first link of all, the prompt desk's. */
  readonly post: Post | 'desk' | null
  /** What it opens where that is not what its post opens. */
  readonly path?: string
  readonly size: Size
  /** Besides its own; the widths it is meant for. */
  readonly sizes: readonly Size[]
  /** Something that stands there once the show has arrived. */
  readonly ready: (page: Page) => Promise<unknown>
  /** Held in a hand or touched in the dark: nothing on it is lower than a finger. */
  readonly touched: boolean
  /** Shows the night as it runs, so it is never bright. */
  readonly live: boolean
}

/** The panel that lets screens in, and the first of them opened. */
async function openDevices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pair a screen' }).click()
  const lines = page
    .getByRole('list', { name: 'Screens', exact: true })
    .getByRole('button', { expanded: false })
  await lines.first().click()
  await page.getByRole('button', { name: 'Which one is it?' }).waitFor()
}

/** Where is…, with the first letter of a name. */
async function openWhereIs(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Where is…/ }).click()
  await page.getByLabel('Where is: two letters').fill('n')
  await page.locator('[data-looking] [aria-current="true"]').waitFor()
}

async function openConcerns(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Look/ }).click()
  await page.getByRole('heading', { name: 'Concerns tonight' }).waitFor()
}

const live = (page: Page) => page.getByText('live', { exact: true }).waitFor()

export const everyScreen: readonly Screen[] = [
  {
    name: 'desk',
    post: 'desk',
    size: desktop,
    sizes: [laptop, wide],
    ready: (page) => page.locator('[data-strip]').waitFor(),
    touched: false,
    live: true,
  },
  {
    name: 'devices',
    post: 'desk',
    size: desktop,
    sizes: [laptop, wide],
    ready: openDevices,
    touched: false,
    live: true,
  },
  {
    name: 'where-is',
    post: 'desk',
    size: desktop,
    sizes: [laptop, wide],
    ready: openWhereIs,
    touched: false,
    live: true,
  },
  {
    name: 'concerns',
    post: 'desk',
    size: desktop,
    sizes: [laptop, wide],
    ready: openConcerns,
    touched: false,
    live: true,
  },
  {
    name: 'stage-map',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/stage-map',
    size: desktop,
    sizes: [phone, laptop, wide],
    ready: live,
    touched: false,
    live: true,
  },
  {
    name: 'department',
    post: { name: 'Lights', roles: ['dept'], department: 'lx' },
    size: tablet,
    sizes: [phone, laptop, desktop, wide],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'pit',
    post: { name: 'Pit', roles: ['MD'], department: 'md' },
    size: tablet,
    sizes: [phone, laptop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'pocket',
    post: { name: 'Nkechi’s phone', roles: ['perf'], person: 'nkechi' },
    size: phone,
    sizes: [tablet, laptop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'board',
    post: { name: 'The callboard', roles: ['callboard'] },
    size: tablet,
    sizes: [phone, laptop, desktop, wide],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'house',
    post: { name: 'Front of house', roles: ['FOH'] },
    size: tablet,
    sizes: [phone, laptop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'wing',
    post: { name: 'The left wing', roles: ['ASM'], place: 'sl2' },
    size: tablet,
    sizes: [phone, laptop, desktop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'dresser',
    post: { name: 'Dolores’s phone', roles: ['dresser'], person: 'dolores' },
    size: phone,
    sizes: [tablet, laptop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'room',
    post: { name: 'Dressing room 4', roles: ['callboard'], place: 'dr4' },
    size: laptop,
    sizes: [phone, tablet, desktop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'chaperone',
    post: { name: 'Marguerite’s phone', roles: ['chap'], person: 'marguerite' },
    size: phone,
    sizes: [tablet, laptop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'stage-door',
    post: { name: 'Stage door', roles: ['kiosk'] },
    size: tablet,
    sizes: [phone, laptop, desktop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'sign-in',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/sign-in',
    size: laptop,
    sizes: [phone, tablet, desktop],
    ready: live,
    touched: true,
    live: true,
  },
  {
    name: 'report',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/report',
    size: desktop,
    sizes: [tablet, laptop],
    ready: (page) => page.getByRole('article').waitFor(),
    touched: false,
    live: false,
  },
  {
    name: 'sheet',
    post: { name: 'Flys', roles: ['dept'], department: 'fly' },
    path: '/run-sheet',
    size: phone,
    sizes: [tablet, desktop],
    ready: (page) => page.getByRole('article').waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'times',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/statistics',
    size: desktop,
    sizes: [phone, tablet],
    ready: (page) => page.getByRole('article').waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'tasks',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/tasks',
    size: tablet,
    sizes: [phone, desktop],
    ready: live,
    touched: true,
    live: false,
  },
  {
    name: 'beside',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/beside',
    size: tablet,
    sizes: [phone, desktop],
    ready: (page) => page.getByRole('article').waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'network',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/network',
    size: desktop,
    sizes: [phone, tablet, laptop],
    ready: (page) => page.getByText(/Ghostlight needs no internet/).waitFor(),
    touched: false,
    live: false,
  },
  {
    name: 'cards',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/cards',
    size: desktop,
    sizes: [phone, tablet, laptop],
    ready: (page) => page.getByRole('heading', { name: 'Cards to print' }).waitFor(),
    touched: false,
    live: false,
  },
  {
    name: 'trust',
    post: null,
    path: '/trust',
    size: phone,
    sizes: [tablet, laptop],
    ready: (page) => page.getByText(/No certificate has been made/).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'first',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/first',
    size: desktop,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('heading', { name: 'What would you like to do?' }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'post',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/post',
    size: desktop,
    sizes: [phone, tablet, laptop],
    ready: (page) => page.getByRole('heading', { name: 'The mail server' }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'company',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/show#people',
    size: desktop,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('link', { name: /^Company/ }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'help',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/show#help',
    size: desktop,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('form', { name: 'Help in this building' }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'incident',
    post: { name: 'Nkechi’s other phone', roles: ['perf'], person: 'nkechi' },
    path: '/?card=open#incident',
    size: phone,
    sizes: [tablet, laptop],
    ready: (page) => page.getByRole('region', { name: 'If somebody is hurt' }).waitFor(),
    touched: true,
    live: true,
  },
  {
    name: 'order',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/show#order',
    size: desktop,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('form', { name: 'Add a row' }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'parts',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/show#departments',
    size: desktop,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('region', { name: 'Departments', exact: true }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'files',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/files',
    size: desktop,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('heading', { name: 'Files and record' }).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'join',
    post: null,
    size: phone,
    sizes: [tablet, laptop],
    ready: (page) => page.getByLabel('The link or the six letters you were given').waitFor(),
    touched: true,
    live: false,
  },
]

export function screenNamed(name: string): Screen {
  const screen = everyScreen.find((one) => one.name === name)
  if (screen === undefined) throw new Error(`there is no screen ${name}`)
  return screen
}

export async function openScreen(browser: Browser, house: House, screen: Screen): Promise<Page> {
  const { post, path, size } = screen
  const { address } = house.server
  const link =
    post === null ? address : await (post === 'desk' ? house.server.deskLink() : house.invite(post))
  const page = await openDevice(browser, link, size)
  if (path !== undefined) {
    // The link is used up only once the screen it opens is there.
    await page.waitForFunction(() => location.hash === '' && location.pathname === '/')
    await page.goto(`${address}${path}`)
  }
  await screen.ready(page)
  return page
}

/** As a person does under “Light and type”, without the way there. */
export async function setTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme)
}
