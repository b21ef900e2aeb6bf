// One line for each consequence, of the core's or of the slow evening's, so that the two can be laid side by side.

import type { Consequence } from '../../src/core/reorder/consequence.ts'
import type { Mishap } from './walk-through.ts'

/** Where two things are equally in the way, which of them is named is nobody's matter. */
const namesEither: readonly string[] = ['travel', 'dresser', 'change', 'due earlier', 'set earlier']

const line = (parts: readonly (string | number | null)[]): string => parts.map(String).join(' | ')

export const consequenceLines = (all: readonly Consequence[]): string[] =>
  all
    .map((one) =>
      line([
        ...[one.kind, one.track ?? one.department ?? '', one.place ?? '', one.about ?? ''],
        ...[namesEither.includes(one.kind) ? '' : (one.other ?? ''), one.clock, one.lacks],
      ]),
    )
    .toSorted()

export const mishapLines = (all: readonly Mishap[]): string[] =>
  all
    .map((one) =>
      line([
        ...[one.kind, one.who, one.place, one.about],
        ...[namesEither.includes(one.kind) ? '' : one.with, one.at, one.lacks],
      ]),
    )
    .toSorted()
