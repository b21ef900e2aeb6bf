// The house in the report: open, the count, clearances, bells, latecomers, and what the act waited for.

import type { CallingState } from '../calling/state.ts'
import type { HouseState } from '../house/house.ts'
import type { Instant } from '../kit/time.ts'
import { houseCalls } from '../show/call-tables.ts'

type At = { readonly at: Instant }

export type ReportHouse = {
  readonly openedAt: Instant | null
  /** As it was said last. */
  readonly audience: ({ readonly count: number } & At) | null
  readonly clearances: readonly ({ readonly act: number } & At)[]
  readonly back: readonly ({ readonly act: number } & At)[]
  readonly bells: readonly ({ readonly words: string; readonly act: number } & At)[]
  readonly latecomers: {
    readonly letIn: readonly ({ readonly count: number } & At)[]
    /** Never let in, as far as was said. */
    readonly stillWaiting: number
  }
  /** Asked of the desk that an act wait, and what it said. */
  readonly holds: readonly ({
    readonly act: number
    readonly minutes: number
    readonly why: string | null
    readonly agreed: boolean | null
  } & At)[]
}

/** Null where nothing was said of the house that night. */
export function reportHouse(house: HouseState, { opened, houseClear }: CallingState): ReportHouse | null {
  const bells = houseCalls(opened?.country ?? 'GB')
  const written: ReportHouse = {
    openedAt: house.openedAt,
    audience: house.audience,
    clearances: houseClear,
    back: house.back,
    bells: house.bells.map(({ bell, act, at }) => ({
      words: bells.find((one) => one.id === bell)?.words ?? bell,
      act,
      at,
    })),
    latecomers: { letIn: house.released, stillWaiting: house.waiting?.count ?? 0 },
    holds: house.requests.flatMap(({ act, minutes, why, answer, at, takenBackAt }) =>
      act === null || minutes === null || takenBackAt !== null
        ? []
        : [{ act, minutes, why, at, agreed: answer?.yes ?? null }],
    ),
  }
  return isSilent(written) ? null : written
}

const isSilent = ({ openedAt, audience, clearances, back, bells, latecomers, holds }: ReportHouse): boolean =>
  openedAt === null &&
  audience === null &&
  latecomers.stillWaiting === 0 &&
  [clearances, back, bells, latecomers.letIn, holds].every((list) => list.length === 0)
