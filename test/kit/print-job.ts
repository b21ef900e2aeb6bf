// A night's sheets as a job for the press, for tests of what is printed.

import { must } from '../../src/core/kit/assert.ts'
import { id } from '../../src/core/kit/ids.ts'
import { sheetsFor } from '../../src/core/night/sheets.ts'
import type { Show } from '../../src/core/show/show.ts'
import type { PressJob } from '../../src/server/press/job.ts'
import { jobOf } from '../../src/server/press/set.ts'
import { demoShow } from './demo-show.ts'
import { nightOf, type TestNight, theCaller, theSM } from './nights.ts'

/** `asked`: which sheets; null for all. `paper`: null for the country's. */
export function printJob(
  show: Show,
  asked: readonly string[] | null = null,
  paper: string | null = null,
): PressJob {
  return jobOfNight(nightOf(show).open(), asked, paper)
}

const CUT_IN = 'bows'

/** The demo show with two of its parts played by others, and one of them cut in a number. */
export function coveredJob(asked: readonly string[], paper: string): PressJob {
  const show = demoShow()
  const gives = (track: string, person: string) =>
    show.obligations.flatMap((one) =>
      one.track !== track
        ? []
        : [{ obligation: one.id, person: one.anchor.item === CUT_IN ? null : id<'person'>(person) }],
    )
  const changes = [...gives('may', 'honor'), ...gives('e2', 'lorcan')]
  const out = (person: string) =>
    ({ name: 'out.say', person: id<'person'>(person), word: { as: 'out' }, until: 'tonight' }) as const
  const plan = { changes, replots: [], proved: true, told: [], override: false }
  const night = nightOf(show)
    .open()
    .do(out('imran'), theSM)
    .do(out('parminder'), theSM)
    .do({ name: 'plan.approve', base: 0, why: 'cover', ...plan }, theSM)
  return jobOfNight(night, asked, paper)
}

function jobOfNight(night: TestNight, asked: readonly string[] | null, paper: string | null): PressJob {
  const { show } = night.plan
  const sheets = sheetsFor(night.plan, night.state, theCaller, { asked, now: night.now })
  const opened = must(night.state.calling.opened, 'the night is open')
  return jobOf({ show, opened, sheets, paper, now: night.now, by: 'Sal Somebody' })
}
