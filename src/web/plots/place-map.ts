// Where each place is drawn: by the side it is on, seen from the house, one under the other.

import type { PlotsTold } from '../../wire/plots.ts'

type Place = PlotsTold['places'][number]

/** As on a ground plan seen from the house: stage right is on the left. */
const parts = ['outside', 'above', 'right', 'centre', 'left', 'below', 'front', 'elsewhere'] as const
type Part = (typeof parts)[number]

export type Spot = { readonly x: number; readonly y: number }
export type PartBox = Spot & { readonly part: Part; readonly width: number; readonly height: number }

const WIDTH = 1_200
const [ACROSS, DOWN] = [92, 46]
const HEAD = 30
const SIDES: readonly Part[] = ['right', 'centre', 'left']
const GAP = 14

export function laidPlaces(places: readonly Place[]): {
  readonly parts: readonly PartBox[]
  readonly spots: ReadonlyMap<string, Spot>
  readonly size: { readonly width: number; readonly height: number }
} {
  const of = new Map<Part, Place[]>(parts.map((part) => [part, []]))
  for (const place of places) of.get(place.side)?.push(place)
  const boxes: PartBox[] = []
  const spots = new Map<string, Spot>()
  let y = 0
  const put = (part: Part, x: number, width: number): number => {
    const own = of.get(part) ?? []
    const columns = Math.max(1, Math.floor((width - 16) / ACROSS))
    const height = HEAD + Math.max(1, Math.ceil(own.length / columns)) * DOWN
    boxes.push({ part, x, y, width, height })
    for (const [index, { code }] of own.entries()) {
      const [column, row] = [index % columns, Math.floor(index / columns)]
      // Every other row a little aside, so that ways along a column can be told apart.
      const aside = row % 2 === 1 ? ACROSS / 4 : 0
      spots.set(code, { x: x + 50 + column * ACROSS + aside, y: y + HEAD + 16 + row * DOWN })
    }
    return height
  }
  const sides = SIDES.filter((part) => (of.get(part)?.length ?? 0) > 0)
  for (const part of parts) {
    if (SIDES.includes(part)) {
      if (part !== sides[0]) continue
      const width = (WIDTH - GAP * (sides.length - 1)) / sides.length
      const from = boxes.length
      const height = Math.max(...sides.map((side, index) => put(side, index * (width + GAP), width)))
      for (let at = from; at < boxes.length; at += 1) {
        const box = boxes[at]
        if (box) boxes[at] = { ...box, height }
      }
      y += height + GAP
    } else if ((of.get(part)?.length ?? 0) > 0) y += put(part, 0, WIDTH) + GAP
  }
  return { parts: boxes, spots, size: { width: WIDTH, height: Math.max(1, y) } }
}
