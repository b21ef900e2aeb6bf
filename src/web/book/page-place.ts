// Where one is on one’s own pages: a page and a cross on it, how far each key takes it, and what is looked for.

import type { MarginCue } from '../../core/book/margin.ts'
import type { OwnPage, PagePoint } from '../../core/show/own-pages.ts'
import type { BookPage, PagePicture } from '../../wire/book.ts'

export type Cross = { readonly at: number; readonly x: number; readonly y: number }

/** A share of the page: a note is half of it wide. */
const STEP = 0.02
const SMALL_STEP = 0.0025

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}

/** Null: the key takes the cross nowhere. */
export function crossAfter(cross: Cross, pages: number, key: string, small: boolean): Cross | null {
  const last = Math.max(0, pages - 1)
  const turned = { PageDown: cross.at + 1, PageUp: cross.at - 1, Home: 0, End: last }[key]
  if (turned !== undefined) return { ...cross, at: Math.min(last, Math.max(0, turned)) }
  const by = arrows[key]
  if (!by) return null
  const step = small ? SMALL_STEP : STEP
  return { at: cross.at, x: within(cross.x + by[0] * step), y: within(cross.y + by[1] * step) }
}

const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000

type Words = PagePicture['words']

/** As far as from one line of print to the next but one. */
const NEAR = 0.05

/** What stands at the cross; empty where nothing does. Lines are closer together than words are long. */
export function wordAt(words: Words, { x, y }: Pick<Cross, 'x' | 'y'>): string {
  const far = ([, wx, wy]: Words[number]) => Math.hypot(wx - x, (wy - y) * 2)
  let nearest: Words[number] | null = null
  for (const one of words) if (nearest === null || far(one) < far(nearest)) nearest = one
  return nearest !== null && far(nearest) <= NEAR ? nearest[0] : ''
}

/** The one at which somebody pointed. */
export function cueNear(cues: readonly MarginCue[], { x, y }: Pick<Cross, 'x' | 'y'>): MarginCue | null {
  const far = ({ point }: MarginCue) => (point ? Math.hypot(point.x - x, point.y - y) : 1)
  const nearest = cues.toSorted((one, other) => far(one) - far(other))[0]
  return nearest && far(nearest) < 0.025 ? nearest : null
}

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

export type PageFinding = {
  readonly page: Pick<BookPage, 'pages' | 'items' | 'cues' | 'departments'>
  /** Of the pages that have come. */
  readonly words: ReadonlyMap<string, Words>
}

/** Where it is, and the cue that was asked for by name. */
export type FoundOnPage = { readonly to: Cross; readonly cue: string | null }

/** A cue (LX 14), a page (p 47), a scene (2.3), or words on the next page that has them. */
export function findOnPages(finding: PageFinding, sought: string, from: Cross): FoundOnPage | null {
  const { pages } = finding.page
  const cue = cueCalled(finding.page, sought)
  const point = cue?.point && crossOn(pages, cue.point)
  if (cue && point) return { to: point, cue: cue.id }
  const to = pageOrWords(finding, sought, from)
  return to && { to, cue: null }
}

function cueCalled({ cues, departments }: PageFinding['page'], sought: string): MarginCue | undefined {
  const shorts = new Map(departments.map(({ id, short }) => [id, short]))
  return cues.find((one) => spoken(`${shorts.get(one.department) ?? ''}${one.number}`) === spoken(sought))
}

function pageOrWords({ page, words }: PageFinding, sought: string, from: Cross): Cross | null {
  const wanted = spoken(sought)
  if (wanted === '') return null
  const { pages, items } = page
  const [, label] = /^(?:p|page)\.?\s*(\S.*)$/i.exec(sought.trim()) ?? []
  const named = pages.findIndex((one) => spoken(one.label) === spoken(label ?? sought))
  if (named !== -1) return { ...from, at: named }
  const item = items.find(({ code, title }) => spoken(code) === wanted || spoken(title) === wanted)
  const begins = item ? pages.findIndex((one) => one.item === item.id) : -1
  return begins === -1 ? wordsFrom(pages, words, sought, from) : { at: begins, x: 0.05, y: 0.05 }
}

export function crossOn(pages: readonly OwnPage[], { page, x, y }: PagePoint): Cross | null {
  const at = pages.findIndex(({ id }) => id === page)
  return at === -1 ? null : { at, x, y }
}

const bare = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Behind the page one is on, and from the end on from the beginning; one’s own page last. */
function wordsFrom(
  pages: readonly OwnPage[],
  words: PageFinding['words'],
  sought: string,
  from: Cross,
): Cross | null {
  const wanted = sought.trim().split(/\s+/).map(bare)
  for (let step = 1; step <= pages.length; step += 1) {
    const at = (from.at + step) % pages.length
    const on = words.get(pages[at]?.image ?? '') ?? []
    const first = on.findIndex((_, index) =>
      wanted.every((word, next) => bare(on[index + next]?.[0] ?? '').startsWith(word)),
    )
    const found = on[first]
    if (found) return { at, x: found[1], y: found[2] }
  }
  return null
}
