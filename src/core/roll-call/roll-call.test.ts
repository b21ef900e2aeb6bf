// Who was seen, by whom, and nobody who was not; added only, from as many devices as there are points.

import { expect, test } from 'vitest'
import { aViewer } from '../../../test/kit/nights.ts'
import {
  asking,
  begun,
  listed,
  NOON,
  recordsIn,
  said,
  sees,
  tell,
  theRollCall,
  told,
} from '../../../test/kit/roll-calls.ts'
import { id } from '../kit/ids.ts'
import { instant } from '../kit/time.ts'
import { assistances, nameKey, personKey } from './record.ts'
import { isNotSeen, type RollLine, rollOf } from './roll.ts'
import {
  applyRollCall,
  emptyRollCalls,
  LISTED_MAX,
  openRollCall,
  ROLL_CALLS_MAX,
  ROLL_RECORDS_MAX,
  ROLL_SAID_MAX,
  ROLL_TEXT_MAX,
  type RollCallState,
  SAME_MS,
  SHOWN_MS,
} from './roll-call.ts'
import { rollTimes } from './section.ts'

const people = ['ann', 'ben', 'cal'].map((name) => listed(name))
const rollIn = (state: RollCallState) => rollOf(recordsIn(state))
const lineOf = (state: RollCallState, name: string): RollLine => {
  const line = rollIn(state).lines.find(({ who }) => who === personKey(id(name)))
  if (!line) throw new Error(`no ${name}`)
  return line
}
const notSeen = (state: RollCallState) =>
  rollIn(state)
    .lines.filter(isNotSeen)
    .map(({ name }) => name)
const ade = aViewer('ASM', { person: 'ade', device: 'ade-phone' })
const eve = aViewer('ASM', { person: 'eve', device: 'eve-phone' })
const start = () => told([begun], { people })

test('ROLLCALL-3: whoever is on no list is written in, once however often, and is one more', () => {
  const write = (name: string) =>
    said({ kind: 'seen', who: nameKey(name), point: 'Green', by: 'Ade Lamb', name })
  const state = tell(start(), [write('Jo Stone'), write(' jo  STONE ')], { by: ade })
  const added = rollIn(state).lines.filter((line) => line.added)
  expect(added.map(({ name, seen }) => [name, seen.length])).toEqual([['Jo Stone', 2]])
  expect(rollIn(state)).toMatchObject({ of: 4, seen: 1, notSeen: 3 })
})

test('ROLLCALL-4: seen by another person’s eyes at a point, and by nothing else', () => {
  const ben = personKey(id('ben'))
  const others = [
    said({ kind: 'not-here', who: ben, point: 'Green', by: 'Ade Lamb' }),
    said({ kind: 'told', who: ben, how: 'safe-elsewhere', by: 'Ade Lamb' }),
    said({ kind: 'assistance', who: ben, action: 'somebody-to-guide', by: 'Ade Lamb' }),
    said({ kind: 'swept', zone: 'Dressing rooms', by: 'Ade Lamb' }),
  ]
  const state = tell(tell(start(), others, { by: ade }), [said({ kind: 'counted', count: 3, by: 'Ade' })])
  expect(rollIn(state)).toMatchObject({ seen: 0, told: 1, notSeen: 2 })
  // By their own device, by their own name, and by nobody's.
  const self = aViewer('ASM', { person: 'ann', device: 'ann-phone' })
  expect(notSeen(tell(start(), [sees('ann', NOON, 'A friend')], { by: self }))).toContain('ann Whole')
  expect(notSeen(tell(start(), [sees('ann', NOON, 'ANN  whole')], { by: ade }))).toContain('ann Whole')
  expect(notSeen(tell(start(), [sees('ann', NOON, ' ')], { by: ade }))).toContain('ann Whole')
  expect(notSeen(tell(start(), [sees('ann')], { by: ade }))).toEqual(['ben Whole', 'cal Whole'])
})

test('ROLLCALL-7: one’s own device takes back its own word and no other’s', () => {
  const [mine, other] = [sees('ann'), sees('ann', NOON + 90_000, 'Eve Ray', 'Green')]
  const both = tell(tell(start(), [mine], { by: ade }), [other], { by: eve })
  const back = (record: string) => said({ kind: 'undone', record })
  expect(lineOf(tell(both, [back(mine.id)], { by: ade }), 'ann').seen.map(({ by }) => by)).toEqual([
    'Eve Ray',
  ])
  expect(lineOf(tell(both, [back(mine.id)], { by: eve }), 'ann').seen).toHaveLength(2)
  const none = tell(tell(both, [back(mine.id)], { by: ade }), [back(other.id)], { by: eve })
  expect(notSeen(none)).toContain('ann Whole')
  expect(recordsIn(none).filter(({ what }) => what.kind === 'seen')).toHaveLength(2)
})

test('ROLLCALL-8: looked for and not here, swept and nobody there: both stand with who said it, and change nobody', () => {
  const ann = personKey(id('ann'))
  const state = tell(
    start(),
    [
      said({ kind: 'not-here', who: ann, point: 'Green', by: 'Ade Lamb' }),
      said({ kind: 'swept', zone: 'Zone 3', by: 'Ade Lamb' }, NOON + 5_000),
    ],
    { by: ade },
  )
  expect(lineOf(state, 'ann')).toMatchObject({ notHere: [{ point: 'Green', by: 'Ade Lamb' }], seen: [] })
  expect(rollIn(state).swept).toEqual([{ zone: 'Zone 3', by: 'Ade Lamb', at: NOON + 5_000 }])
  expect(rollIn(state).notSeen).toBe(3)
})

test('ROLLCALL-9: an action, and no field for why', () => {
  expect(assistances).toHaveLength(5)
  const needs = said({ kind: 'assistance', who: personKey(id('ann')), action: 'evacuation-chair', by: 'Ade' })
  expect(Object.keys(needs.what).sort()).toEqual(['action', 'by', 'kind', 'who'])
  expect(
    lineOf(tell(start(), [needs, { ...needs, id: 'the-same-again' }], { by: ade }), 'ann').assistance,
  ).toEqual(['evacuation-chair'])
})

test('ROLLCALL-10: the public outside beside the public inside, and nobody of the list', () => {
  const state = tell(told([begun], { people, house: 612 }), [
    said({ kind: 'counted', count: 605, by: 'Zoe' }),
  ])
  expect(rollIn(state)).toMatchObject({ house: { before: 612, outside: 605 }, of: 3, seen: 0, notSeen: 3 })
})

test('ROLLCALL-11: begun and ended by the caller, stage managers and front of house; written in by stewards', () => {
  const code = (roles: Parameters<typeof aViewer>[0], what: Parameters<typeof said>[0], state = start()) => {
    const decision = asking([said(what)], { by: aViewer(roles, { person: 'ned' }) })(state)
    return decision.ok ? 'ok' : decision.refusal.code
  }
  const [end, seen] = [{ kind: 'ended', by: 'N' } as const, sees('ann').what]
  expect((['caller', 'SM', 'FOH'] as const).map((role) => code(role, end))).toEqual(['ok', 'ok', 'ok'])
  const stewards = ['ASM', 'chap', 'CM'] as const
  expect(stewards.map((role) => [code(role, end), code(role, seen)])).toEqual(
    stewards.map(() => ['not-yours', 'ok']),
  )
  const others = ['dept', 'perf', 'dir', 'prod', 'kiosk', 'callboard', 'admin'] as const
  expect(others.map((role) => code(role, seen))).toEqual(others.map(() => 'not-yours'))
  const named = tell(start(), [said({ kind: 'steward', person: id('ned'), by: 'Ruth' })])
  expect([code('dept', seen, named), code('dept', end, named)]).toEqual(['ok', 'not-yours'])
})

test('ROLLCALL-12: begun twice within ten minutes it is one; later it is another, and nobody is seen in it', () => {
  const second = (at: number) =>
    said({ kind: 'begun', by: 'Zoe Park' }, at, { rollCall: id('roll-call-two') })
  const seen = tell(start(), [sees('ann')], { by: ade })
  const rollAt = (state: RollCallState) => {
    const open = openRollCall(state, instant(NOON + SAME_MS + 2))
    return open && rollOf(open.flatMap(({ records }) => records))
  }
  const one = tell(seen, [second(NOON + SAME_MS)], { people })
  expect(rollAt(one)).toMatchObject({ of: 3, seen: 1, begun: [{ by: 'Ruth Amari' }, { by: 'Zoe Park' }] })
  expect(rollAt(tell(seen, [second(NOON + SAME_MS + 1)], { people }))).toMatchObject({ of: 3, seen: 0 })
  const ended = tell(seen, [said({ kind: 'ended', by: 'Ruth' }, NOON + 70_000)])
  expect(rollAt(tell(ended, [second(NOON + 90_000)], { people }))).toMatchObject({ seen: 0, notSeen: 3 })
})

test('ROLLCALL-13: ended with somebody not seen it stays open; with nobody left it is over; after twelve hours it is shown no more', () => {
  const ended = said({ kind: 'ended', by: 'Ruth Amari' }, NOON + 200_000)
  const two = tell(start(), [sees('ann'), sees('ben')], { by: ade })
  const open = (state: RollCallState, after = 300_000) => openRollCall(state, instant(NOON + after)) !== null
  expect(open(tell(two, [ended]))).toBe(true)
  const all = tell(two, [sees('cal')], { by: ade })
  expect([open(all), open(tell(all, [ended]))]).toEqual([true, false])
  expect([open(two, SHOWN_MS), open(two, SHOWN_MS + 1)]).toEqual([true, false])
  expect(openRollCall(emptyRollCalls, instant(NOON))).toBeNull()
})

test('ROLLCALL-14: that people may go back in is said, and follows from nothing', () => {
  const all = tell(start(), [sees('ann'), sees('ben'), sees('cal')], { by: ade })
  const ended = tell(all, [said({ kind: 'ended', by: 'Ruth' }, NOON + 80_000)])
  expect(rollIn(ended).mayReturn).toBeNull()
  const word = tell(ended, [said({ kind: 'may-return', by: 'Ruth' }, NOON + 90_000)])
  expect(rollIn(word).mayReturn).toEqual({ by: 'Ruth', at: NOON + 90_000 })
})

test('ROLLCALL-15: the first, half, nine in ten and all of them; what was not reached has no time', () => {
  const some = tell(start(), [sees('ann', NOON + 60_000), sees('ben', NOON + 120_000)], { by: ade })
  const times = (state: RollCallState) => rollTimes(instant(NOON), rollIn(state))
  expect(times(some)).toMatchObject({ first: 60_000, half: 120_000, ninety: null, complete: null, points: 1 })
  const all = tell(
    some,
    [said({ kind: 'told', who: personKey(id('cal')), how: 'gone-home', by: 'Ade' }, NOON + 200_000)],
    { by: ade },
  )
  expect(times(all)).toMatchObject({ ninety: 200_000, complete: 200_000, of: 3, seen: 2 })
  expect(rollIn(all).completeAt).toBe(NOON + 200_000)
  expect(JSON.stringify(times(all))).not.toMatch(/Whole|Ade/)
})

test('ROLLCALL-16: at each bound it takes it, and one beyond it refuses and changes nothing', () => {
  const code = (all: Parameters<typeof asking>[0], state = start()) => {
    const decision = asking(all, { by: aViewer('SM') })(state)
    return decision.ok ? 'ok' : decision.refusal.code
  }
  const many = (count: number) => Array.from({ length: count }, () => sees('ann'))
  expect([code(many(ROLL_SAID_MAX)), code(many(ROLL_SAID_MAX + 1))]).toEqual(['ok', 'too-many'])
  const zone = (length: number) => [said({ kind: 'swept', zone: 'x'.repeat(length), by: 'A' })]
  expect([code(zone(ROLL_TEXT_MAX)), code(zone(ROLL_TEXT_MAX + 1))]).toEqual(['ok', 'too-long'])
  expect(code([{ ...sees('ann'), rollCall: id('roll-call-none') }])).toBe('no-roll-call')
  const record = recordsIn(start())[0]
  if (!record) throw new Error('begun')
  const grown = (count: number): RollCallState => ({
    rollCalls: [
      {
        id: theRollCall,
        drill: false,
        records: Array.from({ length: count }, (_, n) => ({ ...record, id: `n${n}` })),
      },
    ],
  })
  expect([code(many(1), grown(ROLL_RECORDS_MAX - 1)), code(many(1), grown(ROLL_RECORDS_MAX))]).toEqual([
    'ok',
    'full',
  ])
  const house = (count: number): RollCallState => ({
    rollCalls: Array.from({ length: count }, (_, n) => ({
      id: id(`roll-${n}`),
      drill: false,
      records: [record],
    })),
  })
  expect([code([begun], house(ROLL_CALLS_MAX - 1)), code([begun], house(ROLL_CALLS_MAX))]).toEqual([
    'ok',
    'full',
  ])
  const crowd = Array.from({ length: LISTED_MAX + 1 }, (_, n) => listed(`p${n}`))
  expect(
    recordsIn(told([begun], { people: crowd })).map(({ what }) =>
      'people' in what ? what.people.length : 0,
    ),
  ).toEqual([0, LISTED_MAX, 1])
})

test('ROLLCALL-17: names lie in the part that can be erased; that somebody was seen, where and when, stays', () => {
  const decision = asking([begun, sees('ann')], { by: aViewer('SM', { person: 'ruth' }), people })(
    emptyRollCalls,
  )
  if (!decision.ok) throw new Error('taken')
  const bodies = JSON.stringify(decision.value.map(({ body }) => body))
  expect(bodies).not.toMatch(/Whole|Amari|Lamb|ruth|ann/)
  const erased = decision.value.reduce((state, { body }) => applyRollCall(state, body, null), emptyRollCalls)
  expect(recordsIn(erased).map(({ what }) => what.kind)).toEqual(['begun', 'listed', 'seen'])
  expect(rollIn(erased)).toMatchObject({ of: 0, begun: [{ by: '(erased)' }] })
})
