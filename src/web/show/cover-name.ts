// What a row of who can cover is called: who, what, and about which track or whom.

import type { CoverRow } from '../../core/editing/edit.ts'
import { words } from '../speech/speech.ts'

export const aboutOf = ({ track, item, entrance, other, words: exactly }: CoverRow): string =>
  [track, item, entrance, other, exactly].filter((word) => word !== '').join(' · ')

export function nameOf(row: CoverRow): string {
  const { name, kinds } = words().office.covers
  return name({ who: row.who, what: kinds[row.what], about: aboutOf(row) })
}
