// The words for times and places, and the settings of a display.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer, CURTAIN_AT, TestNight } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { instant } from '../../core/kit/time.ts'
import { planOf } from '../../core/night/night.ts'
import { view } from '../../core/night/view.ts'
import { CALL_LATE_MS } from '../../core/paperwork/report.ts'
import { settingsFrom } from './display-settings.ts'
import { cueWhen, positionWords } from './phase.ts'
import { agoWords, bigWhenWords, callWhen, countdown, lateWords, listWords, whenWords } from './words.ts'

const at = CURTAIN_AT
const before = (seconds: number) => instant(at - seconds * 1000)
const zone = 'Europe/London'

test('DESK-23: near times count down to nought, far ones are said by the clock', () => {
  expect(countdown(before(48), at)).toBe('0:48')
  expect(countdown(instant(at - 47_001), at)).toBe('0:48')
  expect(countdown(at, at)).toBe('0:00')
  expect(countdown(instant(at + 5_000), at)).toBe('0:00')
  expect(whenWords(before(48), at, zone)).toBe('in 0:48')
  expect(whenWords(before(3_599), at, zone)).toBe('in 59:59')
  expect(whenWords(before(3_600), at, zone)).toBe('at 19:30')
  expect(whenWords(at, at, zone)).toBe('now')
})

test('DESK-23: alone and large, ten minutes and more are whole minutes, so that no countdown looks like a time', () => {
  expect(bigWhenWords(before(600), at, zone)).toBe('10:00')
  expect(bigWhenWords(before(601), at, zone)).toBe('11 min')
  expect(bigWhenWords(before(20 * 60 + 5), at, zone)).toBe('21 min')
  expect(bigWhenWords(before(3_600), at, zone)).toBe('at 19:30')
  fc.assert(
    fc.property(fc.nat(4 * 3_600), (seconds) => {
      const words = bigWhenWords(before(seconds), at, zone)
      // Two digits, a colon and two digits is either ten minutes to go, or says "at".
      if (/^\d\d:\d\d$/.test(words)) expect(words).toBe('10:00')
    }),
  )
})

test('DESK-75: a call is now for a minute, and then it was not called yet', () => {
  const past = (ms: number) => instant(at + ms)
  expect(callWhen(before(61), at, zone)).toBe('in 1:01')
  expect([0, CALL_LATE_MS - 1, CALL_LATE_MS, 35 * 60_000].map((ms) => callWhen(past(ms), at, zone))).toEqual([
    'now',
    'now',
    'not called yet',
    'not called yet',
  ])
  expect(callWhen(before(20 * 60), at, zone, bigWhenWords)).toBe('20 min')
  expect([CALL_LATE_MS, 10 * 60_000 + 59_000].map((ms) => lateWords(past(ms), at))).toEqual([
    '1 min',
    '10 min',
  ])
})

test('DESK-76: a cue whose act came down without it is not now; what is for the interval is', () => {
  const night = new TestNight(planOf(shortShow().show), 0).open()
  night.now = at
  night.do({ name: 'act.up', act: 1 })
  const act = night.plan.timeline.acts.find((one) => one.act === 1)
  const length = act?.seconds ?? 0
  const when = (seconds: number) => {
    const { position } = view(night.plan, night.state, aViewer('dept', { department: 'lx' }))
    return position ? cueWhen(position, { act: 1, seconds }, night.now) : ''
  }
  night.wait(length * 1000)
  expect(when(length - 1)).toBe('now')
  night.do({ name: 'act.down', act: 1 })
  expect([when(length - 1), when(length)]).toEqual(['act 1 down', 'now'])
  night.do({ name: 'act.up', act: 2 })
  expect([when(length - 1), when(length)]).toEqual(['act 1 down', 'act 1 down'])
})

test('DESK-23: ages and lists as they are said', () => {
  expect([41_000, 119_999, 120_000, 7_199_999, 7_200_000, 172_799_999, 172_800_000].map(agoWords)).toEqual([
    '41 s',
    '119 s',
    '2 min',
    '119 min',
    '2 h',
    '47 h',
    '2 days',
  ])
  expect(listWords([])).toBe('')
  expect(listWords(['Ana'])).toBe('Ana')
  expect(listWords(['Ana', 'Ben', 'Cho'])).toBe('Ana, Ben and Cho')
})

test('DESK-22: stored settings count only where they still mean something', () => {
  const usual = { theme: 'dim', size: 'middle', cueLight: 'amber', brightness: 1, words: 'show' }
  for (const stored of [
    null,
    'red',
    7,
    [],
    { theme: 'neon', size: 3, cueLight: 'mauve', brightness: 9 },
    { brightness: 0.1 },
  ]) {
    expect(settingsFrom(stored)).toEqual(usual)
  }
  expect(settingsFrom({ theme: 'red', brightness: 0.5 })).toEqual({ ...usual, theme: 'red', brightness: 0.5 })
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { brightness } = settingsFrom(stored)
      expect(brightness).toBeGreaterThanOrEqual(0.3)
      expect(brightness).toBeLessThanOrEqual(1)
    }),
  )
})

test('POCKET-6: where the show is, in one line, through the whole night', () => {
  const one = new TestNight(planOf(shortShow().show), 0).open()
  const words = () => {
    const { position, order } = view(one.plan, one.state, aViewer('callboard'))
    if (!position) throw new Error('everybody sees the position')
    return positionWords(position, order, one.now)
  }
  expect(words()).toBe('Curtain up in 30:00')
  one.now = CURTAIN_AT
  one.do({ name: 'act.up', act: 1 })
  expect(words()).toBe('Act 1 · 1 The Shutters')
  one.wait(300_000).do({ name: 'act.down', act: 1 })
  expect(words()).toBe('Interval · act 2 at 19:50, in 15 min')
  one.wait(900_000).do({ name: 'act.up', act: 2 })
  expect(words()).toBe('Act 2 · 3 The Harbour at Night')
  one.wait(300_000).do({ name: 'act.down', act: 2 })
  expect(words()).toBe('The show came down at 19:55')
  one.do({ name: 'performance.close' })
  expect(words()).toBe('This performance is closed')
})

test('WORDS-2: the words a device chose are kept with its light; the language for tests is none of them', () => {
  expect(settingsFrom({ words: 'en-US' }).words).toBe('en-US')
  expect(settingsFrom({ words: 'pseudo' }).words).toBe('show')
})
