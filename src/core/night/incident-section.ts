// What a screen needs when somebody is hurt: the number, the address and where things are. From the plan alone.

import type { Help } from '../show/help.ts'
import { type Aed, nearestPhone, noSafety } from '../show/safety.ts'
import { aedsOf, kitsOf } from '../show/safety-checks.ts'
import type { Country, PlaceId, Show } from '../show/show.ts'
import type { Trainer } from '../show/trainer.ts'
import type { Plan } from './night.ts'

export type IncidentSection = {
  readonly country: Country
  readonly timeZone: string
  readonly venue: string
  readonly address: string | null
  /** Places where no telephone works. */
  readonly noSignal: readonly string[]
  readonly help: Help
  /** A building's own of each, also where it was written down as the only one. */
  readonly aeds: readonly Aed[]
  readonly kits: readonly string[]
  readonly route: string | null
  readonly hospital: string | null
  readonly points: readonly string[]
  /** By place of the building, where somebody wrote it down: which telephone that reaches outside is the nearest. */
  readonly phones: readonly { readonly place: PlaceId; readonly nearest: string }[]
  /** Who has signed for the words of first aid; null where nobody has. */
  readonly trainer: Trainer | null
  /** A building that is not there: a demo sends nobody to it. */
  readonly invented: boolean
}

export const incidentSection = ({ show }: Plan): IncidentSection => incidentCardOf(show)

/** Of a show that is published, whether a night is open or not. */
export function incidentCardOf(show: Show): IncidentSection {
  const { venue, country, timeZone } = show
  return {
    ...{ country, timeZone, venue: venue.name },
    address: venue.address ?? null,
    noSignal: venue.places
      .filter(({ signal }) => signal === false)
      .map(({ code, name }) => `${name} (${code})`),
    help: venue.help ?? {},
    aeds: aedsOf(venue),
    kits: kitsOf(venue).map(({ place }) => place),
    route: venue.safety?.route ?? null,
    hospital: venue.safety?.hospital ?? null,
    points: (venue.safety ?? noSafety).points.map(({ place }) => place),
    phones: venue.places.flatMap(({ id: place, code }) => {
      const nearest = nearestPhone(venue.safety ?? noSafety, code)
      return nearest === null ? [] : [{ place, nearest }]
    }),
    trainer: venue.safety?.trainer ?? null,
    invented: venue.invented === true,
  }
}
