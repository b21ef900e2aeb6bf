// The sheets of a night one at a time, with room for a press after each.

import { expect, onTestFinished, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { openServedHouse } from '../../../test/kit/served-house.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { must } from '../../core/kit/assert.ts'
import { instant } from '../../core/kit/time.ts'
import { sheetIdsFor, sheetsFor } from '../../core/night/sheets.ts'
import { sheetsInSlices } from './sheet-slices.ts'

test('PAPER-17: after each sheet what came meanwhile is let through, and together they are what they would be at once', async () => {
  const house = await openServedHouse({ show: littleShow() })
  onTestFinished(() => house.close())
  const night = must(house.server.stage.night(), 'a night is on')
  const at = { plan: night.plan, state: night.owner.state() }
  const viewer = aViewer(['caller', 'SM'])
  const now = instant(1_800_000_000_000)
  const all = sheetIdsFor(night.plan, at.state, viewer, null)
  let pauses = 0
  const sheets = await sheetsInSlices(at, { viewer, asked: null, now }, async () => {
    pauses += 1
  })
  expect(all.length).toBeGreaterThan(5)
  expect(pauses).toBe(all.length)
  expect(sheets).toEqual(sheetsFor(at.plan, at.state, viewer, { asked: null, now }))
})
