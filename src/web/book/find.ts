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

export function findFrom(finding: Finding, sought: string, from: Cursor): Cursor | null {
  const text = sought.trim()
  if (text === '') return null
  return (
    cueCalled(finding, text) ??
    pageOf(finding, text) ??
    sceneOf(finding, text) ??
    wordsAfter(finding, text, from)
  )
}

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

function cueCalled({ page, index }: Finding, text: string): Cursor | null {
  const shorts = new Map(page.departments.map(({ id, short }) => [id, short]))
  const cue = page.cues.find(
    (one) => spoken(`${shorts.get(one.department) ?? ''}${one.number}`) === spoken(text),
  )
  const line = cue?.at ? index.get(cue.at.line) : undefined
  return cue?.at && line !== undefined ? { index: line, word: cue.at.word } : null
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
  const wanted = text.toLowerCase()
  for (let step = 0; step <= lines.length; step += 1) {
    const index = (from.index + step) % lines.length
    const line = lines[index]?.text.toLowerCase() ?? ''
    const after = step === 0 ? lengthTo(line, from.word + 1) : 0
    const at = line.indexOf(wanted, after)
    if (at !== -1) return { index, word: Math.max(0, wordsOf(line.slice(0, at + 1)).length - 1) }
  }
  return null
}

/** So many characters lie before this word. */
function lengthTo(line: string, word: number): number {
  let rest = 0
  for (const one of wordsOf(line).slice(0, word)) rest = line.indexOf(one, rest) + one.length
  return rest
}
