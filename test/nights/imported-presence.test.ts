// Plays as they were imported, cast with doubling, played through: where everybody is due follows from their entrances and exits,
// and one who is not seen any more is asked about before they are missed on stage.

import process from 'node:process'
import { expect, test } from 'vitest'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { presenceDue } from '../../src/core/night/concerns.ts'
import { onStageAt } from '../../src/core/night/planned-dues.ts'
import { showClock } from '../../src/core/night/show-clock.ts'
import { view } from '../../src/core/night/view.ts'
import type { PersonId, Show } from '../../src/core/show/show.ts'
import { absentPlays, arePlaysHere, castPlay, castPlays, withHouse } from '../kit/cast-play.ts'
import { caller, Evening, phone, stageManager, wing } from '../kit/concern-evening.ts'
import { aViewer } from '../kit/nights.ts'
import { Ladders } from '../simulator/ladders.ts'
import { asked } from '../simulator/told.ts'

/** Of each play; `npm run soak imported` plays fifty. */
const NIGHTS = 1
const STEP_S = 15
/** A wing sees whoever is due there so long before, and whoever comes off. */
const SEEN_BEFORE_S = 120
/** Looked at every so many steps: where everybody is due. */
const LOOK_EACH = 20
const left = aViewer('ASM', { place: 'sl1', device: 'wing-left' })

/** By the pages alone: who comes on when, from where, and when they are off again; in seconds of the whole show. */
type Time = { readonly who: PersonId; readonly from: number; readonly to: number; readonly place: string }

function timesOf({ items, obligations, tracks }: Show): readonly Time[] {
  let now = 0
  const starts = new Map<string, number>()
  for (const item of items) {
    starts.set(item.id, now)
    now += item.seconds
  }
  const owners = new Map(tracks.map(({ id, owner }) => [id, owner]))
  return obligations.flatMap(({ kind, track, anchor, seconds, placeIn }): Time[] => {
    const who = owners.get(track)
    const from = (starts.get(anchor.item) ?? 0) + anchor.seconds
    return kind === 'appear' && who ? [{ who, from, to: from + seconds, place: placeIn ?? '' }] : []
  })
}

class Played {
  readonly #night: Evening
  readonly #times: readonly Time[]
  readonly #lost: Time
  readonly #ladders: Ladders
  readonly #told = new Set<Time>()
  readonly findings: string[] = []
  #read = 0
  /** When somebody first asked about whoever is lost, in seconds of the show. */
  askedAt: number | null = null

  constructor(show: Show, throws: Dice) {
    this.#night = new Evening(show)
    this.#times = timesOf(show)
    this.#lost = throws.pick(this.#times.filter(({ who, from }) => this.#isAwayBefore(who, from)))
    this.#ladders = new Ladders(this.#night.plan, (rule, what) => this.findings.push(`${rule}: ${what}`))
  }

  /** Minutes off before it: time in which to be missed. */
  #isAwayBefore(who: PersonId, from: number): boolean {
    return (
      from > 1_500 && !this.#times.some((one) => one.who === who && one.to > from - 1_200 && one.from < from)
    )
  }

  get missed(): number {
    return this.#lost.from
  }

  play(): this {
    const { acts } = this.#night.plan.timeline
    let began = 0
    for (const [at, { act, seconds }] of acts.entries()) {
      if (at > 0) this.#night.do({ name: 'act.up', act }, caller)
      for (let second = 0; second < seconds; second += STEP_S) this.#step(began + second)
      this.#night.do({ name: 'act.down', act }, caller)
      began += seconds
    }
    for (const event of this.#night.log) this.#ladders.take(storedAs(event))
    return this
  }

  counts() {
    return this.#ladders.counts()
  }

  #step(second: number): void {
    this.#night.wait(STEP_S * 1_000)
    const now = second + STEP_S
    for (const event of presenceDue(this.#night.plan, this.#night.state, this.#night.now))
      this.#night.record('machine', event)
    this.#night.show()
    this.#wingsSee(now)
    this.#answer(now)
    this.#read += 1
    if (this.#read % LOOK_EACH === 0) this.#look()
  }

  #isHere = (who: PersonId, now: number): boolean => who !== this.#lost.who || now < this.#lost.from - 1_200

  #wingsSee(now: number): void {
    for (const [place, viewer] of [
      ['sr1', wing],
      ['sl1', left],
    ] as const) {
      const here = this.#times.filter(
        (one) =>
          one.place === place &&
          !this.#told.has(one) &&
          one.from <= now + SEEN_BEFORE_S &&
          this.#isHere(one.who, now),
      )
      for (const one of here) this.#told.add(one)
      const people = [...new Set(here.filter(({ to }) => to >= now).map(({ who }) => who))].slice(0, 6)
      if (people.length > 0)
        this.#night.do({ name: 'people.see', people, how: 'eyes', place: null, by: null }, viewer)
    }
  }

  /** Whoever is asked tells what is so. */
  #answer(now: number): void {
    for (const one of this.#night.state.presence.concerns.concerns) {
      if (one.person === this.#lost.who && !this.#isHere(one.person, now)) this.askedAt ??= now
      if (one.ended !== null) continue
      const answer = this.#isHere(one.person, now) ? 'on their way' : 'not here'
      for (const { person } of one.asks.slice(-1)) {
        const { concern, version } = one
        this.#night.ask(
          { name: 'concern.answer', concern, version, answer, place: null, by: null },
          phone(person),
        )
      }
    }
  }

  /** What everybody is shown is due next, and who is on, against the pages. */
  #look(): void {
    const { plan, state, now } = this.#night
    const clock = showClock(plan, state, now) * 60
    const on = new Set(
      this.#times.filter(({ from, to }) => from <= clock && clock < to).map(({ who }) => who),
    )
    if (!isSame(on, onStageAt(plan, clock / 60))) this.findings.push(`on stage at ${clock}`)
    for (const { person, next, onStage } of view(plan, state, stageManager, now).where?.people ?? []) {
      const own = this.#times.filter(({ who }) => who === person).map(({ from }) => from)
      // Whoever comes on this very second may be told of that or of the next.
      const coming = [clock - 1, clock].map((since) => Math.min(...own.filter((from) => from > since)))
      const first = coming.at(-1) ?? 0
      if (onStage !== on.has(person)) this.findings.push(`${person} on stage at ${clock}`)
      const due = next ? clock + (next.at - now) / 1_000 : Number.POSITIVE_INFINITY
      // A call to the beginning of an act comes before the entrance it is for.
      if (due > first + 1) this.findings.push(`${person} is due at ${first}, and is shown ${due}`)
      if (next?.title.startsWith('On in') && coming.every((from) => Math.abs(due - from) > 1))
        this.findings.push(`${person} at ${clock}: ${next.title} at ${due}, not at ${first}`)
    }
  }
}

const isSame = (one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each))

const storedAs = (event: Evening['log'][number]): Parameters<Ladders['take']>[0] => ({
  ...event,
  ...{ stream: 'night', command: '', hash: '' },
  detail: event.detail === null ? { state: 'none' } : { state: 'kept', value: event.detail },
})

test('CASTING-5: imported plays, cast with doubling, played through: everybody is due where the pages say, and one who is lost is asked about before they are missed', ({
  skip,
}) => {
  if (!arePlaysHere()) return skip(absentPlays)
  const nights = asked('GHOSTLIGHT_NIGHTS') ?? NIGHTS
  for (const file of castPlays) {
    const show = withHouse(castPlay(file))
    const took: number[] = []
    let [early, concerns, sent] = [0, 0, 0]
    for (let seed = 1; seed <= nights; seed += 1) {
      const began = performance.now()
      const played = new Played(show, dice(seed)).play()
      took.push(performance.now() - began)
      expect([file, seed, played.findings.slice(0, 3)]).toEqual([file, seed, []])
      expect(played.askedAt, `${file}, seed ${seed}`).not.toBeNull()
      const counts = played.counts()
      if ((played.askedAt ?? Number.POSITIVE_INFINITY) < played.missed) early += 1
      concerns += counts.concerns
      sent += counts.sent
    }
    const sorted = took.toSorted((one, other) => one - other)
    process.stdout.write(
      `${file}: ${nights} nights, one lost in each: ${early} asked about before they were due on, ${concerns} concerns, ${sent} on which somebody was sent; ` +
        `median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms a night, most ${Math.round(sorted.at(-1) ?? 0)} ms\n`,
    )
    expect(early).toBeGreaterThanOrEqual(nights / 2)
  }
}, 600_000)
