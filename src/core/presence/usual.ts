// What is usual: how often each person is seen, and which sightings are normally written down; by the plan, or as it was learned.

import type { PersonId } from '../show/show.ts'
import type { Due } from './due.ts'
import { type Alike, type Expectation, learnedAmong, scaleOf } from './silence.ts'

/** What is usual for one person, whatever the evening. */
export type Usual = {
  readonly person: PersonId
  /** Seen by chance so many times per minute of the show, off stage, about and well; usual sightings are not among them. */
  readonly rate: number
  /** How spread the sightings before their entrances are: a standard deviation. */
  readonly spreadSeconds: number
  /** Performances it was learned from; 0: from the plan alone. */
  readonly from: number
}

/** What is due, and written down in `times` of `nights` in which it could have been; `key`: of the due. */
export type Written = { readonly key: string; readonly times: number; readonly nights: number }

/** What earlier performances taught when this one was opened, as it stands in its record (usual.learned). */
export type LearnedUsual = {
  readonly performances: number
  readonly people: readonly Usual[]
  readonly written: readonly Written[]
}

/** A sighting that is normally written down; minutes on the show clock. */
export type UsualSighting = {
  /** Of what is due. */
  readonly key: string
  readonly person: PersonId
  readonly kind: SeenFor
  /** As the due is called. */
  readonly name: string
  readonly at: number
  readonly deviation: number
  /** Who would tell: a side of the stage, the dressers, the calls. */
  readonly source: string
}

type SeenFor = 'entrance' | 'hand-off' | 'change' | 'call'

/** About when after what is due somebody writes it down, and how spread around it. Minutes; as the dry run assumes them. */
const SEEN_FOR: Readonly<Record<SeenFor, { readonly after: number; readonly deviation: number }>> = {
  entrance: { after: -1.8, deviation: 0.6 },
  'hand-off': { after: 0, deviation: 0.6 },
  change: { after: 0, deviation: 0.5 },
  call: { after: 1.5, deviation: 1 },
}

/** As the plan has it: when on the clock on the wall makes no difference. */
type DueByPlan = Omit<Due, 'at' | 'spread'>

/** Dressers and calls are sources of their own, wherever they are. */
const ELSEWHERE: Partial<Record<Due['kind'], string>> = { change: 'dressers', call: 'calls' }

/** Before anything was played: nobody is counted on by chance, and entrances are spread as the dry run assumes. */
export const usualFromPlan = (people: readonly PersonId[]): readonly Usual[] =>
  people.map((person) => ({ person, rate: 0, spreadSeconds: SEEN_FOR.entrance.deviation * 60, from: 0 }))

/** `sideOf`: the side of the stage it is due at; what is due nowhere near a stage is written down by nobody. */
export function usualSightings(
  dues: readonly DueByPlan[],
  sideOf: (due: DueByPlan) => string | null,
): readonly UsualSighting[] {
  return dues.flatMap((due): UsualSighting[] => {
    const { key, person, kind, title: name, clock } = due
    if (!isSeenFor(kind) || (kind === 'entrance' && !due.needed)) return []
    const source = ELSEWHERE[kind] ?? sideOf(due)
    const { after, deviation } = SEEN_FOR[kind]
    return source === null ? [] : [{ key, person, kind, name, at: clock + after, deviation, source }]
  })
}

const isSeenFor = (kind: Due['kind']): kind is SeenFor => Object.hasOwn(SEEN_FOR, kind)

/** What is seen so near to its time is what was usual. Minutes of the show. */
export const WRITTEN_WITHIN = 3

/** Was this sighting the usual one? `side`: where they were seen; null where that was not said. */
export function isWritten(
  { at, source, kind }: UsualSighting,
  { clock, side }: { readonly clock: number; readonly side: string | null },
): boolean {
  const there = kind in ELSEWHERE || side === null || side === source
  return there && Math.abs(clock - at) <= WRITTEN_WITHIN
}

/** How often each is written down, by its key: of its own nights, and of others of the same kind at the same source. */
export function probabilities(
  sightings: readonly UsualSighting[],
  learned: LearnedUsual | null,
): ReadonlyMap<string, number> {
  const own = new Map((learned?.written ?? []).map((one) => [one.key, one]))
  const alike = new Map<string, Alike>()
  for (const { key, kind, source } of sightings) {
    const { times = 0, nights = 0 } = own.get(key) ?? {}
    const known = alike.get(`${kind} ${source}`) ?? { times: 0, chances: 0 }
    alike.set(`${kind} ${source}`, { times: known.times + times, chances: known.chances + nights })
  }
  return new Map(
    sightings.map(({ key, kind, source }) => {
      const { times = 0, nights = 0 } = own.get(key) ?? {}
      const others = alike.get(`${kind} ${source}`) ?? { times: 0, chances: 0 }
      return [key, learnedAmong(times, nights, others)]
    }),
  )
}

/** Entrances of somebody whose nights are known are as spread as those were. */
export function expectationOf(
  { at, deviation, kind }: UsualSighting,
  probability: number,
  usual: Usual | undefined,
): Expectation {
  const learned = kind === 'entrance' && usual !== undefined && usual.from > 0
  return { at, scale: scaleOf(learned ? usual.spreadSeconds / 60 : deviation), probability }
}
