// Which show a page of the house is about, whether a night is open or not.

import type { Show } from '../../core/show/show.ts'
import type { Stage } from '../hub/stage.ts'

/**
 * Tonight’s, or the one that is published where no night is open: somebody who is down waits for neither. Null where there
 * is none, or none that can be read: what does not hang on it is done all the same.
 */
export const showOf = async (stage: Stage): Promise<Show | null> =>
  stage.night()?.plan.show ?? (await stage.published().catch(() => null))
