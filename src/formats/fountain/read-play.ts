// From the lines of a Fountain file to a play: acts from sections, scenes from headings, who speaks from the names.

import { bytesOf, type Finding, onOneLine, withoutMark } from '../finding.ts'
import { pieces } from '../play/lines.ts'
import type { Character, Play, PlayEvent, Question, Scene, Segment } from '../play/play.ts'
import { ITEMS_MAX, ROLES_MAX, SCRIPT_LINES_MAX } from '../show-file/limits.ts'
import { type Element, elementsOf, type Script } from './elements.ts'
import { plain } from './emphasis.ts'
import { FOUNTAIN_BYTES_MAX, LINE_LENGTH_MAX, withoutMarks } from './lines.ts'
import { Names } from './names.ts'

export type Read =
  | { readonly ok: true; readonly play: Play }
  | { readonly ok: false; readonly error: Finding }

export function readFountain(text: string): Read {
  const bare = withoutMark(text)
  if (bare.trim() === '') return refuse(1, 'The file is empty.')
  if (bytesOf(bare) > FOUNTAIN_BYTES_MAX)
    return refuse(1, `The file is larger than ${FOUNTAIN_BYTES_MAX / 1024 / 1024} MB; no play is.`)
  const long = bare.split(/\r\n?|\n/).findIndex((line) => line.length > LINE_LENGTH_MAX)
  if (long >= 0)
    return refuse(
      long + 1,
      `This line has more than ${LINE_LENGTH_MAX} characters; no paragraph of a play has.`,
    )
  const script = elementsOf(bare)
  const reader = new PlayReader(script)
  reader.read()
  const { scenes } = reader
  if (reader.speeches === 0)
    return refuse(1, 'Nobody speaks in this file: it holds no name in capitals with words under it.')
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

const refuse = (line: number, message: string): Read => ({ ok: false, error: { line, column: 1, message } })

/** Said from where nobody sees them; the words of the trade for it. */
const elsewhere = /\b(?:V\.? ?O|O\.? ?S|O\.? ?C|OFF|WITHIN|ABOVE|BENEATH)\b/i
const isActName = /^(?:act|acte|akt|aufzug)\b/i

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
  #act = 0
  #who: readonly string[] = []
  speeches = 0

  constructor(script: Script) {
    this.#script = script
    this.names = new Names(
      script.elements.flatMap((one) =>
        one.kind === 'character' ? [{ name: one.text, line: one.line }] : [],
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
      language: undefined,
      characters: this.names.characters satisfies readonly Character[],
      scenes,
      segments: scenes.map((scene, index): Segment => this.#segment(scene, index)),
      acts: this.#act,
      labels: new Map(this.names.characters.map(({ id, name }) => [id, [name]])),
      questions: [...this.#questions, ...this.names.questions],
    }
  }

  #titled(key: string): string | undefined {
    for (const element of this.#script.elements)
      if (element.kind === 'title' && element.key.trim().toLowerCase() === key)
        return wordsOf(element.text) || undefined
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
    if (element.kind === 'section' && element.level === 1 && isActName.test(element.text)) this.#act += 1
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
    this.#openScene(wordsOf(element.text), number, element.line)
  }

  #openScene(title: string, number: string | null, line: number): OpenScene {
    const taken = number !== null && this.#open.some((one) => one.number === number)
    if (taken) this.#ask(line, 'scene', `Two scenes have the number ${number}; which one is meant by it?`)
    const scene = {
      ...{ act: Math.max(1, this.#act), isInAct: this.#act > 0, title, line },
      ...{ number: taken ? null : number, events: [] },
    }
    this.#open.push(scene)
    return scene
  }

  /** What stands before the first heading is a scene of its own. */
  #events(line: number): PlayEvent[] {
    const scene = this.#open.at(-1) ?? this.#openScene('Opening', null, line)
    return scene.events
  }

  #speech({ text, extension, line }: Extract<Element, { kind: 'character' }>): void {
    this.#who = this.names.idsOf(text)
    const number = this.speeches
    this.speeches += 1
    const isElsewhere = extension !== null && elsewhere.test(extension)
    this.#events(line).push({ kind: 'speech', line, number, who: this.#who, elsewhere: isElsewhere })
  }

  #say(text: string, line: number, who: readonly string[], lyric: boolean): void {
    for (const [index, row] of text.split('\n').entries())
      for (const piece of pieces(wordsOf(row)))
        if (piece !== '')
          this.#events(line).push({ kind: 'words', line: line + index, who, text: piece, lyric })
  }

  #direct(text: string, line: number): void {
    for (const [index, row] of text.split('\n').entries())
      for (const [position, piece] of pieces(wordsOf(row)).entries()) {
        if (piece === '') continue
        const at = line + index
        const told = position === 0 ? [{ line: at, text: wordsOf(row) }] : []
        this.#events(line).push({ kind: 'direction', line: at, text: piece, moves: [], told })
      }
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

const wordsOf = (text: string): string => onOneLine(plain(withoutMarks(text)))

/** Headings where there are any; else the sections under acts, else sections; else all of it is one scene. */
function sceneBeginsIn(elements: readonly Element[]): (element: Element) => boolean {
  if (elements.some(({ kind }) => kind === 'heading')) return ({ kind }) => kind === 'heading'
  const sections = elements.filter((one) => one.kind === 'section')
  const lower = sections.filter(({ text }) => !isActName.test(text))
  const level = Math.min(...(lower.length > 0 ? lower : sections).map((one) => one.level))
  return (element) => element.kind === 'section' && element.level === level
}
