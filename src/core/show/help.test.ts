// Help in a building: whose word the number is, how old the word is, and what a show lacks.

import { expect, test } from 'vitest'
import { anEdition, emptyShow } from '../../../test/kit/shows.ts'
import { approval, confirmation, emergencyNumber } from './help.ts'
import { lackingIn } from './lacking.ts'
import { timeline } from './timeline.ts'

const said = { number: '999', confirmedBy: 'Ruth Amari', confirmedOn: '2025-11-24' }

test('SHOW-21: the pack only proposes; a number is confirmed by somebody, on a day, for this venue', () => {
  expect([emergencyNumber(undefined, 'GB'), emergencyNumber({}, 'US')]).toEqual(['999', '911'])
  expect(emergencyNumber({ number: '112' }, 'GB')).toBe('112')
  expect(confirmation(said, '2025-12-01')).toEqual({ by: 'Ruth Amari', on: '2025-11-24', old: false })
  for (const help of [
    undefined,
    {},
    { ...said, number: undefined },
    { ...said, confirmedBy: undefined },
    { ...said, confirmedOn: undefined },
    { ...said, confirmedOn: '2025-02-30' },
  ])
    expect(confirmation(help, '2025-12-01')).toBeNull()
})

test('SHOW-22: a word more than a year old is old, and still there', () => {
  const of = (today: string | null) => confirmation(said, today)?.old
  expect([of('2026-11-24'), of('2026-11-25'), of(null)]).toEqual([false, true, false])
  const help = { approvedBy: 'Jonas Weld', approvedOn: '2024-01-01' }
  expect([approval(help, '2026-01-01')?.old, approval({}, '2026-01-01')]).toEqual([true, null])
})

test('SHOW-23: a show with nothing lacks everything, in the order in which a night grows', () => {
  const nothing = { ...emptyShow, editions: [anEdition('full', [])] }
  expect(lackingIn(nothing, timeline(nothing))).toEqual([
    ...['people', 'order', 'cues', 'entrances', 'tracks'],
  ])
})
