// The demo show in another order and then with people out: every plan is one that people can do in the order that is in force.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyAbsence } from '../../src/core/absence/absence.ts'
import { verify } from '../../src/core/cover/verify.ts'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { instant } from '../../src/core/kit/time.ts'
import { changesOf, coverNightOf, planOfChanges } from '../../src/core/night/cover-night-of.ts'
import { emptyNight, type NightState, planOf } from '../../src/core/night/night.ts'
import { plannedDues } from '../../src/core/night/planned-dues.ts'
import { tonight } from '../../src/core/night/tonight.ts'
import type { Change } from '../../src/core/reorder/change.ts'
import { slotsOf } from '../../src/core/reorder/slots.ts'
import type { ItemId } from '../../src/core/show/show.ts'
import { systemClock } from '../../src/server/clock/clock.ts'
import { coverTonight } from '../../src/server/cover/cover.ts'
import { openSolver, type Solver } from '../../src/server/cover/solver.ts'
import { demoShow } from '../kit/demo-show.ts'

const NIGHTS = 40
const NOW = instant(Date.UTC(2031, 5, 6, 18, 0, 0))
const plan = planOf(demoShow())
const base = { show: plan.show, edition: plan.timeline.edition.id }
const played = plan.timeline.items.filter(({ kind }) => kind !== 'interval').map(({ id }) => id)

let solver: Solver
beforeAll(() => {
  solver = openSolver(systemClock)
})
afterAll(() => solver.close())

function aChange(throws: Dice): Change {
  const [item, other] = [throws.pick(played), throws.pick(played)]
  return throws.pick<Change>([
    { kind: 'cut', item },
    { kind: 'swap', item, with: other },
    { kind: 'move', item, after: other },
    { kind: 'repeat', item, after: item },
  ])
}

/** Those of some thrown changes that can be made after one another. */
function anOrder(throws: Dice): readonly Change[] {
  const thrown = Array.from({ length: throws.whole(1, 3) }, () => aChange(throws))
  const changes: Change[] = []
  for (const change of thrown) if (slotsOf(base, [...changes, change]).ok) changes.push(change)
  return changes
}

function aNight(throws: Dice): NightState {
  const changes = anOrder(throws)
  const cast = plan.show.tracks.filter(({ kind }) => kind !== 'music').flatMap(({ owner }) => owner ?? [])
  const people = [...new Set(Array.from({ length: throws.whole(1, 4) }, () => throws.pick(cast)))]
  const version = {
    version: 1,
    changes,
    heard: 'silent',
    proposedBy: 'desk',
    approvedBy: null,
    toldBy: null,
  } as const
  return {
    ...emptyNight,
    order: { draft: null, versions: changes.length === 0 ? [] : [{ ...version, at: NOW, by: 'desk' }] },
    absence: {
      ...emptyAbsence,
      people: people.map((person) => ({
        person,
        words: [{ word: { as: 'out' }, until: 'tonight', at: NOW, by: 'sam', from: null } as const],
      })),
    },
  }
}

test('COVERING-14: forty nights in another order with people out, each plan checked by what knows nothing of the model', async () => {
  let repeats = 0
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const state = aNight(dice(seed))
    const night = coverNightOf(plan, state, NOW)
    const left = new Set<ItemId>(
      tonight(plan, state).timeline.items.flatMap((item) => (item.cut ? [item.id] : [])),
    )
    expect([seed, night.obligations.filter(({ number }) => left.has(number as ItemId))]).toEqual([seed, []])
    repeats += night.obligations.some(({ number }) => number.includes('-again-')) ? 1 : 0
    const covered = await coverTonight(night, solver.solve)
    const faults = verify(night, covered.plan)
    expect([seed, covered.fallback, faults]).toEqual([seed, null, []])
    // As it goes into the record and comes back.
    const changes = changesOf(plan, state, covered.plan)
    const again = planOfChanges(plan, state, changes, covered.plan.replots)
    expect([seed, again && verify(night, again)]).toEqual([seed, []])
    // Nobody who is out is due anywhere by the order and the plan together.
    const version = {
      version: 1,
      why: 'cover',
      replots: [],
      proved: true,
      first: [],
      overridden: false,
    } as const
    const told = { ...version, changes, at: NOW, by: 'sam', shownAt: NOW }
    const followed = tonight(plan, { ...state, covering: { ...state.covering, versions: [told] } })
    const out = new Set(state.absence.people.map(({ person }) => person))
    expect([seed, plannedDues(followed).filter(({ person }) => out.has(person))]).toEqual([seed, []])
    const doers = new Map(followed.show.tracks.map(({ id, owner }) => [id, owner ?? null]))
    const doing = new Map(
      followed.show.obligations.map(({ id, track }) => [id as string, doers.get(track) ?? null]),
    )
    const wrong = covered.plan.assignments.filter(
      ({ obligation, person }) => (doing.get(obligation) ?? null) !== person,
    )
    expect([seed, wrong]).toEqual([seed, []])
  }
  expect(repeats).toBeGreaterThan(0)
})
