// The bars the band may go round in, and whether it does: for the desk, the wings and whoever conducts.

import type { CallingState } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { Plan } from './night.ts'

export type VampLine = {
  readonly id: string
  readonly index: number
  readonly kind: 'vamp' | 'safety'
  readonly bar: string | null
  readonly item: number
  readonly at: PlanPoint
  readonly seconds: number
  readonly secondsMax: number
  readonly out: string
}
export type VampsSection = { readonly vamps: readonly VampLine[] }
/** Which of them the band is in, and since when. */
export type VampSection = { readonly now: { readonly vamp: number; readonly at: Instant } | null }

export function vampsSection({ timeline }: Plan): VampsSection {
  return {
    vamps: timeline.vamps.map(({ id, index, kind, anchor, at, seconds, secondsMax, out }) => ({
      ...{ id, index, kind, at, seconds, secondsMax, out },
      bar: anchor.bar ?? null,
      item: timeline.items.find((item) => item.id === anchor.item)?.index ?? 0,
    })),
  }
}

export const vampSection = ({ vamp }: CallingState): VampSection => ({ now: vamp })
