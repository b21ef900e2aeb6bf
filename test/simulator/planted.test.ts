// The checkers are checked: a night with a fault of ours in it must be found out, by the rule that is there for it.

import { describe, expect, test } from 'vitest'
import { playNight } from './night.ts'
import { planted } from './planted.ts'
import { plantedBeneath } from './planted-beneath.ts'
import { plantedConcerns } from './planted-concerns.ts'

/** Nights in which it must be found, and nights that are played at most to get there. */
const FOUND_IN = 2
const NIGHTS_MAX = 40

describe('SIM-13: what is planted is found', () => {
  test.for([...planted, ...plantedBeneath, ...plantedConcerns].map((one) => [one.what, one] as const))(
    'SIM-13: %s',
    async ([, one]) => {
      const { rule, only, kind = 'night', plant, mayPass = false } = one
      let found = 0
      for (let seed = 1; seed <= NIGHTS_MAX && found < FOUND_IN; seed += 1) {
        let strikes = 0
        const strike = () => {
          strikes += 1
        }
        const { findings } = await playNight({ seed, only, kind, plant: plant(strike) })
        const rules = [...new Set(findings.map((finding) => finding.rule))]
        const isFound = rules.includes(rule)
        if (strikes === 0) expect([seed, findings]).toEqual([seed, []])
        else if (!mayPass) expect([seed, rules, isFound]).toEqual([seed, rules, true])
        found += isFound ? 1 : 0
      }
      expect(found).toBe(FOUND_IN)
    },
  )
})
