// Drills beside each other: how long each step took, nobody's name; and whether a report says that something was filed.

import { expect, test } from 'vitest'
import { NOON, said, tell, told } from '../../../test/kit/incidents.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { DRILLS_SHOWN_MAX, drillTable } from './drills.ts'
import { BEFORE_CURTAIN_MS, incidentFiled, NOT_CLOSED_MS } from './filed.ts'
import type { What } from './record.ts'

const at = (what: What, seconds: number, drill: boolean, incident: string) =>
  said(what, NOON + seconds * 1_000, { drill, incident: id<'incident'>(incident) })
const opened: What = { kind: 'opened', place: 'Dock', how: 'hold' }
const voiced: What = { kind: 'function', name: 'AED', step: 'told-by-voice', who: 'Tom Ash' }

test('INCIDENT-40: each step from the beginning, what was not reached has none, nobody is named, real ones are not in it', () => {
  const { incidents } = told([
    at(opened, 0, true, 'drill-one'),
    at({ kind: 'done', deed: 'call-made' }, 12, true, 'drill-one'),
    at(voiced, 18, true, 'drill-one'),
    at({ kind: 'done', deed: 'aed-on' }, 95, true, 'drill-one'),
    at({ kind: 'stood-down' }, 300, true, 'drill-one'),
    at(opened, 600, false, 'in-earnest'),
  ])
  const table = drillTable(incidents)
  expect(table).toHaveLength(1)
  expect(table[0]).toMatchObject({
    steps: { 'call-made': 12_000, connected: null, 'aed-on': 95_000, 'stood-down': 300_000 },
    functions: { AED: 18_000, commander: null },
    entries: 5,
  })
  expect(JSON.stringify(table)).not.toContain('Tom')
})

test('INCIDENT-40: the newest drills, and no more of them than a table holds', () => {
  let state = told([at(opened, 0, true, 'drill-0')])
  for (let count = 1; count <= DRILLS_SHOWN_MAX; count += 1)
    state = tell(state, [at(opened, count, true, `drill-${count}`)])
  const table = drillTable(state.incidents)
  expect([table.length, table[0]?.at]).toEqual([DRILLS_SHOWN_MAX, NOON + DRILLS_SHOWN_MAX * 1_000])
})

test('ACCIDENT-5: filed where one began while the performance was on, never for a drill', () => {
  const evening = (curtain: number, closed: number | null) => ({
    curtainAt: instant(curtain),
    closedAt: closed === null ? null : instant(closed),
  })
  const real = told([at(opened, 0, false, 'in-earnest')]).incidents
  const hour = 3_600_000
  expect(incidentFiled(real, evening(NOON - hour, NOON + hour))).toBe(true)
  expect(incidentFiled(real, evening(NOON + BEFORE_CURTAIN_MS, null))).toBe(true)
  expect(incidentFiled(real, evening(NOON + BEFORE_CURTAIN_MS + 1, null))).toBe(false)
  expect(incidentFiled(real, evening(NOON - 3 * hour, NOON - 1))).toBe(false)
  expect(incidentFiled(real, evening(NOON - NOT_CLOSED_MS - 1, null))).toBe(false)
  expect(incidentFiled(told([at(opened, 0, true, 'a-drill')]).incidents, evening(NOON, null))).toBe(false)
})
