// What every screen shows, held against what was: whole, of one moment, never older than before, nobody else's.

import { type Kind, sees, type Viewer } from '../../src/core/disclosure/policy.ts'
import { canonical, type Json } from '../../src/core/kit/json.ts'
import { instant } from '../../src/core/kit/time.ts'
import type { Plan } from '../../src/core/night/night.ts'
import { SECTION_STEP_MS } from '../../src/core/night/seen.ts'
import { type Audience, audiences, type View } from '../../src/core/night/view.ts'
import { STALE_MS } from '../../src/web/link/session.ts'
import type { Sections } from '../../src/wire/messages.ts'
import { MARKS } from './little-show.ts'
import { Pairs } from './pairs.ts'
import { Passing } from './passing.ts'
import type { Reference } from './reference.ts'
import type { Scheduler } from './scheduler.ts'
import type { Witness } from './witness.ts'

/** A device as far as its screen is concerned. */
export type Screen = {
  readonly name: string
  readonly viewer: Viewer
  readonly sections: Sections
  /** The performance that the sections are of. */
  readonly performance: string | null
  readonly stale: boolean
  /** What this device's clock may have lost without the device being able to know. */
  readonly lostMs: number
}

/** Every text that one audience's section has been, and after which numbers of events it was that. */
type Past = { readonly audience: Audience; readonly when: Map<string, bigint>; upTo: number }

type Showing = {
  sections: Sections
  performance: string | null
  /** The lowest number of events it can have shown, of each performance. */
  readonly floors: Map<string, number>
  /** The highest number of events that what it shows now is true of. */
  highest: number
  /** When what each of its timely sections has shown was first so, of each performance. */
  readonly since: Map<string, number>
  /** Each timely section as it was judged last. */
  readonly last: Map<string, unknown>
  lookedAt: number
}

/** How long after the screen's own bound, and a tick of its own, a picture may still stand. */
const DRIFT_MS = 150

/** Opened, and what earlier performances taught: from then on what is fixed is fixed. */
const OPENING_EVENTS = 2

const TIMELY_LOOK_MS = 3_000

const NOTHING: Sections = {}

export type ScreensOptions = {
  readonly scheduler: Scheduler
  readonly witness: Witness
  readonly reference: Reference
  readonly tickMs: number
}

/** What only the server knows, and which kind of thing each is. */
const serverFacts: Readonly<Record<string, Kind>> = {
  devices: 'devices',
  keeping: 'keeping',
  codes: 'codes',
  draft: 'plans',
  choices: 'order drafted',
}

export class Screens {
  readonly #scheduler: Scheduler
  readonly #witness: Witness
  readonly #reference: Reference
  readonly #fixed = new Map<string, string>()
  readonly #pasts = new Map<string, Past>()
  readonly #showing = new Map<string, Showing>()
  readonly #texts = new WeakMap<object, string>()
  readonly #canonicals = new Map<string, string>()
  readonly #passing: Passing
  readonly #slackMs: number
  readonly #notes = new Map<string, { readonly by: Viewer; readonly department: string | null }>()
  readonly #told = new Set<string>()
  #frames = 0

  constructor({ scheduler, witness, reference, tickMs }: ScreensOptions) {
    this.#slackMs = tickMs + DRIFT_MS
    this.#scheduler = scheduler
    this.#witness = witness
    this.#reference = reference
    this.#passing = new Passing({ scheduler, reference, text: (section) => this.#text(section) })
  }

  frames(): number {
    return this.#frames
  }

  /** A note whose words only some may read. */
  noteWritten(secret: string, by: Viewer, department: string | null): void {
    this.#notes.set(secret, { by, department })
  }

  announced(performance: string, seq: number): void {
    const times = this.#passing.announced(performance)
    while (times.length <= seq) times.push(this.#scheduler.now())
  }

  /** The server's clock is ahead of true time by so much from now on. */
  clockSet(offset: number): void {
    this.#passing.clockSet(offset)
  }

  /** Bytes on their way to a device: no mark in them that it may not see (I12). */
  bytes(viewer: Viewer, text: string): void {
    if (text.startsWith('{"t":"frame"') || text.startsWith('{"t":"snapshot"')) this.#frames += 1
    this.#witness.mixes(text)
    if (!text.includes('⟦')) return
    for (const [, mark = ''] of text.matchAll(MARKS)) {
      if (!this.#mayRead(viewer, mark)) {
        this.#witness.finds('SIM-9', `${viewer.device} was sent “${mark}”`)
        return
      }
    }
  }

  #mayRead(viewer: Viewer, mark: string): boolean {
    const [kind = '', of = '', clearedBy = ''] = mark.split(':')
    if (kind === 'script' || kind === 'vamps') return sees(viewer, kind) === 'all'
    if (kind === 'track') return mayReadTrack(viewer, of)
    // What was said of somebody's way home: stage management, and themself.
    if (kind === 'attendance') return sees(viewer, 'attendance') === 'all' || of === viewer.person
    if (kind === 'cues') {
      if (clearedBy !== '' && clearedBy === viewer.person) return true
      const scope = sees(viewer, 'cues')
      return scope === 'all' || (scope === 'side' && of === viewer.department)
    }
    const note = this.#notes.get(mark)
    if (!note) return false
    if (sees(viewer, 'report') === 'all' || note.by.device === viewer.device) return true
    if (viewer.department === null) return false
    return note.department === viewer.department || this.#reference.isEntrusted(mark, viewer.department)
  }

  /** After everything that happens to a device. */
  look(screen: Screen): void {
    const before = this.#showing.get(screen.name) ?? {
      sections: NOTHING,
      performance: null,
      floors: new Map(),
      highest: 0,
      since: new Map(),
      last: new Map(),
      lookedAt: 0,
    }
    this.#showing.set(screen.name, before)
    const isNews = before.sections !== screen.sections || before.performance !== screen.performance
    before.sections = screen.sections
    before.performance = screen.performance
    if (isNews) this.#judge(screen, before)
  }

  #judge(screen: Screen, showing: Showing): void {
    const { sections, performance, viewer } = screen
    for (const name of Object.keys(sections)) {
      const fact = serverFacts[name]
      const allowed = fact
        ? sees(viewer, fact) === 'all'
        : audiencesOf(viewer).some(({ section }) => section === name)
      if (!allowed) this.#finds('SIM-9', screen, `holds “${name}”`)
    }
    if (sees(viewer, 'cues') === 'side' && !ownOnly(viewer.department, sections)) {
      this.#finds('SIM-9', screen, 'holds what is another department’s')
    }
    if (performance === null || Object.keys(sections).length === 0) return
    for (const shown of Pairs.shown(viewer, sections)) {
      if (!this.#reference.wasPair(performance, shown))
        this.#finds('SIM-15', screen, `shows for the ${shown}`)
    }
    const shown = this.#reference.ladders(performance).mayShow(viewer, sections)
    if (shown !== null) this.#finds('SIM-21', screen, shown)
    this.#judgeTimely(screen, showing, performance)
    const trueAt = this.#trueAt(screen, performance)
    const floor = showing.floors.get(performance) ?? 0
    const reachable = (trueAt >> BigInt(floor)) << BigInt(floor)
    if (trueAt === 0n) this.#finds('SIM-8', screen, 'shows sections that were never true together')
    else if (reachable === 0n) this.#finds('SIM-8', screen, 'shows something older than it has shown')
    else showing.floors.set(performance, lowest(reachable))
  }

  /** As time passes, too, it shows what was so, and nothing older than it has shown. */
  #judgeTimely(screen: Screen, { since, last }: Showing, performance: string): void {
    for (const [audience, section] of timelyOn(screen)) {
      if (last.get(audience.key) === section) continue
      last.set(audience.key, section)
      const was = this.#passing.when(performance, audience, section)
      const key = `${performance} ${audience.key}`
      if (was === null) this.#finds('SIM-8', screen, `shows a “${audience.section}” that never was`)
      else if (was.last < (since.get(key) ?? 0))
        this.#finds('SIM-8', screen, `shows a “${audience.section}” older than it has shown`)
      else since.set(key, was.first)
    }
  }

  /** After which numbers of events everything on this screen was true, as bits. */
  #trueAt(screen: Screen, performance: string): bigint {
    let common = allUpTo(this.#reference.head(performance))
    for (const audience of audiencesOf(screen.viewer)) {
      const section = screen.sections[audience.section]
      if (section === undefined || audience.timely === true) continue
      const when = this.#when(performance, audience, section)
      if (when === undefined) this.#finds('SIM-8', screen, `shows a “${audience.section}” that never was`)
      common &= when ?? 0n
    }
    return common
  }

  /** When time has passed for the device: whoever says that they are live shows what was true a moment ago. */
  lookAtAge(screen: Screen): void {
    const { performance, stale, name, lostMs } = screen
    const showing = this.#showing.get(name)
    if (stale || performance === null || showing === undefined) return
    const limit = STALE_MS + this.#slackMs + lostMs
    this.#lookAtTimely(screen, showing, performance)
    const times = this.#passing.announced(performance)
    const replacedAgo = () => this.#scheduler.now() - (times[showing.highest + 1] ?? this.#scheduler.now())
    if (replacedAgo() <= limit) return
    // Much of what happens changes nothing for this viewer: then what is shown is still true.
    const trueAt = this.#trueAt(screen, performance)
    showing.highest = trueAt === 0n ? 0 : highest(trueAt)
    const age = Math.round(replacedAgo())
    if (age > limit) {
      this.#finds('SIM-11', screen, `claims to be live with what was replaced ${age} ms ago`)
    }
  }

  /** A step of time older than what else it shows, at most; looked at now and then, for it stays too old until it is new. */
  #lookAtTimely(screen: Screen, showing: Showing, performance: string): void {
    const now = this.#scheduler.now()
    if (now - showing.lookedAt < TIMELY_LOOK_MS) return
    showing.lookedAt = now
    const limit = STALE_MS + this.#slackMs + screen.lostMs + SECTION_STEP_MS
    for (const [audience, section] of timelyOn(screen)) {
      const was = this.#passing.when(performance, audience, section)
      const age = was === null ? 0 : now - was.last
      if (age > limit)
        this.#finds('SIM-11', screen, `claims to be live with a “${audience.section}” of ${age} ms ago`)
    }
  }

  /** The section that is not as it must be when everything is quiet; null where all are. */
  wrongSection(viewer: Viewer, performance: string, shown: View): string | null {
    const all = audiencesOf(viewer)
    const mine = all.filter(({ timely }) => timely !== true)
    const now = 1n << BigInt(this.#reference.head(performance))
    const wrong = mine.find((audience) => {
      const section = shown[audience.section]
      return section === undefined || ((this.#when(performance, audience, section) ?? 0n) & now) === 0n
    })
    const late = all.find((audience) => {
      if (audience.timely !== true) return false
      const was = this.#passing.when(performance, audience, shown[audience.section])
      return was === null || this.#scheduler.now() - was.last > SECTION_STEP_MS + this.#slackMs
    })
    const more = Object.keys(shown).find((name) => !all.some(({ section }) => section === name))
    return wrong?.section ?? late?.section ?? more ?? null
  }

  #when(performance: string, audience: Audience, section: unknown): bigint | undefined {
    const key = `${performance}|${audience.key}`
    const past = this.#pasts.get(key) ?? { audience, when: new Map<string, bigint>(), upTo: -1 }
    this.#pasts.set(key, past)
    const head = this.#reference.head(performance)
    const versions = this.#reference.versions(performance)
    if (audience.fixed) return this.#whenFixed(performance, audience, this.#text(section))
    while (past.upTo < head) {
      past.upTo += 1
      const state = this.#reference.night(performance, past.upTo)
      for (const plan of versions.at(past.upTo)) {
        const text = this.#canonical(JSON.stringify(audience.compute(plan, state, instant(0)) ?? null))
        past.when.set(text, (past.when.get(text) ?? 0n) | (1n << BigInt(past.upTo)))
      }
    }
    return past.when.get(this.#text(section))
  }

  /** What is fixed is right for every number of events as long as its version is on. */
  #whenFixed(performance: string, audience: Audience, shown: string): bigint | undefined {
    const head = this.#reference.head(performance)
    let when: bigint | undefined
    for (const { plan, from, to } of this.#reference.spans(performance, head)) {
      const upTo = Math.min(to, from + OPENING_EVENTS, head)
      for (let seq = from; seq <= upTo; seq += 1) {
        const text = this.#fixedText(performance, audience, { plan, seq })
        if (text === shown) when = (when ?? 0n) | (allUpTo(to) & ~(from === 0 ? 0n : allUpTo(from - 1)))
      }
    }
    return when
  }

  #fixedText(
    performance: string,
    audience: Audience,
    { plan, seq }: { readonly plan: Plan; readonly seq: number },
  ): string {
    const key = `${performance}|${audience.key}|${plan.show.title}|${seq}`
    const known = this.#fixed.get(key)
    if (known !== undefined) return known
    const state = this.#reference.night(performance, seq)
    const text = this.#canonical(JSON.stringify(audience.compute(plan, state, instant(0)) ?? null))
    this.#fixed.set(key, text)
    return text
  }

  /** Two devices that were sent the same bytes hold the same object. */
  #text(section: unknown): string {
    if (typeof section !== 'object' || section === null) return JSON.stringify(section)
    const known = this.#texts.get(section)
    if (known !== undefined) return known
    const text = this.#canonical(JSON.stringify(section))
    this.#texts.set(section, text)
    return text
  }

  /** A state that comes from a snapshot has its fields in another order, and means the same. */
  #canonical(json: string): string {
    const known = this.#canonicals.get(json)
    if (known !== undefined) return known
    // `as`: it was JSON a moment ago.
    const text = canonical(JSON.parse(json) as Json)
    this.#canonicals.set(json, text)
    return text
  }

  /** Once for each device: what is wrong stays wrong for a while. */
  #finds(rule: string, { name }: Screen, what: string): void {
    const told = `${rule} ${name}`
    if (!this.#told.has(told)) this.#witness.finds(rule, `${name} ${what}`)
    this.#told.add(told)
  }
}

/** The matrix by hand: one's own, what is due at the side where the screen stands, or whoever sees everybody's. */
function mayReadTrack({ roles, person, place }: Viewer, of: string): boolean {
  const [owner, side] = of.split('@')
  if (roles.some((role) => ['caller', 'SM', 'CM'].includes(role))) return true
  return owner === person || (roles.includes('ASM') && side === place)
}

/** What a screen shows of what changes as time passes. */
const timelyOn = ({ viewer, sections }: Screen): readonly (readonly [Audience, unknown])[] =>
  audiencesOf(viewer).flatMap((audience) => {
    const section = sections[audience.section]
    return audience.timely === true && section !== undefined ? [[audience, section] as const] : []
  })

/** The policy read by hand, apart from `view`: a department is shown its own cues, standbys and answers. */
function ownOnly(own: string | null, { cues, calling }: Sections): boolean {
  const departments = [
    ...(cues?.departments.map(({ id }) => id) ?? []),
    ...(cues?.moments.flatMap((moment) => [...moment.cues, ...moment.followers]) ?? []).map(
      (cue) => cue.department,
    ),
    ...(calling?.standbys.flatMap(({ concerns }) => concerns) ?? []),
    ...(calling?.standbys.flatMap(({ acknowledged }) => acknowledged) ?? []).map((one) => one.department),
  ]
  const callsNothing = calling === undefined || (calling.move === null && calling.taken.length === 0)
  return callsNothing && departments.every((department) => department === own)
}

const known = new WeakMap<Viewer, readonly Audience[]>()

function audiencesOf(viewer: Viewer): readonly Audience[] {
  const found = known.get(viewer) ?? audiences(viewer)
  known.set(viewer, found)
  return found
}

const lowest = (bits: bigint): number => (bits & -bits).toString(2).length - 1
const highest = (bits: bigint): number => bits.toString(2).length - 1
const allUpTo = (seq: number): bigint => (1n << BigInt(seq + 1)) - 1n
