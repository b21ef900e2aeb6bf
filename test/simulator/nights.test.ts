// Whole nights from seeds: none may break a rule. A night that does says how it is played again, alone and told.

import { expect, test } from 'vitest'
import type { WireCommand } from '../../src/wire/messages.ts'
import { faultKinds } from './faults.ts'
import { type NightReport, playNight } from './night.ts'
import { asked, summary, told } from './told.ts'

/** Nights in a run; `GHOSTLIGHT_NIGHTS` plays more, `GHOSTLIGHT_SEED` plays one and tells what happened in it. */
const NIGHTS = 200
const TOLD_LINES = 60

test('SIM-2, SIM-3, SIM-4, SIM-5, SIM-6, SIM-7, SIM-8, SIM-9, SIM-10, SIM-11, SIM-12, SIM-14, SIM-15, SIM-16, SIM-17, SIM-18, SIM-19, SIM-20, SIM-21: no night breaks a rule', async () => {
  const only = asked('GHOSTLIGHT_SEED')
  const nights = asked('GHOSTLIGHT_NIGHTS') ?? NIGHTS
  const seeds = only === null ? Array.from({ length: nights }, (_, index) => index + 1) : [only]
  const reports: NightReport[] = []
  const broken: string[] = []
  for (const seed of seeds) {
    const report = await playNight({ seed })
    reports.push(report)
    if (report.findings.length > 0) {
      broken.push(told(report))
      console.log(told(report))
    }
  }
  if (only !== null)
    console.log((await playNight({ seed: only, traced: 'any' })).trace.slice(-TOLD_LINES).join('\n'))
  console.log(summary(reports, seeds))
  expect(broken).toEqual([])
  if (only !== null) return
  // A command that nobody presses is a command that no night has judged.
  const pressed = new Set(reports.flatMap(({ commands }) => [...commands]))
  expect(Object.keys(pressedByWhom).filter((name) => !(pressed as ReadonlySet<string>).has(name))).toEqual([])
  // Nor has it where each was refused. What is told is taken back too seldom to ask for it of so few nights.
  const done = new Set(reports.flatMap((report) => [...report.done]))
  const hardWon = ['out.say', 'plan.take', 'plan.tell'] as const
  expect(hardWon.filter((name) => !done.has(name))).toEqual([])
  // Tonight was played on from another version of its show, on several of them.
  expect(reports.filter(({ taken }) => taken > 0).length).toBeGreaterThan(2)
  expect(faultKinds.filter((kind) => !reports.some(({ faults }) => faults.has(kind)))).toEqual([])
})

/** The compiler asks for every command that crosses the wire: who presses it in `people.ts`. */
const pressedByWhom: Readonly<Record<WireCommand['name'], string>> = {
  'desk.take': 'the stage manager',
  'call.give': 'the desk',
  'act.up': 'the desk',
  'act.down': 'the desk',
  'item.start': 'the desk, astray',
  'standby.give': 'the desk',
  'standby.acknowledge': 'a department; the desk for it',
  'cue.go': 'the desk',
  'desk.jump': 'the desk, astray',
  'cue.skip': 'the desk, astray',
  'cue.cut': 'the desk, astray',
  'cue.restore': 'the desk, astray',
  'cue.report': 'a department; the desk, astray',
  'clear.say': 'the desk; a department',
  'clear.withdraw': 'a department; the desk, astray',
  'house.clear': 'the desk, astray',
  'house.withdraw': 'the desk, astray',
  'house.open': 'the desk, of the house',
  'audience.count': 'the desk, of the house',
  'latecomers.hold': 'the desk, of the house',
  'latecomers.release': 'the desk, of the house',
  'house.bell': 'the desk, of the house',
  'house.back': 'the desk, of the house',
  'house.ask': 'the desk, of the house',
  'house.take-back': 'the desk, of the house',
  'house.answer': 'the desk, of the house',
  'concern.raise': 'the stage manager; a phone',
  'concern.answer': 'the stage manager; a phone',
  'concerns.answer': 'a phone',
  'concern.spoken': 'the stage manager',
  'concern.end': 'the stage manager',
  'concern.judge': 'the stage manager',
  'ask.shown': 'a phone',
  'ask.read': 'a phone',
  'cover.call': 'the stage manager',
  'step.out': 'a phone',
  'presence.mode': 'the stage manager',
  'out.say': 'the stage manager',
  'out.end': 'the stage manager',
  'out.undo': 'the stage manager',
  'plan.draft': 'the stage manager',
  'plan.take': 'the stage manager',
  'plan.other': 'the stage manager',
  'plan.ask': 'the stage manager',
  'plan.tell': 'the stage manager',
  'plan.untell': 'the stage manager',
  'plan.errand': 'the stage manager',
  'plan.announce': 'the stage manager',
  'act.expect': 'the desk, astray',
  'task.give': 'the desk, astray',
  'task.finish': 'the desk, astray',
  'task.drop': 'the desk, astray',
  'line.note': 'the desk, astray',
  'line.settle': 'the desk, astray',
  'task.reopen': 'the desk, astray',
  'order.propose': 'the desk; the stage manager',
  'order.leave': 'the desk; the stage manager',
  'order.accept': 'the stage manager',
  'cans.check': 'the desk, astray',
  'vamp.begin': 'the desk, astray',
  'vamp.end': 'the desk, astray',
  'rule.change': 'the desk, astray',
  'desk.step-back': 'the desk, astray',
  'clock.hold': 'the desk, astray',
  'clock.resume': 'the desk',
  'note.write': 'everybody who may',
  'sign.in': 'the stage manager; a phone',
  'sign.out': 'the stage manager; a phone',
  'sign.away': 'the stage manager; a phone',
  'sign.announce': 'the stage manager; a phone',
  'arrival.note': 'the stage manager',
  'sign.undo': 'the stage manager; a phone',
  'sign.help': 'a phone, which is at no stage door',
  'sign.helped': 'the stage manager',
  'door.sign': 'a phone, which is at no stage door',
  'code.give': 'a phone, its own',
  'person.look-up': 'a phone, which looks nobody up',
  'person.invite': 'a phone, which lets nobody sign in',
  'visitor.in': 'the stage manager',
  'account.for': 'the stage manager',
  'sweep.mark': 'the stage manager',
  'sweep.undo': 'the stage manager',
  'people.see': 'the stage manager; a phone',
  'sighting.undo': 'the stage manager; a phone',
  'own.say': 'a phone',
  'own.check-in': 'a phone',
  'paper.compare': 'the desk, astray',
  'damage.read': 'the desk, astray',
  'performance.close': 'the desk',
  'performance.next': 'the stage manager',
  'certificate.make': 'the stage manager',
  'device.invite': 'the stage manager',
  'device.revoke': 'the stage manager',
  'device.rename': 'the stage manager',
  'device.redirect': 'the stage manager',
  'device.identify': 'the stage manager',
  'device.give': 'the stage manager, of a phone that is theirs',
  'group.invite': 'the stage manager',
  'group.code': 'the stage manager, of none that is open',
  'group.renew': 'the stage manager, of none that is open',
  'group.revoke': 'the stage manager, of none that is open',
}

test('SIM-1: the same seed is the same night, byte for byte', async () => {
  for (const seed of [3, 14, 159]) {
    const [first, second] = [await playNight({ seed }), await playNight({ seed, traced: 'any' })]
    expect(second).toEqual({ ...first, trace: second.trace })
  }
})
