// What a viewer may see of one performance: the only way out of its state.

import { running, stillExpected } from '../calling/expected.ts'
import { type Kind, may, sees, type Viewer } from '../disclosure/policy.ts'
import { type Instant, instant } from '../kit/time.ts'
import { reportHouse } from '../paperwork/house.ts'
import { type Report, report } from '../paperwork/report.ts'
import { type RunSheet, runSheet } from '../paperwork/run-sheet.ts'
import { type SignInSheet, signInSheet } from '../paperwork/sign-in-sheet.ts'
import { type AskingCounts, askingOf } from '../presence/worth.ts'
import { changesInForce } from '../reorder/night-order.ts'
import type { DepartmentId, PersonId } from '../show/show.ts'
import {
  type AttendanceSection,
  attendanceSection,
  type HeadCountSection,
  headCountSection,
  type RollSection,
  rollSection,
  type SignedSection,
  signedSection,
} from './attendance-section.ts'
import { clearingAudience } from './clearing-audience.ts'
import type { ClearingSection } from './clearing-section.ts'
import { askAudiences } from './concern-audiences.ts'
import { halfCalledAt } from './half.ts'
import { type HouseSection, houseSection } from './house-section.ts'
import { type IncidentSection, incidentSection } from './incident-section.ts'
import { type LineNotesSection, lineNotesAudience } from './line-notes.ts'
import type { NightState, Plan } from './night.ts'
import { orderDraft } from './order-audience.ts'
import type { OrderDraftSection } from './order-draft-section.ts'
import { planAudiences } from './plan-audiences.ts'
import type { PlanSections } from './plan-section.ts'
import { presenceAudiences } from './presence-audiences.ts'
import type {
  AsksSection,
  ConcernsSection,
  CoversSection,
  DueSection,
  MicrophonesSection,
  OwnPresenceSection,
  WhereSection,
} from './presence-sections.ts'
import { printed } from './printed-audience.ts'
import { type RanSection, ranSection } from './ran-section.ts'
import {
  type CallingSection,
  type CuesSection,
  callingSection,
  cuesSection,
  type NotesSection,
  notesSection,
  type OrderSection,
  orderSection,
  type PositionSection,
  positionSection,
  type ScriptSection,
  scriptSection,
} from './sections.ts'
import type { PrintedSection } from './sheets.ts'
import { type SideSection, sideSection } from './side-section.ts'
import { type TasksSection, tasksSection } from './tasks-section.ts'
import { inOrder, tonight } from './tonight.ts'
import { changedFor } from './tonight-changed.ts'
import { type TrackSection, trackSection, type WardsSection, wardsSection } from './track-section.ts'
import { type VampSection, type VampsSection, vampSection, vampsSection } from './vamp-section.ts'

/** Everything a screen can be made of; what a viewer may not see is not there at all. */
export type View = PlanSections & {
  readonly position?: PositionSection | null
  readonly order?: OrderSection
  readonly ran?: RanSection
  readonly cues?: CuesSection
  readonly calling?: CallingSection
  readonly vamps?: VampsSection
  readonly vamp?: VampSection
  readonly script?: ScriptSection
  readonly track?: TrackSection | null
  readonly clearing?: ClearingSection | null
  readonly wards?: WardsSection
  readonly side?: SideSection | null
  readonly notes?: NotesSection
  readonly tasks?: TasksSection
  readonly lineNotes?: LineNotesSection
  readonly printed?: PrintedSection
  readonly beside?: BesideSection | null
  readonly roll?: RollSection
  readonly attendance?: AttendanceSection
  readonly signed?: SignedSection
  readonly headCount?: HeadCountSection
  readonly house?: HouseSection
  readonly due?: DueSection
  readonly where?: WhereSection
  readonly ownPresence?: OwnPresenceSection
  readonly asks?: AsksSection
  readonly concerns?: ConcernsSection
  readonly covers?: CoversSection
  readonly microphones?: MicrophonesSection | null
  readonly asking?: AskingCounts | null
  readonly incident?: IncidentSection
  readonly orderDraft?: OrderDraftSection
}
export type BesideSection = { readonly at: Instant; readonly text: string | null }
type SectionName = keyof View

/** One section for one audience. Two viewers with equal keys are sent the very same bytes. */
export type Audience = {
  readonly section: SectionName
  /** Unique per section and scope. */
  readonly key: string
  /** Unchanged from the opening of the performance to its close, but for another order (REORDER-15). */
  readonly fixed: boolean
  readonly compute: (plan: Plan, state: NightState, now: Instant) => View[SectionName]
  /** The parts of the state that it is made from: while each is the same, so is the section. */
  readonly from?: (state: NightState) => readonly unknown[]
  /** It changes as time passes: computed again at every step of SECTION_STEP_MS. What a GO shifts by seconds comes then. */
  readonly timely?: true
}

/** The sections this viewer is given, decided by the policy table and nothing else. */
export function audiences(viewer: Viewer): readonly Audience[] {
  return [
    ...position(viewer),
    ...ran(viewer),
    ...cuesAndCalling(viewer),
    ...vamps(viewer),
    ...script(viewer),
    ...track(viewer),
    ...clearingAudience(viewer),
    ...wards(viewer),
    ...side(viewer),
    ...notes(viewer),
    ...tasks(viewer),
    ...lineNotesAudience(viewer),
    ...beside(viewer),
    ...signs(viewer),
    ...house(viewer),
    ...incident(viewer),
    ...presenceAudiences(viewer),
    ...askAudiences(viewer),
  ]
    .map(asTonight)
    .concat(planAudiences(viewer), orderDraft(viewer), printed(viewer))
}

/** Every screen follows the plan at the pace that earlier performances taught, and with who plays what tonight. */
const asTonight = ({ compute, from, ...audience }: Audience): Audience => ({
  ...audience,
  compute: (plan, state, now) => compute(tonight(plan, state), state, now),
  ...(from ? { from: (state) => [...from(state), ...recast(state)] } : {}),
})

const recast = ({ covering, absence, order }: NightState) => [covering.versions, absence, order.versions]

/** The whole view at once, for snapshots and tests. `now`: as of the opening unless it is said. */
export function view(
  plan: Plan,
  state: NightState,
  viewer: Viewer,
  now: Instant = state.calling.opened?.at ?? instant(0),
): View {
  return Object.fromEntries(
    audiences(viewer).map((audience) => [audience.section, audience.compute(plan, state, now)]),
  )
}

/** The report as this viewer may read it: whole, their department's part, or null. */
export function reportFor(plan: Plan, state: NightState, viewer: Viewer): Report | null {
  const scope = sees(viewer, 'report')
  if (scope === null) return null
  const { department, person, device } = viewer
  // Whose screen stands for a side, and for none yet, has no part.
  if (scope === 'own' && department === null && sees(viewer, 'cues') === 'side') return null
  const by = person === null ? [device] : [device, person]
  const only = scope === 'all' ? null : { department, person, by }
  const { show, timeline } = inOrder(plan, changesInForce(state.order))
  const written = report(show, timeline, state.calling, only, state.learned)
  // The house's own section, and of the whole report a part (roles: FOH).
  return (
    written && {
      ...written,
      ...(sees(viewer, 'house') === 'all' ? { house: reportHouse(state.house, state.calling) } : {}),
      ...(sees(viewer, 'concerns') === 'all' ? { asking: askingOf(state.presence.concerns) } : {}),
      ...changedFor(plan, state, viewer),
      ...(sees(viewer, 'keeping') === 'all' && state.damage.length > 0 ? { damage: state.damage } : {}),
    }
  )
}

/** A department's run sheet, for whoever may have it; null where there is none for them, whatever the department. */
export function runSheetFor(
  raw: Plan,
  state: NightState,
  viewer: Viewer,
  asked: string | null,
  now: Instant,
): RunSheet | null {
  const scope = sees(viewer, 'sheets')
  if (scope === null) return null
  const { show, timeline } = tonight(raw, state)
  const own = viewer.department
  const chosen = scope === 'all' ? (asked ?? own ?? show.departments[0]?.id ?? null) : own
  if (chosen === null || (scope !== 'all' && asked !== null && asked !== own)) return null
  const clock = running(timeline, state.calling)
  const { opened } = state.calling
  // `as`: whether it is a department's id is what the look-up asks.
  return runSheet(
    show,
    timeline,
    chosen as DepartmentId,
    opened && clock ? { number: opened.number, expected: (point) => stillExpected(clock, point, now) } : null,
  )
}

/** The sign-in sheet of a performance, for whoever sees all of it; null for everybody else. */
export function signInSheetFor(
  { show }: Plan,
  { calling, attendance }: NightState,
  viewer: Viewer,
): SignInSheet | null {
  return sees(viewer, 'attendance') === 'all' ? signInSheet(show, calling, attendance) : null
}

/** Whose run sheets this viewer may print. */
export function sheetDepartments({ show }: Plan, viewer: Viewer): readonly { id: string; name: string }[] {
  const scope = sees(viewer, 'sheets')
  return show.departments
    .filter(({ id }) => scope === 'all' || (scope !== null && id === viewer.department))
    .map(({ id, name }) => ({ id, name }))
}

function position(viewer: Viewer): Audience[] {
  if (sees(viewer, 'position') !== 'all') return []
  return [
    {
      section: 'position',
      key: 'position',
      fixed: false,
      compute: (plan, state) => positionSection(plan, state.calling),
    },
    {
      section: 'order',
      key: 'order',
      fixed: true,
      compute: (plan, state) => orderSection(plan, state.learned),
    },
  ]
}

/** For the running order of whoever sees all that is called. */
function ran(viewer: Viewer): Audience[] {
  if (sees(viewer, 'position') !== 'all' || sees(viewer, 'cues') !== 'all') return []
  return [{ section: 'ran', key: 'ran', fixed: false, compute: (_plan, state) => ranSection(state.calling) }]
}

function cuesAndCalling(viewer: Viewer): Audience[] {
  const only = departmentOf(viewer, 'cues')
  if (only === undefined) return []
  const key = only ?? 'all'
  return [
    ofPlan('cues', `cues:${key}`, (plan) => cuesSection(plan, only)),
    {
      section: 'calling',
      key: `calling:${key}`,
      fixed: false,
      compute: (plan, state) => callingSection(plan, state.calling, only),
    },
  ]
}

/** Of the plan alone: the same all night, unless somebody else plays it. */
const ofPlan = (section: SectionName, key: string, compute: Audience['compute']): Audience => ({
  ...{ section, key, fixed: false, compute, from: () => [] },
})

/** Null: all departments. Undefined: none. A role that sees its side and has none sees nothing. */
function departmentOf(viewer: Viewer, kind: Kind): DepartmentId | null | undefined {
  const scope = sees(viewer, kind)
  if (scope === 'all') return null
  return scope === 'side' ? (viewer.department ?? undefined) : undefined
}

function vamps(viewer: Viewer): Audience[] {
  if (sees(viewer, 'vamps') !== 'all') return []
  return [
    { section: 'vamps', key: 'vamps', fixed: true, compute: (plan) => vampsSection(plan) },
    { section: 'vamp', key: 'vamp', fixed: false, compute: (_plan, state) => vampSection(state.calling) },
  ]
}

function script(viewer: Viewer): Audience[] {
  if (sees(viewer, 'script') !== 'all') return []
  return [{ section: 'script', key: 'script', fixed: true, compute: (plan) => scriptSection(plan) }]
}

function track(viewer: Viewer): Audience[] {
  const person: PersonId | null = viewer.person
  if (person === null || sees(viewer, 'obligations') === null) return []
  return [ofPlan('track', `track:${person}`, (plan) => trackSection(plan, person))]
}

function wards(viewer: Viewer): Audience[] {
  const { person } = viewer
  // Whoever sees everybody's has them in the plan; this is the list of the person who looks after them.
  if (person === null || sees(viewer, 'wards') !== 'own') return []
  return [ofPlan('wards', `wards:${person}`, (plan) => wardsSection(plan, person))]
}

/** For a screen that stands at a place: its side's. One without a place sees none. */
function side(viewer: Viewer): Audience[] {
  const { place } = viewer
  if (place === null || sees(viewer, 'side') === null) return []
  return [ofPlan('side', `side:${place}`, (plan) => sideSection(plan, place))]
}

function notes(viewer: Viewer): Audience[] {
  const scope = sees(viewer, 'report')
  if (scope === null) return []
  const by = [viewer.device, ...(viewer.person === null ? [] : [viewer.person])]
  const only = scope === 'all' ? null : { department: viewer.department, by }
  const key = only === null ? 'notes:all' : `notes:${viewer.department ?? ''}:${by.join(':')}`
  const compute: Audience['compute'] = (_plan, state) => notesSection(state.calling, only)
  return [{ section: 'notes', key, fixed: false, compute, from: ({ calling }) => [calling.notes] }]
}

/** With the notes: whoever reads all of them gives tasks, others have their own. */
function tasks(viewer: Viewer): Audience[] {
  const scope = sees(viewer, 'report')
  if (scope === null) return []
  const { department, person } = viewer
  const only = scope === 'all' ? null : { department, person }
  const key = only === null ? 'tasks:all' : `tasks:${department ?? ''}:${person ?? ''}`
  return [
    {
      section: 'tasks',
      key,
      fixed: false,
      compute: (plan, state) => tasksSection(plan, state.calling, only),
    },
  ]
}

/** What was kept of the paper report, for whoever compares it with the desk's. */
function beside(viewer: Viewer): Audience[] {
  if (!may(viewer, 'compare with the paper')) return []
  const compute: Audience['compute'] = (_plan, { compared }) =>
    compared && { at: compared.at, text: compared.text }
  return [{ section: 'beside', key: 'beside', fixed: false, compute, from: (state) => [state.compared] }]
}

/** The whole sheet for stage management, the names for the stage door, a number for the house, their own for everybody. */
function signs(viewer: Viewer): Audience[] {
  const one = (
    is: boolean,
    section: SectionName,
    compute: Audience['compute'],
    key: string = section,
  ): Audience[] =>
    is ? [{ section, key, fixed: section === 'roll', compute, from: (state) => [state.attendance] }] : []
  const { person } = viewer
  const wards = sees(viewer, 'wards') === 'own'
  return [
    ...one(sees(viewer, 'names') === 'all', 'roll', (plan) => rollSection(plan)),
    ...sheet(viewer),
    ...one(sees(viewer, 'head count') === 'all', 'headCount', (_plan, state) =>
      headCountSection(state.attendance),
    ),
    ...(person === null
      ? []
      : one(
          sees(viewer, 'attendance') !== null,
          'signed',
          (plan, state) => signedSection(plan, state.attendance, person, wards),
          `signed:${person}${wards ? ':wards' : ''}`,
        )),
  ]
}

/** The whole sheet; from the half on, with what is done about whoever is not in. */
function sheet(viewer: Viewer): Audience[] {
  if (sees(viewer, 'attendance') !== 'all') return []
  const compute: Audience['compute'] = (plan, { attendance, calling }) =>
    attendanceSection(plan, attendance, halfCalledAt(calling))
  const from: Audience['from'] = ({ attendance, calling }) => [attendance, calling.calls]
  return [{ section: 'attendance', key: 'attendance', fixed: false, compute, from }]
}

function house(viewer: Viewer): Audience[] {
  if (sees(viewer, 'house') !== 'all') return []
  const compute: Audience['compute'] = ({ timeline }, state) => houseSection(state, timeline.callPace)
  return [{ section: 'house', key: 'house', fixed: false, compute }]
}

/** Whoever finds somebody needs it, whoever they are; it is kept on the device for when the desk is not heard. */
function incident(viewer: Viewer): Audience[] {
  if (sees(viewer, 'safety') !== 'all') return []
  return [{ section: 'incident', key: 'incident', fixed: true, compute: incidentSection }]
}
