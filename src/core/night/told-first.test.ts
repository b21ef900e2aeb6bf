// Evenings mixed by dice from absences, plans, orders and words of who was told: nobody reads of a loss before a person said it.

import { expect, test } from 'vitest'
import { approve, coverShow, dan, phoneOf, sam } from '../../../test/kit/cover-evening.ts'
import { nightOf, type TestNight, theCaller } from '../../../test/kit/nights.ts'
import { absenceOf } from '../absence/absence.ts'
import { factsOf } from '../cover/facts.ts'
import { greedyPlan } from '../cover/greedy.ts'
import { newest, shown } from '../covering/covering.ts'
import { type Dice, dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import type { Change } from '../reorder/change.ts'
import { competenceLevels, noCovers } from '../show/competence.ts'
import type { PersonId } from '../show/show.ts'
import { changesOf, coverNightOf } from './cover-night-of.ts'
import type { NightCommand, NightState } from './night.ts'
import { needsNoTelling } from './told.ts'
import { view } from './view.ts'

const EVENINGS = 24
const STEPS = 20
const people = ['ana', 'ben', 'cho', 'dee'].map((name) => id<'person'>(name))
const item = (name: string) => id<'item'>(name)
const orders: readonly (readonly Change[])[] = [
  [],
  [{ kind: 'cut', item: item('two') }],
  [{ kind: 'swap', item: item('two'), with: item('three') }],
  [{ kind: 'repeat', item: item('one'), after: item('two') }],
]

/** Everybody knows something else of the others. */
function anEvening(throws: Dice): TestNight {
  const competences = people.flatMap((person) =>
    coverShow.tracks
      .filter(() => throws.chance(0.6))
      .map(({ id: track }) => ({ person, track, level: throws.pick(competenceLevels) })),
  )
  const covers = { ...(coverShow.covers ?? noCovers), competences }
  return nightOf({ ...coverShow, covers }).open()
}

/** What those who plan may press next; by the plan that a stand-in would make. */
function presses(throws: Dice, { plan, state, now }: TestNight): readonly NightCommand[] {
  const person = throws.pick(people)
  const base = newest(state.covering)?.version ?? 0
  const to = { person }
  const told = throws.chance(0.4) ? people.map((each) => ({ person: each, by: id<'person'>('may') })) : []
  const changes = changesOf(plan, state, greedyPlan(factsOf(coverNightOf(plan, state, now))))
  const order = throws.pick(orders)
  const toldBy = throws.chance(0.5) ? id<'person'>('may') : null
  const word = throws.pick([
    { as: 'out' },
    { as: 'limited', without: 'voice-only' },
    { as: 'out-from', item: item('two') },
  ] as const)
  return throws.pick<readonly NightCommand[]>([
    [{ name: 'out.say', person, word, until: 'tonight' }],
    [{ name: 'out.end', person }],
    ...[[approve(changes, { base, told })], [approve(changes, { base, told, override: throws.chance(0.2) })]],
    [{ name: 'plan.tell', to, version: base, by: id('may') }],
    [{ name: 'plan.untell', to, version: base }],
    [{ name: 'act.up', act: 1 }],
    [
      { name: 'order.propose', changes: order },
      { name: 'order.accept', changes: order, heard: 'silent', approvedBy: null, toldBy, override: false },
    ],
  ])
}

const owed = ({ plan, state, now }: TestNight, person: PersonId): readonly string[] =>
  (view(plan, state, phoneOf(person), now).track?.obligations ?? []).flatMap(({ id: of }) =>
    /^e\d/.test(of) ? [of] : [],
  )

/** Who is not there for it, or said of themselves from when on not, knows it. */
const knows = (state: NightState, person: PersonId): boolean =>
  needsNoTelling(state, person) || absenceOf(state.absence, person)?.word?.as === 'out-from'

/** Somebody said it to them, of the plan or of the order; or somebody's word stands there that it could not wait. */
function wasTold({ covering, order }: NightState, person: PersonId): boolean {
  const said = covering.told.some(
    (told) => 'person' in told.to && told.to.person === person && told.how === 'in person',
  )
  const ordered = order.versions.at(-1)
  return (
    said ||
    shown(covering)?.overridden === true ||
    ordered?.told?.some((told) => told.person === person) === true
  )
}

test('COVERING-10, REORDER-19: on evenings mixed by dice nobody’s own screen loses what is theirs before a person said so', () => {
  let lost = 0
  for (let seed = 1; seed <= EVENINGS; seed++) {
    const throws = dice(seed)
    const night = anEvening(throws)
    for (let step = 0; step < STEPS; step++) {
      const before = new Map(people.map((person) => [person, owed(night, person)]))
      const was = night.state
      for (const command of presses(throws, night))
        night.ask(
          command,
          command.name === 'act.up' ? theCaller : command.name === 'plan.approve' ? dan : sam,
        )
      if (throws.chance(0.2)) night.wait(throws.whole(20, 200) * 1000)
      for (const person of people) {
        const now = new Set(owed(night, person))
        const gone = before.get(person)?.filter((of) => !now.has(of)) ?? []
        if (gone.length === 0 || knows(was, person) || knows(night.state, person)) continue
        lost += 1
        expect([seed, step, person, gone, wasTold(night.state, person)]).toEqual([
          seed,
          step,
          person,
          gone,
          true,
        ])
      }
    }
  }
  expect(lost).toBeGreaterThan(4)
})
