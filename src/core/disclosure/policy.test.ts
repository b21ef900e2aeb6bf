// The policy table against one typed from the written matrix, cell by cell.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import { type Deed, type Kind, may, type RoleName, roleNames, type Scope, sees } from './policy.ts'

// Read from the written matrix of roles; columns as they stand there. `.` is an empty cell.
const columns = 'caller SM ASM dept dresser MD DC perf chap CM FOH dir prod kiosk callboard admin'.split(' ')
const matrix: Readonly<Record<Kind, string>> = {
  position: 'all all all all all all all all all all all all all all all .',
  cues: 'all all all side side side . . . . . . . . . .',
  vamps: 'all all all . . all . . . . . . . . . .',
  script: 'all all all all all all all own . . . all . . . .',
  obligations: 'all all own own own own all own own all own all own own own own',
  side: 'all all side . . . all . . all . all . . . .',
  wards: 'all all . . . . all . own all . all . . . .',
  'line notes': 'all all all . . . . . . . . . . . . .',
  report: 'all all own own own own own . . all own . . . . .',
  house: 'all all . . . . . . . all all . . . . .',
  sheets: 'all all side side side side . . . . . . . . . .',
  contacts: 'all all all . . . all . . all . . . . . .',
  safety: 'all all all all all all all all all all all all all all all all',
  'incident open': 'all all all . . . . . all all . . . all . .',
  'incident board': 'own own own own own own own own own all own own own . . .',
  'quiet help': 'all all . . . . . . . all side . . . . .',
  'accident book': 'own all own own own own own own own all own own side . . .',
  'roll call': 'all all side . . . . . own all side . . . . .',
  attendance: 'all all all own own own own own own all own own own own own own',
  names: 'all all all . . . . . . all . . . all . .',
  'head count': '. . . . . . . . . . all all all . . .',
  codes: '. all . . . . . . . all . . . all . .',
  whereabouts: 'all all own own own own own own own all own own own own own own',
  due: 'side side side . own . . . . side . . . . . .',
  'child places': 'all all all . . . . . own . . . . . . .',
  devices: 'all all . . . . . . . . . . . . . all',
  keeping: 'all all . . . . . . . . . . . . . all',
  asks: 'own own side own own own own own own own own own own own own own',
  concerns: 'all all . . . . . . . own . . . . . .',
  watching: 'all all own own own own own own own own own own own own own own',
  'concerns of wards': 'all all . . . . . . own . . . . . . .',
  microphones: '. . . side . . . . . . . . . . . .',
  'order drafted': 'all all . . . . all . . . . . . . . .',
  'covers drafted': 'all all . . . . all . . all . . . . . .',
  availability: 'all all . . . . all . . all . . . . . .',
  plans: 'all all . . . . all . . all . . . . . .',
  'cast board': 'all all . . . . all . . all all side side . side .',
  'plan of department': '. . . side side side . . . . . . . . . .',
  'own plan': 'own own own own own own own own own own own own own own own own',
  'openings of own note': 'own own own own own own own own own own own own own own own own',
  notices: 'all all all all all all all all all all all all all . . .',
  'notice readers': 'own own . . . . . own . all own . own . . .',
  sayable: '. all . . . . . . . all . . . . . .',
  'their people': 'own own own own own own own own own all own own own own own own',
  care: 'own own own own own own own own own own own own own . . .',
}
const kinds = Object.keys(matrix) as Kind[]

const expected = (role: RoleName, kind: Kind): Scope => {
  const cell = matrix[kind].split(' ')[columns.indexOf(role)]
  return cell === 'all' || cell === 'side' || cell === 'own' ? cell : null
}

const deeds: Readonly<Record<Deed, readonly RoleName[]>> = {
  'call the show': ['caller'],
  'take the desk': ['SM'],
  'acknowledge a standby': ['dept', 'dresser', 'MD'],
  'answer for a department on cans': ['caller'],
  'give clearance': ['caller', 'SM', 'FOH'],
  'keep the house': ['caller', 'SM', 'FOH'],
  'say a vamp': ['caller', 'MD'],
  'write a note': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'CM', 'FOH'],
  'compare with the paper': ['caller', 'SM'],
  'say that damage was read': ['caller', 'SM'],
  'print the set': ['caller', 'SM', 'ASM'],
  'write a line note': ['caller', 'SM', 'ASM'],
  'give a task': ['caller', 'SM', 'CM'],
  'finish a task': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'CM', 'FOH'],
  'close the performance': ['caller', 'SM'],
  'open a performance': ['caller', 'SM'],
  'sign at the stage door': ['kiosk'],
  'sign for others': ['SM', 'ASM', 'CM'],
  'give codes for the stage door': ['SM', 'CM'],
  'sign for wards': ['chap'],
  'see everybody home': ['caller', 'SM', 'ASM', 'CM'],
  'see people': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'perf', 'chap', 'CM', 'FOH'],
  'say who saw people': ['caller', 'SM', 'ASM'],
  'say that a microphone is live': ['dept'],
  'take back a sighting': ['caller', 'SM'],
  'edit the show': ['SM'],
  'copy the record': ['SM'],
  'post the report': ['SM'],
  'pair devices': ['SM', 'admin'],
  'let people sign in': ['SM', 'CM'],
  'raise a concern': ['caller', 'SM', 'ASM', 'dept', 'dresser', 'MD', 'DC', 'chap', 'CM'],
  'lead a concern': ['caller', 'SM'],
  'answer at a side': ['ASM'],
  'draft an order': ['caller', 'SM', 'DC'],
  'approve an order': ['SM', 'DC'],
  'call a cover': ['caller', 'SM', 'DC'],
  'write down that somebody steps out': ['SM'],
  'say who is out': ['caller', 'SM', 'CM'],
  'draft a plan': ['caller', 'SM', 'DC'],
  'approve a plan': ['SM', 'DC'],
  'tell somebody first': ['SM', 'DC', 'CM'],
  'say who was told': ['caller', 'SM', 'ASM', 'DC', 'CM'],
  'say what was announced': ['caller', 'SM', 'CM', 'FOH'],
  'decide about a report': ['SM', 'CM'],
  'hold a roll call': ['caller', 'SM', 'FOH'],
  'record at a roll call': ['caller', 'SM', 'ASM', 'chap', 'CM', 'FOH'],
  'take command': ['SM', 'CM', 'FOH'],
  'answer quiet help': ['caller', 'SM', 'CM', 'FOH'],
  'look at openings': ['SM', 'CM'],
  'write a notice': ['SM', 'CM'],
  'release a statement': ['CM'],
  'say a stock line': ['caller', 'SM', 'CM'],
  'name who is asked for help': ['SM', 'CM'],
  'look at what is past its time': ['SM', 'CM'],
}

test('DISCLOSURE-1: every role sees of every kind what the written matrix gives it', () => {
  expect(columns).toEqual([...roleNames])
  for (const kind of kinds) {
    const told = roleNames.map(
      (role) => sees(aViewer(role, { person: 'ann', department: 'lx' }), kind) ?? '.',
    )
    expect([kind, told.join(' ')]).toEqual([kind, matrix[kind]])
  }
})

test('DISCLOSURE-2: a device of a place has nothing of its own, and a department changes nothing', () => {
  const own: readonly Kind[] = [
    'obligations',
    'attendance',
    'whereabouts',
    'asks',
    'own plan',
    'openings of own note',
    'their people',
  ]
  for (const role of roleNames) {
    for (const kind of own) {
      const wide = expected(role, kind) === 'own' ? null : expected(role, kind)
      expect([role, kind, sees(aViewer(role), kind)]).toEqual([role, kind, wide])
    }
    for (const kind of kinds.filter((one) => !own.includes(one))) {
      expect(sees(aViewer(role), kind)).toBe(expected(role, kind))
    }
  }
})

const someRoles = fc.subarray([...roleNames], { minLength: 0 })
const width = (scope: Scope): number => [null, 'own', 'side', 'all'].indexOf(scope)

test('DISCLOSURE-3: of several roles the widest scope counts, in whatever order', () => {
  fc.assert(
    fc.property(
      someRoles,
      fc.constantFrom(...kinds),
      fc.option(fc.constant('ann')),
      (roles, kind, person) => {
        const parts = person === null ? {} : { person }
        const alone = roles.map((role) => width(sees(aViewer(role, parts), kind)))
        const floor = width(sees(aViewer([], parts), kind))
        expect(width(sees(aViewer(roles, parts), kind))).toBe(Math.max(floor, ...alone))
        expect(sees(aViewer([...roles].reverse(), parts), kind)).toBe(sees(aViewer(roles, parts), kind))
      },
    ),
  )
})

test('DISCLOSURE-4: every role does what the written table lets it, and so does whoever has any of the roles', () => {
  for (const [deed, roles] of Object.entries(deeds) as [Deed, readonly RoleName[]][]) {
    const told = roleNames.filter((role) => may(aViewer(role, { person: 'ann', department: 'lx' }), deed))
    expect([deed, told]).toEqual([deed, roleNames.filter((role) => roles.includes(role))])
    expect(may(aViewer([]), deed)).toBe(false)
    fc.assert(
      fc.property(someRoles, (some) => {
        expect(may(aViewer(some), deed)).toBe(some.some((role) => roles.includes(role)))
      }),
    )
  }
})
