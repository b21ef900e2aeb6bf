// Tonight's plan for those who make it: who is out, the grid of who plays what, its versions, and who has been told.

import { type Availability, absenceOf, absent, type Length } from '../absence/absence.ts'
import {
  type Hearer,
  newest,
  notToldFirst,
  type PlanReason,
  shown,
  type Told,
  waiting,
} from '../covering/covering.ts'
import { duration, type Instant, later, minutes } from '../kit/time.ts'
import { type Competence, competencesOf } from '../show/competence.ts'
import type { DepartmentId, PersonId, Show, TrackId } from '../show/show.ts'
import type { PlanPoint } from '../show/timeline.ts'
import type { CastBoardSection } from './cast-board.ts'
import { spotsOf } from './cover-spots.ts'
import type { NightState, Plan } from './night.ts'
import { clockOf } from './planned-dues.ts'
import { doingOf } from './played-again.ts'
import { Names } from './seen.ts'
import { showClock } from './show-clock.ts'
import { talksFor, talksOf } from './talks.ts'
import {
  changeFor,
  changeTo,
  departmentLinesFor,
  isAwayNow,
  linesFor,
  listed,
  type TellLine,
  type TellList,
} from './told.ts'
import { asOrdered } from './tonight.ts'

export type AbsencesSection = {
  readonly lines: readonly {
    readonly person: PersonId
    readonly name: string
    readonly word: Availability
    readonly until: Length
    /** Carried over from an earlier performance. */
    readonly carried: boolean
  }[]
}

/** One track in one item: a number is one person's. */
type CastingCell = {
  readonly item: number
  /** Null: cut. */
  readonly person: PersonId | null
  readonly changed: boolean
}
export type CastingSection = {
  readonly rows: readonly {
    readonly track: TrackId
    readonly code: string
    readonly title: string
    readonly owner: PersonId
    /** Who is written down as knowing it, or something of it. */
    readonly able: readonly PersonId[]
    readonly cells: readonly CastingCell[]
  }[]
  /** Everybody of the company. */
  readonly people: readonly { readonly person: PersonId; readonly name: string }[]
}

export type TellRow = TellList & {
  readonly to: Hearer
  readonly name: string
  readonly version: number
  /** When the first of it that is still to come is due; null where it has no time yet. */
  readonly dueAt: Instant | null
  readonly errands: readonly { readonly person: PersonId; readonly name: string }[]
}
type ToldRow = {
  readonly to: Hearer
  readonly name: string
  readonly version: number
  readonly how: Told['how']
  readonly by: string | null
  readonly at: Instant
}
export type PlanSection = {
  readonly newest: number
  readonly shown: number
  readonly versions: readonly {
    readonly version: number
    readonly at: Instant
    readonly by: string | null
    readonly why: PlanReason
    readonly changed: number
    readonly cut: number
    readonly proved: boolean
    readonly overridden: boolean
    /** Who settled what of it; null where it is as it was proposed. */
    readonly drafted: string | null
    /** Without the yes of any who say it in this production. */
    readonly unasked: boolean
    readonly shownAt: Instant | null
  }[]
  /** Who has to be told before the newest is shown anywhere. */
  readonly first: readonly (TellList & { readonly person: PersonId; readonly name: string })[]
  /** Who had no part in the newest, and may be offered to whom it costs something. */
  readonly talks: readonly string[]
  readonly tell: readonly TellRow[]
  readonly told: readonly ToldRow[]
  /** So many were told before these. */
  readonly toldBefore: number
}

/** `lines`: what is other for them than they were told last; nothing once they have been told. */
export type OwnPlanSection = TellList & {
  readonly version: number
  /** Where tonight costs them a part or a number: who had no part in deciding it. */
  readonly talks: readonly string[]
  /** Whom they are to find and tell, because they could not be reached otherwise. */
  readonly errands: readonly (TellList & {
    readonly person: PersonId
    readonly name: string
    readonly version: number
  })[]
}
export type DepartmentPlanSection = TellList & { readonly version: number }

export type PlanSections = {
  readonly availability?: AbsencesSection
  readonly plan?: PlanSection
  readonly casting?: CastingSection
  readonly ownPlan?: OwnPlanSection
  readonly departmentPlan?: DepartmentPlanSection
  readonly castBoard?: CastBoardSection
}

/** Words about who was told that a screen keeps; the record has them all. */
export const TOLD_SHOWN_MAX = 200

export function absencesSection({ show }: Plan, { absence }: NightState): AbsencesSection {
  const names = new Names(show)
  return {
    lines: absent(absence).map(({ person, word }) => {
      const said = absenceOf(absence, person)
      return {
        ...{ person, name: names.callName(person) ?? '', word },
        until: said?.until ?? 'tonight',
        carried: (said?.from ?? null) !== null,
      }
    }),
  }
}

export function castingSection(raw: Plan, state: NightState): CastingSection {
  const plan = asOrdered(raw, state)
  const { show, timeline } = plan
  const changes = newest(state.covering)?.changes ?? []
  const doing = doingOf(changes)
  const index = new Map(timeline.items.map((item) => [item.id, item.index]))
  const spots = spotsOf(plan)
  const known = competencesOf(show)
  return {
    rows: show.tracks.flatMap((track) => {
      const { owner } = track
      const own = spots.filter((spot) => spot.track === track.id)
      if (owner === undefined || own.length === 0) return []
      const items = [...new Set(own.map(({ item }) => item))]
      const cells = items.map((item): CastingCell => {
        const here = own.filter((spot) => spot.item === item)
        const person = here
          .flatMap(({ obligations }) => obligations.map(({ id }) => doing(id)))
          .find((one) => one !== undefined)
        const changed = person !== undefined
        return { item: index.get(item) ?? 0, person: changed ? person : owner, changed }
      })
      const { id, code, title } = track
      return [{ track: id, code, title, owner, able: ableOf(show, known, id), cells }]
    }),
    people: show.people.map(({ id, callName }) => ({ person: id, name: callName })),
  }
}

const ableOf = ({ covers }: Show, all: readonly Competence[], track: TrackId): readonly PersonId[] => {
  const known = all.filter((one) => one.track === track && one.level !== 'never')
  const shared = (covers?.splits ?? []).filter((one) => one.track === track)
  return [...new Set([...known, ...shared].map(({ person }) => person))]
}

export function planSection(raw: Plan, state: NightState, now: Instant): PlanSection {
  const { covering } = state
  const names = new Names(raw.show)
  const last = waiting(covering)
  return {
    newest: newest(covering)?.version ?? 0,
    shown: shown(covering)?.version ?? 0,
    versions: covering.versions.map(
      ({
        by,
        yes,
        unasked,
        drafted,
        changes,
        first: _first,
        replots: _replots,
        walked: _walked,
        ...one
      }) => ({
        ...one,
        drafted: drafted === undefined ? null : names.callName(drafted),
        by: names.callName(yes ?? (by as PersonId)),
        unasked: unasked === true,
        changed: new Set(changes.flatMap(({ person }) => person ?? [])).size,
        cut: changes.filter(({ person }) => person === null).length,
      }),
    ),
    first:
      last === null
        ? []
        : notToldFirst(covering, last).map((person) => ({
            ...{ person, name: names.callName(person) ?? '' },
            ...listed(linesFor(changeTo(raw, state, last), person)),
          })),
    talks: last === null ? [] : talksOf(raw, state, last),
    tell: tellRows(raw, state, now),
    toldBefore: Math.max(0, covering.told.length - TOLD_SHOWN_MAX),
    told: covering.told.slice(-TOLD_SHOWN_MAX).map(({ to, version, how, by, at }) => ({
      ...{ to, version, how, at, by: names.callName(by), name: hearerName(raw, to) },
    })),
  }
}

const hearerName = ({ show }: Plan, to: Hearer): string =>
  'person' in to
    ? (show.people.find(({ id }) => id === to.person)?.callName ?? '')
    : (show.departments.find(({ id }) => id === to.department)?.name ?? '')

/** Who has not been told yet, whoever is due soonest first; what is over is not told any more. */
function tellRows(raw: Plan, state: NightState, now: Instant): readonly TellRow[] {
  const version = shown(state.covering)?.version ?? 0
  const hearers: readonly Hearer[] = [
    ...raw.show.people.map(({ id }) => ({ person: id })),
    ...raw.show.departments.map(({ id }) => ({ department: id })),
  ]
  const names = new Names(raw.show)
  return hearers
    .flatMap((to): readonly TellRow[] => {
      const lines = toTell(raw, state, now, to)
      if (lines.length === 0) return []
      const errands = state.covering.errands.filter((one) => 'person' in to && one.to === to.person)
      return [
        {
          ...{ to, version, ...listed(lines), name: hearerName(raw, to) },
          dueAt: dueAt(raw, state, now, lines[0]?.at ?? null),
          errands: errands.map(({ by }) => ({ person: by, name: names.callName(by) ?? '' })),
        },
      ]
    })
    .sort((a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER))
}

/** Nobody who is not there for it is told of it; what lies behind is left out. */
function toTell(raw: Plan, state: NightState, now: Instant, to: Hearer): readonly TellLine[] {
  if ('person' in to && isAwayNow(state, to.person)) return []
  const change = changeFor(raw, state, to)
  if (change === null) return []
  const department = 'department' in to && raw.show.departments.find(({ id }) => id === to.department)
  const lines = department
    ? departmentLinesFor(change, department)
    : 'person' in to
      ? linesFor(change, to.person)
      : []
  return lines.filter(({ at }) => isToCome(raw, state, now, at))
}

const clockAt = (raw: Plan, state: NightState, at: PlanPoint): number =>
  clockOf(asOrdered(raw, state).timeline, at)

function isToCome(raw: Plan, state: NightState, now: Instant, at: PlanPoint): boolean {
  return state.calling.acts.length === 0 || clockAt(raw, state, at) >= showClock(raw, state, now)
}

function dueAt(raw: Plan, state: NightState, now: Instant, at: PlanPoint | null): Instant | null {
  if (at === null || state.calling.opened === null) return null
  const ahead = clockAt(raw, state, at) - showClock(raw, state, now)
  return later(now, duration(Math.round(minutes(ahead) / STEP_MS) * STEP_MS))
}

/** Times on a list of names need no seconds, and so do not change with every one. */
const STEP_MS = 15_000

export function ownPlanSection(raw: Plan, state: NightState, person: PersonId, now: Instant): OwnPlanSection {
  const { covering } = state
  const names = new Names(raw.show)
  const version = shown(covering)?.version ?? 0
  const errands = covering.errands.filter(({ by }) => by === person)
  return {
    version,
    ...listed(toTell(raw, state, now, { person })),
    talks: talksFor(raw, state, person),
    errands: [...new Set(errands.map(({ to }) => to))].flatMap((to) => {
      const lines = toTell(raw, state, now, { person: to })
      return lines.length === 0
        ? []
        : [{ person: to, name: names.callName(to) ?? '', version, ...listed(lines) }]
    }),
  }
}

export const departmentPlanSection = (
  raw: Plan,
  state: NightState,
  department: DepartmentId,
  now: Instant,
): DepartmentPlanSection => ({
  version: shown(state.covering)?.version ?? 0,
  ...listed(toTell(raw, state, now, { department })),
})
