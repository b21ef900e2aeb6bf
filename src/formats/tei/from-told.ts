// Who is on when, from directions that tell it in words: each is understood by who is on and who speaks next.

import { groupsOf } from './groups.ts'
import { knownIn } from './known-names.ts'
import { type Found, inPlaces, type Resolved } from './places.ts'
import type { Play, PlayEvent, Question, Scene } from './play.ts'
import { Stage } from './stage.ts'
import type { Clause } from './told.ts'
import { toldInEnglish } from './told-english.ts'
import { type Meant, type Moment, WhoIsMeant } from './who-is-meant.ts'

const QUOTED_LENGTH_MAX = 60

/** Whether anybody's coming or going is told in words that are understood. */
export const isTold = (play: Play): boolean =>
  (play.language ?? 'en').startsWith('en') &&
  play.scenes.some(({ events }) =>
    events.some(
      (event) => event.kind === 'direction' && event.told.some(({ text }) => toldInEnglish(text).length > 0),
    ),
  )

export function fromTold(play: Play): Found {
  const reader = new ToldReader(play)
  for (const [number, scene] of play.scenes.entries()) reader.read(number, scene)
  return reader.found()
}

type SpeechAt = { readonly at: number; readonly who: readonly string[] }

class ToldReader {
  readonly #play: Play
  readonly #stage: Stage
  readonly #meant: WhoIsMeant
  readonly #moves: Resolved[] = []
  readonly #questions: Question[] = []
  #scene = 0
  #speeches: readonly SpeechAt[] = []
  #entrances: ReadonlyMap<string, readonly number[]> = new Map()
  #last: readonly string[] = []

  constructor(play: Play) {
    this.#play = play
    const names = new Map(play.characters.map(({ id, name }) => [id, name]))
    const groups = new Set(play.characters.flatMap(({ id }) => groupsOf(id)))
    this.#stage = new Stage((id) => names.get(id) ?? id, groups, true)
    this.#meant = new WhoIsMeant(knownIn(play.characters, play.labels))
  }

  read(number: number, scene: Scene): void {
    this.#scene = number
    this.#last = []
    this.#speeches = inPlaces(scene).flatMap(({ event, at }) =>
      event.kind === 'speech' && !event.elsewhere ? [{ at, who: event.who }] : [],
    )
    this.#entrances = this.#entrancesIn(scene)
    this.#stage.beginScene(number, scene)
    for (const { event, at, until } of inPlaces(scene)) {
      if (event.kind === 'speech') {
        for (const who of event.who)
          this.#stage.speaks(who, { at, until, line: event.line, elsewhere: event.elsewhere })
        this.#last = event.who
      } else if (event.kind === 'direction') this.#direction(event, at)
    }
    this.#stage.endScene(number === this.#play.scenes.length - 1)
  }

  found(): Found {
    this.#stage.endPlay()
    const { stretches, questions } = this.#stage
    return { moves: this.#moves, stretches, questions: [...this.#questions, ...questions] }
  }

  #direction(event: PlayEvent & { readonly kind: 'direction' }, at: number): void {
    for (const { line, text } of event.told)
      for (const clause of toldInEnglish(text)) {
        const { ids, unknown } = this.#who(clause, at)
        for (const each of unknown) this.#ask(clause, line, each)
        if (ids.length === 0) continue
        this.#moves.push({ way: clause.way, who: ids, line, scene: this.#scene, at })
        if (clause.way === 'in') for (const who of ids) this.#stage.enters(who, at, line)
        else this.#stage.leave(ids, at, line)
      }
  }

  #who(clause: Clause, at: number): Meant {
    const moment = this.#moment(at)
    if (clause.way === 'in') return this.#meant.all(clause.named, 'in', moment)
    const named = this.#meant.all(clause.named, 'out', moment)
    if (clause.named.some((piece) => /\b(?:his|her|their|the) (?:train|followers|retinue)\b/i.test(piece)))
      return { ids: this.#notGoingOn(named.ids, at), unknown: [] }
    const staying = this.#meant.all(clause.staying, 'stay', moment)
    const on = this.#stage.everybodyOn()
    const others = on.filter((who) => !staying.ids.includes(who))
    const unknown = [...named.unknown, ...staying.unknown]
    const and = (ids: readonly string[]): Meant => ({ ids: [...new Set([...ids, ...named.ids])], unknown })
    if (clause.meant === 'named') return { ids: named.ids.filter((id) => !staying.ids.includes(id)), unknown }
    if (clause.meant === 'all') return and(others)
    if (clause.meant === 'speaker') return and(this.#speaker(clause, at))
    const going = others.filter((who) => !this.#goesOn(who, at))
    return and(going.length > 0 ? going : others)
  }

  /** With somebody's train goes whoever does not go on speaking here. */
  #notGoingOn(named: readonly string[], at: number): readonly string[] {
    const others = this.#stage.everybodyOn().filter((who) => !this.#goesOn(who, at))
    return [...new Set([...named, ...others])]
  }

  /** "He exits": whoever spoke last, unless they go on speaking or are of the other sex. */
  #speaker({ sex }: Clause, at: number): readonly string[] {
    const fits = (who: string) => {
      const own = this.#meant.sexOf(who)
      return sex === undefined || own === undefined || own === 'UNKNOWN' || own === sex
    }
    const before = this.#speeches.filter((speech) => speech.at < at).map(({ who }) => who)
    const inOrder = [this.#last, ...before.reverse()]
    const leaving = inOrder.find(
      (who) =>
        who.length > 0 &&
        who.every((each) => fits(each) && this.#stage.isOn(each) && !this.#goesOn(each, at)),
    )
    return leaving ?? this.#last.filter((who) => this.#stage.isOn(who))
  }

  /** Speaks again in this scene before anything says that they come back: they have not left. */
  #goesOn(who: string, at: number): boolean {
    const next = this.#speeches.find((speech) => speech.at > at && speech.who.includes(who))?.at
    if (next === undefined) return false
    return !(this.#entrances.get(who) ?? []).some((entrance) => entrance > at && entrance < next)
  }

  #moment(at: number): Moment {
    return {
      isOn: (id) => this.#stage.isOn(id),
      speaksIn: (id) => this.#speeches.find((speech) => speech.at > at && speech.who.includes(id))?.at,
    }
  }

  /** By name alone, looking ahead: who is on there is not known yet. */
  #entrancesIn(scene: Scene): ReadonlyMap<string, readonly number[]> {
    const places = new Map<string, number[]>()
    for (const { event, at } of inPlaces(scene)) {
      if (event.kind !== 'direction') continue
      const moment = { ...this.#moment(at), isOn: () => false }
      for (const { text } of event.told)
        for (const clause of toldInEnglish(text))
          if (clause.way === 'in')
            for (const who of this.#meant.all(clause.named, 'in', moment).ids)
              places.set(who, [...(places.get(who) ?? []), at])
    }
    return places
  }

  #ask({ way }: Clause, line: number, piece: string): void {
    const quoted = piece.length <= QUOTED_LENGTH_MAX ? piece : `${piece.slice(0, QUOTED_LENGTH_MAX)}…`
    const message = way === 'in' ? `Who enters here as “${quoted}”?` : `Who leaves here as “${quoted}”?`
    this.#questions.push({ line, kind: way === 'in' ? 'entrance' : 'exit', message })
  }
}
