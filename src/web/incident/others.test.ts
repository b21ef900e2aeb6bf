// What others wrote, as this device hears of it: kept between rounds, asked for again only where there is more.

import { expect, test } from 'vitest'
import { NOON, only, said, told } from '../../../test/kit/incidents.ts'
import { id } from '../../core/kit/ids.ts'
import type { IncidentTold } from '../../wire/incident.ts'
import { ASKS_MS, type Others, roundsOf } from './others.ts'
import { keep, readKept, takenUp } from './store.ts'

test('INCIDENT-67: asked again with what it has; another incident is asked for from the start; nobody’s device asks once', async () => {
  const texts = new Map<string, string>()
  const shelf = {
    getItem: (name: string) => texts.get(name) ?? null,
    setItem: (name: string, text: string) => void texts.set(name, text),
    removeItem: (name: string) => void texts.delete(name),
  }
  const now = { drill: false, now: Date.now() }
  const [one, other] = [id<'incident'>('incident-one'), id<'incident'>('incident-other')]
  keep(shelf, takenUp(readKept(shelf), one, now))
  const { records } = only(told([said({ kind: 'opened', place: null, how: 'hold' }, NOON)]))
  const asked: unknown[] = []
  const heard: Others[] = []
  const answers: (IncidentTold | 'not-ours' | null)[] = [
    { seq: 7, open: [], sheets: [], records, stop: null },
    { seq: 7, open: [], sheets: [], records: null, stop: null },
    null,
    'not-ours',
  ]
  const round = roundsOf({ shelf, drill: false, heard: (others) => heard.push(others) }, async (body) => {
    asked.push(JSON.parse(body))
    return answers.shift() ?? null
  })
  const open = () => false
  expect([await round(open), await round(open)]).toEqual([ASKS_MS, ASKS_MS])
  expect(heard.map((others) => others.records.length)).toEqual([1, 1])
  // The house is not there: asked again as before.
  expect(await round(open)).toBe(ASKS_MS)
  keep(shelf, takenUp(readKept(shelf), other, now))
  expect(await round(open)).toBe(null)
  expect(asked).toEqual([
    { incident: one, drill: false, seen: null },
    { incident: one, drill: false, seen: 7 },
    { incident: one, drill: false, seen: 7 },
    { incident: other, drill: false, seen: null },
  ])
})
