// The lines somebody on the book has just heard, by where the show is: what a line note is most likely about.

import { expectedAt } from '../../core/calling/expected.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { PositionSection, ScriptSection } from '../../core/night/sections.ts'

export type NearLine = ScriptSection['lines'][number] & { readonly index: number }

/** As many as a column holds beside the marks. */
const LINES_BEFORE = 4
const LINES_AFTER = 1

/** Spoken lines around now; the last one heard is `heard`. Before the first of its act there is none. */
export function linesNear(
  script: ScriptSection | undefined,
  position: PositionSection,
  now: Instant,
): { readonly lines: readonly NearLine[]; readonly heard: number | null } {
  const spoken = (script?.lines ?? [])
    .map((line, index) => ({ ...line, index }))
    .filter(({ kind, speaker }) => kind !== 'direction' && speaker !== null)
  const last = spoken.findLastIndex(({ at }) => expectedAt(position.running, at, now) <= now)
  const from = Math.max(0, last - LINES_BEFORE + 1)
  const lines = spoken.slice(from, Math.max(last, 0) + 1 + LINES_AFTER)
  return { lines, heard: spoken[Math.max(last, 0)]?.index ?? null }
}
