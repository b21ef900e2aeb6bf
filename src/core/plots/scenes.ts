// The play broken down: French scenes, which part is in which item and says how much there, who plays which parts where.

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

/** `speeches` 0 and on: there, and says nothing. */
export type MatrixCell = { readonly isOn: boolean; readonly speeches: number; readonly words: number }
export type MatrixRow = {
  readonly part: string
  /** One for each band. */
  readonly cells: readonly MatrixCell[]
}

/** Parts that are never there and say nothing have no row. */
export function partsInScenes({ show, laid, bands }: LaidShow): readonly MatrixRow[] {
  const on = bandsOfParts({ show, laid, bands })
  const said = saidIn(show, laid, bands)
  return show.roles.flatMap(({ id, name }): MatrixRow[] => {
    const cells = bands.map((_band, index): MatrixCell => {
      const { speeches, words } = said.get(id)?.[index] ?? { speeches: 0, words: 0 }
      return { isOn: on.get(id)?.has(index) === true, speeches, words }
    })
    return cells.some(({ isOn, speeches }) => isOn || speeches > 0) ? [{ part: name, cells }] : []
  })
}

/** Whose part an obligation is: the one it names, else the first of its track. */
function partsOf(show: Show): (one: Obligation) => readonly RoleId[] {
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
      for (const [index, band] of bands.entries()) {
        if (band.kind === 'interval' || (index !== bandAt(bands, from) && !overlaps(band, from, one.seconds)))
          continue
        on.set(role, (on.get(role) ?? new Set()).add(index))
      }
  }
  return on
}

const overlaps = (band: Band, from: number, seconds: number): boolean =>
  from < band.to && from + seconds > band.from

type Said = { speeches: number; words: number }

function saidIn(
  show: Show,
  laid: LaidShow['laid'],
  bands: readonly Band[],
): ReadonlyMap<RoleId, readonly Said[]> {
  const said = new Map<RoleId, Said[]>()
  let before: RoleId | undefined
  for (const { role, item, kind, text } of show.script) {
    if (kind === 'direction') continue
    const start = laid.item(item)?.start
    const index = start === undefined ? -1 : bands.findIndex(({ from, to }) => from === start && to >= from)
    if (role === undefined || index === -1) continue
    const own = said.get(role) ?? bands.map(() => ({ speeches: 0, words: 0 }))
    said.set(role, own)
    const cell = own[index]
    if (!cell) continue
    // Lines of one mouth one after another are one speech.
    if (before !== role || cell.speeches === 0) cell.speeches += 1
    cell.words += wordsOf(text).length
    before = role
  }
  return said
}

export type DoublingRow = {
  readonly track: string
  readonly owner: string
  /** One list of parts for each band, in the order in which they come on. */
  readonly cells: readonly (readonly string[])[]
}

/** Who plays several parts, and in which item they are which. */
export function doublingChart({ show, laid, bands }: LaidShow): readonly DoublingRow[] {
  const names = new Map(show.roles.map(({ id, name }) => [id, name]))
  const people = new Map(show.people.map(({ id, callName }) => [id, callName]))
  const parts = partsOf(show)
  return show.tracks.flatMap(({ id, code, owner, roles = [] }): DoublingRow[] => {
    if (roles.length === 0) return []
    const own = show.obligations
      .flatMap((one) => {
        const at = one.track === id && isOnStage(one) ? laid.clock(one.anchor) : null
        return at === null ? [] : [{ at, parts: parts(one) }]
      })
      .toSorted((one, other) => one.at - other.at)
    const cells = bands.map((_band, index) => {
      const here = own.filter(({ at }) => bandAt(bands, at) === index).flatMap((one) => one.parts)
      return [...new Set(here)].flatMap((role) => names.get(role) ?? [])
    })
    return [{ track: code, owner: (owner && people.get(owner)) ?? '', cells }]
  })
}
