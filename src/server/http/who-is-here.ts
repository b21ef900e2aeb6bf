// Who a device or a person is taken for, together: letters, guests of tablets, keys.

import { type HouseCompany, openCompany } from '../hub/company.ts'
import { type Guests, openGuests } from '../hub/guests.ts'
import type { Stage } from '../hub/stage.ts'
import { type Asking, openAsking } from './asking.ts'
import { type Challenges, openChallenges } from './challenges.ts'
import { type Codes, openCodes } from './codes.ts'
import { freshId } from './cookies.ts'
import { type KeysAtDoor, openKeys } from './keys.ts'
import { openSignIns, type SignIns } from './sign-ins.ts'

export type WhoIsHere = {
  readonly codes: Codes
  readonly signIns: SignIns
  readonly guests: Guests
  readonly keys: KeysAtDoor
  readonly challenges: Challenges
  readonly asking: Asking
  readonly company: HouseCompany
  /** All of it ends with the house. */
  readonly here: { close(): void }
}

/** All of it by the time that never goes back: whoever sets the machine’s clock lengthens nothing. */
export function openWhoIsHere({
  stage,
  eraseNotes,
}: {
  readonly stage: Stage
  readonly eraseNotes: Parameters<typeof openCompany>[0]['eraseNotes']
}): WhoIsHere {
  const house = { stage, clock: stage.door }
  const codes = openCodes(house.clock)
  const guests = openGuests(house)
  const keys = openKeys(house)
  const company = openCompany({ ...house, freshId, eraseNotes })
  const close = () => {
    guests.close()
    company.close()
    keys.close()
  }
  const challenges = openChallenges(house.clock.now)
  const signIns = openSignIns(codes, house.clock)
  const asking = openAsking(house.clock)
  return { codes, signIns, guests, keys, challenges, asking, company, here: { close } }
}
