// Letting phones in, as a button: what `ghostlight serve --lan` does, for whoever has never seen a terminal.

import { z } from 'zod'
import { may } from '../../core/disclosure/policy.ts'
import type { Stage } from '../hub/stage.ts'
import { taking } from './asked.ts'
import { type Deed, type Deeds, type OfficeAnswer, refuse, said } from './deeds.ts'

/** `letIn`: closes the house and opens it again for other machines too; null where nobody does that. */
export const letInDeeds = (stage: Stage, letIn: (() => void) | null): Deeds =>
  new Map<string, Deed>([
    [
      '/api/office/let-in',
      taking(z.strictObject({}), ({ viewer }) =>
        may(viewer, 'copy the record')
          ? opened(stage, letIn)
          : { ...refuse('not-yours', 'A stage manager lets phones in.'), status: 403 },
      ),
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
