// Puts each costume change into the gap it was written for, and gives the dressers their part of it.

import { id } from '../../src/core/kit/ids.ts'
import type { CostumeChange, Obligation } from '../../src/core/show/show.ts'
import type { ChangeRow, Duties, Duty, Production } from './notation.ts'
import type { Pages } from './pages.ts'
import { Misprint } from './pages.ts'

type Walk = (from: string, to: string) => number

/** The obligations that say where somebody is, in the order of the night. */
const whereabouts = (obligations: readonly Obligation[], track: string): Obligation[] =>
  obligations.filter((one) => one.track === track && one.placeIn !== undefined && one.placeOut !== undefined)

export function compileChanges(
  production: Production,
  pages: Pages,
  obligations: readonly Obligation[],
  walk: Walk,
): CostumeChange[] {
  return production.changes.map((row) => {
    const { begins } = gapOf(row, pages, obligations, walk)
    return {
      id: id(`${row.track}-${row.before}-${row.to.replace(`${row.track}-`, '')}`),
      track: id(row.track),
      from: id(row.from),
      to: id(row.to),
      anchor: anchorAt(production, pages, begins),
      place: id(row.place),
      seconds: row.seconds,
      dressers: (row.dressers ?? []).map((dresser) => id<'track'>(dresser)),
      ...(row.underdressed ? { underdressed: true } : {}),
      ...(row.notes ? { notes: row.notes } : {}),
    }
  })
}

function gapOf(
  row: ChangeRow,
  pages: Pages,
  obligations: readonly Obligation[],
  walk: Walk,
): { begins: number } {
  const own = whereabouts(obligations, row.track)
  const clock = (one: Obligation) => pages.clock(one.anchor.item, one.anchor.seconds)
  const next = own.find((one) => clock(one) >= pages.clock(row.before, 0))
  const last = next
    ? own.findLast((one) => clock(one) + one.seconds <= clock(next) && one !== next)
    : undefined
  if (!next || !last) throw new Misprint(`${row.track}: no gap before ${row.before} for ${row.to}`)
  const begins = clock(last) + last.seconds + walk(last.placeOut ?? '', row.place) + (row.wait ?? 0)
  const ready = begins + row.seconds + walk(row.place, next.placeIn ?? '')
  if (ready > clock(next)) {
    throw new Misprint(
      `${row.track}: ${row.to} is ready ${ready - clock(next)} s too late for “${next.title}”`,
    )
  }
  if (next.costume !== row.to)
    throw new Misprint(`${row.track}: “${next.title}” wears ${next.costume}, not ${row.to}`)
  return { begins }
}

function anchorAt(production: Production, pages: Pages, clock: number): CostumeChange['anchor'] {
  const item = production.items.findLast((one) => pages.clock(one.id, 0) <= clock)
  if (!item) throw new Misprint(`nothing plays at ${clock} s`)
  return { item: id(item.id), seconds: clock - pages.clock(item.id, 0) }
}

/** A change with dressers is a duty of each of them, in two parts where an item ends meanwhile. */
export function dresserDuties(
  production: Production,
  changes: readonly CostumeChange[],
  pages: Pages,
): Duties {
  const duties = new Map<string, Duty[]>()
  for (const change of changes) {
    const name = production.costumes.find((one) => one.id === change.to)?.name ?? change.to
    const who = production.tracks.find((one) => one.id === change.track)?.title ?? change.track
    const parts = partsOf(production, pages, change).map(
      (part): Duty => ({
        ...part,
        in: change.place,
        out: change.place,
        title: `${who} into ${name}`,
        kind: 'dress',
        partners: [change.track],
      }),
    )
    for (const dresser of change.dressers) duties.set(dresser, [...(duties.get(dresser) ?? []), ...parts])
  }
  return Object.fromEntries(duties)
}

function partsOf(
  production: Production,
  pages: Pages,
  change: CostumeChange,
): { item: string; from: number; to: number }[] {
  const begins = pages.clock(change.anchor.item, change.anchor.seconds)
  const ends = begins + change.seconds
  return production.items.flatMap(({ id: item, seconds }) => {
    const top = pages.clock(item, 0)
    const from = Math.max(begins, top) - top
    const to = Math.min(ends, top + seconds) - top
    return to > from ? [{ item, from, to }] : []
  })
}
