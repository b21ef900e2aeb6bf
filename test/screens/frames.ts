// Every frame that a page shows from before it is navigated, measured for light.

import type { CDPSession, Page } from 'playwright-core'
import { luminanceOf } from './browser.ts'

/** Small enough to measure hundreds, large enough that a white bar shows. */
const FRAME = { format: 'png', maxWidth: 480, maxHeight: 480, everyNthFrame: 1 } as const
/** No walk of one page draws more; a screen that does is animating. */
const FRAMES_MAX = 2_000

export type Frames = {
  /** The light of each frame until now, in order; more may come. */
  readonly soFar: (measure: Page) => Promise<readonly number[]>
  /** Ends the recording; the light of each frame, in order. */
  readonly lights: (measure: Page) => Promise<readonly number[]>
}

/**
 * Begins on a black page, as the screen of a device that shows something else dark; an empty tab is the browser's own,
 * and white. From here on, each frame the browser presents counts.
 */
export async function recordFrames(page: Page): Promise<Frames> {
  await page.goto('data:text/html,<meta name=color-scheme content=dark><body style="background:black">')
  const session = await page.context().newCDPSession(page)
  const frames: string[] = []
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    if (frames.length < FRAMES_MAX) frames.push(data)
    void acknowledge(session, sessionId)
  })
  await session.send('Page.startScreencast', FRAME)
  // The browser presents many a frame again as it was.
  const known = new Map<string, number>()
  const soFar = async (measure: Page): Promise<readonly number[]> => {
    const lights: number[] = []
    for (const frame of [...frames]) {
      const light = known.get(frame) ?? (await luminanceOf(measure, Buffer.from(frame, 'base64')))
      known.set(frame, light)
      lights.push(light)
    }
    return lights
  }
  return {
    soFar,
    lights: async (measure) => {
      await session.send('Page.stopScreencast')
      return soFar(measure)
    },
  }
}

/** Without it the browser sends no next frame; a page that is gone needs none. */
const acknowledge = (session: CDPSession, sessionId: number): Promise<unknown> =>
  session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined)
