// The desk when tonight's order becomes another: what was called stays called, and each list goes on where it stood.

import type { ItemId } from '../show/show.ts'
import { DECK, type MomentId, type Timeline } from '../show/timeline.ts'
import { type CallingState, firstFrom, nextOf, type Turn } from './state.ts'

/** `left`: moments that the new order leaves out. */
export type Reordered = {
  readonly before: Timeline
  readonly after: Timeline
  readonly left: ReadonlySet<MomentId>
}

/**
 * The record names moments by their ids; the state counts them. Every moment of the one order is in the other, so that
 * nothing that was said of one is lost.
 */
export function reordered(state: CallingState, { before, after, left }: Reordered): CallingState {
  const places = new Map(after.moments.map((moment) => [moment.id, moment.index]))
  const items = new Map<ItemId, number>(after.items.map((item) => [item.id, item.index]))
  const vamps = new Map(after.vamps.map((vamp) => [vamp.id, vamp.index]))
  const moment = (index: number): number | null => {
    const known = before.moments[index]
    return known ? (places.get(known.id) ?? null) : null
  }
  const item = (index: number): number => {
    const known = before.items[index]
    return known ? (items.get(known.id) ?? index) : index
  }
  const moved = <T extends { readonly moment: number }>(all: readonly T[]): T[] =>
    all.flatMap((one) => {
      const place = moment(one.moment)
      return place === null ? [] : [{ ...one, moment: place }]
    })
  const byHand = indices(state.cut.filter((one) => !state.orderCut.includes(one)).map(moment))
  const called = moved(state.called)
  const orderCut = after.moments
    .filter(({ id, index }) => left.has(id) && !byHand.includes(index))
    .map(({ index }) => index)
  const cut = [...byHand, ...orderCut]
  const isLeft = ({ moment: index }: { readonly moment: number }): boolean => !cut.includes(index)
  const from = placeOf(state.desk.from, { before, after, moment })
  const others = Object.fromEntries(
    Object.entries(state.desk.others).map(([list, place]) => [
      list,
      placeOf(place, { before, after, moment }),
    ]),
  )
  const vamp = state.vamp && before.vamps[state.vamp.vamp]
  const bars = vamp ? vamps.get(vamp.id) : undefined
  const is: CallingState = {
    ...state,
    ...{ called, cut, orderCut },
    standbys: moved(state.standbys).filter(isLeft),
    clear: moved(state.clear).filter(isLeft),
    skipped: moved(state.skipped),
    steppedBack: state.steppedBack && backTo(state.steppedBack, { before, after, moment }),
    turned: state.turned && turnedTo(state.turned, { before, after, moment }),
    turns: state.turns.flatMap((turn) => turnedTo(turn, { before, after, moment }) ?? []),
    reached: state.reached && { ...state.reached, item: item(state.reached.item) },
    itemStarts: state.itemStarts.map((start) => ({ ...start, item: item(start.item) })),
    notes: state.notes.map((note) => (note.item === null ? note : { ...note, item: item(note.item) })),
    vamp: state.vamp && bars !== undefined ? { ...state.vamp, vamp: bars } : null,
    desk: { ...state.desk, from, others },
  }
  return onTheMove(state, is, { before, after })
}

type Places = Pick<Reordered, 'before' | 'after'> & { readonly moment: (index: number) => number | null }

/** As long as both orders have the same before it, it stands where it stood; put further by hand, at that cue wherever it is now. */
function placeOf(from: number, { before, after, moment }: Places): number {
  const differs = before.moments.findIndex((one, index) => after.moments[index]?.id !== one.id)
  if (differs === -1 || from <= differs) return from
  return moment(from) ?? after.moments.length
}

function backTo(
  { from, to, at }: NonNullable<CallingState['steppedBack']>,
  places: Places,
): CallingState['steppedBack'] {
  const target = places.moment(to)
  return target === null ? null : { from: placeOf(from, places), to: target, at }
}

function turnedTo(turn: Turn, places: Places): Turn | null {
  const moved = backTo(turn, places)
  return moved && { ...moved, called: turn.called }
}

const indices = (all: readonly (number | null)[]): number[] => all.flatMap((one) => one ?? [])

/** A move where any list's next is another one now: no GO that was meant for the old order calls what the new one has next. */
function onTheMove(
  was: CallingState,
  is: CallingState,
  { before, after }: Pick<Reordered, 'before' | 'after'>,
): CallingState {
  const lists = new Set([...before.moments, ...after.moments].map(({ playhead }) => playhead))
  const nextIn = (plan: Timeline, state: CallingState, list: string) => nextOf(plan, state, list)?.id
  const moved = [...lists].some((list) => nextIn(before, was, list) !== nextIn(after, is, list))
  const next = firstFrom(after, is.cut, is.desk.from, DECK)?.index ?? after.moments.length
  return { ...is, desk: { ...is.desk, next, move: is.desk.move + (moved ? 1 : 0) } }
}
