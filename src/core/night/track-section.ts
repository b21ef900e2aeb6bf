// What one person owes tonight: the part of a view that is theirs alone.

import type { PersonId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { Plan } from './night.ts'

export type TrackObligation = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly track: string
  readonly item: string
  readonly at: PlanPoint
  readonly seconds: number
  readonly placeIn: string | null
  readonly placeOut: string | null
  readonly with: readonly string[]
  readonly carries: readonly string[]
  readonly costume: string | null
  readonly safety: boolean
}
export type TrackSection = {
  readonly callName: string
  readonly tracks: readonly string[]
  readonly obligations: readonly TrackObligation[]
}

export function trackSection(plan: Plan, person: PersonId): TrackSection | null {
  const { show } = plan
  const known = show.people.find((one) => one.id === person)
  if (!known) return null
  const tracks = show.tracks.filter((track) => track.owner === person)
  const mine = new Set(tracks.map((track) => track.id))
  return {
    callName: known.callName,
    tracks: tracks.map((track) => track.title),
    obligations: show.obligations
      .filter((obligation) => mine.has(obligation.track))
      .flatMap((obligation) => trackObligation(plan, obligation))
      .sort((a, b) => a.at.act - b.at.act || a.at.seconds - b.at.seconds),
  }
}

function trackObligation(plan: Plan, obligation: Plan['show']['obligations'][number]): TrackObligation[] {
  const { show, timeline } = plan
  const item = timeline.items.find((one) => one.id === obligation.anchor.item)
  // Cut from this edition: nothing is owed.
  if (!item) return []
  const place = (id: string | undefined) => show.venue.places.find((one) => one.id === id)?.code ?? null
  return [
    {
      id: obligation.id,
      title: obligation.title,
      kind: obligation.kind,
      track: show.tracks.find((track) => track.id === obligation.track)?.code ?? '',
      item: item.code === '' ? item.title : `${item.code} ${item.title}`,
      at: { act: item.act, seconds: item.starts.seconds + obligation.anchor.seconds },
      seconds: obligation.seconds,
      placeIn: place(obligation.placeIn),
      placeOut: place(obligation.placeOut),
      with: (obligation.partners ?? []).flatMap((partner) => callNameOf(plan, partner)),
      carries: (obligation.props ?? []).flatMap(
        (prop) => show.props.find((one) => one.id === prop)?.name ?? [],
      ),
      costume: show.costumes.find((one) => one.id === obligation.costume)?.name ?? null,
      safety: obligation.safety === true,
    },
  ]
}

function callNameOf({ show }: Plan, track: string): string[] {
  const owner = show.tracks.find((one) => one.id === track)?.owner
  const person = show.people.find((one) => one.id === owner)
  return person ? [person.callName] : []
}
