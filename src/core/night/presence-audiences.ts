// To whom each part of presence is shown: decided by the policy table and nothing else.

import { sees, type Viewer } from '../disclosure/policy.ts'
import type { PersonId } from '../show/show.ts'
import { type DueSectionFor, dueSection } from './due-section.ts'
import { microphonesSection } from './microphones-section.ts'
import type { NightState } from './night.ts'
import { ownPresenceSection } from './own-presence-section.ts'
import type { Audience } from './view.ts'
import { type WhereSectionFor, whereSection } from './where-section.ts'

/** Where people are: for whoever may look anybody up, for whom somebody is due to, and of oneself. */
export function presenceAudiences(viewer: Viewer): Audience[] {
  const { person } = viewer
  const timely = true as const
  return [
    ...dueTo(viewer).map((to) => ({
      section: 'due' as const,
      key: `due:${to.place ?? ''}:${to.dresser ?? ''}:${to.childPlaces}`,
      fixed: false,
      timely,
      compute: ((plan, state, now) => dueSection(plan, state, to, now)) satisfies Audience['compute'],
      from: whatMovesThem,
    })),
    ...whereFor(viewer).map((of) => ({
      section: 'where' as const,
      key: `where:${of.chaperone ?? ''}:${of.childPlaces}:${of.onlyUnfound}:${of.looksFrom ?? ''}`,
      fixed: false,
      timely,
      compute: ((plan, state, now) => whereSection(plan, state, of, now)) satisfies Audience['compute'],
      from: whatMovesThem,
    })),
    ...(person === null || sees(viewer, 'whereabouts') === null ? [] : [ownPresence(person)]),
    ...microphones(viewer),
  ]
}

/** At once: what is said of people, holds, acts, another item. A GO within an item shifts seconds, which the next step brings. */
const whatMovesThem = ({ presence, attendance, calling }: NightState): readonly unknown[] => [
  ...[presence, attendance, calling.opened, calling.closedAt, calling.acts, calling.holds],
  ...[calling.vamp, calling.expected, calling.reached?.item],
]

const ownPresence = (person: PersonId): Audience => ({
  section: 'ownPresence',
  key: `own-presence:${person}`,
  fixed: false,
  compute: (plan, state) => ownPresenceSection(plan, state, person),
  from: ({ presence, calling }) => [presence, calling.reached?.item],
})

/** A department's own; only sound's is more than nothing. */
function microphones(viewer: Viewer): Audience[] {
  const { department } = viewer
  if (department === null || sees(viewer, 'microphones') !== 'side') return []
  return [
    {
      section: 'microphones',
      key: `microphones:${department}`,
      fixed: false,
      compute: (plan, state) => microphonesSection(plan, state, department),
      from: ({ presence }) => [presence.sightings],
    },
  ]
}

/** To the side the screen stands at, to a dresser's own hands, or to nobody. */
function dueTo(viewer: Viewer): readonly DueSectionFor[] {
  const scope = sees(viewer, 'due')
  const place = scope === 'side' ? viewer.place : null
  const dresser = viewer.roles.includes('dresser') ? viewer.person : null
  const childPlaces = sees(viewer, 'child places') === 'all'
  return place === null && dresser === null ? [] : [{ place, dresser, childPlaces }]
}

/** Everybody, the children in one's care, or nobody. */
function whereFor(viewer: Viewer): readonly WhereSectionFor[] {
  const childPlaces = sees(viewer, 'child places') !== null
  const onlyUnfound = sees(viewer, 'concerns') === 'own'
  // The desk must answer at once, and while the house is not heard; a telephone elsewhere holds nothing it has not looked at.
  const looksFrom = sees(viewer, 'concerns') === 'all' ? null : viewer.device
  if (sees(viewer, 'whereabouts') === 'all') return [{ chaperone: null, childPlaces, onlyUnfound, looksFrom }]
  const { person } = viewer
  return person !== null && sees(viewer, 'wards') === 'own'
    ? [{ chaperone: person, childPlaces, onlyUnfound, looksFrom: null }]
    : []
}
