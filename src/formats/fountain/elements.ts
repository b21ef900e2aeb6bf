// What a Fountain file holds, line by line: headings, what happens, who speaks and what, songs, sections. Rules: docs/specs/fountain.md.

import type { At, Element, Found, Script } from '../script/elements.ts'
import { characterIn, isCapital } from '../script/speaker.ts'
import { type Line, linesOf, withoutMarks } from './lines.ts'

export type Reading = {
  /** Neighbouring lines of action, and of speech, are one; else each stands alone. */
  readonly mergeActions: boolean
  readonly mergeDialogue: boolean
  /** `#word` at the end of a line is about the line and not in it: one writing tool's own custom. */
  readonly tags: boolean
}
export const asWritten: Reading = { mergeActions: true, mergeDialogue: true, tags: false }

export function elementsOf(text: string, reading: Reading = asWritten): Script {
  const { lines, notes, boneyards } = linesOf(text)
  const reader = new ElementReader(reading)
  const begins = reader.titlePage(lines)
  for (let index = begins; index < lines.length; index += 1) {
    const line = lines[index]
    if (line) reader.read(line, lines[index + 1]?.text.trim() ?? '')
  }
  return { elements: reader.elements, notes, boneyards }
}

/** A key is a word or a few; a sentence that ends in a colon is none. */
const titleEntry = /^([^\s:.!?#][^:.!?#]{0,39}):(.*)$/

const isBlank = (text: string): boolean => withoutMarks(text).trim() === ''
/** An empty line that two blanks keep within a speech. */
const isHeld = (text: string): boolean => text.length > 1 && text.trim() === ''
const inSpeech: ReadonlySet<Element['kind']> = new Set(['character', 'parenthetical', 'dialogue'])

class ElementReader {
  readonly elements: Element[] = []
  readonly #reading: Reading
  #blanks = 0

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** `Key: value` from the first line on; more of a value is indented. Returns where the play begins. */
  titlePage(lines: readonly Line[]): number {
    for (const [index, { text, line }] of lines.entries()) {
      const last = this.elements.at(-1)
      const entry = titleEntry.exec(text)
      if (entry?.[1] !== undefined)
        this.elements.push({ kind: 'title', key: entry[1], text: (entry[2] ?? '').trim(), line, tags: [] })
      else if (last?.kind === 'title' && /^(?: {3}|\t)/.test(text))
        this.elements[this.elements.length - 1] = { ...last, text: `${last.text}\n${text}` }
      else return index
    }
    return lines.length
  }

  read({ text: whole, line, before }: Line, next: string): void {
    const { text, tags } = this.#reading.tags ? tagged(whole) : { text: whole, tags: [] }
    const words = text.trim()
    if (words === '') {
      this.#blanks += 1
      return
    }
    const at = { line, tags }
    const begins = isBlank(before)
    const found =
      forced(words, begins, next) ?? (begins && isHeld(before) ? null : begun(words, begins, next)) ?? null
    if (found !== null) this.#push({ ...found, ...at })
    else if (!this.#speech(words, before, at)) this.#action(text, at)
    this.#blanks = 0
  }

  #push(element: Element): void {
    if (element.kind === 'action') this.#act(element)
    else this.elements.push(element)
  }

  /** What follows a name without an empty line is said, or how it is said. */
  #speech(words: string, before: string, at: At): boolean {
    const last = this.elements.at(-1)
    if (!last || !inSpeech.has(last.kind) || (isBlank(before) && !isHeld(before))) return false
    if (words.startsWith('(') && words.endsWith(')') && last.kind !== 'parenthetical') {
      this.elements.push({ kind: 'parenthetical', text: words.slice(1, -1), ...at })
      return true
    }
    if (isHeld(before)) this.#say('', at)
    this.#say(words, at)
    return true
  }

  #say(text: string, at: At): void {
    const last = this.elements.at(-1)
    if (last?.kind === 'dialogue' && this.#reading.mergeDialogue)
      this.elements[this.elements.length - 1] = {
        ...last,
        text: `${last.text}\n${text}`,
        tags: [...last.tags, ...at.tags],
      }
    else this.elements.push({ kind: 'dialogue', text, ...at })
  }

  #action(text: string, at: At): void {
    this.#act({ kind: 'action', text, centred: false, ...at })
  }

  /** Empty lines within what happens are kept: they are how it is set out. */
  #act(action: Extract<Element, { kind: 'action' }>): void {
    const last = this.elements.at(-1)
    if (last?.kind === 'action') {
      const merges = this.#reading.mergeActions && !last.centred && !action.centred
      if (merges) {
        const text = `${last.text}${'\n'.repeat(this.#blanks + 1)}${action.text}`
        this.elements[this.elements.length - 1] = { ...last, text, tags: [...last.tags, ...action.tags] }
        return
      }
      for (let blank = 0; blank < this.#blanks; blank += 1)
        this.elements.push({ kind: 'action', text: '', centred: false, line: action.line, tags: [] })
    }
    this.elements.push(action)
  }
}

/** What a sign at its beginning makes of a line, whatever its words. */
function forced(words: string, begins: boolean, next: string): Found | null {
  switch (words[0]) {
    case '=':
      return /^={3,}$/.test(words)
        ? { kind: 'page break', text: '' }
        : { kind: 'synopsis', text: words.slice(1).trim() }
    case '!':
      return { kind: 'action', text: words.slice(1), centred: false }
    case '~':
      return { kind: 'lyric', text: words.slice(1).trim() }
    case '>':
      return words.endsWith('<') && words.length > 1
        ? { kind: 'action', text: words.slice(1, -1), centred: true }
        : { kind: 'transition', text: words.slice(1).trim() }
    case '#':
      return sectionIn(words)
    case '.':
      return begins && /^\.[\p{L}\p{N}]/u.test(words) ? headingIn(words.slice(1)) : null
    case '@':
      return begins && next !== '' ? characterIn(words.slice(1).trim(), true) : null
    default:
      return null
  }
}

/** What its words and the empty lines around it make of a line. */
function begun(words: string, begins: boolean, next: string): Found | null {
  if (!begins) return null
  if (/^(?:int\.?\/ext|i\/e|int|ext|est)[. ]/i.test(words)) return headingIn(words)
  if (next === '')
    return isCapital(words) && words.endsWith('TO:') ? { kind: 'transition', text: words } : null
  return characterIn(words, false)
}

function sectionIn(words: string): Found | null {
  const [, signs = '', text = ''] = /^(#{1,6})\s(.*)$/.exec(words) ?? []
  return signs === '' ? null : { kind: 'section', text: text.trim(), level: signs.length }
}

/** A number of its own stands between two signs at the end. */
function headingIn(words: string): Found {
  const at = words.endsWith('#') ? words.lastIndexOf('#', words.length - 2) : -1
  const number = at < 0 ? '' : words.slice(at + 1, -1)
  if (!/^[\p{L}\p{N}.()-]+$/u.test(number)) return { kind: 'heading', text: words, number: null }
  return { kind: 'heading', text: words.slice(0, at).trim(), number }
}

function tagged(text: string): { readonly text: string; readonly tags: readonly string[] } {
  const tags: string[] = []
  let rest = text.trimEnd()
  for (;;) {
    const at = rest.lastIndexOf('#')
    const tag = rest.slice(at + 1)
    if (at < 1 || tag === '' || /\s/.test(tag) || !/\s/.test(rest[at - 1] ?? '')) break
    tags.unshift(tag)
    rest = rest.slice(0, at).trimEnd()
  }
  return tags.length === 0 ? { text, tags } : { text: rest, tags }
}
