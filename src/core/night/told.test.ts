// Who hears it from a person before any screen has it, and what each is told, in the words of the trade.

import { expect, test } from 'vitest'
import { approve, covered, coverNight, dan, gives, phoneOf, sam } from '../../../test/kit/cover-evening.ts'
import { sentenceOf } from '../../../test/kit/nights.ts'
import type { Availability } from '../absence/absence.ts'
import { ERRANDS_MAX, TOLD_MAX } from '../covering/covering.ts'
import { id } from '../kit/ids.ts'
import { later, minutes } from '../kit/time.ts'
import { otherSheets } from './other-sheets.ts'
import { costsOf } from './told.ts'
import { view } from './view.ts'

const says = (person: string, word: Availability) =>
  ({ name: 'out.say', person: id<'person'>(person), word, until: 'tonight' }) as const

test('COVERING-10: whoever is limited, or ready later, is here and is told of what they lose as anybody is', () => {
  const costs = [gives('e2-three', 'dee')]
  const night = coverNight()
  const losers = () => costsOf(night.plan, night.state, costs)
  expect(losers()).toEqual(['ben'])
  const words: readonly Availability[] = [
    { as: 'limited', without: 'no-lifts' },
    { as: 'limited', without: 'voice-only' },
    { as: 'ready-at', at: later(night.now, minutes(5)) },
    { as: 'off-site', until: later(night.now, minutes(9)) },
  ]
  for (const word of words) {
    night.do(says('ben', word), sam)
    expect([word.as, losers()]).toEqual([word.as, ['ben']])
  }
  for (const as of ['out', 'sent-home'] as const) {
    night.do(says('ben', { as }), sam)
    expect([as, losers()]).toEqual([as, []])
  }
  night.do({ name: 'act.up', act: 1 }).do(says('ben', { as: 'limited', without: 'no-lifts' }), sam)
  const whole = [...costs, gives('s1-three', null)]
  expect(sentenceOf(night.ask(approve(whole), dan))).toContain('Not before Ben knows it')
})

test('COVERING-10: out from an item on, somebody needs no telling of that, and of what lies before it they do', () => {
  const night = coverNight().do(says('ben', { as: 'out-from', item: id('three') }), sam)
  const losers = (obligation: string) => costsOf(night.plan, night.state, [gives(obligation, 'dee')])
  expect([losers('e2-three'), losers('e2-one')]).toEqual([[], ['ben']])
})

test('COVERING-10: whoever stepped out and is back is told as anybody is', () => {
  const night = coverNight().do({ name: 'act.up', act: 1 })
  const losers = () => costsOf(night.plan, night.state, [gives('e2-three', 'dee')])
  night.do({ name: 'step.out', person: id('ben'), from: id('three'), wants: null }, phoneOf('ben'))
  expect(losers()).toEqual([])
  const { concern = 0, version = 0 } = night.state.presence.concerns.concerns.at(-1) ?? {}
  night.do({ name: 'concern.end', concern, version, with: id('sam') }, sam)
  expect(losers()).toEqual([])
  night.do(says('ben', { as: 'out' }), sam).do({ name: 'out.end', person: id('ben') }, sam)
  expect(losers()).toEqual(['ben'])
})

test('COVERING-33: what goes from hand to hand is told and printed with its place, and what of theirs it comes after', () => {
  const { plan, state, now } = covered()
  const handOffs = (name: string) =>
    view(plan, state, phoneOf(name), now).ownPlan?.lines.flatMap(({ what, place, with: names, handOff }) =>
      handOff === null ? [] : [{ what, place, names, ...handOff }],
    )
  const lantern = { prop: 'lantern', place: 'SL1', after: 'Sings in two' }
  expect(handOffs('dee')).toEqual([{ what: 'take', names: ['Cho'], gives: true, ...lantern }])
  expect(handOffs('cho')).toEqual([{ what: 'other', names: ['Dee'], gives: false, ...lantern }])
  const printed = (name: string) =>
    otherSheets(plan, state)
      .filter((sheet) => sheet.id === `track:${name}`)
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])))
      .filter(([, , , what]) => typeof what === 'string' && what.includes('lantern'))
      .map(([, , mark, what, place, besides]) => [mark, what, place, besides])
  expect(printed('dee')).toEqual([['NEW', 'Give lantern to Cho, after Sings in two', 'SL1', '']])
  expect(printed('cho')).toEqual([['OTHER', 'Take lantern from Dee, after Sings in two', 'SL1', '']])
})

test('COVERING-6: words about who was told and errands have a most, and the refusal says it; nothing that stands there goes', () => {
  const errand = { name: 'plan.errand', to: id<'person'>('cho'), by: id<'person'>('ben') } as const
  const tell = {
    name: 'plan.tell',
    to: { person: id<'person'>('dee') },
    version: 1,
    by: id<'person'>('sam'),
  } as const
  const word = {
    to: { person: id<'person'>('fay') },
    version: 9,
    how: 'in person',
    by: id<'person'>('sam'),
  } as const
  const sentences = (more: number) => {
    const night = covered()
    const told = Array.from({ length: TOLD_MAX - 1 + more }, () => ({ ...word, at: night.now }))
    const errands = Array.from({ length: ERRANDS_MAX - 1 + more }, () => ({
      to: word.to.person,
      by: word.by,
      version: 9,
      at: night.now,
    }))
    night.state = { ...night.state, covering: { ...night.state.covering, told, errands } }
    return [errand, tell].map((command) => {
      const decided = night.ask(command, sam)
      return decided.ok ? 'done' : decided.refusal.sentence
    })
  }
  expect(sentences(0)).toEqual(['done', 'done'])
  expect(sentences(1)).toEqual([
    `A performance holds ${ERRANDS_MAX} errands of this kind.`,
    `A performance holds ${TOLD_MAX} words about who was told.`,
  ])
})
