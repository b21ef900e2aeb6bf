// That a number to ring is right: looked at by somebody of the house, on a day. Numbers go stale, and only a house can ring them.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { between, type Instant, minutes } from '../kit/time.ts'
import { countries, countryPack } from '../show/countries/packs.ts'
import type { PersonId } from '../show/show.ts'
import type { CareEvent } from './care.ts'

/** The newest of each number. `by`: null once it was erased, or where a device of nobody’s said it. */
export type Checked = { readonly number: string; readonly at: Instant; readonly by: PersonId | null }

/** Said again within this it was said once. */
export const CHECKED_ONCE_MS = minutes(60)

const isNumber = (number: string): boolean =>
  countries.some((country) => countryPack(country).support.some((line) => line.number === number))

export function check(
  checked: readonly Checked[],
  number: string,
  { by, at }: { readonly by: Viewer; readonly at: Instant },
): Result<readonly CareEvent[]> {
  if (!may(by, 'name who is asked for help'))
    return refused('not-yours', 'That is for stage management and the company manager.')
  if (!isNumber(number)) return refused('no-number', 'That is no number of this page.')
  const before = checked.find((one) => one.number === number)
  if (before && between(before.at, at) < CHECKED_ONCE_MS) return accepted([])
  return accepted([{ type: 'support.checked', v: 1, body: { number, at }, detail: { person: by.person } }])
}

export const withChecked = (checked: readonly Checked[], one: Checked): readonly Checked[] => [
  ...checked.filter(({ number }) => number !== one.number),
  one,
]
