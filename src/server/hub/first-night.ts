// A house that is opened with a show and no performance gets one of that show.

import { theMachine } from '../../core/installation/installation.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import type { Show } from '../../core/show/show.ts'
import type { Stage } from './stage.ts'

const FIVE_MINUTES_MS = 5 * 60_000
/** So that the first call of the longest call table is still to come. */
const BEFORE_CURTAIN_MS = 36 * 60_000

type Brought = {
  readonly show: { readonly text: string; readonly show: Show } | null
  readonly curtainInMs?: number | undefined
}

/** Where no performance is on, the show that was brought along gets one. */
export async function planFirst(
  stage: Pick<Stage, 'night' | 'plan'>,
  { show, curtainInMs }: Brought,
  now: Instant,
): Promise<void> {
  if (!show || stage.night() !== null) return
  const curtainAt = curtainInMs === undefined ? nextCurtain(now) : instant(now + curtainInMs)
  await stage.plan(show.text, show.show, curtainAt, theMachine)
}

/** The next full five minutes that leave time for every call. */
const nextCurtain = (now: Instant): Instant =>
  instant(Math.ceil((now + BEFORE_CURTAIN_MS) / FIVE_MINUTES_MS) * FIVE_MINUTES_MS)
