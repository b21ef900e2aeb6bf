// The report as text and as a mail: nothing is lost without a word.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer, littleNight } from '../../../test/kit/nights.ts'
import { reportFor } from '../../core/night/view.ts'
import { MAILTO_LENGTH_MAX, mailOf, reportText, subjectOf } from './report-text.ts'

test('PAPERWORK-21: the report as text has its times, the house, notes and tasks', () => {
  const foh = aViewer('FOH')
  const night = littleNight().do({ name: 'audience.count', count: 411 }, foh)
  night.do({ name: 'note.write', department: null, text: 'The bell is loose' }).do({ name: 'act.up', act: 1 })
  const report = reportFor(night.plan, night.state, aViewer('SM'))
  const text = report ? reportText(report) : ''
  for (const said of ['show report', 'Not closed yet', 'Act 1: up', '411 people in', 'The bell is loose'])
    expect(text).toContain(said)
  expect(report && subjectOf(report)).toContain('performance 1')
})

test('PAPERWORK-22: a mail is within its length, whole or saying at its end how much was cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 80 }), (lines) => {
      const text = lines.map((line) => line.replaceAll('\n', ' ')).join('\n')
      const { address, cut } = mailOf('A report', text)
      expect(address.length).toBeLessThanOrEqual(MAILTO_LENGTH_MAX)
      const body = decodeURIComponent(address.slice(address.indexOf('&body=') + 6)).replaceAll('\r\n', '\n')
      expect(cut ? body.includes('lines more') : body === text).toBe(true)
    }),
  )
  const just = 'x'.repeat(MAILTO_LENGTH_MAX - mailOf('s', '').address.length)
  expect(mailOf('s', just).cut).toBe(false)
  expect(mailOf('s', `${just}x`).cut).toBe(true)
})
