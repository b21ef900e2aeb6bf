// A performance is opened: its show as it was published, its owner, and what its record begins with.

import { GO_INTERVAL_MS_DEFAULT } from '../../core/calling/commands.ts'
import type { Performance } from '../../core/installation/installation.ts'
import { Failed } from '../../core/kit/assert.ts'
import { refused } from '../../core/kit/result.ts'
import { apply, decide, emptyNight, type NightCommand, type NightState } from '../../core/night/night.ts'
import { parted } from '../../core/night/personal.ts'
import { startOwner } from '../owner/owner.ts'
import { carriedOver, learnedFor, nightProjector, planFor } from './earlier.ts'
import { usualFor } from './noticing.ts'
import { opening } from './opening.ts'
import { authorOf, forRecord } from './parting.ts'
import type { Night } from './stage.ts'
import type { StageOptions } from './stage-asks.ts'

/**
 * A performance with its show as it was published; opens it in its log if that has not happened. What `performances`
 * before it teach is read only then, and stands in its record from then on.
 */
export async function openNight(
  options: StageOptions,
  performance: Performance,
  performances: readonly Performance[] = [],
): Promise<Night> {
  const { log, clock } = options
  const plan = await planFor(options, performance)
  if (!plan) throw new Error(`The published show of performance ${performance.number} cannot be read.`)
  const goIntervalMs = options.goIntervalMs ?? GO_INTERVAL_MS_DEFAULT
  const owner = await startOwner<NightState, NightCommand>(log, clock, {
    stream: performance.id,
    projector: nightProjector(performance),
    empty: emptyNight,
    apply: (state, event) => apply(plan, state, event),
    decide: (state, command, context) =>
      isRenewed(state, performance)
        ? refused('renewed', 'The show has just been changed. Press again.')
        : forRecord(decide(plan, state, command, { ...context, goIntervalMs }), context.by),
    authorOf,
  })
  if (owner.state().calling.opened === null) {
    const learned = await learnedFor(options, performances, performance, plan)
    const taught = learned === null ? [] : [{ type: 'times.learned', v: 1, body: learned }]
    const carried = await carriedOver(options, performances, performance)
    const usual = await usualFor(options, performances, performance)
    const about = carried.map((event) => parted(event, 'machine'))
    const events = [opening(performance, plan, performances), ...taught, ...usual, ...about]
    const answer = await owner.record(`open:${performance.id}`, 'machine', events)
    if (!answer.ok) throw new Failed(`Performance ${performance.number} cannot be opened.`)
  }
  if (options.losses?.some(({ stream }) => stream === performance.id))
    await openAgain(owner, opening(performance, plan, performances))
  return { performance, plan, owner }
}

/** What it was opened with, or the version it took, is what cannot be read any more: the installation knows both (LOG-26). */
async function openAgain(owner: Night['owner'], event: ReturnType<typeof opening>): Promise<void> {
  const { opened } = owner.state().calling
  if (opened?.show === event.body.show) return
  await owner.record(`open:again:${owner.state().seq}`, 'machine', [event])
}

/** Its record says that it took another version than the one it was read with: nothing more is decided on the old one. */
export const isRenewed = ({ calling: { opened } }: NightState, { show }: Performance): boolean =>
  opened !== null && opened.show !== show

/** The same performance, played from the same version of its show. */
export const isSame = (one: Performance, other: Performance | undefined): boolean =>
  one.id === other?.id && one.show === other.show
