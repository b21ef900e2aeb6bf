// The people of the night, as far as their fingers go: they look at their screen, take their time, and press.

import { outcomes } from '../../src/core/calling/events.ts'
import type { Viewer } from '../../src/core/disclosure/policy.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import type {
  CallingSection,
  CuesSection,
  MomentLine,
  PositionSection,
} from '../../src/core/night/sections.ts'
import type { Sections, WireCommand } from '../../src/wire/messages.ts'
import { concernAtSide, concernByTheList, concernOnPhone } from './concern-words.ts'
import type { Device } from './device.ts'
import { ofHouse } from './house-words.ts'
import { marked } from './little-show.ts'
import { anotherOrder } from './ordering.ts'
import { isPlanning, planByTheList } from './plan-words.ts'
import type { Scheduler } from './scheduler.ts'
import type { Screens } from './screens.ts'
import { signByTheList, signOnPhone } from './signing.ts'

export type Company = {
  readonly desks: readonly Device[]
  readonly managers: readonly Device[]
  readonly departments: readonly Device[]
  readonly phones: readonly Device[]
  readonly wings: readonly Device[]
}

export type PeopleOptions = {
  readonly company: Company
  readonly scheduler: Scheduler
  readonly dice: Dice
  readonly screens: Screens
  /** When everybody takes their hands off. */
  readonly until: number
  /** The show is edited, or tonight asked to take what was; over HTTP, not over their own line. */
  readonly edit: (by: Viewer, asks: boolean) => void
  /** Server time, for the next performance's curtain. */
  readonly wall: () => number
}

/** Sets everybody to work; phones listen, and sign their own in and out. */
export function setToWork(options: PeopleOptions): void {
  const { company } = options
  for (const desk of company.desks) work(options, desk, 700, () => atTheDesk(options, desk))
  // Before the first call tonight takes what is edited by itself.
  const [first] = company.managers
  if (first && options.dice.chance(0.3))
    options.scheduler.after(options.dice.whole(0, 900), () => options.edit(first.viewer, false))
  for (const manager of company.managers) work(options, manager, 4_000, () => manage(options, manager))
  for (const one of company.departments) work(options, one, 900, () => inDepartment(options, one))
  for (const one of company.phones) work(options, one, 9_000, () => onPhone(options, one))
  for (const one of company.wings)
    work(options, one, 6_000, () => press(one, concernAtSide(one.state.sections, options.dice)))
}

export function work(options: PeopleOptions, device: Device, pauseMs: number, act: () => void): void {
  const { scheduler, dice, until } = options
  const pause = pauseMs * (0.3 + 1.4 * dice.next())
  scheduler.after(pause, () => {
    if (scheduler.now() >= until) return
    // A dead screen is pressed now and then all the same: people do.
    const livening = device.state.connection === 'live' ? 1 : 0.25
    if (device.awake && dice.chance(livening)) act()
    work(options, device, pauseMs, act)
  })
}

export function press(device: Device, command: WireCommand | null): void {
  if (command !== null) device.press(command)
}

function atTheDesk(options: PeopleOptions, desk: Device): void {
  const { dice } = options
  const command = byTheBook(desk.state.sections, dice) ?? null
  const roll = dice.next()
  if (roll < 0.05) press(desk, note(options, desk))
  else if (roll < 0.12) press(desk, astray(desk.state.sections, dice))
  else if (roll < 0.16) press(desk, ofHouse(desk.state.sections, dice))
  else if (roll < 0.18) press(desk, anotherOrder(desk.state.sections, dice))
  else if (command?.name === 'cue.go') go(options, desk, command)
  else if (command?.name === 'performance.close' && dice.chance(0.5)) return
  else press(desk, command)
}

/** One hand that shakes, or two hands on two desks. */
function go(options: PeopleOptions, desk: Device, command: WireCommand): void {
  const { dice, scheduler, company } = options
  press(desk, command)
  const roll = dice.next()
  if (roll < 0.1) scheduler.after(dice.whole(1, 400), () => press(desk, command))
  const other = company.desks.find((one) => one !== desk)
  if (roll > 0.8 && other?.awake) {
    scheduler.after(dice.whole(0, 60), () => {
      const theirs = byTheBook(other.state.sections, dice)
      press(other, theirs?.name === 'cue.go' ? theirs : command)
    })
  }
}

type Desk = {
  readonly position: PositionSection
  readonly cues: CuesSection
  readonly calling: CallingSection
}

function deskOf({ position, cues, calling }: Sections): Desk | null {
  return position != null && cues !== undefined && calling !== undefined ? { position, cues, calling } : null
}

/** What comes next in the prompt book, as this screen shows it. */
export function byTheBook(sections: Sections, dice: Dice): WireCommand | null {
  const desk = deskOf(sections)
  if (desk === null) return null
  const { position, cues, calling } = desk
  if (position.closedAt !== null) return null
  if (position.running.heldSince !== null) return dice.chance(0.6) ? { name: 'clock.resume' } : null
  const up = position.acts.find((act) => act.downAt === null)
  const next = cues.moments.find((moment) => moment.index === calling.next)
  if (up === undefined) return betweenActs(position, dice)
  if (next === undefined || next.at.act !== up.act) return { name: 'act.down', act: up.act }
  return callNext(next, calling, dice)
}

function betweenActs({ nextCall, acts, running }: PositionSection, dice: Dice): WireCommand {
  const wasUp = (act: number) => acts.some((one) => one.act === act)
  if (running.acts.every(({ act }) => wasUp(act))) return { name: 'performance.close' }
  if (nextCall !== null && dice.chance(0.7))
    return { name: 'call.give', call: nextCall.id, act: nextCall.act }
  return { name: 'act.up', act: running.point.act }
}

function callNext(next: MomentLine, calling: CallingSection, dice: Dice): WireCommand {
  const standby = calling.standbys.find((one) => one.moment === next.index)
  if (standby === undefined && dice.chance(0.7)) return { name: 'standby.give', moment: next.id }
  const silent = standby?.concerns.filter(
    (one) => !standby.acknowledged.some(({ department }) => department === one),
  )
  const [department] = silent ?? []
  if (department !== undefined && dice.chance(0.2)) {
    return { name: 'standby.acknowledge', moment: next.id, department, channel: 'cans' }
  }
  if (next.waitsFor !== null && !calling.clear.includes(next.index) && dice.chance(0.8)) {
    return { name: 'clear.say', moment: next.id }
  }
  return { name: 'cue.go', moment: next.id, move: calling.move ?? 0 }
}

/** What the book does not say: held, taken back, jumped to, or plainly wrong. */
function astray(sections: Sections, dice: Dice): WireCommand | null {
  const desk = deskOf(sections)
  if (desk === null) return null
  const move = desk.calling.move ?? 0
  const item = desk.position.item
  const next = sections.order?.items[(item ?? 0) + 1]
  const far = dice.pick(desk.cues.moments)
  const second = dice.pick(desk.cues.moments)
  const department = dice.pick(desk.cues.departments).id
  const act = desk.position.running.point.act
  const vamps = sections.vamps?.vamps ?? []
  const round = sections.vamp?.now ? vamps[sections.vamp.now.vamp] : undefined
  const vamp = (vamps.find((one) => one.item === item) ?? vamps[0])?.id ?? 'no-such-vamp'
  return dice.pick<WireCommand>([
    { name: 'clock.hold' },
    { name: 'clock.hold' },
    { name: 'desk.step-back', move, reason: '' },
    { name: 'desk.step-back', move, reason: 'wrong page' },
    next === undefined ? { name: 'clock.resume' } : { name: 'item.start', item: next.id },
    { name: 'cue.go', moment: far.id, move },
    { name: 'cue.go', moment: 'no-such-cue', move },
    { name: 'cue.go', moment: far.id, move, jump: true },
    { name: 'desk.jump', moment: far.id, move },
    { name: 'cue.skip', moment: far.id, move },
    { name: 'cue.cut', moment: far.id },
    {
      name: 'cue.restore',
      moment: desk.cues.moments.find((one) => desk.calling.cut.includes(one.index))?.id ?? far.id,
    },
    { name: 'standby.give', moment: far.id, to: second.id },
    { name: 'clear.say', moment: far.id },
    { name: 'clear.withdraw', moment: far.id },
    { name: 'cue.report', moment: far.id, department, outcome: dice.pick(outcomes) },
    { name: 'house.clear', act },
    { name: 'house.withdraw', act },
    { name: 'act.expect', act, upAt: desk.position.curtainAt + 60_000 * Math.floor(dice.next() * 200) },
    { name: 'task.give', task: someTask(sections, dice), owner: { department } },
    { name: dice.pick(['task.finish', 'task.reopen', 'task.drop'] as const), task: someTask(sections, dice) },
    onTheLine(sections, dice),
    { name: 'cans.check', department, heard: dice.chance(0.5) },
    { name: 'vamp.begin', vamp },
    { name: 'vamp.end', vamp: round?.id ?? vamp },
    dice.chance(0.5) ? { name: 'paper.compare', text: 'Act 1 up 19:32' } : { name: 'damage.read' },
    { name: 'rule.change', rules: { twoStep: dice.chance(0.3) } },
  ])
}

/** Of somebody’s line, or what became of such a note. */
function onTheLine({ lineNotes }: Sections, dice: Dice): WireCommand {
  const { notes = [], people = [] } = lineNotes ?? {}
  if (dice.chance(0.4)) return { name: 'line.settle', note: 1 + notes.length, as: 'given' }
  const person = people.length === 0 ? null : dice.pick(people).id
  return { name: 'line.note', line: dice.chance(0.5) ? 0 : null, person, mark: 'dropped', words: '' }
}

/** A task, or a note of tonight that is none yet. */
function someTask({ tasks, notes, position }: Sections, dice: Dice): string {
  const known = (tasks?.tasks ?? []).map(({ id }) => id)
  const written = (notes?.notes ?? []).map((_note, index) => `${position?.number ?? 0}-${index + 1}`)
  return dice.pick([...known, ...written, '0-0'])
}

function note({ dice, screens }: PeopleOptions, device: Device): WireCommand {
  const secret = `note:${device.name}.${device.presses()}`
  const department = dice.pick([null, 'LX', 'SND'])
  screens.noteWritten(secret, device.viewer, department)
  return { name: 'note.write', department, text: marked(secret) }
}

function manage(options: PeopleOptions, manager: Device): void {
  const { dice, company, wall } = options
  const { position } = manager.state.sections
  const roll = dice.next()
  const isUp = position?.acts.some(({ downAt }) => downAt === null) === true
  if (dice.chance(isUp ? 0.03 : 0.3)) options.edit(manager.viewer, dice.chance(0.5))
  // A plan that is proposed, or has somebody to tell, comes first: otherwise none is approved in nights this short.
  if (isPlanning(manager.state.sections) && dice.chance(0.6))
    press(manager, planByTheList(manager.state.sections, dice))
  else if (position != null && position.closedAt !== null && roll < 0.6) {
    press(manager, { name: 'performance.next', curtainAt: Math.round(wall()) + 3_600_000 })
  } else if (roll < 0.3) press(manager, note(options, manager))
  else if (roll < 0.36) press(manager, { name: 'desk.take' })
  else if (roll < 0.44) press(manager, anotherOrder(manager.state.sections, dice))
  else if (roll < 0.6) press(manager, byTheBook(manager.state.sections, dice))
  else if (roll < 0.66 && company.phones.length > 1) {
    press(manager, { name: 'device.revoke', device: dice.pick(company.phones).name })
  } else if (roll < 0.7) {
    press(manager, {
      name: 'device.invite',
      title: 'Another',
      roles: ['FOH'],
      person: null,
      department: null,
      place: null,
    })
  } else if (roll < 0.78) press(manager, ofDevices(dice, dice.pick(company.phones)))
  else if (roll < 0.83) press(manager, concernByTheList(manager.state.sections, dice))
  else if (roll < 0.9) press(manager, planByTheList(manager.state.sections, dice))
  else press(manager, signByTheList(manager.state.sections, dice))
}

/** What the stage manager does with somebody's phone or a link, short of what changes whose it is. */
function ofDevices(dice: Dice, phone: Device): WireCommand {
  const device = phone.name
  const post = { title: 'Room', roles: ['callboard'], department: null, place: null }
  return dice.pick<WireCommand>([
    { name: 'device.rename', device, title: `Phone ${dice.whole(1, 9)}` },
    { name: 'device.redirect', device, screen: dice.pick([null, 'board', 'pocket', 'desk']) },
    { name: 'device.identify', device },
    // Theirs already: refused.
    { name: 'device.give', device, person: phone.viewer.person ?? 'nobody' },
    { name: 'group.invite', ...post, devices: dice.whole(1, 5), minutes: 60 },
    { name: 'group.code', group: 'group-nobody' },
    { name: 'group.renew', groups: ['group-nobody'], devices: 2, minutes: 60 },
    { name: 'group.revoke', group: 'group-nobody', devices: true },
    // There is no such way into this house: refused, and nothing is written of it.
    { name: 'certificate.make' },
  ])
}

function onPhone({ dice }: PeopleOptions, phone: Device): void {
  const { person } = phone.viewer
  if (person === null) return
  const { sections } = phone.state
  press(phone, dice.chance(0.3) ? concernOnPhone(person, sections, dice) : signOnPhone(person, dice))
}

function inDepartment(options: PeopleOptions, device: Device): void {
  const { dice } = options
  const { calling, cues } = device.state.sections
  const mine = device.viewer.department
  if (calling === undefined || cues === undefined || mine === null) return
  if (dice.chance(0.04)) press(device, note(options, device))
  // A department without cues of its own has nothing to say about one.
  if (dice.chance(0.05) && cues.moments.length > 0) press(device, asidesOf(calling, cues, mine, dice))
  const standby = calling.standbys.find(({ acknowledged }) => acknowledged.length === 0)
  const moment = standby && cues.moments.find((one) => one.index === standby.moment)
  if (!moment || !dice.chance(0.7)) return
  press(device, { name: 'standby.acknowledge', moment: moment.id, department: mine, channel: 'screen' })
}

/** What a department says besides its answers: what became of a cue, and that its own spotter is clear. */
function asidesOf(calling: CallingSection, { moments }: CuesSection, mine: string, dice: Dice): WireCommand {
  const last = moments.find(({ index }) => index === calling.recent.at(-1)?.moment) ?? dice.pick(moments)
  const waiting = moments.find(({ waitsFor, index }) => waitsFor !== null && index >= calling.next)
  if (waiting !== undefined && dice.chance(0.5))
    return { name: dice.chance(0.8) ? 'clear.say' : 'clear.withdraw', moment: waiting.id }
  return { name: 'cue.report', moment: last.id, department: mine, outcome: dice.pick(outcomes) }
}
