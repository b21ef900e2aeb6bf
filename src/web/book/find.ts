// What is looked for in the book: a cue (LX 14), a page (p 12), a scene (2.3), or words; the next one from here.

import type { BookLine } from '../../core/book/text.ts'
import { wordsOf } from '../../core/show/script.ts'
import type { BookPage } from '../../wire/book.ts'
import type { Cursor } from './place.ts'

export type Finding = {
  readonly lines: readonly BookLine[]
  readonly index: ReadonlyMap<string, number>
  readonly page: Pick<BookPage, 'items' | 'cues' | 'departments'>
}

/** Where it is, and the cue that was asked for by name: others may lie on its word. */
export type Found = { readonly to: Cursor; readonly cue: string | null }

export function findFrom(finding: Finding, sought: string, from: Cursor): Found | null {
  const text = sought.trim()
  if (text === '') return null
  const called = cueCalled(finding, text)
  if (called) return called
  const to = pageOf(finding, text) ?? sceneOf(finding, text) ?? wordsAfter(finding, text, from)
  return to && { to, cue: null }
}

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

function cueCalled({ page, index }: Finding, text: string): Found | null {
  const shorts = new Map(page.departments.map(({ id, short }) => [id, short]))
  const cue = page.cues.find(
    (one) => spoken(`${shorts.get(one.department) ?? ''}${one.number}`) === spoken(text),
  )
  const line = cue?.at ? index.get(cue.at.line) : undefined
  return cue?.at && line !== undefined ? { to: { index: line, word: cue.at.word }, cue: cue.id } : null
}

function pageOf({ lines }: Finding, text: string): Cursor | null {
  const [, number] = /^(?:p|page)\.?\s*(\S+)$/i.exec(text) ?? []
  if (number === undefined) return null
  const line = lines.findIndex(({ page }) => page !== null && spoken(page) === spoken(number))
  return line === -1 ? null : { index: line, word: 0 }
}

function sceneOf({ page, lines }: Finding, text: string): Cursor | null {
  const wanted = spoken(text)
  const item = page.items.find(({ code, title }) => spoken(code) === wanted || spoken(title) === wanted)
  const line = item ? lines.findIndex((one) => one.item === item.id) : -1
  return line === -1 ? null : { index: line, word: 0 }
}

/** Behind the word one is on, and from the end on from the beginning. */
function wordsAfter({ lines }: Finding, text: string, from: Cursor): Cursor | null {
  const wanted = bare(text)
  if (wanted === '') return null
  for (let step = 0; step <= lines.length; step += 1) {
    const index = (from.index + step) % lines.length
    const line = lines[index]?.text ?? ''
    // Most lines are told by one look at the whole of them.
    if (!bare(line).includes(wanted)) continue
    const words = wordsOf(line).map(bare)
    const word = wordWhere(words, wanted, step === 0 ? from.word + 1 : 0)
    if (word !== -1) return { index, word }
  }
  return null
}

/** As people remember a line: without its commas, and whichever apostrophe it was typed with. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/\p{Pd}/gu, ' ')
    .replaceAll(/[^\p{L}\p{M}\p{N}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The word in which it begins, from this one on; -1 where there is none. */
function wordWhere(words: readonly string[], wanted: string, from: number): number {
  for (let word = from; word < words.length; word += 1) {
    const own = words[word] ?? ''
    const rest = words
      .slice(word)
      .filter((one) => one !== '')
      .join(' ')
    const at = own === '' ? -1 : rest.indexOf(wanted)
    if (at !== -1 && at < own.length) return word
  }
  return -1
}
