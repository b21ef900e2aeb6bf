// A real show as a layout of the dry run: its own entrances, changes and hand-offs; how often they are written down is assumed.

import type { Anchor, Item, Obligation, Show, Track, TrackId } from '../show/show.ts'
import type { Entrance, Layout, Person, Scene, Usual } from './company.ts'
import { ACTS, CALL_RECORDER, CALLS, DRESSER, DRESSER_RECORDER, type Kind, WING } from './parameters.ts'

/** What puts somebody on stage, where they can be missed. */
const ON_STAGE: ReadonlySet<Obligation['kind']> = new Set([
  ...(['appear', 'line', 'specialty', 'lift', 'lead vocal', 'vocal part', 'carry', 'set', 'strike'] as const),
])
const SINGLE = 1
/** Less than this between two entrances is one stay on stage; minutes. */
const STAYS = 0.5

type Clock = {
  readonly scenes: readonly Scene[]
  readonly at: (anchor: Anchor) => number
  readonly shift: number
}

export function layoutOf(show: Show, seed: number): Layout {
  const clock = clockOf(show)
  const people = show.tracks
    .map((track) => personOf(show, track, clock))
    .filter(({ entrances }) => entrances.length > 0)
  return { seed, scenes: clock.scenes, people }
}

/** The first edition in its order, the interval with it. */
function clockOf(show: Show): Clock {
  const byId = new Map(show.items.map((item) => [item.id, item]))
  const order = (show.editions[0]?.items ?? []).flatMap((id): readonly Item[] => {
    const item = byId.get(id)
    return item ? [item] : []
  })
  const starts = new Map<string, number>()
  const scenes: Scene[] = []
  let minutes = 0
  for (const item of order) {
    starts.set(item.id, minutes)
    scenes.push({ from: minutes, to: minutes + item.seconds / 60 })
    minutes += item.seconds / 60
  }
  const interval = order.findIndex(({ kind }) => kind === 'interval')
  const second = scenes[interval]?.to ?? minutes
  return {
    scenes,
    at: ({ item, seconds }) => (starts.get(item) ?? 0) + seconds / 60,
    shift: second - (ACTS[1]?.from ?? second),
  }
}

function personOf(show: Show, track: Track, clock: Clock): Person {
  const own = show.obligations.filter((one) => one.track === track.id)
  const kind = kindOf(track, own)
  const entrances = entrancesOf(own, clock)
  const wings = entrances.map(({ from, wing, scene }) => ({
    ...{ at: from + WING.after, deviation: WING.deviation, recorded: WING.recorded[kind] },
    ...{ recorder: wing, scene },
  }))
  const usuals = [
    ...callsOf(clock),
    ...wings,
    ...changesOf(show, track.id, clock),
    ...handOffsOf(show, track.id, clock, kind),
  ]
  return { kind, entrances, usuals: usuals.toSorted((a, b) => a.at - b.at), met: SINGLE }
}

function kindOf({ kind }: Track, own: readonly Obligation[]): Kind {
  if (kind !== 'cast' && kind !== 'swing') return 'crew'
  return own.some((one) => one.kind === 'lead vocal') ? 'principal' : 'ensemble'
}

/** Calls before the show as they are; those of the interval with the second act. */
const callsOf = ({ shift }: Clock): readonly Usual[] =>
  CALLS.map(({ at, after, deviation, recorded }) => ({
    ...{ at: at + after + (at > 0 ? shift : 0), deviation, recorded },
    ...{ recorder: CALL_RECORDER, scene: null },
  }))

function entrancesOf(own: readonly Obligation[], clock: Clock): readonly Entrance[] {
  const stays = own
    .filter(({ kind, seconds }) => ON_STAGE.has(kind) && seconds > 0)
    .map(({ anchor, seconds }) => ({ from: clock.at(anchor), to: clock.at(anchor) + seconds / 60 }))
    .toSorted((a, b) => a.from - b.from)
  const merged: { from: number; to: number }[] = []
  for (const stay of stays) {
    const last = merged.at(-1)
    if (last && stay.from < last.to + STAYS) last.to = Math.max(last.to, stay.to)
    else merged.push({ ...stay })
  }
  return merged.map(({ from, to }) => {
    const scene = sceneAt(clock, from)
    return { scene, from, to, wing: wingOf(scene) }
  })
}

/** As in the invented company: the sides take turns, scene by scene. */
const wingOf = (scene: number): number => 1 + (scene % 2)

const sceneAt = ({ scenes }: Clock, minutes: number): number =>
  Math.max(
    0,
    scenes.findLastIndex(({ from }) => from <= minutes),
  )

const changesOf = (show: Show, track: TrackId, clock: Clock): readonly Usual[] =>
  show.changes
    .filter((change) => change.track === track && change.dressers.length > 0)
    .map(({ anchor }) => ({
      ...{ at: clock.at(anchor), deviation: DRESSER.deviation, recorded: DRESSER.recorded },
      ...{ recorder: DRESSER_RECORDER, scene: sceneAt(clock, clock.at(anchor)) },
    }))

const handOffsOf = (show: Show, track: TrackId, clock: Clock, kind: Kind): readonly Usual[] =>
  show.handOffs
    .filter(({ from, to }) => from === track || to === track)
    .map(({ anchor }) => {
      const scene = sceneAt(clock, clock.at(anchor))
      return {
        ...{ at: clock.at(anchor), deviation: WING.deviation, recorded: WING.recorded[kind] },
        ...{ recorder: wingOf(scene), scene },
      }
    })
