// Who is on when, from directions that tell it in words: each is understood by who is on and who speaks next.

import { Ahead, type SpeechAt } from './ahead.ts'
import { groupsOf } from './groups.ts'
import { knownIn } from './known-names.ts'
import { sameLabel } from './labels.ts'
import { type Language, LIST_LENGTH_MAX, type Listed, languageOfPlay, listedIn } from './languages.ts'
import { type Found, type Resolved, speechEnd } from './places.ts'
import type { Character, Play, PlayEvent, Question, Scene } from './play.ts'
import { Stage } from './stage.ts'
import type { Clause } from './told.ts'
import { type Meant, type Moment, WhoIsMeant } from './who-is-meant.ts'

const QUOTED_LENGTH_MAX = 60
const mute: Language = { told: () => [], lists: false, crowds: null }

/** Whether anybody's coming or going is told in words that are understood, or the heads of scenes list them. */
export function isTold(play: Play): boolean {
  const language = languageOfPlay(play)
  if (!language) return false
  if (language.lists) return true
  return play.scenes.some(({ events }) =>
    events.some(
      (event) => event.kind === 'direction' && event.told.some(({ text }) => language.told(text).length > 0),
    ),
  )
}

export function fromTold(play: Play): Found {
  const reader = new ToldReader(play)
  for (const [number, scene] of play.scenes.entries()) reader.read(number, scene)
  return reader.found()
}

/** Whoever comes on under a word for several, and is in no list of persons: most of them never speak. */
function crowdsIn(
  { characters, scenes }: Play,
  { crowds, told }: Language,
  lists: readonly Listed[],
): readonly Character[] {
  if (!crowds) return []
  const known = new Set(characters.flatMap(({ name }) => sameLabel(name).split(' ')))
  const found = new Map<string, Character>()
  /** The same few names stand in most lists. */
  const looked = new Set<string>()
  const look = (line: number, pieces: readonly string[]) => {
    for (const piece of pieces) {
      if (looked.has(piece)) continue
      looked.add(piece)
      for (const [word] of piece.matchAll(crowds)) {
        const id = word.toLowerCase()
        if (!known.has(sameLabel(word)) && !found.has(id))
          found.set(id, { id, name: word, line, isGroup: true })
      }
    }
  }
  for (const [number, scene] of scenes.entries()) {
    look(scene.line, lists[number]?.named ?? [])
    for (const event of scene.events)
      if (event.kind === 'direction')
        for (const { line, text } of event.told)
          for (const clause of told(text)) if (clause.way === 'in') look(line, clause.named)
  }
  return [...found.values()]
}

class ToldReader {
  readonly #play: Play
  readonly #language: Language
  readonly #stage: Stage
  readonly #meant: WhoIsMeant
  readonly #moves: Resolved[] = []
  readonly #questions: Question[] = []
  /** What the head of each scene lists, in languages in which it does. */
  readonly #lists: readonly Listed[] = []
  #scene = 0
  #ahead = new Ahead([])
  /** The directions before this place were read as the list of the scene. */
  #listedTo = -1
  /** Who was on when the scene before ended. */
  #before: readonly string[] = []

  constructor(play: Play) {
    this.#play = play
    this.#language = languageOfPlay(play) ?? mute
    const names = new Map(play.characters.map(({ id, name }) => [id, name]))
    const groups = new Set(play.characters.flatMap(({ id }) => groupsOf(id)))
    this.#stage = new Stage((id) => names.get(id) ?? id, groups, true)
    if (this.#language.lists) this.#lists = play.scenes.map(listedIn)
    const crowds = crowdsIn(play, this.#language, this.#lists)
    this.#meant = new WhoIsMeant(knownIn([...play.characters, ...crowds], play.labels))
    for (const { name, line } of crowds)
      this.#questions.push({
        line,
        kind: 'person',
        message: `“${name}” are in no list of persons; who are they?`,
      })
  }

  read(number: number, scene: Scene): void {
    this.#scene = number
    const { events } = scene
    const speeches: SpeechAt[] = []
    events.forEach((event, at) => {
      if (event.kind === 'speech' && !event.elsewhere) speeches.push({ at, who: event.who })
    })
    this.#ahead = new Ahead(speeches)
    this.#ahead.bringsOn(this.#entrancesIn(scene))
    this.#stage.beginScene(number, scene)
    this.#listedTo = -1
    if (this.#language.lists) this.#listed(number, scene)
    events.forEach((event, at) => {
      if (event.kind === 'speech') {
        const until = speechEnd(events, at)
        for (const who of event.who)
          this.#stage.speaks(who, { at, until, line: event.line, elsewhere: event.elsewhere })
      } else if (event.kind === 'direction') this.#direction(event, at)
    })
    this.#before = this.#stage.everybodyOn()
    this.#stage.endScene(number === this.#play.scenes.length - 1)
  }

  found(): Found {
    this.#stage.endPlay()
    const { stretches, questions } = this.#stage
    return { moves: this.#moves, stretches, questions: [...this.#questions, ...questions] }
  }

  /** A scene that begins where somebody comes says who is in it: they are on from its beginning. */
  #listed(number: number, scene: Scene): void {
    const { named, asBefore, without } = this.#lists[number] ?? listedIn(scene)
    const moment = this.#moment(-1)
    const { ids } = this.#meant.all(named, 'in', moment)
    const gone = new Set(
      this.#meant.all(without, 'stay', { ...moment, isOn: (id) => this.#before.includes(id) }).ids,
    )
    const all = [...new Set([...(asBefore ? this.#before : []), ...ids])].filter((who) => !gone.has(who))
    if (all.length === 0) return
    const { line } = scene
    const come = all.filter((who) => !this.#before.includes(who))
    const left = this.#before.filter((who) => !all.includes(who))
    const listed = { line, scene: this.#scene, at: 0, rule: 'TEI-44' } as const
    if (left.length > 0) this.#moves.push({ ...listed, way: 'out', who: left })
    if (come.length > 0) this.#moves.push({ ...listed, way: 'in', who: come })
    this.#stage.resetTo(all, line)
    const first = scene.events.findIndex(({ kind }) => kind === 'speech')
    this.#listedTo = first === -1 ? scene.events.length : first
  }

  #direction(event: PlayEvent & { readonly kind: 'direction' }, at: number): void {
    for (const { line, text } of event.told)
      for (const clause of this.#language.told(text)) {
        const isListed = clause.way === 'in' && at < this.#listedTo && text.length <= LIST_LENGTH_MAX
        const { ids, unknown } = isListed ? this.#notYetOn(clause, at) : this.#who(clause, at)
        for (const each of unknown) this.#ask(clause, line, each)
        if (ids.length === 0) continue
        const rule = isListed ? 'TEI-44' : clause.meant === 'named' ? 'TEI-34' : 'TEI-35'
        this.#moves.push({ way: clause.way, who: ids, line, scene: this.#scene, at, rule })
        if (clause.way === 'in') for (const who of ids) this.#stage.enters(who, at, line)
        else this.#stage.leave(ids, at, line)
      }
  }

  /** The list at the head of the scene has brought them on: “a servant” is the one who is there, and no other. */
  #notYetOn({ named }: Clause, at: number): Meant {
    const { ids, unknown } = this.#meant.all(named, 'stay', this.#moment(at))
    return { ids: ids.filter((who) => !this.#stage.isOn(who)), unknown }
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
    const going = others.filter((who) => !this.#ahead.goesOn(who, at))
    return and(going.length > 0 ? going : others)
  }

  /** With somebody's train goes whoever does not go on speaking here. */
  #notGoingOn(named: readonly string[], at: number): readonly string[] {
    const others = this.#stage.everybodyOn().filter((who) => !this.#ahead.goesOn(who, at))
    return [...new Set([...named, ...others])]
  }

  /** "He exits": whoever spoke last, unless they go on speaking or are of the other sex. */
  #speaker({ sex }: Clause, at: number): readonly string[] {
    const fits = (who: string) => {
      const own = this.#meant.sexOf(who)
      return sex === undefined || own === undefined || own === 'UNKNOWN' || own === sex
    }
    const spoken = this.#ahead.before(at)
    const leaving = spoken.find((who) =>
      who.every((each) => fits(each) && this.#stage.isOn(each) && !this.#ahead.goesOn(each, at)),
    )
    return leaving ?? (spoken[0] ?? []).filter((who) => this.#stage.isOn(who))
  }

  #moment(at: number): Moment {
    return {
      isOn: (id) => this.#stage.isOn(id),
      speaksIn: (id) => this.#ahead.next(id, at),
    }
  }

  /** By name alone, looking ahead: who is on there is not known yet. */
  #entrancesIn(scene: Scene): readonly SpeechAt[] {
    const found: SpeechAt[] = []
    scene.events.forEach((event, at) => {
      if (event.kind !== 'direction') return
      for (const { text } of event.told)
        for (const { way, named } of this.#language.told(text)) {
          if (way !== 'in') continue
          const moment = { ...this.#moment(at), isOn: () => false }
          found.push({ at, who: this.#meant.all(named, 'in', moment).ids })
        }
    })
    return found
  }

  #ask({ way }: Clause, line: number, piece: string): void {
    const quoted = piece.length <= QUOTED_LENGTH_MAX ? piece : `${piece.slice(0, QUOTED_LENGTH_MAX)}…`
    const message = way === 'in' ? `Who enters here as “${quoted}”?` : `Who leaves here as “${quoted}”?`
    this.#questions.push({ line, kind: way === 'in' ? 'entrance' : 'exit', message })
  }
}
