// Both ends of a hand-off are something to do: one gives, one takes, and either may be given to somebody else.

import { id } from '../../src/core/kit/ids.ts'
import type { HandOff } from '../../src/core/show/show.ts'
import type { Duties, Duty, HandOffRow, Production } from './notation.ts'
import type { Pages } from './pages.ts'

/** Reaching out before it and letting go after it. */
const REACH_SECONDS = 3

export function compileHandOffs(production: Production, pages: Pages): HandOff[] {
  return production.handOffs.map((row) => {
    const { seconds, line } = pages.at(row.item, row.at, 'on')
    return {
      id: id(`${row.item}-${row.prop}-${row.from}-${row.to}`),
      prop: id(row.prop),
      from: id(row.from),
      to: id(row.to),
      anchor: { item: id(row.item), seconds, ...(line ? { line } : {}) },
      place: id(row.place),
    }
  })
}

/** What givers and takers do, except where their own rows say it already. */
export function handOffDuties(production: Production, pages: Pages): Duties {
  const duties = new Map<string, Duty[]>()
  for (const row of production.handOffs) {
    const name = production.props.find((prop) => prop.id === row.prop)?.name ?? row.prop
    for (const [track, partner, verb] of [
      [row.from, row.to, 'Give to'],
      [row.to, row.from, 'Take from'],
    ] as const) {
      if (saysSo(production, track, row)) continue
      const other = production.tracks.find((one) => one.id === partner)?.code ?? partner
      const { seconds } = pages.at(row.item, row.at, 'on')
      const duty: Duty = {
        item: row.item,
        from: Math.max(0, seconds - REACH_SECONDS),
        to: Math.min(pages.lengthOf(row.item), seconds + REACH_SECONDS),
        title: `${verb} ${other}: ${name}`,
        kind: 'hand-off',
        props: [row.prop],
        partners: [partner],
      }
      duties.set(track, [...(duties.get(track) ?? []), duty])
    }
  }
  return Object.fromEntries(duties)
}

const saysSo = (production: Production, track: string, row: HandOffRow): boolean =>
  production.duties
    .flatMap((duties) => duties[track] ?? [])
    .some((duty) => duty.kind === 'hand-off' && duty.item === row.item && duty.props?.includes(row.prop))
