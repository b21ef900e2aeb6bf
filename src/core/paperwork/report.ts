// The performance report, written from the record: nothing in it is typed twice.

import { taskText } from '../calling/decide-tasks.ts'
import type { CallingState, Note, Task } from '../calling/state.ts'
import { heldBetween, nextOf } from '../calling/state.ts'
import type { ReportSection } from '../disclosure/lists.ts'
import { between, type Duration, duration, type Instant, seconds, sum } from '../kit/time.ts'
import type { AskingCounts } from '../presence/worth.ts'
import type { LearnedTimes, Usual } from '../running/learned.ts'
import { callsBefore } from '../show/call-tables.ts'
import { isWorked } from '../show/kinds.ts'
import type { DepartmentId, PersonId, Show } from '../show/show.ts'
import { cueName, type Moment, type Timeline } from '../show/timeline.ts'
import { answersByDepartment, type DepartmentAnswers } from './answers.ts'
import type { Damage } from './damage.ts'
import type { ReportHouse } from './house.ts'
import type { TonightChanged } from './tonight-changed.ts'
import { type ReportWorked, workedIn } from './worked.ts'

export type ReportAct = {
  readonly act: number
  readonly upAt: Instant
  readonly downAt: Instant | null
  readonly length: Duration | null
  readonly held: Duration
  /** As long as the show file says. */
  readonly planned: Duration
  /** What was learned before it was opened; null where too few nights say. */
  readonly usual: Usual | null
  /** Longer than the plan, and than the median, holds taken out; negative is shorter. */
  readonly overPlan: Duration | null
  readonly overUsual: Duration | null
}

/** A call that the desk gave. `late`: a minute or more after it was due. */
type ReportCall = {
  readonly words: string
  readonly act: number
  readonly at: Instant
  readonly dueAt: Instant | null
  readonly late: Duration | null
}

type ReportCue = {
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
type NotCalled = 'cut' | 'skipped' | 'passed'

type ReportNote = {
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
  readonly calls: readonly ReportCall[]
  /** In the table of an act that went up, and never given. */
  readonly callsNotGiven: readonly { readonly words: string; readonly act: number }[]
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
  readonly answers: readonly DepartmentAnswers[]
  /** Cues of tonight that were never called, though their list went past them or they were cut; in plan order. */
  readonly notCalled: readonly { readonly cues: readonly string[]; readonly why: NotCalled }[]
  readonly notes: readonly { readonly department: string; readonly notes: readonly ReportNote[] }[]
  readonly tasks: readonly ReportTask[]
  readonly closedAt: Instant | null
  /** At a tech or a rehearsal, in the whole report: what was run when. */
  readonly worked?: ReportWorked | null
  /** Something was written down of an incident while it was on: no more than that. Absent: nothing was. */
  readonly incidentFiled?: boolean
  /** For those who see the house; null where nothing was said of it. */
  readonly house?: ReportHouse | null
  /** Where it was put together by list: which sections stand in it. Absent: all. */
  readonly sections?: readonly ReportSection[]
  /** For stage management alone, and in no letter; null where nobody was asked about. */
  readonly asking?: AskingCounts | null
  /** For those who plan; null where tonight was as rehearsed. */
  readonly changed?: TonightChanged | null
  /** What of the record cannot be read any more, for who keeps it; absent where all of it can. */
  readonly damage?: readonly Damage[]
}

/** A note with somebody to see to it; `from`: the performance it was written in. */
type ReportTask = {
  readonly from: number
  readonly owner: string
  readonly text: string | null
  readonly done: boolean
  readonly dropped?: boolean
}

/** Whose part of the report: a department's, or of whoever has none, what they wrote and have to do. */
export type Part = {
  readonly department: DepartmentId | null
  readonly person: PersonId | null
  readonly by: readonly string[]
}

/** Less than this after it was due is on time: nobody speaks to the second. */
export const CALL_LATE_MS = 60_000

/** `only`: whose part this is; null for the whole report. Null before a performance is open. */
export function report(
  show: Show,
  plan: Timeline,
  state: CallingState,
  only: Part | null,
  learned: LearnedTimes | null = null,
): Report | null {
  const opened = state.opened
  if (!opened) return null
  const acts = state.acts.map((act) => reportAct(plan, state, act, learned))
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
    calls: state.calls.map((given) => reportCall(plan, opened.country, given)),
    callsNotGiven: callsNotGiven(plan, opened.country, state),
    acts,
    intervals: intervals(acts),
    runTime: whole ? sum(lengths) : null,
    showTime: whole && firstUp !== undefined && lastDown ? between(firstUp, lastDown) : null,
    holds: state.holds.map(({ from, to }) => ({ from, to, length: to === null ? null : between(from, to) })),
    ...cueParts(show, plan, state, only),
    notes: notesByDepartment(show, plan, state.notes, only),
    tasks: reportTasks(show, state, only),
    closedAt: state.closedAt,
    ...(only === null && isWorked(opened.kind ?? 'show') ? { worked: workedIn(show, plan, state) } : {}),
  }
}

/** Whoever has no department has no part in the cues. */
function cueParts(show: Show, plan: Timeline, state: CallingState, part: Part | null) {
  if (part !== null && part.department === null) return { cueLog: [], answers: [], notCalled: [] }
  const only = part?.department ?? null
  return {
    cueLog: state.called.flatMap((_called, call) => reportCue(show, plan, state, call, only)),
    answers: state.rules.besidePaper ? [] : answersByDepartment(show, plan, state, only),
    notCalled: notCalled(show, plan, state, only),
  }
}

function reportCall(
  plan: Timeline,
  country: Show['country'],
  { call, act, at, dueAt }: CallingState['calls'][number],
): ReportCall {
  const late = dueAt === null ? null : between(dueAt, at)
  return {
    words: callWords(plan, country, call, act),
    act,
    at,
    dueAt,
    late: late !== null && late >= CALL_LATE_MS ? late : null,
  }
}

/** A call nobody gave is worse than a late one, and would else be seen by nobody. */
function callsNotGiven(
  plan: Timeline,
  country: Show['country'],
  { acts, calls, rules, opened }: CallingState,
): Report['callsNotGiven'] {
  // Beside the paper they are given from the paper; at a tech acts go up without any.
  if (rules.besidePaper || isWorked(opened?.kind ?? 'show')) return []
  return acts.flatMap(({ act }) =>
    callsBefore(country, act, 1, plan.calls)
      .filter(({ id }) => !calls.some((given) => given.act === act && given.call === id))
      .map(({ words }) => ({ words, act })),
  )
}

function reportTasks(show: Show, state: CallingState, only: Part | null): readonly ReportTask[] {
  const mine = ({ owner }: Task) =>
    'department' in owner ? owner.department === only?.department : owner.person === only?.person
  return state.tasks
    .filter((task) => only === null || mine(task))
    .map((task) => ({
      from: task.from,
      owner:
        'department' in task.owner
          ? departmentName(show, task.owner.department)
          : personName(show, task.owner.person),
      text: taskText(state, task),
      done: task.doneAt !== null,
      ...(task.dropped === true ? { dropped: true } : {}),
    }))
}

const personName = (show: Show, person: PersonId): string =>
  show.people.find((one) => one.id === person)?.callName ?? 'somebody'

function callWords(
  { calls }: Timeline,
  ...[country, call, act]: readonly [Show['country'], string, number]
): string {
  return callsBefore(country, act, 1, calls).find((one) => one.id === call)?.words ?? call
}

function reportAct(
  plan: Timeline,
  state: CallingState,
  act: CallingState['acts'][number],
  learned: LearnedTimes | null,
): ReportAct {
  const { upAt, downAt } = act
  const length = downAt === null ? null : between(upAt, downAt)
  const held = downAt === null ? duration(0) : heldBetween(state, upAt, downAt)
  const planned = seconds(plan.acts.find((one) => one.act === act.act)?.seconds ?? 0)
  const known = learned?.acts.find((one) => one.act === act.act)
  const usual = known ? { count: known.count, median: known.median, late: known.late } : null
  return {
    ...act,
    length,
    held,
    planned,
    usual,
    overPlan: length === null ? null : duration(length - held - planned),
    overUsual: length === null || usual === null ? null : duration(length - held - usual.median),
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
  only: Part | null,
): Report['notes'] {
  const sections = [null, ...show.departments.map((department) => department.id)]
  return sections
    .map((section) => ({
      department: section === null ? 'General' : departmentName(show, section),
      notes: notes
        .filter((note) => note.department === section && (only === null || isTheirs(note, only)))
        .map((note) => {
          const item = note.item === null ? undefined : plan.items[note.item]
          return { at: note.at, text: note.text, item: item ? itemName(item) : null }
        }),
    }))
    .filter((section) => section.notes.length > 0)
}

/** To their department; of whoever has none, what they wrote. */
const isTheirs = (note: Note, { department, by }: Part): boolean =>
  department === null ? by.includes(note.by) : note.department === department
