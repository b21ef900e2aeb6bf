// What a screen needs when somebody is hurt: the number, the address and where things are. From the plan alone.

import type { Help } from '../show/help.ts'
import type { Country } from '../show/show.ts'
import type { Plan } from './night.ts'

export type IncidentSection = {
  readonly country: Country
  readonly timeZone: string
  readonly venue: string
  readonly address: string | null
  /** Places where no telephone works. */
  readonly noSignal: readonly string[]
  readonly help: Help
}

export function incidentSection({ show }: Plan): IncidentSection {
  const { venue, country, timeZone } = show
  return {
    ...{ country, timeZone, venue: venue.name },
    address: venue.address ?? null,
    noSignal: venue.places
      .filter(({ signal }) => signal === false)
      .map(({ code, name }) => `${name} (${code})`),
    help: venue.help ?? {},
  }
}
