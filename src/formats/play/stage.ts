// The stage while a play is read: who is on since when, and what the file leaves open about it.

import { groupsOf, isMember } from './groups.ts'
import type { Question, QuestionKind, Scene, Stretch, Why } from './play.ts'

/** Somebody left on stage may sit out this many scenes and still be there: asleep, in the stocks, dead. */
const SCENES_PASSED_MAX = 1

type Speech = {
  readonly at: number
  readonly until: number
  readonly line: number
  readonly elsewhere: boolean
}
/** `joined`: on as one of a group, or a group through one of its members, and not by their own name. */
type Span = { from: number; to: number; speaks: boolean; came: Why; joined?: boolean }
type How = 'on' | 'elsewhere' | 'unentered'
type Left = { readonly scene: number; readonly line: number; readonly code: string }

/** After everything that happens in a scene, and after its last words: the place of whatever ends with it. */
export const sceneEnd = (scene: Scene): number => scene.events.length + 1

/** Moments are places of events in their scene. */
export class Stage {
  readonly stretches: Stretch[] = []
  readonly questions: Question[] = []
  readonly #nameOf: (who: string) => string
  readonly #groups: ReadonlySet<string>
  readonly #speakingIsEntering: boolean
  /** On, since when in this scene, and whether they have spoken. */
  readonly #on = new Map<string, Span>()
  /** Speaks without having entered: from the first such word to the last. */
  readonly #unentered = new Map<string, Span>()
  readonly #elsewhere = new Map<string, Span>()
  /** Was on when a scene ended, and has not been met with since. */
  readonly #left = new Map<string, Left>()
  #number = 0
  #code = ''
  #end = 0
  #lengths: number[] = []
  #lastLine = 1

  /** `groups` are those that anybody of the play is a member of. */
  constructor(nameOf: (who: string) => string, groups: ReadonlySet<string>, speakingIsEntering = false) {
    this.#speakingIsEntering = speakingIsEntering
    this.#nameOf = nameOf
    this.#groups = groups
  }

  beginScene(number: number, scene: Scene): void {
    this.#number = number
    this.#code = scene.code
    this.#end = sceneEnd(scene)
    this.#lengths[number] = this.#end
    this.#lastLine = scene.events.at(-1)?.line ?? scene.line
  }

  isOn(who: string): boolean {
    return this.#on.has(who)
  }

  /** Whoever is on as one of a group that is on is counted with it. */
  everybodyOn(): readonly string[] {
    return [...this.#on]
      .filter(([who, span]) => !(span.joined && groupsOf(who).some((group) => this.#on.has(group))))
      .map(([who]) => who)
  }

  /** From the beginning of a scene these are on, and nobody else is left from another. */
  resetTo(all: readonly string[], line: number): void {
    this.#left.clear()
    for (const who of all) this.enters(who, 0, line, 'TEI-44')
  }

  enters(who: string, at: number, line: number, came: Why = 'told'): void {
    this.#left.delete(who)
    if (this.#on.has(who)) this.#ask('entrance', line, `${this.#nameOf(who)} enters and is on already.`)
    else this.#on.set(who, { from: at, to: at, speaks: false, came })
  }

  /** A group takes its members along; a member leaves a group without being told. */
  leave(all: readonly string[], at: number, line: number): void {
    const gone = new Set<string>()
    for (const who of all) {
      if (!this.#on.has(who) && !gone.has(who)) this.#carryOver(who)
      const isWithGroup = groupsOf(who).some((group) => this.#on.has(group))
      for (const each of this.#goingWith(who)) {
        this.#close(each, at, all.includes(each) ? 'told' : 'TEI-21')
        gone.add(each)
      }
      const unentered = this.#unentered.get(who)
      if (unentered) unentered.to = at
      if (!gone.has(who) && !isWithGroup && !unentered)
        this.#ask('exit', line, `${this.#nameOf(who)} exits and was not on.`)
      gone.add(who)
    }
  }

  speaks(who: string, { at, until, line, elsewhere }: Speech): void {
    if (!this.#on.has(who) && !elsewhere) this.#carryOver(who)
    if (!this.#on.has(who) && !elsewhere) this.#joinOwn(who)
    const span = this.#on.get(who)
    if (span) {
      span.speaks = true
      return
    }
    if (this.#speakingIsEntering && !elsewhere) {
      this.#on.set(who, { from: at, to: at, speaks: true, came: 'TEI-37' })
      this.#askEntered(who, line)
      return
    }
    const spans = elsewhere ? this.#elsewhere : this.#unentered
    const before = spans.get(who)
    const came = elsewhere ? 'TEI-22' : 'TEI-20'
    spans.set(who, { from: before?.from ?? at, to: until, speaks: true, came })
    if (!before && !elsewhere) this.#askEntered(who, line)
  }

  #askEntered(who: string, line: number): void {
    this.#ask(
      'presence',
      line,
      `${this.#nameOf(who)} speaks in ${this.#code} without having entered: on stage, or heard from off?`,
    )
  }

  endScene(isLast: boolean): void {
    for (const who of [...this.#on.keys()]) {
      this.#close(who, this.#end, 'TEI-19')
      if (!isLast) this.#left.set(who, { scene: this.#number, line: this.#lastLine, code: this.#code })
    }
    for (const [who, span] of this.#unentered) this.#add(who, span, 'unentered', 'TEI-20')
    for (const [who, span] of this.#elsewhere) this.#add(who, span, 'elsewhere', 'TEI-22')
    this.#unentered.clear()
    this.#elsewhere.clear()
  }

  /** Whoever has been left on stage somewhere and was never met with again. */
  endPlay(): void {
    for (const [who, { line, code }] of this.#left)
      this.#ask(
        'exit',
        line,
        `${this.#nameOf(who)} is not seen to leave by the end of ${code}; taken to leave there.`,
      )
  }

  /** The scene was divided and the stage not cleared: whoever goes on without entering has been there all the time. */
  #carryOver(who: string): void {
    const left = this.#left.get(who)
    if (left === undefined) return
    this.#left.delete(who)
    if (this.#number - left.scene - 1 > SCENES_PASSED_MAX) return
    for (let scene = left.scene + 1; scene < this.#number; scene += 1)
      this.stretches.push({
        ...{ who, scene, from: 0, to: this.#lengths[scene] ?? 0 },
        ...{ speaks: false, elsewhere: false, unentered: false, came: 'TEI-19', went: 'TEI-19' },
      })
    this.#on.set(who, { from: 0, to: 0, speaks: false, came: 'TEI-19' })
  }

  /** "First soldier" speaks where "soldiers" have entered, or the other way about. */
  #joinOwn(who: string): void {
    const own = groupsOf(who).find((group) => this.#on.has(group)) ?? this.#onOf(who)[0]
    const span = own === undefined ? undefined : this.#on.get(own)
    if (span)
      this.#on.set(who, { from: span.from, to: span.from, speaks: false, came: 'TEI-21', joined: true })
  }

  /** Who of these is on: themselves and, of a group, its members. */
  #onOf(who: string): readonly string[] {
    if (!this.#groups.has(who)) return this.#on.has(who) ? [who] : []
    return [...this.#on.keys()].filter((each) => each === who || isMember(each, who))
  }

  /** Whoever of a group came on by their own name leaves by it too, unless nobody else of the group is there. */
  #goingWith(who: string): readonly string[] {
    const all = this.#onOf(who)
    const together = all.filter((each) => each === who || this.#on.get(each)?.joined === true)
    return together.length > 0 ? together : all
  }

  #close(who: string, at: number, went: Why): void {
    const span = this.#on.get(who)
    if (span) this.#add(who, { ...span, to: at }, 'on', went)
    this.#on.delete(who)
  }

  #add(who: string, { from, to, speaks, came }: Span, how: How, went: Why): void {
    const [elsewhere, unentered] = [how === 'elsewhere', how === 'unentered']
    this.stretches.push({ who, scene: this.#number, from, to, speaks, elsewhere, unentered, came, went })
  }

  #ask(kind: QuestionKind, line: number, message: string): void {
    this.questions.push({ line, kind, message })
  }
}
