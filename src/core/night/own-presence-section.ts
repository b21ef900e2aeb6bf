// What somebody said of themself, and whom they may ask to come: for their own phone alone.

import { openOn } from '../presence/concern.ts'
import { lookUpsOf } from '../presence/look-up.ts'
import type { PersonId } from '../show/show.ts'
import type { NightState, Plan } from './night.ts'
import { plannedDues } from './planned-dues.ts'
import type { OwnPresenceSection } from './presence-sections.ts'
import { Names } from './seen.ts'

export function ownPresenceSection(plan: Plan, state: NightState, person: PersonId): OwnPresenceSection {
  const said = state.presence.sightings.own.find((one) => one.person === person)
  const concern = openOn(state.presence.concerns, person)
  const coming = concern?.looking?.person ?? null
  return {
    said: said ? { word: said.word, at: said.saidAt } : null,
    coming: coming === null ? null : new Names(plan.show).callName(coming),
    // Until somebody has said who is with them: then it is over, and could be said again.
    steppedOut: concern?.held?.as === 'cannot go on',
    lookedUp: lookUpsOf(state.presence, person).map((one) => ({
      by: one.by === null ? null : new Names(plan.show).callName(one.by),
      ...{ as: one.as, at: one.at, onMap: one.person === null },
    })),
    canGoOnFrom: itemsOf(plan, person, state.calling.reached?.item ?? 0),
    people: whoMayCome(plan, person),
  }
}

/** What they still have to do, by item: the first of it that they cannot go on for is one of these. */
function itemsOf(
  { show, timeline }: Plan,
  person: PersonId,
  reached: number,
): OwnPresenceSection['canGoOnFrom'] {
  const own = new Set(show.tracks.filter(({ owner }) => owner === person).map(({ id }) => id))
  const items = new Set(
    show.obligations.filter(({ track }) => own.has(track)).map(({ anchor }) => anchor.item),
  )
  return timeline.items
    .filter(({ id, index }) => index >= reached && items.has(id))
    .map(({ id, title }) => ({ item: id, title }))
}

/** Stage management, who looks after them, and whoever they work with anyway: nobody whose name they do not know. */
function whoMayCome(plan: Plan, person: PersonId): OwnPresenceSection['people'] {
  const { show } = plan
  const names = new Names(show)
  const chaperone = show.people.find(({ id }) => id === person)?.chaperone
  const management = show.engagements
    .filter(({ kind }) => kind === 'stage management')
    .map((one) => one.person)
  const partners = plannedDues(plan)
    .filter((due) => due.person === person)
    .flatMap((due) => due.with)
  const all = new Set([...management, ...(chaperone ? [chaperone] : []), ...partners])
  // A child is never sent to anybody.
  const children = new Set(show.people.filter(({ minor }) => minor === true).map(({ id }) => id))
  return [...all]
    .filter((one) => one !== person && !children.has(one))
    .map((one) => ({ person: one, name: names.callName(one) ?? '' }))
}
