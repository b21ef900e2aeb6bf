// Who is given what of a concern: what was asked of them, what is asked at their side, of their wards, the covers, or all of it.

import type { CallingState } from '../calling/state.ts'
import { sees, type Viewer } from '../disclosure/policy.ts'
import { askingOf } from '../presence/worth.ts'
import type { Timeline } from '../show/timeline.ts'
import { asksSection } from './asks-section.ts'
import { concernsSection } from './concerns-section.ts'
import { coversSection } from './covers-section.ts'
import { stepOf } from './seen.ts'
import type { Audience } from './view.ts'

export const askAudiences = (viewer: Viewer): Audience[] => [
  ...asks(viewer),
  ...concerns(viewer),
  ...covers(viewer),
  ...asking(viewer),
]

/** A person's own device has theirs; a screen that stands at a side, that side's; no other screen any. */
function asks(viewer: Viewer): Audience[] {
  const { person, place } = viewer
  const scope = sees(viewer, 'asks')
  if (scope === null || (person === null && (scope !== 'side' || place === null))) return []
  const key = person === null ? `asks:at:${place}` : `asks:${person}`
  // When they are due themself moves with the show and with time.
  const compute: Audience['compute'] = (plan, state, now) => asksSection(plan, state, viewer, stepOf(now))
  const from: Audience['from'] = ({ presence, calling }) => [presence, calling.holds, calling.reached?.item]
  return [{ section: 'asks', key, fixed: false, timely: true, compute, from }]
}

/** All of it, from the fourth rung on, or that of the children in one's care. */
function concerns(viewer: Viewer): Audience[] {
  const scope = sees(viewer, 'concerns')
  const { person } = viewer
  const ofWards = person !== null && sees(viewer, 'concerns of wards') === 'own'
  if (scope === null && ofWards) {
    const compute: Audience['compute'] = (plan, state) => concernsSection(plan, state, { wardsOf: person })
    const key = `concerns:wards:${person}`
    return [{ section: 'concerns', key, fixed: false, compute, from: ({ presence }) => [presence] }]
  }
  if (scope === null) return []
  const part = scope === 'all' ? 'all' : 'unfound'
  const compute: Audience['compute'] = (plan, state) => concernsSection(plan, state, part)
  // What mode a night without a choice is in hangs on its number.
  const from: Audience['from'] = ({ presence, calling }) => [presence, calling.opened]
  return [{ section: 'concerns', key: `concerns:${scope}`, fixed: false, compute, from }]
}

/** Who sees the concern has them there. */
function covers(viewer: Viewer): Audience[] {
  if (sees(viewer, 'concerns') !== null || sees(viewer, 'covers drafted') === null) return []
  const compute: Audience['compute'] = (plan, state) => coversSection(plan, state)
  return [{ section: 'covers', key: 'covers', fixed: false, compute, from: ({ presence }) => [presence] }]
}

/** What asking was worth, for who leads it, once the last act is down: nobody reads it before. */
function asking(viewer: Viewer): Audience[] {
  if (sees(viewer, 'concerns') !== 'all') return []
  const compute: Audience['compute'] = ({ timeline }, { presence, calling }) =>
    isDown(timeline, calling) ? askingOf(presence.concerns) : null
  const from: Audience['from'] = ({ presence, calling }) => [
    presence.concerns,
    calling.acts,
    calling.closedAt,
  ]
  return [{ section: 'asking', key: 'asking', fixed: false, compute, from }]
}

const isDown = ({ acts }: Timeline, { acts: run, closedAt }: CallingState): boolean =>
  closedAt !== null || (run.at(-1)?.act === acts.at(-1)?.act && run.at(-1)?.downAt != null)
