// What the facts of the network say, and that nothing guessed is said as known.

import { expect, test } from 'vitest'
import { instant } from '../../core/kit/time.ts'
import type { NetworkFacts } from '../../wire/network.ts'
import { languages, wordsIn } from '../../words/words.ts'
import { curesOf } from './cures.ts'
import { CLOCK_MS, diagnose, type Finding } from './diagnose.ts'

const facts: NetworkFacts = {
  now: instant(10_000_000),
  letsIn: true,
  openedAt: instant(9_000_000),
  addresses: ['http://192.0.2.7:4444', 'http://ghostlight.local:4444'],
  name: 'ghostlight.local',
  moved: null,
  reached: [{ address: 'http://192.0.2.7:4444', ok: true }],
  others: [],
  heardAt: null,
  visitedAt: null,
  unused: 0,
}
const whats = (changed: Partial<NetworkFacts>, devices: Parameters<typeof diagnose>[1] = []) =>
  diagnose({ ...facts, ...changed }, devices).map(({ what, sure }) => `${what} ${sure}`)
const clocked = (name: string, ahead: number, within = 20) => ({
  name,
  pulse: { screen: null, lag: null, clock: { ahead, within }, drift: null },
})

test('NETWORK-20: where only this machine is let in, or it is in no network, that is said and nothing is guessed', () => {
  expect(whats({ letsIn: false, unused: 5 })).toEqual(['only-here known', 'internet fine'])
  expect(whats({ addresses: [], reached: [], unused: 5 })).toEqual(['no-network known', 'internet fine'])
})

test('NETWORK-20: before anybody has tried nothing is wrong; once somebody came in from outside the way is open', () => {
  expect(whats({})).toEqual(['nothing-yet fine', 'internet fine'])
  expect(whats({ unused: 3, visitedAt: instant(9_500_000) })).toEqual(['visited fine', 'internet fine'])
})

test('NETWORK-20: with links waiting and nobody in, that is known; firewall and isolation are guessed, the likelier first', () => {
  expect(whats({ unused: 2 })).toEqual([
    'nobody-in known',
    'isolation guess',
    'firewall guess',
    'internet fine',
  ])
  const hears = diagnose({ ...facts, unused: 2, heardAt: facts.now }, [])
  expect(hears.map(({ what }) => what)).toEqual(['nobody-in', 'firewall', 'isolation', 'internet'])
  expect(hears.flatMap((one) => ('likelier' in one ? [one.likelier] : []))).toEqual([true, false])
})

test('NETWORK-20: a changed address, one that is not reached from here, and another Ghostlight are known', () => {
  const moved = { at: instant(9_900_000), before: ['http://192.0.2.1:4444'] }
  const others = [{ name: 'ghostlight-2.local', addresses: [] }]
  const reached = [{ address: 'http://192.0.2.7:4444', ok: false }]
  expect(whats({ moved, others, reached, visitedAt: facts.now })).toEqual([
    'moved known',
    'not-reached known',
    'firewall guess',
    'visited fine',
    'another known',
    'internet fine',
  ])
})

test('NETWORK-20: a device whose clock is out is known, at the bound not; three that agree against this machine make its clock a guess, two do not', () => {
  expect(whats({}, [clocked('a', CLOCK_MS + 20)])).toContain('clocks fine')
  expect(whats({}, [clocked('a', CLOCK_MS + 21)])).toContain('device-clock known')
  const three = [clocked('a', 60_000), clocked('b', 60_500), clocked('c', 59_500)]
  expect(whats({}, three)).toEqual(['nothing-yet fine', 'own-clock guess', 'internet fine'])
  expect(whats({}, three.slice(1))).toEqual([
    'nothing-yet fine',
    'device-clock known',
    'device-clock known',
    'internet fine',
  ])
  expect(whats({}, [...three, clocked('d', 0)])).toContain('device-clock known')
  expect(whats({}, [{ name: 'x', pulse: null }])).toEqual(['nothing-yet fine', 'internet fine'])
})

test('NETWORK-20, NETWORK-22: whatever is known or guessed to be wrong has a cure in a sentence, in every language', () => {
  const wrong: readonly Finding[] = [
    ...diagnose({ ...facts, letsIn: false }, []),
    ...diagnose({ ...facts, addresses: [] }, []),
    ...diagnose({ ...facts, unused: 2, moved: { at: instant(1), before: [] } }, []),
    ...diagnose({ ...facts, others: [{ name: 'ghostlight-2.local', addresses: [] }] }, [
      clocked('a', 60_000),
    ]),
    ...diagnose(facts, [clocked('a', 60_000), clocked('b', 60_000), clocked('c', 60_000)]),
  ].filter(({ sure }) => sure !== 'fine')
  const whats = [...new Set(wrong.map(({ what }) => what))].toSorted()
  expect(whats).toEqual([
    'another',
    'device-clock',
    'firewall',
    'isolation',
    'moved',
    'no-network',
    'nobody-in',
    'only-here',
    'own-clock',
  ])
  for (const language of languages) {
    const { check } = wordsIn(language)
    // That nobody came in is the fact; its two guesses carry the cures.
    for (const finding of wrong.filter(({ what }) => what !== 'nobody-in'))
      expect(curesOf(check.cures, finding, '4444').map((one) => one.length > 20)).not.toContain(false)
    expect(check.cures.portal.length).toBeGreaterThan(20)
  }
})
