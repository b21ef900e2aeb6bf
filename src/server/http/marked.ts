// What leaves the house in a file has a number, and the record says who took it: by its name, and in it, it is known which copy it is.

import type { Viewer } from '../../core/disclosure/policy.ts'
import { exportKinds, markedName } from '../../core/installation/exports.ts'
import type { Clock } from '../clock/clock.ts'
import { numberCopy } from '../hub/copy-number.ts'
import type { Stage } from '../hub/stage.ts'
import type { TakeCopy } from './backup.ts'

type House = { readonly stage: Stage; readonly clock: Pick<Clock, 'now'> }

type ToKeep = {
  readonly file: string | Buffer
  readonly name: string
  readonly type: string
  readonly signed?: (words: string) => string | Buffer
}

/** Pictures of the book and the like are part of a page, and no copy. */
export async function marked(
  { stage, clock }: House,
  viewer: Viewer,
  path: string,
  answer: ToKeep,
): Promise<ToKeep> {
  const what = exportKinds.find((kind) => path === `/api/office/${kind}`)
  if (what === undefined) return answer
  const copy = await numberCopy(stage, viewer, { what, now: clock.now() })
  if (copy === null) return answer
  const file = answer.signed?.(copy.words) ?? answer.file
  return { ...answer, file, name: markedName(answer.name, copy.number) }
}

/** Of the whole record: numbered before it is made, so that the number stands in it too. */
export const takesCopy =
  ({ stage, clock }: House, viewer: Viewer, take: TakeCopy): TakeCopy =>
  async () => {
    const copy = await numberCopy(stage, viewer, { what: 'whole-record', now: clock.now() })
    const taken = await take(copy?.words ?? null)
    return copy === null ? taken : { ...taken, name: markedName(taken.name, copy.number) }
  }
