// From a Final Draft file to a play: its paragraphs say by their type what they are.

import { onOneLine } from '../finding.ts'
import type { Question } from '../play/play.ts'
import type { Aside, Element, Found } from '../script/elements.ts'
import { playOf, type Read } from '../script/read-script.ts'
import { characterIn } from '../script/speaker.ts'
import { attribute, childrenNamed, isElement, readXml, textOf, within, type XmlElement } from '../xml/tree.ts'

/** A paragraph that is longer is no paragraph of a play. */
export const PARAGRAPH_LENGTH_MAX = 20_000

export const isFinalDraft = (text: string): boolean => /<FinalDraft[\s>]/.test(text.slice(0, 1_000))

export function readFinalDraft(text: string): Read {
  const xml = readXml(text)
  if (!xml.ok) return xml
  const [content] = childrenNamed(xml.root, 'Content')
  const reader = new ParagraphReader()
  for (const title of childrenNamed(xml.root, 'TitlePage'))
    reader.titlePage(childrenNamed(title, 'Content')[0] ?? title)
  reader.read(content ?? xml.root)
  const long = reader.tooLong
  if (long !== null) {
    const message = `This paragraph has more than ${PARAGRAPH_LENGTH_MAX} characters; no paragraph of a play has.`
    return { ok: false, error: { line: long, column: 1, message } }
  }
  const nobody =
    'Nobody speaks in this file: no paragraph of it is of the type Character, with words under it.'
  return playOf(reader.script(), { nobody })
}

class ParagraphReader {
  readonly #elements: Element[] = []
  readonly #notes: Aside[] = []
  readonly #unknown = new Map<string, number[]>()
  tooLong: number | null = null

  /** The first line of its page is the title, what stands at the head of the paper is not; who wrote it is named after “by”. */
  titlePage(page: XmlElement): void {
    const lines = within(page, 'Paragraph').map((each) => ({ line: each.line, text: wordsOf(each) }))
    const full = lines.filter(({ text }) => text !== '')
    const [first] = full
    if (!first) return
    this.#elements.push({ kind: 'title', key: 'title', text: first.text, line: first.line, tags: [] })
    const by = full.findIndex(({ text }) => /\bby:?$/i.test(text))
    const author = full[by + 1]
    if (by > 0 && author)
      this.#elements.push({ kind: 'title', key: 'author', text: author.text, line: author.line, tags: [] })
  }

  read(content: XmlElement): void {
    for (const paragraph of childrenNamed(content, 'Paragraph')) {
      const [dual] = childrenNamed(paragraph, 'DualDialogue')
      if (dual) this.read(dual)
      else this.#paragraph(paragraph)
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const { line } = paragraph
    for (const note of within(paragraph, 'ScriptNote'))
      this.#notes.push({ text: textOf(note), line: note.line, closed: true })
    const text = wordsOf(paragraph)
    if (text === '') return
    if (text.length > PARAGRAPH_LENGTH_MAX) this.tooLong ??= line
    const type = attribute(paragraph, 'Type') ?? ''
    const found = elementOf(type, text, attribute(paragraph, 'Number') ?? null)
    if (found === null) this.#unknown.set(type, [...(this.#unknown.get(type) ?? []), line])
    this.#elements.push({ ...(found ?? { kind: 'action', text, centred: false }), line, tags: [] })
  }

  script() {
    const questions = [...this.#unknown].map(([type, lines]): Question => {
      const what = type === '' ? 'no type' : `the type “${type}”`
      const message = `${lines.length === 1 ? 'One paragraph has' : `${lines.length} paragraphs have`} ${what}, and was taken for what happens; is it spoken?`
      return { line: lines[0] ?? 1, kind: 'file', message }
    })
    return { elements: this.#elements, notes: this.#notes, boneyards: [], questions }
  }
}

/** The words themselves, whatever they are set in; a note is not part of them. */
const wordsOf = (paragraph: XmlElement): string =>
  onOneLine(
    paragraph.children
      .filter(isElement)
      .filter(({ name }) => name === 'Text')
      .map((each) => each.children.filter((child) => typeof child === 'string').join(''))
      .join(''),
  )

/** Null where the type says nothing. */
function elementOf(type: string, text: string, number: string | null): Found | null {
  switch (type.toLowerCase()) {
    case 'scene heading':
      return { kind: 'heading', text, number: number === '' ? null : number }
    case 'character':
      return characterIn(text, true) ?? { kind: 'action', text, centred: false }
    case 'dialogue':
      return { kind: 'dialogue', text }
    case 'parenthetical':
      return { kind: 'parenthetical', text: text.replace(/^\(|\)$/g, '') }
    case 'lyrics':
    case 'singing':
      return { kind: 'lyric', text }
    case 'new act':
    case 'act':
      return { kind: 'section', text, level: 1 }
    case 'transition':
    case 'end of act':
      return { kind: 'transition', text }
    case 'action':
    case 'general':
    case 'shot':
    case 'cast list':
      return { kind: 'action', text, centred: false }
    default:
      return null
  }
}
