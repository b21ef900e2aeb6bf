// To whom it is shown for which cue they are to say clear: to the person whose track it is, and nobody else.

import type { Viewer } from '../disclosure/policy.ts'
import { clearingSection } from './clearing-section.ts'
import type { Audience } from './view.ts'

/** One's own word, which their track owes: whatever else they are, and of no other track. */
export function clearingAudience({ person }: Viewer): Audience[] {
  if (person === null) return []
  return [
    {
      ...{ section: 'clearing' as const, key: `clearing:${person}`, fixed: false },
      compute: (plan, state) => clearingSection(plan, state, person),
      from: ({ calling }) => [calling],
    },
  ]
}
