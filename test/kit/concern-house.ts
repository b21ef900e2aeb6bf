// A real house on the short show with a long silence in it: a desk, a tablet in each wing, a dresser's phone and a searcher's.

import type { Browser, Page } from 'playwright-core'
import { id } from '../../src/core/kit/ids.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { NightState } from '../../src/core/night/night.ts'
import type { Concern } from '../../src/core/presence/concern.ts'
import type { Show } from '../../src/core/show/show.ts'
import { readShowFile } from '../../src/formats/show-file/read.ts'
import { openDevice } from '../screens/browser.ts'
import { type House, openHouseOn } from '../screens/house.ts'
import { laptop, phone, tablet } from '../screens/screen.ts'
import { searchedEvening } from './quiet-evening.ts'

/** Mia comes off at minute 4 and is due on at minute 31: asked about seven minutes before. */
const ASKED_AT_SECONDS = 24 * 60

export type ConcernHouse = {
  readonly house: House
  readonly desk: Page
  readonly right: Page
  readonly left: Page
  readonly dresser: Page
  readonly searcher: Page
  readonly state: () => NightState
  /** The newest. */
  readonly concern: () => Concern
}

/** Everybody is in, the act is up, and Mia has not been seen since she came off. */
export async function openConcernHouse(
  browser: Browser,
  changed: (show: Show) => Show = (show) => show,
): Promise<ConcernHouse> {
  const text = JSON.stringify(changed(searchedEvening()))
  const read = readShowFile(text)
  if (!read.ok) throw new Error(read.errors.map(({ message }) => message).join('\n'))
  const house = await openHouseOn(instant(Date.UTC(2026, 8, 17, 17, 51, 20)), { text, show: read.show })
  await house.press({ name: 'presence.mode', mode: 'quiet' })
  for (const one of read.show.people) await house.press({ name: 'sign.in', person: id<'person'>(one.id) })
  await house.press({ name: 'act.up', act: 1 })
  const open = async (post: Parameters<House['invite']>[0], size: typeof phone) => {
    const page = await openDevice(browser, await house.invite(post), size)
    await page.getByText('live', { exact: true }).waitFor()
    return page
  }
  const desk = await openDevice(browser, await house.server.deskLink(), laptop)
  await desk.getByLabel('Calling', { exact: true }).waitFor()
  const state = () => {
    const night = house.server.stage.night()
    if (!night) throw new Error('no performance is open')
    return night.owner.state()
  }
  return {
    house,
    desk,
    right: await open({ name: 'Right wing', roles: ['ASM'], place: 'sr1' }, tablet),
    left: await open({ name: 'Left wing', roles: ['ASM'], place: 'sl1' }, tablet),
    dresser: await open({ name: 'Dru’s phone', roles: ['dresser'], person: 'dru' }, phone),
    searcher: await open({ name: 'Jem’s phone', roles: ['perf'], person: 'jem' }, phone),
    state,
    concern: () => {
      const newest = state().presence.concerns.concerns.at(-1)
      if (!newest) throw new Error('nobody is asked about')
      return newest
    },
  }
}

export const untilAsked = ({ house }: ConcernHouse): void => house.moveOn(ASKED_AT_SECONDS + 2)

/**
 * Nothing of it is left on the strip, on either wing, or on the two phones that were asked. A clock that a test moved on by
 * minutes makes the watch look late until its next tick, and the wings say that too: so only how the words begin.
 */
export const isClosedEverywhere = ({
  desk,
  right,
  left,
  dresser,
  searcher,
}: ConcernHouse): Promise<unknown> =>
  Promise.all([
    desk.getByRole('region', { name: 'Where everyone is' }).getByText('All well').waitFor(),
    ...[right, left].map((page) =>
      page
        .getByLabel('You are asked')
        .getByText(/^Nothing is asked of you/)
        .waitFor(),
    ),
    ...[dresser, searcher].map((page) =>
      page.getByLabel('You are asked').getByText('Mia').waitFor({ state: 'detached' }),
    ),
  ])
