// First aid as the councils published it, by council and date. Data: another year is another pack, and no line of code.

import type { Country } from '../show/show.ts'

export type Guidance = {
  readonly council: string
  /** As 2025-10-27. */
  readonly dated: string
  readonly rate: { readonly from: number; readonly to: number }
  /** Null where the pack names no ratio: then it is compressions only. */
  readonly ratio: { readonly compressions: number; readonly breaths: number } | null
  /** For a child, where two who are trained take turns; null where the pack names none. */
  readonly childRatio: { readonly compressions: number; readonly breaths: number } | null
  readonly depthCm: { readonly from: number; readonly to: number }
}

/** 15:2 for two who are trained: RCUK paediatric basic life support, AHA paediatric basic life support, both 2025. */
const adult = {
  childRatio: { compressions: 15, breaths: 2 },
  rate: { from: 100, to: 120 },
  ratio: { compressions: 30, breaths: 2 },
  depthCm: { from: 5, to: 6 },
}

const packs: Readonly<Record<Country, Guidance>> = {
  GB: { council: 'Resuscitation Council UK', dated: '2025-10-27', ...adult },
  US: { council: 'American Heart Association', dated: '2025-10-22', ...adult },
}

export const guidanceFor = (country: Country): Guidance => packs[country]

/** How long the beat rests for two breaths: a setting of ours, for no council gives one. */
export const BREATHS_MS = 5_000
