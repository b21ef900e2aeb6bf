// How long it takes to walk from one place backstage to another.

import type { PlaceId } from './show.ts'

/** Walking time between two places in the dark, both ways unless `oneWay`. */
export type Travel = {
  readonly from: PlaceId
  readonly to: PlaceId
  readonly seconds: number
  readonly oneWay?: boolean | undefined
  readonly stepFree?: boolean | undefined
}
