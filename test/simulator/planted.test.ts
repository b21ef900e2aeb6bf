// The checkers are checked: a night with a fault of ours in it must be found out, by the rule that is there for it.

import { describe, expect, test } from 'vitest'
import { playNight } from './night.ts'
import { planted } from './planted.ts'

const NIGHTS = 3

describe('SIM-13: what is planted is found', () => {
  test.for(planted.map((one) => [one.what, one] as const))('SIM-13: %s', async ([, one]) => {
    const { rule, only, plant, nights = NIGHTS, mayPass = false } = one
    let found = 0
    for (let seed = 1; seed <= nights; seed += 1) {
      let strikes = 0
      const strike = () => {
        strikes += 1
      }
      const { findings } = await playNight({ seed, only, plant: plant(strike) })
      const rules = [...new Set(findings.map((finding) => finding.rule))]
      if (strikes === 0) expect([seed, findings]).toEqual([seed, []])
      const isFound = rules.includes(rule)
      if (strikes > 0 && !isFound) expect([seed, rules, mayPass]).toEqual([seed, rules, true])
      found += isFound ? 1 : 0
      if (mayPass && isFound) break
    }
    expect(found).toBeGreaterThan(0)
  })
})
