// The play broken down: French scenes, and which part is in which item and says how much there.

import { wordsOf } from '../show/script.ts'
import type { Obligation, RoleId, Show } from '../show/show.ts'
import { type Band, isOnStage, type LaidShow } from './laid-show.ts'
import type { StageRow } from './on-stage.ts'

/** As long as the same tracks are on; the next begins with whoever comes or goes. */
export type FrenchScene = {
  readonly item: string
  /** Within its item, from 1. */
  readonly number: number
  readonly from: number
  readonly to: number
  readonly on: readonly string[]
}

const performs = ({ kind }: StageRow): boolean => kind === 'cast' || kind === 'swing'

export function frenchScenes(bands: readonly Band[], rows: readonly StageRow[]): readonly FrenchScene[] {
  const bars = rows
    .filter(performs)
    .flatMap(({ track, bars: own }) => own.filter(({ isOn }) => isOn).map((bar) => ({ track, ...bar })))
  return bands.flatMap((band) => {
    if (band.kind === 'interval') return []
    const inside = bars.filter(({ from, to }) => from < band.to && to > band.from)
    const edges = inside.flatMap(({ from, to }) => [from, to]).filter((at) => at > band.from && at < band.to)
    const cuts = [...new Set([band.from, ...edges, band.to])].sort((one, other) => one - other)
    const spans = cuts.slice(1).map((to, index) => {
      const from = cuts[index] ?? band.from
      const on = inside.filter((bar) => bar.from <= from && bar.to >= to).map(({ track }) => track)
      return { from, to, on: [...new Set(on)].sort() }
    })
    return joined(spans).map((span, index) => ({ item: band.code, number: index + 1, ...span }))
  })
}

type Span = Pick<FrenchScene, 'from' | 'to' | 'on'>

/** Whoever ends one thing and begins another at once has not gone. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last && last.on.join() === span.on.join()) all[all.length - 1] = { ...last, to: span.to }
    else all.push(span)
  }
  return all
}

/** `band`: its index. `speeches` 0: there, and says nothing. */
type MatrixCell = {
  readonly band: number
  readonly isOn: boolean
  readonly speeches: number
  readonly words: number
}
export type MatrixRow = {
  readonly part: string
  /** In the order of the bands; of those it is not in there is none, for there are plays of 900 parts. */
  readonly cells: readonly MatrixCell[]
}

/** Parts that are never there and say nothing have no row. */
export function partsInScenes({ show, laid, bands }: LaidShow): readonly MatrixRow[] {
  const on = bandsOfParts({ show, laid, bands })
  const said = saidIn(show, laid)
  return show.roles.flatMap(({ id, name }): MatrixRow[] => {
    const [there, says] = [on.get(id) ?? new Set<number>(), said.get(id) ?? new Map<number, Said>()]
    const inside = [...new Set([...there, ...says.keys()])].sort((one, other) => one - other)
    const cells = inside.map((band): MatrixCell => {
      const { speeches, words } = says.get(band) ?? { speeches: 0, words: 0 }
      return { band, isOn: there.has(band), speeches, words }
    })
    return cells.length === 0 ? [] : [{ part: name, cells }]
  })
}

/** Whose part an obligation is: the one it names, else the first of its track. */
export function partsOf(show: Show): (one: Obligation) => readonly RoleId[] {
  const ofTrack = new Map(show.tracks.map(({ id, roles }) => [id, roles?.slice(0, 1) ?? []]))
  return ({ role, track }) => (role === undefined ? (ofTrack.get(track) ?? []) : [role])
}

const bandAt = (bands: readonly Band[], at: number): number =>
  bands.findLastIndex(({ from, kind }) => kind !== 'interval' && from <= at)

function bandsOfParts({ show, laid, bands }: LaidShow): ReadonlyMap<RoleId, ReadonlySet<number>> {
  const parts = partsOf(show)
  const on = new Map<RoleId, Set<number>>()
  for (const one of show.obligations) {
    const from = isOnStage(one) ? laid.clock(one.anchor) : null
    if (from === null) continue
    for (const role of parts(one))
      for (const band of bandsIn(bands, from, one.seconds))
        on.set(role, (on.get(role) ?? new Set()).add(band))
  }
  return on
}

/** What it begins in, and what it lasts into. */
export function bandsIn(bands: readonly Band[], from: number, seconds: number): readonly number[] {
  const first = bandAt(bands, from)
  return bands.flatMap((band, index) =>
    band.kind !== 'interval' && (index === first || (from < band.to && from + seconds > band.from))
      ? [index]
      : [],
  )
}

type Said = { speeches: number; words: number }

function saidIn(show: Show, laid: LaidShow['laid']): ReadonlyMap<RoleId, ReadonlyMap<number, Said>> {
  const said = new Map<RoleId, Map<number, Said>>()
  const indexOf = new Map(laid.items.map(({ id }, index) => [id, index]))
  let before: RoleId | undefined
  for (const { role, item, kind, text } of show.script) {
    if (kind === 'direction') continue
    const index = indexOf.get(item)
    if (role === undefined || index === undefined) continue
    const own = said.get(role) ?? new Map<number, Said>()
    said.set(role, own)
    const cell = own.get(index) ?? { speeches: 0, words: 0 }
    own.set(index, cell)
    // Lines of one mouth one after another are one speech.
    if (before !== role || cell.speeches === 0) cell.speeches += 1
    cell.words += wordsOf(text).length
    before = role
  }
  return said
}
