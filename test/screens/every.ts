// Every screen there is: who it is paired for, how large its device is, and when it is ready to be looked at.

import type { Browser, Page } from 'playwright-core'
import { openDevice } from './browser.ts'
import type { House } from './house.ts'
import { officeScreens } from './office-screens.ts'
import { desktop, laptop, live, phone, type Screen, tablet, wide } from './screen.ts'

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

/** The last number is drafted away, so that there is something to read. */
async function draftOrder(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Another order' }).waitFor()
  const items = page.getByRole('region', { name: 'Tonight’s order' }).getByRole('button')
  await items.nth((await items.count()) - 3).click()
  await page.getByRole('button', { name: 'Cut it' }).click()
  await page.getByRole('button', { name: 'Accept this order' }).waitFor()
}

async function openConcerns(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Look/ }).click()
  await page.getByRole('heading', { name: 'Concerns tonight' }).waitFor()
}

/** With a code drawn, so that every part of the page is there. */
async function beginNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave a note' }).click()
  await page.locator('[data-code]').waitFor()
}

export const everyScreen: readonly Screen[] = [
  {
    name: 'my-note',
    post: { name: 'A performer’s phone', roles: ['perf'], person: 'saoirse' },
    path: '/my-note',
    size: phone,
    sizes: [tablet, laptop],
    ready: beginNote,
    touched: true,
    live: false,
  },
  {
    name: 'sealed',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/sealed',
    size: phone,
    sizes: [tablet, desktop],
    ready: (page) => page.getByText(/^Ready without the house/).waitFor(),
    touched: true,
    live: false,
  },
  {
    name: 'plan',
    post: { name: 'Dance captain', roles: ['DC'], person: 'saoirse' },
    path: '/plan',
    size: tablet,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('heading', { name: 'Who is out' }).waitFor(),
    touched: true,
    live: true,
  },
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
    name: 're-order',
    post: { name: 'A stage manager', roles: ['SM'] },
    path: '/re-order',
    size: desktop,
    sizes: [phone, tablet, laptop, wide],
    ready: draftOrder,
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
    name: 'incident-page',
    post: { name: 'Stage door', roles: ['SM'] },
    path: '/incident',
    size: phone,
    sizes: [tablet, laptop],
    // What is not near the window is not drawn; here all of it is looked at.
    ready: (page) =>
      page.locator('.incident').evaluate((card) => {
        for (const part of card.querySelectorAll('section')) part.style.contentVisibility = 'visible'
      }),
    touched: true,
    live: true,
    urgent: true,
  },
  {
    name: 'roll-call',
    post: { name: 'Stage door', roles: ['SM'] },
    path: '/roll-call',
    size: phone,
    sizes: [tablet, laptop],
    ready: (page) => page.getByText('Begin a roll call').waitFor(),
    touched: true,
    live: true,
  },
  {
    name: 'mine',
    post: { name: 'Stage door', roles: ['kiosk'] },
    path: '/mine',
    size: tablet,
    sizes: [phone, laptop],
    ready: (page) => page.getByRole('button', { name: 'Sign in here for a while' }).waitFor(),
    touched: true,
    live: false,
  },
  ...officeScreens,
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
