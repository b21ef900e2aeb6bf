// Plays a night by itself, for whoever wants to look: the demo's caller and operators, and only the demo's.

import type { CallingCommand } from '../../core/calling/commands.ts'
import { notYetClear } from '../../core/calling/decide-clear.ts'
import { expectedAt, running } from '../../core/calling/expected.ts'
import { actUp, heldBetween } from '../../core/calling/state.ts'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { id } from '../../core/kit/ids.ts'
import { between, later } from '../../core/kit/time.ts'
import { tonight } from '../../core/night/tonight.ts'
import { callsBefore } from '../../core/show/call-tables.ts'
import { type Moment, momentDepartments } from '../../core/show/timeline.ts'
import type { Clock } from '../clock/clock.ts'
import type { Night } from '../hub/stage.ts'

/** A standby is given this long before its GO. */
const STANDBY_MS = 4_000
/** Operators answer so long after a standby. */
const ANSWER_MS = 900
/** How often the ghost looks at the clock. */
const LOOK_MS = 200

const caller: Viewer = {
  device: id<'device'>('demo-caller'),
  roles: ['caller', 'SM'],
  person: null,
  department: null,
  place: null,
}

/** Calls the whole night on its planned times; the answer stops it. */
export function playNight(night: Night, clock: Clock): () => void {
  let cancel = () => {}
  let stopped = false
  let count = 0
  const look = async () => {
    const command = nextCommand(night, clock)
    count += 1
    const now = clock.now()
    const press = { id: `ghost-${now}-${count}`, by: caller, madeAt: now }
    // Refused (two cues in one breath): look again in a moment, as a person would.
    const done = command !== null && (await night.owner.submit({ ...press, command })).ok
    if (!stopped && night.owner.state().calling.closedAt === null) again(done ? 0 : LOOK_MS)
  }
  // A demonstration that cannot go on stands still; the house beside it is not to know.
  const again = (ms: number) => {
    cancel = clock.after(ms, () => void look().catch(() => undefined))
  }
  again(LOOK_MS)
  return () => {
    stopped = true
    cancel()
  }
}

/** What the demo's people would do now, one thing at a time; null while they wait. */
function nextCommand(night: Night, clock: Clock): CallingCommand | null {
  const { calling } = night.owner.state()
  const { timeline, show } = tonight(night.plan, night.owner.state())
  const now = clock.now()
  const position = running(timeline, calling)
  if (!position || position.heldSince !== null) return null
  const up = actUp(calling)
  // From the act's start, not from the last cue: what one GO was late by must not delay the rest of the night.
  const from = up
    ? {
        ...position,
        point: { act: up.act, seconds: 0 },
        at: later(up.upAt, heldBetween(calling, up.upAt, now)),
      }
    : position
  const due = (point: Moment['at']) => between(now, expectedAt(from, point, now))
  const answer = calling.standbys.find(({ at, moment, acknowledged }) => {
    const found = timeline.moments[moment]
    return found && between(at, now) >= ANSWER_MS && acknowledged.length < momentDepartments(found).length
  })
  if (answer) return answerStandby(night, answer)
  const next = timeline.moments[calling.desk.next]
  const lastAct = calling.acts.at(-1)?.act ?? 0
  const length = timeline.acts.find((one) => one.act === lastAct)?.seconds ?? 0
  if (up && (!next || next.at.act !== up.act || next.at.seconds >= length))
    return actDown(up.act, length, due)
  // House lights and the like are called in the interval, with no act up.
  if (!up && (!next || next.at.act > lastAct)) {
    return beforeAct(calling, show.country, position.point.act, timeline.acts, due)
  }
  if (!next) return null
  const wait = due(next.at)
  const standing = calling.standbys.some((one) => one.moment === next.index)
  if (!standing && wait <= STANDBY_MS) return { name: 'standby.give', moment: next.id }
  if (wait <= ANSWER_MS && notYetClear(calling, next).length > 0)
    return { name: 'clear.say', moment: next.id }
  return wait <= 0 ? { name: 'cue.go', moment: next.id, move: calling.desk.move } : null
}

function answerStandby(
  night: Night,
  {
    moment,
    acknowledged,
  }: { readonly moment: number; readonly acknowledged: readonly { readonly department: string }[] },
): CallingCommand | null {
  const found = tonight(night.plan, night.owner.state()).timeline.moments[moment]
  const silent =
    found && momentDepartments(found).find((one) => !acknowledged.some((ack) => ack.department === one))
  return found && silent
    ? { name: 'standby.acknowledge', moment: found.id, department: silent, channel: 'cans' }
    : null
}

type Due = (point: Moment['at']) => number

const actDown = (act: number, seconds: number, due: Due): CallingCommand | null =>
  due({ act, seconds }) <= 0 ? { name: 'act.down', act } : null

function beforeAct(
  calling: Night['owner'] extends { state(): { calling: infer Calling } } ? Calling : never,
  country: Parameters<typeof callsBefore>[0],
  act: number,
  acts: readonly { readonly act: number }[],
  due: Due,
): CallingCommand | null {
  if (calling.acts.length > 0 && !acts.some((one) => one.act > (calling.acts.at(-1)?.act ?? 0))) {
    return { name: 'performance.close' }
  }
  const given = calling.calls.filter((call) => call.act === act).map((call) => call.call)
  const wait = due({ act, seconds: 0 })
  // A demonstration has no half hour: its calls come one after another in the last seconds.
  const calls = callsBefore(country, act)
  const index = given.length
  const call = calls[index]
  if (call && wait <= (calls.length - index) * STANDBY_MS) return { name: 'call.give', call: call.id, act }
  return wait <= 0 ? { name: 'act.up', act } : null
}
