// What the passing of time demands of concerns: who is asked about, who is asked next, which rung has come. Pure, and the
// same after a restart: all of it follows from the record and the time.

import { type Instant, instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import { type Candidate, choose, type PassedOver, wantedOn } from './candidates.ts'
import { CONCERNS_MAX, type Mode, NOT_SHOWN_MS } from './commands.ts'
import { type Ask, type Concern, isOpen, openOn, type PresenceConcerns } from './concern.ts'
import { applyConcerns } from './concern-apply.ts'
import type { Due } from './due.ts'
import type { PresenceEvent, Rung } from './events.ts'
import { LEAD_MS, ladderFrom } from './ladder.ts'
import { full, logging, type Policy, quiet } from './policy.ts'

/** What concerns must know of tonight, as it stands at this moment. */
export type World = {
  readonly now: Instant
  readonly mode: Mode
  /** The show stands still: nobody is late for anything. */
  readonly held: boolean
  /** Everything that is still to come, the next first. */
  readonly dues: readonly Due[]
  /** When somebody else last saw them for certain. */
  readonly seenAt: (person: PersonId) => Instant | null
  /** Minutes of the show since anybody could have met them; null for whoever is not in the building. */
  readonly quietFor: (person: PersonId) => number | null
  readonly candidates: (
    about: { readonly person: PersonId; readonly place: PlaceId | null },
    until: Instant,
  ) => readonly Candidate[]
  /** Nobody goes alone to where they are looked for. */
  readonly inTwos: (about: { readonly person: PersonId; readonly place: PlaceId | null }) => boolean
  /** Who would tell of it: a side of the stage; null where nobody does. */
  readonly sourceOf: (due: Due) => string | null
  /** That source has told of anybody lately. */
  readonly tells: (source: string) => boolean
}

/**
 * Quiet for so many minutes of the show before an entrance: then it is asked. They are the policy's risk-minutes: as long as a
 * night knows of no usual sightings, each minute of a silence weighs one.
 */
const quietMinutes = (mode: Mode): number => policies[mode].riskAtDeadline
const policies: Readonly<Record<Mode, Policy>> = { quiet, full, logging }
/** So many at one place of whom nothing is heard are a screen that is not looked at, not so many people. */
export const BLIND_FROM = 6
/** More than these are done a moment later. */
export const EVENTS_A_TICK_MAX = 60
/** Asked again of nobody who was seen so lately. */
export const SEEN_LATELY_MS = 5 * 60_000

export function demanded(state: PresenceConcerns, world: World): readonly PresenceEvent[] {
  const tick = new Tick(state, world)
  tick.run()
  return tick.events
}

class Tick {
  readonly events: PresenceEvent[] = []
  #state: PresenceConcerns
  readonly #world: World

  constructor(state: PresenceConcerns, world: World) {
    this.#state = state
    this.#world = world
  }

  run(): void {
    for (const { concern } of this.#state.concerns.filter(isOpen)) this.#move(concern)
    if (this.#world.held) return
    this.#tellBlind()
    for (const due of this.#world.dues) if (this.#room()) this.#meet(due)
  }

  #room(): boolean {
    return this.events.length < EVENTS_A_TICK_MAX
  }

  #put(event: PresenceEvent): void {
    this.events.push(event)
    this.#state = applyConcerns(this.#state, event, { at: this.#world.now, by: 'machine' })
  }

  #one(concern: number): Concern | undefined {
    return this.#state.concerns[concern - 1]
  }

  #move(concern: number): void {
    const one = this.#one(concern)
    if (!one || !this.#room() || one.held || this.#isSeen(one)) return
    this.#climbByTime(one)
    this.#resultOf(concern)
    this.#askFor(concern)
    this.#passOn(concern)
  }

  /** Seen since it was opened, by whatever word: nobody searches; it stays open until they are said to be coming. */
  #isSeen({ person, openedAt }: Concern): boolean {
    const at = this.#world.seenAt(person)
    return at !== null && at >= openedAt
  }

  #climbByTime({ concern, rung, rungs }: Concern): void {
    const reached = rungs.findLast(({ at }) => at <= this.#world.now)
    if (reached && reached.rung > rung) this.#climb(concern, reached.rung, 'time')
  }

  #climb(concern: number, rung: Rung, because: string): void {
    this.#put({ type: 'concern.climbed', v: 1, body: { concern, rung, because } })
  }

  /** "I'm looking" for three minutes and no word: the next rung, and they are asked what came of it. */
  #resultOf(concern: number): void {
    const one = this.#one(concern)
    if (!one?.looking || one.looking.until > this.#world.now) return
    const { person } = one.looking
    if (one.rung < 4) this.#climb(concern, 4, 'looked for three minutes')
    const rung = this.#one(concern)?.rung ?? one.rung
    const asked = [{ person, how: 'screen' as const }]
    this.#put({ type: 'concern.asked', v: 1, body: { concern, rung, asked, skipped: [] } })
    this.#askFor(concern, true)
  }

  /** `even`: the rung counts as put because the searcher was asked; its own people are asked all the same. */
  #askFor(concern: number, even = false): void {
    for (;;) {
      const one = this.#one(concern)
      if (!one || (one.put.includes(one.rung) && !even) || isNoise(one)) return
      even = false
      const { rung } = one
      const { asked, skipped } = this.#chosen(one)
      const people = asked.map((person) => ({ person, how: 'screen' as const }))
      this.#put({ type: 'concern.asked', v: 1, body: { concern, rung, asked: people, skipped } })
      if (asked.length > 0 || rung >= 4) return
      this.#climb(concern, next(rung), 'nobody free')
    }
  }

  #chosen(one: Concern, wanted = wantedOn(one.rung, this.#world.inTwos(one))) {
    const { now, candidates } = this.#world
    const until = one.rungs.find(({ rung }) => rung === 4)?.at ?? instant(now + LEAD_MS)
    return choose(this.#state, one, one.rung, candidates(one, until), now, wanted)
  }

  /** Not drawn by a lit screen, or "not me": whoever is next is asked instead. */
  #passOn(concern: number): void {
    const one = this.#one(concern)
    if (!one || one.rung >= 4 || isNoise(one)) return
    const stale = one.asks.filter((ask) => ask.rung === one.rung && this.#isStale(ask))
    if (stale.length === 0) return
    const others = this.#chosen(one, stale.length)
    const skipped = [...stale.map(passedOnFor), ...others.skipped]
    const asked = others.asked.map((person) => ({ person, how: 'screen' as const }))
    this.#put({ type: 'concern.asked', v: 1, body: { concern, rung: one.rung, asked, skipped } })
    const left = this.#one(concern)?.asks.some((ask) => ask.rung === one.rung && !ask.passedOn)
    if (left) return
    this.#climb(concern, next(one.rung), 'nobody free')
    this.#askFor(concern)
  }

  #isStale({ how, shownAt, answer, passedOn, at }: Ask): boolean {
    if (passedOn) return false
    if (answer === 'not me') return true
    return how === 'screen' && shownAt === null && answer === null && this.#world.now - at >= NOT_SHOWN_MS
  }

  #meet(due: Due): void {
    const { now, mode, quietFor, seenAt, sourceOf } = this.#world
    if (!due.needed || due.at <= now || due.at - now > LEAD_MS) return
    const quiet = quietFor(due.person)
    const seen = seenAt(due.person)
    if (quiet === null || (seen !== null && now - seen < SEEN_LATELY_MS) || this.#isKnown(due)) return
    // Who has stepped out is covered for: nobody waits for them.
    if (this.#state.steppedOut.some(({ person }) => person === due.person)) return
    const open = openOn(this.#state, due.person)
    if (open) {
      this.#join(open, due)
      return
    }
    const source = sourceOf(due)
    const blind = source !== null && this.#state.blind.includes(source)
    if (quiet < quietMinutes(mode) || blind || this.#state.concerns.length >= CONCERNS_MAX) return
    this.#open(due, quiet)
  }

  /** Asked about already; unless what it ended with was taken back. */
  #isKnown({ key }: Due): boolean {
    return this.#state.concerns.some((one) => one.due === key && one.ended?.undone !== true)
  }

  #open(due: Due, quiet: number): void {
    const { now, mode } = this.#world
    const { person, at: dueAt, place } = due
    const because = [{ kind: 'silence', name: due.title, surprise: 0 }]
    const body = { person, due: due.key, dueAt, place, mode, because, risk: quiet, raisedBy: null }
    this.#put({ type: 'concern.opened', v: 1, body: { ...body, ...ladderFrom(now, dueAt) } })
    if (mode !== 'logging') this.#askFor(this.#state.concerns.length)
  }

  /** An entrance comes nearer for somebody who is asked about already: it may be later than the ladder knew. */
  #join({ concern, due, rung }: Concern, { key, at }: Due): void {
    if (due !== null) return
    this.#put({ type: 'concern.joined', v: 1, body: { concern, raisedBy: null, due: key } })
    const demands = ladderFrom(this.#world.now, at).rung
    if (demands <= rung) return
    this.#climb(concern, demands, 'entrance')
    this.#askFor(concern)
  }

  /** A place that tells of nobody is one line at the desk, and no concern. */
  #tellBlind(): void {
    const { dues, now, tells, sourceOf } = this.#world
    const silent = new Map<string, Set<PersonId>>()
    for (const due of dues) {
      const source = due.needed && due.at > now && due.at - now <= LEAD_MS ? sourceOf(due) : null
      if (source !== null && this.#isQuiet(due.person))
        silent.set(source, (silent.get(source) ?? new Set()).add(due.person))
    }
    const told = (source: string, blind: boolean) =>
      this.#put({ type: 'source.blind', v: 1, body: { source, item: null, blind } })
    for (const source of this.#state.blind) if (tells(source)) told(source, false)
    for (const [source, people] of silent)
      if (people.size >= BLIND_FROM && !tells(source) && !this.#state.blind.includes(source))
        told(source, true)
  }

  #isQuiet(person: PersonId): boolean {
    const quiet = this.#world.quietFor(person)
    return quiet !== null && quiet >= quietMinutes(this.#world.mode)
  }
}

/** Raised by somebody who raises too many: for stage management to look at, and nobody is asked by itself. */
const isNoise = ({ rungs, rung }: Concern): boolean => rungs.length === 0 && rung === 1

const next = (rung: Rung): Rung => (rung === 5 ? 5 : ((rung + 1) as Rung))

const passedOnFor = ({ person, answer }: Ask): { person: PersonId; because: PassedOver } => ({
  person,
  because: answer === 'not me' ? 'said not me' : 'not shown',
})
