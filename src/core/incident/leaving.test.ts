// Nobody goes to hospital alone: who is asked to go along, what of it stands on the sheet, and whose place is to be filled.

import { expect, test } from 'vitest'
import { NOON, only, said, tell, told } from '../../../test/kit/incidents.ts'
import { id } from '../kit/ids.ts'
import { type Instant, instant } from '../kit/time.ts'
import { type Candidate, functionsDue } from './functions.ts'
import { LEAVING_MAX, LEFT_MS, leavingSection } from './leaving.ts'
import type { What } from './record.ts'
import { handOver } from './sheet.ts'

const at = (second: number): Instant => instant(NOON + second * 1_000)
const somebody = (who: string, parts: Partial<Candidate> = {}): Candidate => ({
  ...{ who, person: id<'person'>(who), trained: null, near: false, onStageInMs: null, leads: false },
  calls: false,
  ...parts,
})
const goes = (who: string, step: 'taken' | 'told-by-voice' | 'given-up' = 'told-by-voice'): What => ({
  ...{ kind: 'function', name: 'goes-along', step, who },
})
const company = ['Ana', 'Ben', 'Cleo'].map((callName) => ({
  ...{ id: id<'person'>(callName.toLowerCase()), name: `${callName} Ash`, callName },
}))
const opened: What = { kind: 'opened', place: null, how: 'hold' }

test('INCIDENT-78: once the crew has come somebody who is not due any more is asked to go along', () => {
  const people = [
    somebody('Due', { near: true, onStageInMs: 3_600_000 }),
    somebody('Free'),
    ...Array.from({ length: 8 }, (_each, index) => somebody(`Due ${index}`, { onStageInMs: 3_600_000 })),
  ]
  const asked = (all: Parameters<typeof only>[0], second: number) =>
    functionsDue(only(all), people, at(second)).filter(({ name }) => name === 'goes-along')
  const begun = told([said(opened)])
  expect(asked(begun, 1)).toEqual([])
  for (const deed of ['crew-at-the-door', 'crew-at-patient'] as const) {
    const here = tell(begun, [said({ kind: 'done', deed }, at(2))])
    expect(asked(here, 3).map(({ who, step }) => [who, step])).toEqual([['Free', 'offered']])
  }
})

test('INCIDENT-79: who goes, what goes, where to and the number stand on the sheet, each from its record', () => {
  const all = [
    ...[said(goes('Ana')), said(goes('Ben')), said(goes('Ben', 'given-up'), NOON + 1)],
    ...[said({ kind: 'done', deed: 'keys-goes' }), said({ kind: 'done', deed: 'keys-goes' })],
    said({ kind: 'done', deed: 'paper-goes' }),
    said({ kind: 'words', about: 'hospital', text: 'Royal, east gate', witness: 'Crew 7' }),
    said({ kind: 'words', about: 'number-to-ring', text: '020 7946 0000', witness: null }),
    said({ kind: 'words', about: 'goes-with-them', text: 'her dog', witness: null }),
  ]
  const { records } = only(told(all))
  for (const order of ['ATMIST', 'IMIST-AMBO'] as const) {
    const { goesWith } = handOver(records, order)
    expect(goesWith.map(({ as, text }) => [as, text])).toEqual([
      ['goes-along', 'Ana'],
      ['keys-goes', ''],
      ['paper-goes', ''],
      ['goes-with-them', 'her dog'],
      ['hospital', 'Royal, east gate'],
      ['number-to-ring', '020 7946 0000'],
    ])
    for (const { record } of goesWith) expect(records.map((one) => one.id)).toContain(record)
  }
  expect(handOver(only(told([said(opened)])).records, 'ATMIST').goesWith).toEqual([])
})

test('INCIDENT-80: whose place is to be filled is said until somebody speaks of them, and never for a drill', () => {
  const { incidents } = told([said(opened), said(goes('ben ASH'), at(10)), said(goes('A passer-by'), at(10))])
  const never = () => null
  const lines = (now: number, saidAt: (person: string) => Instant | null = never) =>
    leavingSection(incidents, { company, saidAt }, at(now)).lines
  expect(lines(20)).toEqual([{ person: 'ben', name: 'Ben', at: at(10) }])
  expect(lines(20, () => at(9))).toHaveLength(1)
  expect(lines(20, () => at(10))).toEqual([])
  expect(lines(10 + LEFT_MS / 1_000)).toHaveLength(1)
  expect(lines(11 + LEFT_MS / 1_000)).toEqual([])
  const drills = incidents.map((one) => ({ ...one, drill: true }))
  expect(leavingSection(drills, { company, saidAt: never }, at(20)).lines).toEqual([])
  // A name that two have is nobody's.
  const twins = [...company, { id: id<'person'>('ben2'), name: 'Ben Ash', callName: 'Benny' }]
  expect(leavingSection(incidents, { company: twins, saidAt: never }, at(20)).lines).toEqual([])
  const many = Array.from({ length: LEAVING_MAX + 2 }, (_each, index) => ({
    ...{ id: id<'person'>(`p${index}`), name: `P ${index}`, callName: `P${index}` },
  }))
  const crowd = told([said(opened), ...many.map(({ callName }) => said(goes(callName), at(1)))])
  const shown = leavingSection(crowd.incidents, { company: many, saidAt: never }, at(2))
  expect(shown.lines).toHaveLength(LEAVING_MAX)
})
