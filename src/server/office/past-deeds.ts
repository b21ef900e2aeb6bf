// What of the record is past its time, said to whoever answers for people’s data here: a run is proposed, and a person does it.

import { may } from '../../core/disclosure/policy.ts'
import type { Instant } from '../../core/kit/time.ts'
import { type KeptKind, retentionClocks } from '../../core/retention/clocks.ts'
import type { PastTold } from '../../wire/office.ts'
import type { Stage } from '../hub/stage.ts'
import { type Deeds, type OfficeAnswer, said } from './deeds.ts'
import { whileDown } from './while-down.ts'

/** The whole record is looked through for it: no oftener, however many screens ask. */
export const PAST_MS = 60 * 60_000

export type Past = (
  now: Instant,
) => Promise<readonly { readonly kind: KeptKind; readonly entries: number; readonly since: Instant }[]>

export function pastDeeds(stage: Stage, past: Past): Deeds {
  let known: { readonly at: number; readonly told: PastTold } | null = null
  const look = async (now: Instant): Promise<OfficeAnswer> => {
    if (known === null || now - known.at >= PAST_MS || now < known.at) {
      const due = (await past(now)).map(({ kind, ...rest }) => {
        const { title, ending } = retentionClocks[kind]
        return { title, ending, ...rest }
      })
      known = { at: now, told: { due } }
    }
    return said(known.told)
  }
  return new Map([
    [
      '/api/office/past',
      {
        method: 'GET',
        takes: 'json',
        bytesMax: 0,
        may: (viewer) => may(viewer, 'look at what is past its time'),
        whose: 'Stage management and the company manager look at this.',
        run: ({ now }) => whileDown(stage, () => look(now)),
      },
    ],
  ])
}
