// The stage manager's list and the phones at the stage door: who comes, goes, and is seen home.

import { announcedAs, arrivalSteps } from '../../src/core/attendance/commands.ts'
import type { Dice } from '../../src/core/kit/dice.ts'
import type { AttendanceSection } from '../../src/core/night/attendance-section.ts'
import type { PositionSection } from '../../src/core/night/sections.ts'
import { ownWords } from '../../src/core/presence/commands.ts'
import type { Sections, WireCommand } from '../../src/wire/messages.ts'
import { marked } from './little-show.ts'

/** Whoever sees the whole sheet; null while there is nothing to go by. */
export function signByTheList({ roll, attendance, position }: Sections, dice: Dice): WireCommand | null {
  if (roll === undefined || attendance === undefined || position == null) return null
  if (isOver(position) && attendance.remaining > 0) return accountForOne(attendance, roll.people, dice)
  const person = dice.pick(roll.people).id
  const visitor = dice.pick([...attendance.visitors.map((one) => one.visitor), 1])
  const who = dice.chance(0.7) ? { person } : { visitor }
  const place = dice.pick([null, 'SL1', 'no-such-place'])
  return dice.pick<WireCommand>([
    { name: 'sign.in', person },
    { name: 'sign.in', person },
    { name: 'sign.out', who },
    { name: 'sign.out', who },
    { name: 'sign.away', person, backAt: dice.pick([null, position.curtainAt + 3_600_000]) },
    { name: 'sign.announce', person, as: dice.pick(announcedAs), at: position.curtainAt, minutes: 15 },
    { name: 'sign.helped', person },
    { name: 'arrival.note', step: dice.pick(arrivalSteps), person: dice.pick([null, person]) },
    { name: 'sign.undo', who },
    { name: 'visitor.in', visitor: marked('attendance:visitor'), host: dice.pick([null, person]) },
    { name: 'sweep.mark', place, by: person },
    { name: 'sweep.undo', place },
    { name: 'people.see', people: [person], how: dice.pick(['eyes', 'cans']), place, by: null },
    { name: 'sighting.undo', sighting: dice.pick([1, 7, 12, 20, 40]) },
  ])
}

/** On somebody's own phone: themself, and now and then somebody else, which is refused. */
export function signOnPhone(own: string, dice: Dice): WireCommand {
  const person = dice.chance(0.9) ? own : 'nobody'
  return dice.pick<WireCommand>([
    { name: 'sign.in', person },
    { name: 'sign.out', who: { person } },
    { name: 'sign.away', person, backAt: null },
    { name: 'sign.announce', person, as: dice.pick(announcedAs), at: null, minutes: 20 },
    person === own ? { name: 'code.give', people: [person] } : { name: 'person.invite', person, roles: null },
    { name: 'door.sign', person, as: 'in', backAt: null, code: '0000' },
    { name: 'sign.help', person },
    { name: 'sign.undo', who: { person } },
    person === own
      ? { name: 'people.see', people: [person], how: 'eyes', place: null, by: null }
      : { name: 'person.look-up', person },
    { name: 'sighting.undo', sighting: 7 },
    { name: 'own.say', word: dice.pick(ownWords) },
    { name: 'own.check-in', place: dice.pick(['SL1', 'no-such-place']) },
  ])
}

const isOver = ({ acts, running }: PositionSection): boolean =>
  running.acts.every(({ act }) => acts.some((one) => one.act === act && one.downAt !== null))

function accountForOne(
  { people, visitors }: AttendanceSection,
  company: readonly { readonly id: string }[],
  dice: Dice,
): WireCommand {
  const left = [
    ...people.filter(({ status }) => status === 'in' || status === 'away').map(({ person }) => ({ person })),
    ...visitors.filter(({ status }) => status !== 'gone').map(({ visitor }) => ({ visitor })),
  ]
  const who = dice.pick(left)
  const others = company.filter(({ id }) => !('person' in who) || who.person !== id)
  const by = dice.pick([...others, { id: 'nobody' }]).id
  const mark = 'person' in who ? `attendance:${who.person}` : 'attendance:visitor'
  return { name: 'account.for', who, how: dice.pick(['seen out', 'accounted for']), by, words: marked(mark) }
}
