// Performances that are over: read back from the record, and what their times teach the next one.

import { carriedAbsences } from '../../core/absence/absence.ts'
import { stayed } from '../../core/attendance/staying.ts'
import { carriedTasks } from '../../core/calling/decide-tasks.ts'
import type { Performance } from '../../core/installation/installation.ts'
import { ofProduction, type Production } from '../../core/installation/productions.ts'
import { instant } from '../../core/kit/time.ts'
import {
  apply,
  emptyNight,
  type NightEvent,
  type NightState,
  type Plan,
  planOf,
} from '../../core/night/night.ts'
import { EARLIER_MAX, type LearnedTimes, learn, timed } from '../../core/running/learned.ts'
import { type PlayedPerformance, playedOf } from '../../core/running/played.ts'
import { isPublic, kindOf } from '../../core/show/kinds.ts'
import type { Show } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import { toldAs } from '../clock/mistakes.ts'
import { stateHash } from '../log/chain.ts'
import type { Log } from '../log/log.ts'
import { rememberShows } from './shows-read.ts'

/** Another name whenever the same events make another state. */
const NIGHT_PROJECTOR = 'night@12'
/** A version taken later makes another state of the same events: what was kept for the one before is not its own. */
export const nightProjector = ({ show, revised }: Pick<Performance, 'show' | 'revised'>): string =>
  revised ? `${NIGHT_PROJECTOR}:${show.slice(0, 16)}` : NIGHT_PROJECTOR
/** Another name whenever the same performance makes other times. A cache: thrown away, it is worked out again. */
export const PLAYED_PROJECTOR = 'played@1'
/** A record longer than this teaches nothing: an opening must not wait for it. */
export const EARLIER_EVENTS_MAX = 50_000

/** `clock`: so that a long reading lets others have their turn; without it nobody else is there. */
export type Reading = {
  readonly log: Log
  readonly readShow: (text: string) => Show | null | Promise<Show | null>
  readonly clock?: Clock | undefined
  /** Where versions are remembered; without it each is read from the log. */
  readonly version?: ((hash: string) => Promise<Show | null>) | undefined
}

/** So long a record is folded before whoever presses has a turn (HUB-46). */
export const FOLD_SLICE_MS = 10
export type EarlierNight = { readonly plan: Plan; readonly state: NightState }

/** The plan of a performance, from the show as it was published; null where that cannot be read. */
export async function planFor(reading: Reading, performance: Performance): Promise<Plan | null> {
  const version = reading.version ?? rememberShows(reading.log, reading.readShow).version
  const show = await version(performance.show)
  return show && planOf(show, performance.edition ?? undefined, performance.kind)
}

/** A performance folded from its record, without claiming it: whoever owns it goes on owning it. */
export async function readNight(reading: Reading, performance: Performance): Promise<EarlierNight | null> {
  const plan = await planFor(reading, performance)
  return plan && { plan, state: await foldRecord(reading, performance, plan) }
}

async function foldRecord(
  { log, clock }: Reading,
  performance: Performance,
  plan: Plan,
): Promise<NightState> {
  const stream = performance.id
  const snapshot = await log.snapshot(stream, nightProjector(performance))
  // As the owner does: written by this projector version and checked against its hash by the log.
  let state = snapshot ? (snapshot.state as unknown as NightState) : emptyNight
  const turn = turns(clock)
  for (;;) {
    const events = await log.read(stream, state.seq + 1, FOLD_PAGE)
    await turn()
    for (const event of events) {
      const detail = event.detail.state === 'kept' ? event.detail.value : null
      state = apply(plan, state, { ...event, detail })
      await turn()
    }
    if (events.length < FOLD_PAGE) return state
  }
}

/** A page of a record is read in one go: a hundred events are parsed in a millisecond or two. */
const FOLD_PAGE = 100

/** By a clock: where no time passes, as in most tests, nobody is waited for. */
function turns(clock: Clock | undefined): () => Promise<void> | undefined {
  let from = clock?.now() ?? 0
  return () => {
    if (clock === undefined || clock.now() - from < FOLD_SLICE_MS) return undefined
    return new Promise((resolve) => {
      clock.after(0, () => {
        from = clock.now()
        resolve()
      })
    })
  }
}

/** What a tech or a rehearsal was says nothing of how long a show takes, or who was where in it (TECH-3). */
export const playedToThePublic = (
  performances: readonly Performance[],
  production: Production,
): readonly Performance[] =>
  ofProduction(performances, production).filter(({ number }) => isPublic(kindOf(number)))

/** The newest closed performances of the show before this one, at most EARLIER_MAX; newest first. What cannot be read is told. */
export async function playedBefore(
  reading: Reading,
  performances: readonly Performance[],
  { id, production }: Pick<Performance, 'id' | 'production'>,
  passOver: (performance: Performance) => void = () => undefined,
): Promise<readonly PlayedPerformance[]> {
  const known = performances.findIndex((one) => one.id === id)
  const before = playedToThePublic(performances.slice(0, known === -1 ? undefined : known), production)
    .slice(-EARLIER_MAX)
    .toReversed()
  const played: PlayedPerformance[] = []
  for (const performance of before) {
    try {
      const one = await playedIn(reading, performance)
      if (one) played.push(one)
    } catch {
      // One damaged night keeps none of the others from being read.
      passOver(performance)
    }
  }
  return played
}

/** From the cache, or from the record; null where it was never closed or teaches nothing. */
async function playedIn(reading: Reading, performance: Performance): Promise<PlayedPerformance | null> {
  const { log } = reading
  const kept = await log.snapshot(performance.id, PLAYED_PROJECTOR)
  if (kept) return kept.state as unknown as PlayedPerformance
  if ((await log.head(performance.id)).seq > EARLIER_EVENTS_MAX) return null
  const night = await readNight(reading, performance)
  return night && keepPlayed(log, performance, night)
}

/** Once a performance is closed its times are kept beside its record, so that the next one opens at once. */
export async function keepPlayed(
  log: Log,
  performance: Performance,
  { plan, state }: EarlierNight,
): Promise<PlayedPerformance | null> {
  const { calling, learned, order, seq } = state
  if (calling.closedAt === null) return null
  const played = {
    // In another order nothing was played as it is planned: such a night teaches no lengths.
    ...(order.versions.length > 0
      ? { items: [], acts: [], intervals: [] }
      : playedOf(plan.timeline, timed(plan, learned).timeline, calling)),
    number: performance.number,
    curtainAt: instant(performance.curtainAt),
  }
  const hash = stateHash(played)
  // A cache that cannot be written costs the next opening a moment and nobody anything.
  await log
    .saveSnapshot(performance.id, { seq, projector: PLAYED_PROJECTOR, hash, state: played })
    .catch(() => undefined)
  return played
}

/** What is still to do of the performance before, and who stayed in the building; nothing where that cannot be read. */
export async function carriedOver(
  reading: Reading,
  performances: readonly Performance[],
  { id, production, curtainAt }: Performance,
): Promise<readonly NightEvent[]> {
  const before = performances.slice(
    0,
    performances.findIndex((one) => one.id === id),
  )
  const last = ofProduction(before, production).at(-1)
  const night = last === undefined ? null : await readNight(reading, last).catch(toldAs(null))
  if (night === null) return []
  const { calling, attendance } = night.state
  const { opened, closedAt } = calling
  const people =
    opened === null || closedAt === null
      ? []
      : stayed(attendance, { number: opened.number, closedAt }, instant(curtainAt))
  const absences = opened === null ? [] : carriedAbsences(night.state.absence, opened.number)
  return [...carriedTasks(calling), ...people, ...absences]
}

/** What tonight's performance is opened with. Whatever goes wrong with the past, tonight is opened. */
export async function learnedFor(
  reading: Reading,
  performances: readonly Performance[],
  performance: Performance,
  plan: Plan,
): Promise<LearnedTimes | null> {
  try {
    return learn(plan.timeline, await playedBefore(reading, performances, performance))
  } catch {
    return null
  }
}
