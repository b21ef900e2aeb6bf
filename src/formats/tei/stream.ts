// What happens in a scene, in order: who begins to speak, the words, the directions, who comes and goes.

import { joined } from '../finding.ts'
import { LINE_LENGTH_MAX, pieces } from '../play/lines.ts'
import type { Move, PlayEvent, Told } from '../play/play.ts'
import { CODE_LENGTH_MAX } from '../show-file/limits.ts'
import { attribute, holds, isElement, textOf, within, type XmlElement } from '../xml/tree.ts'
import type { Cast } from './cast.ts'
import type { Speeches } from './speeches.ts'

const among = <K extends string>(kind: K, names: readonly string[]): readonly (readonly [string, K])[] =>
  names.map((name) => [name, kind] as const)

/** What to do with an element inside a speech, by its name: any other is read through. */
const kinds: ReadonlyMap<string, 'beside' | 'line' | 'stage' | 'page' | 'division'> = new Map([
  // Printed beside the play and not part of it.
  ...among('beside', [
    'head',
    'note',
    'fw',
    'figure',
    'castList',
    'speaker',
    'milestone',
    'trailer',
    'closer',
  ]),
  ...among('beside', [
    'opener',
    'titlePart',
    'docTitle',
    'docAuthor',
    'docDate',
    'byline',
    'epigraph',
    'gap',
  ]),
  // Where one line of words ends and another begins.
  ...among('line', ['l', 'p', 'ab', 's', 'lb', 'lg', 'seg']),
  ...among('stage', ['stage']),
  ...among('page', ['pb']),
  ...among('division', ['div', ...Array.from({ length: 10 }, (_one, level) => `div${level}`)]),
])
const songs = /^(?:song|aria|arie|duet|chor|lied|couplet|recit)/i

/** Comings and goings are read in this much of a direction; the longest of the development set has 2,112 characters. */
export const TOLD_LENGTH_MAX = 4_000

export class SceneReader {
  readonly #cast: Cast
  readonly #isOwn: (element: XmlElement) => boolean
  readonly #speeches: Speeches
  readonly #textOnly: boolean
  readonly events: PlayEvent[] = []
  /** Directions that say somebody comes or goes, and not who. */
  readonly movesUnsaid: number[] = []
  #words = ''
  #wordsLine = 0
  #who: readonly string[] = []
  #lyric = false
  #page: string | undefined

  /** `isOwn` says of a division inside the scene whether it is a part of it; `textOnly`: as if no direction said its kind or whose it is. */
  constructor(cast: Cast, isOwn: (element: XmlElement) => boolean, speeches: Speeches, textOnly: boolean) {
    this.#textOnly = textOnly
    this.#cast = cast
    this.#isOwn = isOwn
    this.#speeches = speeches
  }

  read(scene: XmlElement): void {
    for (const child of scene.children) {
      if (!isElement(child)) continue
      const kind = kinds.get(child.name)
      if (kind === 'page') this.#turn(child)
      if (kind === 'page' || kind === 'beside') continue
      if (kind === 'division') this.#part(child)
      else if (child.name === 'sp') this.#speech(child)
      else if (child.name === 'stage' || child.name === 'set') this.direction(child)
      else if (holds(child, 'sp')) this.read(child)
      else if (child.name === 'lg' || child.name === 'l') this.#unspoken(child)
      else this.direction(child)
    }
  }

  direction(stage: XmlElement): void {
    this.#flush()
    const moves: Move[] = []
    if (!this.#textOnly) this.#movesOf(stage, moves)
    const text = textOf(stage, 'note', 'pb')
    if (text !== '' || moves.length > 0)
      for (const [position, piece] of pieces(text).entries())
        this.events.push({
          kind: 'direction',
          line: stage.line,
          text: piece,
          page: this.#turned(),
          moves: position === 0 ? moves : [],
          told: position === 0 ? toldIn(stage) : [],
        })
  }

  #part(division: XmlElement): void {
    if (!this.#isOwn(division)) return
    const head = division.children.filter(isElement).find(({ name }) => name === 'head')
    const text = (head && textOf(head)) || (attribute(division, 'type') ?? '')
    this.events.push({ kind: 'part', line: division.line, text })
    this.read(division)
  }

  #speech(speech: XmlElement): void {
    this.#who = this.#cast.speakersOf(speech)
    // The collections mark "within", "above" and "beneath" by this type, in whatever language the words are.
    const elsewhere =
      holds(speech, 'stage') &&
      within(speech, 'stage').some((stage) =>
        this.#textOnly ? /\bwithin\b/i.test(textOf(stage)) : attribute(stage, 'type') === 'location',
      )
    const number = this.#speeches.numberOf(speech) ?? 0
    this.events.push({ kind: 'speech', line: speech.line, number, who: this.#who, elsewhere })
    this.#spoken(speech)
    this.#flush()
    this.#who = []
  }

  #spoken(element: XmlElement): void {
    const wasLyric = this.#lyric
    const type = attribute(element, 'type')
    this.#lyric = wasLyric || (type !== undefined && songs.test(type))
    for (const child of element.children) {
      if (!isElement(child)) {
        this.#say(child, element.line)
        continue
      }
      const kind = kinds.get(child.name)
      if (kind === 'page') this.#turn(child)
      else if (kind === 'stage') this.direction(child)
      else if (kind !== 'beside') {
        if (kind === 'line') this.#flush()
        this.#spoken(child)
        if (kind === 'line') this.#flush()
      }
    }
    this.#lyric = wasLyric
  }

  /** A song that stands in the scene without a speaker: the words are kept, nobody is put down for them. */
  #unspoken(element: XmlElement): void {
    const wasLyric = this.#lyric
    this.#lyric = true
    this.#spoken(element)
    this.#flush()
    this.#lyric = wasLyric
  }

  /** A page begins: with whatever comes next, and not in the middle of it. */
  #turn(page: XmlElement): void {
    this.#page = attribute(page, 'n')?.trim().slice(0, CODE_LENGTH_MAX)
  }

  #turned(): string | undefined {
    const page = this.#page
    this.#page = undefined
    return page === '' ? undefined : page
  }

  #say(words: string, line: number): void {
    if (this.#words === '') this.#wordsLine = line
    // Of an indent nothing is left in what follows it but that it stood there.
    if (this.#words === '' || this.#words === ' ') this.#words = words
    else this.#words += words
  }

  #flush(): void {
    const words = this.#words
    if (words === '') return
    this.#words = ''
    if (words === ' ') return
    const text = joined(words)
    if (text.length <= LINE_LENGTH_MAX) this.#line(text)
    else for (const piece of pieces(text)) this.#line(piece)
  }

  #line(text: string): void {
    if (text === '') return
    const [line, who, lyric] = [this.#wordsLine, this.#who, this.#lyric]
    this.events.push({ kind: 'words', line, who, lyric, text, page: this.#turned() })
  }

  /** A direction inside a direction tells its own part; each person moves as often as the file says. */
  #movesOf(stage: XmlElement, found: Move[]): void {
    const types = (attribute(stage, 'type') ?? '').toLowerCase()
    const who = attribute(stage, 'who')?.trim() ?? ''
    for (const way of waysIn(types))
      if (who === '') this.movesUnsaid.push(stage.line)
      else found.push({ way, who: this.#cast.idsIn(who, stage.line), line: stage.line })
    if (!holds(stage, 'stage')) return
    for (const child of stage.children)
      if (isElement(child) && child.name === 'stage') this.#movesOf(child, found)
  }
}

const waysIn = (types: string): readonly ('in' | 'out')[] => [
  ...(/\bent(?:rance|er)\b/.test(types) ? (['in'] as const) : []),
  ...(/\bex(?:it|eunt)\b/.test(types) ? (['out'] as const) : []),
]

/** A direction inside a direction is told by itself. */
function toldIn(stage: XmlElement): readonly Told[] {
  const told: Told[] = []
  for (const each of [stage, ...within(stage, 'stage')]) {
    const text = textOf(each, 'note', 'pb', 'stage').slice(0, TOLD_LENGTH_MAX)
    if (text !== '') told.push({ line: each.line, text })
  }
  return told
}
