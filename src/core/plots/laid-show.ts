// A show laid out as it is usually played, on one clock of seconds from the first item on, intervals in it.

import { must } from '../kit/assert.ts'
import { orderedShow } from '../reorder/in-force.ts'
import { Laid } from '../reorder/laid.ts'
import type { ItemKind, Obligation, ObligationKind, Show } from '../show/show.ts'

/** An item as a band over the whole height of a plot. `from` and `to`: seconds. */
export type Band = {
  readonly code: string
  readonly title: string
  readonly kind: ItemKind
  readonly act: number
  readonly from: number
  readonly to: number
}

export type LaidShow = {
  readonly show: Show
  readonly laid: Laid
  readonly bands: readonly Band[]
}

/** Null where there is no running order: nothing has a time then. */
export function laidShow(show: Show): LaidShow | null {
  const edition = show.editions[0]
  if (!edition || edition.items.length === 0) return null
  const base = { show, edition: edition.id }
  const ordered = orderedShow(base, [])
  const laid = new Laid(must(ordered.ok ? ordered.value : null, 'nothing is changed'), base)
  const items = new Map(show.items.map((item) => [item.id, item]))
  const bands = laid.items.flatMap(({ id, start, end }): Band[] => {
    const item = items.get(id)
    if (!item) return []
    const { code, title, kind, act } = item
    return [{ code, title, kind, act, from: start, to: end }]
  })
  return { show, laid, bands }
}

const ofTheStage: ReadonlySet<ObligationKind> = new Set([
  ...(['appear', 'line', 'specialty', 'lift', 'fly', 'lead vocal'] as const),
  ...(['vocal part', 'carry', 'hand-off'] as const),
])

/** Seen by the house, as far as its kind says: what crew does in a blackout is work, not presence. */
export const isOnStage = ({ kind }: Pick<Obligation, 'kind'>): boolean => ofTheStage.has(kind)
