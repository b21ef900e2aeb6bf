// An evening on which people were noticed: who is not yet in, codes at the stage door, somebody who stays; and after the fall the counts.

import type { Page } from 'playwright-core'
import { theMachine } from '../../src/core/installation/installation.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Instant } from '../../src/core/kit/time.ts'
import { type House, openHouse } from './house.ts'
import { desktop, laptop, phone, type Screen, tablet } from './screen.ts'

const NOT_IN = 3
const FOUND = id<'person'>('nkechi')
const STAYS = id<'person'>('dolores')

/** The show is over; one person is stayed with, three were never signed in, and whoever was found has a code. */
export async function noticedEvening(at: Instant): Promise<House> {
  const house = await openHouse(at)
  const night = house.server.stage.night()
  if (!night) throw new Error('no performance is open')
  const { people } = night.plan.show
  const others = people.filter((one) => one.id !== FOUND && one.id !== STAYS)
  const company = [...others.slice(NOT_IN), ...people.filter((one) => !others.includes(one))]
  for (const { id: person } of company) await house.press({ name: 'sign.in', person })
  await house.press({ name: 'presence.mode', mode: 'quiet' })
  await house.press({ name: 'call.give', call: 'half', act: 1 })
  await house.press({ name: 'arrival.note', step: 'paged', person: null })
  const [first] = others
  if (first) await house.press({ name: 'arrival.note', step: 'rung', person: first.id })
  for (const { act } of night.plan.timeline.acts) {
    await house.press({ name: 'act.up', act })
    await house.press({ name: 'act.down', act })
  }
  // Home but for the two: the closing list is no longer than a page.
  for (const { id: person } of company)
    if (person !== FOUND && person !== STAYS) await house.press({ name: 'sign.out', who: { person } })
  await house.press({ name: 'concern.raise', person: FOUND })
  await house.press({ name: 'concern.spoken', concern: 1, to: STAYS })
  const found = { name: 'concern.answer', concern: 1, version: 99, place: null, by: STAYS } as const
  await house.press({ ...found, answer: 'staying, send someone' })
  // Of a code that nobody knows: only whether there is one is asked here.
  const codes = [{ person: FOUND, salt: 'salt', hash: 'hash' }]
  const give = { name: 'code.give', codes } as const
  await house.server.stage.installation.submit({ id: 'code', by: theMachine, madeAt: at, command: give })
  return house
}

async function touchName(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I am coming in' }).click()
  await page.getByRole('button', { name: /^Nkechi/ }).click()
  await page.getByRole('region', { name: /type your four digits/ }).waitFor()
}

const stageManager = { name: 'A stage manager', roles: ['SM'] } as const

export const noticed: readonly Screen[] = [
  {
    name: 'staying',
    post: { name: 'Dolores’s phone', roles: ['dresser'], person: STAYS },
    size: phone,
    sizes: [tablet, laptop],
    ready: (page) => page.getByText('You are with', { exact: false }).waitFor(),
    touched: true,
    live: true,
  },
  {
    name: 'not yet in',
    post: stageManager,
    path: '/sign-in',
    size: laptop,
    sizes: [phone, tablet, desktop],
    ready: (page) => page.getByRole('heading', { name: /^Not yet in at the half/ }).waitFor(),
    touched: true,
    live: true,
  },
  {
    name: 'announce',
    post: { name: 'Nkechi’s phone', roles: ['perf'], person: FOUND },
    size: phone,
    sizes: [tablet],
    ready: async (page) => {
      await page.getByText('Later, or not tonight…').first().click()
      await page.getByText(/Nobody is asked why/).waitFor()
    },
    touched: true,
    live: true,
  },
  {
    name: 'counts after the show',
    post: 'desk',
    size: laptop,
    sizes: [desktop],
    ready: (page) => page.getByRole('region', { name: 'What asking was worth' }).waitFor(),
    touched: false,
    live: true,
  },
  {
    name: 'code at the stage door',
    post: { name: 'Stage door', roles: ['kiosk'] },
    size: tablet,
    sizes: [phone, laptop, desktop],
    ready: touchName,
    touched: true,
    live: true,
  },
]
