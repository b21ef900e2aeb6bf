// The marked show on a short night in a test's hands, on which everything there is has happened; and each role's device on it.

import type { RoleName, Viewer } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import { presenceDue } from '../../src/core/night/concerns.ts'
import { type NightCommand, planOf } from '../../src/core/night/night.ts'
import {
  departmentOf,
  mark,
  markedShow,
  notesWritten,
  type PersonRole,
  personId,
  placeOf,
  rolesOfPeople,
} from './marked.ts'
import { aViewer, TestNight } from './nights.ts'
import { presenceDone, UNTIL_UNFOUND_MS } from './presence-presses.ts'

const isPerson = (role: RoleName): role is PersonRole => (rolesOfPeople as readonly string[]).includes(role)

/** The device of a role in the marked show: its person's, and of its department where it has one. */
export const markedViewer = (role: RoleName): Viewer =>
  aViewer(role, {
    ...(isPerson(role) ? { person: personId(role) } : {}),
    ...(departmentOf[role] === undefined ? {} : { department: departmentOf[role] }),
    ...(placeOf[role] === undefined ? {} : { place: placeOf[role] }),
  })

/** A short night on which everything there is has happened. */
export function markedNight(): TestNight {
  const night = new TestNight(planOf(markedShow), 0).open()
  const one = id<'item'>('one')
  night.do({ name: 'order.propose', changes: [{ kind: 'repeat', item: one, after: one }] })
  const foh = markedViewer('FOH')
  night.do({ name: 'house.ask', ask: 'hold', minutes: 3, why: mark('house why wait') }, foh)
  night.do({ name: 'house.ask', ask: 'speak', minutes: null, why: mark('house why word') }, foh)
  for (const call of ['half', 'five']) night.do({ name: 'call.give', call, act: 1 })
  night.do({ name: 'act.up', act: 1 })
  for (const moment of night.plan.timeline.moments) {
    night.do({ name: 'standby.give', moment: moment.id })
    for (const department of new Set(moment.cues.map((cue) => cue.department))) {
      night.do({ name: 'standby.acknowledge', moment: moment.id, department, channel: 'cans' })
    }
  }
  night.do({ name: 'cue.go', moment: night.plan.timeline.moments[0]?.id ?? id<'moment'>(''), move: 0 })
  night.do({ name: 'desk.step-back', move: 1, reason: mark('step-back reason') })
  for (const { id: moment, spotters } of night.plan.timeline.moments) {
    if (spotters.length > 0) night.do({ name: 'clear.say', moment })
  }
  while (night.go().ok) night.wait(1)
  night.do({ name: 'clock.hold' }).wait(1_000).do({ name: 'clock.resume' })
  for (const { by, department, name } of notesWritten) {
    const to = department === null ? null : id<'department'>(department)
    night.do({ name: 'note.write', department: to, text: mark(name) }, markedViewer(by))
  }
  signEverything(night)
  seeEverything(night)
  return night.do({ name: 'act.down', act: 1 })
}

/** A visitor has come, and the performer was seen out, in words. */
function signEverything(night: TestNight): void {
  night.do(
    { name: 'visitor.in', visitor: mark('visitor'), host: id<'person'>(personId('FOH')) },
    markedViewer('kiosk'),
  )
  const perf = id<'person'>(personId('perf'))
  night.do({ name: 'sign.in', person: perf }, markedViewer('perf'))
  const by = id<'person'>(personId('SM'))
  const words = mark('home words')
  night.do({ name: 'account.for', who: { person: perf }, how: 'seen out', by, words }, markedViewer('SM'))
  night.do({ name: 'sweep.mark', place: id<'place'>('in'), by }, markedViewer('ASM'))
}

/** People are seen, step out, are asked about and asked; and the machine does what that demands. */
function seeEverything(night: TestNight): void {
  // `as`: its ids are texts there.
  for (const [by, command] of presenceDone) night.wait(1).do(command as NightCommand, markedViewer(by))
  night.wait(UNTIL_UNFOUND_MS)
  for (const event of presenceDue(night.plan, night.state, night.now)) night.record('machine', event)
}
