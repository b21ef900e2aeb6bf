// Seconds of the show as widths of a drawing, for the whole of it or one act.

import { formatLength, seconds } from '../../core/kit/time.ts'
import type { PlotsTold } from '../../wire/plots.ts'

export type Band = PlotsTold['bands'][number]

/** Where the rows' names end. */
export const LEFT = 184
/** As wide as a page; a long show is wider, so that a minute can still be seen. */
const WIDTH_LEAST = 1_200
const PER_SECOND_LEAST = 0.12

export type Scale = {
  readonly bands: readonly Band[]
  readonly from: number
  readonly to: number
  readonly width: number
  readonly x: (at: number) => number
}

export function scaleOf(all: readonly Band[], act: number | null): Scale {
  const bands = all.filter((band) => act === null || (band.act === act && band.kind !== 'interval'))
  const from = bands[0]?.from ?? 0
  const to = Math.max(from + 1, bands.at(-1)?.to ?? from + 1)
  const per = Math.max(PER_SECOND_LEAST, WIDTH_LEAST / (to - from))
  const x = (at: number) => LEFT + (Math.min(to, Math.max(from, at)) - from) * per
  return { bands, from, to, width: LEFT + (to - from) * per + 20, x }
}

export const isIn = ({ from, to }: Scale, one: { readonly from: number; readonly to: number }): boolean =>
  one.from < to && one.to >= from

/** "1:12:40" into the show, with the item it is in. */
export function atWords(bands: readonly Band[], at: number): string {
  const band = bands.findLast(({ from }) => from <= at)
  const name = band ? `${band.code} ${band.title}`.trim() : ''
  return `${name} ${lengthWords(at - (band?.from ?? 0))}`
}

export const lengthWords = (count: number): string => formatLength(seconds(Math.round(count)))

export const bandName = ({ code, title }: Band): string => (code === '' ? title : code)

/** As much as stands beside a drawing. */
const LETTERS_MAX = 26
export const shorter = (name: string): string =>
  name.length > LETTERS_MAX ? `${name.slice(0, LETTERS_MAX - 1)}…` : name
