// What whoever takes command is told, on one page and from the record alone: situation, done and when, who has what, to do.

import type { Instant } from '../kit/time.ts'
import { functionsOf } from './functions.ts'
import { inOrder } from './order.ts'
import {
  type Bound,
  type DeedName,
  deedNames,
  type FunctionName,
  functionNames,
  type IncidentRecord,
  type ShowDecision,
} from './record.ts'

export type Briefing = {
  readonly place: string | null
  readonly at: Instant | null
  /** What was last decided of the show, and when. */
  readonly show: { readonly decision: ShowDecision; readonly at: Instant } | null
  /** Each of the moments that are known, by whose word. */
  readonly known: readonly { readonly bound: Bound; readonly at: Instant; readonly witness: string }[]
  /** Each once, with when it was last done. */
  readonly done: readonly { readonly deed: DeedName; readonly at: Instant; readonly times: number }[]
  readonly has: readonly { readonly name: FunctionName; readonly who: readonly string[] }[]
  /** Asked for, and nobody has it yet. */
  readonly open: readonly FunctionName[]
  /** What whoever commanded before wanted done, in their words: of the last that was passed on. */
  readonly words: string | null
}

export function briefingOf(records: readonly IncidentRecord[]): Briefing {
  const sorted = inOrder(records)
  const raised = sorted.find(({ what }) => what.kind === 'opened')?.what
  const decided = sorted.findLast(({ what }) => what.kind === 'show')
  const passed = sorted.findLast(({ what }) => what.kind === 'command-passed')?.what
  const functions = functionsOf(sorted)
  return {
    place: raised?.kind === 'opened' ? raised.place : null,
    at: sorted[0]?.happened.from ?? null,
    show:
      decided?.what.kind === 'show' ? { decision: decided.what.decision, at: decided.happened.from } : null,
    known: sorted.flatMap(({ what, happened }) =>
      what.kind === 'known' ? [{ bound: what.bound, at: happened.from, witness: what.witness }] : [],
    ),
    done: deedNames.flatMap((deed) => {
      const all = sorted.filter(({ what }) => what.kind === 'done' && what.deed === deed)
      const last = all.at(-1)
      return last ? [{ deed, at: last.happened.from, times: all.length }] : []
    }),
    has: functions
      .filter(({ holders }) => holders.length > 0)
      .map(({ name, holders }) => ({ name, who: holders.map(({ who }) => who) })),
    open: functionNames.filter((name) =>
      functions.some((one) => one.name === name && one.holders.length === 0 && !one.isDone),
    ),
    words: passed?.kind === 'command-passed' ? passed.text : null,
  }
}
