// How long and how tellingly each person has been silent tonight, as the measured policy counts it. Nothing of it is kept.

import { isAway } from '../absence/absence.ts'
import { type Mark, statusOf } from '../attendance/state.ts'
import { type Instant, instant } from '../kit/time.ts'
import { setBetween } from '../presence/clock-set.ts'
import { FRAILTY, noticed, OWN_WORD } from '../presence/policy.ts'
import type { Pause, Silence } from '../presence/risk.ts'
import { neverSeen, type Sighting } from '../presence/sightings.ts'
import { expectationOf, probabilities, type Usual, type UsualSighting } from '../presence/usual.ts'
import type { PersonId } from '../show/show.ts'
import type { Heard } from './heard.ts'
import type { NightState } from './night.ts'
import type { PlanFacts } from './plan-facts.ts'

/** So many at one source of whom nothing is heard are a screen that is not looked at, not so many people. (presence 4.1) */
const BLIND_AFTER = 6
/** What was not written down says something of a person only where its source told of others so lately. Minutes. */
const TELLS_WITHIN = 10
/** By then it would have been written down: deviations after its time. */
const CAME = 2

type Known = {
  readonly facts: PlanFacts
  readonly heard: Heard
  readonly state: NightState
  readonly now: Instant
  readonly clock: number
}

/** Lives as long as one look. */
export class Silences {
  readonly #known: Known
  readonly #chances: ReadonlyMap<string, number>
  readonly #usual: ReadonlyMap<PersonId, Usual>
  readonly #marks: ReadonlyMap<PersonId, readonly Mark[]>
  readonly #made = new Map<PersonId, Silence | null>()

  constructor(known: Known) {
    this.#known = known
    this.#marks = new Map(known.state.attendance.people.map(({ person, marks }) => [person, marks]))
    this.#chances = chancesOf(known)
    this.#usual = usualIn(known.state)
  }

  seen(person: PersonId): Sighting | null {
    return (this.#known.heard.last.get(person) ?? neverSeen).confirmed
  }

  /** Whoever is out tonight is not in, whatever they signed: nobody is asked about them, and they are sent nowhere. */
  status(person: PersonId) {
    if (isAway(this.#known.state.absence, person)) return 'not tonight' as const
    const marks = this.#marks.get(person)
    return marks === undefined ? null : statusOf(marks)
  }

  /** Null for whoever is not in the building. */
  of(person: PersonId): Silence | null {
    const made = this.#made.get(person)
    if (made !== undefined) return made
    const silence = this.#isIn(person) ? this.#silenceOf(person) : null
    this.#made.set(person, silence)
    return silence
  }

  #isIn(person: PersonId): boolean {
    const status = this.status(person)
    return status === 'in' || (status === null && this.seen(person) !== null)
  }

  #silenceOf(person: PersonId): Silence {
    const { facts, heard, clock } = this.#known
    // Before the first act goes up nobody is counted as silent: that is what the calls are for.
    const seen = Math.max(0, this.seen(person)?.clock ?? 0)
    const stays = facts.spansOf(person).filter(({ as, from }) => as !== 'in a change' && from <= clock)
    const since = stays.reduce((latest, { to }) => Math.max(latest, Math.min(to, clock)), seen)
    const left = 1 - noticed[this.#noticedAs(person)]
    const words = heard.weakOf(person).map((at): Pause => ({ from: at, to: at, leaves: 1 - OWN_WORD }))
    const missing = facts.usualOf(person).flatMap((usual) => {
      const chance = this.#chances.get(usual.key)
      if (chance === undefined || heard.isWritten(usual) || !this.#tells(usual)) return []
      return [{ ...expectationOf(usual, chance, this.#usual.get(person)), name: usual.name }]
    })
    return {
      ...{ seen, since, missing },
      pauses: [...merged(stays, left), ...words].toSorted((a, b) => a.from - b.from),
      meetings: { perMinute: this.#usual.get(person)?.rate ?? 0, frailty: FRAILTY },
    }
  }

  #noticedAs(person: PersonId): keyof typeof noticed {
    const kinds = this.#known.facts.kindsOf(person)
    if (kinds.includes('principal')) return 'principal'
    return kinds.includes('crew') || kinds.includes('operator') ? 'crew' : 'ensemble'
  }

  #tells({ source, at }: UsualSighting): boolean {
    const { heard, state } = this.#known
    const told = heard.lastTold(source)
    return told !== null && told >= at - TELLS_WITHIN && !state.presence.concerns.blind.includes(source)
  }

  /** Six of whom this source was to tell have come and gone since its last word, and it told of none. */
  isBlind(source: string): boolean {
    const { facts, heard, clock } = this.#known
    const told = heard.lastTold(source) ?? 0
    let missed = 0
    for (const usual of facts.usual) {
      if (usual.source !== source || usual.at <= told) continue
      if (usual.at + CAME * usual.deviation > clock) continue
      if (this.#isIn(usual.person)) missed += 1
      if (missed >= BLIND_AFTER) return true
    }
    return false
  }

  /** On the wall: when they were last seen, or came off by the plan; not before the first act was up. */
  silentFrom(person: PersonId, { seen, since }: Silence): Instant {
    const said = this.seen(person)?.saidAt ?? 0
    const up = this.#known.state.calling.acts[0]?.upAt ?? 0
    return instant(Math.max(said, up, since > seen ? this.#onTheWall(since) : 0))
  }

  /** How long that is, holds counted; what the clock was set forward by meanwhile is no time that passed. */
  wallMinutes(person: PersonId, silence: Silence): number {
    const { state, now } = this.#known
    const from = this.silentFrom(person, silence)
    return (now - from - setBetween(state.presence.clockSets ?? [], from, now)) / 60_000
  }

  /** When the clock on the wall said so, as it went then. */
  #onTheWall(minute: number): number {
    const { state, now, clock } = this.#known
    let [left, until] = [(clock - minute) * 60_000, Number(now)]
    for (const hold of state.calling.holds.toReversed()) {
      const ran = Math.max(0, until - (hold.to ?? now))
      if (ran >= left) break
      left -= ran
      until = hold.from
    }
    const sets = (state.presence.clockSets ?? []).toReversed()
    return sets.reduce((at, { ms, before }) => (at < before + ms ? at - ms : at), until - left)
  }
}

/** Stays that run into each other are one. */
function merged(
  stays: readonly { readonly from: number; readonly to: number }[],
  leaves: number,
): readonly Pause[] {
  const one: { from: number; to: number; leaves: number }[] = []
  for (const { from, to } of stays.toSorted((a, b) => a.from - b.from)) {
    const last = one.at(-1)
    if (last && from <= last.to + STAYS_ON) last.to = Math.max(last.to, to)
    else one.push({ from, to, leaves })
  }
  return one
}
/** Off for less than this is the same stay; minutes. */
const STAYS_ON = 5 / 60

const chances = new WeakMap<
  PlanFacts,
  { readonly of: NightState['usual']; readonly map: ReadonlyMap<string, number> }
>()

function chancesOf({ facts, state }: Known): ReadonlyMap<string, number> {
  const found = chances.get(facts)
  if (found && found.of === state.usual) return found.map
  const map = probabilities(facts.usual, state.usual)
  chances.set(facts, { of: state.usual, map })
  return map
}

const people = new WeakMap<NonNullable<NightState['usual']>, ReadonlyMap<PersonId, Usual>>()
const NOTHING_LEARNED: ReadonlyMap<PersonId, Usual> = new Map()

function usualIn({ usual }: NightState): ReadonlyMap<PersonId, Usual> {
  if (usual === null) return NOTHING_LEARNED
  const made = people.get(usual) ?? new Map(usual.people.map((one) => [one.person, one]))
  people.set(usual, made)
  return made
}
