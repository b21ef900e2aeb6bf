// What fills a department's screen, on real nights without a server.

import { expect, test } from 'vitest'
import { callingShow } from '../../../test/kit/calling-show.ts'
import { aViewer, CURTAIN_AT, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { expectedAt } from '../../core/calling/expected.ts'
import { id } from '../../core/kit/ids.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import {
  type Asked,
  afterFace,
  clearFor,
  faceName,
  faceOf,
  GO_SHOWN_MS,
  isWarned,
  lastCalledOf,
  offWords,
  saidOf,
  unanswered,
} from './face.ts'

const { show } = shortShow()
const lx = id<'department'>('lx')
const screen = aViewer('dept', { department: 'lx' })

function night(): TestNight {
  const one = new TestNight(planOf(show), 0).open()
  one.now = CURTAIN_AT
  return one.do({ name: 'act.up', act: 1 })
}

function asked(one: TestNight): Asked {
  const { position, cues, calling } = view(one.plan, one.state, screen)
  if (!position || !cues || !calling) throw new Error('a department sees its cues')
  return { position, cues, calling, department: lx, now: one.now }
}

const face = (one: TestNight) => faceOf(asked(one))
const words = (one: TestNight): string => {
  const now = face(one)
  return 'moment' in now ? `${now.kind} ${faceName(now.moment)}` : now.kind
}
const standby = (moment: string) => ({ name: 'standby.give', moment: id<'moment'>(moment) }) as const
const answer = (moment: string) =>
  ({
    name: 'standby.acknowledge',
    moment: id<'moment'>(moment),
    department: lx,
    channel: 'screen',
  }) as const

test('DEPT-1: STANDBY stands until the cue is called; the others standing by are named', () => {
  const one = night().do(standby('lx-1'))
  expect(words(one)).toBe('standby LX 1')
  one.do(standby('dawn')).do(standby('snd-2'))
  const now = face(one)
  expect(now.kind === 'standby' && now.others.map(faceName)).toEqual(['LX 2'])
  one.wait(600_000)
  expect(words(one)).toBe('standby LX 1')
  one.go()
  expect(words(one)).toBe('standby LX 2')
})

test('DEPT-2: a touch answers for all of its cues that nobody has answered', () => {
  const one = night().do(standby('lx-1')).do(standby('dawn'))
  const open = () => unanswered(asked(one).calling, asked(one).cues, lx).map((moment) => moment.id)
  expect(open()).toEqual(['lx-1', 'lx-2'])
  one.wait(1_000).do(answer('lx-1'), screen)
  expect(open()).toEqual(['lx-2'])
  expect(face(one)).toMatchObject({ kind: 'standby', answeredAt: CURTAIN_AT + 1_000 })
  one.do({ ...answer('dawn'), channel: 'cans' }, theCaller)
  expect(open()).toEqual([])
})

test('DEPT-3: GO stands for three seconds, unless the next standby comes first', () => {
  const one = night()
  one.go()
  expect(words(one)).toBe('go LX 1')
  one.wait(GO_SHOWN_MS - 1)
  expect(words(one)).toBe('go LX 1')
  one.wait(1)
  expect(words(one)).toBe('next LX 2')
  one.go()
  one.wait(100).do(standby('lx-3'))
  expect(words(one)).toBe('standby LX 3')
})

test('DEPT-4: after a step back it says what was called, and is neither armed nor told to go', () => {
  const one = night().do(standby('lx-1')).do(answer('lx-1'), screen)
  one.go()
  one.wait(500).do({ name: 'desk.step-back', move: one.state.calling.desk.move, reason: '' })
  expect(face(one)).toMatchObject({ kind: 'next', moment: { id: 'lx-1' }, stepped: { at: CURTAIN_AT } })
  expect(unanswered(asked(one).calling, asked(one).cues, lx)).toEqual([])
  one.wait(5_000).do(standby('lx-1'))
  expect(face(one)).toMatchObject({ kind: 'standby', answeredAt: null })
})

test('DEPT-4: a step back over another department’s cue says nothing here', () => {
  const one = night()
  for (let count = 0; count < 4; count += 1) one.go()
  one.wait(4_000).do({ name: 'desk.step-back', move: one.state.calling.desk.move, reason: '' })
  expect(face(one)).toMatchObject({ kind: 'next', moment: { id: 'lx-4' }, stepped: null })
})

test('DEPT-5: dim stands the next cue, what sets it off, when, and the three after it', () => {
  const one = night()
  const now = face(one)
  if (now.kind !== 'next') throw new Error('nothing stands by')
  const { position, cues, calling } = asked(one)
  expect(offWords(now.moment)).toBe('on “word 1”')
  expect(expectedAt(position.running, now.moment.at, one.now)).toBe(CURTAIN_AT)
  expect(afterFace(now, cues, calling).map(faceName)).toEqual(['LX 2', 'LX 3', 'LX 4'])
})

test('DEPT-5: what sets a cue off, in words', () => {
  const one = night()
  const now = face(one)
  if (now.kind !== 'next') throw new Error('nothing stands by')
  const [cue] = now.moment.cues
  if (!cue) throw new Error('it has a cue')
  const how = (kind: typeof cue.how, watch: string | null, line: string | null = null) =>
    offWords({ ...now.moment, line, cues: [{ ...cue, how: kind, watch }] })
  expect(how('visual', 'the lamp')).toBe('visual: the lamp')
  expect(how('timed', 'after 4 s')).toBe('after 4 s')
  expect(how('auto-follow', 'after 4 s')).toBe('follows by itself after 4 s')
  expect(how('follow-on', null)).toBe('follows on')
  expect(how('called', null)).toBe('')
})

test('DEPT-7: with no cue left, and after the close, it says so', () => {
  const one = night()
  one.wait(300_000).do({ name: 'act.down', act: 1 }).wait(900_000).do({ name: 'act.up', act: 2 })
  for (let count = 0; count < 8; count += 1) one.go()
  one.wait(GO_SHOWN_MS)
  expect(words(one)).toBe('nothing-left')
  one.do({ name: 'act.down', act: 2 }).do({ name: 'performance.close' })
  expect(words(one)).toBe('closed')
})

/** The flys of a night with a spotter, a list in the pit and close cues. */
function busy(): { readonly one: TestNight; readonly flys: () => Asked } {
  const one = new TestNight(planOf(callingShow().show), 0).open().do({ name: 'act.up', act: 1 })
  const fly = id<'department'>('fly')
  const flys = () => {
    const { position, cues, calling } = view(one.plan, one.state, aViewer('dept', { department: 'fly' }))
    if (!position || !cues || !calling) throw new Error('a department sees its cues')
    return { position, cues, calling, department: fly, now: one.now }
  }
  return { one, flys }
}

test('DEPT-8: clear is for the next cue that waits for it, and for nothing once that is called', () => {
  const { one, flys } = busy()
  const clear = () => {
    const found = clearFor(flys().cues, flys().calling)
    return found && [faceName(found.moment), found.said]
  }
  expect(clear()).toEqual(['FLY 3', false])
  one.do({ name: 'standby.give', moment: id<'moment'>('fly-3') })
  one.do({ name: 'clear.say', moment: id<'moment'>('fly-3') }, aViewer('dept', { department: 'fly' }))
  expect(clear()).toEqual(['FLY 3', true])
  while (one.go().ok) one.wait(1)
  expect(clear()).toBeNull()
  expect(clearFor(asked(night()).cues, asked(night()).calling)).toBeNull()
})

test('DEPT-9: the four words are about its cue called last, and say which was said', () => {
  const one = night()
  expect(lastCalledOf(asked(one).cues, asked(one).calling)).toBeNull()
  one.go()
  const word = { name: 'cue.report', moment: id<'moment'>('lx-1'), department: lx } as const
  const said = () => {
    const last = lastCalledOf(asked(one).cues, asked(one).calling)
    return last && [faceName(last.moment), saidOf(last.reports, lx)]
  }
  expect(said()).toEqual(['LX 1', null])
  one.do({ ...word, outcome: 'late' }, screen).do({ ...word, outcome: 'complete' }, screen)
  expect(said()).toEqual(['LX 1', 'complete'])
  one.go()
  expect(said()).toEqual(['LX 2', null])
})

test('DEPT-10: a cut cue stays in the list and never fills the screen', () => {
  const one = night().do({ name: 'cue.cut', moment: id<'moment'>('dawn') })
  one.go()
  one.wait(GO_SHOWN_MS)
  expect(words(one)).toBe('next LX 3')
  const list = () => afterFace(face(one), asked(one).cues, asked(one).calling).map((moment) => moment.id)
  expect(list()).toEqual(['lx-2', 'lx-4', 'lx-5'])
  one.do({ name: 'desk.step-back', move: one.state.calling.desk.move, reason: '' })
  expect(list()[0]).toBe('lx-2')
})

test('DEPT-11: from the point the book warns at, the next cue is coming up; before the act it is not', () => {
  const { cues, ...rest } = show
  const warned = cues.map((cue) =>
    cue.id === 'lx-3' ? { ...cue, warn: { item: id<'item'>('opening'), seconds: 60 } } : cue,
  )
  const one = new TestNight(planOf({ ...rest, cues: warned }), 0).open()
  const is = () => {
    const { position, cues: shown, now } = asked(one)
    const line = shown.moments.find((moment) => moment.id === 'lx-3')
    return line !== undefined && isWarned(position, line, now)
  }
  one.now = CURTAIN_AT
  one.wait(600_000)
  expect(is()).toBe(false)
  one.do({ name: 'act.up', act: 1 }).wait(59_000)
  expect(is()).toBe(false)
  one.wait(1_000)
  expect(is()).toBe(true)
})
