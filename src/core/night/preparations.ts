// What is done with people before the half: the calls for lifts and fights, and the fitting of microphones. By the plan alone.

import type { Due } from '../presence/due.ts'
import type { Obligation, PersonId, Show, TrackId } from '../show/show.ts'
import { isFight, isLift } from '../show/together.ts'
import type { Plan } from './night.ts'
import { clockOf } from './planned-dues.ts'

/** Minutes before the first act: lifts and fights are gone through warm, microphones are on before the half. */
const BEFORE_UP = { lift: 75, fight: 75, microphone: 60 } as const
const FIRST_ACT = 1

type Preparation = {
  readonly name: keyof typeof BEFORE_UP
  readonly kind: Due['kind']
  readonly title: string
  readonly of: (show: Show) => readonly TrackId[]
}

const preparations: readonly Preparation[] = [
  { name: 'lift', kind: 'fight call', title: 'Lift call', of: (show) => tracksOf(show, isLift) },
  { name: 'fight', kind: 'fight call', title: 'Fight call', of: (show) => tracksOf(show, isFight) },
  {
    name: 'microphone',
    kind: 'mic fit',
    title: 'Microphone fitting',
    of: ({ mics }) => mics.flatMap(({ track }) => track ?? []),
  },
]

/** Each person once for each; nobody is asked about because of them: whoever is there is seen. */
export function plannedPreparations(plan: Plan): readonly Omit<Due, 'at' | 'spread'>[] {
  const { show, timeline } = plan
  const item = timeline.items[0]
  if (item === undefined) return []
  const owners = new Map(show.tracks.map(({ id, owner }) => [id, owner ?? null]))
  const up = clockOf(timeline, { act: FIRST_ACT, seconds: 0 })
  return preparations.flatMap(({ name, kind, title, of }) => {
    const seconds = -BEFORE_UP[name] * 60 * (timeline.callPace ?? 1)
    const people = new Set(of(show).flatMap((track) => owners.get(track) ?? []))
    return [...people].map((person: PersonId) => ({
      ...{ key: `${name}-call-${person}`, person, kind, title, item: item.title, place: null },
      ...{ point: { act: FIRST_ACT, seconds }, clock: up + seconds / 60, needed: false },
    }))
  })
}

/** Also whoever lifts or is lifted as somebody’s partner. */
const tracksOf = ({ obligations }: Show, is: (one: Obligation) => boolean): readonly TrackId[] =>
  obligations.filter(is).flatMap(({ track, partners }) => [track, ...(partners ?? [])])
