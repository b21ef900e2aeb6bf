// What one press changes of what is settled before the solver is asked: drawn on what was on that screen, put on what stands by now.

/** A track, or one item of it, as the dance captain points at it. */
export type SettledCell = { readonly track: string; readonly item: string | null; readonly person: string }
export type SettledCells = { readonly locks: readonly SettledCell[]; readonly bans: readonly SettledCell[] }
export const nothingSettled: SettledCells = { locks: [], bans: [] }

/** One number of a track. */
export type CellOf = { readonly track: string; readonly item: string }

export type Settling = {
  readonly settle: SettledCells
  /** What of that which was on the screen goes with it. */
  readonly free: SettledCells
  /** What is left to the solver: nobody may have settled it otherwise meanwhile. */
  readonly leave: CellOf | null
}

/** What stands in the way, which whoever pressed has not seen. */
export type InTheWay = { readonly as: 'lock' | 'ban'; readonly cell: SettledCell }

export type SettledNow =
  | { readonly ok: true; readonly cells: SettledCells }
  | { readonly ok: false; readonly way: InTheWay }

/** Nothing that somebody else settled meanwhile is lost, and nothing is said twice. */
export function settledWith(now: SettledCells, { settle, free, leave }: Settling): SettledNow {
  const locks = now.locks.filter((one) => !holds(free.locks, one))
  const bans = now.bans.filter((one) => !holds(free.bans, one))
  const lock = locks.find(
    (one) =>
      settle.locks.some((mine) => isOfCell(one, mine) && one.person !== mine.person) ||
      holds(settle.bans, one) ||
      isLeft(one, leave),
  )
  if (lock) return { ok: false, way: { as: 'lock', cell: lock } }
  const ban = bans.find((one) => holds(settle.locks, one) || isLeft(one, leave))
  if (ban) return { ok: false, way: { as: 'ban', cell: ban } }
  return { ok: true, cells: { locks: together(locks, settle.locks), bans: together(bans, settle.bans) } }
}

const together = (before: readonly SettledCell[], more: readonly SettledCell[]): readonly SettledCell[] => [
  ...before.filter((one) => !holds(more, one)),
  ...more,
]

export const isOfCell = (one: SettledCell, { track, item }: Pick<SettledCell, 'track' | 'item'>): boolean =>
  one.track === track && one.item === item

export const holds = (cells: readonly SettledCell[], cell: SettledCell): boolean =>
  cells.some((one) => isOfCell(one, cell) && one.person === cell.person)

/** What is said of a number, or of the whole track that it belongs to. */
export const isAbout = (one: SettledCell, { track, item }: CellOf): boolean =>
  one.track === track && (one.item === null || one.item === item)

const isLeft = (one: SettledCell, leave: CellOf | null): boolean => leave !== null && isAbout(one, leave)

/** What is said of one number goes before what is said of its whole track. */
export function isOverruled(
  { locks, bans }: SettledCells,
  as: InTheWay['as'],
  one: SettledCell,
  item: string,
) {
  if (one.item !== null) return false
  const cell = { track: one.track, item }
  const given = locks.filter((lock) => isOfCell(lock, cell))
  if (as === 'ban') return given.some(({ person }) => person === one.person)
  return given.length > 0 || holds(bans, { ...cell, person: one.person })
}
