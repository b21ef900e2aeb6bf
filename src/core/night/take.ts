// Whether tonight may be played from a new version of its show, and what then stays as it was.

import type { AttendanceState } from '../attendance/state.ts'
import type { CallingEvent } from '../calling/events.ts'
import { actUp, type CallingState } from '../calling/state.ts'
import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { OrderState } from '../reorder/night-order.ts'
import { isWorked } from '../show/kinds.ts'
import type { Show } from '../show/show.ts'
import type { Moment, Timeline } from '../show/timeline.ts'
import { standsIn } from './stands.ts'

type Laid = { readonly show: Show; readonly timeline: Timeline }

/** As much of a night as says what a new version may not do without. */
type Tonight = {
  readonly calling: CallingState
  readonly attendance: AttendanceState
  readonly order: OrderState
}

export type TakeShow = {
  readonly name: 'show.take'
  /** Hash of the version's text. */
  readonly show: string
  readonly plan: Laid
  /** Somebody has asked for it; without that it is taken only while nothing of the night has begun. */
  readonly asked: boolean
}

export function takeShow(
  old: Laid,
  { calling: state, attendance, order }: Tonight,
  { show, plan, asked }: TakeShow,
  by: Viewer,
): Result<readonly CallingEvent[]> {
  if (!may(by, 'edit the show')) return refused('not-yours', 'A stage manager edits the show.')
  if (state.opened === null) return refused('not-open', 'That performance is not open.')
  if (state.closedAt !== null)
    return refused('closed', 'Tonight’s performance is closed: the next one is played from this version.')
  if (state.opened.show === show) return accepted([])
  const worked = isWorked(state.opened.kind ?? 'show')
  const wrong =
    missing(plan.show, attendance) ??
    (worked ? otherOrder(old.timeline, plan.timeline, order) : whyNot(old.timeline, plan, state, asked))
  if (wrong) return wrong
  const { country, timeZone } = plan.show
  const body = { show, edition: plan.timeline.edition.id, country, timeZone }
  const stands = worked ? { stands: standsIn(old, plan.timeline, state) } : {}
  return accepted([{ type: 'show.taken', v: 1, body: { ...body, ...stands } }])
}

/** An order that somebody put in force names the numbers that it plays: they stay until it is over. */
function otherOrder(old: Timeline, fresh: Timeline, { versions }: OrderState) {
  const kept = new Map(fresh.items.map((item) => [item.id, item.act]))
  return versions.length === 0 || old.items.every(({ id, act }) => kept.get(id) === act)
    ? null
    : refused(
        'gone',
        'The running order of this version is another one, and another order is in force today: that waits.',
      )
}

/** Whoever the sign-in sheet says anything about stays in the company until the night is closed (N23). */
function missing({ people }: Show, { people: attendees }: AttendanceState) {
  const known = new Set(people.map((person) => person.id))
  return attendees.every(({ person }) => known.has(person))
    ? null
    : refused(
        'signed',
        'Somebody on tonight’s sign-in sheet is not in this version: that waits for the next performance.',
      )
}

function whyNot(old: Timeline, { timeline }: Laid, state: CallingState, asked: boolean) {
  const up = actUp(state)
  if (up)
    return refused(
      'running',
      `Act ${up.act} is up: tonight goes on as it is until it is down, and you say so.`,
    )
  if (!hasBegun(state)) return null
  if (!asked)
    return refused(
      'begun',
      'The calls have begun: tonight stays as it is until you say that it takes the change.',
    )
  return namesThePlan(state) ? lost(old, timeline, state) : null
}

/** From the half on nothing changes of itself: somebody may have read a screen, a sheet or a call by then. */
const hasBegun = (state: CallingState): boolean => state.calls.length > 0 || namesThePlan(state)

const namesThePlan = ({ acts, called, standbys, cut, skipped, clear, desk }: CallingState): boolean =>
  [acts, called, standbys, cut, skipped, clear].some((list) => list.length > 0) || desk.move > 0

/** Once something was called, the record names moments and items: each must be there, in its order, and what was called unchanged. */
function lost(old: Timeline, fresh: Timeline, state: CallingState) {
  const kept = new Map(fresh.moments.map((moment) => [moment.id, moment]))
  const gone = old.moments.find((moment) => !kept.has(moment.id))
  if (gone)
    return refused(
      'gone',
      'A cue of tonight is not in this version any more: that waits for the next performance.',
    )
  const places = old.moments.map((moment) => kept.get(moment.id)?.index ?? -1)
  if (places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0)))
    return refused(
      'order',
      'Cues of tonight are in another order in this version: that waits for the next performance.',
    )
  const items = new Map(fresh.items.map((item) => [item.id, item]))
  if (old.items.some((item) => items.get(item.id)?.act !== item.act))
    return refused(
      'gone',
      'The running order of this version is another one: that waits for the next performance.',
    )
  const changed = state.called.some(({ moment }) => {
    const was = old.moments[moment]
    return was !== undefined && spoken(was) !== spoken(kept.get(was.id) ?? was)
  })
  return changed
    ? refused(
        'called',
        'A cue that was called tonight is another one in this version: that waits for the next performance.',
      )
    : null
}

/** What was said when it was called, and who went. */
const spoken = ({ cues, followers, line }: Moment): string =>
  JSON.stringify([
    line ?? '',
    [...cues, ...followers].map(({ id, department, number }) => [id, department, number]),
  ])
