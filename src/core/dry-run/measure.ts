// What a policy costs and what it finds, over many evenings of many layouts.

import { dice } from '../kit/dice.ts'
import type { Layout } from './company.ts'
import { type Evening, play } from './evening.ts'
import { glancesOf } from './glances.ts'
import { listedFor } from './lists.ts'
import type { Recording } from './parameters.ts'
import type { Policy } from './policies.ts'
import { type Answers, type Ask, type Outcome, scan } from './scan.ts'
import { blindness, learn, minutesAt, STEPS, stepAt, trackOf, type Watched } from './watch.ts'

export type Setting = {
  readonly layouts: readonly Layout[]
  readonly evenings: number
  readonly recording: Recording
  readonly answerRate: number
  /** In so many minutes everybody is busy, and answers half as often. */
  readonly busy: number
  /** Minutes within which an answer comes. */
  readonly answerWithin: { readonly from: number; readonly to: number }
}

export type Measured = {
  readonly asksPerShow: number
  readonly glancesPerShow: number
  readonly falseSearchesPerShow: number
  /** Share of incidents for which somebody was sent to look before the missed entrance, and three minutes before it. */
  readonly before: number
  readonly before3min: number
  /** Minutes from the incident until somebody is sent, or told by the gap on stage. */
  readonly delayMedian: number
  readonly delayP90: number
  /** Half the width of the 95 % interval of `before3min`, between layouts. */
  readonly before3minWithin: number
  /** Of each layout by itself: what two policies are compared by. */
  readonly before3minByLayout: readonly number[]
  readonly incidents: number
}

export type Ceiling = { readonly before: number; readonly before3min: number }

type Tally = { asks: number; glances: number; falseSearches: number; shows: number; found: Found[] }
type Found = {
  readonly before: boolean
  readonly before3min: boolean
  readonly delay: number
  readonly layout: number
}

/** All policies on the very same evenings and incidents. */
export function measure(policies: readonly Policy[], setting: Setting): readonly Measured[] {
  const tallies = policies.map((): Tally => ({ asks: 0, glances: 0, falseSearches: 0, shows: 0, found: [] }))
  for (const layout of setting.layouts) {
    const learned = learn(layout, setting.recording)
    const listed = policies.map((policy) => listedFor(policy, learned))
    for (let night = 1; night <= setting.evenings; night += 1) {
      const evening = play(layout, night, setting.recording)
      const known = { evening, blindFrom: blindness(layout, evening), setting, layout: layout.seed }
      for (const [index, policy] of policies.entries()) {
        const tally = tallies[index]
        if (tally) judgeEvening(policy, { ...known, people: listed[index] ?? learned }, tally)
      }
    }
  }
  return tallies.map(summed)
}

type Known = {
  readonly people: readonly Watched[]
  readonly evening: Evening
  readonly blindFrom: ReturnType<typeof blindness>
  readonly setting: Setting
  readonly layout: number
}

function judgeEvening(policy: Policy, known: Known, tally: Tally): void {
  const asks: Ask[] = []
  tally.shows += 1
  for (const index of known.people.keys()) {
    const outcome = outcomeOf(policy, known, index, STEPS)
    asks.push(...outcome.asks)
    tally.falseSearches += outcome.searches.length
  }
  tally.asks += asks.reduce((sum, { people }) => sum + people, 0)
  tally.glances += glancesOf(asks, policy.kind === 'asks' && policy.gather !== null)
  for (const { person, at } of known.evening.incidents) {
    const found = judgeIncident(policy, known, person, at)
    if (found) tally.found.push(found)
  }
}

function judgeIncident(policy: Policy, known: Known, person: number, at: number): Found | null {
  const step = stepAt(at)
  const outcome = outcomeOf(policy, known, person, step)
  const entrance = known.people[person]?.gaps.find(({ to, wing }) => to >= step && wing !== null)
  if (!entrance) return null
  const sent = outcome.searches.find(({ well }) => !well)?.step ?? STEPS
  const known_ = Math.min(sent, outcome.told ?? STEPS)
  const margin = minutesAt(entrance.to) - minutesAt(sent)
  return {
    before: margin > 0,
    before3min: margin >= 3,
    delay: minutesAt(known_) - at,
    layout: known.layout,
  }
}

function outcomeOf(policy: Policy, known: Known, index: number, until: number): Outcome {
  const { people, evening, blindFrom, setting, layout } = known
  const who = people[index]
  if (!who) return { asks: [], searches: [], told: null }
  const track = trackOf(who, index, evening, { until, blindFrom })
  const seed = mixed(layout, evening.seed, index)
  return scan({
    ...{ who, track, policy, until },
    answers: answersOf(seed, setting),
    flagged: (gap) => dice(mixed(seed, gap, FLAG)).chance(who.noticed),
  })
}

const FLAG = 77
const BUSY = 78

function answersOf(seed: number, { answerRate, busy, answerWithin: { from, to } }: Setting): Answers {
  return (step, round, asked) => {
    const everybodyBusy = busy > 0 && dice(mixed(BUSY, Math.floor(step / 12), seed >>> 12)).chance(busy)
    const thrown = dice(mixed(seed, step, round * 8 + asked))
    if (!thrown.chance(everybodyBusy ? BUSY_RATE : answerRate)) return null
    return from + (to - from) * thrown.next()
  }
}
const BUSY_RATE = 0.5

function mixed(...parts: readonly number[]): number {
  return parts.reduce((hash, part) => Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 15), 0x2545f491)
}

function summed({ asks, glances, falseSearches, shows, found }: Tally): Measured {
  const share = (of: readonly Found[], key: 'before' | 'before3min') =>
    of.filter((one) => one[key]).length / Math.max(1, of.length)
  const delays = found.map(({ delay }) => delay).toSorted((a, b) => a - b)
  const at = (part: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * part))] ?? 0
  const seeds = [...new Set(found.map(({ layout }) => layout))]
  const layouts = seeds.map((seed) =>
    share(
      found.filter(({ layout }) => layout === seed),
      'before3min',
    ),
  )
  return {
    asksPerShow: asks / shows,
    glancesPerShow: glances / shows,
    falseSearchesPerShow: falseSearches / shows,
    before: share(found, 'before'),
    before3min: share(found, 'before3min'),
    delayMedian: at(0.5),
    delayP90: at(0.9),
    before3minWithin: intervalOf(layouts),
    before3minByLayout: layouts,
    incidents: found.length,
  }
}

/** How many more one finds than the other on the very same incidents: the mean of the differences of each layout. */
export function pairedOf(one: Measured, other: Measured): Paired {
  const differences = one.before3minByLayout.map(
    (share, index) => share - (other.before3minByLayout[index] ?? 0),
  )
  const mean = differences.reduce((sum, value) => sum + value, 0) / Math.max(1, differences.length)
  return { before3min: mean, within: intervalOf(differences) }
}

/** `within`: half the width of the 95 % interval, between layouts. */
export type Paired = { readonly before3min: number; readonly within: number }

/** Half of the 95 % interval of a mean over so many layouts. */
function intervalOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
  return 1.96 * Math.sqrt(spread / values.length)
}

/** What perfect knowledge at the moment of the incident could do: the share with so many minutes left. */
export function ceilingOf({ layouts, evenings, recording }: Setting): Ceiling {
  let [before3min, all] = [0, 0]
  for (const layout of layouts) {
    for (let night = 1; night <= evenings; night += 1) {
      for (const { person, at } of play(layout, night, recording).incidents) {
        const next = layout.people[person]?.entrances.find(({ from }) => from > at)
        all += 1
        before3min += next && next.from - at >= 3 ? 1 : 0
      }
    }
  }
  return { before: 1, before3min: before3min / all }
}
