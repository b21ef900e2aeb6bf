// What others say to the desk: clear, what became of a cue, the house, the headsets.

import { expect, test } from 'vitest'
import {
  aViewer,
  codeOf,
  littleNight,
  momentId,
  nightOf,
  onEveryPress,
  sentenceOf,
  type TestNight,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import { momentDepartments } from '../show/timeline.ts'
import { findMoment } from './decision.ts'
import { outcomes } from './events.ts'

/** The lamp waits for Ann (its light) and for Bob (what follows it on the fly floor). */
function spottedNight(): TestNight {
  const little = littleShow()
  const spotter: Readonly<Record<string, string>> = { lx2: 't-ann', fly2: 't-bob' }
  const show: Show = {
    ...little,
    cues: little.cues.map((cue) => {
      const name = spotter[cue.id]
      return name === undefined ? cue : { ...cue, spotter: id<'track'>(name) }
    }),
  }
  const night = nightOf(show, 0).open()
  night.go()
  return night
}

const ann = aViewer('perf', { person: 'ann' })
const bob = aViewer('perf', { person: 'bob' })
const ofDepartment = (name: string) => aViewer('dept', { department: name, device: `${name}-screen` })
const say = (night: TestNight, by: Viewer, moment = 'lamp') =>
  night.wait(1_000).ask({ name: 'clear.say', moment: momentId(moment) }, by)
const withdraw = (night: TestNight, by: Viewer, moment = 'lamp') =>
  night.wait(1_000).ask({ name: 'clear.withdraw', moment: momentId(moment) }, by)

test('CALLING-29: on any night nothing that waits for clear is called before each of its spotters has said so', () => {
  onEveryPress(({ command, before, after, decision }, { plan }) => {
    if (command.name !== 'cue.go' || !decision.ok) return
    const found = findMoment(plan.timeline, command.moment)
    const said = before.calling.clear.filter((one) => one.moment === found?.index).map((one) => one.spotter)
    expect([...said].sort()).toEqual([...(found?.spotters ?? [])].sort())
    expect(after.calling.clear.some((one) => one.moment === found?.index)).toBe(false)
  })
})

test('CALLING-29: the call uses clear up, and the refusal names whom it waits for', () => {
  const night = spottedNight()
  expect(sentenceOf(night.go())).toBe(
    'LX lx2 and SND snd2 waits for clear from Ann and Bob: it was not called.',
  )
  expect([codeOf(say(night, ann)), codeOf(say(night, ann)), codeOf(night.go())]).toEqual([
    'ok',
    'clear',
    'not-clear',
  ])
  expect(sentenceOf(night.go())).toBe('LX lx2 and SND snd2 waits for clear from Bob: it was not called.')
  expect([codeOf(say(night, bob)), codeOf(night.go())]).toEqual(['ok', 'ok'])
  night.do({ name: 'desk.step-back', move: 2, reason: 'again' })
  expect(codeOf(night.go())).toBe('not-clear')
})

test('CALLING-29: clear lapses when it is withdrawn, when the cue is cut and when the desk leaves it behind', () => {
  const lapses: readonly ((night: TestNight) => unknown)[] = [
    (night) => withdraw(night, bob),
    (night) =>
      night
        .do({ name: 'cue.cut', moment: momentId('lamp') })
        .do({ name: 'cue.restore', moment: momentId('lamp') }),
    (night) => night.do({ name: 'cue.skip', moment: momentId('lamp'), move: 1 }),
    (night) => night.do({ name: 'desk.jump', moment: momentId('lx3'), move: 1 }),
    (night) => night.do({ name: 'cue.go', moment: momentId('lx3'), move: 1, jump: true }),
  ]
  for (const lapse of lapses) {
    const night = spottedNight()
    say(night, theCaller)
    expect(night.state.calling.clear).toHaveLength(2)
    lapse(night)
    expect(night.state.calling.clear.length).toBeLessThan(2)
    const { move } = night.state.calling.desk
    expect(codeOf(night.ask({ name: 'cue.go', moment: momentId('lamp'), move, jump: true }))).toBe(
      'not-clear',
    )
  }
})

test('CALLING-30, DISCLOSURE-11: a spotter speaks for themself, a department for its own cues, whoever calls for all', () => {
  const clear = (by: Viewer) => {
    const night = spottedNight()
    if (by === theSM) night.do({ name: 'desk.take' }, theSM)
    const code = codeOf(say(night, by))
    return [code, night.state.calling.clear.map((one) => one.spotter).join(' ')]
  }
  expect(clear(ann)).toEqual(['ok', 't-ann'])
  expect(clear(bob)).toEqual(['ok', 't-bob'])
  expect(clear(theCaller)).toEqual(['ok', 't-ann t-bob'])
  expect(clear(theSM)).toEqual(['ok', 't-ann t-bob'])
  expect(clear(ofDepartment('lx'))).toEqual(['ok', 't-ann'])
  expect(clear(ofDepartment('fly'))).toEqual(['ok', 't-bob'])
  expect(clear(ofDepartment('snd'))).toEqual(['not-yours', ''])
  expect(clear(aViewer('SM', { device: 'another' }))).toEqual(['not-yours', ''])
  expect(clear(aViewer('ASM', { department: 'lx' }))).toEqual(['not-yours', ''])
  expect(codeOf(withdraw(spottedNight(), ofDepartment('snd')))).toBe('not-yours')
})

test('CALLING-30: only for what waits for clear, is not cut and not behind the desk', () => {
  const night = spottedNight()
  expect([
    sentenceOf(say(night, theCaller, 'lx3')),
    codeOf(say(night, theCaller, 'nowhere')),
    codeOf(withdraw(night, theCaller)),
    codeOf(withdraw(night, theCaller, 'nowhere')),
  ]).toEqual(['LX lx3 waits for nobody’s clear.', 'no-such-cue', 'not-clear', 'no-such-cue'])
  night.do({ name: 'cue.cut', moment: momentId('lamp') })
  expect(codeOf(say(night, theCaller))).toBe('cue-cut')
  night.do({ name: 'cue.restore', moment: momentId('lamp') })
  night.do({ name: 'cue.skip', moment: momentId('lamp'), move: night.state.calling.desk.move })
  expect(codeOf(say(night, theCaller))).toBe('behind')
})

test('DISCLOSURE-8, DISCLOSURE-11: who does not spot a cue learns nothing of it, and a department its own part only', () => {
  const night = spottedNight()
  const snd = ofDepartment('snd')
  expect(say(night, snd)).toEqual(say(night, snd, 'nowhere'))
  say(night, theCaller)
  expect(sentenceOf(say(night, ofDepartment('fly')))).toBe('FLY fly2: clear already.')
  expect(sentenceOf(say(night, bob))).toBe('That cue: clear already.')
  const word = (department: string, moment: string, by = ofDepartment('fly')) =>
    night.ask(
      {
        name: 'cue.report',
        moment: momentId(moment),
        department: id<'department'>(department),
        outcome: 'late',
      },
      by,
    )
  expect(word('fly', 'lx1')).toEqual(word('fly', 'nowhere'))
  expect(sentenceOf(word('fly', 'lamp'))).toBe('FLY fly2 has not been called.')
  expect(codeOf(word('lx', 'lx1'))).toBe('not-yours')
  expect(codeOf(word('lx', 'lx1', theCaller))).toBe('ok')
  expect(codeOf(word('lx', 'lx1', aViewer('perf', { person: 'ann' })))).toBe('not-yours')
})

test('CALLING-34: an outcome is of a called cue, of a department concerned, and its newest word counts', () => {
  onEveryPress(({ after }, { plan }) => {
    const { called, reports } = after.calling
    const words = reports.map(({ call, department }) => `${call} ${department}`)
    expect(new Set(words).size).toBe(words.length)
    for (const { call, department } of reports) {
      const moment = plan.timeline.moments[called[call]?.moment ?? -1]
      expect(moment && momentDepartments(moment)).toContain(department)
    }
  })
  const night = littleNight()
  const lx = ofDepartment('lx')
  const word = (outcome: (typeof outcomes)[number]) =>
    codeOf(
      night.ask(
        { name: 'cue.report', moment: momentId('lx1'), department: id<'department'>('lx'), outcome },
        lx,
      ),
    )
  expect(word('late')).toBe('not-called')
  night.go()
  expect([...outcomes.map(word), word('early')]).toEqual(['ok', 'ok', 'ok', 'ok', 'reported'])
  expect(night.state.calling.reports.map((one) => one.outcome)).toEqual(['early'])
})

test('CALLING-35: front of house, the caller or a stage manager says that the house is clear, before the act is up', () => {
  const clear = (by: Viewer, act = 1) => codeOf(littleNight().ask({ name: 'house.clear', act }, by))
  for (const role of roleNames) {
    const may = ['caller', 'SM', 'FOH'].includes(role)
    expect([role, clear(aViewer(role, { person: 'ann', department: 'lx' }))]).toEqual([
      role,
      may ? 'ok' : 'not-yours',
    ])
  }
  expect(clear(theCaller, 9)).toBe('no-such-act')
  const night = littleNight()
  const word = (name: 'house.clear' | 'house.withdraw', act = 1) =>
    codeOf(night.wait(1_000).ask({ name, act }))
  expect([word('house.withdraw'), word('house.clear'), word('house.clear')]).toEqual([
    'not-cleared',
    'ok',
    'cleared',
  ])
  expect([word('house.withdraw'), word('house.clear')]).toEqual(['ok', 'ok'])
  night.do({ name: 'act.up', act: 1 })
  expect([word('house.withdraw'), word('house.clear'), word('house.clear', 2)]).toEqual([
    'act-is-up',
    'act-is-up',
    'ok',
  ])
})

test('CALLING-35: it gates nothing: an act goes up and cues are called without it', () => {
  const night = littleNight().do({ name: 'act.up', act: 1 })
  expect([codeOf(night.go()), night.state.calling.houseClear]).toEqual(['ok', []])
})

test('CALLING-36: who is heard on cans is kept by department, and the newest word counts', () => {
  const night = littleNight()
  const heard = (department: string, is: boolean) =>
    codeOf(night.ask({ name: 'cans.check', department: id<'department'>(department), heard: is }))
  expect([heard('lx', true), heard('snd', false), heard('lx', false), heard('nobody', true)]).toEqual([
    'ok',
    'ok',
    'ok',
    'no-such-department',
  ])
  expect(night.state.calling.cans.map((one) => [one.department, one.heard])).toEqual([
    ['snd', false],
    ['lx', false],
  ])
})
