// Who opened or asked for a sealed note: written down for its owner, always. Never what stands in one, nor whether there is one.

import { may, type Viewer } from '../disclosure/policy.ts'
import type { Json } from '../kit/json.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { type Instant, instant, minutes } from '../kit/time.ts'
import type { PersonId } from '../show/show.ts'
import type { Standing } from './may-open.ts'
import type { FieldName } from './note.ts'

export const ways = ['one-hold', 'two-keepers', 'asked'] as const
/** `asked`: somebody asked for it, and it was not opened by that. */
export type Way = (typeof ways)[number]

/** As a device tells it; times by its own clock. */
export type OpeningSaid = {
  readonly id: string
  readonly person: PersonId
  readonly incident: string | null
  readonly how: Way
  readonly fields: readonly FieldName[]
  readonly madeAt: number
  /** Nobody could be reached when it was opened. */
  readonly offline: boolean
}

export type Opening = {
  readonly seq: number
  readonly id: string
  readonly at: Instant
  readonly enteredAt: Instant
  readonly how: Way
  readonly incident: string | null
  /** As what; null where there was no right to it. */
  readonly as: Standing | null
  readonly offline: boolean
  /** Null once it was erased: then nobody knows of whom and by whom. */
  readonly who: Who | null
}
type Who = {
  readonly person: PersonId
  readonly device: string
  readonly by: PersonId | null
  readonly fields: readonly FieldName[]
}

export type OpeningsState = {
  readonly seq: number
  readonly openings: readonly Opening[]
  /** Those that somebody else has looked at. */
  readonly looked: readonly string[]
}
export const emptyOpenings: OpeningsState = { seq: 0, openings: [], looked: [] }

/** What is held ready; the record has all of them. */
export const OPENINGS_HELD_MAX = 5_000
/** What a device that was cut off hands in at once; the rest comes with the next. */
export const OPENINGS_AT_ONCE_MAX = 50
/** Of one device in a day: whoever floods the list hides nothing in it, and fills no disk. */
export const OPENINGS_A_DAY_MAX = 500
const DAY_MS = minutes(24 * 60)
/** Asked again by the same device for the same person within this is asked once. */
export const ASKED_ONCE_MS = minutes(10)

export type OpeningsCommand =
  | {
      readonly name: 'vault.record'
      readonly said: readonly OpeningSaid[]
      readonly aheadMs: number
      readonly standing: (person: PersonId, incident: string | null, at: number) => Standing | null
    }
  | { readonly name: 'vault.look'; readonly opening: string }

export type OpeningsEvent = {
  readonly type: 'vault.opened' | 'vault.looked'
  readonly v: 1
  readonly body: Json
  readonly detail?: Json
}

type Context = { readonly at: Instant; readonly by: Viewer }

/** What was opened is written down whatever else is true of it; only a flood is kept waiting. */
export function decideOpenings(
  state: OpeningsState,
  command: OpeningsCommand,
  context: Context,
): Result<readonly OpeningsEvent[]> {
  if (command.name === 'vault.look') return look(state, command.opening, context)
  const { said, aheadMs, standing } = command
  const { at, by } = context
  const fresh = said.filter(
    (one, index) =>
      said.findIndex(({ id }) => id === one.id) === index &&
      !state.openings.some(({ id }) => id === one.id) &&
      !(one.how !== 'one-hold' && wasSaid(state, one, context)),
  )
  const today = state.openings.filter((one) => one.who?.device === by.device && at - one.enteredAt < DAY_MS)
  if (today.length + fresh.length > OPENINGS_A_DAY_MAX)
    return refused(
      'too-many',
      `Not more than ${OPENINGS_A_DAY_MAX} a day from one device: bring the others tomorrow.`,
    )
  return accepted(
    fresh.map((one): OpeningsEvent => {
      const openedAt = instant(Math.min(at, one.madeAt - aheadMs))
      const { id, how, incident, offline } = one
      const as = standing(one.person, incident, openedAt)
      const body = { id, how, incident, offline, as, at: openedAt, enteredAt: at }
      const detail = { person: one.person, device: by.device, by: by.person, fields: [...one.fields] }
      return { type: 'vault.opened', v: 1, body, detail }
    }),
  )
}

/** A phone asks again and again while it waits for the second keeper. */
const wasSaid = ({ openings }: OpeningsState, { how, person }: OpeningSaid, { at, by }: Context): boolean =>
  openings.some(
    (one) =>
      one.how === how &&
      one.who?.person === person &&
      one.who.device === by.device &&
      at - one.enteredAt < ASKED_ONCE_MS,
  )

function look(state: OpeningsState, id: string, { by }: Context): Result<readonly OpeningsEvent[]> {
  const opening = state.openings.find((one) => one.id === id)
  if (!opening || !mayReview(by, opening))
    return refused(
      'not-yours',
      'Stage management or the company manager looks at this, and never whoever opened it.',
    )
  if (state.looked.includes(id)) return accepted([])
  return accepted([{ type: 'vault.looked', v: 1, body: { opening: id }, detail: { by: by.person } }])
}

/** Somebody else than whoever opened it, person and device. */
export const mayReview = (viewer: Viewer, { who }: Opening): boolean =>
  may(viewer, 'look at openings') &&
  viewer.device !== who?.device &&
  (viewer.person === null || viewer.person !== who?.by)

type Logged = {
  readonly seq: number
  readonly type: string
  readonly v: number
  readonly body: Json
  readonly detail: Json | null
}

export function applyOpenings(state: OpeningsState, { seq, type, v, body, detail }: Logged): OpeningsState {
  if (v !== 1) return { ...state, seq }
  if (type === 'vault.looked') {
    // `as`: the log gives back what `look` put in, checked by its hash chain; the same below.
    const { opening } = body as { opening: string }
    return { ...state, seq, looked: [...state.looked, opening].slice(-OPENINGS_HELD_MAX) }
  }
  if (type !== 'vault.opened') return { ...state, seq }
  const opening = { ...(body as unknown as Omit<Opening, 'seq' | 'who'>), seq, who: detail as Who | null }
  return { ...state, seq, openings: [...state.openings, opening].slice(-OPENINGS_HELD_MAX) }
}
