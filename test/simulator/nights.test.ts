// Two hundred nights from seeds, and whatever seed is asked for: none may break a rule.

import { expect, test } from 'vitest'
import { playNight } from './night.ts'

test('SIM-1: a seed', async () => {
  const seed = Number(process.env['GHOSTLIGHT_SEED'] ?? 1)
  const t = performance.now()
  const report = await playNight({ seed, traced: 'any' })
  console.log(performance.now() - t, { ...report, trace: [] })
  console.log(report.trace.slice(-60).join('\n'))
  expect(report.findings).toEqual([])
})
