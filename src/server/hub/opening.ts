// What stands first in the record of a performance: which it is, of which show, and whether it is the day's second.

import type { Performance } from '../../core/installation/installation.ts'
import { ofProduction } from '../../core/installation/productions.ts'
import { instant } from '../../core/kit/time.ts'
import type { Plan } from '../../core/night/night.ts'
import { kindOf } from '../../core/show/kinds.ts'

/** `performances`: those of the installation, so that two of one day are told apart. */
export function opening(
  { id: opened, number, curtainAt, show: hash, production, kind = 'show' }: Performance,
  { show, timeline }: Plan,
  performances: readonly Performance[],
) {
  const { country, timeZone } = show
  const edition = timeline.edition.id
  const day = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
  const sameDay = ofProduction(performances, production).filter(
    (one) =>
      one.id !== opened &&
      kindOf(one.number) === kind &&
      one.number < number &&
      day(one.curtainAt) === day(curtainAt),
  ).length
  const what = kind === 'show' ? {} : { kind }
  const body = { number, show: hash, edition, curtainAt: instant(curtainAt), country, timeZone, ...what }
  return { type: 'performance.opened', v: 1, body: sameDay === 0 ? body : { ...body, sameDay } }
}
