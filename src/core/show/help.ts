// Help in this building, as a person there said it: the number, who confirmed it, where things are. Unsaid is not there.

import { isDay, isOverAYearOld } from '../kit/day.ts'
import { countryPack } from './countries/packs.ts'
import type { Country } from './show.ts'

export const helpFields = [
  ...(['number', 'outsideLine', 'telephones', 'deadSpots', 'confirmedBy', 'confirmedOn'] as const),
  ...(['entrance', 'meets', 'aedPlace', 'aedCode', 'aedChecked', 'firstAid', 'keys'] as const),
  ...(['codedCall', 'medics'] as const),
  ...(['approvedBy', 'approvedOn'] as const),
] as const
export type HelpField = (typeof helpFields)[number]

export type Help = {
  /** What is dialled here; the country's pack only proposes one (I4). */
  readonly number?: string | undefined
  /** Which digits come first on a telephone of the house. */
  readonly outsideLine?: string | undefined
  /** Which telephones work. */
  readonly telephones?: string | undefined
  /** Where no mobile works, in words. */
  readonly deadSpots?: string | undefined
  readonly confirmedBy?: string | undefined
  /** As 2026-11-24, like every day here. */
  readonly confirmedOn?: string | undefined
  /** The door at which an ambulance crew is met, and who meets it. */
  readonly entrance?: string | undefined
  readonly meets?: string | undefined
  readonly aedPlace?: string | undefined
  readonly aedCode?: string | undefined
  readonly aedChecked?: string | undefined
  readonly firstAid?: string | undefined
  /** Who has the keys, where a door is locked and nobody answers. */
  readonly keys?: string | undefined
  /** What is said on cans and tannoy, so that an audience hears nothing of it. */
  readonly codedCall?: string | undefined
  /** Medics who stand by, and the channel on which they are reached. */
  readonly medics?: string | undefined
  /** The first-aid lead who has approved the card. */
  readonly approvedBy?: string | undefined
  readonly approvedOn?: string | undefined
}

/** Whoever can say what is dialled here says it; until then it is what is usual in the country. */
export const emergencyNumber = (help: Help | undefined, country: Country): string =>
  help?.number ?? countryPack(country).emergencyNumber

/** `old`: more than a year ago. Without today's date nothing is old. */
export type Word = { readonly by: string; readonly on: string; readonly old: boolean }

/** Who confirmed the number, and when; null where nobody has. */
export const confirmation = (help: Help | undefined, today: string | null): Word | null =>
  help?.number === undefined ? null : word(help.confirmedBy, help.confirmedOn, today)

/** Which first-aid lead has approved the card, and when; null where none has. */
export const approval = (help: Help | undefined, today: string | null): Word | null =>
  word(help?.approvedBy, help?.approvedOn, today)

function word(by: string | undefined, on: string | undefined, today: string | null): Word | null {
  if (by === undefined || on === undefined || !isDay(on)) return null
  return { by, on, old: today !== null && isOverAYearOld(on, today) }
}
