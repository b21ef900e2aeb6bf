// Whose screens show another order while it is drafted.

import { sees, type Viewer } from '../disclosure/policy.ts'
import { orderDraftSection } from './order-draft-section.ts'
import type { Audience } from './view.ts'

/** Another order while it is drafted: worked out when it is drafted, and again as items begin. */
export function orderDraft(viewer: Viewer): Audience[] {
  if (sees(viewer, 'order drafted') !== 'all') return []
  const from: Audience['from'] = ({ order, covering, absence, presence, calling, learned }) => [
    ...[
      order,
      covering.versions,
      absence,
      presence.concerns,
      learned,
      calling.opened,
      calling.acts,
      calling.itemStarts,
    ],
  ]
  const cues = sees(viewer, 'cues') === 'all'
  const compute: Audience['compute'] = (plan, state, now) => orderDraftSection(plan, state, now, cues)
  const key = cues ? 'orderDraft:cues' : 'orderDraft'
  return [{ section: 'orderDraft', key, fixed: false, compute, from }]
}
