// The people of an evening with long silences: they see each other or do not, and answer what they are asked in time, late,
// wrongly, twice or never. Some screens are locked all evening.

import type { Dice } from '../../src/core/kit/dice.ts'
import type { AskLine } from '../../src/core/night/presence-sections.ts'
import { type Answer, answers } from '../../src/core/presence/commands.ts'
import type { WireCommand } from '../../src/wire/messages.ts'
import { answerOfAll, concernByTheList, concernOnPhone } from './concern-words.ts'
import type { Device } from './device.ts'
import { byTheBook, type PeopleOptions, press, work } from './people.ts'
import { signByTheList, signOnPhone } from './signing.ts'

const tempers = ['prompt', 'prompt', 'prompt', 'late', 'locked', 'wrong', 'twice', 'silent'] as const
type Temper = (typeof tempers)[number]

export type EveningPeople = PeopleOptions & {
  /** Call names of those who are not well from the beginning on: only whoever goes and looks finds them. */
  readonly unwell: ReadonlySet<string>
  /** Nothing is told from here, by anybody. */
  readonly blindPlace: string | null
}

export function anEvening(options: EveningPeople): void {
  const { company, dice } = options
  for (const desk of company.desks) work(options, desk, 8_000, () => press(desk, atTheDesk(options, desk)))
  for (const one of company.managers) work(options, one, 12_000, () => press(one, manage(options, one)))
  for (const one of company.phones) answering(options, one)
  for (const one of company.wings) {
    const isBlind = one.viewer.place === options.blindPlace
    if (!isBlind) answering(options, one)
    const rate = isBlind ? 0 : dice.pick([0, 0.2, 0.6])
    work(options, one, 15_000, () => dice.chance(rate) && press(one, taps(options, one)))
  }
}

/** The show is held now and then, seldom jumps to its next scene, and is called otherwise. */
function atTheDesk({ dice }: EveningPeople, desk: Device): WireCommand | null {
  const { position, order } = desk.state.sections
  if (position == null || position.closedAt !== null) return null
  if (position.running.heldSince !== null) return dice.chance(0.1) ? { name: 'clock.resume' } : null
  const roll = dice.next()
  if (roll < 0.015) return { name: 'clock.hold' }
  const next = order?.items[(position.item ?? 0) + 1]
  if (roll < 0.017 && next !== undefined) return { name: 'item.start', item: next.id }
  // An act that ended or a night that closed would leave nothing to wait for.
  const command = roll < 0.2 ? byTheBook(desk.state.sections, dice) : null
  return command?.name === 'act.down' || command?.name === 'cue.go' ? null : command
}

/** Leads what is open; takes a sighting back now and then; signs somebody out who then comes back. */
function manage({ dice, blindPlace }: EveningPeople, manager: Device): WireCommand | null {
  const { sections } = manager.state
  const open = sections.concerns?.concerns ?? []
  const held = open.find(({ state }) => state === 'cannot go on' || state === 'staying')
  const other = dice.pick(['stage-left', 'dresser-1', 'company'])
  if (held !== undefined && dice.chance(0.3))
    return { name: 'concern.end', concern: held.concern, version: held.version, with: other }
  const first = open[0]
  const roll = dice.next()
  if (first !== undefined && roll < 0.15) return { name: 'concern.spoken', concern: first.concern, to: other }
  if (first !== undefined && roll < 0.25) {
    const { concern, version } = first
    return { name: 'concern.answer', concern, version, answer: dice.pick(answers), place: null, by: other }
  }
  if (roll < 0.35) {
    const seen = sections.where?.people.flatMap(({ confirmed }) => confirmed?.sighting ?? []) ?? []
    return seen.length === 0 ? null : { name: 'sighting.undo', sighting: dice.pick(seen) }
  }
  // Whoever is told of as blind stays so: nobody tells of it by hand.
  if (roll < 0.42 && blindPlace === null) return signByTheList(sections, dice)
  if (roll < 0.46 && blindPlace === null) return concernByTheList(sections, dice)
  const ended = sections.concerns?.ended.find(({ judged }) => judged === null)
  return roll < 0.6 && ended ? { name: 'concern.judge', concern: ended.concern, as: 'useful' } : null
}

/** Everybody who is due here and well, or one of them. */
function taps({ dice, unwell }: EveningPeople, wing: Device): WireCommand | null {
  const here = wing.state.sections.due?.lines.filter(({ name }) => !unwell.has(name)) ?? []
  const people = [...new Set(here.map(({ person }) => person))]
  if (people.length === 0) return null
  const seen = dice.chance(0.5) ? people : [dice.pick(people)]
  return { name: 'people.see', people: seen, how: 'eyes', place: null, by: null }
}

/** Looks at their screen every few seconds; what is new there is answered in their own way. */
function answering(options: EveningPeople, device: Device): void {
  const { dice, blindPlace } = options
  const temper = dice.pick(tempers)
  const noticed = new Set<string>()
  work(options, device, 3_000, () => {
    const { person } = device.viewer
    if (person !== null && blindPlace === null && dice.chance(0.01))
      press(
        device,
        dice.chance(0.3) ? concernOnPhone(person, device.state.sections, dice) : signOnPhone(person, dice),
      )
    if (temper === 'locked') return
    for (const line of device.state.sections.asks?.asks ?? []) {
      const key = `${line.concern}/${line.ask}`
      if (noticed.has(key)) continue
      noticed.add(key)
      answerIt(options, device, line, temper)
    }
  })
}

function answerIt(options: EveningPeople, device: Device, line: AskLine, temper: Temper): void {
  const { dice, scheduler, until } = options
  const { concern, ask, version } = line
  press(device, { name: 'ask.shown', concern, ask })
  if (dice.chance(0.5)) press(device, { name: 'ask.read', concern, ask })
  if (temper === 'silent') return
  const say = (answer: Answer, afterMs: number) =>
    scheduler.after(afterMs, () => {
      if (scheduler.now() >= until || !device.awake) return
      const place = dice.pick([null, 'DR1'])
      const one = { name: 'concern.answer', concern, version, answer, place, by: null } as const
      const { sections } = device.state
      const beside = sections.asks?.asks.filter(({ wing }) => wing !== undefined && wing === line.wing) ?? []
      press(device, (beside.length > 1 ? answerOfAll(sections, line, answer) : null) ?? one)
    })
  const afterMs = temper === 'late' ? dice.whole(60_000, 300_000) : dice.whole(2_000, 25_000)
  const answer = temper === 'wrong' ? dice.pick(answers) : answerOf(options, line)
  say(answer, afterMs)
  if (answer === 'looking') say(foundOf(options, line), afterMs + dice.whole(20_000, 240_000))
  if (temper === 'twice') say(dice.chance(0.5) ? answer : dice.pick(answers), afterMs + dice.whole(0, 3_000))
}

/** Whoever is asked has seen them, or has not; whoever is sent goes. */
function answerOf({ dice, unwell }: EveningPeople, { look, name }: AskLine): Answer {
  if (look) return dice.chance(0.8) ? 'looking' : 'not me'
  if (unwell.has(name)) return dice.pick(['not here', 'not here', 'not me'])
  return dice.pick(['on their way', 'on their way', 'on their way', 'not here', 'not me'])
}

const foundOf = ({ dice, unwell }: EveningPeople, { name }: AskLine): Answer =>
  unwell.has(name)
    ? dice.pick(['cannot go on', 'staying, send someone', 'door locked', 'not here'])
    : dice.pick(['on their way', 'on their way', 'not here', 'cannot go on'])

/** Who is not well tonight: mostly nobody. */
export const unwellOf = (dice: Dice, callNames: readonly string[]): ReadonlySet<string> =>
  new Set(dice.chance(0.4) ? [dice.pick(callNames)] : [])
