// The ladder on evenings by the hundred, second by second: answered, lost, late and twice, crashed and opened again. What is
// judged is read from the record by hand, as in the simulator, which plays fewer evenings and all of the house with them.

import { expect, test } from 'vitest'
import { type Dice, dice } from '../../src/core/kit/dice.ts'
import { id } from '../../src/core/kit/ids.ts'
import { presenceDue } from '../../src/core/night/concerns.ts'
import { apply, emptyNight, type LoggedEvent, type NightCommand } from '../../src/core/night/night.ts'
import { view } from '../../src/core/night/view.ts'
import { NAMES_ON_A_LIST_MAX } from '../../src/core/presence/ask-lists.ts'
import { answers, listAnswers } from '../../src/core/presence/commands.ts'
import { caller, Evening, person, phone, stageManager, wing } from '../kit/concern-evening.ts'
import { crowdedEvening, quietEvening } from '../kit/quiet-evening.ts'
import { Ladders } from '../simulator/ladders.ts'
import { asked } from '../simulator/told.ts'

const EVENINGS = 200
/** Every so many evenings nobody tells anything from the side where nine are due. */
const BLIND_EACH = 6
/** And every so many the same nine are due, of whom nobody has told, but of others: they are asked about as lists. */
const CROWD_EACH = 10
/** Mia is due at minute 31: nothing can be due before this. */
const BEGINS_AT_S = 21 * 60
const LASTS_S = 18 * 60
/** As long as the server may take, after a crash too. */
const IN_TIME_MS = 3_000

type Played = {
  readonly findings: readonly string[]
  readonly concerns: number
  readonly sent: number
  readonly ended: number
  readonly blind: number
}

class SeededEvening {
  readonly #night: Evening
  readonly #dice: Dice
  readonly #blind: boolean
  readonly #crowd: boolean
  readonly #ladders: Ladders
  readonly findings: string[] = []
  #read = 0
  /** Screens are lit, but now and then none is. */
  #lit = true
  #upSince = 0

  constructor(seed: number) {
    this.#dice = dice(seed)
    this.#blind = seed % BLIND_EACH === 0
    this.#crowd = !this.#blind && seed % CROWD_EACH === 0
    this.#night = new Evening(this.#blind || this.#crowd ? crowdedEvening() : quietEvening())
    this.#ladders = new Ladders(this.#night.plan, (rule, what) => this.findings.push(`${rule}: ${what}`))
    this.#night.wait(BEGINS_AT_S * 1000)
    const tells = { name: 'people.see', people: [person('una')], how: 'eyes', place: null, by: null } as const
    if (this.#crowd) this.#press(tells, wing)
  }

  play(): Played {
    for (let second = 0; second < LASTS_S; second += 1) {
      this.#night.wait(1_000)
      this.#look()
      if (this.#lit) this.#night.show()
      if (!this.#blind || this.#dice.chance(0.3)) this.#somethingHappens()
      this.#judge()
    }
    const { concerns, sent, ended, blind } = this.#ladders.counts()
    const wrong = this.#blind
      ? this.#ladders.openedByItself().filter(({ place }) => place?.startsWith('sr'))
      : []
    for (const one of wrong) this.findings.push(`SIM-22: ${one.person} is asked about, and the side is blind`)
    return { findings: this.findings, concerns, sent, ended, blind }
  }

  #look(): void {
    const { plan, state, now } = this.#night
    for (const event of presenceDue(plan, state, now)) this.#night.record('machine', event)
  }

  #somethingHappens(): void {
    const throws = this.#dice
    const roll = throws.next()
    if (roll < 0.004) this.#crash()
    else if (roll < 0.01) this.#lit = throws.chance(0.7)
    else if (this.#blind) return
    else if (roll < 0.03 && this.#crowd && this.#dice.chance(0.5)) this.#answeredAtOnce()
    else if (roll < 0.03) this.#answered()
    else if (roll < 0.034) this.#press({ name: 'clock.hold' }, caller)
    else if (roll < 0.06) this.#press({ name: 'clock.resume' }, caller)
    else if (roll < 0.064) this.#seen()
    else if (roll < 0.066) this.#takenBack()
    else if (roll < 0.068) this.#press({ name: 'concern.raise', person: this.#somebody() }, stageManager)
    else if (roll < 0.0685) this.#press({ name: 'own.say', word: 'please come to me' }, phone('mia'))
    else if (roll < 0.069) this.#press({ name: 'own.say', word: 'on my way' }, phone('mia'))
    else if (roll < 0.074) this.#done()
  }

  /** By whoever was asked, or somebody who was not; lately, or minutes ago on a phone in a tunnel; now and then twice. */
  #answered(): void {
    const { concerns } = this.#night.state.presence.concerns
    const one = concerns.findLast(({ ended }) => ended === null)
    if (!one) return
    const by = phone(this.#dice.pick([...one.asks.map((ask) => ask.person), this.#somebody()]))
    const answer = this.#dice.pick(answers)
    const version = Math.max(1, one.version - this.#dice.whole(0, 2))
    const command = { name: 'concern.answer', concern: one.concern, version, answer, by: null } as const
    const ageMs = this.#dice.pick([0, 0, 4_000, 200_000, 400_000])
    const times = this.#dice.chance(0.2) ? 2 : 1
    for (let time = 0; time < times; time += 1)
      this.#night.ask({ ...command, place: this.#dice.pick([null, id<'place'>('dr4')]) }, by, ageMs)
  }

  /** All names that stand on somebody’s screen, and now and then one that stands there no more. */
  #answeredAtOnce(): void {
    const { plan, state, now } = this.#night
    const by = this.#dice.chance(0.3) ? wing : phone(this.#dice.pick(['asa', 'dru', 'ari', 'sam', 'kit']))
    const here = view(plan, state, by, now).asks?.asks ?? []
    const stale = this.#dice.chance(0.2) ? state.presence.concerns.concerns.slice(0, 1) : []
    const named = [...here, ...stale].map(({ concern, version }) => ({ concern, version }))
    const asks = named.slice(0, NAMES_ON_A_LIST_MAX)
    this.#press({ name: 'concerns.answer', asks, answer: this.#dice.pick(listAnswers) }, by)
  }

  /** Whoever leads it says who is with them; or whom was asked on cans. */
  #done(): void {
    const one = this.#night.state.presence.concerns.concerns.findLast(({ ended }) => ended === null)
    if (!one) return
    const { concern, version } = one
    const who = this.#somebody()
    this.#press(
      this.#dice.chance(0.6)
        ? { name: 'concern.end', concern, version, with: who }
        : { name: 'concern.spoken', concern, to: who },
      stageManager,
    )
  }

  #seen(): void {
    const people = [person(this.#dice.pick(['mia', 'ned']))]
    this.#press({ name: 'people.see', people, how: 'eyes', place: null, by: null }, phone('kit'))
  }

  #takenBack(): void {
    const sighting = this.#night.state.presence.sightings.list.at(-1)?.seq
    if (sighting !== undefined) this.#press({ name: 'sighting.undo', sighting }, stageManager)
  }

  /** For seconds or minutes nobody looks; then all of it comes from the record again, as it was. */
  #crash(): void {
    this.#night.wait(this.#dice.whole(2_000, 90_000))
    const again = this.#night.log.reduce((state, event) => apply(this.#night.plan, state, event), emptyNight)
    expect(again).toEqual(this.#night.state)
    this.#upSince = this.#night.now
  }

  #press(command: NightCommand, by: typeof caller): void {
    this.#night.ask(command, by)
  }

  #somebody() {
    return this.#dice.pick(this.#night.plan.show.people).id
  }

  #judge(): void {
    for (const event of this.#night.log.slice(this.#read)) this.#ladders.take(stored(event))
    this.#read = this.#night.log.length
    if (this.#night.now - this.#upSince > IN_TIME_MS) this.#ladders.inTime(this.#night.now - IN_TIME_MS)
  }
}

const stored = (event: LoggedEvent): Parameters<Ladders['take']>[0] => ({
  ...event,
  ...{ stream: 'night', command: '', hash: '' },
  detail: event.detail === null ? { state: 'none' } : { state: 'kept', value: event.detail },
})

test('CONCERN-21: over evenings by the hundred rungs only rise and come in time, an end has a sighting or a name, and neither a hold nor a blind side opens any', () => {
  const only = asked('GHOSTLIGHT_SEED')
  const evenings = asked('GHOSTLIGHT_NIGHTS') ?? EVENINGS
  const from = asked('GHOSTLIGHT_FROM') ?? 1
  const seeds = only === null ? Array.from({ length: evenings }, (_, index) => index + from) : [only]
  const all = seeds.map((seed) => ({ seed, ...new SeededEvening(seed).play() }))
  const sum = (count: 'concerns' | 'sent' | 'ended' | 'blind') =>
    all.reduce((total, one) => total + one[count], 0)
  console.log(
    `${all.length} evenings: ${sum('concerns')} concerns, ${sum('sent')} on which somebody was sent, ${sum('ended')} ended; a side blind ${sum('blind')} times`,
  )
  expect(
    all.filter(({ findings }) => findings.length > 0).map(({ seed, findings }) => [seed, findings[0]]),
  ).toEqual([])
  if (only !== null) return
  expect(sum('sent')).toBeGreaterThan(evenings / 4)
  expect(sum('ended')).toBeGreaterThan(evenings / 10)
  expect(sum('blind')).toBeGreaterThan(0)
})
