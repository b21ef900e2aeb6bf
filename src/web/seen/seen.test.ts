// What stands under a name, what the last tap came to, and which answers stand first.

import { expect, test } from 'vitest'
import { Device } from '../../../test/screens/device.ts'
import { id } from '../../core/kit/ids.ts'
import { instant } from '../../core/kit/time.ts'
import type { AskLine, DueLine, Seen } from '../../core/night/presence-sections.ts'
import type { SideEntry } from '../../core/night/side-section.ts'
import { answers } from '../../core/presence/commands.ts'
import { likelyAnswers } from '../../core/presence/likely-answers.ts'
import { STALE_MS, type WatchingSection } from '../../core/presence/watching.ts'
import type { WireCommand } from '../../wire/messages.ts'
import { SEEN_KEPT_MS } from '../link/presses.ts'
import { nothingAskedWords } from './nothing-asked.ts'
import { isSeen, peopleDue, seenWords } from './people-due.ts'
import { questionWords } from './question.ts'
import { lastTap, waitingFor } from './taps.ts'

const NOON = 1_800_000_000_000
const MINUTE = 60_000

const entry = (over: Partial<SideEntry>): SideEntry => ({
  ...{ id: 'o1', place: 'SL2', kind: 'appear', title: 'Lantern', item: 'Duet', seconds: 0 },
  ...{ at: { act: 1, seconds: 60 }, name: 'Ana', as: 'Keeper', child: null, with: [], carries: [] },
  ...{ costume: null, safety: false, notes: null },
  ...over,
})
const line = (over: Partial<DueLine>): DueLine => ({
  ...{ key: 'o1', person: id<'person'>('ana'), name: 'Ana', title: 'Lantern', item: 'Duet' },
  ...{ kind: 'entrance', place: 'SL2', point: { act: 1, seconds: 60 }, at: instant(NOON), spread: null },
  ...{ seen: null, weak: null, child: null },
  ...over,
})
const seen = (over: Partial<Seen>): Seen => ({
  ...{ sighting: 7, how: 'eyes', at: instant(NOON), place: 'SL2', by: 'Jo' },
  ...over,
})
const anAsk: AskLine = {
  ...{ concern: 1, version: 1, ask: 1, name: 'Mia', place: 'SR2', duePlace: 'SR2', look: false },
  ...{ dueAt: instant(NOON + 6 * MINUTE), lookingUntil: null, inTwos: false, ownNextDue: null },
}
const at = (minutes: number) => instant(NOON + minutes * MINUTE)

test('SEEN-1: everybody due stands once, in the plan’s entry where there is one', () => {
  const entries = [entry({}), entry({ id: 'h1', kind: 'hand-off' }), entry({ id: 'p1', name: null })]
  const lines = [
    line({ key: 'h1' }),
    line({}),
    line({ key: 'call', kind: 'call', person: id<'person'>('ben'), name: 'Ben' }),
    // Both ends of one hand-off: the entry is the first's, and the second stands beside it.
    line({ key: 'h1', person: id<'person'>('cho'), name: 'Cho' }),
  ]
  const { entries: listed, dueOf } = peopleDue(entries, { side: 'left', lines })
  expect(listed.map(({ name }) => name)).toEqual(['Ana', 'Ana', null, 'Ben', 'Cho'])
  expect([...dueOf.values()].map(({ key, name }) => `${key} ${name}`).toSorted()).toEqual(
    lines.map(({ key, name }) => `${key} ${name}`).toSorted(),
  )
  expect(dueOf.get('h1')?.key).toBe('h1')
  expect(peopleDue(entries, undefined)).toEqual({ entries, dueOf: new Map() })
})

test('SEEN-14: where nothing is asked it says so and that the night is watched, and nothing so calm where it is not or cannot be known', () => {
  const wordsOf = (stale: boolean, watching?: WatchingSection) => nothingAskedWords({ stale, watching })
  expect(wordsOf(false, { stale: false })).toBe(
    `Nothing is asked of you. Watching: last tick under ${STALE_MS / 1_000} s ago.`,
  )
  expect(wordsOf(false, { stale: true })).toContain('nobody is watching now')
  for (const watching of [undefined, { stale: false, idle: true } as const])
    expect(wordsOf(false, watching)).toContain('No performance is open')
  for (const watching of [undefined, { stale: false }, { stale: true }])
    expect(wordsOf(true, watching)).toBe(
      'Not connected: no question reaches this screen. Look out for each other.',
    )
})

test('SEEN-15: where they are due and where they were last are told apart; who is due nowhere is asked about around a place', () => {
  const asked = (over: Partial<AskLine>) => questionWords({ ...anAsk, ...over }, at(0), 'UTC')
  expect(asked({})).toBe('Can you see Mia? Due at SR2, in 6:00.')
  expect(asked({ look: true })).toBe('Please go and look for Mia. Due at SR2, in 6:00.')
  expect(asked({ look: true, place: 'SL1', last: true })).toBe(
    'Please go and look for Mia, last at SL1. Due at SR2, in 6:00.',
  )
  expect(asked({ duePlace: null, place: null })).toBe('Can you see Mia? Due in 6:00.')
  const nowhere = { dueAt: null, duePlace: null, place: 'SL1' }
  expect(asked(nowhere)).toBe('Can you see Mia around SL1?')
  expect(asked({ ...nowhere, look: true })).toBe('Please go and look for Mia, around SL1.')
  expect(asked({ ...nowhere, look: true, place: null })).toBe('Please go and look for Mia.')
  expect(asked({ to: { with: null }, place: null })).toBe('Please go to Mia.')
})

test('SEEN-2: by whom and how long ago; old after five minutes; one’s own tap is not seen', () => {
  const by = line({ seen: seen({}) })
  expect(seenWords(line({}), at(0))).toBe('not seen yet')
  expect(seenWords(by, at(0))).toBe('✓ seen by Jo just now')
  expect(seenWords(by, at(4.9))).toBe('✓ seen by Jo 4 min ago')
  expect([isSeen(by, at(4.9)), isSeen(by, at(5))]).toEqual([true, false])
  expect(seenWords(by, at(5))).toBe('old: last seen by Jo 5 min ago')
  expect(seenWords(line({ seen: seen({ how: 'cans' }) }), at(2))).toBe('✓ heard on cans by Jo 2 min ago')
  const weak = line({ weak: seen({ how: 'own tap', by: null }) })
  expect(seenWords(weak, at(1))).toBe('said so themself 60 s ago, not seen')
  expect(isSeen(weak, at(1))).toBe(false)
})

test('SEEN-6: two answers stand first, and each of the seven is there once', () => {
  for (const look of [false, true])
    for (const lookingUntil of [null, at(3)]) {
      const [first, rest] = likelyAnswers({ look, lookingUntil })
      expect(first[0]).toBe('on their way')
      expect(first[1]).toBe(look && lookingUntil === null ? 'looking' : 'not here')
      expect([...first, ...rest].toSorted()).toEqual([...answers].toSorted())
    }
})

const see: WireCommand = { name: 'people.see', people: ['ana', 'ben'], how: 'eyes', place: null, by: null }
const names = new Map([
  ['ana', 'Ana'],
  ['ben', 'Ben'],
])

test('SEEN-3: the last tap is named, and can be taken back once it is kept', () => {
  const device = new Device().live(0)
  expect(lastTap(device.state.presses, names, false).undo).toBeNull()
  device.press('s', see, 100)
  expect(waitingFor(device.state.presses, 'ben')).toBe(true)
  expect(lastTap(device.state.presses, names, false)).toEqual({ line: 'Sending…', undo: null })
  device.hear({ t: 'answer', id: 's', answer: { ok: true, seq: 41 } }, 200)
  expect(lastTap(device.state.presses, names, false)).toEqual({ line: 'Seen: Ana and Ben.', undo: 41 })
  device.press('u', { name: 'sighting.undo', sighting: 41 }, 300)
  device.hear({ t: 'answer', id: 'u', answer: { ok: true, seq: 42 } }, 400)
  expect(lastTap(device.state.presses, names, false)).toEqual({ line: 'Taken back.', undo: null })
  const refusal = { code: 'x', sentence: 'That is not so.' }
  device.press('t', see, 500).hear({ t: 'answer', id: 't', answer: { ok: false, refusal } }, 600)
  expect(lastTap(device.state.presses, names, false)).toEqual({ line: 'That is not so.', undo: null })
})

test('SEEN-5: without a connection taps wait for as long as they are news, say so, and say when they were made', () => {
  const device = new Device().live(0)
  device.feed({ kind: 'closed', now: 1_000 })
  device.press('a', see, 2_000).press('b', { ...see, people: ['ana'] }, 3_000)
  expect(lastTap(device.state.presses, names, true).line).toBe('2 taps wait for the connection.')
  device.feed({ kind: 'tick', now: 2_000 + SEEN_KEPT_MS })
  expect([device.outcome('a'), device.outcome('b')]).toEqual(['not-sent', undefined])
  device.live(2_500 + SEEN_KEPT_MS)
  expect(device.commands()).toEqual(['b'])
  const sent = device.sent.find((message) => message.t === 'command')
  expect(sent).toMatchObject({ madeAt: 1_000_000 + 3_000 })
})
