// The grid of who plays what as a screen draws it: the approved plan, what is proposed on top of it, and what was settled.

import type { CastingSection } from '../../core/night/plan-section.ts'
import type { ProposalSection } from '../../core/night/proposal-section.ts'
import {
  isAbout,
  isOfCell,
  type SettledCell,
  type SettledCells,
  type Settling,
} from '../../core/night/settling.ts'
import type { DraftSection } from '../../wire/proposed.ts'

export type GridCell = {
  readonly item: number
  readonly person: string | null
  readonly name: string | null
  /** Other than in the book, by what is approved. */
  readonly changed: boolean
  /** Other than approved, by what is proposed. */
  readonly proposed: boolean
  readonly settled: boolean
}
export type GridRow = {
  readonly track: string
  readonly code: string
  readonly title: string
  /** Whose row it is: what is put down on it is theirs. */
  readonly owner: string
  readonly ownerName: string
  /** Who is written down as knowing it, or something of it. */
  readonly able: readonly string[]
  readonly cells: readonly GridCell[]
}

type Order = readonly { readonly index: number; readonly id: string }[]

export function gridRows(
  { rows, people }: CastingSection,
  draft: DraftSection | undefined,
  order: Order,
): readonly GridRow[] {
  const names = new Map<string, string>(people.map(({ person, name }) => [person, name]))
  const proposed = new Map(
    (draft?.proposal?.cells ?? []).map((cell) => [`${cell.track} ${cell.item}`, cell.person]),
  )
  const ids = new Map(order.map(({ index, id }) => [index, id]))
  const settled = [...(draft?.locks ?? []), ...(draft?.bans ?? [])]
  return rows.map(({ track, code, title, owner, able, cells }) => ({
    ...{ track, code, title, owner, able, ownerName: names.get(owner) ?? '' },
    cells: cells.map(({ item, person, changed }) => {
      const key = `${track} ${item}`
      const who = proposed.has(key) ? (proposed.get(key) ?? null) : person
      return {
        ...{ item, person: who, changed, proposed: proposed.has(key) },
        name: who === null ? null : (names.get(who) ?? ''),
        settled: settled.some((one) => isAbout(one, { track, item: ids.get(item) ?? '' })),
      }
    }),
  }))
}

export const isOther = ({ cells }: GridRow): boolean =>
  cells.some(({ changed, proposed, settled }) => changed || proposed || settled)

/** Columns in which none of these rows has anything say nothing, and push what does off the screen. */
export function filled<Item extends { readonly index: number }>(
  items: readonly Item[],
  rows: readonly GridRow[],
): readonly Item[] {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ item }) => item)))
  return items.filter(({ index }) => used.has(index))
}

export type Settled = SettledCells

const none: Settled = { locks: [], bans: [] }
const press = (change: Partial<Settling>): Settling => ({ settle: none, free: none, leave: null, ...change })

/** A lock takes the place of what was said of the same cell before, a track's of its numbers; so does a ban of the same person. */
export const withLock = ({ locks, bans }: Settled, lock: SettledCell): Settling =>
  press({
    settle: { locks: [lock], bans: [] },
    free: {
      locks: locks.filter(
        (one) =>
          one.track === lock.track && (lock.item === null || one.item === lock.item) && !same(one, lock),
      ),
      bans: bans.filter((one) => same(one, lock)),
    },
  })

export const withBan = ({ locks }: Settled, ban: SettledCell): Settling =>
  press({
    settle: { locks: [], bans: [ban] },
    free: { locks: locks.filter((one) => same(one, ban)), bans: [] },
  })

export function without({ locks, bans }: Settled, track: string, item: string): Settling {
  const goes = (one: SettledCell) => isAbout(one, { track, item })
  return press({ free: { locks: locks.filter(goes), bans: bans.filter(goes) }, leave: { track, item } })
}

/** Everything that is on this screen. */
export const released = (settled: Settled): Settling => press({ free: settled })

type InCell = { readonly track: string; readonly item: string; readonly person: string | null }

/** What a key on a cell makes of what is settled; null where it is no such key, or nobody is in it. */
export function settledByKey(
  settled: Settled,
  key: string,
  { track, item, person }: InCell,
): Settling | null {
  if (key === 'Backspace' || key === 'Delete') return without(settled, track, item)
  if (person === null) return null
  if (key === 'l' || key === 'L') return withLock(settled, { track, item, person })
  if (key === 'f' || key === 'F') return withBan(settled, { track, item, person })
  return null
}

const same = (one: SettledCell, other: SettledCell): boolean =>
  isOfCell(one, other) && one.person === other.person

type Proposed = ProposalSection['cells'][number]

/** What is done in the number that is on, and what later, from which number. */
export function inSteps(
  cells: readonly Proposed[],
  on: number | null,
): {
  readonly now: readonly Proposed[]
  readonly later: readonly Proposed[]
  readonly next: Proposed | null
} {
  const later = cells.filter(({ item }) => item !== on)
  const [next = null] = later.toSorted((a, b) => a.item - b.item)
  return { now: cells.filter(({ item }) => item === on), later, next }
}

type Cost = ProposalSection['costs'][number]

/** Who told whom of what: it stands through the next proposals for as long as they lose the same by them. */
export type Tellers = Readonly<Record<string, string>>
export const lossOf = ({ person, lines, more }: Cost): string => JSON.stringify([person, lines, more])

export const toldOf = (costs: readonly Cost[], tellers: Tellers) =>
  costs.flatMap((cost) => {
    const by = tellers[lossOf(cost)] ?? ''
    return by === '' ? [] : [{ person: cost.person, by }]
  })
