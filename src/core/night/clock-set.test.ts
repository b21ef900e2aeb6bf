// Hours that nobody was unseen for: a clock that was set, a jump in the plan, and a hold that outlasts the question.

import { describe, expect, test } from 'vitest'
import { caller, Evening, person, stageManager } from '../../../test/kit/concern-evening.ts'
import { codeOf } from '../../../test/kit/nights.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { theMachine } from '../installation/installation.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { CLOCK_SETS_MAX } from '../presence/clock-set.ts'
import { UNSEEN_BY_THE_WALL } from '../presence/policy.ts'
import { presenceDue } from './concerns.ts'
import { clockSetNow, showClock } from './show-clock.ts'

const HOUR_MS = 3_600_000
const clockOf = (night: Evening) => showClock(night.plan, night.state, night.now)

/** As the watch does it: the clock says an hour more, and that is written down before anything else. */
function setForward(night: Evening, ms = HOUR_MS): void {
  const before = night.now
  night.now = instant(before + ms)
  night.do({ name: 'presence.due', clockSet: { ms, before } }, theMachine)
}

describe('a clock that is set forward', () => {
  test('WATCH-7: nobody is asked about because of it, and the show’s minutes go on from where they were', () => {
    const told = new Evening().pass(10 * 60)
    // Untold there is a time to which the clock can be set at which somebody is missed.
    const { plan, state, now } = told
    const later = Array.from({ length: 90 }, (_each, minute) => instant(now + minute * 60_000))
    expect(later.some((at) => presenceDue(plan, state, at).length > 0)).toBe(true)
    const clock = clockOf(told)
    setForward(told)
    expect(clockOf(told)).toBe(clock)
    told.pass(5 * 60)
    expect(told.events('concern.opened')).toEqual([])
    expect(clockOf(told)).toBeCloseTo(clock + 5, 6)
    expect(clockSetNow(told.state)).toMatchObject({ ms: HOUR_MS })
  })

  test('WATCH-7: whoever is due is asked about when they would have been; the next call ends the reckoning', () => {
    const night = new Evening().pass(10 * 60)
    setForward(night)
    const other = new Evening().pass(10 * 60)
    for (const one of [night, other])
      for (let minute = 0; minute < 40 && one.events('concern.opened').length === 0; minute += 1) one.pass(60)
    expect(clockOf(night)).toBeCloseTo(clockOf(other), 6)
    expect(night.concern()).toMatchObject({ person: 'mia', rung: other.concern().rung })
    const line = night.state.calling.desk.next
    night.do({ name: 'act.down', act: 1 }, caller)
    expect([line, clockSetNow(night.state)]).toEqual([line, null])
  })

  test('WATCH-7: rungs that have not come keep their distance, and so does whoever is looking', () => {
    const night = new Evening().pass(10 * 60)
    night.do({ name: 'concern.raise', person: person('mia') }, stageManager)
    night.pass(2)
    const { rungs } = night.concern()
    setForward(night)
    expect(night.concern().rungs).toEqual(rungs.map(({ rung, at }) => ({ rung, at: at + HOUR_MS })))
    night.pass(30)
    expect(night.concern().rung).toBe(1)
    night.pass(70)
    expect(night.concern().rung).toBe(2)
  })

  test('WATCH-7: in a hold time stood still anyway', () => {
    const night = new Evening().pass(10 * 60)
    night.do({ name: 'clock.hold' }, caller)
    night.pass(5)
    const clock = clockOf(night)
    setForward(night)
    expect(clockOf(night)).toBeCloseTo(clock, 6)
    night.pass(5).do({ name: 'clock.resume' }, caller)
    expect(clockOf(night)).toBeCloseTo(clock, 6)
  })

  test('WATCH-7: only the machine says so, sixty times a night', () => {
    const night = new Evening()
    const clockSet = { ms: HOUR_MS, before: night.now }
    expect(codeOf(night.ask({ name: 'presence.due', clockSet }, caller))).toBe('not-yours')
    for (let times = 0; times < CLOCK_SETS_MAX; times += 1)
      night.do({ name: 'presence.due', clockSet }, theMachine)
    expect(codeOf(night.ask({ name: 'presence.due', clockSet }, theMachine))).toBe('nothing-due')
  })
})

describe('an hour that passed', () => {
  test('CONCERN-53: once in one silence, also where the hold lasts on after the answer', () => {
    const night = new Evening().pass(10 * 60)
    night.do({ name: 'clock.hold' }, caller)
    night.wait((UNSEEN_BY_THE_WALL - 6) * 60_000).pass(3)
    expect(night.concern()).toMatchObject({ person: 'mia', due: null })
    night.answer('asa', 'on their way')
    const opened = night.events('concern.opened').length
    night.do(
      { name: 'sighting.undo', sighting: night.state.presence.sightings.list.at(-1)?.seq ?? 0 },
      stageManager,
    )
    night.wait(30 * 60_000).pass(2)
    night.do({ name: 'clock.resume' }, caller)
    night.pass(60)
    expect(night.events('concern.opened').length - opened).toBeLessThanOrEqual(1)
  })

  test('CONCERN-53: a jump in the plan is no hour in which somebody was not seen', () => {
    const show = quietEvening()
    const second = { ...show.items[0], id: id<'item'>('second'), title: 'The second number' }
    const comes = show.obligations.find((one) => one.kind === 'appear' && one.track === 'mia')
    const night = new Evening({
      ...show,
      items: [...show.items, second as (typeof show.items)[number]],
      editions: show.editions.map((one) => ({ ...one, items: [...one.items, second.id] })),
      obligations: [
        ...show.obligations,
        ...(comes
          ? [{ ...comes, id: id<'obligation'>('much-later'), anchor: { item: second.id, seconds: 80 * 60 } }]
          : []),
      ],
    }).pass(5 * 60)
    const clock = clockOf(night)
    night.do({ name: 'item.start', item: second.id }, caller)
    expect(clockOf(night) - clock).toBeGreaterThan(UNSEEN_BY_THE_WALL)
    night.pass(60)
    expect(night.events('concern.opened')).toEqual([])
    // The hour that does pass is one.
    night.wait((UNSEEN_BY_THE_WALL - 7) * 60_000).pass(1)
    expect(night.events('concern.opened')).toEqual([])
    night.wait(60_000).pass(2)
    expect(night.concern()).toMatchObject({ person: 'mia', due: null })
  })
})
