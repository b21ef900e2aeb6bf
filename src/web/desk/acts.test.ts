// How a performance ends that nobody plays to its end: called off at the desk, so that another can be opened.

import { expect, test } from 'vitest'
import { CURTAIN_AT, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import { numberOf } from '../../core/show/kinds.ts'
import { endStep } from './acts.ts'

const plan = planOf(shortShow().show)

function night(): TestNight {
  const one = new TestNight(plan, 0).open()
  one.now = CURTAIN_AT
  return one
}

function positionOf(one: TestNight) {
  const { position } = view(one.plan, one.state, theCaller)
  if (!position) throw new Error('the caller sees where the show is')
  return position
}

const up = (act: number) => ({ name: 'act.up', act }) as const
const down = (act: number) => ({ name: 'act.down', act }) as const

test('DESK-80: before it and in an interval a show is called off, so that another can be opened; not while an act is up, nor where the close is the next thing', () => {
  const one = night()
  const step = () => {
    const now = endStep(positionOf(one), null)
    return now && [now.key, now.words, now.command.name]
  }
  const off = ['e', 'Call it off', 'performance.close']
  expect(step()).toEqual(off)
  one.do(up(1))
  expect(step()).toBeNull()
  one.wait(400_000).do(down(1))
  expect(step()).toEqual(off)
  one.wait(900_000).do(up(2)).wait(300_000).do(down(2))
  expect(step()).toBeNull()
  one.do({ name: 'performance.close' })
  expect(step()).toBeNull()
})

test('DESK-80: a tech of a book without a cue is ended before anything of it was run', () => {
  const position = positionOf(night())
  const tech = { ...position, number: numberOf('tech', 1) }
  expect(endStep(tech, null)).toMatchObject({ words: 'Close the night' })
})
