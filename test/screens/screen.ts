// What a screen is to those who look at every one of them, and the sizes of the devices it stands on.

import type { Page } from 'playwright-core'
import type { Size } from './browser.ts'
import type { Post } from './house.ts'

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
  /** Read at once by whoever is frightened: as bright as its words need. */
  readonly urgent?: boolean
}

/** Ready once it says that it is in touch. */
export const live = (page: Page) => page.getByText('live', { exact: true }).waitFor()
