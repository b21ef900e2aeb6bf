// A double tap, and two hands that mean the same, on what one touch says and takes back.

import { expect, test } from 'vitest'
import { aViewer, codeOf, momentId, nightOf, type TestNight, theCaller } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { JUST_SAID_MS } from './just-said.ts'

const little = littleShow()
const item = little.items[0]?.id ?? id<'item'>('none')
const show = {
  ...little,
  cues: little.cues.map((cue) => (cue.id === 'lx2' ? { ...cue, spotter: id<'track'>('t-ann') } : cue)),
  vamps: [41, 50].map((bar) => ({
    id: id<'vamp'>(String(bar)),
    kind: 'vamp' as const,
    anchor: { item, seconds: bar, bar: String(bar) },
    seconds: 10,
    secondsMax: 40,
    out: 'the lantern',
  })),
}
const lights = aViewer('dept', { department: 'lx', device: 'lx-screen' })
const frontOfHouse = aViewer('FOH', { device: 'foh' })
const lamp = momentId('lamp')

function night(): TestNight {
  const one = nightOf(show, 0).open()
  one.go()
  return one
}

test('CALLING-49: the spotter who presses as the caller says it on cans does not take it back', () => {
  const one = night().do({ name: 'clear.say', moment: lamp })
  const withdraw = () => codeOf(one.ask({ name: 'clear.withdraw', moment: lamp }, lights))
  one.wait(JUST_SAID_MS - 1)
  expect([withdraw(), one.state.calling.clear.length]).toEqual(['just-said', 1])
  one.wait(1)
  expect([withdraw(), one.state.calling.clear.length]).toEqual(['ok', 0])
})

test('CALLING-49: two taps on taking back do not say that the way is clear', () => {
  const one = night().do({ name: 'clear.say', moment: lamp }, lights).wait(5_000)
  one.do({ name: 'clear.withdraw', moment: lamp }, lights).wait(JUST_SAID_MS - 1)
  expect([lights, theCaller].map((by) => codeOf(one.ask({ name: 'clear.say', moment: lamp }, by)))).toEqual([
    'just-said',
    'just-said',
  ])
  expect(one.state.calling.clear).toEqual([])
  expect(codeOf(one.wait(1).ask({ name: 'clear.say', moment: lamp }, lights))).toBe('ok')
})

test('CALLING-49: front of house and the desk give the house at once, and it is given', () => {
  const one = nightOf(show, 0).open().do({ name: 'house.clear', act: 1 }, frontOfHouse).wait(120)
  expect(codeOf(one.ask({ name: 'house.withdraw', act: 1 }))).toBe('just-said')
  expect(one.state.calling.houseClear.map(({ act }) => act)).toEqual([1])
  one.wait(JUST_SAID_MS).do({ name: 'house.withdraw', act: 1 })
  expect(codeOf(one.ask({ name: 'house.clear', act: 1 }, frontOfHouse))).toBe('just-said')
})

test('CALLING-49: two taps on “out” do not begin the next vamp, nor end the one that was begun', () => {
  const [first, second] = [id<'vamp'>('41'), id<'vamp'>('50')]
  const one = nightOf(show, 0).open().do({ name: 'act.up', act: 1 }).do({ name: 'vamp.begin', vamp: first })
  expect(codeOf(one.wait(JUST_SAID_MS - 1).ask({ name: 'vamp.end', vamp: first }))).toBe('just-said')
  one.wait(20_000).do({ name: 'vamp.end', vamp: first }).wait(200)
  expect(codeOf(one.ask({ name: 'vamp.begin', vamp: second }))).toBe('just-said')
  expect(codeOf(one.wait(JUST_SAID_MS).ask({ name: 'vamp.begin', vamp: second }))).toBe('ok')
})

test('CALLING-50: clear is asked for once the moment is next or stood by, and said of no other', () => {
  const one = nightOf(show, 0).open()
  const say = () => codeOf(one.wait(1_000).ask({ name: 'clear.say', moment: lamp }, lights))
  expect([say(), one.state.calling.clear.length]).toEqual(['not-yet', 0])
  one.do({ name: 'standby.give', moment: lamp })
  expect([say(), one.state.calling.clear.length]).toEqual(['ok', 1])
  const next = nightOf(show, 0).open()
  next.go()
  expect(codeOf(next.ask({ name: 'clear.say', moment: lamp }, lights))).toBe('ok')
})
