// Are there hands, booths and packs enough, and is every prop where it is taken? Asked of the night itself; see `verify.ts`.

import type { CoverNight, CoverObligation } from './cover-night.ts'
import type { Fault } from './verify.ts'

type Who = ReadonlyMap<string, string | null>

/** A night as it is played: the obligations as re-plotted, in the order in which they come. */
export type Played = {
  readonly night: CoverNight
  readonly doing: readonly CoverObligation[]
  readonly who: Who
  readonly told: Who
  readonly replots: readonly string[]
  readonly isPast: (one: CoverObligation) => boolean
  readonly walk: (from: string, to: string) => number
}

type Use = {
  readonly means: string
  readonly person: string
  readonly one: CoverObligation
  /** What it is needed after, where somebody is dressed. */
  readonly worn: CoverObligation | null
  readonly from: number
  readonly to: number
}

export function meansFaults(played: Played, book: Played): readonly Fault[] {
  const { night, isPast } = played
  if (!night.means?.length) return []
  const [uses, usual] = [usesOf(played), usesOf(book)]
  const faults = night.means.flatMap(({ id, many }) => {
    const ofIt = uses.filter(({ means }) => means === id)
    return ofIt.flatMap(({ from, one }) => {
      if (isPast(one)) return []
      const there = usual.filter(({ means }) => means === id)
      if (peopleAt(ofIt, from) <= Math.max(many, peopleAt(there, from))) return []
      const at = ofIt.filter((use) => use.from <= from && from < use.to && !isPast(use.one))
      const all = at.flatMap(({ one, worn, person }) =>
        [one, ...(worn ? [worn] : [])].map((each) => ({ each, person })),
      )
      // Whoever does what they were told is not whom it is about.
      const taken = all.filter(({ each }) => isTaken(played, each))
      return (taken.length > 0 ? taken : all).map(({ each, person }): Fault => {
        return { what: 'means', obligation: each.id, person, means: id, at: from }
      })
    })
  })
  return [...faults, ...crowdedFaults(played)]
}

const isTaken = ({ told, who }: Played, { id }: CoverObligation): boolean => told.get(id) !== who.get(id)

/** Whoever has it twice at a time has it once. */
const peopleAt = (uses: readonly Use[], at: number): number =>
  new Set(uses.filter(({ from, to }) => from <= at && at < to).map(({ person }) => person)).size

function usesOf(played: Played): readonly Use[] {
  const swaps = new Map(played.night.means?.map(({ id, swap = 0 }) => [id, swap]))
  const free = (means: string, to: number) => to + (swaps.get(means) ?? 0)
  return eveningsOf(played).flatMap(({ person, evening }) => [
    ...evening.flatMap((one) =>
      (one.uses ?? []).map((means): Use => {
        return { ...{ means, person, one, worn: null, from: one.from }, to: free(means, one.to) }
      }),
    ),
    ...quick(played, evening).flatMap(({ one, worn }) =>
      (one.help?.means ?? []).map((means): Use => {
        return { ...{ means, person, one, worn, from: one.from - one.change }, to: free(means, one.from) }
      }),
    ),
  ])
}

function eveningsOf({ night, doing, who }: Played) {
  return night.people.map(({ id }) => ({
    person: id,
    evening: doing.filter((one) => who.get(one.id) === id),
  }))
}

/** Those before which there is no time to get changed alone, and what was worn before. */
function quick({ isPast }: Played, evening: readonly CoverObligation[]) {
  return evening.flatMap((one, index) => {
    const worn = evening.slice(0, index).findLast(({ costume }) => costume !== null)
    if (isPast(one) || !one.help || one.costume === null || !worn) return []
    return worn.costume !== one.costume && one.from - worn.to < one.help.alone ? [{ one, worn }] : []
  })
}

/** Who is being dressed does nothing else. */
function crowdedFaults(played: Played): readonly Fault[] {
  const { walk } = played
  return eveningsOf(played).flatMap(({ person, evening }) =>
    quick(played, evening).flatMap(({ one, worn }) =>
      evening
        .slice(0, evening.indexOf(one))
        .filter((before) => one.from < before.to + walk(before.placeOut, one.placeIn) + one.change)
        .flatMap((before): readonly Fault[] => {
          // Whoever does all three every night manages.
          const taken = [before, one, worn].find((each) => isTaken(played, each))
          return taken ? [{ what: 'dressing', obligation: taken.id, person }] : []
        }),
    ),
  )
}

export function propFaults(played: Played, book: Played): readonly Fault[] {
  const { night, replots, isPast } = played
  return (night.props ?? []).flatMap(({ prop, at }) => {
    const moved = night.replots
      .filter(({ id }) => replots.includes(id))
      .flatMap(({ presets = [] }) => presets)
      .find((one) => one.prop === prop)
    const usual = carriesOf(book, prop).map(({ id }) => id)
    const carries = carriesOf(played, prop)
    return carries.flatMap((one, index): readonly Fault[] => {
      const before = carries[index - 1]
      const lies = before ? before.placeOut : (moved?.at ?? at)
      const isThere = lies === one.placeIn && (before === undefined || before.to <= one.from)
      if (isThere || isPast(one) || isAsTold(played, book, usual, before, one, moved !== undefined)) return []
      return [{ what: 'prop', obligation: one.id, person: played.who.get(one.id) ?? null, prop, lies }]
    })
  })
}

const carriesOf = ({ doing, who }: Played, prop: string): readonly CoverObligation[] =>
  doing.filter((one) => one.carries?.includes(prop) && (who.get(one.id) ?? null) !== null)

/** What people do every night is possible, whatever the figures say. */
function isAsTold(
  played: Played,
  book: Played,
  usual: readonly string[],
  before: CoverObligation | undefined,
  one: CoverObligation,
  moved: boolean,
): boolean {
  if (!before && moved) return false
  const follows = usual.includes(one.id) && usual[usual.indexOf(one.id) - 1] === before?.id
  const plotted = [before, one].every((each) => !each || !isMoved(played, book, each))
  return follows && plotted
}

const isMoved = ({ night, replots }: Played, book: Played, { id }: CoverObligation): boolean =>
  night.replots.some(
    (replot) => replots.includes(replot.id) && replot.changes.some(({ obligation }) => obligation === id),
  ) && book.doing.some((one) => one.id === id && !book.isPast(one))
