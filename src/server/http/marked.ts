// What leaves the house in a file has a number, and the record says who took it: by its name it is known which copy it is.

import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { copyWords, type ExportKind, exportKinds, markedName } from '../../core/installation/exports.ts'
import { dayInWords, dayOf } from '../../core/kit/day.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { clockIn } from '../../core/paperwork/sheets/sheet.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { Clock } from '../clock/clock.ts'
import type { Stage } from '../hub/stage.ts'
import { whoIs } from '../hub/who-is.ts'
import type { TakeCopy } from './backup.ts'

type ToKeep = {
  readonly file: string | Buffer
  readonly name: string
  readonly type: string
  readonly signed?: (words: string) => string | Buffer
}

/** Pictures of the book and the like are part of a page, and no copy. */
export async function marked(
  { stage, clock }: { readonly stage: Stage; readonly clock: Pick<Clock, 'now'> },
  viewer: Viewer,
  path: string,
  answer: ToKeep,
): Promise<ToKeep> {
  const what = exportKinds.find((kind) => path === `/api/office/${kind}`)
  if (what === undefined) return answer
  const number = await taken(stage, viewer, what)
  if (number === null) return answer
  const by = whoIs(stage, viewer) ?? 'a device'
  const file = answer.signed?.(copyWords({ number, by, at: momentIn(stage, clock.now()) })) ?? answer.file
  return { ...answer, file, name: markedName(answer.name, number) }
}

function momentIn(stage: Stage, now: Instant): string {
  const { timeZone, country } = stage.night()?.plan.show ?? { timeZone: 'UTC', country: 'GB' }
  const { monthFirst } = countryPack(country)
  return `${dayInWords(dayOf(now, timeZone), monthFirst)}, ${clockIn(country)(now, timeZone)}`
}

export const takesCopy =
  (stage: Stage, viewer: Viewer, take: TakeCopy): TakeCopy =>
  async () => {
    const number = await taken(stage, viewer, 'whole-record')
    const copy = await take()
    return number === null ? copy : { ...copy, name: markedName(copy.name, number) }
  }

/** Null where the record cannot be written: nothing is kept back for that, and it is said loudly elsewhere. */
async function taken(stage: Stage, by: Viewer, what: ExportKind): Promise<number | null> {
  const command = { name: 'export.take', what } as const
  const answer = await stage.installation.submit({
    id: `export:${randomUUID()}`,
    by,
    madeAt: instant(0),
    command,
  })
  return answer.ok ? (stage.installation.state().exports?.at(-1)?.number ?? null) : null
}
