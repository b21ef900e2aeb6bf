// Letting phones in, as a button: what `ghostlight serve --lan` does, for whoever has never seen a terminal.

import { may } from '../../core/disclosure/policy.ts'
import type { Stage } from '../hub/stage.ts'
import { type Deeds, type OfficeAnswer, refuse, said } from './deeds.ts'

/** Nothing is said with it. */
const ASKED_BYTES_MAX = 1_000

/** `letIn`: closes the house and opens it again for other machines too; null where nobody does that. */
export const letInDeeds = (stage: Stage, letIn: (() => void) | null): Deeds =>
  new Map([
    [
      '/api/office/let-in',
      {
        method: 'POST',
        takes: 'json',
        bytesMax: ASKED_BYTES_MAX,
        run: ({ viewer }) =>
          may(viewer, 'copy the record')
            ? opened(stage, letIn)
            : { ...refuse('not-yours', 'A stage manager lets phones in.'), status: 403 },
      },
    ],
  ])

/** Every screen is without the house for a moment: never while an act is up. */
function opened(stage: Stage, letIn: (() => void) | null): OfficeAnswer {
  if (letIn === null)
    return refuse('not-here', 'This Ghostlight cannot open itself anew: close it, and start it with --lan.')
  const acts = stage.night()?.owner.state().calling.acts ?? []
  if (acts.some(({ downAt }) => downAt === null))
    return refuse('act-up', 'The act is up. Let phones in when it is down: every screen closes for a moment.')
  letIn()
  return said({ opening: true })
}
