// What one person owes tonight, and what the children owe whom they look after: parts of a view that are theirs alone.

import type { PersonId } from '../show/show.ts'
import type { Plan } from './night.ts'
import { inPlanOrder, type OwedLine, owedBy, presetLines } from './owed-lines.ts'

export type TrackSection = {
  readonly callName: string
  readonly tracks: readonly string[]
  readonly obligations: readonly OwedLine[]
}

/** The children in this person's care, each with what they owe. */
export type WardsSection = { readonly wards: readonly TrackSection[] }

export function trackSection(plan: Plan, person: PersonId): TrackSection | null {
  const owed = owedSection(plan, person)
  if (!owed) return null
  const departments = new Set(
    plan.show.engagements.flatMap((one) => (one.person === person ? (one.department ?? []) : [])),
  )
  const presets = presetLines(
    plan,
    ({ department }) => department !== undefined && departments.has(department),
  )
  return { ...owed, obligations: [...presets, ...owed.obligations].sort(inPlanOrder) }
}

export function wardsSection(plan: Plan, chaperone: PersonId): WardsSection {
  const wards = plan.show.people.filter((one) => one.chaperone === chaperone)
  return { wards: wards.flatMap((ward) => owedSection(plan, ward.id) ?? []) }
}

function owedSection(plan: Plan, person: PersonId): TrackSection | null {
  const { show } = plan
  const known = show.people.find((one) => one.id === person)
  if (!known) return null
  const tracks = show.tracks.filter((track) => track.owner === person)
  return {
    callName: known.callName,
    tracks: tracks.map((track) => track.title),
    obligations: owedBy(plan, new Set(tracks.map((track) => track.id))),
  }
}
