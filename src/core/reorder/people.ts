// Whether people can be where they are due: on foot, in the right costume, with a dresser who is free.

import type { CostumeChange, PlaceId, TrackId } from '../show/show.ts'
import type { Consequence } from './consequence.ts'
import type { Laid, Stay } from './laid.ts'

/** Unknown ways are nobody's lateness: what a house has not told is not counted against an order. */
const known = (seconds: number): number => (Number.isFinite(seconds) ? seconds : 0)

const isHere = (one: Stay, place: PlaceId): boolean => one.from === place && one.to === place
const inOnePlace = (one: Stay, other: Stay): boolean => isHere(one, other.from) && isHere(other, one.from)

/** The worst of all that came before, for each time somebody must be somewhere. */
export function travels(laid: Laid): Consequence[] {
  return laid.tracks().flatMap((track) =>
    laid.stays(track).flatMap((stay, place, all) => {
      const late = all
        .slice(0, place)
        .filter((before) => !inOnePlace(before, stay))
        .map((before) => ({
          before,
          lacks: before.end + known(laid.walk(before.to, stay.from)) - stay.start,
        }))
      const worst = late.reduce<(typeof late)[number] | null>(
        (most, one) => (one.lacks > (most?.lacks ?? 0) ? one : most),
        null,
      )
      if (!worst) return []
      return [
        laid.told('travel', stay.of.id, {
          ...{ at: stay.start, track, place: stay.from, from: worst.before.to },
          ...{ about: stay.of.id, other: worst.before.of.id, lacks: worst.lacks },
        }),
      ]
    }),
  )
}

/** A change as it would be done in this order. */
type Done = {
  readonly change: CostumeChange
  readonly from: number
  readonly to: number
}

type Gap = { readonly before: Stay; readonly after: Stay }

export function changes(laid: Laid): Consequence[] {
  const done = laid.tracks().flatMap((track) => changesOf(laid, track))
  return [
    ...done.flatMap(({ consequence }) => consequence ?? []),
    ...dressers(
      laid,
      done.flatMap((one) => one.done ?? []),
    ),
  ]
}

type Asked = { readonly consequence?: Consequence; readonly done?: Done }

function changesOf(laid: Laid, track: TrackId): Asked[] {
  const stays = laid.stays(track)
  const worn = stays.filter(({ of }) => of.costume !== undefined)
  return worn.slice(1).flatMap((after, index) => {
    const before = worn[index]
    if (!before || before.of.costume === after.of.costume) return []
    const between = stays.slice(stays.indexOf(before), stays.indexOf(after) + 1)
    const gaps = between.slice(1).flatMap((next, at): Gap[] => {
      const last = between[at]
      return last ? [{ before: last, after: next }] : []
    })
    return [oneChange(laid, track, gaps, { before, after })]
  })
}

function oneChange(laid: Laid, track: TrackId, gaps: readonly Gap[], { before, after }: Gap): Asked {
  const plotted = plottedFor(laid, track, { before, after })
  const parts = { at: after.start, track, about: after.of.costume ?? null }
  const key = after.of.id
  if (!plotted)
    return {
      consequence: laid.told('change', `${key} from ${before.of.costume}`, {
        ...parts,
        ...{ place: after.from, from: before.to, lacks: null, other: before.of.costume ?? null },
      }),
    }
  const { done, lacks } = inBestGap(laid, plotted, gaps)
  if (lacks <= 0) return { done }
  const consequence = laid.told('change', key, {
    ...parts,
    ...{ place: plotted.place, from: before.to, lacks },
  })
  return { done, consequence }
}

/** The one that is plotted between the two; else one between the same costumes; else one into the same. */
function plottedFor(laid: Laid, track: TrackId, { before, after }: Gap): CostumeChange | null {
  const all = laid.plotted.filter((change) => change.track === track && change.to === after.of.costume)
  const here = all.find(({ anchor }) => {
    const at = laid.clock(anchor)
    return at !== null && at >= before.end && at < after.start
  })
  return here ?? all.find(({ from }) => from === before.of.costume) ?? all[0] ?? null
}

/** When it is plotted, where that fits; else at once in the gap with most room. */
function inBestGap(
  laid: Laid,
  change: CostumeChange,
  gaps: readonly Gap[],
): { readonly done: Done; readonly lacks: number } {
  const tried = gaps.map(({ before, after }) => {
    const earliest = before.end + known(laid.walk(before.to, change.place))
    const latest = after.start - known(laid.walk(change.place, after.from)) - change.seconds
    return { earliest, latest, lacks: earliest - latest }
  })
  const plotted = laid.clock(change.anchor)
  const asPlotted = tried.some(
    ({ earliest, latest }) => plotted !== null && plotted >= earliest && plotted <= latest,
  )
  const best = tried.reduce((least, one) => (one.lacks < least.lacks ? one : least))
  const from = asPlotted && plotted !== null ? plotted : best.earliest
  return { done: { change, from, to: from + change.seconds }, lacks: best.lacks }
}

/** What keeps a dresser busy or elsewhere; whoever waits in the same place has their hands free. */
type Busy = Pick<Stay, 'start' | 'end' | 'from' | 'to'> & { readonly about: string; readonly hands: boolean }

function dressers(laid: Laid, all: readonly Done[]): Consequence[] {
  return all.flatMap((done, index) =>
    done.change.dressers.flatMap((dresser) => {
      const before = all.filter(
        (other, at) => other.change.dressers.includes(dresser) && comesFirst(other, at, done, index),
      )
      const worst = [...busyOf(laid, dresser), ...before.map(dressing)]
        .map((other) => ({ other, lacks: clash(laid, done, other) }))
        .filter(({ lacks }) => lacks > 0)
        .toSorted((a, b) => b.lacks - a.lacks)[0]
      if (!worst) return []
      const { change, from: at } = done
      return [
        laid.told('dresser', `${change.id} ${dresser}`, {
          ...{ at, track: dresser, place: change.place, from: worst.other.to },
          ...{ about: change.id, other: worst.other.about, lacks: worst.lacks },
        }),
      ]
    }),
  )
}

/** Their own stays, but for those that tell of a change they dress: those are told by the change. */
function busyOf(laid: Laid, dresser: TrackId): Busy[] {
  const tells = ({ of }: Stay): boolean =>
    of.kind === 'dress' &&
    laid.plotted.some((one) => one.dressers.includes(dresser) && of.partners?.includes(one.track))
  return laid
    .stays(dresser)
    .filter((stay) => !tells(stay))
    .map((stay) => ({ ...stay, about: stay.of.id, hands: false }))
}

const dressing = ({ change, from, to }: Done): Busy => ({
  ...{ start: from, end: to, from: change.place, to: change.place, about: change.id, hands: true },
})

/** Of two changes at once the later one is told of. */
const comesFirst = (other: Done, at: number, done: Done, index: number): boolean =>
  other.from < done.from || (other.from === done.from && at < index)

/** By how much one of the two would have to make way; 0 where a dresser can do both. */
function clash(laid: Laid, { change: { place }, from, to }: Done, other: Busy): number {
  if (!other.hands && other.from === place && other.to === place) return 0
  const comesLate = other.end + known(laid.walk(other.to, place)) - from
  const leavesEarly = to + known(laid.walk(place, other.from)) - other.start
  return Math.max(0, Math.min(comesLate, leavesEarly))
}
