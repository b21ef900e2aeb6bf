// From the parts of a script to a play: acts from sections, scenes from headings, who speaks from the names.

import { type Finding, onOneLine } from '../finding.ts'
import { pieces } from '../play/lines.ts'
import type { Character, Play, PlayEvent, Question, Scene, Segment } from '../play/play.ts'
import { ITEMS_MAX, ROLES_MAX, SCRIPT_LINES_MAX } from '../show-file/limits.ts'
import type { Element, Script } from './elements.ts'
import { Names } from './names.ts'

export type Read =
  | { readonly ok: true; readonly play: Play }
  | { readonly ok: false; readonly error: Finding }

export type Reading = {
  /** A text without the marks of its program, on one line. */
  readonly wordsOf?: (text: string) => string
  /** What is said where nobody speaks. */
  readonly nobody: string
  /** Where the place of everything is its page: what each page is called. */
  readonly pages?: readonly string[]
}

/** A play, or why there is none in this script. */
export function playOf(script: Script, { wordsOf = onOneLine, nobody, pages = [] }: Reading): Read {
  const reader = new PlayReader(script, wordsOf, pages)
  reader.read()
  const { scenes } = reader
  if (reader.speeches === 0) return refuse(1, nobody)
  if (scenes.length > ITEMS_MAX) return refuse(1, 'The file has more scenes than a show may have items.')
  const lines = scenes.reduce(
    (sum, { events }) => sum + events.filter(({ kind }) => kind !== 'speech').length,
    0,
  )
  if (lines > SCRIPT_LINES_MAX)
    return refuse(1, `The file has more than ${SCRIPT_LINES_MAX} lines; no show may.`)
  if (reader.names.characters.length > ROLES_MAX)
    return refuse(1, `The file has more than ${ROLES_MAX} characters; no show may.`)
  return { ok: true, play: reader.play() }
}

export const refuse = (line: number, message: string): Read => ({
  ok: false,
  error: { line, column: 1, message },
})

/** Said from where nobody sees them; the words of the trade for it. */
const elsewhere = /\b(?:V\.? ?O|O\.? ?S|O\.? ?C|OFF|WITHIN|ABOVE|BENEATH)\b/i
/** A name as it can be shown; what holds no letter that can be is nobody known. */
const nameIn = (text: string): string => onOneLine(text) || '?'

/** What is called so has no heading in the file. */
export const UNHEADED = 'Opening'

/** “Act One”, “ACTE II”, “Erster Aufzug”. */
export const isActName = /^(?:act|acte|akt|aufzug)\b|\b(?:akt|aufzug|acte)\.?$/i

type OpenScene = {
  act: number
  isInAct: boolean
  title: string
  number: string | null
  line: number
  events: PlayEvent[]
}

class PlayReader {
  readonly #script: Script
  readonly names: Names
  readonly #open: OpenScene[] = []
  readonly #questions: Question[] = []
  /** Which kind of line begins a scene here. */
  readonly #begins: (element: Element) => boolean
  readonly #wordsOf: (text: string) => string
  #act = 0
  /** An act that has begun, and no scene of it yet: what happens meanwhile belongs to its first. */
  #begun: { readonly title: string; readonly line: number; readonly waiting: PlayEvent[] } | null = null
  #who: readonly string[] = []
  readonly #pages: readonly string[]
  #turned = 0
  speeches = 0

  constructor(script: Script, wordsOf: (text: string) => string, pages: readonly string[]) {
    this.#script = script
    this.#pages = pages
    this.#wordsOf = wordsOf
    this.names = new Names(
      script.elements.flatMap((one) =>
        one.kind === 'character' ? [{ name: nameIn(one.text), line: one.line }] : [],
      ),
    )
    this.#begins = sceneBeginsIn(script.elements)
  }

  get scenes(): readonly Scene[] {
    const counts = new Map<number, number>()
    return this.#open.map(({ act, title, line, events }) => {
      const count = (counts.get(act) ?? 0) + 1
      counts.set(act, count)
      return { act, code: `${act}.${count}`, title, line, events }
    })
  }

  read(): void {
    for (const element of this.#script.elements) this.#read(element)
    if (this.#begun && this.#begun.waiting.length > 0) this.#events(this.#begun.line)
    for (const { events, line, title } of this.#open)
      if (events.every(({ kind }) => kind !== 'words'))
        this.#ask(line, 'scene', `Nobody speaks in “${title}”; how long does it take?`)
    this.#asides()
  }

  play(): Play {
    const { scenes } = this
    return {
      title: this.#titled('title') ?? '',
      by: this.#titled('author') ?? this.#titled('authors'),
      language: this.#script.language,
      characters: this.names.characters satisfies readonly Character[],
      scenes,
      segments: scenes.map((scene, index): Segment => this.#segment(scene, index)),
      acts: this.#act,
      labels: new Map(this.names.characters.map(({ id, name }) => [id, [name]])),
      questions: [...(this.#script.questions ?? []), ...this.#questions, ...this.names.questions],
    }
  }

  #titled(key: string): string | undefined {
    for (const element of this.#script.elements)
      if (element.kind === 'title' && element.key.trim().toLowerCase() === key)
        return this.#wordsOf(element.text) || undefined
    return undefined
  }

  #segment({ code, title, events }: Scene, index: number): Segment {
    const open = this.#open[index]
    return {
      ...{
        id: open?.number ?? code,
        scene: code,
        act: open?.isInAct === true ? open.act : null,
        label: title,
      },
      speeches: events.flatMap((event) => (event.kind === 'speech' ? [event.number] : [])),
    }
  }

  #read(element: Element): void {
    if (element.kind === 'section' && element.level === 1 && isActName.test(element.text)) {
      this.#act += 1
      this.#begun = { title: this.#wordsOf(element.text), line: element.line, waiting: [] }
    }
    if (this.#begins(element)) {
      this.#begin(element)
      return
    }
    switch (element.kind) {
      case 'character':
        this.#speech(element)
        return
      case 'dialogue':
        this.#say(element.text, element.line, this.#who, false)
        return
      case 'lyric':
        this.#say(element.text, element.line, this.#who, true)
        return
      case 'parenthetical':
        this.#direct(element.text, element.line)
        return
      case 'action':
        this.#who = []
        this.#direct(element.text, element.line)
        return
      default:
        // Sections that are no scenes, what is planned, pages and cuts are for the writer.
        this.#who = []
    }
  }

  #begin(element: Element): void {
    this.#who = []
    const number = element.kind === 'heading' ? element.number : null
    this.#openScene(this.#wordsOf(element.text), number, element.line)
  }

  #openScene(title: string, number: string | null, line: number): OpenScene {
    const taken = number !== null && this.#open.some((one) => one.number === number)
    if (taken) this.#ask(line, 'scene', `Two scenes have the number ${number}; which one is meant by it?`)
    const scene = {
      ...{ act: Math.max(1, this.#act), isInAct: this.#act > 0, title, line },
      ...{ number: taken ? null : number, events: this.#begun?.waiting ?? [] },
    }
    this.#begun = null
    this.#open.push(scene)
    return scene
  }

  /** What stands before the first heading, in the play or in an act, is a scene of its own. */
  #events(line: number): PlayEvent[] {
    if (this.#begun) return this.#openScene(this.#begun.title, null, this.#begun.line).events
    const scene = this.#open.at(-1) ?? this.#openScene(UNHEADED, null, line)
    return scene.events
  }

  #speech({ text, extension, line }: Extract<Element, { kind: 'character' }>): void {
    this.#who = this.names.idsOf(nameIn(text))
    const number = this.speeches
    this.speeches += 1
    const isElsewhere = extension !== null && elsewhere.test(extension)
    this.#events(line).push({ kind: 'speech', line, number, who: this.#who, elsewhere: isElsewhere })
  }

  #say(text: string, line: number, who: readonly string[], lyric: boolean): void {
    for (const [index, row] of text.split('\n').entries())
      for (const piece of pieces(this.#wordsOf(row)))
        if (piece !== '')
          this.#events(line).push({
            kind: 'words',
            line: line + index,
            who,
            text: piece,
            lyric,
            ...this.#page(line),
          })
  }

  #direct(text: string, line: number): void {
    for (const [index, row] of text.split('\n').entries())
      for (const [position, piece] of pieces(this.#wordsOf(row)).entries()) {
        if (piece === '') continue
        const at = line + index
        const told = position === 0 ? [{ line: at, text: this.#wordsOf(row) }] : []
        const events = this.#begun?.waiting ?? this.#events(line)
        events.push({ kind: 'direction', line: at, text: piece, moves: [], told, ...this.#page(line) })
      }
  }

  /** The page that begins with what comes next, where pages are known. */
  #page(line: number): { readonly page?: string } {
    const page = line === this.#turned ? undefined : this.#pages[line - 1]
    if (page === undefined) return {}
    this.#turned = line
    return { page }
  }

  /** Nothing is left out silently. */
  #asides(): void {
    const { notes, boneyards } = this.#script
    const [first] = [...notes, ...boneyards].toSorted((one, other) => one.line - other.line)
    if (!first) return
    const what = `${notes.length} notes and ${boneyards.length} parts struck out`
    this.#ask(first.line, 'file', `${what} are not part of the play; the first is here.`)
    for (const { line, closed } of [...notes, ...boneyards])
      if (!closed)
        this.#ask(line, 'file', 'A note or a part struck out begins here and does not end; where should it?')
  }

  #ask(line: number, kind: Question['kind'], message: string): void {
    this.#questions.push({ line, kind, message })
  }
}

/** Headings where there are any; else the sections under acts, else sections; else all of it is one scene. */
function sceneBeginsIn(elements: readonly Element[]): (element: Element) => boolean {
  if (elements.some(({ kind }) => kind === 'heading')) return ({ kind }) => kind === 'heading'
  const sections = elements.filter((one) => one.kind === 'section')
  const lower = sections.filter(({ text }) => !isActName.test(text))
  const level = Math.min(...(lower.length > 0 ? lower : sections).map((one) => one.level))
  return (element) => element.kind === 'section' && element.level === level
}
