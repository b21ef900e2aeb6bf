// What is other tonight, on paper: a department's list, and the whole track of whoever does other than in the book.

import type { PlanPoint } from '../../show/timeline.ts'
import { type Block, intoAct, pencil, type Sheet } from './sheet.ts'

export type OtherRow = {
  readonly at: PlanPoint
  readonly item: string
  /** "new", "other": empty for what is as in the book. */
  readonly mark: string
  readonly title: string
  readonly place: string | null
  /** With whom, what they carry, what they wear. */
  readonly besides: string
}

export type OtherTrack = {
  readonly person: string
  readonly name: string
  readonly version: number
  readonly rows: readonly OtherRow[]
  readonly left: readonly OtherRow[]
}

export type OtherOfDepartment = {
  readonly department: string
  readonly name: string
  readonly version: number
  readonly rows: readonly (OtherRow & { readonly who: string; readonly before: string })[]
}

const when = ({ at }: OtherRow): string => `${at.act} · ${intoAct(at)}`

export function trackOfTonight({ person, name, version, rows, left }: OtherTrack): Sheet {
  return {
    id: `track:${person}`,
    name: `Track tonight · ${name}`,
    large: false,
    blocks: [
      table(`Tonight, plan ${version}`, rows),
      ...(left.length > 0 ? [table('Not yours tonight', left)] : []),
    ],
  }
}

const table = (heading: string, rows: readonly OtherRow[]): Block => ({
  kind: 'table',
  heading,
  columns: [
    { head: 'Act', width: 12 },
    { head: 'Item', width: 18 },
    { head: '', width: 8 },
    { head: 'What', width: 26 },
    { head: 'Where', width: 8 },
    { head: 'With, carrying, wearing', width: 22 },
    pencil('Pencil', 12),
  ],
  rows: rows.map((row) => [when(row), row.item, row.mark, row.title, row.place ?? '', row.besides]),
  none: 'Nothing is theirs tonight.',
})

export function otherOfDepartment({ department, name, version, rows }: OtherOfDepartment): Sheet {
  return {
    id: `other:${department}`,
    name: `Other tonight · ${name}`,
    large: false,
    blocks: [
      {
        kind: 'table',
        heading: `Who does what, plan ${version}`,
        columns: [
          { head: 'Act', width: 12 },
          { head: 'Item', width: 16 },
          { head: 'What', width: 22 },
          { head: 'Where', width: 8 },
          { head: 'Instead of', width: 11 },
          { head: 'Now', width: 11 },
          { head: 'With it', width: 24 },
          pencil('Done', 7),
        ],
        rows: rows.map((row) => [
          ...[when(row), row.item, row.title, row.place ?? '', row.before, row.who],
          row.besides,
        ]),
        none: 'Nothing is other for this department tonight.',
      },
    ],
  }
}

export const castBoardSheet = (lines: readonly string[]): Sheet => ({
  id: 'cast:board',
  name: 'Cast board and slip',
  large: true,
  blocks: [
    { kind: 'words', heading: '', lines, hung: true },
    { kind: 'words', heading: 'The same, to be cut out as a slip', lines },
  ],
})
