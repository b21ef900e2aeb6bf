// Whom an incident reaches at once, and with what: where and since when, and nothing of the person.

import { expect, test } from 'vitest'
import { NOON, said, tell, told } from '../../../test/kit/incidents.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { incidentsSection, OPEN_LINES_MAX, readableLines } from './open-lines.ts'
import type { What } from './record.ts'
import { TOLD_MS } from './whole.ts'

const opened: What = { kind: 'opened', place: 'Wing, left', how: 'hold' }
const now = instant(NOON + 60_000)

test('INCIDENT-24: an open incident says where, since when and who does what, and no word of what was written', () => {
  const state = told([
    said(opened),
    said({ kind: 'words', about: 'found-beside', text: 'two boxes', witness: 'Tom Ash' }),
    said({ kind: 'function', name: 'scribe', step: 'taken', who: 'Ana' }),
  ])
  const section = incidentsSection(state.incidents, now)
  expect(section.open).toMatchObject([
    { at: NOON, place: 'Wing, left', alike: 0, functions: [{ name: 'scribe', holders: ['Ana'] }] },
  ])
  expect(JSON.stringify(section)).not.toMatch(/two boxes|Tom/)
  const twice = tell(state, [said(opened, NOON + 5_000, { incident: id<'incident'>('incident-two') })])
  expect(incidentsSection(twice.incidents, now).open.map(({ alike }) => alike)).toEqual([1, 1])
  const over = tell(state, [said({ kind: 'stood-down' })])
  expect(incidentsSection(over.incidents, now).open).toEqual([])
})

test('HANDOVER-9: whoever reads all of one may print its sheet, on whatever device it was raised, and also when it is over', () => {
  const viewer = (role: 'caller' | 'perf', person: string | null = null) => ({
    ...{
      device: id<'device'>(`own-${role}`),
      roles: [role],
      person: person === null ? null : id<'person'>(person),
    },
    ...{ department: null, place: null },
  })
  const begun = told([
    said(opened),
    said({ kind: 'function', name: 'door', step: 'taken', who: 'Ana', person: id<'person'>('ana') }),
  ])
  const over = tell(begun, [said({ kind: 'stood-down' })])
  for (const { incidents } of [begun, over]) {
    const linesFor = (...whom: Parameters<typeof viewer>) => readableLines(incidents, viewer(...whom), now)
    expect(linesFor('caller')).toEqual([{ id: 'incident-one', drill: false, at: NOON, place: 'Wing, left' }])
    expect(linesFor('perf', 'ana')).toHaveLength(1)
    expect(linesFor('perf', 'ben')).toEqual([])
  }
  expect(readableLines(over.incidents, viewer('caller'), instant(NOON + TOLD_MS + 1))).toEqual([])
})

test('INCIDENT-24: however many are raised after it, one in which somebody does something stays, and so does the newest', () => {
  const ids = Array.from({ length: OPEN_LINES_MAX + 4 }, (_each, index) =>
    id<'incident'>(`incident-${index}`),
  )
  const many = ids.map((incident, index) => said(opened, NOON + index, { incident }))
  const taken = said({ kind: 'function', name: 'scribe', step: 'taken', who: 'Ana' }, NOON + 100, {
    incident: id<'incident'>('incident-0'),
  })
  const shown = incidentsSection(told([...many, taken]).incidents, now).open.map((one) => one.id)
  expect(shown).toEqual([...ids.slice(5).toReversed(), id<'incident'>('incident-0')])
  const allTaken = ids
    .slice(0, -1)
    .map((incident) =>
      said({ kind: 'function', name: 'scribe', step: 'taken', who: 'Ana' }, NOON + 100, { incident }),
    )
  const busy = incidentsSection(told([...many, ...allTaken]).incidents, now).open
  expect([busy.length, busy[0]?.id]).toEqual([OPEN_LINES_MAX, ids.at(-1)])
})

test('INCIDENT-24: the newest eight, and none for ever', () => {
  const many = Array.from({ length: OPEN_LINES_MAX + 2 }, (_each, index) =>
    said(opened, NOON + index, { incident: id<'incident'>(`incident-${index}`) }),
  )
  const { incidents } = told(many)
  const shown = incidentsSection(incidents, now).open
  expect([shown.length, shown[0]?.at]).toEqual([OPEN_LINES_MAX, NOON + OPEN_LINES_MAX + 1])
  expect(incidentsSection(incidents, instant(NOON + TOLD_MS)).open.length).toBeGreaterThan(0)
  expect(incidentsSection(incidents, instant(NOON + TOLD_MS + 100)).open).toEqual([])
})
