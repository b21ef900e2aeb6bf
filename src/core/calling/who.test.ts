// Who calls, who answers, and when nobody does: before the opening and after the close.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  anyPresses,
  aViewer,
  codeOf,
  littleNight,
  momentId,
  nightOf,
  playPresses,
  sentenceOf,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { anyShow, littleShow } from '../../../test/kit/shows.ts'
import { type RoleName, roleNames } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { type CallingCommand, GO_AGE_MS_MAX } from './commands.ts'

const desk: readonly CallingCommand[] = [
  { name: 'call.give', call: 'half', act: 1 },
  { name: 'act.up', act: 1 },
  { name: 'act.down', act: 1 },
  { name: 'item.start', item: id<'item'>('two') },
  { name: 'standby.give', moment: momentId('lx1') },
  { name: 'cue.go', moment: momentId('lx1'), move: 0 },
  { name: 'desk.step-back', move: 0, reason: '' },
  { name: 'desk.jump', moment: momentId('lx3'), move: 0 },
  { name: 'cue.skip', moment: momentId('lx1'), move: 0 },
  { name: 'cue.cut', moment: momentId('lx1') },
  { name: 'cue.restore', moment: momentId('lx1') },
  { name: 'cans.check', department: id<'department'>('lx'), heard: true },
  { name: 'rule.change', rules: { twoStep: true } },
  { name: 'clock.hold' },
  { name: 'clock.resume' },
]

test.for(desk)(
  'CALLING-1: $name is the caller’s, and a stage manager’s who has taken the desk',
  (command) => {
    for (const role of roleNames.filter((one) => one !== 'caller')) {
      const by = aViewer(role, { person: 'ann', department: 'lx' })
      expect([role, codeOf(littleNight().ask(command, by))]).toEqual([role, 'not-yours'])
    }
    expect(codeOf(littleNight().ask(command, theCaller))).not.toBe('not-yours')
    expect(codeOf(littleNight().do({ name: 'desk.take' }, theSM).ask(command, theSM))).not.toBe('not-yours')
  },
)

test('CALLING-1: a stage manager is told to take the desk, takes it once, and nobody else takes it', () => {
  const night = littleNight()
  expect(sentenceOf(night.go(theSM))).toBe('Take the desk first: then you call.')
  expect(codeOf(night.ask({ name: 'desk.take' }, theSM))).toBe('ok')
  expect(codeOf(night.ask({ name: 'desk.take' }, theSM))).toBe('already-taken')
  const another = aViewer('SM', { device: 'another' })
  expect(codeOf(night.go(another))).toBe('not-yours')
  for (const role of roleNames.filter((one) => one !== 'SM')) {
    expect(codeOf(night.ask({ name: 'desk.take' }, aViewer(role)))).toBe('not-yours')
  }
  expect(codeOf(night.go(theSM))).toBe('ok')
  expect(codeOf(night.go(theCaller))).toBe('too-soon')
})

test('CALLING-2: a department answers on its screen for itself only, whoever calls for any on cans', () => {
  const answer = (by: ReturnType<typeof aViewer>, department: string, channel: 'screen' | 'cans') => {
    const night = littleNight().do({ name: 'standby.give', moment: momentId('lamp') })
    if (by === theSM) night.do({ name: 'desk.take' }, theSM)
    const name = id<'department'>(department)
    return codeOf(
      night.ask({ name: 'standby.acknowledge', moment: momentId('lamp'), department: name, channel }, by),
    )
  }
  for (const role of ['dept', 'dresser', 'MD'] satisfies RoleName[]) {
    const by = aViewer(role, { department: 'snd' })
    expect([
      role,
      answer(by, 'snd', 'screen'),
      answer(by, 'lx', 'screen'),
      answer(by, 'snd', 'cans'),
    ]).toEqual([role, 'ok', 'not-yours', 'not-yours'])
  }
  expect(['lx', 'snd', 'fly'].map((name) => answer(theCaller, name, 'cans'))).toEqual(['ok', 'ok', 'ok'])
  expect(answer(theSM, 'lx', 'cans')).toBe('ok')
  expect(answer(theCaller, 'lx', 'screen')).toBe('not-yours')
  expect(answer(aViewer('dept'), 'lx', 'screen')).toBe('not-yours')
  expect(answer(aViewer('ASM', { department: 'lx' }), 'lx', 'screen')).toBe('not-yours')
})

test('CALLING-3: nothing is done before the opening, and nothing but notes after the close', () => {
  const note = { name: 'note.write', department: null, text: 'The lamp was late.' } as const
  const all = [...desk, note, { name: 'performance.close' } as const]
  for (const command of all) {
    expect(codeOf(nightOf(littleShow()).ask(command))).toBe('not-open')
  }
  const closed = littleNight().do({ name: 'performance.close' })
  for (const command of all) {
    expect([command.name, codeOf(closed.ask(command))]).toEqual([
      command.name,
      command === note ? 'ok' : 'closed',
    ])
  }
  expect(codeOf(closed.ask({ name: 'desk.take' }, theSM))).toBe('closed')
})

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}

test('CALLING-24: whatever is asked comes to events that fold in or to a refusal in words, and changes nothing', () => {
  fc.assert(
    fc.property(anyShow, anyPresses, (show, presses) => {
      const night = nightOf(frozen(show)).open()
      for (const press of presses) {
        frozen(night.state)
        playPresses(night, [press])
      }
      for (const { decision } of night.asked.filter((asked) => !asked.decision.ok)) {
        expect(codeOf(decision)).toMatch(/^[a-z-]+$/)
        expect(sentenceOf(decision)).toMatch(/^\S.*[.]$/)
      }
    }),
    { numRuns: 150 },
  )
})

test('CALLING-48: a press of more than two seconds ago is not done after all; what waits for a connection still is', () => {
  const night = littleNight().do({ name: 'act.up', act: 1 })
  const press = (command: CallingCommand, ageMs: number) => codeOf(night.ask(command, theCaller, ageMs))
  expect(press({ name: 'clock.hold' }, GO_AGE_MS_MAX + 1)).toBe('too-old')
  expect(press({ name: 'clock.hold' }, GO_AGE_MS_MAX)).toBe('ok')
  expect(press({ name: 'act.down', act: 1 }, 11_000)).toBe('too-old')
  expect(press({ name: 'note.write', department: null, text: 'Late.' }, 3_600_000)).toBe('ok')
  // It gets as far as being looked for.
  expect(press({ name: 'task.finish', task: 'none' }, 3_600_000)).toBe('no-such-task')
})
