// The number of a copy that leaves the house, which the record keeps with who took it; and the words that stand in the copy.

import { randomUUID } from 'node:crypto'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { copyWords, type ExportKind } from '../../core/installation/exports.ts'
import { dayInWords, dayOf } from '../../core/kit/day.ts'
import { type Instant, instant } from '../../core/kit/time.ts'
import { clockIn } from '../../core/paperwork/sheets/sheet.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import type { Stage } from './stage.ts'
import { whoIs } from './who-is.ts'

export type NumberedCopy = { readonly number: number; readonly words: string }

/** Null where the record cannot be written: nothing is kept back for that, and it is said loudly elsewhere. */
export async function numberCopy(
  stage: Stage,
  by: Viewer,
  { what, now }: { readonly what: ExportKind; readonly now: Instant },
): Promise<NumberedCopy | null> {
  const answer = await stage.installation.submit({
    ...{ id: `export:${randomUUID()}`, by, madeAt: instant(0) },
    command: { name: 'export.take', what },
  })
  const number = answer.ok ? stage.installation.state().exports?.at(-1)?.number : undefined
  if (number === undefined) return null
  return {
    number,
    words: copyWords({ number, by: whoIs(stage, by) ?? 'a device', at: momentIn(stage, now) }),
  }
}

function momentIn(stage: Stage, now: Instant): string {
  const { timeZone, country } = stage.night()?.plan.show ?? { timeZone: 'UTC', country: 'GB' }
  const { monthFirst } = countryPack(country)
  return `${dayInWords(dayOf(now, timeZone), monthFirst)}, ${clockIn(country)(now, timeZone)}`
}
