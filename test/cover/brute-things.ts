// Means and props of a small night, by looking at every second of it: the third time these rules are written down.

import type { CoverNight, CoverObligation } from '../../src/core/cover/cover-night.ts'

type Things = {
  readonly night: CoverNight
  readonly replots: readonly string[]
  readonly began: (one: CoverObligation) => boolean
  readonly walk: (from: string, to: string) => number
}
type Evening = readonly CoverObligation[]
type Played = {
  readonly evenings: readonly Evening[]
  readonly all: Evening
  readonly who: ReadonlyMap<string, string | null>
}

/** The last that was worn was another, and too short a time ago. */
function isHelped({ began }: Things, evening: Evening, one: CoverObligation): boolean {
  if (!one.help || !one.costume || began(one)) return false
  const worn = evening.filter((other, at) => other.costume && at < evening.indexOf(one)).at(-1)
  return worn !== undefined && worn.costume !== one.costume && one.from < worn.to + one.help.alone
}

/** Of one person: from when to when they have this one. */
function spans(things: Things, evening: Evening, means: string): readonly (readonly [number, number])[] {
  const swap = things.night.means?.find(({ id }) => id === means)?.swap ?? 0
  const worn = evening.flatMap((one) =>
    one.uses?.includes(means) ? [[one.from, one.to + swap] as const] : [],
  )
  const dressed = evening.flatMap((one) =>
    isHelped(things, evening, one) && one.help?.means.includes(means)
      ? [[one.from - one.change, one.from + swap] as const]
      : [],
  )
  return [...worn, ...dressed]
}

export function enoughMeans(things: Things, played: Played, usual: Played): boolean {
  const busy = ({ evenings }: Played, means: string, second: number) =>
    evenings.filter((evening) =>
      spans(things, evening, means).some(([from, to]) => from <= second && second < to),
    ).length
  const isEnough = (things.night.means ?? []).every(({ id, many }) => {
    const starts = played.evenings.flatMap((evening) => {
      const coming = evening.filter((one) => !things.began(one))
      const used = coming.filter(({ uses }) => uses?.includes(id)).map(({ from }) => from)
      const helped = coming
        .filter((one) => one.help?.means.includes(id) && isHelped(things, evening, one))
        .map(({ from, change }) => from - change)
      return [...used, ...helped]
    })
    return starts.every((second) => busy(played, id, second) <= Math.max(many, busy(usual, id, second)))
  })
  return isEnough && played.evenings.every((evening) => isUncrowded(things, evening, played, usual))
}

const isUncrowded = (things: Things, evening: Evening, played: Played, usual: Played): boolean =>
  !things.night.means?.length ||
  evening.every((one, at) => {
    if (!isHelped(things, evening, one)) return true
    const before = evening.slice(0, at)
    const worn = before.filter(({ costume }) => costume).at(-1)
    return before.every((other) => {
      const asEveryNight = [one, other, worn ?? one].every(
        ({ id }) => played.who.get(id) === usual.who.get(id),
      )
      const room = one.from - one.change - other.to
      return asEveryNight || room >= things.walk(other.placeOut, one.placeIn)
    })
  })

/** Every prop is carried through the evening by hand. */
export function propsAreThere(things: Things, played: Played, usual: Played): boolean {
  const carried = ({ all, who }: Played, prop: string) =>
    all.filter((one) => one.carries?.includes(prop) && who.get(one.id))
  const chosen = things.night.replots.filter(({ id }) => things.replots.includes(id))
  const moves = (one: CoverObligation | undefined) =>
    one !== undefined &&
    !things.began(one) &&
    chosen.some(({ changes }) => changes.some((change) => change.obligation === one.id))
  return (things.night.props ?? []).every(({ prop, at }) => {
    const preset = chosen.flatMap(({ presets = [] }) => presets).find((one) => one.prop === prop)
    let lies = preset?.at ?? at
    let free = Number.NEGATIVE_INFINITY
    let last: CoverObligation | undefined
    const every = carried(usual, prop)
    return carried(played, prop).every((one) => {
      const there = one.placeIn === lies && free <= one.from
      const at = every.findIndex(({ id }) => id === one.id)
      const same = at >= 0 && every[at - 1]?.id === last?.id && !moves(one) && !moves(last)
      const fine = there || things.began(one) || (same && (last !== undefined || preset === undefined))
      lies = one.placeOut
      free = one.to
      last = one
      return fine
    })
  })
}
