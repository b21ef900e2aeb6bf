// The hand-over sheet of an incident as one printed page, for whoever may read what is written of it.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { recordsFor } from '../../core/incident/audience.ts'
import { openedAt } from '../../core/incident/order.ts'
import type { IncidentRecord } from '../../core/incident/record.ts'
import type { Instant } from '../../core/kit/time.ts'
import { clockIn } from '../../core/paperwork/sheets/sheet.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { Show } from '../../core/show/show.ts'
import { handOverPage } from '../../letters/hand-over-sheet.ts'
import { speechOf } from '../../letters/speech.ts'
import { type HandOverAsked, readHandOverAsked } from '../../wire/incident.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import { whoIs } from '../hub/who-is.ts'
import type { Incidents } from '../incident/incidents.ts'
import type { PressJob } from '../press/job.ts'
import type { Press } from '../press/press.ts'
import { paperFor, printedWords } from '../press/set.ts'
import { refusal, type Said } from './incident.ts'
import { showOf } from './show-of.ts'

export type HandOverHouse = {
  readonly stage: Stage
  readonly clock: Clock
  readonly press: Press
  readonly incidents: Incidents
}

export async function printHandOver(
  house: HandOverHouse,
  viewer: Viewer | null,
  text: string,
): Promise<Said | { readonly pdf: Uint8Array }> {
  const show = await showOf(house.stage)
  const { words } = speechOf(show?.country ?? 'GB')
  if (viewer === null) return refusal(401, 'not-paired', words.handOver.notPaired)
  const asked = readHandOverAsked(text)
  if (asked === null) return refusal(400, 'wrong-message', 'This names no incident.')
  const records = recordsFor(viewer, asked.incident, house.incidents.all(asked.drill))
  if (records === null) return refusal(403, 'not-yours', words.handOver.notTheirs)
  const printed = await house.press.print(async () =>
    jobOf({ show, asked, records, now: house.clock.now(), by: whoIs(house.stage, viewer) }),
  )
  if (printed === null || !printed.ok)
    return refusal(503, 'not-printed', printed?.sentence ?? words.handOver.notMade)
  return { pdf: printed.bytes }
}

type ToPrint = {
  readonly show: Pick<Show, 'country' | 'timeZone' | 'venue'> | null
  readonly asked: HandOverAsked
  readonly records: readonly IncidentRecord[]
  readonly now: Instant
  readonly by: string | null
}

/** A job of one sheet; its version says from how many entries it was made, so that two of them are told apart. */
export function jobOf({ show, asked, records, now, by }: ToPrint): PressJob {
  const country = show?.country ?? 'GB'
  const { words } = speechOf(country)
  const { language } = countryPack(country)
  const timeZone = show?.timeZone ?? 'UTC'
  const clock = (at: Instant) => clockIn(country)(at, timeZone)
  const day = (at: Instant) => new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full' }).format(at)
  const { card } = words
  const banner = asked.drill ? card.drill : show?.venue.invented === true ? card.demo : null
  const { incident, drill, order } = asked
  const began = openedAt({ id: incident, drill, records })
  const place = records.flatMap(({ what }) =>
    what.kind === 'opened' && what.place !== null ? [what.place] : [],
  )[0]
  const head = [show?.venue.name ?? '', place ?? '', began === null ? '' : `${day(began)}, ${clock(began)}`]
  const page = handOverPage({ records, order, banner, where: incident, words, clock })
  const name = words.handOver.name({ order })
  return {
    title: card.title,
    language,
    paper: paperFor(country, asked.paper),
    head: head.filter((one) => one !== '').join(' · '),
    printed: printedWords(`${day(now)}, ${clock(now)}`, by),
    sheets: [{ name, large: true, ...page, version: `${records.length} entries` }],
  }
}
