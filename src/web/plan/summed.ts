// A long list of what is other, as one keeps it in mind: by track, however many numbers of it.

import type { TellLine } from '../../core/night/told.ts'

export type Sum = {
  readonly what: TellLine['what']
  readonly track: string
  /** Items, and the first and the last of them. */
  readonly many: number
  readonly first: string
  readonly last: string
  /** Of a department: who does it tonight. */
  readonly name: string
  readonly before: string | null
}

/** What of one track goes to two people is two sums. A change goes with the part; whoever only dresses has changes. */
export function summed(lines: readonly TellLine[], ofDepartment = false): readonly Sum[] {
  const sums = new Map<string, Sum>()
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
