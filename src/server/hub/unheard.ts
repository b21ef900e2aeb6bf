// Which sides of the stage have screens of which nothing is heard: what the night cannot know by itself.

import type { Instant } from '../../core/kit/time.ts'
import type { Roll } from './roll.ts'
import type { Stage } from './stage.ts'

/** Devices speak once a second: this long without a word, and nobody is tapping there. */
export const UNHEARD_MS = 60_000

/**
 * A side is unheard where none of its screens was heard lately. One that this run of the server has never heard counts for
 * nothing: a tablet in a drawer is no blind side, and after a restart nobody is blind before they could come back.
 */
export function unheardSides(stage: Stage, roll: Pick<Roll, 'heardAt'>, now: Instant): readonly string[] {
  const places = stage.night()?.plan.show.venue.places ?? []
  const sides = new Map(places.map(({ id, side }) => [id, side]))
  const heard = new Map<string, Instant>()
  for (const { id, roles, place, revokedAt } of stage.installation.state().devices) {
    const side = place === null ? undefined : sides.get(place)
    const at = roll.heardAt(id)
    if (side === undefined || at === null || revokedAt !== null || !roles.includes('ASM')) continue
    if (at > (heard.get(side) ?? 0)) heard.set(side, at)
  }
  return [...heard].flatMap(([side, at]) => (now - at >= UNHEARD_MS ? [side] : []))
}
