// Who is in a play: from the lists of persons, from the ids that speak, and from the labels over speeches where ids are missing.

import { sameLabel } from '../play/labels.ts'
import type { Character, Question, QuestionKind } from '../play/play.ts'
import { ROLES_MAX } from '../show-file/limits.ts'
import { attribute, type XmlElement } from '../xml/tree.ts'
import { castItemsOf, labelOf, personsOf } from './cast-lists.ts'

/** Long enough for any name; a broken file may hold a whole act here. */
const QUOTED_LENGTH_MAX = 60
/** A label over the speeches of more people tells nobody apart. */
const LABEL_SHARED_MAX = 12

export class Cast {
  readonly questions: Question[] = []
  readonly #characters = new Map<string, Character>()
  readonly #byLabel = new Map<string, string>()
  /** Under which label which ids have spoken: what a label without ids most likely means. */
  readonly #learned = new Map<string, Set<string>>()
  /** The same, as it stands there: who, and under which labels. */
  readonly #pairs = new Map<string, Set<string>>()
  /** Names that speak where the file knows no ids. */
  readonly #spoken = new Set<string>()
  /** What was worked out before: a play has few names and thousands of speeches. */
  readonly #ids = new Map<string, readonly string[]>()
  readonly #keys = new Map<string, string>()

  constructor(root: XmlElement, speeches: Iterable<XmlElement>) {
    const named = new Map([...personsOf(root)].map((person) => [person.id, person]))
    for (const item of castItemsOf(root)) {
      const { name = item.name, isGroup = false, sex } = named.get(item.id) ?? {}
      this.#add({ ...item, name, isGroup, sex })
    }
    for (const person of named.values()) this.#add(person)
    for (const speech of speeches) this.#learn(speech)
  }

  get characters(): readonly Character[] {
    return [...this.#characters.values()]
  }

  /** The label over the speeches of an id, where it is always the same and nobody else's. */
  get labels(): ReadonlyMap<string, string> {
    const own = new Map<string, string>()
    const shared = new Set<string>()
    for (const [label, meant] of this.#learned) {
      const [id, ...others] = meant
      if (id === undefined || others.length > 0 || id.includes(' ')) continue
      if (own.has(id)) shared.add(id)
      own.set(id, label)
    }
    for (const id of shared) own.delete(id)
    return own
  }

  /** Under which labels each id speaks alone; what stands over many is a word for everybody. */
  get allLabels(): ReadonlyMap<string, readonly string[]> {
    const all = new Map<string, readonly string[]>()
    for (const [label, meant] of this.#learned) {
      const alone = [...meant].filter((ids) => !ids.includes(' '))
      if (meant.size > LABEL_SHARED_MAX || /^(?:ALL|BOTH|OMNES|ALLE|BEIDE|TOUS)$/.test(label)) continue
      for (const id of alone) all.set(id, [...(all.get(id) ?? []), label])
    }
    return all
  }

  /** The ids of a `who`, however it is written; whoever is new joins the cast, with a question. */
  idsIn(who: string, line: number): readonly string[] {
    const before = this.#ids.get(who)
    if (before) return before
    const ids = this.#read(who, line)
    // References mean the same wherever they stand.
    if (who.includes('#')) this.#ids.set(who, ids)
    return ids
  }

  #read(who: string, line: number): readonly string[] {
    const tokens = who.trim().split(/\s+/)
    // Where nothing is a reference, all of it may be one name: who="MADAME PERNELLE".
    if (who.includes('#') || tokens.every((token) => this.#characters.has(token)))
      return [...new Set(tokens.map((token) => this.#known(token.slice(token.indexOf('#') + 1), line)))]
    return [this.#byName(who.trim().replaceAll(/\s+/g, ' '), line)]
  }

  /** Who speaks: by the ids, or, where there are none, by the label over the speech. */
  speakersOf(speech: XmlElement): readonly string[] {
    const who = attribute(speech, 'who')
    if (who !== undefined && who.trim() !== '') return this.idsIn(who, speech.line)
    return this.#fromLabel(labelOf(speech), speech.line)
  }

  #add(character: Character): void {
    if (this.#characters.has(character.id)) return
    this.#characters.set(character.id, character)
    const label = sameLabel(character.name)
    if (label !== '' && !this.#byLabel.has(label)) this.#byLabel.set(label, character.id)
  }

  #known(id: string, line: number): string {
    if (!this.#characters.has(id)) this.#join({ id, name: id, line, isGroup: false })
    return id
  }

  #byName(name: string, line: number): string {
    const label = sameLabel(name)
    const known = this.#byLabel.get(label)
    if (known !== undefined) return known
    const fuller = this.#fullerName(label)
    if (fuller === undefined) {
      this.#join({ id: name, name, line, isGroup: false })
      return name
    }
    this.#byLabel.set(label, fuller.id)
    this.#ask(
      'person',
      line,
      `${quoted(name)} was taken for ${quoted(fuller.name)} of the cast list; is that right?`,
    )
    return fuller.id
  }

  /** "LOYAL" is "MONSIEUR LOYAL" when only one name of the list holds the word and nobody speaks by the full name. */
  #fullerName(label: string): Character | undefined {
    if (this.#byLabel.size > ROLES_MAX) return undefined
    const fuller = [...this.#byLabel].filter(
      ([full]) => !this.#spoken.has(full) && ` ${full} `.includes(` ${label} `),
    )
    const [only] = fuller
    const character = fuller.length === 1 && only !== undefined ? this.#characters.get(only[1]) : undefined
    // An entry with commas lists a whole crowd.
    return character?.name.includes(',') ? undefined : character
  }

  #fromLabel(label: string, line: number): readonly string[] {
    const key = sameLabel(label)
    if (key === '') {
      this.#ask('speaker', line, 'Nobody is named as the speaker here.')
      return []
    }
    const meant = [...(this.#learned.get(key) ?? [])]
    const [only] = meant
    if (meant.length > 1) {
      const sentence = `${quoted(label)} speaks here, and elsewhere means now one, now another; nobody was put down for it.`
      this.#ask('speaker', line, sentence)
      return []
    }
    if (only !== undefined) return only.split(' ').map((id) => this.#known(id, line))
    return [this.#byName(label, line)]
  }

  #learn(speech: XmlElement): void {
    const who = attribute(speech, 'who')?.trim() ?? ''
    const label = labelOf(speech)
    // Under the same label the same people have spoken before: there is nothing new in it.
    const before = this.#pairs.get(who)
    if (before?.has(label)) return
    if (before) before.add(label)
    else this.#pairs.set(who, new Set([label]))
    this.#learnPair(who, this.#keyOf(label))
  }

  #learnPair(who: string, key: string): void {
    if (!who.includes('#')) this.#spoken.add(this.#keyOf(who))
    else if (key !== '') {
      const ids = /\s/.test(who) ? who.replaceAll('#', '').split(/\s+/).join(' ') : who.replaceAll('#', '')
      const before = this.#learned.get(key)
      if (before) before.add(ids)
      else this.#learned.set(key, new Set([ids]))
    }
  }

  #keyOf(label: string): string {
    const known = this.#keys.get(label)
    if (known !== undefined) return known
    const key = sameLabel(label)
    this.#keys.set(label, key)
    return key
  }

  #join(character: Character): void {
    this.#add(character)
    const { name, line } = character
    this.#ask(
      'person',
      line,
      `${quoted(name)} speaks or moves and is in no list of persons; they were added to the cast.`,
    )
  }

  #ask(kind: QuestionKind, line: number, message: string): void {
    this.questions.push({ line, kind, message })
  }
}

const quoted = (name: string): string =>
  name.length <= QUOTED_LENGTH_MAX ? `“${name}”` : `“${name.slice(0, QUOTED_LENGTH_MAX)}…”`
