// The performance report, written from the record: nothing in it is typed twice.

import type { CallingState, Note } from '../calling/state.ts'
import { heldBetween, nextOf } from '../calling/state.ts'
import { between, type Duration, duration, type Instant, sum } from '../kit/time.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { DepartmentId, Show } from '../show/show.ts'
import { cueName, type Moment, type Timeline } from '../show/timeline.ts'

export type ReportAct = {
  readonly act: number
  readonly upAt: Instant
  readonly downAt: Instant | null
  readonly length: Duration | null
  readonly held: Duration
}

export type ReportCue = {
  readonly seq: number
  readonly cues: readonly string[]
  readonly item: string
  readonly at: Instant
  readonly standbyAt: Instant | null
  readonly acknowledged: readonly {
    readonly department: string
    readonly after: Duration
    readonly channel: string
  }[]
  /** What its departments said became of it. */
  readonly outcomes: readonly { readonly department: string; readonly outcome: string }[]
}

/** `passed`: the desk was put beyond it. */
export type NotCalled = 'cut' | 'skipped' | 'passed'

export type ReportNote = {
  readonly at: Instant
  readonly item: string | null
  readonly text: string | null
}

export type Report = {
  readonly title: string
  readonly number: number
  readonly timeZone: string
  readonly curtainAt: Instant
  /** Positive where the first act went up late. */
  readonly late: Duration | null
  readonly calls: readonly { readonly words: string; readonly act: number; readonly at: Instant }[]
  readonly acts: readonly ReportAct[]
  readonly intervals: readonly { readonly after: number; readonly length: Duration }[]
  /** Acts only. */
  readonly runTime: Duration | null
  /** First up to last down, intervals in it. */
  readonly showTime: Duration | null
  readonly holds: readonly {
    readonly from: Instant
    readonly to: Instant | null
    readonly length: Duration | null
  }[]
  readonly cueLog: readonly ReportCue[]
  /** Cues of tonight that were never called, though their list went past them or they were cut; in plan order. */
  readonly notCalled: readonly { readonly cues: readonly string[]; readonly why: NotCalled }[]
  readonly notes: readonly { readonly department: string; readonly notes: readonly ReportNote[] }[]
  readonly closedAt: Instant | null
}

/** `only`: the department whose part this is; null for the whole report. Null before a performance is open. */
export function report(
  show: Show,
  plan: Timeline,
  state: CallingState,
  only: DepartmentId | null,
): Report | null {
  const opened = state.opened
  if (!opened) return null
  const acts = state.acts.map((act) => reportAct(state, act))
  const lengths = acts.flatMap((act) => (act.length === null ? [] : [act.length]))
  const firstUp = acts[0]?.upAt
  const lastDown = acts.at(-1)?.downAt
  const whole = lengths.length === acts.length && acts.length > 0
  return {
    title: show.title,
    number: opened.number,
    timeZone: opened.timeZone,
    curtainAt: opened.curtainAt,
    late: firstUp === undefined ? null : between(opened.curtainAt, firstUp),
    calls: state.calls.map(({ call, act, at }) => ({ words: callWords(opened.country, call, act), act, at })),
    acts,
    intervals: intervals(acts),
    runTime: whole ? sum(lengths) : null,
    showTime: whole && firstUp !== undefined && lastDown ? between(firstUp, lastDown) : null,
    holds: state.holds.map(({ from, to }) => ({ from, to, length: to === null ? null : between(from, to) })),
    cueLog: state.called.flatMap((_called, call) => reportCue(show, plan, state, call, only)),
    notCalled: notCalled(show, plan, state, only),
    notes: notesByDepartment(show, plan, state.notes, only),
    closedAt: state.closedAt,
  }
}

function callWords(country: Show['country'], call: string, act: number): string {
  return callsBefore(country, act).find((one) => one.id === call)?.words ?? call
}

function reportAct(state: CallingState, act: CallingState['acts'][number]): ReportAct {
  const { upAt, downAt } = act
  return {
    ...act,
    length: downAt === null ? null : between(upAt, downAt),
    held: downAt === null ? duration(0) : heldBetween(state, upAt, downAt),
  }
}

function intervals(acts: readonly ReportAct[]): Report['intervals'] {
  return acts.flatMap((act, index) => {
    const next = acts[index + 1]
    return act.downAt !== null && next ? [{ after: act.act, length: between(act.downAt, next.upAt) }] : []
  })
}

function notCalled(
  show: Show,
  plan: Timeline,
  state: CallingState,
  only: DepartmentId | null,
): Report['notCalled'] {
  return plan.moments.flatMap((moment) => {
    const why = whyNotCalled(plan, state, moment)
    const cues = [...moment.cues, ...moment.followers].filter(
      (cue) => only === null || cue.department === only,
    )
    return why === null || cues.length === 0
      ? []
      : [{ cues: cues.map((cue) => cueName(cue, show.departments)), why }]
  })
}

function whyNotCalled(plan: Timeline, state: CallingState, { index, playhead }: Moment): NotCalled | null {
  if (state.called.some((called) => called.moment === index)) return null
  if (state.cut.includes(index)) return 'cut'
  if (state.skipped.some((skipped) => skipped.moment === index)) return 'skipped'
  const next = nextOf(plan, state, playhead)
  return !next || next.index > index ? 'passed' : null
}

function reportCue(
  show: Show,
  plan: Timeline,
  state: CallingState,
  call: number,
  only: DepartmentId | null,
): ReportCue[] {
  const called = state.called[call]
  const moment = called && plan.moments[called.moment]
  if (!moment) return []
  const cues = [...moment.cues, ...moment.followers].filter((cue) => only === null || cue.department === only)
  if (cues.length === 0) return []
  const item = plan.items.find((one) => one.id === moment.item)
  const standbyAt = called.standbyAt
  return [
    {
      seq: called.seq,
      cues: cues.map((cue) => cueName(cue, show.departments)),
      item: item ? itemName(item) : '',
      at: called.at,
      standbyAt,
      acknowledged: called.acknowledged
        .filter((one) => only === null || one.department === only)
        .map(({ department, at, channel }) => ({
          department: departmentName(show, department),
          after: standbyAt === null ? duration(0) : between(standbyAt, at),
          channel,
        })),
      outcomes: state.reports
        .filter((word) => word.call === call && (only === null || word.department === only))
        .map(({ department, outcome }) => ({ department: departmentName(show, department), outcome })),
    },
  ]
}

const itemName = (item: { readonly code: string; readonly title: string }): string =>
  item.code === '' ? item.title : `${item.code} ${item.title}`

const departmentName = (show: Show, department: DepartmentId): string =>
  show.departments.find((one) => one.id === department)?.name ?? department

function notesByDepartment(
  show: Show,
  plan: Timeline,
  notes: readonly Note[],
  only: DepartmentId | null,
): Report['notes'] {
  const sections = [null, ...show.departments.map((department) => department.id)]
  return sections
    .filter((section) => only === null || section === only)
    .map((section) => ({
      department: section === null ? 'General' : departmentName(show, section),
      notes: notes
        .filter((note) => note.department === section)
        .map((note) => {
          const item = note.item === null ? undefined : plan.items[note.item]
          return { at: note.at, text: note.text, item: item ? itemName(item) : null }
        }),
    }))
    .filter((section) => section.notes.length > 0)
}
