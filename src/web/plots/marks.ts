// Going through the marks of a drawing: by arrow keys, by a finger near one, by the pointer over one.

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

/** A finger this far from a mark means it still. */
const NEAR_PX = 48

export type Walked = {
  readonly keyDown: (event: KeyboardEvent) => void
  readonly pointerDown: (event: PointerEvent) => void
  readonly chosen: string
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
  const pointerDown = ({ clientX, clientY }: PointerEvent) => {
    const near = nearest(marks.current, clientX, clientY)
    if (near === null) return
    const [at = first, within = 0] = near.split(',').map(Number)
    choose([at, within])
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
  const chosen = rows[current[0]]?.[current[1]] ?? ''
  return { walked: { keyDown, pointerDown, chosen } satisfies Walked, markOf }
}

function nearest(marks: ReadonlyMap<string, SVGGElement>, x: number, y: number): string | null {
  let best: { readonly key: string; readonly far: number } | null = null
  for (const [key, mark] of marks) {
    const { left, right, top, bottom } = mark.getBoundingClientRect()
    const far = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
    if (far <= NEAR_PX && (best === null || far < best.far)) best = { key, far }
  }
  return best?.key ?? null
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
