// Concerns within the night: what people say of them is decided on tonight as it stands, and what time demands is worked out.

import { type Result, refused } from '../kit/result.ts'
import { type Instant, instant } from '../kit/time.ts'
import { demanded } from '../presence/climb.ts'
import { CLOCK_SETS_MAX, type ClockSet } from '../presence/clock-set.ts'
import type { OwnWord, PresenceCommand } from '../presence/commands.ts'
import type { ConcernCommand, ConcernContext } from '../presence/concern-context.ts'
import { decideConcern } from '../presence/concern-decide.ts'
import type { PresenceEvent } from '../presence/events.ts'
import { LEAD_MS } from '../presence/ladder.ts'
import { afterOwnWord } from '../presence/step-out.ts'
import { coversOf, modeOf, placesAtSide, type Unheard, worldOf } from './concern-world.ts'
import { passedEntrances } from './entrances.ts'
import type { NightContext, NightState, Plan } from './night.ts'
import { showClock } from './show-clock.ts'
import { lastPlaceOf, postedAt, speaksFor } from './wing-posts.ts'

const concernNames: ReadonlySet<string> = new Set<ConcernCommand['name']>([
  'concern.raise',
  'concern.answer',
  'concerns.answer',
  'concern.spoken',
  'concern.end',
  'concern.judge',
  'ask.shown',
  'ask.read',
  'cover.call',
  'step.out',
  'presence.mode',
])

export const isOfConcerns = <Command extends { readonly name: string }>(
  command: Command | ConcernCommand,
): command is ConcernCommand => concernNames.has(command.name)

export function decideOfConcerns(
  plan: Plan,
  state: NightState,
  command: ConcernCommand,
  context: NightContext,
): Result<readonly PresenceEvent[]> {
  const decision = decideConcern(state.presence.concerns, command, contextOf(plan, state, context))
  if (!decision.ok && decision.refusal.code === 'not-yours') return decision
  if (state.calling.opened === null) return refused('not-open', 'No performance is open.')
  if (state.calling.closedAt !== null) return refused('closed', 'This performance is closed.')
  return decision
}

function contextOf(plan: Plan, state: NightState, { at, madeAt, by }: NightContext): ConcernContext {
  const { show } = plan
  const people = new Map(show.people.map(({ id, callName }) => [id, callName]))
  const side = placesAtSide(show, by.place)
  const world = worldOf(plan, state, at)
  return {
    ...{ at, madeAt, by },
    mode: modeOf(state),
    nextSeq: state.seq + 1,
    clock: showClock(plan, state, at),
    nameOf: (person) => people.get(person) ?? null,
    isItem: (item) => plan.timeline.items.some(({ id }) => id === item),
    atHand: (place) => place !== null && side.includes(place),
    speaksFor: (person, about) => speaksFor(plan, by.place, person, about),
    postedHere: () => postedAt(plan, by.place),
    lastPlaceOf: (person) => lastPlaceOf(plan, state, person, at),
    isStageManagement: (person) =>
      show.engagements.some((one) => one.person === person && one.kind === 'stage management'),
    nextDue: (person) => world.nextDue(person),
    candidates: (about) => world.candidates(about, instant(at + LEAD_MS)),
    inTwos: world.inTwos,
    wingOf: world.wingOf,
    isChild: (person) => show.people.some(({ id, minor }) => id === person && minor === true),
    covers: (person) => coversOf(show, person),
  }
}

/** "I can’t" and "please come to me" are before stage management at once. */
export function alsoOfOwnWord(
  plan: Plan,
  state: NightState,
  command: { readonly name: string; readonly word?: OwnWord },
  context: NightContext,
): readonly PresenceEvent[] {
  const { person } = context.by
  if (command.name !== 'own.say' || command.word === undefined || person === null) return []
  return afterOwnWord(state.presence.concerns, person, command.word, contextOf(plan, state, context))
}

/** What is to be written down now because time has passed; the same for the same record and the same time. */
export function presenceDue(
  plan: Plan,
  state: NightState,
  now: Instant,
  unheard?: Unheard,
): readonly PresenceEvent[] {
  const { opened, closedAt } = state.calling
  if (opened === null || closedAt !== null) return []
  return [
    ...demanded(state.presence.concerns, worldOf(plan, state, now, unheard)),
    ...passedEntrances(plan, state, now),
  ]
}

/** Once the record knows, nobody is missed because of it. */
function setForward({ calling, presence }: NightState, clockSet: ClockSet): readonly PresenceEvent[] {
  const { opened, closedAt } = calling
  const isFull = (presence.clockSets ?? []).length >= CLOCK_SETS_MAX
  if (opened === null || closedAt !== null || isFull) return []
  return [{ type: 'clock.set', v: 1, body: clockSet }]
}

type PresenceDueCommand = Extract<PresenceCommand, { name: 'presence.due' }>

/** Only the machine asks for it, and only where something is due. */
export function decidePresenceDue(
  plan: Plan,
  state: NightState,
  { unheard, clockSet }: PresenceDueCommand,
  { at, by }: NightContext,
): Result<readonly PresenceEvent[]> {
  if (by.device !== 'machine') return refused('not-yours', 'That comes by itself.')
  const events =
    clockSet === undefined ? presenceDue(plan, state, at, new Set(unheard)) : setForward(state, clockSet)
  return events.length === 0 ? refused('nothing-due', 'Nothing is due.') : { ok: true, value: events }
}
