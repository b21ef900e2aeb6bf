// Ids of people who are added on the screen: drawn, so that nobody ever becomes somebody who left.

import { randomBytes } from 'node:crypto'
import { withOwnIds } from '../../core/editing/people.ts'
import type { Show } from '../../core/show/show.ts'

const ID_BYTES = 8

/** `before`: whoever keeps the id they have; null where there is nobody yet. */
export const ownIds = (before: Show | null, after: Show): Show =>
  withOwnIds(before ?? { people: [] }, after, () => randomBytes(ID_BYTES).toString('hex'))
