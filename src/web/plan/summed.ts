// A long list of what is other, as one keeps it in mind: by track, however many numbers of it.

import type { TellLine } from '../../core/night/told.ts'
import type { Sum } from '../../words/british/plan-lines.ts'

type Summed = Sum & Pick<TellLine, 'what'>

/** What of one track goes to two people is two sums. A change goes with the part; whoever only dresses has changes. */
export function summed(lines: readonly TellLine[], ofDepartment = false): readonly Summed[] {
  const sums = new Map<string, Summed>()
  const parts = lines.filter(({ part }) => part)
  for (const { what, track, item, before, with: names } of parts.length > 0 ? parts : lines) {
    const name = ofDepartment ? (names[0] ?? '') : ''
    const key = [what, track, name].join('\n')
    const found = sums.get(key)
    // The list is in the order of the evening: an item that comes again stands last.
    const many = (found?.many ?? 0) + (found?.last === item ? 0 : 1)
    const first = found?.first ?? item
    sums.set(key, { what, track, name, before: found?.before ?? before, many, first, last: item })
  }
  return [...sums.values()]
}
