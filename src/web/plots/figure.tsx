// What every plot has: its words, the drawing in a field that scrolls, what the chosen mark is, and its table.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './plots.module.css'

const c = classes(styles)

type FigureParts = {
  readonly title: string
  readonly legend: string
  readonly size: { readonly width: number; readonly height: number }
  readonly chosen: string
  readonly keyDown: (event: KeyboardEvent) => void
  readonly table: () => ReactNode
  readonly children: ReactNode
}

export function Figure({ title, legend, size, chosen, keyDown, table, children }: FigureParts) {
  const { plots: says } = useWords()
  const [open, setOpen] = useState(false)
  const name = useId()
  return (
    <figure className={c('figure')} aria-labelledby={name}>
      <figcaption>
        <h2 id={name}>{title}</h2>
        <p className={c('hint')}>{legend}</p>
        <p className={c('hint', 'screenOnly')}>{says.keys}</p>
      </figcaption>
      <div className={c('scroll')}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields. */}
        <svg
          className={c('drawing')}
          width={size.width}
          height={size.height}
          viewBox={`0 0 ${size.width} ${size.height}`}
          role="group"
          aria-labelledby={name}
          onKeyDown={keyDown}
        >
          {children}
        </svg>
      </div>
      <p className={c('chosen', 'screenOnly')} role="status">
        {chosen}
      </p>
      <details className={c('twin')} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{says.asTable}</summary>
        {open ? table() : null}
      </details>
    </figure>
  )
}

/** Rows of marks by their words: one of all can be reached by Tab, the others by arrow keys from there. */
export function useMarks(rows: readonly (readonly string[])[]) {
  const first = Math.max(
    0,
    rows.findIndex((row) => row.length > 0),
  )
  const [[row, place], choose] = useState<readonly [number, number]>([first, 0])
  const marks = useRef(new Map<string, SVGGElement>())
  const has = (at: number) => (rows[at]?.length ?? 0) > 0
  const current = has(row)
    ? ([row, Math.min(place, (rows[row]?.length ?? 1) - 1)] as const)
    : ([first, 0] as const)
  const go = (next: readonly [number, number]) => {
    choose(next)
    marks.current.get(next.join())?.focus()
  }
  const keyDown = (event: KeyboardEvent) => {
    const next = nextOf(event.key, current, rows)
    if (next === null) return
    event.preventDefault()
    go(next)
  }
  const markOf = (at: number, within: number) => ({
    ref: (element: SVGGElement | null) => {
      if (element) marks.current.set([at, within].join(), element)
      else marks.current.delete([at, within].join())
    },
    tabIndex: current[0] === at && current[1] === within ? 0 : -1,
    role: 'img',
    'aria-label': rows[at]?.[within] ?? '',
    onFocus: () => choose([at, within]),
    onPointerEnter: () => choose([at, within]),
  })
  return { keyDown, markOf, chosen: rows[current[0]]?.[current[1]] ?? '' }
}

function nextOf(
  key: string,
  [row, place]: readonly [number, number],
  rows: readonly (readonly string[])[],
): readonly [number, number] | null {
  const count = rows[row]?.length ?? 0
  switch (key) {
    case 'ArrowRight':
      return [row, Math.min(count - 1, place + 1)]
    case 'ArrowLeft':
      return [row, Math.max(0, place - 1)]
    case 'Home':
      return [row, 0]
    case 'End':
      return [row, count - 1]
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = key === 'ArrowDown' ? 1 : -1
      for (let at = row + step; at >= 0 && at < rows.length; at += step) {
        const length = rows[at]?.length ?? 0
        // About as far along: rows have different numbers of marks.
        if (length > 0) return [at, Math.min(length - 1, Math.round((place * length) / Math.max(1, count)))]
      }
      return [row, place]
    }
    default:
      return null
  }
}
