// Cues whose time nobody said lie evenly between those whose time is known, in the order in which they were written.

import type { Cue, Item, Show } from '../show/show.ts'

/** The same show with every guessed time laid out again; what somebody said stays where it is. */
export function layOutGuessed(show: Show): Show {
  const times = new Map<Cue['id'], number>()
  for (const item of show.items) {
    const own = show.cues.filter((cue) => cue.anchor.item === item.id)
    if (own.some((cue) => cue.anchor.guessed)) spread(item, own, times)
  }
  if (times.size === 0) return show
  const cues = show.cues.map((cue) => {
    const seconds = times.get(cue.id)
    return seconds === undefined ? cue : timed(cue, seconds)
  })
  return { ...show, cues }
}

/** A standby that nobody timed, at a point of a page, is taken to come so long before its cue. */
const READY_SECONDS_GUESSED = 15

/** What is given before it and was not timed either goes along. */
function timed(cue: Cue, seconds: number): Cue {
  const anchor = { ...cue.anchor, seconds }
  const early = (one: Cue['warn']) =>
    one?.guessed && one.item === anchor.item
      ? { ...one, seconds: Math.max(0, Math.min(seconds, seconds - READY_SECONDS_GUESSED)) }
      : one
  const [warn, standby] = [early(cue.warn), early(cue.standby)]
  return { ...cue, anchor, ...(warn ? { warn } : {}), ...(standby ? { standby } : {}) }
}

/** One place for each call: the cues of a group are called together. */
function spread(item: Item, cues: readonly Cue[], times: Map<Cue['id'], number>): void {
  const places: Cue[][] = []
  for (const cue of cues) {
    const home = cue.group === undefined ? undefined : places.find(([first]) => first?.group === cue.group)
    if (home) home.push(cue)
    else places.push([cue])
  }
  let from = 0
  let run: Cue[][] = []
  const lay = (to: number, after: boolean) => {
    run.forEach((place, index) => {
      // The first cue of an item with nothing before it is called as the item begins.
      const share = after ? (index + 1) / (run.length + 1) : index / run.length
      const seconds = Math.round((from + (to - from) * share) * 10) / 10
      for (const cue of place) times.set(cue.id, seconds)
    })
    run = []
  }
  let after = false
  for (const place of places) {
    if (place[0]?.anchor.guessed) {
      run.push(place)
      continue
    }
    const at = place[0]?.anchor.seconds ?? from
    lay(Math.max(from, at), after)
    from = Math.max(from, at)
    after = true
  }
  lay(Math.max(from, item.seconds), after)
}
