// Whole evenings from seeds, with people who are asked about each other: the ladder holds whatever fails and whoever answers.

import { expect, test } from 'vitest'
import type { NightKind } from './kinds.ts'
import { type NightReport, playNight } from './night.ts'
import { asked, summary, told } from './told.ts'

/** In a run; `npm run soak evenings -- --from N` plays more, from there on; `GHOSTLIGHT_SEED` plays one and tells what happened in it. */
const EVENINGS = 20
/** Of so many there is one on which nobody tells from one side. */
const BLIND_EACH = 6
const TOLD_LINES = 60
/** A long run says how far it has come, so that one that is stopped counts too. */
const SAID_EACH = 25

async function played(kind: NightKind, evenings: number): Promise<readonly NightReport[]> {
  const only = asked('GHOSTLIGHT_SEED')
  const from = asked('GHOSTLIGHT_FROM') ?? 1
  const seeds = only === null ? Array.from({ length: evenings }, (_, index) => index + from) : [only]
  const reports: NightReport[] = []
  const broken: string[] = []
  for (const seed of seeds) {
    const report = await playNight({ seed, kind })
    reports.push(report)
    if (report.findings.length > 0) {
      broken.push(told(report, 'evenings'))
      console.log(told(report, 'evenings'))
    }
    if (reports.length % SAID_EACH === 0 && reports.length < seeds.length)
      console.log(`${kind}: seeds ${from} to ${seed} played, ${broken.length} broke a rule`)
  }
  if (only !== null)
    console.log((await playNight({ seed: only, kind, traced: 'any' })).trace.slice(-TOLD_LINES).join('\n'))
  console.log(`${kind}: ${summary(reports, seeds)}`)
  expect(broken).toEqual([])
  return reports
}

const evenings = asked('GHOSTLIGHT_NIGHTS') ?? EVENINGS
const total = (reports: readonly NightReport[], count: keyof NightReport['ladders']): number =>
  reports.reduce((all, { ladders }) => all + ladders[count], 0)

test('SIM-19, SIM-20, SIM-21: on no evening does a rung go back, come early or late, end without a word, or reach anybody else', async () => {
  const reports = await played('evening', evenings)
  if (reports.length < EVENINGS) return
  // Evenings on which nothing happened would judge nothing.
  expect(total(reports, 'sent')).toBeGreaterThan(EVENINGS / 4)
  expect(total(reports, 'ended')).toBeGreaterThan(EVENINGS / 4)
})

test('SIM-22: nobody is asked about for a side from which nobody tells', async () => {
  const reports = await played('blind evening', Math.ceil(evenings / BLIND_EACH))
  if (reports.length < EVENINGS / BLIND_EACH) return
  expect(total(reports, 'blind')).toBeGreaterThan(0)
})

test('SIM-1: the same seed is the same evening, byte for byte', async () => {
  const [first, second] = [
    await playNight({ seed: 5, kind: 'evening' }),
    await playNight({ seed: 5, kind: 'evening' }),
  ]
  expect(second).toEqual(first)
})
