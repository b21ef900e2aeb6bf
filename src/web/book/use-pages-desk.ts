// What one does on one’s own pages: where the cross is, which cue is meant, what is typed or carried, and what each key does.

import { useEffect, useMemo, useRef, useState } from 'react'
import type { MarginCue } from '../../core/book/margin.ts'
import { readNamedCue } from '../../core/editing/cue-line.ts'
import { comparePoints, type OwnPage, type PagePoint, type PointKind } from '../../core/show/own-pages.ts'
import type { BookPage } from '../../wire/book.ts'
import { words } from '../speech/speech.ts'
import { type BookAct, bookAct } from './keys.ts'
import { cueName, type Layers } from './margins.ts'
import { type Cross, crossAfter, crossOn, findOnPages, wordAt } from './page-place.ts'
import { actsOnCue, type Carrying, cueId, lastDepartment, reading, type Typing } from './use-book-desk.ts'
import type { Pages } from './use-pages.ts'
import { type Pictures, usePictures } from './use-pictures.ts'

export type Called = { readonly by: PointKind; readonly said: string }

export type PagesDesk = {
  readonly page: BookPage
  readonly own: OwnPage | null
  readonly cross: Cross
  readonly word: string
  readonly pictures: Pictures
  /** In the order in which they are read, those of hidden departments left out. */
  readonly here: readonly MarginCue[]
  readonly selected: MarginCue | null
  readonly typing: Typing | null
  readonly carrying: Carrying | null
  readonly said: string | null
  readonly layers: Layers
  readonly nameOf: (cue: Pick<MarginCue, 'department' | 'number'>) => string
  readonly act: (act: BookAct['act']) => void
  readonly go: (to: Cross, cue: string | null) => void
  readonly goTo: (cue: MarginCue) => void
  readonly keep: (text: string, called: Called) => void
  readonly find: (sought: string) => void
  readonly show: (layers: Layers) => void
}

type Fields = { readonly view: { readonly current: HTMLElement | null }; readonly find: Fields['view'] }

export function usePagesDesk(pages: Pages, page: BookPage, fields: Fields): PagesDesk {
  const [layers, show] = useState<Layers>({ hidden: new Set(), marks: false })
  const spot = useCross(page)
  const { own, cross } = spot
  const pictures = usePictures(page.pages, cross.at)
  const ordered = useMemo(() => inReadingOrder(page, layers), [page, layers])
  const word = wordAt(wordsOf(pictures.get(own?.image ?? '')), cross)
  const acting = useActing(pages, page, { spot, ordered, fields })
  return {
    ...{ page, own, cross, word, pictures, layers, show, nameOf: (cue) => cueName(page, cue) },
    ...{ selected: spot.selected, typing: spot.typing, said: spot.said, go: spot.go, goTo: spot.goTo },
    here: ordered.filter(({ point }) => point?.page === own?.id),
    ...acting,
    find: (sought) => {
      const known = new Map([...pictures].map(([image, one]) => [image, wordsOf(one)] as const))
      const found = findOnPages({ page, words: known }, sought, cross)
      if (found) spot.go(found.to, found.cue)
      else if (sought.trim() !== '') spot.say(words().book.notFound({ sought: sought.trim() }))
    },
  }
}

/** Of a picture that is not here nothing is known. */
const wordsOf = (picture: ReturnType<Pictures['get']>) => (picture && picture !== 'away' ? picture.words : [])

function inReadingOrder(page: BookPage, { hidden }: Layers): readonly MarginCue[] {
  const shown = page.cues.filter(({ point, department }) => point !== null && !hidden.has(department))
  return shown.toSorted((a, b) => (a.point && b.point ? comparePoints(page, a.point, b.point) : 0))
}

function useCross(page: BookPage) {
  const [cross, setCross] = useState<Cross>({ at: 0, x: 0.5, y: 0.1 })
  const [chosen, choose] = useState<string | null>(null)
  const [typing, type] = useState<Typing | null>(null)
  const [said, say] = useState<string | null>(null)
  // A page may have been taken out meanwhile, by somebody else.
  const at = Math.min(cross.at, Math.max(0, page.pages.length - 1))
  const go = (to: Cross, cue: string | null) => {
    setCross(to)
    choose(cue)
    type(null)
    say(null)
  }
  const goTo = (cue: MarginCue) => {
    const to = cue.point && crossOn(page.pages, cue.point)
    if (to) go(to, cue.id)
    else choose(cue.id)
  }
  const selected = page.cues.find(({ id }) => id === chosen) ?? null
  return {
    ...{ cross: { ...cross, at }, own: page.pages[at] ?? null },
    ...{ selected, choose, typing, type, said, say, go, goTo },
  }
}

type On = {
  readonly spot: ReturnType<typeof useCross>
  readonly ordered: readonly MarginCue[]
  readonly fields: Fields
}

function useActing(pages: Pages, page: BookPage, { spot, ordered, fields }: On) {
  const [carrying, carry] = useState<Carrying | null>(null)
  const { own, cross, selected } = spot
  const here = ({ by, said }: Called): PagePoint | null =>
    own && { page: own.id, x: cross.x, y: cross.y, by, said: said.trim() }
  const done = () => {
    spot.type(null)
    fields.view.current?.focus({ preventScroll: true })
  }
  const drop = () => {
    const called = carrying?.cue.point ?? { by: 'point' as const, said: '' }
    const at = here(carrying?.kind === 'move' ? called : { by: 'point', said: '' })
    if (!carrying || !at) return
    const cue = cueId(carrying.cue)
    if (carrying.kind === 'move') void pages.edit({ name: 'cue.shift', cue, at })
    else void pages.edit({ name: 'cue.ready', cue, call: carrying.kind, at })
    carry(null)
    spot.choose(carrying.cue.id)
  }
  const step = (by: 1 | -1) => {
    const to = nextCue(page, ordered, { cross, selected, by })
    if (to) spot.goTo(to)
  }
  const acts: Partial<Readonly<Record<BookAct['act'], () => void>>> = {
    place: () => own && spot.type({ kind: 'place' }),
    'next-cue': () => step(1),
    'cue-before': () => step(-1),
    undo: pages.undo,
    redo: pages.redo,
    find: () => fields.find.current?.focus(),
    here: drop,
    leave: () => {
      carry(null)
      done()
    },
  }
  const onCue = actsOnCue(pages, ordered, { carry, type: spot.type })
  const act = (name: BookAct['act']) => {
    if (!page.mayEdit && !reading.has(name)) return
    const about = onCue[name]
    if (!about) acts[name]?.()
    else if (selected) about(selected)
  }
  usePageKeys(act, (key, small) => {
    const to = crossAfter(cross, page.pages.length, key, small)
    if (to) spot.go(to, carrying ? (selected?.id ?? null) : null)
    return to !== null
  })
  const keep = useKeep(pages, page, spot)
  return {
    ...{ act, carrying },
    keep: (text: string, called: Called) => {
      keep(text, here(called))
      done()
    },
  }
}

/** From the cue that is meant, else from the cross. */
function nextCue(
  page: BookPage,
  ordered: readonly MarginCue[],
  { cross, selected, by }: Pick<On['spot'], 'cross' | 'selected'> & { readonly by: 1 | -1 },
): MarginCue | undefined {
  const own = ordered.findIndex(({ id }) => id === selected?.id)
  if (own !== -1) return ordered[own + by]
  const from: PagePoint = {
    page: page.pages[cross.at]?.id ?? '',
    ...{ x: cross.x, y: cross.y, by: 'point', said: '' },
  }
  const far = ({ point }: MarginCue) => (point ? comparePoints(page, point, from) : 0)
  return by === 1 ? ordered.find((cue) => far(cue) > 0) : ordered.findLast((cue) => far(cue) < 0)
}

function useKeep(pages: Pages, page: BookPage, { typing }: ReturnType<typeof useCross>) {
  const last = useRef(lastDepartment(page))
  return (text: string, at: PagePoint | null): void => {
    if (typing === null) return
    if (typing.kind === 'note')
      return void pages.edit({ name: 'cue.note', cue: cueId(typing.cue), note: text })
    const cue = typing.kind === 'place' ? null : typing.cue
    const shorts = page.departments.map(({ short }) => short)
    const own = cue && page.departments.find(({ id }) => id === cue.department)?.short
    const row = readNamedCue(text, shorts, own ?? last.current)
    last.current = row.department
    const number = row.number || (cue?.number ?? '')
    if (cue) void pages.edit({ name: 'cue.rename', cue: cueId(cue), row: { ...row, number } })
    else if (at) pages.place(row, at)
  }
}

function usePageKeys(
  act: (name: BookAct['act']) => void,
  step: (key: string, small: boolean) => boolean,
): void {
  const latest = useRef({ act, step })
  latest.current = { act, step }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const on = document.activeElement
      const typing = on instanceof HTMLInputElement || on instanceof HTMLSelectElement
      const { key, shiftKey: shift, altKey: alt } = event
      const ctrl = event.ctrlKey || event.metaKey
      if (!typing && !ctrl && !alt && latest.current.step(key, shift)) return event.preventDefault()
      const onButton = on instanceof HTMLButtonElement || on instanceof HTMLAnchorElement
      const found = bookAct({ key, ctrl, shift, alt, typing, onButton })
      if (found === null || found.act === 'step') return
      event.preventDefault()
      latest.current.act(found.act)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
