// Which cards there are and what each lets in.

import { expect, test } from 'vitest'
import { groupRoles } from '../../core/installation/decide-groups.ts'
import { screensFor } from '../../core/installation/screens.ts'
import { wordsIn } from '../../words/words.ts'
import { cardPlans, groupOf, inviteFor, isUsual } from './cards.ts'

const place = (id: string, code: string, name: string) => ({ id, code, name })
const plans = cardPlans(
  [
    place('sl1', 'SL1', 'Down left, in one'),
    place('dr4', 'DR4', 'Dressing room 4'),
    place('sd', 'SD', 'Stage door'),
    place('pit', 'PIT', 'The pit'),
  ],
  [{ id: 'lx', name: 'Lighting' }],
)

test('NETWORK-10: a card for each place and department; the usual ones are chosen at first', () => {
  expect(plans.map(({ kind, name }) => [kind, name])).toEqual([
    ['door', 'Stage door'],
    ['room', 'Dressing room 4'],
    ['wing', 'Down left, in one'],
    ['department', 'Lighting'],
    ['place', 'The pit'],
  ])
  expect(plans.filter(isUsual)).toHaveLength(4)
})

test('NETWORK-10: a room’s card opens the room, a department’s its cues, any other the board; all are roles that hang on walls', () => {
  const opens = plans.map((plan) => {
    const { roles, department, place: where } = inviteFor(plan, 50, 60)
    const known = groupRoles.filter((role) => roles.includes(role))
    expect(known).toHaveLength(roles.length)
    return screensFor({ roles: known, person: null, department, place: where })[0]
  })
  expect(opens).toEqual(['board', 'room', 'board', 'department', 'board'])
})

test('NETWORK-11: what a card is for is said in two sentences', () => {
  for (const words of Object.values(wordsIn('en-GB').cards.what))
    expect(words.match(/[.](\s|$)/g)).toHaveLength(2)
})

test('NETWORK-12: a card knows its link again by the group in it', () => {
  expect(groupOf('/join#group-a_b.secret')).toBe('group-a_b')
  expect(groupOf('nonsense')).toBe('nonsense')
})
