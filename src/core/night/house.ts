// Front of house within the night: what it says is decided on the acts of tonight, and a wait that the desk agrees to moves the act.

import { EXPECTED_MS_MAX } from '../calling/commands.ts'
import { callsTonight } from '../calling/decision.ts'
import type { CallingEvent } from '../calling/events.ts'
import { expectedAt, running } from '../calling/expected.ts'
import { actUp, type CallingState } from '../calling/state.ts'
import type { Viewer } from '../disclosure/policy.ts'
import { decideHouse } from '../house/decide.ts'
import type { HouseCommand, HouseEvent, HouseEventType, HouseState } from '../house/house.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant, minutes as minutesOf } from '../kit/time.ts'
import { hasAudience } from '../show/kinds.ts'
import type { Timeline } from '../show/timeline.ts'

export const houseTypes: ReadonlySet<string> = new Set<HouseEventType>([
  'house.opened',
  'house.shut',
  'audience.counted',
  'latecomers.held',
  'latecomers.released',
  'bell.given',
  'house.returned',
  'house.asked',
  'house.unasked',
  'house.answered',
])

const houseNames: ReadonlySet<string> = new Set<HouseCommand['name']>([
  'house.open',
  'audience.count',
  'latecomers.hold',
  'latecomers.release',
  'house.bell',
  'house.back',
  'house.ask',
  'house.take-back',
  'house.answer',
])

export const isOfHouse = <Command extends { readonly name: string }>(
  command: Command | HouseCommand,
): command is HouseCommand => houseNames.has(command.name)

type Tonight = {
  readonly timeline: Timeline
  readonly calling: CallingState
  readonly house: HouseState
}
type Asked = { readonly at: Instant; readonly by: Viewer }

export function decideOfHouse(
  tonight: Tonight,
  command: HouseCommand,
  { at, by }: Asked,
): Result<readonly (HouseEvent | CallingEvent)[]> {
  const { calling, house, timeline } = tonight
  const next = nextAct(timeline, calling)
  const decision = decideHouse(house, command, {
    by,
    calls: callsTonight(calling, by),
    country: calling.opened?.country ?? 'GB',
    audience: hasAudience(calling.opened?.kind ?? 'show'),
    next,
    firstAct: timeline.acts[0]?.act ?? null,
  })
  if (!decision.ok && decision.refusal.code === 'not-yours') return decision
  if (calling.opened === null) return refused('not-open', 'No performance is open.')
  if (calling.closedAt !== null) return refused('closed', 'This performance is closed.')
  return decision.ok ? accepted([...decision.value, ...movedBy(tonight, command, at)]) : decision
}

/** The act that goes up next; null while one is up, and once none is left. */
function nextAct(timeline: Timeline, calling: CallingState): number | null {
  if (actUp(calling)) return null
  const last = calling.acts.at(-1)?.act ?? -1
  return timeline.acts.find((one) => one.act > last)?.act ?? null
}

/** The desk’s one press both answers and moves the act: from then on its calls count from there. */
function movedBy(
  { timeline, calling, house }: Tonight,
  command: HouseCommand,
  at: Instant,
): readonly CallingEvent[] {
  if (command.name !== 'house.answer' || !command.yes) return []
  const request = house.requests.find((one) => one.request === command.request)
  const clock = running(timeline, calling)
  const act = nextAct(timeline, calling)
  if (!request?.minutes || clock === null || act === null || request.act !== act) return []
  const due = Math.max(at, expectedAt(clock, { act, seconds: 0 }, at))
  const upAt = instant(Math.min(due + minutesOf(request.minutes), at + EXPECTED_MS_MAX))
  return [{ type: 'act.expected', v: 1, body: { act, upAt } }]
}
