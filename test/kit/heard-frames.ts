// What reached a device, frame by frame: not what it drew, but what the server let it have.

import type { Page } from 'playwright-core'
import { saidIn } from './browser.ts'

export type HeardFrames = {
  /** The text of everything that came since `from`; a mark to begin at is given by `mark`. */
  readonly since: (from: number) => string
  readonly mark: () => number
  /** A section as it came last; undefined where it never came. */
  readonly last: (section: string) => unknown
}

/** Must be called before the page is opened. */
export function hearFrames(page: Page): HeardFrames {
  const texts: string[] = []
  const sections = new Map<string, unknown>()
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const text = saidIn(payload)
      texts.push(text)
      const message: { readonly sections?: Readonly<Record<string, unknown>> } = JSON.parse(text)
      for (const [name, section] of Object.entries(message.sections ?? {})) sections.set(name, section)
    }),
  )
  return {
    since: (from) => texts.slice(from).join('\n'),
    mark: () => texts.length,
    last: (section) => sections.get(section),
  }
}
