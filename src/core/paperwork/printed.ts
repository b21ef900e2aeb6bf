// What was printed tonight: which sheets, when, on whose press, and by which marks an old copy is known.

import { may, type Viewer } from '../disclosure/policy.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import type { Instant } from '../kit/time.ts'

/** A sheet, and the mark of what stood on it. */
type PrintedSheet = { readonly sheet: string; readonly print: string }

export type PrintedEvent = {
  readonly type: 'sheets.printed'
  readonly v: 1
  readonly body: { readonly sheets: readonly PrintedSheet[] }
  readonly detail?: undefined
}

/** From the server, once the sheets are made: what a device says it printed is not asked. */
export type PrintCommand = { readonly name: 'sheets.print'; readonly sheets: readonly PrintedSheet[] }

export type Print = {
  readonly at: Instant
  /** The device that asked for it. */
  readonly by: string
  readonly sheets: readonly PrintedSheet[]
}

/** More in one night is a jammed printer; sheets are still made then, and not written down. */
export const PRINTS_MAX = 200

export function decidePrint(
  prints: readonly Print[],
  { sheets }: PrintCommand,
  by: Viewer,
): Result<readonly PrintedEvent[]> {
  if (!may(by, 'print the set')) return refused('not-yours', 'This device does not print tonight’s set.')
  if (prints.length >= PRINTS_MAX)
    return refused('many-prints', `The record holds ${PRINTS_MAX} printings of one night.`)
  if (sheets.length === 0) return refused('no-sheets', 'No sheet was chosen.')
  return accepted([{ type: 'sheets.printed', v: 1, body: { sheets } }])
}

export const applyPrint = (
  prints: readonly Print[],
  { body }: PrintedEvent,
  { at, by }: { readonly at: Instant; readonly by: string },
): readonly Print[] => [...prints, { at, by, sheets: body.sheets }]

/** The last time this sheet was printed, and what stood on it. */
export function lastPrint(
  prints: readonly Print[],
  sheet: string,
): { readonly at: Instant; readonly print: string } | null {
  const last = prints.findLast((one) => one.sheets.some((printed) => printed.sheet === sheet))
  const print = last?.sheets.find((printed) => printed.sheet === sheet)?.print
  return last && print !== undefined ? { at: last.at, print } : null
}

/** Counted by what stood on it: the same words printed twice are one version (PAPER-5). */
export function versionOf(prints: readonly Print[], sheet: string, print: string): number {
  const all = prints.flatMap(({ sheets }) =>
    sheets.flatMap((one) => (one.sheet === sheet ? [one.print] : [])),
  )
  const versions = [...new Set(all)]
  const known = versions.indexOf(print)
  return known === -1 ? versions.length + 1 : known + 1
}
