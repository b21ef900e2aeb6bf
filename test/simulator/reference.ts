// The plainest model of the record: a list of events and a map of commands for each stream, fed by what the log took.

import { GO_AGE_MS_MAX, GO_INTERVAL_MS_DEFAULT } from '../../src/core/calling/commands.ts'
import type { Viewer } from '../../src/core/disclosure/policy.ts'
import {
  applyInstallation,
  emptyInstallation,
  type InstallationState,
  theMachine,
} from '../../src/core/installation/installation.ts'
import { canonical, type Json } from '../../src/core/kit/json.ts'
import type { Refusal } from '../../src/core/kit/result.ts'
import { instant } from '../../src/core/kit/time.ts'
import {
  apply,
  decide,
  emptyNight,
  type LoggedEvent,
  type NightCommand,
  type NightState,
  type Plan,
} from '../../src/core/night/night.ts'
import { authorOf, forRecord } from '../../src/server/hub/parting.ts'

import { type Append, INSTALLATION_STREAM, type StoredEvent } from '../../src/server/log/log.ts'
import { SAMPLES_MAX } from '../../src/web/link/offset.ts'
import { PING_MS } from '../../src/web/link/session.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import type { Accepted } from './failing-log.ts'
import { Ladders } from './ladders.ts'
import { Pairs } from './pairs.ts'
import { Tasks } from './tasks.ts'
import { Versions } from './versions.ts'
import type { Witness } from './witness.ts'

/** A press as a person made it, in true time. */
export type Pressed = {
  readonly device: string
  /** The performance that was on the screen, or null. */
  readonly performance: string | null
  readonly command: WireCommand
  readonly at: number
}

type Known = { readonly first: number; readonly last: number; readonly answer: Json }

type Stream = {
  readonly events: StoredEvent[]
  readonly commands: Map<string, Known>
  /** State after each number of events, from none. */
  readonly nights: NightState[]
  readonly pairs: Pairs
  readonly ladders: Ladders
  readonly versions: Versions
  /** The run of the server that claimed it last. */
  owner: string | null
}

export type Asked = {
  readonly by: Viewer
  readonly command: WireCommand | NightCommand
  readonly madeAt: number
}

export class Reference {
  readonly #witness: Witness
  readonly #plan: Plan
  readonly #streams = new Map<string, Stream>()
  /** What came through the server's door under each command's id. */
  readonly #asked = new Map<string, Asked[]>()
  readonly #presses = new Map<string, Pressed & { readonly clockError: number }>()
  readonly #called = new Map<string, number>()
  readonly #tasks = new Tasks()
  readonly #plans = new Map<string, Plan>()
  readonly #takes: Asked[] = []
  readonly #setBacks: { readonly ms: number; readonly at: number }[] = []

  constructor(witness: Witness, plan: Plan) {
    this.#witness = witness
    this.#plan = plan
  }

  /** The server's own clock was set back: by it, everything is younger than it is. */
  setBack(ms: number, at: number): void {
    this.#setBacks.push({ ms, at })
  }

  pressed(id: string, press: Pressed): void {
    this.#presses.set(id, { ...press, clockError: 0 })
  }

  /** The device may be out by so much when it says when a press was made. */
  sent(id: string, clockError: number): void {
    const press = this.#presses.get(id)
    if (press) this.#presses.set(id, { ...press, clockError: Math.max(press.clockError, clockError) })
  }

  asked(id: string, asked: Asked): void {
    this.#asked.set(id, [...(this.#asked.get(id) ?? []), asked])
  }

  /** Whoever claims a stream is the only one who writes to it from here on. */
  claimed(stream: string, run: string): void {
    this.#stream(stream).owner = run
  }

  /** Whether this pair of now and next ever was in this performance. */
  wasPair(stream: string, shown: string): boolean {
    return this.#stream(stream).pairs.were(shown)
  }

  /** A version of the show that was published, by the hash of its text. */
  published(hash: string, plan: Plan): void {
    this.#plans.set(hash, plan)
  }

  /** Somebody asks that tonight takes a version. */
  takes(asked: Asked): void {
    this.#takes.push(asked)
  }

  /** How often a performance took another version. */
  taken(): number {
    return this.nights()
      .flatMap((night) => this.events(night))
      .filter(({ type }) => type === 'show.taken').length
  }

  versions(stream: string): Versions {
    return this.#stream(stream).versions
  }

  /** As long as a version of the show and an order were on together: so long is fixed what is fixed. */
  spans(stream: string, head: number): ReturnType<Versions['spans']> {
    const orders = this.events(stream).flatMap(({ type, seq }) => (type === 'order.changed' ? [seq] : []))
    return this.versions(stream)
      .spans(head)
      .flatMap(({ plan, from, to }) => {
        const starts = [from, ...orders.filter((seq) => seq > from && seq <= to)]
        return starts.map((start, index) => ({
          ...{ plan, from: start },
          to: (starts[index + 1] ?? to + 1) - 1,
        }))
      })
  }

  ladders(stream: string): Ladders {
    return this.#stream(stream).ladders
  }

  /** Every event the log took, in every stream. */
  count(): number {
    return [...this.#streams.values()].reduce((total, { events }) => total + events.length, 0)
  }

  streams(): readonly string[] {
    return [...this.#streams.keys()]
  }

  nights(): readonly string[] {
    return this.streams().filter((stream) => stream !== INSTALLATION_STREAM)
  }

  events(stream: string): readonly StoredEvent[] {
    return this.#stream(stream).events
  }

  head(stream: string): number {
    return this.#stream(stream).events.length
  }

  known(stream: string, command: string): Known | undefined {
    return this.#stream(stream).commands.get(command)
  }

  /** A note with this mark has been given to that department to see to. */
  isEntrusted(mark: string, department: string): boolean {
    return this.#tasks.isEntrusted(mark, department)
  }

  /** The state after so many events. */
  night(stream: string, seq: number): NightState {
    return this.#stream(stream).nights[seq] ?? emptyNight
  }

  installation(): InstallationState {
    return this.events(INSTALLATION_STREAM).reduce<InstallationState>(
      (state, event) => applyInstallation(state, logged(event)),
      emptyInstallation,
    )
  }

  accepted({ run, appends, outcomes, askedAt }: Accepted): void {
    appends.forEach((append, index) => {
      const outcome = outcomes[index]
      if (outcome?.done !== 'appended') return
      const { owner } = this.#stream(append.stream)
      if (owner !== run) this.#finds('SIM-16', append, `was written by ${run}, and ${owner} owns it`)
      this.#take(append, outcome.events, askedAt)
    })
  }

  #take(append: Append, events: readonly StoredEvent[], askedAt: number): void {
    const stream = this.#stream(append.stream)
    const before = stream.events.length
    this.#checkPlaces(append, events, stream)
    if (stream.commands.has(append.command)) {
      this.#finds('SIM-3', append, 'took effect a second time')
    }
    if (append.stream !== INSTALLATION_STREAM) this.#checkDecision(append, events, before)
    this.#checkMeant(append, events)
    this.#checkGo(append, events, askedAt)
    for (const event of events) {
      stream.events.push(event)
      this.#tasks.take(event, stream.events)
      if (append.stream === INSTALLATION_STREAM) continue
      const state = stream.nights.at(-1) ?? emptyNight
      stream.nights.push(apply(this.#plan, state, logged(event)))
      stream.versions.take(event)
      stream.pairs.take(event)
      stream.ladders.take(event)
    }
    stream.commands.set(append.command, {
      first: before + 1,
      last: stream.events.length,
      answer: append.answer,
    })
    this.#witness.notes(
      () =>
        `log ${append.stream} ${append.command} ${events.map(({ seq, type }) => `${seq} ${type}`).join(', ')}`,
    )
    this.#witness.mixes(`${append.stream} ${append.command} ${events.map(({ hash }) => hash).join(' ')}`)
  }

  /** I1, I4 and I11: numbers without a gap, all of a command's events, time that does not go back. */
  #checkPlaces(append: Append, events: readonly StoredEvent[], { events: before }: Stream): void {
    if (events.length !== append.events.length) this.#finds('SIM-2', append, 'was kept in part')
    let at = before.at(-1)?.at ?? instant(0)
    events.forEach((event, index) => {
      if (event.seq !== before.length + 1 + index) {
        this.#finds('SIM-2', append, `has number ${event.seq} after ${before.length + index}`)
      }
      if (event.at < at) this.#finds('SIM-2', append, 'lies before the event in front of it')
      at = event.at
    })
  }

  /** I5 and I13: decided again on the state before, it is the same; and nobody else decided anything. */
  #checkDecision(append: Append, events: readonly StoredEvent[], before: number): void {
    if (before === 0 && isOpening(events)) return
    const asked = this.#asked.get(append.command) ?? byItself(append, this.#takes)
    const at = events[0]?.at ?? append.at
    const wanted = canonical({ events: events.map(decided), answer: append.answer })
    const again = asked.flatMap(({ by, command, madeAt }) => {
      // `as`: only commands of the performance reach its stream.
      const calling = command as NightCommand
      // Of people it is written down in two parts, and who pressed is in the one that can be erased.
      if (append.by !== authorOf(calling, by)) return []
      const context = { at, madeAt: instant(madeAt), by, goIntervalMs: GO_INTERVAL_MS_DEFAULT }
      const versions = this.versions(append.stream)
      const decisions = versions.at(before).map((plan) => {
        const decision = forRecord(decide(plan, this.night(append.stream, before), calling, context), by)
        const answer = decision.ok
          ? { ok: true, seq: before + decision.value.length }
          : { ok: false, refusal: remembered(decision.refusal) }
        return canonical(asJson({ events: decision.ok ? decision.value : [], answer }))
      })
      return versions.isTaking(before) ? [...decisions, renewed] : decisions
    })
    if (again.length === 0) this.#finds('SIM-4', append, 'came from nobody')
    else if (!again.includes(wanted))
      this.#finds('SIM-4', append, `decides ${again[0]}, and took effect as ${wanted}`)
  }

  /** Whoever presses means the performance on their screen. */
  #checkMeant(append: Append, events: readonly StoredEvent[]): void {
    const meant = this.#presses.get(append.command)?.performance ?? null
    if (append.stream === INSTALLATION_STREAM || events.length === 0 || meant === null) return
    if (meant !== append.stream) this.#finds('SIM-4', append, `was meant for ${meant}`)
  }

  #checkGo(append: Append, events: readonly StoredEvent[], askedAt: number): void {
    const calls = events.filter(({ type }) => type === 'cue.called').length
    if (calls === 0) return
    const total = (this.#called.get(append.command) ?? 0) + calls
    this.#called.set(append.command, total)
    if (total > 1) this.#finds('SIM-7', append, `called ${total} cues with one press`)
    const press = this.#presses.get(append.command)
    if (press === undefined) {
      this.#finds('SIM-7', append, 'called a cue that nobody pressed for')
      return
    }
    const since = press.at - KNOWN_CLOCK_MS
    const back = this.#setBacks.reduce((total, { ms, at }) => (at >= since ? total + ms : total), 0)
    const age = askedAt - press.at
    if (age > GO_AGE_MS_MAX + press.clockError + CLOCK_SLACK_MS + back) {
      this.#finds('SIM-7', append, `called a cue ${Math.round(age)} ms after the press`)
    }
  }

  #finds(rule: string, { stream, command }: Append, what: string): void {
    this.#witness.finds(rule, `${command} in ${stream} ${what}`)
  }

  #stream(name: string): Stream {
    const known = this.#streams.get(name)
    if (known) return known
    const fresh: Stream = {
      events: [],
      commands: new Map(),
      nights: [emptyNight],
      pairs: new Pairs(this.#plan),
      ladders: new Ladders(this.#plan, (rule, what) => this.#witness.finds(rule, `${name}: ${what}`)),
      versions: new Versions(this.#plans, this.#plan),
      owner: null,
    }
    this.#streams.set(name, fresh)
    return fresh
  }
}

/** What the passing of time demands is asked by the server itself, of the machine. */
const byItself = ({ command, by, at }: Append, takes: readonly Asked[]): readonly Asked[] => {
  if (command.startsWith('take:')) return takes
  const set = /^presence:set:(\d+):(\d+)$/.exec(command)
  if (by === theMachine.device && set !== null) {
    const clockSet = { ms: Number(set[1]), before: instant(Number(set[2])) }
    return [{ by: theMachine, command: { name: 'presence.due', clockSet }, madeAt: at }]
  }
  return by === theMachine.device && command.startsWith('presence:')
    ? [{ by: theMachine, command: { name: 'presence.due' }, madeAt: at }]
    : []
}

/** What is told while a version that was taken is not open yet. */
const renewed = canonical({
  events: [],
  answer: {
    ok: false,
    refusal: { code: 'renewed', sentence: 'The show has just been changed. Press again.' },
  },
})

/** The server opens a performance by itself, and with it says what earlier ones taught, left to be done, and who stayed. */
const isOpening = ([first, ...more]: readonly StoredEvent[]): boolean =>
  first?.type === 'performance.opened' &&
  more.every(({ type }) =>
    ['times.learned', 'usual.learned', 'task.carried', 'person.stayed', 'out.said'].includes(type),
  ) &&
  more.filter(({ type }) => type === 'times.learned').length <= 1

/** An answer is in the record for ever: where its sentence names somebody, the one that names nobody (OWNER-19). */
const remembered = ({ code, sentence, kept = sentence }: Refusal): Refusal => ({ code, sentence: kept })

/** A device may go on with what it knew of the server's clock for as long as its last exchanges. */
const KNOWN_CLOCK_MS = SAMPLES_MAX * PING_MS
/** Rounding, and drift of a device's clock since its last exchange. */
const CLOCK_SLACK_MS = 10

const logged = (event: StoredEvent): LoggedEvent => ({
  ...event,
  detail: event.detail.state === 'kept' ? event.detail.value : null,
})

const decided = (event: StoredEvent): Json => {
  const { type, v, body, detail } = logged(event)
  return detail === null ? { type, v, body } : { type, v, body, detail }
}

// Undefined fields are not written down, here as in the log.
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
