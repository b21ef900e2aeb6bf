// The kinds of word about somebody against the table of the spec; a microphone that is live, and an entrance that has passed.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aViewer, codeOf, nightOf, type TestNight, theSM } from '../../../test/kit/nights.ts'
import { aCue, aDepartment, at } from '../../../test/kit/shows.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { minutes } from '../kit/time.ts'
import type { PresenceCommand } from '../presence/commands.ts'
import { evidenceKinds, worthOf } from '../presence/evidence.ts'
import { lastWords } from '../presence/sightings.ts'
import type { Show } from '../show/show.ts'
import { presenceDue } from './concerns.ts'
import { ENTRANCES_EVERY_MS, ENTRANCES_MAX, passedEntrances } from './entrances.ts'
import { heardIn } from './heard.ts'
import type { NightCommand } from './night.ts'
import { factsOf } from './plan-facts.ts'
import { view } from './view.ts'

test('PRESENCE-20: the table of the spec is the table of the code, kind by kind', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/specs/presence.md'), 'utf8')
  const [, , ...rows] = must(/\| kind {2,}\|[\s\S]*?\n\n/.exec(page)?.[0], 'the table')
    .trim()
    .split('\n')
  const told = rows.map((row) => row.split('|').map((cell) => cell.trim()))
  expect(told.map(([, kind, grade, news, closes]) => [kind, grade, news, closes])).toEqual(
    evidenceKinds.map((kind) => {
      const { grade, validMinutes, closes } = worthOf[kind]
      return [kind, grade, `${validMinutes} min`, closes ? 'yes' : 'no']
    }),
  )
})

const item = must(sightingShow.items[0], 'the show has items')
const later = must(sightingShow.items[1], 'the show has two items')
const sound = { ...aDepartment('snd'), kind: 'sound' as const }
const lights = aDepartment('lx')
/** Ivo carries one pack by his track, Nell one by what she sings. */
const show: Show = {
  ...sightingShow,
  departments: [sound, lights],
  cues: [
    aCue('early', lights, at(item, 60)),
    aCue('mid', lights, at(item, 300)),
    aCue('late', lights, at(later, 500)),
  ],
  mics: [
    { id: id<'mic'>('m1'), pack: 'RM 1', track: id<'track'>('t-ivo') },
    { id: id<'mic'>('m2'), pack: 'RM 2' },
  ],
  obligations: sightingShow.obligations.map((one) =>
    one.id === 'nell-1' ? { ...one, mic: id<'mic'>('m2') } : one,
  ),
}
const soundDesk = aViewer('dept', { department: 'snd', person: 'dot' })
const live = (name: string): PresenceCommand => ({
  name: 'people.see',
  people: [id<'person'>(name)],
  how: 'microphone',
  place: id<'place'>('sl1'),
  by: null,
})

test('PRESENCE-27: sound says with one tap whose microphone is live, and it is weak, without a place', () => {
  const night = nightOf(show)
    .open()
    .do(live('ivo') as NightCommand, soundDesk)
  expect(night.state.presence.sightings.list).toMatchObject([
    { people: ['ivo'], how: 'microphone', place: null, witness: 'dot' },
  ])
  expect(lastWords(night.state.presence.sightings).get(id<'person'>('ivo'))?.confirmed).toBeNull()
  const shown = () => view(night.plan, night.state, soundDesk, night.now).microphones?.people
  expect(shown()).toEqual([
    { person: 'ivo', name: 'Ivo', packs: ['RM 1'], at: night.now, sighting: night.state.seq },
    { person: 'nell', name: 'Nell', packs: ['RM 2'], at: null, sighting: null },
  ])
  night.do({ name: 'sighting.undo', sighting: night.state.seq }, soundDesk)
  expect(shown()?.map((one) => one.at)).toEqual([null, null])
})

test('PRESENCE-27: of nobody without a microphone, and from no other screen', () => {
  const night = nightOf(show).open()
  expect(codeOf(night.ask(live('moss') as NightCommand, soundDesk))).toBe('no-microphone')
  for (const by of [
    aViewer('dept', { department: 'lx' }),
    aViewer('dresser', { department: 'snd' }),
    aViewer('dept'),
    theSM,
    aViewer('perf', { person: 'nell' }),
  ]) {
    expect(codeOf(night.ask(live('ivo') as NightCommand, by))).toBe('not-yours')
    expect(view(night.plan, night.state, by, night.now).microphones ?? null).toBeNull()
  }
})

/** Everybody is in, the act is up, and so many of the cues are called, each when the plan has it. */
function playedTo(called: number): TestNight {
  const night = nightOf(show).open()
  for (const { id: person } of show.people) night.do({ name: 'sign.in', person }, theSM)
  night.do({ name: 'act.up', act: 1 })
  for (const wait of [60, 240, 800].slice(0, called)) {
    night.wait(wait * 1_000)
    expect(night.go().ok).toBe(true)
  }
  return night
}
const inferred = (night: TestNight) => passedEntrances(night.plan, night.state, night.now)
const write = (night: TestNight) => {
  for (const event of inferred(night)) night.record('machine', event)
}

test('PRESENCE-28: what a called cue has passed is written down once, weak and without a place', () => {
  const night = playedTo(1)
  expect(inferred(night)).toEqual([])
  const next = playedTo(2)
  const body = { people: ['ivo'], how: 'entrance', place: null, by: null, saidAt: next.now, clock: 5 }
  expect(inferred(next)).toEqual([{ type: 'person.seen', v: 1, body }])
  expect(presenceDue(next.plan, next.state, next.now)).toContainEqual({ type: 'person.seen', v: 1, body })
  write(next)
  next.wait(minutes(1))
  expect(inferred(next)).toEqual([])
  const seen = view(next.plan, next.state, theSM, next.now).where?.people.find((one) => one.person === 'ivo')
  expect([seen?.confirmed, seen?.weak?.how, seen?.weak?.place]).toEqual([null, 'entrance', null])
  next.wait(740_000)
  expect(next.go().ok).toBe(true)
  expect(inferred(next)).toMatchObject([{ body: { people: ['nell', 'ivo'] } }])
})

test('PRESENCE-28: of nobody who is not in, has stepped out or is asked about, and not in a hold', () => {
  const gone = playedTo(2).do({ name: 'sign.out', who: { person: id<'person'>('ivo') } }, theSM)
  const out = playedTo(2).do(
    { name: 'step.out', person: id<'person'>('ivo'), from: null, wants: null },
    theSM,
  )
  const asked = playedTo(2).do({ name: 'concern.raise', person: id<'person'>('ivo') }, theSM)
  const held = playedTo(2).do({ name: 'clock.hold' })
  for (const night of [gone, out, asked, held]) expect(inferred(night)).toEqual([])
})

test('PRESENCE-28: every fifteen seconds at most, a thousand times a night, and no source tells by it', () => {
  const night = playedTo(2)
  write(night)
  const heard = heardIn(night.state.presence.sightings, factsOf(night.plan, 'GB'))
  expect(['stage left', 'stage right'].map(heard.lastTold)).toEqual([null, null])
  const early = { ...night.state, presence: withEntrances(night, 1, night.now) }
  const entrance = (state: typeof early, now = night.now) => passedEntrances(night.plan, state, now)
  expect(entrance(early)).toEqual([])
  const after = night.wait(ENTRANCES_EVERY_MS).now
  expect(entrance(early, after)).toHaveLength(1)
  const full = {
    ...night.state,
    presence: withEntrances(night, ENTRANCES_MAX, early.calling.reached?.at ?? after),
  }
  expect(entrance(full, after)).toEqual([])
})

/** So many of them, of which the show clock knows nothing yet. */
function withEntrances(night: TestNight, many: number, saidAt: TestNight['now']) {
  const one = must(night.state.presence.sightings.list.at(-1), 'one is written down')
  const list = Array.from({ length: many }, () => ({ ...one, saidAt, clock: -1 }))
  return { ...night.state.presence, sightings: { ...night.state.presence.sightings, list } }
}
