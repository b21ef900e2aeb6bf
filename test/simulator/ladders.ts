// Concerns read by hand from the record, apart from core: who may be asked, when each rung comes, what ends it, who is shown it.

import type { Viewer } from '../../src/core/disclosure/policy.ts'
import type { Plan } from '../../src/core/night/night.ts'
import type { StoredEvent } from '../../src/server/log/log.ts'
import type { Sections } from '../../src/wire/messages.ts'
import { askedTooOften, mayBeAsked } from './asked-often.ts'
import { type Body, wholeOf } from './bodies.ts'
import type { Asked, Ladder, Sighting } from './ladder.ts'
import { isDueAgain, wrongWithReopening } from './reopening.ts'

/** What the issue and the document say, typed again: none of it is asked of core. */
const SENT_WITHIN_MS = 180_000
const LOOKING_MS = 180_000
const UNSEEN_ASK_MS = 10_000
const HOUR_MS = 3_600_000
const ON_A_RUNG_MAX = 6
/** What somebody else says of them with their own eyes or ears. */
const CLOSING: readonly string[] = ['eyes', 'cans']
/** A press says when it was made by a device's own clock. */
const CLOCK_SLACK_MS = 30_000

export type LadderCounts = {
  readonly concerns: number
  readonly asks: number
  /** On which somebody was sent. */
  readonly sent: number
  readonly ended: number
  /** How often a side was told of as blind. */
  readonly blind: number
}

/** Whoever pressed, or the machine. */
type Said = { readonly at: number; readonly by: string }

/** The ladders of one performance, fed with its events as the log takes them. */
export class Ladders {
  readonly #plan: Plan
  readonly #finds: (rule: string, what: string) => void
  readonly #ladders: Ladder[] = []
  readonly #sightings = new Map<number, Sighting>()
  readonly #signs = new Map<string, string[]>()
  readonly #blind = new Set<string>()
  readonly #sets: { readonly ms: number; readonly before: number }[] = []
  #held = false
  /** When the first act went up. */
  #upAt: number | null = null
  #withdrawnAt = 0
  #blinded = 0
  #closed = false

  constructor(plan: Plan, finds: (rule: string, what: string) => void) {
    this.#plan = plan
    this.#finds = finds
  }

  /** How many there were, and what became of them, for the line at the end of a run. */
  counts(): LadderCounts {
    const asked = this.#ladders.filter(({ silent }) => !silent)
    return {
      concerns: asked.length,
      asks: asked.reduce((total, { asks }) => total + asks.length, 0),
      sent: asked.filter(({ rung }) => rung >= 3).length,
      ended: asked.filter(({ ended }) => ended).length,
      blind: this.#blinded,
    }
  }

  /** Whom the machine wondered about for an entrance, and where they were due. */
  openedByItself(): readonly { readonly person: string; readonly place: string | null }[] {
    return this.#ladders.filter(({ forEntrance }) => forEntrance)
  }

  take(event: StoredEvent): void {
    const { type, seq, at } = event
    const { body, by } = wholeOf(event)
    const one = body.concern === undefined ? undefined : this.#ladders[body.concern - 1]
    if (type === 'clock.held' || type === 'clock.resumed') this.#held = type === 'clock.held'
    else if (type === 'act.up') this.#upAt ??= at
    else if (type === 'performance.closed') this.#closed = true
    else if (type === 'source.blind') this.#blindness(body)
    else if (type === 'clock.set') this.#clockSet(body)
    else if (type === 'person.seen') this.#seen(seq, body)
    else if (type === 'sighting.withdrawn') this.#withdraw(body.sighting ?? 0, at)
    else if (type === 'concern.opened') this.#open({ at, by }, body)
    else if (type === 'concern.joined' && one) one.due ??= body.due ?? null
    else if (type === 'concern.asked' && one) this.#asked(one, { at, by }, body)
    else if (type === 'ask.shown' && one) this.#ask(one, body.ask, (ask) => (ask.shown = true))
    else if (type === 'concern.climbed' && one) this.#climb(one, { at, by }, body)
    else if (type === 'concern.answered' && one) this.#answer(one, at, body)
    else if (type === 'concern.ended' && one) this.#end(one, event, body)
    else this.#sign(type, body)
    if (type.startsWith('concern.') && body.concern !== undefined && !one)
      this.#finds('SIM-19', `${type} is about concern ${body.concern}, and there is none`)
  }

  /** Rungs that rise, the third within three minutes, about one who is in, has no other, and is not behind a blind side. */
  #open({ by, at }: Said, body: Body): void {
    const { person = '', rungs = [], rung = 0, raisedBy = null, place = null, due = null, mode } = body
    const concern = this.#ladders.length + 1
    const silent = mode === 'logging'
    const say = (what: string) => this.#finds('SIM-19', `concern ${concern} about ${person} ${what}`)
    if (!silent && this.#openOn(person)) say('was opened beside another')
    const order = [{ rung, at }, ...rungs]
    if (order.some((one, index) => index > 0 && !isAfter(one, order[index - 1])))
      say('has rungs out of order')
    const third = order.find((one) => one.rung >= 3)
    if (third && third.at - at > SENT_WITHIN_MS) say('sends somebody later than after three minutes')
    if (!third && raisedBy === null) say('sends nobody')
    if (by === 'machine' && raisedBy === null) this.#checkByItself(body, at, say)
    else if (by === 'machine') this.#checkAgain(body, at, say)
    const rest = {
      rung,
      rungAt: at,
      put: new Set<number>(),
      asks: [],
      held: null,
      looking: null,
      ended: false,
      seen: null,
    }
    const forEntrance = by === 'machine' && raisedBy === null && due !== null
    const about = { concern, person, due, dueAt: body.dueAt ?? null, place, raisedBy }
    this.#ladders.push({ ...about, openedAt: at, silent, forEntrance, rungs, ...rest })
  }

  /** For an entrance, while the show runs and somebody tells from there; without one, only after an hour of silence. */
  #checkByItself(
    { person = '', place = null, due = null, mode }: Body,
    at: number,
    say: (what: string) => void,
  ): void {
    if (this.#upAt === null) say('was opened before an act was up')
    if (this.#status(person) === 'away' || this.#status(person) === 'gone') say('is about one who is out')
    const seen = this.#lastSeen(person)
    const set = this.#sets.filter((one) => seen < one.before + one.ms / 2 && at >= one.before + one.ms / 2)
    const passed = at - seen - set.reduce((total, one) => total + one.ms, 0)
    const anHour = passed >= HOUR_MS - CLOCK_SLACK_MS
    if (due === null && !anHour && mode !== 'full') say('is for nothing')
    if (this.#held && (due !== null || !anHour)) say('was opened while the show was held')
    const side = this.#side(place)
    if (due !== null && side !== null && this.#blind.has(side)) say(`was opened for ${side}, which is blind`)
  }

  /** What a person had raised, and by itself only where the word that ended it was taken back. */
  #checkAgain(body: Body, at: number, say: (what: string) => void): void {
    const before = this.#newestOn(body.person ?? '')
    const wrong = wrongWithReopening(before, body, at, (one) => this.#isSeen(one), this.#isUndone(before))
    if (wrong !== null) say(wrong)
  }

  #newestOn(person: string): Ladder | undefined {
    return this.#ladders.findLast((one) => one.person === person && !one.silent)
  }

  #isUndone(one: Ladder | undefined): boolean {
    return one?.seen != null && this.#sightings.get(one.seen.sighting)?.withdrawn === true
  }

  /** By anybody, ever; else since the act went up, when whoever is in may have been on. */
  #lastSeen(person: string): number {
    const seen = [...this.#sightings.values()].filter(
      ({ people, how, withdrawn }) => !withdrawn && CLOSING.includes(how) && people.includes(person),
    )
    return Math.max(this.#upAt ?? 0, ...seen.map(({ saidAt }) => saidAt))
  }

  #asked(one: Ladder, { by, at }: Said, { asked = [], skipped = [], rung = 0 }: Body): void {
    const say = (what: string) => this.#finds('SIM-19', `concern ${one.concern} ${what}`)
    const byMachine = by === 'machine'
    if (one.silent) say('asks somebody, and only writes down')
    if (one.ended) say('asks somebody after its end')
    if (byMachine && rung !== one.rung) say(`asks on rung ${rung}, and is on ${one.rung}`)
    for (const { person, because } of skipped) {
      if (because === '') say('passes over somebody without a reason')
      for (const ask of one.asks)
        if (ask.person === person && (ask.answer === null || ask.answer === 'not me')) ask.passedOn = true
    }
    for (const { person, how } of asked) {
      if (person === one.person) say('asks them about themself')
      if (!this.#plan.show.people.some(({ id }) => id === person)) say(`asks ${person}, who is nobody`)
      if (byMachine) this.#checkAsked(one, person, at, rung)
      one.asks.push({
        ...{ person, rung, at, how, byMachine },
        ...{ shown: false, answer: null, passedOn: false },
      })
    }
    one.put.add(rung)
    if (one.looking && asked.some(({ person }) => person === one.looking?.person)) one.looking = null
    if (one.asks.filter((ask) => ask.rung === rung && ask.byMachine).length > ON_A_RUNG_MAX + 1)
      say(`asks more than ${ON_A_RUNG_MAX} on rung ${rung}`)
  }

  /** By itself nobody is asked who is not in or too small, nor too often before somebody has to go. */
  #checkAsked(one: Ladder, person: string, at: number, rung: number): void {
    const say = (what: string) => this.#finds('SIM-19', `concern ${one.concern} asks ${person}, ${what}`)
    const status = this.#status(person)
    // Of whoever is said to look it is asked what came of it, wherever the sheet has them.
    if ((status === 'away' || status === 'gone') && one.looking?.person !== person) say('who is out')
    if (this.#plan.show.people.some(({ id, minor }) => id === person && minor === true)) say('a child')
    if (one.looking?.person !== person && !mayBeAsked(this.#plan, person, one.person))
      say('who has no part in it')
    if (rung >= 3) return
    const wing = this.#wing(one)
    const before = this.#ladders
      .flatMap((other) =>
        other.asks.map((ask) => ({
          ...ask,
          wing: this.#wing(other),
          over: other.ended || other.held !== null,
        })),
      )
      .filter((ask) => ask.person === person)
      .toSorted((a, b) => a.at - b.at)
    const wrong = askedTooOften(before, { at, wing })
    if (wrong !== null) say(wrong)
  }

  /** Where they are due, for who is due; somebody who is due nowhere is asked about alone. */
  #wing({ dueAt, place }: Ladder): string | null {
    return dueAt === null ? null : (this.#side(place) ?? place)
  }

  /** Only upwards; and by time alone neither early, nor while they are with somebody, nor after the end. */
  #climb(one: Ladder, { by, at }: Said, { rung = 0, because }: Body): void {
    const say = (what: string) => this.#finds('SIM-19', `concern ${one.concern} ${what}`)
    if (rung <= one.rung) say(`goes from rung ${one.rung} to ${rung}`)
    if (one.ended) say('climbs after its end')
    if (one.held && by === 'machine') say('climbs while somebody is with them')
    if (because === 'time' && !one.rungs.some((due) => due.rung === rung && due.at <= at))
      say(`comes to rung ${rung} before its time`)
    if (rung > one.rung) one.rungAt = at
    one.rung = Math.max(one.rung, rung)
  }

  #answer(one: Ladder, at: number, { answer = '', by = null }: Body): void {
    const say = (what: string) => this.#finds('SIM-19', `concern ${one.concern} ${what}`)
    if (one.ended) say('is answered after its end')
    const last = one.asks.findLast((ask) => ask.person === by && ask.answer === null)
    if (last) last.answer = answer
    if (answer === 'cannot go on' || answer === 'staying, send someone') {
      one.held = { as: answer, by }
      one.looking = null
    } else if (answer === 'looking' && by !== null) one.looking = { person: by, until: at + LOOKING_MS }
    else if (answer === 'not here' && one.looking?.person === by) one.looking = null
  }

  /** By a sighting of somebody else's own eyes or ears, or by the name of whoever is with them. */
  #end(one: Ladder, { seq, at }: StoredEvent, { sighting = null, with: staying = null }: Body): void {
    const say = (what: string) => this.#finds('SIM-19', `concern ${one.concern} about ${one.person} ${what}`)
    if (one.ended) say('ends twice')
    one.ended = true
    one.looking = null
    if (sighting === null) {
      if (staying === null) say('ends with nobody’s word')
      if (staying === one.person) say('ends with them by themself')
      if (one.held === null) say('ends with a name before they were found')
      return
    }
    one.seen = { at, sighting }
    const seen = this.#sightings.get(sighting)
    if (!seen || sighting >= seq) say('ends with a sighting that is not in the record')
    else if (!seen.people.includes(one.person)) say('ends with a sighting of somebody else')
    else if (!CLOSING.includes(seen.how)) say(`ends with ${seen.how}`)
    else if (seen.by === null || seen.by === one.person) say('ends with nobody’s eyes but their own')
    if (one.held) say('ends with a tap, and somebody is with them')
  }

  #seen(seq: number, { people = [], how = '', by = null, saidAt = 0 }: Body): void {
    this.#sightings.set(seq, { people, how, by, saidAt, withdrawn: false })
  }

  #withdraw(sighting: number, at: number): void {
    this.#withdrawnAt = at
    const seen = this.#sightings.get(sighting)
    if (seen) seen.withdrawn = true
  }

  /** Set forward: whoever was asked has no hour less, so what had not come yet keeps its distance. */
  #clockSet({ ms = 0, before = 0 }: Body): void {
    this.#sets.push({ ms, before })
    const on = (at: number) => (at > before ? at + ms : at)
    this.#ladders.forEach((one) => {
      if (one.openedAt >= before + ms / 2) return
      // As it stands in the record, field by field: what is open again is compared with it.
      one.rungs = one.rungs.map((step) => ({ ...step, at: on(step.at) }))
      if (one.looking) one.looking = { ...one.looking, until: on(one.looking.until) }
    })
  }

  #blindness({ source = '', blind = false }: Body): void {
    if (blind === this.#blind.has(source))
      this.#finds('SIM-19', `${source} is told twice to be ${blind ? '' : 'not '}blind`)
    if (blind) this.#blinded += 1
    if (blind) this.#blind.add(source)
    else this.#blind.delete(source)
  }

  #sign(type: string, { person, who }: Body): void {
    const whom = person ?? who?.person
    if (whom === undefined) return
    const signs = this.#signs.get(whom) ?? []
    const status = SIGNS[type]
    if (status !== undefined) this.#signs.set(whom, [...signs, status])
    else if (type === 'sign.withdrawn') this.#signs.set(whom, signs.slice(0, -1))
  }

  #status(person: string): string | null {
    return this.#signs.get(person)?.at(-1) ?? null
  }

  #ask(one: Ladder, number: number | undefined, change: (ask: Asked) => void): void {
    const ask = one.asks[(number ?? 0) - 1]
    if (ask) change(ask)
    else this.#finds('SIM-19', `concern ${one.concern} has no ask ${number}`)
  }

  #openOn(person: string): boolean {
    return this.#ladders.some((one) => one.person === person && !one.silent && !one.ended)
  }

  #side(place: string | null): string | null {
    return this.#plan.show.venue.places.find(({ id }) => id === place)?.side ?? null
  }

  #isSeen({ person, openedAt }: Ladder): boolean {
    return [...this.#sightings.values()].some(
      ({ people, how, saidAt, withdrawn }) =>
        !withdrawn && CLOSING.includes(how) && saidAt >= openedAt && people.includes(person),
    )
  }

  /**
   * At a moment at which the server has been well for a while, `wall` being its clock less the time that it may take: what
   * time demands has come. A restart is none of it: the times stand in the record.
   */
  inTime(wall: number): void {
    // What rested on a sighting that was taken back a moment ago is due again from then on.
    if (this.#closed || this.#withdrawnAt > wall) return
    for (const one of this.#ladders) {
      if (
        one === this.#newestOn(one.person) &&
        this.#isUndone(one) &&
        isDueAgain(one, wall) &&
        !this.#isSeen(one)
      )
        this.#finds('SIM-20', `concern ${one.concern} is not open again, and its end was taken back`)
      if (one.silent || one.ended || one.held || this.#isSeen(one)) continue
      const say = (what: string) => this.#finds('SIM-20', `concern ${one.concern} ${what}`)
      const due = one.rungs.findLast(({ at }) => at <= wall)
      if (due && one.rung < due.rung) say(`is on rung ${one.rung}, and ${due.rung} was due at ${due.at}`)
      if (one.looking && one.looking.until <= wall) say('waits for who looks for longer than three minutes')
      // Of one that too many were raised before, nobody is asked by itself.
      if (one.rungs.length === 0 && one.rung === 1) continue
      if (!one.put.has(one.rung) && one.rungAt <= wall) say(`has asked nobody on rung ${one.rung}`)
      const dark = one.asks.find((ask) => one.rung < 4 && ask.rung === one.rung && isDark(ask, wall))
      if (dark) say(`waits for ${dark.person}, whose screen never showed it`)
    }
  }

  /** The list of E3, read by hand: whose screen may show what is asked, and whose all of it. */
  mayShow(viewer: Viewer, { asks, concerns, where }: Sections): string | null {
    for (const { concern, ask } of asks?.asks ?? []) {
      const one = this.#ladders[concern - 1]
      const put = one?.asks[ask - 1]
      // Whoever said that they stay sees who comes, though nothing was put to them.
      const own = viewer.person !== null && [put?.person, one?.held?.by].includes(viewer.person)
      const side = one ? this.#side(one.place) : null
      const here = viewer.roles.includes('ASM') && side !== null && this.#side(viewer.place) === side
      if (!own && !(viewer.person === null && here)) return `shows what is asked about concern ${concern}`
    }
    const leads = viewer.roles.includes('caller') || viewer.roles.includes('SM')
    if (leads) return null
    const named = where?.people.find(
      (one) => one.concern !== null && (this.#ladders[one.concern - 1]?.rung ?? 0) < 4,
    )
    if (named) return `shows where ${named.person} is said not to have been seen`
    if (concerns === undefined) return null
    if (!viewer.roles.includes('CM')) return 'shows what is known of concerns'
    const low = concerns.concerns.find(({ concern }) => (this.#ladders[concern - 1]?.rung ?? 0) < 4)
    return low ? `shows concern ${low.concern} to the company manager` : null
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  'person.signed-in': 'in',
  'person.stayed': 'in',
  'person.went-out': 'away',
  // Whatever was said of their coming, they are not here.
  'person.announced': 'gone',
  'person.signed-out': 'gone',
  'person.accounted': 'gone',
}

type Step = { readonly rung: number; readonly at: number }
const isAfter = (one: Step, before: Step | undefined): boolean =>
  before === undefined || (one.rung > before.rung && one.at >= before.at)

const isDark = (ask: Asked, wall: number): boolean =>
  ask.how === 'screen' && !ask.shown && ask.answer === null && !ask.passedOn && ask.at + UNSEEN_ASK_MS <= wall
