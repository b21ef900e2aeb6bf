// What one does in the book: where one is, which cue is meant, what is being typed or moved, and what each key does.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { MarginCue } from '../../core/book/margin.ts'
import { readNamedCue } from '../../core/editing/cue-line.ts'
import { id } from '../../core/kit/ids.ts'
import { type WordAt, wordsOf } from '../../core/show/script.ts'
import type { CueId } from '../../core/show/show.ts'
import type { BookPage } from '../../wire/book.ts'
import { words } from '../speech/speech.ts'
import { findFrom } from './find.ts'
import { type BookAct, bookAct } from './keys.ts'
import { type Beside, besides, cueName, inOrder, type Layers } from './margins.ts'
import { type Cursor, stepped } from './place.ts'
import type { Pages } from './use-pages.ts'

export type Typing =
  | { readonly kind: 'place' }
  | { readonly kind: 'rename' | 'note'; readonly cue: MarginCue }
/** A cue that is carried to a word. */
export type Carrying = { readonly kind: 'move' | 'standby' | 'warn'; readonly cue: MarginCue }

export type BookDesk = {
  readonly page: BookPage
  readonly cursor: Cursor
  readonly at: WordAt | null
  /** The scene one is in, and the word one is on. */
  readonly scene: string
  readonly word: string
  readonly selected: MarginCue | null
  readonly typing: Typing | null
  readonly carrying: Carrying | null
  readonly said: string | null
  readonly layers: Layers
  readonly besides: ReadonlyMap<string, Beside>
  readonly index: ReadonlyMap<string, number>
  readonly nameOf: (cue: Pick<MarginCue, 'department' | 'number'>) => string
  readonly act: (act: BookAct['act']) => void
  readonly go: (to: Cursor, cue: string | null) => void
  readonly goTo: (cue: MarginCue) => void
  readonly goToLine: (line: string) => void
  readonly keep: (text: string) => void
  readonly find: (sought: string) => void
  readonly show: (layers: Layers) => void
}

type Fields = {
  readonly script: { readonly current: HTMLElement | null }
  readonly find: { readonly current: HTMLElement | null }
}

export function useBookDesk(pages: Pages, page: BookPage, fields: Fields): BookDesk {
  const { lines, sent } = pages
  const [layers, show] = useState<Layers>({ hidden: new Set(), marks: true })
  const index = useMemo(() => new Map(lines.map((line, place) => [line.id, place])), [lines])
  const beside = useMemo(() => besides(page, sent, layers), [page, sent, layers])
  const nameOf = useMemo<BookDesk['nameOf']>(() => (cue) => cueName(page, cue), [page])
  const spot = useSpot(pages, page, { index, beside })
  const acting = useActing(pages, page, { spot, index, fields })
  return {
    ...{ page, layers, index, show, nameOf, besides: beside },
    ...{ cursor: spot.cursor, at: spot.at, selected: spot.selected, typing: spot.typing, said: spot.said },
    ...{ scene: spot.line?.item ?? '', word: wordsOf(spot.line?.text ?? '')[spot.cursor.word] ?? '' },
    ...{ goTo: spot.goTo, goToLine: spot.goToLine, ...acting },
    go: (to, cue) => {
      const known = cue === null ? undefined : page.cues.find((one) => one.id === cue)
      if (known) spot.goTo(known)
      else if (to.word >= 0) spot.move(to, null)
    },
    find: (sought) => {
      const found = findFrom({ lines, index, page }, sought, spot.cursor)
      if (found) spot.move(found.to, found.cue)
      else if (sought.trim() !== '') spot.say(words().book.notFound({ sought: sought.trim() }))
    },
  }
}

type Reading = {
  readonly index: ReadonlyMap<string, number>
  readonly beside: ReadonlyMap<string, Beside>
}

/** Where one is, and which cue is meant. */
function useSpot({ lines }: Pages, page: BookPage, { index, beside }: Reading) {
  const [cursor, setCursor] = useState<Cursor>({ index: 0, word: 0 })
  const [chosen, choose] = useState<string | null>(null)
  const [typing, type] = useState<Typing | null>(null)
  const [said, say] = useState<string | null>(null)
  const line = lines[cursor.index]
  useHeld(cursor, setCursor, lines, index)
  const at: WordAt | null = line ? { line: line.id, word: cursor.word } : null
  const onWord = (beside.get(line?.id ?? '')?.cues ?? []).filter((cue) => cue.at?.word === cursor.word)
  const selected = page.cues.find((cue) => cue.id === chosen) ?? onWord[0] ?? null
  const move = (to: Cursor, cue: string | null) => {
    setCursor(to)
    choose(cue)
    if (typing !== null) type(null)
    say(null)
  }
  const goTo = (cue: MarginCue) => {
    const place = cue.at ? index.get(cue.at.line) : undefined
    if (cue.at && place !== undefined) move({ index: place, word: cue.at.word }, cue.id)
  }
  const goToLine = (one: string) => {
    const place = index.get(one)
    if (place !== undefined) move({ index: place, word: 0 }, null)
  }
  return { cursor, line, at, selected, choose, typing, type, said, say, move, goTo, goToLine }
}

/** In another version of the text one is still on the line one was on, where it is still there. */
function useHeld(
  cursor: Cursor,
  set: (to: Cursor) => void,
  lines: Pages['lines'],
  index: Reading['index'],
): void {
  const held = useRef<string | null>(null)
  const seen = useRef(index)
  useEffect(() => {
    const place = held.current === null ? undefined : index.get(held.current)
    if (seen.current !== index && place !== undefined && place !== cursor.index)
      set({ index: place, word: 0 })
    else held.current = lines[cursor.index]?.id ?? held.current
    seen.current = index
  }, [cursor, set, lines, index])
}

type Spot = ReturnType<typeof useSpot>
type On = { readonly spot: Spot; readonly index: Reading['index']; readonly fields: Fields }

/** What the keys and the buttons do there. */
function useActing(
  pages: Pages,
  page: BookPage,
  { spot, index, fields }: On,
): Pick<BookDesk, 'act' | 'carrying' | 'keep'> {
  const [carrying, carry] = useState<Carrying | null>(null)
  const ordered = useMemo(() => inOrder(page, index), [page, index])
  const done = () => {
    spot.type(null)
    fields.script.current?.focus({ preventScroll: true })
  }
  const drop = () => {
    if (!carrying || !spot.at) return
    const cue = cueId(carrying.cue)
    if (carrying.kind === 'move') void pages.edit({ name: 'cue.shift', cue, at: spot.at })
    else void pages.edit({ name: 'cue.ready', cue, call: carrying.kind, at: spot.at })
    carry(null)
    spot.choose(carrying.cue.id)
  }
  const step = (by: 1 | -1) => {
    const cue = nextOf(spot, index, ordered, by)
    if (cue) spot.goTo(cue)
  }
  const acts: Partial<Readonly<Record<BookAct['act'], () => void>>> = {
    place: () => spot.at && spot.type({ kind: 'place' }),
    'next-cue': () => step(1),
    'cue-before': () => step(-1),
    'next-question': () => goToQuestion(page, spot, index, ordered),
    undo: pages.undo,
    redo: pages.redo,
    find: () => fields.find.current?.focus(),
    leave: () => {
      carry(null)
      done()
    },
    here: drop,
  }
  const onCue = actsOnCue(pages, ordered, { carry, type: spot.type })
  const act = (name: BookAct['act']) => {
    if (!page.mayEdit && !reading.has(name)) return
    const about = onCue[name]
    if (!about) acts[name]?.()
    else if (spot.selected) about(spot.selected)
  }
  useBookKeys(act, (name) => spot.move(stepped(pages.lines, spot.cursor, name), null))
  const keep = useKeep(pages, page, spot)
  return {
    ...{ act, carrying },
    keep: (text) => {
      keep(text)
      done()
    },
  }
}

export const cueId = (cue: MarginCue): CueId => id<'cue'>(cue.id)

type OnCue = Partial<Readonly<Record<BookAct['act'], (cue: MarginCue) => void>>>
type Beginning = { readonly carry: (what: Carrying) => void; readonly type: (what: Typing) => void }

export function actsOnCue(pages: Pages, ordered: readonly MarginCue[], { carry, type }: Beginning): OnCue {
  /** Where it has a point of its own that is taken away, else one is carried to it. */
  const ready = (cue: MarginCue, call: 'warn' | 'standby') => {
    if (cue[call] === null && cue[`${call}Point`] === null) carry({ kind: call, cue })
    else void pages.edit({ name: 'cue.ready', cue: cueId(cue), call, at: null })
  }
  return {
    move: (cue) => carry({ kind: 'move', cue }),
    standby: (cue) => ready(cue, 'standby'),
    warn: (cue) => ready(cue, 'warn'),
    rename: (cue) => type({ kind: 'rename', cue }),
    note: (cue) => type({ kind: 'note', cue }),
    remove: (cue) => pages.edit({ name: 'cue.remove', cue: cueId(cue) }),
    confirm: (cue) => pages.edit({ name: 'cue.confirm', cue: cueId(cue) }),
    group: (cue) => {
      const before = ordered[ordered.findIndex((one) => one.id === cue.id) - 1]
      if (cue.group !== null) void pages.edit({ name: 'cue.group', cue: cueId(cue), with: null })
      else if (before) void pages.edit({ name: 'cue.group', cue: cueId(cue), with: cueId(before) })
    },
  }
}

/** From the cue that is meant, else from the word one is on. */
function nextOf(
  { selected, cursor }: Spot,
  index: Reading['index'],
  among: readonly MarginCue[],
  by: 1 | -1,
): MarginCue | undefined {
  const own = selected ? among.findIndex((one) => one.id === selected.id) : -1
  if (own !== -1) return among[own + by]
  const here = cursor.index * 10_000 + cursor.word
  const place = ({ at }: MarginCue) => (at ? (index.get(at.line) ?? 0) * 10_000 + at.word : 0)
  return by === 1 ? among.find((cue) => place(cue) > here) : among.findLast((cue) => place(cue) < here)
}

/** The next doubtful place; where there is none, the next line with a question. */
function goToQuestion(
  page: BookPage,
  spot: Spot,
  index: Reading['index'],
  ordered: readonly MarginCue[],
): void {
  const doubtful = ordered.filter(({ doubt }) => doubt !== null)
  const cue = nextOf(spot, index, doubtful, 1) ?? doubtful[0]
  if (cue) {
    spot.goTo(cue)
    return
  }
  const asked = page.questions.map((one) => index.get(one.line) ?? -1).filter((place) => place >= 0)
  const next = asked.find((place) => place > spot.cursor.index) ?? asked[0]
  if (next !== undefined) spot.move({ index: next, word: 0 }, null)
}

/** What was typed: a note, another name, or a cue on the word one is on. */
function useKeep(pages: Pages, page: BookPage, { typing, at }: Spot): (text: string) => void {
  const last = useRef(lastDepartment(page))
  return (text) => {
    if (typing === null) return
    if (typing.kind === 'note')
      return void pages.edit({ name: 'cue.note', cue: cueId(typing.cue), note: text })
    const cue = typing.kind === 'place' ? null : typing.cue
    const shorts = page.departments.map(({ short }) => short)
    const own = cue && page.departments.find((one) => one.id === cue.department)?.short
    const row = readNamedCue(text, shorts, own ?? last.current)
    last.current = row.department
    if (cue)
      void pages.edit({
        name: 'cue.rename',
        cue: cueId(cue),
        row: { ...row, number: row.number || cue.number },
      })
    else if (at) pages.place(row, at)
  }
}

export const reading: ReadonlySet<BookAct['act']> = new Set(['next-cue', 'cue-before', 'find', 'leave'])

/** The next cue is most often of the department of the last one. */
export function lastDepartment({ cues, departments }: BookPage): string {
  const last = cues.at(-1)?.department
  return departments.find(({ id: one }) => one === last)?.short ?? departments[0]?.short ?? 'LX'
}

function useBookKeys(
  act: (name: BookAct['act']) => void,
  step: (name: Parameters<typeof stepped>[2]) => void,
): void {
  const latest = useRef({ act, step })
  latest.current = { act, step }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const on = document.activeElement
      const found = bookAct({
        key: event.key,
        ctrl: event.ctrlKey || event.metaKey,
        shift: event.shiftKey,
        alt: event.altKey,
        typing: on instanceof HTMLInputElement || on instanceof HTMLSelectElement,
        onButton: on instanceof HTMLButtonElement || on instanceof HTMLAnchorElement,
      })
      if (found === null) return
      event.preventDefault()
      if (found.act === 'step') latest.current.step(found.step)
      else latest.current.act(found.act)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
