// Tonight's sheets, made one at a time: a GO that comes meanwhile is not kept waiting.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Instant } from '../../core/kit/time.ts'
import { sheetIdsFor, sheetsFor } from '../../core/night/sheets.ts'
import type { ReadySheet } from '../../core/paperwork/sheets/sheet.ts'
import type { EarlierNight } from '../hub/earlier.ts'

export type Slicing = {
  readonly viewer: Viewer
  /** Null for all. */
  readonly asked: readonly string[] | null
  readonly now: Instant
}

/** All of the same moment. `pause`: lets through what came meanwhile. */
export async function sheetsInSlices(
  { plan, state }: EarlierNight,
  { viewer, asked, now }: Slicing,
  pause: () => Promise<void>,
): Promise<readonly ReadySheet[]> {
  const sheets: ReadySheet[] = []
  for (const id of sheetIdsFor(plan, state, viewer, asked)) {
    sheets.push(...sheetsFor(plan, state, viewer, { asked: [id], now }))
    await pause()
  }
  return sheets
}
