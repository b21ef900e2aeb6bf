// The parts a view is made of. Each is computed for an audience, so that all who see the same are sent the same bytes.

import { spotterNames } from '../calling/decide-clear.ts'
import type { DeskRules, Outcome } from '../calling/events.ts'
import { type Running, running } from '../calling/expected.ts'
import { type Acknowledgement, type ActTimes, type CallingState, nextOf, standsAt } from '../calling/state.ts'
import { type Instant, later, seconds } from '../kit/time.ts'
import { type LearnedTimes, spreads } from '../running/learned.ts'
import { callsBefore } from '../show/call-tables.ts'
import type { Call } from '../show/countries/pack.ts'
import { type Lacking, lackingIn } from '../show/lacking.ts'
import type { Anchor, Cue, DepartmentId, ItemKind, ScriptLine } from '../show/show.ts'
import { cueName, DECK, type Moment, momentDepartments, type PlanPoint } from '../show/timeline.ts'
import { clearAsked, clearMoments, spottersFor } from './clear-lines.ts'
import { type DepartmentLine, departmentLines } from './department-lines.ts'
import type { Plan } from './night.ts'
import { type Count, countOf, nameOf } from './own-moments.ts'
import { steppedBackLine, type Turned, turnedLine } from './turned-lines.ts'

/** Where the show is; no person's name in it, so that it may hang in a corridor. */
export type PositionSection = {
  readonly title: string
  readonly number: number
  readonly timeZone: string
  /** Which of the day's performances it is, from 1. */
  readonly ofDay: number
  readonly country: 'GB' | 'US'
  readonly curtainAt: Instant
  readonly closedAt: Instant | null
  readonly running: Running
  /** Index into the running order, null before the first item. */
  readonly item: number | null
  readonly acts: readonly ActTimes[]
  readonly callsGiven: readonly { readonly words: string; readonly at: Instant }[]
  /** Acts for which front of house has given its clearance. */
  readonly houseClear: readonly number[]
  readonly nextCall: {
    readonly id: string
    readonly act: number
    readonly words: string
    readonly at: Instant
  } | null
}

export type OrderItem = {
  readonly index: number
  readonly id: string
  readonly code: string
  readonly title: string
  readonly kind: ItemKind
  readonly act: number
  readonly seconds: number
  readonly starts: PlanPoint
  readonly isPart: boolean
  /** Not played tonight. */
  readonly cut: boolean
  /** Seconds it may take beyond its usual, nine nights in ten; null where too few nights say. */
  readonly spread: number | null
}
export type OrderSection = {
  readonly items: readonly OrderItem[]
  /** What the show has none of yet. */
  readonly lacks: readonly Lacking[]
}

export type CueLine = {
  readonly name: string
  readonly department: DepartmentId
  readonly number: string
  readonly title: string
  readonly how: 'called' | 'visual' | 'timed' | 'follow-on' | 'auto-follow'
  /** "on the lantern’s light", "after 4 s": what to watch or wait for, where the words do not say it. */
  readonly watch: string | null
  readonly safety: boolean
}
export type MomentLine = {
  readonly id: string
  readonly index: number
  readonly item: number
  readonly at: PlanPoint
  readonly line: string | null
  /** The bar it is called at, for whoever counts them. */
  readonly bar: string | null
  /** From here on the book wants it warned of. */
  readonly warnAt: PlanPoint | null
  readonly standbyAt: PlanPoint | null
  readonly cues: readonly CueLine[]
  readonly followers: readonly CueLine[]
  /** The list it is called from; null for the deck's. */
  readonly list: string | null
  /** "Otto": whose clear it waits for, or null. */
  readonly waitsFor: string | null
}
export type CuesSection = {
  readonly departments: readonly DepartmentLine[]
  readonly moments: readonly MomentLine[]
}

export type StandbyLine = {
  readonly moment: number
  readonly at: Instant
  /** Those who must answer. */
  readonly concerns: readonly DepartmentId[]
  readonly acknowledged: readonly Acknowledgement[]
}
export type RecentLine = {
  readonly moment: number
  readonly at: Instant
  readonly seq: number
  /** What its departments said became of it. */
  readonly reports: readonly { readonly department: DepartmentId; readonly outcome: Outcome }[]
}
export type CallingSection = {
  /** The next moment of this audience; the number of moments once none is left. */
  readonly next: number
  /** Named by a GO, so that two desks cannot fire one picture twice. Null for those who do not call. */
  readonly move: number | null
  readonly taken: readonly string[]
  /** The last moment called and the next to call, in full: a screen that has just woken needs nothing else. */
  readonly now: MomentLine | null
  readonly upNext: MomentLine | null
  /** Where the lists beside the deck's stand. */
  readonly lists: readonly { readonly name: string; readonly next: number }[]
  /** Moments not called tonight. */
  readonly cut: readonly number[]
  /** Moments all of whose spotters, as far as this audience knows of them, have said clear. */
  readonly clear: readonly number[]
  /** Moments whose spotters are asked to look now. */
  readonly clearAsked: readonly number[]
  readonly rules: DeskRules
  /** Who has been heard on cans tonight, and who has not; those not asked yet are not in it. */
  readonly cans: readonly { readonly department: DepartmentId; readonly heard: boolean }[]
  readonly standbys: readonly StandbyLine[]
  /** Newest last. */
  readonly recent: readonly RecentLine[]
  readonly steppedBack: { readonly from: number; readonly to: number; readonly at: Instant } | null
  /** The desk was put elsewhere, so that another cue is next here: since when, until the next GO. */
  readonly turned: Turned | null
}

export type ScriptSection = {
  readonly lines: readonly {
    readonly at: PlanPoint
    readonly item: number
    readonly speaker: string | null
    readonly kind: ScriptLine['kind']
    readonly text: string
  }[]
}

export type NotesSection = {
  readonly notes: readonly {
    readonly seq: number
    readonly at: Instant
    readonly department: DepartmentId | null
    readonly item: number | null
    readonly text: string | null
  }[]
}

/** How many called moments a screen keeps; the report has them all. */
export const RECENT_MAX = 12

export function positionSection(plan: Plan, state: CallingState): PositionSection | null {
  const clock = running(plan.timeline, state)
  const opened = state.opened
  if (!clock || !opened) return null
  return {
    title: plan.show.title,
    number: opened.number,
    timeZone: opened.timeZone,
    ofDay: 1 + (opened.sameDay ?? 0),
    country: opened.country,
    curtainAt: opened.curtainAt,
    closedAt: state.closedAt,
    running: clock,
    item: state.reached?.item ?? null,
    acts: state.acts,
    callsGiven: state.calls.map(({ call, act, at }) => ({
      words: wordsOf(plan, opened.country, act, call),
      at,
    })),
    houseClear: state.houseClear.map(({ act }) => act),
    nextCall: nextCall(plan.timeline, state, clock),
  }
}

const wordsOf = (
  { timeline }: Plan,
  ...[country, act, call]: readonly [Parameters<typeof callsBefore>[0], number, string]
): string => callsBefore(country, act, 1, timeline.calls).find((one) => one.id === call)?.words ?? call

/** The next call of the act that is not up yet, from the call table of the house, else of the country. */
function nextCall(
  { callPace, calls }: Plan['timeline'],
  state: CallingState,
  clock: Running,
): PositionSection['nextCall'] {
  const country = state.opened?.country
  const act = clock.point.act
  if (!country || state.closedAt !== null || state.acts.some((one) => one.act >= act)) return null
  const given = state.calls.filter((call) => call.act === act).map((call) => call.call)
  const dueAt = (call: Call) => later(clock.at, seconds(-call.secondsBeforeUp))
  const table = callsBefore(country, act, callPace, calls)
  // A short interval has no fifteen: what was due while the act before was still up is not proposed.
  const down = state.acts.at(-1)?.downAt ?? null
  const next = table.find(
    (call) => !given.includes(call.id) && (down === null || dueAt(call) >= down || call === table.at(-1)),
  )
  return next ? { id: next.id, act, words: next.words, at: dueAt(next) } : null
}

export function orderSection(plan: Plan, learned: LearnedTimes | null): OrderSection {
  const spread = spreads(plan.timeline, learned)
  return {
    lacks: lackingIn(plan.show, plan.timeline),
    items: plan.timeline.items.map(
      ({ index, id, code, title, kind, act, seconds: length, starts, parent, cut }) => ({
        index,
        id,
        code,
        title,
        kind,
        act,
        seconds: length,
        starts,
        isPart: parent !== undefined,
        cut: cut === true,
        spread: spread[index] ?? null,
      }),
    ),
  }
}

/** `only`: the department whose cues these are; null for all. */
export function cuesSection(plan: Plan, only: DepartmentId | null): CuesSection {
  return {
    departments: departmentLines(plan, only),
    moments: countOf(plan.timeline, only).moments.map((moment) => momentLine(plan, moment, only)),
  }
}

function momentLine(plan: Plan, moment: Moment, only: DepartmentId | null): MomentLine {
  const mine = (cue: Cue) => only === null || cue.department === only
  const spotters = spottersFor(moment, only)
  const own = moment.cues.filter(mine)
  const startsOf = (item: string) => plan.timeline.items.find((one) => one.id === item)
  const pointOf = (anchor: Anchor | undefined): PlanPoint | null => {
    const item = anchor && startsOf(anchor.item)
    return anchor && item ? { act: item.act, seconds: item.starts.seconds + anchor.seconds } : null
  }
  return {
    id: nameOf(moment, only),
    index: countOf(plan.timeline, only).placeOf(moment.index),
    item: startsOf(moment.item)?.index ?? 0,
    at: moment.at,
    line: moment.line ?? null,
    bar: own.find((cue) => cue.anchor.bar !== undefined)?.anchor.bar ?? null,
    warnAt: pointOf(own.find((cue) => cue.warn !== undefined)?.warn),
    standbyAt: pointOf(own.find((cue) => cue.standby !== undefined)?.standby),
    cues: own.map((cue) => cueLine(plan, cue)),
    followers: moment.followers.filter(mine).map((cue) => cueLine(plan, cue)),
    list: moment.playhead === DECK ? null : moment.playhead,
    waitsFor: spotters.length === 0 ? null : spotterNames(plan.show, spotters),
  }
}

function cueLine(plan: Plan, cue: Cue): CueLine {
  const { trigger } = cue
  const watch =
    trigger.kind === 'visual'
      ? trigger.watch
      : trigger.kind === 'timed' || trigger.kind === 'auto-follow'
        ? `after ${trigger.seconds} s`
        : null
  return {
    name: cueName(cue, plan.show.departments),
    department: cue.department,
    number: cue.number,
    title: cue.title,
    how: trigger.kind,
    watch,
    safety: cue.safety === true,
  }
}

/** `only`: the department this is for; its own standbys, calls and answers, in its own count, and nobody else's. */
export function callingSection(plan: Plan, state: CallingState, only: DepartmentId | null): CallingSection {
  const { moments } = plan.timeline
  const all = only === null
  const count = countOf(plan.timeline, only)
  const mine = (index: number) => all || concerns(plan, index).includes(only)
  const line = (moment: Moment | null | undefined) => (moment ? momentLine(plan, moment, only) : null)
  const next = count.moments.find((moment) => isAhead(state, moment, only))
  const last = state.called.findLast((called) => mine(called.moment))
  return {
    now: line(last && moments[last.moment]),
    upNext: line(next),
    next: next ? count.placeOf(next.index) : count.moments.length,
    move: all ? state.desk.move : null,
    taken: all ? state.desk.taken : [],
    lists: all ? otherLists(plan, state) : [],
    cut: state.cut.filter(mine).map(count.placeOf),
    clear: clearMoments(plan, state, only).map(count.placeOf),
    clearAsked: clearAsked(plan, state, only).map(count.placeOf),
    rules: state.rules,
    cans: state.cans
      .filter((word) => all || word.department === only)
      .map(({ department, heard }) => ({ department, heard })),
    standbys: standbyLines(plan, state, only),
    recent: recentLines(state, mine, only, count),
    steppedBack: steppedBackLine(state, mine, count),
    turned: turnedLine(state, count),
  }
}

function recentLines(
  { called, reports }: CallingState,
  mine: (moment: number) => boolean,
  only: DepartmentId | null,
  count: Count,
): readonly RecentLine[] {
  return called
    .map((one, call) => ({ ...one, call }))
    .filter((one) => mine(one.moment))
    .slice(-RECENT_MAX)
    .map(({ moment, at, seq, call }) => ({
      moment: count.placeOf(moment),
      at,
      seq,
      reports: reports
        .filter((word) => word.call === call && (only === null || word.department === only))
        .map(({ department, outcome }) => ({ department, outcome })),
    }))
}

function concerns({ timeline }: Plan, index: number): readonly DepartmentId[] {
  const moment = timeline.moments[index]
  return moment ? momentDepartments(moment) : []
}

/** The caller's next is the deck's; a department's is the first of its own, whichever list calls it. */
const isAhead = ({ desk, cut }: CallingState, moment: Moment, only: DepartmentId | null): boolean =>
  moment.index >= standsAt(desk, moment.playhead) &&
  !cut.includes(moment.index) &&
  (only !== null || moment.playhead === DECK)

function otherLists(plan: Plan, state: CallingState): CallingSection['lists'] {
  const { moments } = plan.timeline
  const names = [...new Set(moments.map((moment) => moment.playhead))].filter((name) => name !== DECK)
  return names.map((name) => ({ name, next: nextOf(plan.timeline, state, name)?.index ?? moments.length }))
}

function standbyLines(plan: Plan, state: CallingState, only: DepartmentId | null): readonly StandbyLine[] {
  const count = countOf(plan.timeline, only)
  return state.standbys
    .filter((standby) => only === null || concerns(plan, standby.moment).includes(only))
    .map(({ moment, at, acknowledged }) => ({
      moment: count.placeOf(moment),
      at,
      // Beside the paper nobody has a screen to answer on, so nobody is waited for.
      concerns: state.rules.besidePaper
        ? []
        : concerns(plan, moment).filter((department) => only === null || department === only),
      acknowledged: acknowledged.filter((one) => only === null || one.department === only),
    }))
}

export function scriptSection(plan: Plan): ScriptSection {
  const items = new Map(plan.timeline.items.map((item) => [item.id, item]))
  const roles = new Map(plan.show.roles.map((role) => [role.id, role.name]))
  return {
    lines: plan.show.script.flatMap((line) => {
      const item = items.get(line.item)
      if (!item) return []
      const at = { act: item.act, seconds: item.starts.seconds + line.seconds }
      const speaker = line.role === undefined ? null : (roles.get(line.role) ?? null)
      return [{ at, item: item.index, speaker, kind: line.kind, text: line.text }]
    }),
  }
}

/** `only`: whose part: notes to that department and notes from that person or device. Null for all. */
export function notesSection(
  state: CallingState,
  only: { readonly department: DepartmentId | null; readonly by: readonly string[] } | null,
): NotesSection {
  return {
    notes: state.notes
      .filter(
        (note) =>
          only === null ||
          (note.department !== null && note.department === only.department) ||
          only.by.includes(note.by),
      )
      .map(({ seq, at, department, item, text }) => ({ seq, at, department, item, text })),
  }
}
