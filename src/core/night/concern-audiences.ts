// Who is given what of a concern: what was asked of them, what is asked at their side, or all of it.

import { sees, type Viewer } from '../disclosure/policy.ts'
import { asksSection } from './asks-section.ts'
import { concernsSection } from './concerns-section.ts'
import type { Audience } from './view.ts'

export const askAudiences = (viewer: Viewer): Audience[] => [...asks(viewer), ...concerns(viewer)]

/** A person's own device has theirs; a screen that stands at a side, that side's; no other screen any. */
function asks(viewer: Viewer): Audience[] {
  const { person, place } = viewer
  const scope = sees(viewer, 'asks')
  if (scope === null || (person === null && (scope !== 'side' || place === null))) return []
  const key = person === null ? `asks:at:${place}` : `asks:${person}`
  const compute: Audience['compute'] = (plan, state) => asksSection(plan, state, viewer)
  return [{ section: 'asks', key, fixed: false, compute, from: ({ presence }) => [presence] }]
}

function concerns(viewer: Viewer): Audience[] {
  const scope = sees(viewer, 'concerns')
  if (scope === null) return []
  const part = scope !== 'all'
  const compute: Audience['compute'] = (plan, state) => concernsSection(plan, state, part)
  // What mode a night without a choice is in hangs on its number.
  const from: Audience['from'] = ({ presence, calling }) => [presence, calling.opened]
  return [{ section: 'concerns', key: `concerns:${scope}`, fixed: false, compute, from }]
}
