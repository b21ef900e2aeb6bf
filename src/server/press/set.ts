// Tonight's sheets as a job for the press: the head of each, its version, and the paper that the country uses.

import type { Instant } from '../../core/kit/time.ts'
import { clockIn, type ReadySheet } from '../../core/paperwork/sheets/sheet.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { Country, Show } from '../../core/show/show.ts'
import { which } from '../../words/british/kinds.ts'
import { type PaperSize, type PressJob, paperSizes } from './job.ts'

type Opened = {
  readonly number: number
  readonly curtainAt: Instant
  readonly country: Country
  readonly timeZone: string
}

/** What was asked for, where it is a size we have; else the country's. */
export const paperFor = (country: Country, asked: string | null): PaperSize =>
  paperSizes.find((one) => one === asked) ?? countryPack(country).paper

/** On each page: when, and by whom, so that a copy that lies about is known. */
export const printedWords = (when: string, by: string | null): string =>
  by === null ? `printed ${when}` : `printed ${when}, by ${by}`

export type SetToPrint = {
  readonly show: Show
  readonly opened: Opened
  readonly sheets: readonly ReadySheet[]
  readonly paper: string | null
  readonly now: Instant
  /** Who printed it. */
  readonly by: string | null
}

export function jobOf({ show, opened, sheets, paper, now, by }: SetToPrint): PressJob {
  const { country, timeZone, number, curtainAt } = opened
  const { language } = countryPack(country)
  const clock = clockIn(country)
  const day = (at: Instant) => new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full' }).format(at)
  const title = `${show.title} · ${which(number)}`
  const curtain = `${day(curtainAt)}, curtain ${clock(curtainAt, timeZone, false)}`
  return {
    title,
    language,
    paper: paperFor(country, paper),
    head: [title, curtain, show.venue.name].filter((one) => one !== '').join(' · '),
    printed: printedWords(`${day(now)}, ${clock(now, timeZone)}`, by),
    sheets: sheets.map(({ name, large, blocks, version, mark }) => ({
      ...{ name, large, blocks },
      version: `version ${version} (${mark})`,
    })),
  }
}
