// Where the show stands when it has to stop: what was called last, what waits, and whom nobody is asked about meanwhile.

import { actUp, heldSince, nextOf } from '../calling/state.ts'
import { sees, type Viewer } from '../disclosure/policy.ts'
import type { Instant } from '../kit/time.ts'
import { DECK, type Moment } from '../show/timeline.ts'
import type { NightState, Plan } from './night.ts'
import { factsOf } from './plan-facts.ts'
import { Names } from './seen.ts'
import { showClock } from './show-clock.ts'
import { tonight } from './tonight.ts'

/** Of each list: what one reads while a show stands still. */
export const STOP_LINES_MAX = 6
/** Entrances of the next ten minutes: those about which somebody would have been asked. */
const SOON_MINUTES = 10

export type StopFacts = {
  readonly heldAt: Instant | null
  /** "Act 1, 7 Duet": from where it would go on. */
  readonly at: string
  /** The last that was called, as it is said; null before the first. */
  readonly called: string | null
  readonly waits: readonly string[]
  /** Due at an entrance within ten minutes of the show; while it is held nobody is asked about them. */
  readonly notAsked: readonly string[]
  /** So many more are due by then; nobody asks about them either. */
  readonly notAskedMore: number
}

/** Of what is called and of who is due, for whoever sees all of both; null for anybody else, and before the first act. */
export function stopFacts(raw: Plan, state: NightState, viewer: Viewer, now: Instant): StopFacts | null {
  if (sees(viewer, 'cues') !== 'all' || sees(viewer, 'obligations') !== 'all') return null
  if (state.calling.acts.length === 0 || state.calling.closedAt !== null) return null
  const plan = tonight(raw, state)
  const { timeline } = plan
  const heldAt = heldSince(state.calling)
  const last = timeline.moments[state.calling.called.at(-1)?.moment ?? -1]
  return {
    heldAt,
    at: standsWords(plan, state),
    called: last ? momentName(plan, last) : null,
    waits: waiting(plan, state),
    ...(heldAt === null ? { notAsked: [], notAskedMore: 0 } : notAsked(plan, raw, state, now)),
  }
}

/** Where the show stands, in the words of its own running order. */
export function standsWords({ timeline }: Plan, { calling }: NightState): string {
  const item = timeline.items[calling.reached?.item ?? -1]
  const act = actUp(calling)?.act ?? item?.act
  const words = [act === undefined ? '' : `Act ${act}`, item ? `${item.code} ${item.title}`.trim() : '']
  return words.filter((one) => one !== '').join(', ')
}

function waiting(plan: Plan, { calling }: NightState): readonly string[] {
  const next = nextOf(plan.timeline, calling, DECK)
  if (next === null) return []
  return plan.timeline.moments
    .filter(({ index, playhead }) => index >= next.index && playhead === DECK && !calling.cut.includes(index))
    .slice(0, STOP_LINES_MAX)
    .map((moment) => momentName(plan, moment))
}

function momentName({ show }: Plan, moment: Moment): string {
  const shorts = new Map(show.departments.map(({ id, short }) => [id, short]))
  return moment.cues
    .map(({ department, number }) => `${shorts.get(department) ?? ''} ${number}`.trim())
    .join(', ')
}

function notAsked(
  plan: Plan,
  raw: Plan,
  state: NightState,
  now: Instant,
): Pick<StopFacts, 'notAsked' | 'notAskedMore'> {
  const clock = showClock(raw, state, now)
  const names = new Names(plan.show)
  const due = factsOf(plan, state.calling.opened?.country ?? null).dues.filter(
    (one) => one.needed && one.clock > clock && one.clock <= clock + SOON_MINUTES,
  )
  const said = due
    .slice(0, STOP_LINES_MAX)
    .map(({ person, place }) =>
      [names.callName(person) ?? '', names.isHidden(person) ? '' : (names.place(place) ?? '')]
        .filter((one) => one !== '')
        .join(' '),
    )
  return { notAsked: said, notAskedMore: due.length - said.length }
}
