// From printed lines to the parts of a script: divisions by their words, speakers by how this script sets them.

import { onOneLine } from '../finding.ts'
import type { Question } from '../play/play.ts'
import type { Element, Found, Script } from '../script/elements.ts'
import { isActName } from '../script/read-script.ts'
import {
  type Heading,
  headingIn,
  isDirection,
  isOfThePage,
  isPageNumber,
  languageBy,
  nameIn,
  type Printed,
  type Setting,
  type Spoken,
  settings,
  spokenIn,
} from './printed.ts'

/** A bracket that is not closed within so many lines was never meant to be. */
const BRACKET_LINES_MAX = 40
/** A name before a colon that is no capitals must come back: “Note: …” is nobody. */
const TIMES_MIN = 2

export function scriptOf(lines: readonly Printed[]): Script {
  const reader = new PrintedReader(lines, settingOf(lines))
  return reader.read()
}

type Counted = {
  readonly setting: Setting
  readonly names: ReadonlyMap<string, number>
  readonly speeches: number
}

function counted(lines: readonly Printed[], setting: Setting): Counted {
  const names = new Map<string, number>()
  for (const [at, { text, styled }] of lines.entries()) {
    if (styled !== null) continue
    const spoken = spokenIn(text, setting)
    if (!spoken || (setting === 'alone' && !hasWordsUnder(lines, at))) continue
    names.set(spoken.name, (names.get(spoken.name) ?? 0) + 1)
  }
  const sure = [...names].filter(([name, times]) => isSure(name, times))
  return { setting, names, speeches: sure.reduce((sum, [, times]) => sum + times, 0) }
}

const isSure = (name: string, times: number): boolean => times >= TIMES_MIN || !/\p{Ll}/u.test(name)

const hasWordsUnder = (lines: readonly Printed[], at: number): boolean => {
  const next = lines[at + 1]?.text.trim() ?? ''
  return next !== '' && headingIn(next) === null
}

/** The setting in which most speeches are found; of two that find as many, the first of `settings`. */
function settingOf(lines: readonly Printed[]): Counted {
  const all = settings.map((setting) => counted(lines, setting))
  const most = Math.max(...all.map(({ speeches }) => speeches))
  return all.find(({ speeches }) => speeches === most) ?? counted([], 'alone')
}

class PrintedReader {
  readonly #lines: readonly Printed[]
  readonly #counted: Counted
  readonly #elements: Element[] = []
  readonly #questions: Question[] = []
  readonly #headings: string[] = []
  /** Paragraphs without a name, after an empty line within a scene. */
  readonly #loose: number[] = []
  /** Lines that hold a number alone. */
  readonly #numbers: number[] = []
  #act = ''
  #isSpeaking = false
  /** Since the last empty line. */
  #isNew = true
  #front: Printed[] | null = []

  constructor(lines: readonly Printed[], setting: Counted) {
    this.#lines = lines
    this.#counted = setting
  }

  read(): Script {
    for (let at = 0; at < this.#lines.length; ) at += this.#read(at)
    this.#endFront()
    const [number] = this.#numbers
    if (number !== undefined)
      this.#ask(
        number,
        'file',
        `${this.#numbers.length === 1 ? 'One line holds' : `${this.#numbers.length} lines hold`} a number alone and ${this.#numbers.length === 1 ? 'was taken for that' : 'were taken for those'} of a page; is it said?`,
      )
    const [first] = this.#loose
    if (first !== undefined)
      this.#ask(
        first,
        'file',
        `${this.#loose.length === 1 ? 'One paragraph stands' : `${this.#loose.length} paragraphs stand`} after an empty line without a name, and was taken for what happens; is it spoken?`,
      )
    return {
      ...{ elements: this.#elements, notes: [], boneyards: [], questions: this.#questions },
      language: languageBy(this.#headings),
    }
  }

  /** How many lines were taken. */
  #read(at: number): number {
    const printed = this.#lines[at]
    if (!printed) return 1
    const text = printed.text.trim()
    if (text === '') {
      this.#isNew = true
      if (printed.styled === null && this.#counted.setting === 'alone') this.#isSpeaking = false
      return 1
    }
    if (isOfThePage(text)) return 1
    if (this.#isNew && isPageNumber(text) && (this.#lines[at + 1]?.text.trim() ?? '') === '') {
      this.#numbers.push(printed.line)
      return 1
    }
    const heading = this.#headingOf(printed)
    if (heading) return this.#begin(printed, heading)
    const speaker = this.#speakerIn(printed, at)
    if (speaker) return this.#speak(printed, speaker)
    if (this.#front !== null) {
      this.#front.push(printed)
      return 1
    }
    const taken = this.#bracket(at) ?? this.#line(printed, text)
    this.#isNew = false
    return taken
  }

  #headingOf({ styled, text }: Printed): Heading | null {
    if (styled === 'act') return { act: text.trim(), scene: null }
    if (styled === 'scene')
      return isActName.test(text.trim()) ? headingIn(text) : { act: null, scene: text.trim() }
    return styled === null ? headingIn(text) : null
  }

  #begin({ line }: Printed, { act, scene }: Heading): number {
    this.#endFront()
    this.#isSpeaking = false
    this.#headings.push(act ?? '', scene ?? '')
    if (act !== null && act !== this.#act) {
      this.#act = act
      this.#push(line, { kind: 'section', text: isActName.test(act) ? act : `Act ${act}`, level: 1 })
    }
    if (scene !== null) this.#push(line, { kind: 'heading', text: upright(scene), number: null })
    this.#isNew = false
    return 1
  }

  #speakerIn({ styled, text }: Printed, at: number): Spoken | null {
    if (styled === 'speaker') {
      const found = nameIn(text.trim().replace(/[.:]$/, ''))
      return found ? { ...found, words: '' } : null
    }
    if (styled !== null && styled !== 'words') return null
    const { setting, names } = this.#counted
    const spoken = spokenIn(text, setting)
    if (!spoken || !isSure(spoken.name, names.get(spoken.name) ?? 0)) {
      if (spoken && setting !== 'alone')
        this.#ask(
          this.#lines[at]?.line ?? 1,
          'speaker',
          `“${spoken.name}” speaks once, if it is somebody at all; who is it?`,
        )
      return null
    }
    return setting !== 'alone' || hasWordsUnder(this.#lines, at) ? spoken : null
  }

  #speak({ line }: Printed, { name, how, words }: Spoken): number {
    this.#endFront()
    const extension =
      how !== null && /\b(?:off|within|above|beneath|v\.? ?o|o\.? ?s)\b/i.test(how) ? how : null
    this.#push(line, { kind: 'character', text: name.toUpperCase(), extension, dual: false })
    if (how !== null && extension === null) this.#push(line, { kind: 'parenthetical', text: inside(how) })
    this.#isSpeaking = true
    this.#isNew = false
    if (words !== '') this.#words(line, words, 'dialogue')
    return 1
  }

  /** Brackets that begin a line and close it or one of the next: what happens, whoever is speaking. */
  #bracket(at: number): number | null {
    const first = this.#lines[at]?.text.trim() ?? ''
    const end = { '[': ']', '(': ')' }[first[0] ?? '']
    if (end === undefined || first.includes(end)) return null
    const rows = this.#lines.slice(at, at + BRACKET_LINES_MAX)
    const last = rows.findIndex(({ text }) => text.includes(end))
    const blank = rows.findIndex(({ text }) => text.trim() === '')
    if (last === -1 || (blank !== -1 && blank < last)) return null
    const text = rows
      .slice(0, last + 1)
      .map((row) => row.text.trim())
      .join(' ')
    this.#line(this.#lines[at] ?? { line: 1, text, styled: null, isItalic: false }, text)
    return last + 1
  }

  #line({ line, styled, isItalic }: Printed, text: string): number {
    if (styled === 'how') this.#push(line, { kind: 'parenthetical', text: inside(text) })
    else if (styled === 'lyric') this.#words(line, text, 'lyric')
    else if (styled === 'title') this.#push(line, { kind: 'title', key: 'title', text })
    else if (styled === 'direction' || isItalic || isDirection(text)) this.#direct(line, text)
    else if (this.#isSpeaking || styled === 'words') this.#words(line, text, 'dialogue')
    else {
      if (this.#isNew) this.#loose.push(line)
      this.#push(line, { kind: 'action', text: onOneLine(text), centred: false })
    }
    return 1
  }

  /** Between two lines of a speech it says how they are said, and the speech goes on. */
  #direct(line: number, text: string): void {
    const kind = this.#isSpeaking ? 'parenthetical' : 'action'
    const words = inside(text)
    this.#push(line, kind === 'action' ? { kind, text: words, centred: false } : { kind, text: words })
  }

  /** What stands in square brackets, or in round ones at an end, is not said. */
  #words(line: number, text: string, kind: 'dialogue' | 'lyric'): void {
    for (const piece of text.split(/(_?\[[^\]]*\]?_?|^\([^)]*\)|\([^)]*\)\s*$)/)) {
      const words = onOneLine(piece)
      if (words === '') continue
      if (/^_?[([]/.test(words)) this.#push(line, { kind: 'parenthetical', text: inside(words) })
      else this.#push(line, { kind, text: words })
    }
  }

  /** Before anything begins: the title, who wrote it, a list of persons. */
  #endFront(): void {
    const front = this.#front
    this.#front = null
    if (!front || front.length === 0) return
    const first = front.find(({ styled }) => styled === 'title') ?? front[0]
    if (!this.#elements.some(({ kind }) => kind === 'title') && first)
      this.#push(first.line, { kind: 'title', key: 'title', text: onOneLine(first.text) })
    const by = front.find(({ text }) => /^\s*(?:by|von|de)\s+\p{Lu}/u.test(text.slice(0, 200)))
    if (by)
      this.#push(by.line, { kind: 'title', key: 'author', text: onOneLine(by.text).replace(/^\S+\s+/, '') })
    const rest = front.filter((one) => one !== first && one !== by)
    const [before] = rest
    if (before)
      this.#ask(
        before.line,
        'file',
        `${rest.length === 1 ? 'One line stands' : `${rest.length} lines stand`} before the play begins and was not read; whoever is listed there and never speaks is to be added.`,
      )
  }

  #push(line: number, found: Found): void {
    this.#elements.push({ ...found, line, tags: [] })
  }

  #ask(line: number, kind: Question['kind'], message: string): void {
    this.#questions.push({ line, kind, message })
  }
}

/** Without the marks by which plain text leans. */
const upright = (text: string): string => text.replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '')

/** Without its brackets as well. */
const inside = (text: string): string =>
  onOneLine(
    upright(text)
      .replace(/^_?[([]/, '')
      .replace(/[)\]]\.?_?$/, ''),
  )
