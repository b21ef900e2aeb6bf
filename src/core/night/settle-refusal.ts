// Why something cannot be given to somebody: said before the solver is asked, which would only cut it.

import { factsOf, mayDo } from '../cover/facts.ts'
import type { Instant } from '../kit/time.ts'
import type { Person } from '../show/show.ts'
import { coverNightOf } from './cover-night-of.ts'
import { spotsOf } from './cover-spots.ts'
import type { NightState, Plan } from './night.ts'
import { PlanWords } from './owed-lines.ts'
import type { InTheWay, SettledCell } from './settling.ts'
import { asOrdered } from './tonight.ts'

/** Null where at least one thing of it is theirs to do. */
export function whyNotGiven(raw: Plan, state: NightState, now: Instant, cell: SettledCell): string | null {
  const plan = asOrdered(raw, state)
  const person = plan.show.people.find(({ id }) => id === cell.person)
  const spots = spotsOf(plan).filter(
    ({ track, item }) => track === cell.track && (cell.item === null || item === cell.item),
  )
  const [first] = spots
  if (!person || !first) return 'That is not in tonight’s order any more.'
  const words = new PlanWords(plan)
  const what = `${words.code(first.track)}${cell.item === null ? '' : `, ${words.item(first.item)}`}`
  const facts = factsOf(coverNightOf(raw, state, now))
  const coming = spots.flatMap(({ id }) => (facts.past[facts.index(id)] ? [] : [facts.index(id)]))
  if (coming.length === 0) return `${what} has begun: what is past stays with whoever did it.`
  const who = facts.person(person.id)
  if (coming.some((one) => (facts.ways[one] ?? []).some((way) => mayDo(facts, who, way)))) return null
  return whyNever(person, what, facts, coming)
}

/** Somebody else settled it since what was on the screen of whoever pressed. */
export function whyMoved(raw: Plan, state: NightState, { as, cell }: InTheWay): string {
  const plan = asOrdered(raw, state)
  const words = new PlanWords(plan)
  const item = plan.show.items.find(({ id }) => id === cell.item)
  const track = plan.show.tracks.find(({ id }) => id === cell.track)
  const what = `${track ? words.code(track.id) : ''}${item ? `, ${words.item(item.id)}` : ''}`
  const name = plan.show.people.find(({ id }) => id === cell.person)?.callName ?? 'somebody'
  const said = as === 'lock' ? `${what} was given to ${name}` : `${what} was kept from ${name}`
  return `${said} meanwhile: look at that first, then say it again.`
}

function whyNever(
  { id, callName }: Person,
  what: string,
  facts: ReturnType<typeof factsOf>,
  coming: readonly number[],
): string {
  const who = facts.person(id)
  const one = facts.people[who]
  if (one?.out) return `${callName} is out tonight.`
  const knows = coming.some((index) => {
    const spot = facts.obligations[index]
    return spot !== undefined && (spot.owner === id || facts.knows[who]?.has(spot.id) === true)
  })
  if (!knows) return `${callName} is not written down as knowing ${what}: see who can cover.`
  if (one?.outFrom !== undefined) return `${callName} is out by then.`
  return `${callName} cannot do ${what} tonight: not ready by then, limited, or kept from it.`
}
