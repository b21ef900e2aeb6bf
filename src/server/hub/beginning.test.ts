// Another night reaches many screens without keeping whoever presses waiting.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { TestClock } from '../../../test/kit/server.ts'
import type { RoleName } from '../../core/disclosure/policy.ts'
import type { Device } from '../../core/installation/installation.ts'
import { instant } from '../../core/kit/time.ts'
import type { Clock } from '../clock/clock.ts'
import { BEGIN_SLICE_MS, openBeginning } from './beginning.ts'
import { freshSession, type Session } from './session.ts'

const connection = { send() {}, sendPacked() {}, buffered: () => 0, close() {} }
const sessionOf = (role: RoleName): Session =>
  freshSession({
    connection,
    secretHash: '',
    viewer: aViewer(role),
    // `as`: nothing here looks at it.
    device: {} as Device,
    allowance: { tokens: 1, at: 0, most: 1, perSecond: 1 },
    talk: { tokens: 1, at: 0, most: 1, perSecond: 1 },
  })

/** To lay one screen out takes `ms`. */
function shownIn(ms: number) {
  const real = new TestClock()
  let late = 0
  const clock: Clock = {
    now: () => instant(real.now() + late),
    after: (wait, act) => real.after(wait, act),
    sinceStart: () => real.sinceStart(),
  }
  const shown: Session[] = []
  const beginning = openBeginning(clock, (session) => {
    late += ms
    session.begins = false
    shown.push(session)
  })
  return { shown, beginning, turn: () => real.pass(0) }
}

test('HUB-45: screens are laid out in slices, whoever calls first, and between them others have their turn', () => {
  const { shown, beginning, turn } = shownIn(BEGIN_SLICE_MS / 2)
  const sessions = [...Array.from({ length: 4 }, () => sessionOf('perf')), sessionOf('caller')]
  beginning.begin(sessions)
  expect(shown.map(({ viewer }) => viewer.roles)).toEqual([['caller'], ['perf']])
  expect(sessions.filter(({ begins }) => begins).length).toBe(3)
  turn()
  expect(shown.length).toBe(5)
  expect(sessions.some(({ begins }) => begins)).toBe(false)
})

test('HUB-45: a screen that takes longer than a slice is laid out all the same; where all is quick there is one', () => {
  const slow = shownIn(BEGIN_SLICE_MS * 3)
  slow.beginning.begin([sessionOf('perf'), sessionOf('perf')])
  expect(slow.shown.length).toBe(1)
  slow.turn()
  expect(slow.shown.length).toBe(2)
  const quick = shownIn(0)
  quick.beginning.begin(Array.from({ length: 500 }, () => sessionOf('perf')))
  expect(quick.shown.length).toBe(500)
})

test('HUB-45: what has said hello since is not shown twice, and another night takes the place of the slices of the last', () => {
  const { shown, beginning, turn } = shownIn(BEGIN_SLICE_MS)
  const [one, two, three] = [sessionOf('perf'), sessionOf('perf'), sessionOf('perf')]
  beginning.begin([one, two, three])
  two.begins = false
  turn()
  expect(shown).toEqual([one, three])
  beginning.begin([one, two])
  beginning.begin([one, two])
  turn()
  turn()
  expect(shown).toEqual([one, three, one, one, two])
})
