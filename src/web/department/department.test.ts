// What fills a department's screen, on real nights without a server.

import { expect, test } from 'vitest'
import { aViewer, CURTAIN_AT, TestNight, theCaller } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { id } from '../../core/kit/ids.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import { type Asked, afterFace, faceAt, faceName, faceOf, GO_SHOWN_MS, offWords, unanswered } from './face.ts'

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
  expect(open()).toEqual(['lx-1', 'dawn'])
  one.wait(1_000).do(answer('lx-1'), screen)
  expect(open()).toEqual(['dawn'])
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
  expect(faceAt(position, now.moment, one.now)).toBe(CURTAIN_AT)
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
