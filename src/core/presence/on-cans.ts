// Who listens on the headset, or stands beside somebody who does: whom a wing asks by voice.

import type { EngagementKind } from '../show/show.ts'

const kinds: readonly (EngagementKind | null)[] = ['stage management', 'dresser', 'crew', 'operator']

export const isOnCans = (kind: EngagementKind | null): boolean => kinds.includes(kind)
