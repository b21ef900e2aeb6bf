// Nights for tests: who presses, what they press, and what came of it, without server, clock or log.

import fc from 'fast-check'
import { accountings } from '../../src/core/attendance/commands.ts'
import { outcomes } from '../../src/core/calling/events.ts'
import type { DeviceId, RoleName, Viewer } from '../../src/core/disclosure/policy.ts'
import { id } from '../../src/core/kit/ids.ts'
import type { Json } from '../../src/core/kit/json.ts'
import type { Result } from '../../src/core/kit/result.ts'
import { type Instant, instant } from '../../src/core/kit/time.ts'
import {
  apply,
  decide,
  emptyNight,
  type LoggedEvent,
  type NightCommand,
  type NightContext,
  type NightEvent,
  type NightState,
  type Plan,
  planOf,
} from '../../src/core/night/night.ts'
import { tonight } from '../../src/core/night/tonight.ts'
import { callsBefore } from '../../src/core/show/call-tables.ts'
import { numberOf, type PerformanceKind } from '../../src/core/show/kinds.ts'
import type { DepartmentId, Show } from '../../src/core/show/show.ts'
import { type MomentId, momentDepartments } from '../../src/core/show/timeline.ts'
import { anyShow, littleShow } from './shows.ts'

type ViewerParts = {
  readonly person?: string
  readonly department?: string
  readonly device?: string
  readonly place?: string
}

/** A device with this role; departments and persons only where they are given. */
export const aViewer = (roles: RoleName | readonly RoleName[], parts: ViewerParts = {}): Viewer => {
  const all = typeof roles === 'string' ? [roles] : roles
  return {
    device: id<'device'>(parts.device ?? `${all.join('-')}-device`) as DeviceId,
    roles: all,
    person: parts.person === undefined ? null : id<'person'>(parts.person),
    department: parts.department === undefined ? null : id<'department'>(parts.department),
    place: parts.place === undefined ? null : id<'place'>(parts.place),
  }
}

export const theCaller = aViewer('caller')
export const theSM = aViewer('SM')

/** 19:00 in London on a day in June; the curtain is due half an hour later. */
export const OPENED_AT = instant(Date.UTC(2031, 5, 6, 18, 0, 0))
export const CURTAIN_AT = instant(OPENED_AT + 30 * 60_000)

export type Asked = {
  readonly command: NightCommand
  readonly context: NightContext
  readonly before: NightState
  readonly decision: Result<readonly NightEvent[]>
  readonly events: readonly LoggedEvent[]
  readonly after: NightState
}

/** A performance in a test's hands: every press is decided, recorded and folded in, and nothing is forgotten. */
export class TestNight {
  readonly plan: Plan
  readonly goIntervalMs: number
  readonly log: LoggedEvent[] = []
  readonly asked: Asked[] = []
  state: NightState = emptyNight
  now: Instant = OPENED_AT

  constructor(plan: Plan, goIntervalMs = 250) {
    this.plan = plan
    this.goIntervalMs = goIntervalMs
  }

  /** The machine opens the performance. */
  open(curtainAt: Instant = CURTAIN_AT, kind: PerformanceKind = 'show'): this {
    const { country, timeZone } = this.plan.show
    const edition = this.plan.timeline.edition.id
    const what = kind === 'show' ? {} : { kind }
    const number = numberOf(kind, 1)
    const body = { number, show: 'hash', edition, curtainAt, country, timeZone, ...what }
    this.record('machine', { type: 'performance.opened', v: 1, body })
    return this
  }

  wait(ms: number): this {
    this.now = instant(this.now + ms)
    return this
  }

  ask(command: NightCommand, by: Viewer = theCaller, ageMs = 0): Result<readonly NightEvent[]> {
    const madeAt = instant(this.now - ageMs)
    const context = { at: this.now, madeAt, by, goIntervalMs: this.goIntervalMs }
    const before = this.state
    const decision = decide(this.plan, before, command, context)
    const events = decision.ok
      ? decision.value.map((event) => this.record(by.person ?? by.device, event))
      : []
    this.asked.push({ command, context, before, decision, events, after: this.state })
    return decision
  }

  /** As `ask`, but a refusal is the test's mistake. */
  do(command: NightCommand, by: Viewer = theCaller): this {
    const decision = this.ask(command, by)
    if (!decision.ok) throw new Error(`${command.name}: ${decision.refusal.sentence}`)
    return this
  }

  /** GO on whatever is next, as a hand at this desk would. */
  go(by: Viewer = theCaller): Result<readonly NightEvent[]> {
    const { next, move } = this.state.calling.desk
    const { moments } = tonight(this.plan, this.state).timeline
    const moment = moments[next]?.id ?? id<'moment'>('nothing-left')
    return this.ask({ name: 'cue.go', moment, move }, by)
  }

  record(by: string, event: { type: string; v: number; body: Json; detail?: Json | undefined }): LoggedEvent {
    const recorded: LoggedEvent = {
      seq: this.state.seq + 1,
      at: this.now,
      by,
      type: event.type,
      v: event.v,
      body: event.body,
      detail: event.detail ?? null,
    }
    this.log.push(recorded)
    this.state = apply(this.plan, this.state, recorded)
    return recorded
  }
}

/** The record event by event, from the opening on: what each found and what it left. */
export function foldedOf({ plan, log }: TestNight): readonly {
  readonly event: LoggedEvent
  readonly before: NightState
  readonly after: NightState
}[] {
  let before = emptyNight
  return log.map((event) => {
    const step = { event, before, after: apply(plan, before, event) }
    before = step.after
    return step
  })
}

/** A night of this show's first edition, not opened yet. */
export const nightOf = (show: Show, goIntervalMs?: number, kind?: PerformanceKind): TestNight =>
  new TestNight(planOf(show, undefined, kind), goIntervalMs)

export const codeOf = (decision: Result<unknown>): string => (decision.ok ? 'ok' : decision.refusal.code)
export const sentenceOf = (decision: Result<unknown>): string =>
  decision.ok ? 'ok' : decision.refusal.sentence

/** One thing somebody does, thrown by fast-check; what it comes to depends on where the night is. */
export type Press = {
  readonly what: number
  readonly which: number
  readonly who: number
  readonly waitMs: number
  readonly ageMs: number
}

export const anyPresses: fc.Arbitrary<readonly Press[]> = fc.array(
  fc.record({
    what: fc.nat(39),
    which: fc.nat(15),
    who: fc.nat(13),
    waitMs: fc.oneof(fc.nat(600), fc.nat(20_000), fc.nat(400_000)),
    ageMs: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4_000) }),
  }),
  { maxLength: 60, size: 'max' },
)

const pressers: readonly Viewer[] = [
  ...Array.from({ length: 9 }, () => theCaller),
  theSM,
  aViewer('dept', { department: 'lx' }),
  aViewer('dept', { department: 'snd', device: 'snd-device' }),
  aViewer('ASM', { person: 'ann' }),
  aViewer('perf', { person: 'bob' }),
]

/** Presses a little of everything, more often sensible than not. */
export function playPresses(night: TestNight, presses: readonly Press[]): TestNight {
  for (const press of presses) {
    night.wait(press.waitMs)
    const by = pressers[press.who % pressers.length] ?? theCaller
    night.ask(commandOf(night, press, by), by, press.ageMs)
  }
  return night
}

const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)]

function commandOf(night: TestNight, { what, which }: Press, by: Viewer): NightCommand {
  const { timeline, show } = night.plan
  const { desk, standbys, acts } = night.state.calling
  const next = timeline.moments[desk.next]?.id ?? id<'moment'>('nothing-left')
  const some = pick(timeline.moments, which)?.id ?? next
  const act = pick(timeline.acts, which)?.act ?? 1
  const soon = timeline.acts.find((one) => !acts.some((gone) => gone.act === one.act))?.act ?? 1
  const department = by.department ?? pick(show.departments, which)?.id ?? null
  switch (what) {
    case 0:
      return { name: 'desk.take' }
    case 1:
    case 2:
      return {
        name: 'call.give',
        act: soon,
        call: pick(callsBefore(show.country, soon), which)?.id ?? 'half',
      }
    case 3:
      return { name: 'act.up', act: soon }
    case 4:
      return { name: 'act.down', act: acts.at(-1)?.act ?? act }
    case 5:
      return { name: 'item.start', item: pick(timeline.items, which)?.id ?? id<'item'>('none') }
    case 6:
    case 7:
      return { name: 'standby.give', moment: what === 6 ? next : some }
    case 8:
    case 9: {
      const standing = pick(standbys, which)
      const moment = standing === undefined ? undefined : timeline.moments[standing.moment]
      const concerned = moment ? pick(momentDepartments(moment), which) : undefined
      return {
        name: 'standby.acknowledge',
        moment: moment?.id ?? some,
        department: by.department ?? concerned ?? department ?? id<'department'>('none'),
        channel: by.department === null ? 'cans' : 'screen',
      }
    }
    case 10:
    case 11:
    case 12:
    case 13:
      return { name: 'cue.go', moment: next, move: desk.move }
    case 14:
      return { name: 'cue.go', moment: some, move: Math.max(0, desk.move - (which % 3)) }
    case 15:
      return { name: 'desk.step-back', move: desk.move, reason: which % 2 === 0 ? '' : 'again from there' }
    case 16:
      return { name: 'clock.hold' }
    case 17:
      return { name: 'clock.resume' }
    case 18:
      return { name: 'note.write', department, text: which === 0 ? ' ' : `note ${which}` }
    case 19:
      return which === 0 ? { name: 'performance.close' } : { name: 'act.up', act }
    default:
      return rarerCommand(night, { what, which }, { some, next, department, soon, by })
  }
}

type Around = {
  readonly some: MomentId
  readonly next: MomentId
  readonly department: DepartmentId | null
  readonly soon: number
  readonly by: Viewer
}

/** What a desk does besides standby and GO, and what others say of it. */
function rarerCommand(
  night: TestNight,
  { what, which }: Pick<Press, 'what' | 'which'>,
  { some, next, department, soon, by }: Around,
): NightCommand {
  const { desk, called, cut, rules, notes, tasks } = night.state.calling
  const { moments } = night.plan.timeline
  const move = Math.max(0, desk.move - (which % 4 === 0 ? 1 : 0))
  const known = department ?? id<'department'>('none')
  switch (what) {
    case 20:
      return { name: 'desk.jump', moment: some, move }
    case 21:
      return { name: 'cue.go', moment: some, move, jump: true }
    case 22:
      return { name: 'cue.skip', moment: which % 2 === 0 ? next : some, move }
    case 23:
      return { name: 'cue.cut', moment: which % 2 === 0 ? next : some }
    case 24:
      return { name: 'cue.restore', moment: moments[pick(cut, which) ?? -1]?.id ?? some }
    case 25:
    case 26:
      return { name: 'clear.say', moment: what === 25 ? next : some }
    case 27:
      return { name: 'clear.withdraw', moment: some }
    case 28: {
      const moment = moments[pick(called, which)?.moment ?? -1]?.id ?? some
      const outcome = outcomes[which % outcomes.length] ?? 'complete'
      return { name: 'cue.report', moment, department: known, outcome }
    }
    case 29:
      return { name: 'standby.give', moment: next, to: some }
    case 30:
      return { name: which % 3 === 0 ? 'house.withdraw' : 'house.clear', act: soon }
    case 31:
      return { name: 'act.expect', act: soon, upAt: instant(OPENED_AT + which * 60_000) }
    case 32:
    case 33: {
      const ids = notes.map((_note, index) => `1-${index + 1}`)
      return { name: 'task.give', task: pick(ids, which) ?? '1-0', owner: { department: known } }
    }
    case 34: {
      const task = pick(tasks, which)?.id ?? '1-0'
      return { name: which % 2 === 0 ? 'task.finish' : 'task.reopen', task }
    }
    case 36:
    case 37:
    case 38:
    case 39:
      return signingCommand(night, { what, which }, by)
    default:
      return which % 4 === 0
        ? { name: 'rule.change', rules: { twoStep: !rules.twoStep } }
        : { name: 'cans.check', department: known, heard: which % 2 === 0 }
  }
}

/** Who comes and goes, and what is said of it. */
function signingCommand(
  night: TestNight,
  { what, which }: Pick<Press, 'what' | 'which'>,
  by: Viewer,
): NightCommand {
  const { people } = night.plan.show
  const { visitors } = night.state.attendance
  const person = by.person ?? pick(people, which)?.id ?? id<'person'>('nobody')
  const visitor = pick(visitors, which)?.visitor ?? 1
  const who = which % 3 === 0 ? { visitor } : { person }
  switch (what) {
    case 36:
      return { name: 'sign.in', person }
    case 37:
      return which % 2 === 0
        ? { name: 'sign.out', who }
        : { name: 'sign.away', person, backAt: which % 3 === 0 ? null : instant(night.now + 60_000) }
    case 38:
      return which % 2 === 0
        ? { name: 'sign.undo', who }
        : { name: 'visitor.in', visitor: `visitor ${which}`, host: which % 3 === 0 ? null : person }
    default: {
      const witness = pick(people, which + 1)?.id ?? person
      const place = pick(night.plan.show.venue.places, which)?.id ?? null
      return which % 3 === 0
        ? { name: which % 2 === 0 ? 'sweep.mark' : 'sweep.undo', place, by: witness }
        : { name: 'account.for', who, how: pick(accountings, which) ?? 'seen out', by: witness, words: 'x' }
    }
  }
}

export type RoughNight = {
  readonly show: Show
  readonly presses: readonly Press[]
  readonly goIntervalMs: number
}

/** A show and what everybody presses; what fast-check prints of it is enough to play it again. */
export const anyNight: fc.Arbitrary<RoughNight> = fc.record({
  show: anyShow,
  presses: anyPresses,
  goIntervalMs: fc.constantFrom(250, 250, 0, 1_000),
})

export const playNight = ({ show, presses, goIntervalMs }: RoughNight): TestNight =>
  playPresses(nightOf(show, goIntervalMs).open(), presses)

/** Holds a sentence against every press of many nights. */
export function onEveryPress(check: (asked: Asked, night: TestNight) => void): void {
  fc.assert(
    fc.property(anyNight, (rough) => {
      const night = playNight(rough)
      for (const asked of night.asked) check(asked, night)
    }),
    { numRuns: 150 },
  )
}

/** The little show, opened. */
export const littleNight = (): TestNight => nightOf(littleShow()).open()
export const momentId = (name: string): MomentId => id<'moment'>(name)
