// What stands in the margin of the script, for whoever may read it: cues, comings and goings, changes, presets, questions.

import { sees, type Viewer } from '../disclosure/policy.ts'
import type { PagePoint } from '../show/own-pages.ts'
import { type ItemLines, lineIdOf, lineIndexAt, linesOfItems, wordsOf } from '../show/script.ts'
import type { Anchor, Cue, Show } from '../show/show.ts'
import { isDoubtful } from './revise.ts'

/** A word of the text; null where nothing of the text is said at that moment. */
type Spot = { readonly line: string; readonly word: number } | null

export type MarginCue = {
  readonly id: string
  readonly department: string
  readonly number: string
  readonly title: string
  readonly words: string
  readonly item: string
  readonly at: Spot
  readonly standby: Spot
  readonly warn: Spot
  /** Where it lies on one’s own pages, and where its standby and warning are given there. */
  readonly point: PagePoint | null
  readonly standbyPoint: PagePoint | null
  readonly warnPoint: PagePoint | null
  /** Somebody placed it on this word; else its place is its time. */
  readonly placed: boolean
  readonly guessed: boolean
  readonly group: string | null
  readonly note: string
  /** After a new version of the text, until somebody has looked: how sure its place is, and what stood there before. */
  readonly doubt: { readonly sure: number; readonly words: string } | null
}

const markKinds = ['in', 'out', 'task', 'change', 'hand-off', 'preset'] as const
type MarkKind = (typeof markKinds)[number]

/** Something that happens at a line besides the cues. */
export type Mark = {
  readonly line: string
  readonly kind: MarkKind
  readonly who: string
  readonly what: string
}

export type Margin = {
  readonly cues: readonly MarginCue[]
  readonly marks: readonly Mark[]
  readonly questions: readonly {
    readonly id: string
    readonly line: string
    readonly kind: string
    readonly text: string
  }[]
}

/** Null: this viewer does not read the whole script. `withMarks`: there are thousands in a long play, and few edits move one. */
export function marginOf(show: Show, viewer: Viewer, withMarks = true): Margin | null {
  if (sees(viewer, 'script') !== 'all') return null
  const reader = new Reader(show)
  return {
    cues: show.cues.filter(cuesFor(viewer)).map((cue) => reader.cue(cue)),
    marks: withMarks && sees(viewer, 'obligations') === 'all' ? reader.marks() : [],
    // What is open is for those who can settle it.
    questions: sees(viewer, 'cues') === 'all' ? (show.questions ?? []) : [],
  }
}

function cuesFor(viewer: Viewer): (cue: Cue) => boolean {
  const scope = sees(viewer, 'cues')
  if (scope === 'all') return () => true
  return ({ department }) => scope === 'side' && department === viewer.department
}

class Reader {
  readonly #show: Show
  readonly #lines: ItemLines

  constructor(show: Show) {
    this.#show = show
    this.#lines = linesOfItems(show.script)
  }

  cue(cue: Cue): MarginCue {
    const { id, department, number, title, anchor, warn, standby, group, remark } = cue
    return {
      ...{ id, department, number, title, words: anchor.line ?? '', item: anchor.item },
      ...{ at: this.#spot(anchor), standby: this.#spot(standby), warn: this.#spot(warn) },
      point: anchor.point ?? null,
      standbyPoint: standby?.point ?? null,
      warnPoint: warn?.point ?? null,
      placed: anchor.at !== undefined,
      guessed: anchor.guessed === true,
      group: group ?? null,
      note: remark ?? '',
      doubt: isDoubtful(cue) ? { sure: anchor.at?.sure ?? 1, words: anchor.at?.words ?? '' } : null,
    }
  }

  #spot(anchor: Anchor | undefined): Spot {
    if (anchor === undefined) return null
    if (anchor.at) return { line: anchor.at.line, word: anchor.at.word }
    const index = this.#index(anchor)
    const line = index === null ? undefined : this.#show.script[index]
    if (index === null || !line) return null
    return { line: lineIdOf(line, index), word: wordAt(this.#show, index, anchor.seconds) }
  }

  #index(anchor: Anchor): number | null {
    return lineIndexAt(this.#show.script, this.#lines, anchor)
  }

  #line(anchor: Anchor): string | null {
    const index = this.#index(anchor)
    const line = index === null ? undefined : this.#show.script[index]
    return index === null || !line ? null : lineIdOf(line, index)
  }

  /** In the order of the show file: the page sorts them into its lines. */
  marks(): readonly Mark[] {
    const { tracks, roles, props, places, costumes } = this.#names()
    const marks: (Omit<Mark, 'line'> & { readonly line: string | null })[] = []
    for (const one of this.#show.obligations) {
      const who = (one.role && roles.get(one.role)) ?? tracks.get(one.track) ?? ''
      const end = { ...one.anchor, seconds: one.anchor.seconds + one.seconds }
      if (one.kind !== 'appear') {
        marks.push({ line: this.#line(one.anchor), kind: 'task', who, what: one.title })
        continue
      }
      marks.push({ line: this.#line(one.anchor), kind: 'in', who, what: places.get(one.placeIn ?? '') ?? '' })
      marks.push({ line: this.#line(end), kind: 'out', who, what: places.get(one.placeOut ?? '') ?? '' })
    }
    for (const { anchor, track, to, place } of this.#show.changes) {
      const what = [costumes.get(to), places.get(place)].filter((word) => word).join(', ')
      marks.push({ line: this.#line(anchor), kind: 'change', who: tracks.get(track) ?? '', what })
    }
    for (const { anchor, from, to, prop } of this.#show.handOffs) {
      const who = `${tracks.get(from) ?? ''} → ${tracks.get(to) ?? ''}`
      marks.push({ line: this.#line(anchor), kind: 'hand-off', who, what: props.get(prop) ?? '' })
    }
    for (const { before, title, place } of this.#show.presets) {
      const line = this.#line({ item: before, seconds: 0 })
      marks.push({ line, kind: 'preset', who: places.get(place) ?? '', what: title })
    }
    return marks.flatMap(({ line, ...mark }) => (line === null ? [] : [{ line, ...mark }]))
  }

  #names() {
    const { tracks, roles, props, venue, costumes } = this.#show
    return {
      tracks: new Map<string, string>(tracks.map(({ id, title, code }) => [id, title || code])),
      roles: new Map<string, string>(roles.map(({ id, name }) => [id, name])),
      props: new Map<string, string>(props.map(({ id, name }) => [id, name])),
      places: new Map<string, string>(venue.places.map(({ id, code }) => [id, code])),
      costumes: new Map<string, string>(costumes.map(({ id, name }) => [id, name])),
    }
  }
}

/** By the share of the line that is said by then. */
function wordAt({ script }: Show, index: number, seconds: number): number {
  const [line, next] = [script[index], script[index + 1]]
  const count = wordsOf(line?.text ?? '').length
  if (!line || next?.item !== line.item || next.seconds <= line.seconds) return 0
  const share = (seconds - line.seconds) / (next.seconds - line.seconds)
  return Math.min(Math.max(0, count - 1), Math.max(0, Math.floor(share * count)))
}
