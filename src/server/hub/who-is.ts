// What somebody is called where they took a copy or printed: by their name, else their device by its own.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Instant } from '../../core/kit/time.ts'
import type { WhoPrints } from '../../wire/who-prints.ts'
import type { Stage } from './stage.ts'

/** Null where neither is here any more. */
export const whoIs = (
  stage: Pick<Stage, 'night' | 'installation'>,
  by: Pick<Viewer, 'person' | 'device'>,
): string | null =>
  stage.night()?.plan.show.people.find(({ id }) => id === by.person)?.name ??
  stage.installation.state().devices.find(({ id }) => id === by.device)?.name ??
  null

/** What stands on whatever this device prints: its own name, and the building. */
export function whoPrints(stage: Parameters<typeof whoIs>[0], viewer: Viewer, now: Instant): WhoPrints {
  const show = stage.night()?.plan.show
  return {
    by: whoIs(stage, viewer),
    house: show?.venue.name ?? null,
    at: now,
    timeZone: show?.timeZone ?? 'UTC',
  }
}
