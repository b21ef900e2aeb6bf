// What is written down of an incident: added only, in one order whoever wrote it, and in two parts.

import { expect, test } from 'vitest'
import { NOON, only, said, tell, theIncident, told } from '../../../test/kit/incidents.ts'
import { dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import {
  applyIncident,
  decideIncident,
  emptyIncidents,
  INCIDENTS_MAX,
  RECORDS_MAX,
  SAID_MAX,
  STRANGERS_INCIDENTS_MAX,
  STRANGERS_RECORDS_MAX,
  WORDS_MAX,
} from './incident.ts'
import { isStoodDown, linesOf, PERHAPS_SAME_MS, perhapsSame, wholeOf } from './order.ts'
import { bounds, deedNames, type Said, STRANGER, type What } from './record.ts'

const opened: What = { kind: 'opened', place: 'SL1', how: 'hold' }
const words = (text: string): What => ({ kind: 'words', about: 'other', text, witness: null })

test('INCIDENT-1: a correction stands beside its line, and standing down deletes nothing', () => {
  const shock = said({ kind: 'done', deed: 'shock' }, NOON + 60_000)
  const state = told([
    said(opened),
    shock,
    said({ kind: 'corrects', record: shock.id, text: 'It was 20:15' }, NOON + 90_000),
    said({ kind: 'stood-down' }, NOON + 120_000),
  ])
  const lines = linesOf(only(state).records)
  expect(lines.map(({ record }) => record.what.kind)).toEqual(['opened', 'done', 'stood-down'])
  expect(lines[1]?.record.what).toEqual(shock.what)
  expect(lines[1]?.corrections.map(({ what }) => what)).toEqual([
    { kind: 'corrects', record: shock.id, text: 'It was 20:15' },
  ])
  expect([only(state).records.length, isStoodDown(only(state))]).toEqual([4, true])
  // What corrects a line that is still on its way is not lost either.
  expect(
    linesOf(only(told([said({ kind: 'corrects', record: 'elsewhere', text: 'No' })])).records),
  ).toHaveLength(1)
})

test('INCIDENT-2: when it happened, when it was written, how it is known and how surely are four things', () => {
  const SEVEN = 7 * 60_000
  const late = said(
    { kind: 'known', bound: 'last-seen', witness: 'Jo', doing: 'leaving the stage' },
    NOON + SEVEN,
    {
      happened: { from: NOON - 60_000 + SEVEN, to: NOON + SEVEN - 30_000 },
      evidence: 'was-told',
      certainty: 'about',
    },
  )
  const [record] = only(told([late], { aheadMs: SEVEN, at: NOON })).records
  expect(record).toMatchObject({
    happened: { from: NOON - 60_000, to: NOON - 30_000 },
    enteredAt: NOON,
    aheadMs: SEVEN,
    evidence: 'was-told',
    certainty: 'about',
  })
  // A clock that was not measured rightly puts nothing into the future.
  const [ahead] = only(told([said(opened, NOON + 500_000)], { at: NOON })).records
  expect([ahead?.happened, ahead?.enteredAt]).toEqual([{ from: NOON, to: NOON }, NOON])
})

test('INCIDENT-3: on 1,000 seeded splits nothing is dropped, both authors stay, and the order is one and explained', () => {
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const rolled = dice(seed)
    const halves = (['left', 'right'] as const).map((device) => ({
      device,
      aheadMs: rolled.whole(-600_000, 600_000),
      all: Array.from({ length: rolled.whole(1, 12) }, (_each, index): Said => {
        const madeAt = NOON + rolled.whole(0, 600) * 1_000
        return said(
          rolled.chance(0.3) ? words(`${device} ${index}`) : { kind: 'done', deed: rolled.pick(deedNames) },
          madeAt,
          rolled.chance(0.2) ? { happened: { from: madeAt - 60_000, to: madeAt } } : {},
        )
      }),
    }))
    const batches = halves.flatMap(({ device, aheadMs, all }) => {
      const cut = rolled.whole(0, all.length)
      const shifted = all.map((one) => ({
        ...one,
        madeAt: one.madeAt + aheadMs,
        happened: one.happened && { from: one.happened.from + aheadMs, to: one.happened.to + aheadMs },
      }))
      // Sent in two parts, the first of them twice: an answer was lost.
      return [shifted.slice(0, cut), shifted, shifted.slice(0, cut)].map((part) => ({
        device,
        aheadMs,
        part,
      }))
    })
    const merged = (order: typeof batches) =>
      order.reduce((state, { part, ...from }) => tell(state, part, from), emptyIncidents)
    const [one, other] = [merged(batches), merged([...batches].reverse())].map((state) =>
      linesOf(only(state).records),
    )
    const whole = halves.flatMap(({ all }) => all)
    expect([seed, one?.map(({ record }) => record.id)]).toEqual([seed, other?.map(({ record }) => record.id)])
    expect(new Set(one?.map(({ record }) => record.id))).toEqual(new Set(whole.map(({ id }) => id)))
    for (const { device, all } of halves)
      expect(one?.filter(({ record }) => record.author.device === device)).toHaveLength(all.length)
    one?.forEach(({ record, because }, index) => {
      const above = one[index - 1]?.record
      if (!above) expect(because).toBe('first')
      else if (because === 'happened-later') expect(record.happened.from).toBeGreaterThan(above.happened.from)
      else {
        expect(record.happened.from).toBe(above.happened.from)
        expect(record.enteredAt - above.enteredAt > 0).toBe(because === 'written-down-later')
      }
    })
  }
})

test('INCIDENT-4: there is no time of collapse, nor a kind of record that could be one', () => {
  expect(bounds).toEqual(['last-seen', 'last-spoken-with', 'found'])
  for (const name of [...bounds, ...deedNames]) expect(name).not.toMatch(/collaps|fell|down|faint/i)
})

test('INCIDENT-5: words and names are in the part that can be erased; what was done stays', () => {
  const all = [
    said(opened),
    said({ kind: 'done', deed: 'shock' }),
    said({ kind: 'words', about: 'found-beside', text: 'Lisinopril 10 mg', witness: 'Tom Ash' }),
    said({ kind: 'known', bound: 'found', witness: 'Tom Ash', doing: 'going in' }),
    said({ kind: 'function', name: 'scribe', step: 'taken', who: 'Tom Ash' }),
    said({ kind: 'handed-over', to: 'Crew 12, Tom Ash' }),
    said({ kind: 'show', decision: 'held', where: 'LX 24, Tom Ash' }),
  ]
  const author = { device: 'phone', person: id<'person'>('person-tom') }
  const command = { name: 'incident.record', said: all, aheadMs: 0, author } as const
  const decision = decideIncident(emptyIncidents, command, { at: instant(NOON + 1) })
  if (!decision.ok) throw new Error('taken')
  expect(JSON.stringify(decision.value.map(({ body }) => body))).not.toMatch(/Tom|tom|Lisinopril|SL1/)
  const fold = (erased: boolean) =>
    decision.value.reduce(
      (state, event, index) =>
        applyIncident(state, { ...event, seq: index + 1, detail: erased ? null : event.detail }),
      emptyIncidents,
    )
  expect(only(fold(false)).records.map(({ what }) => what)).toEqual(all.map(({ what }) => what))
  expect(only(fold(false)).records[0]?.author).toEqual(author)
  const kept = only(fold(true)).records.map(({ what }) => what)
  expect(kept.map(({ kind }) => kind)).toEqual(all.map(({ what }) => what.kind))
  expect(kept[1]).toMatchObject({ kind: 'done', deed: 'shock' })
  expect(kept[2]).toMatchObject({ kind: 'words', about: 'found-beside', text: '(erased)' })
})

test('INCIDENT-5: what this version does not know is counted and passed over', () => {
  const state = applyIncident(emptyIncidents, { seq: 1, type: 'incident.sung', v: 1, body: {}, detail: null })
  expect([state.unknown, state.incidents]).toEqual([1, []])
  const erased = applyIncident(state, { seq: 2, type: 'detail.erased', v: 1, body: {}, detail: null })
  expect(erased).toMatchObject({ seq: 2, unknown: 1 })
})

test('INCIDENT-6: each bound holds at the bound, and one more is refused with a sentence', () => {
  const ask = (state: ReturnType<typeof told>, all: readonly Said[]) =>
    decideIncident(
      state,
      { name: 'incident.record', said: all, aheadMs: 0, author: { device: 'phone', person: null } },
      { at: instant(NOON) },
    )
  const many = (count: number) => Array.from({ length: count }, () => said({ kind: 'done', deed: 'swapped' }))
  expect(ask(emptyIncidents, many(SAID_MAX)).ok).toBe(true)
  expect(ask(emptyIncidents, many(SAID_MAX + 1))).toMatchObject({ ok: false, refusal: { code: 'too-many' } })
  expect(ask(emptyIncidents, [said(words('x'.repeat(WORDS_MAX)))]).ok).toBe(true)
  expect(ask(emptyIncidents, [said(words('x'.repeat(WORDS_MAX + 1)))])).toMatchObject({
    refusal: { code: 'too-long' },
  })
  let full = emptyIncidents
  for (let taken = 0; taken < RECORDS_MAX; taken += SAID_MAX) full = tell(full, many(SAID_MAX))
  expect(only(full).records).toHaveLength(RECORDS_MAX)
  expect(ask(full, many(1))).toMatchObject({ refusal: { code: 'full' } })
  const incidents = Array.from({ length: INCIDENTS_MAX }, (_each, index) =>
    said(opened, NOON, { incident: id<'incident'>(`one-of-${index}`) }),
  )
  let crowded = emptyIncidents
  for (let from = 0; from < INCIDENTS_MAX; from += SAID_MAX)
    crowded = tell(crowded, incidents.slice(from, from + SAID_MAX))
  expect(ask(crowded, [said(opened, NOON, { incident: id<'incident'>('one-more') })])).toMatchObject({
    refusal: { code: 'full' },
  })
  // Those that are there go on.
  expect(ask(crowded, [said(words('on'), NOON, { incident: id<'incident'>('one-of-3') })]).ok).toBe(true)
})

test('INCIDENT-26: devices that nobody has paired fill no more than their part, and the house’s own go on', () => {
  const ask = (state: ReturnType<typeof told>, one: Said, device: string) => {
    const author = { device, person: null }
    const command = { name: 'incident.record', said: [one], aheadMs: 0, author } as const
    return decideIncident(state, command, { at: instant(NOON) })
  }
  const another = (count: number) => said(opened, NOON, { incident: id<'incident'>(`one-of-${count}`) })
  const tellAll = (all: readonly Said[]) => {
    let state = emptyIncidents
    for (let from = 0; from < all.length; from += SAID_MAX)
      state = tell(state, all.slice(from, from + SAID_MAX))
    return state
  }
  const strangers = Array.from({ length: STRANGERS_INCIDENTS_MAX - 1 }, (_each, count) => another(count))
  const stranger = `${STRANGER}anybody`
  expect(ask(tellAll(strangers), another(STRANGERS_INCIDENTS_MAX), stranger).ok).toBe(true)
  const flooded = tellAll([...strangers, another(STRANGERS_INCIDENTS_MAX)])
  expect(ask(flooded, another(9_999), stranger)).toMatchObject({ refusal: { code: 'full' } })
  expect(ask(flooded, another(9_999), 'desk').ok).toBe(true)
  const deed = () => said({ kind: 'done', deed: 'swapped' })
  const crowded = tellAll(Array.from({ length: STRANGERS_RECORDS_MAX }, deed))
  expect(ask(crowded, deed(), stranger)).toMatchObject({ refusal: { code: 'full' } })
  expect(ask(crowded, deed(), 'desk').ok).toBe(true)
})

test('INCIDENT-7: raised twice within ten minutes both are labelled; a person joins them, and both keep all they have', () => {
  const second = id<'incident'>('incident-two')
  const twice = [said(opened), said(opened, NOON + PERHAPS_SAME_MS, { incident: second })]
  const apart = told([said(opened), said(opened, NOON + PERHAPS_SAME_MS + 1, { incident: second })])
  const [here] = apart.incidents
  expect(here && perhapsSame(here, apart.incidents)).toEqual([])
  const state = told(twice)
  for (const one of state.incidents) expect(perhapsSame(one, state.incidents)).toHaveLength(1)
  const joined = tell(state, [said({ kind: 'same-as', incident: second })])
  const whole = joined.incidents.map((one) => wholeOf(one, joined.incidents).length)
  expect(whole).toEqual([3, 3])
  for (const one of joined.incidents) expect(perhapsSame(one, joined.incidents)).toEqual([])
  expect(joined.incidents.map(({ id, records }) => [id, records.length])).toEqual([
    [theIncident, 2],
    [second, 1],
  ])
  // A drill is never part of what is real.
  const drill = told([said(opened), said(opened, NOON, { incident: second, drill: true })])
  for (const one of drill.incidents) expect(perhapsSame(one, drill.incidents)).toEqual([])
})
