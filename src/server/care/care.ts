// Who asked to be got in touch with, as the house keeps it: a stream of its own, opened once somebody needs it.

import { type Asked, applyCare, type CareCommand, type CareFacts, decideCare } from '../../core/care/care.ts'
import { type CareSection, careSection } from '../../core/care/section.ts'
import { asksOverdue, type CareState, emptyCare } from '../../core/care/state.ts'
import type { Viewer } from '../../core/disclosure/policy.ts'
import { dayOf } from '../../core/kit/day.ts'
import type { Country } from '../../core/show/show.ts'
import type { Clock } from '../clock/clock.ts'
import { CARE_STREAM, type Log, type StoredEvent } from '../log/log.ts'
import { type Owner, type OwnerAnswer, startOwner } from '../owner/owner.ts'
import { forget } from '../vault/forget.ts'

export type CareHouse = { readonly facts: CareFacts; readonly timeZone: string; readonly country: Country }

export type CareOptions = {
  readonly log: Log
  readonly clock: Clock
  readonly freshId: () => string
  readonly house: () => Promise<CareHouse>
}

export type Care = {
  section(viewer: Viewer): Promise<CareSection | null>
  take(command: Asked, by: Viewer): Promise<OwnerAnswer>
  about(): Promise<Omit<CareHouse, 'facts'> & { readonly today: string }>
  close(): Promise<void>
}

type Kept = Owner<CareState, CareCommand>

export function openCare({ log, clock, freshId, house }: CareOptions): Care {
  let record: Promise<Kept> | null = null
  const open = (): Promise<Kept> =>
    startOwner<CareState, CareCommand>(log, clock, {
      ...{ stream: CARE_STREAM, projector: 'care@2', empty: emptyCare, apply: applyCare, decide: decideCare },
      // Who it was lies in the part that can be erased.
      authorOf: (_command, { device }) => device,
    })
  const owner = (): Promise<Kept> => {
    record ??= open()
    return record
  }
  /** A house in which nobody asked has no stream of it, however often its screens look. */
  const state = async (): Promise<CareState> =>
    record === null && (await log.head(CARE_STREAM)).seq === 0 ? emptyCare : (await owner()).state()
  /** What was taken back leaves the record itself. Whoever asks meanwhile waits for it. */
  const forgetAsks = async (asks: readonly string[]): Promise<void> => {
    const before = await owner()
    const isIts = ({ type, body, detail }: StoredEvent) =>
      type === 'ask.sent' && detail.state === 'kept' && asks.includes(idIn(body))
    record = (async () => {
      await before.close()
      await forget({ log, clock, stream: CARE_STREAM }, isIts)
      return open()
    })()
    await record
  }
  return {
    section: async (viewer) => {
      const overdue = asksOverdue(await state(), clock.now())
      if (overdue.length > 0) await forgetAsks(overdue)
      return careSection(await state(), viewer, (await house()).facts, clock.now())
    },
    take: async (asked, by) => {
      const command: CareCommand = { ...asked, facts: (await house()).facts }
      const request = { id: `care:${freshId()}`, by, madeAt: clock.now(), command }
      const answer = await (await owner()).submit(request)
      if (answer.ok && asked.name === 'care.withdraw') await forgetAsks([asked.ask])
      return answer
    },
    about: async () => {
      const { timeZone, country } = await house()
      return { timeZone, country, today: dayOf(clock.now(), timeZone) }
    },
    close: async () => {
      if (record !== null) await (await record).close()
    },
  }
}

const idIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' ? body.id : ''
