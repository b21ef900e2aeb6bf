// The house as front of house and the desk see it: the count, who waits outside, the bells, what is asked.

import type { CallingState } from '../calling/state.ts'
import { type HouseRequest, type HouseState, isWaiting } from '../house/house.ts'
import type { Instant } from '../kit/time.ts'
import { houseCalls } from '../show/call-tables.ts'

/** How many requests a screen keeps, besides those that wait; the report has them all. */
export const HOUSE_REQUESTS_SHOWN = 5

export type HouseSection = {
  readonly openedAt: Instant | null
  readonly audience: HouseState['audience']
  readonly waiting: HouseState['waiting']
  /** Let in so far. */
  readonly released: number
  readonly clear: CallingState['houseClear']
  readonly back: HouseState['back']
  /** What there is to ring or call before each act, and for which acts it was. */
  readonly bells: readonly {
    readonly id: string
    readonly words: string
    readonly secondsBeforeUp: number
    readonly given: readonly { readonly act: number; readonly at: Instant }[]
  }[]
  /** Newest last. */
  readonly requests: readonly HouseRequest[]
}

export function houseSection(
  { house, calling }: { readonly house: HouseState; readonly calling: CallingState },
  callPace: number,
): HouseSection {
  const { opened, houseClear } = calling
  return {
    openedAt: house.openedAt,
    audience: house.audience,
    waiting: house.waiting,
    released: house.released.reduce((total, one) => total + one.count, 0),
    clear: houseClear,
    back: house.back,
    bells: houseCalls(opened?.country ?? 'GB', callPace).map((call) => ({
      ...call,
      given: house.bells.filter((one) => one.bell === call.id).map(({ act, at }) => ({ act, at })),
    })),
    requests: shownOf(house.requests),
  }
}

/** What waits for an answer stands there however much was asked since: a wait for the house is not pushed off by words. */
function shownOf(requests: readonly HouseRequest[]): readonly HouseRequest[] {
  const newest = requests.length - HOUSE_REQUESTS_SHOWN
  return requests.filter((one, index) => index >= newest || isWaiting(one))
}
