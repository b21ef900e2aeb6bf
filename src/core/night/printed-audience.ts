// Whose screens say what was printed tonight, and what of it would be printed otherwise now.

import { sees, type Viewer } from '../disclosure/policy.ts'
import { printedSection, printsTheSet } from './sheets.ts'
import type { Audience } from './view.ts'

/** Computed from the book. Whose track is other is listed for those who plan; the wing prints the set without. */
export function printed(viewer: Viewer): Audience[] {
  if (!printsTheSet(viewer)) return []
  const plans = sees(viewer, 'plans') === 'all'
  const compute: Audience['compute'] = (plan, state) => printedSection(plan, state, plans)
  return [{ section: 'printed', key: plans ? 'printed' : 'printed:plain', fixed: false, compute }]
}
