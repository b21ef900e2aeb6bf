// Whether a show was called off before anything of it was played: then its report says so, under the number that it keeps.

import { isWorked, kindOf } from '../show/kinds.ts'
import type { Report } from './report.ts'

/** A tech that came to no act was worked all the same. */
export const wasCalledOff = ({
  number,
  acts,
  closedAt,
}: Pick<Report, 'number' | 'acts' | 'closedAt'>): boolean =>
  closedAt !== null && acts.length === 0 && !isWorked(kindOf(number))
