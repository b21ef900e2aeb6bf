// What the passing of time demands of concerns: who is asked about, who is asked next, which rung has come. Pure, and the
// same after a restart: all of it follows from the record and the time.

import { type Instant, instant } from '../kit/time.ts'
import type { PersonId, PlaceId } from '../show/show.ts'
import { beforeEntrance, type Doubt, inSilence, reasons } from './asking.ts'
import { type Candidate, choose, type PassedOver, type WingOf, wantedOn } from './candidates.ts'
import { CONCERNS_MAX, type Mode, NOT_SHOWN_MS } from './commands.ts'
import { type Ask, type Concern, isOpen, openOn, type PresenceConcerns } from './concern.ts'
import { applyConcerns } from './concern-apply.ts'
import type { Due } from './due.ts'
import type { PresenceEvent, Rung } from './events.ts'
import { LEAD_MS, ladderFrom } from './ladder.ts'
import { full, logging, type Policy, quiet, UNSEEN_BY_THE_WALL } from './policy.ts'
import { reopened } from './reopen.ts'
import type { Silence } from './risk.ts'

/** What concerns must know of tonight, as it stands at this moment. */
export type World = {
  readonly now: Instant
  /** The same in minutes of the show. */
  readonly clock: number
  readonly mode: Mode
  /** No act has gone up yet: nobody is watched for. */
  readonly before: boolean
  /** The show stands still: nobody is late for anything. */
  readonly held: boolean
  /** For which somebody is needed within the ladder’s time, the next first. */
  readonly dues: readonly Due[]
  /** Whoever has still to come on, and when next. */
  readonly toCome: readonly { readonly person: PersonId; readonly place: PlaceId | null }[]
  /** When somebody else last saw them for certain. */
  readonly seenAt: (person: PersonId) => Instant | null
  /** Null for whoever is not in the building. */
  readonly silenceOf: (person: PersonId) => Silence | null
  /** Since when, and for how long, that silence lasts by the clock on the wall. */
  readonly silentFrom: (person: PersonId, silence: Silence) => Instant
  readonly wallMinutes: (person: PersonId, silence: Silence) => number
  readonly candidates: (
    about: { readonly person: PersonId; readonly place: PlaceId | null },
    until: Instant,
  ) => readonly Candidate[]
  /** Nobody goes alone to where they are looked for. */
  readonly inTwos: (about: { readonly person: PersonId; readonly place: PlaceId | null }) => boolean
  readonly wingOf: WingOf
  readonly sources: readonly Source[]
  /** Who would tell of it: a side of the stage; null where nobody does. */
  readonly sourceOf: (due: Due) => string | null
}

/** A side of the stage, as far as it tells of people. */
export type Source = {
  readonly name: string
  /** It has told of nobody at all tonight. */
  readonly silent: boolean
  /** It told of somebody within the last ten minutes. */
  readonly tells: boolean
  /** It should have told of several, or nothing is heard from its screen any more. */
  readonly blind: boolean
}

const policies: Readonly<Record<Mode, Policy>> = { quiet, full, logging }
/** So many at one place of whom nothing is heard are a screen that is not looked at, not so many people. */
const BLIND_FROM = 6
/** More than these are done a moment later. */
export const EVENTS_A_TICK_MAX = 60
/** Nobody is asked about who was seen so lately; minutes of the show. */
const SEEN_LATELY = 5

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
    for (const again of reopened(this.#state, this.#world)) this.#put(again)
    if (this.#world.before) return
    this.#unseenByTheWall()
    if (this.#world.held) return
    this.#tellBlind()
    for (const due of this.#world.dues) if (this.#room()) this.#meet(due)
    this.#longSilences()
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
    const { now, candidates, wingOf } = this.#world
    const { rung } = one
    const until = one.rungs.find((step) => step.rung === 4)?.at ?? instant(now + LEAD_MS)
    return choose(this.#state, one, { rung, candidates: candidates(one, until), now, wanted, wingOf })
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
    const { now, clock, mode, silenceOf, sourceOf } = this.#world
    if (due.at <= now || due.at - now > LEAD_MS) return
    const silence = silenceOf(due.person)
    if (silence === null || clock - silence.seen < SEEN_LATELY || this.#isKnown(due)) return
    // Who has stepped out is covered for: nobody waits for them.
    if (this.#steppedOut(due.person)) return
    const open = openOn(this.#state, due.person)
    if (open) {
      this.#join(open, due)
      return
    }
    const source = sourceOf(due)
    if (source !== null && this.#state.blind.includes(source)) return
    const doubt = beforeEntrance(policies[mode], silence, { entrance: due.clock, now: clock })
    if (doubt !== null) this.#open(doubt, due)
  }

  /** Of those who have still to come on, whatever the moment: full asks about them, quiet does not. */
  #longSilences(): void {
    const { clock, mode } = this.#world
    if (policies[mode].riskInSilence === null) return
    this.#askInSilence((silence) => inSilence(policies[mode], silence, clock))
  }

  /** Also while the show is held: nobody is left unseen for an hour. (scenario 6) */
  #unseenByTheWall(): void {
    const { clock, wallMinutes } = this.#world
    this.#askInSilence((silence, person) => {
      const minutes = wallMinutes(person, silence)
      return minutes < UNSEEN_BY_THE_WALL ? null : { risk: minutes, because: reasons(silence, clock) }
    })
  }

  #askInSilence(doubtOf: (silence: Silence, person: PersonId) => Doubt | null): void {
    for (const about of this.#world.toCome) {
      if (!this.#room()) return
      const { person } = about
      const silence = this.#world.silenceOf(person)
      if (silence === null || this.#steppedOut(person) || this.#isKnownInSilence(person, silence)) continue
      const doubt = doubtOf(silence, person)
      if (doubt !== null) this.#open(doubt, { ...about, key: null, at: null, title: null })
    }
  }

  /** Once in one silence: whoever was seen since is another story. */
  #isKnownInSilence(person: PersonId, silence: Silence): boolean {
    if (openOn(this.#state, person)) return true
    const from = this.#world.silentFrom(person, silence)
    return this.#state.concerns.some(
      (one) => one.person === person && one.openedAt >= from && !one.ended?.undone,
    )
  }

  #steppedOut(whom: PersonId): boolean {
    return this.#state.steppedOut.some(({ person }) => person === whom)
  }

  /** Asked about already; unless what it ended with was taken back. */
  #isKnown({ key }: Due): boolean {
    return this.#state.concerns.some((one) => one.due === key && one.ended?.undone !== true)
  }

  #open({ risk, because: terms }: Doubt, due: About): void {
    if (this.#state.concerns.length >= CONCERNS_MAX) return
    const { now, mode } = this.#world
    const { person, at: dueAt, place, title } = due
    // The first names what is due, and adds nothing: the terms after it add up to the surprise.
    const because = [{ kind: 'silence', name: title ?? '', surprise: 0 }, ...terms]
    const body = { person, due: due.key, dueAt, place, mode, because, risk, raisedBy: null }
    this.#put({ type: 'concern.opened', v: 1, body: { ...body, ...ladderFrom(now, dueAt) } })
    if (mode !== 'logging') this.#askFor(this.#state.concerns.length)
  }

  /** An entrance comes nearer for somebody who is asked about already: it may be later than the ladder knew. */
  #join({ concern, due, rung, held }: Concern, { key, at }: Due): void {
    if (due !== null) return
    this.#put({ type: 'concern.joined', v: 1, body: { concern, raisedBy: null, due: key } })
    const demands = ladderFrom(this.#world.now, at).rung
    if (demands <= rung || held !== null) return
    this.#climb(concern, demands, 'entrance')
    this.#askFor(concern)
  }

  /** A place that tells of nobody is one line at the desk, and no concern. */
  #tellBlind(): void {
    for (const source of this.#world.sources) {
      const { name } = source
      const known = this.#state.blind.includes(name)
      const blind = source.blind || (source.silent && this.#quietAt(name) >= BLIND_FROM)
      // Once named it is believed again when it tells of somebody.
      if (blind === known || (known && !source.tells)) continue
      this.#put({ type: 'source.blind', v: 1, body: { source: name, item: null, blind } })
    }
  }

  /** How many are due there of whom somebody would be asked. */
  #quietAt(source: string): number {
    const { dues, clock, mode, silenceOf, sourceOf } = this.#world
    const quiet = dues.filter((due) => {
      const silence = sourceOf(due) === source ? silenceOf(due.person) : null
      return silence && beforeEntrance(policies[mode], silence, { entrance: due.clock, now: clock })
    })
    return new Set(quiet.map(({ person }) => person)).size
  }
}

/** What somebody is asked about: an entrance, or nothing but that they were not seen. */
type About = {
  readonly person: PersonId
  readonly key: string | null
  readonly at: Instant | null
  readonly place: PlaceId | null
  readonly title: string | null
}

/** Raised by somebody who raises too many: for stage management to look at, and nobody is asked by itself. */
const isNoise = ({ rungs, rung }: Concern): boolean => rungs.length === 0 && rung === 1

const next = (rung: Rung): Rung => (rung === 5 ? 5 : ((rung + 1) as Rung))

const passedOnFor = ({ person, answer }: Ask): { person: PersonId; because: PassedOver } => ({
  person,
  because: answer === 'not me' ? 'said not me' : 'not shown',
})
