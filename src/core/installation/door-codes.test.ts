// Codes of one's own for the stage door: who gives them, what is kept of them, and the bounds.

import { expect, test } from 'vitest'
import { aViewer, codeOf } from '../../../test/kit/nights.ts'
import { roleNames, type Viewer } from '../disclosure/policy.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import type { InstallationCommand } from './commands.ts'
import { cardText, readCard } from './door-card.ts'
import { CODES_MAX, codesTonight, GUESS_MS, guessedWrong, mayGuess } from './door-codes.ts'
import {
  applyInstallation,
  decideInstallation,
  emptyInstallation,
  type InstallationState,
  theMachine,
} from './installation.ts'

const at = instant(1_000)
const KEY = 'the key of this house'
const person = (name: string) => id<'person'>(name)

function asked(state: InstallationState, command: InstallationCommand, by: Viewer = theMachine) {
  const decision = decideInstallation(state, command, by, at)
  const events = decision.ok ? decision.value : []
  const after = events.reduce<InstallationState>(
    (before, event) =>
      applyInstallation(before, {
        ...event,
        seq: before.seq + 1,
        at,
        by: 'sm',
        detail: event.detail ?? null,
      }),
    state,
  )
  return { decision, events, after }
}
const planned = (state: InstallationState, production: string): InstallationState =>
  asked(state, {
    name: 'performance.plan',
    id: id<'performance'>(`${production}-${state.performances.length}`),
    ...{ show: 'hash', title: production, production, edition: null, curtainAt: at },
  }).after
const give = (...people: readonly string[]): InstallationCommand => ({
  name: 'code.give',
  codes: people.map((name) => ({ person: person(name), salt: `salt ${name}`, hash: `hash ${name}` })),
})
const tonight = planned(emptyInstallation, 'harbour')

test('ATTENDANCE-28: stage management and the company manager give codes, everybody their own, and nobody else', () => {
  const gives = roleNames.filter((role) => asked(tonight, give('bob'), aViewer(role)).decision.ok)
  expect(gives).toEqual(['SM', 'CM'])
  const ann = aViewer('perf', { person: 'ann' })
  expect(asked(tonight, give('ann'), ann).decision.ok).toBe(true)
  expect(codeOf(asked(tonight, give('ann', 'bob'), ann).decision)).toBe('not-yours')
})

test('ATTENDANCE-28: a new code takes the place of the one before, of this production; once erased there is none', () => {
  const first = asked(tonight, give('ann', 'bob')).after
  const again = asked(first, {
    name: 'code.give',
    codes: [{ person: person('ann'), salt: 's', hash: 'new' }],
  })
  expect(codesTonight(again.after, KEY).map(({ person, hash }) => [person, hash])).toEqual([
    ['bob', 'hash bob'],
    ['ann', 'new'],
  ])
  const other = planned(again.after, 'winter')
  expect(codesTonight(other, KEY)).toEqual([])
  expect(codesTonight(planned(other, 'harbour'), KEY)).toHaveLength(2)
  const [event] = again.events
  expect(event?.body).toEqual({ person: 'ann', production: 'harbour' })
  if (!event) return
  const erased = applyInstallation(first, { ...event, seq: 9, at, by: 'sm', detail: null })
  expect(codesTonight(erased, KEY).map(({ person }) => person)).toEqual(['bob'])
})

test('ATTENDANCE-28: a house keeps two thousand codes; at the bound a new one for whoever has one still goes', () => {
  const many = Array.from({ length: CODES_MAX }, (_, index) => `p${index}`)
  const full = asked(tonight, give(...many)).after
  expect(codesTonight(full, KEY)).toHaveLength(CODES_MAX)
  expect(codeOf(asked(full, give('one-more')).decision)).toBe('many-codes')
  expect(asked(full, give('p0')).decision.ok).toBe(true)
})

test('ATTENDANCE-34: a code is one only where the key is that went into it; one from before there was a key is one anywhere', () => {
  const codes = [
    { person: person('ann'), salt: 's', hash: 'h', key: KEY },
    { person: person('bob'), salt: 's', hash: 'h' },
  ]
  const { after, events } = asked(tonight, { name: 'code.give', codes })
  expect(events.map(({ detail }) => detail)).toEqual([
    { salt: 's', hash: 'h', key: KEY },
    { salt: 's', hash: 'h' },
  ])
  expect(codesTonight(after, KEY)).toHaveLength(2)
  expect(codesTonight(after, 'another').map((one) => one.person)).toEqual(['bob'])
})

test('ATTENDANCE-31: wrong ones count for an hour', () => {
  const wrong = [1, 2, 3].reduce<readonly (typeof at)[]>(
    (before, minute) => guessedWrong(before, instant(minute * 60_000)),
    [],
  )
  expect(mayGuess(wrong, instant(3 * 60_000), 3)).toBe(false)
  expect(mayGuess(wrong, instant(60_000 + GUESS_MS), 3)).toBe(true)
})

test('ATTENDANCE-33: a card says whose it is and the code, also where a dot is in an id; anything else is no card', () => {
  for (const name of ['ann', 'åsa.o-dell', 'x'])
    expect(readCard(cardText(name, '0417'))).toEqual({ person: name, code: '0417' })
  for (const text of [
    '',
    'ghostlight.',
    'ghostlight.ann',
    'ghostlight.ann.41',
    'ghostlight..0417',
    'ann.0417',
    'ghostlight.ann.041x',
  ])
    expect(readCard(text)).toBeNull()
})
