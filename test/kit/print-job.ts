// A night's sheets as a job for the press, for tests of what is printed.

import { must } from '../../src/core/kit/assert.ts'
import { sheetsFor } from '../../src/core/night/sheets.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { PressJob } from '../../src/server/press/job.ts'
import { jobOf } from '../../src/server/press/set.ts'
import { nightOf, theCaller } from './nights.ts'

/** `asked`: which sheets; null for all. `paper`: null for the country's. */
export function printJob(
  show: Show,
  asked: readonly string[] | null = null,
  paper: string | null = null,
): PressJob {
  const night = nightOf(show).open()
  const sheets = sheetsFor(night.plan, night.state, theCaller, { asked, now: night.now })
  const opened = must(night.state.calling.opened, 'the night is open')
  return jobOf({ show, opened, sheets, paper, now: night.now })
}
