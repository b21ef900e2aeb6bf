// What asking was worth: counted on whole evenings, with nobody's name in it.

import { beforeEach, expect, test } from 'vitest'
import { caller, company, Evening, person, stageManager } from '../../../test/kit/concern-evening.ts'
import { askingOf } from '../presence/worth.ts'
import { reportFor, view } from './view.ts'

let night: Evening
beforeEach(() => {
  night = new Evening()
})

/** Mia is asked about from here on. */
const ASKED = 24 * 60 + 2

const counts = () => {
  const found = askingOf(night.state.presence.concerns)
  if (found === null) throw new Error('somebody was asked about')
  return found
}

test('CONCERN-24: what no screen has shown is no ask, and an answer comes after its time', () => {
  night.pass(ASKED, false)
  expect(counts()).toMatchObject({ concerns: 1, asks: 0, answered: 0, answeredAfter: null })
  night.show()
  night.pass(20)
  expect(night.answer('asa', 'on their way').ok).toBe(true)
  expect(counts()).toMatchObject({ asks: 1, answered: 1, searches: 0, falseSearches: 0, notJudged: 1 })
  expect(counts().answeredAfter).toBeGreaterThanOrEqual(20_000)
})

test('CONCERN-24: a search for somebody who was well is false until somebody calls it useful', () => {
  night.pass(ASKED + 190)
  expect(counts()).toMatchObject({ searches: 1, falseSearches: 0 })
  night.answer('dru', 'on their way')
  expect(counts()).toMatchObject({ searches: 1, falseSearches: 1 })
  night.do({ name: 'concern.judge', concern: 1, as: 'known' }, stageManager)
  expect(counts()).toMatchObject({ falseSearches: 1, judged: { known: 1 }, notJudged: 0 })
  night.do({ name: 'concern.judge', concern: 1, as: 'useful' }, stageManager)
  expect(counts()).toMatchObject({ falseSearches: 0, judged: { useful: 1, known: 0 } })
})

test('CONCERN-24: whoever could not go on was rightly looked for, and what was only written down asked nobody', () => {
  night.pass(ASKED + 190)
  night.answer('dru', 'cannot go on')
  const { version } = night.concern()
  night.do({ name: 'concern.end', concern: 1, version, with: person('dru') }, stageManager)
  expect(counts()).toMatchObject({ searches: 1, falseSearches: 0 })
})

test('CONCERN-25, PAPERWORK-23: the desk has it once the last act is down, the report always, others never', () => {
  night.pass(ASKED + 10)
  night.answer('asa', 'on their way')
  expect(view(night.plan, night.state, caller).asking).toBeNull()
  const last = night.plan.timeline.acts.at(-1)?.act ?? 1
  for (let act = 1; act <= last; act += 1) {
    if (act > 1) night.do({ name: 'act.up', act }, caller)
    night.do({ name: 'act.down', act }, caller)
  }
  const told = view(night.plan, night.state, caller).asking
  expect(told).toEqual(counts())
  expect(reportFor(night.plan, night.state, stageManager)?.asking).toEqual(counts())
  expect('asking' in view(night.plan, night.state, company)).toBe(false)
  expect(reportFor(night.plan, night.state, company)).not.toHaveProperty('asking')
  for (const { callName, id } of night.plan.show.people) {
    expect(JSON.stringify(told)).not.toContain(callName)
    expect(JSON.stringify(told)).not.toContain(`"${id}"`)
  }
})
