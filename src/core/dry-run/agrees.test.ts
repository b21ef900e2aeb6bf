// The sum by which a night asks is the sum that is measured: the same silences through both.

import { expect, test } from 'vitest'
import { must } from '../kit/assert.ts'
import * as night from '../presence/policy.ts'
import { riskInSilence, riskOffStage, type Silence } from '../presence/risk.ts'
import { scaleOf } from '../presence/silence.ts'
import { gapsOf, layOut, type Person } from './company.ts'
import { play } from './evening.ts'
import { CHOOSING_SEEDS, NOTICED } from './parameters.ts'
import { asking, type Look } from './policies.ts'
import { scan } from './scan.ts'
import { minutesAt, STEPS, stepAt, type Track, trackOf, watched } from './watch.ts'

const chance = 0.7

/** What a night would know at the latest moment before the entrance that ends this gap. */
function silenceAt(person: Person, track: Track, gap: number, at: number): Silence {
  const gaps = gapsOf(person).map(({ from, to }) => ({
    from: minutesAt(stepAt(from)),
    to: minutesAt(stepAt(to)),
  }))
  const seen =
    track.seen.map(minutesAt).findLast((time) => time <= at) ?? must(gaps[0], 'there is a gap').from
  const from = must(gaps[gap], 'there is this gap').from
  return {
    seen,
    since: Math.max(seen, from),
    pauses: gaps.slice(0, gap).map(({ to }, index) => ({
      from: to,
      to: must(gaps[index + 1], 'a gap follows').from,
      leaves: 1 - NOTICED[person.kind],
    })),
    missing: person.usuals.map(({ at: due, deviation }, usual) => ({
      ...{ at: due, scale: scaleOf(deviation), probability: chance, name: `${usual}` },
    })),
    meetings: { perMinute: 0, frailty: 1 },
  }
}

test('DRY-12: at the latest moment before each entrance a night comes to the risk that the dry run comes to', () => {
  let compared = 0
  for (const seed of CHOOSING_SEEDS.slice(0, 4)) {
    const layout = layOut(seed)
    const evening = play(layout, 1, 'taps')
    for (const [index, person] of layout.people.entries()) {
      const who = watched(person, () => chance)
      const track = trackOf(who, index, evening, { until: STEPS, blindFrom: () => STEPS })
      const looks: Look[] = []
      const policy = asking('looking on', [1, 2], 0, {
        wants: (look) => {
          looks.push(look)
          return false
        },
      })
      scan({ who, track, policy, until: STEPS, answers: () => null, flagged: () => false })
      const lead = night.leadOf(night.quiet)
      const asked = who.gaps.flatMap(({ from, to, wing }, gap) => {
        const step = stepAt(minutesAt(to) - lead)
        return wing !== null && step >= from ? [{ gap, at: minutesAt(step) }] : []
      })
      expect(looks).toHaveLength(asked.length)
      for (const [order, { gap, at }] of asked.entries()) {
        const come = new Set(
          (evening.seen[index] ?? []).flatMap(({ at: seenAt, usual }) =>
            usual !== null && minutesAt(stepAt(seenAt)) <= at ? [usual] : [],
          ),
        )
        const all = silenceAt(person, track, gap, at)
        const silence = { ...all, missing: all.missing.filter((_, usual) => !come.has(usual)) }
        const look = must(looks[order], 'it was looked at')
        // Both take sums in steps of five seconds, from moments up to a step apart.
        expect(Math.abs(riskOffStage(silence, at) - look.riskOffStage)).toBeLessThanOrEqual(
          0.1 + 0.03 * look.riskOffStage,
        )
        compared += 1
        // A sighting while on stage counts for a night also where a short gap follows; the dry run passes over it there.
        if (silence.pauses.some(({ from, to }) => from <= silence.seen && silence.seen <= to)) continue
        expect(Math.abs(riskInSilence(silence, at) - look.risk)).toBeLessThanOrEqual(0.1 + 0.05 * look.risk)
      }
    }
  }
  expect(compared).toBeGreaterThan(500)
})

test('DRY-12: what is believed of an entrance that nobody remarked on is what the dry run assumes', () => {
  expect(night.noticed).toEqual(NOTICED)
})
