// Concerns as whole nights on a clock that the test moves: who is asked, when somebody goes, and what ends it.

import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  caller,
  company,
  dresser,
  Evening,
  person,
  phone,
  stageManager,
  wing,
} from '../../../test/kit/concern-evening.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { crowdedEvening } from '../../../test/kit/quiet-evening.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { ASKS_OF_ONE_MS, answers } from '../presence/commands.ts'
import { isOpen } from '../presence/concern.ts'
import type { PresenceEvent } from '../presence/events.ts'
import { worthOf } from '../presence/evidence.ts'
import { COVER_LEAD_MS, SEARCH_WITHIN_MS } from '../presence/ladder.ts'
import { apply, emptyNight } from './night.ts'
import { view } from './view.ts'

let night: Evening
beforeEach(() => {
  night = new Evening()
})

/** Mia comes off at minute 4 and is due on at minute 31: asked at the latest seven minutes before. */
const ASKED_AT = 24 * 60

describe('the ladder', () => {
  test('CONCERN-1: one who was not seen since she came off is asked about seven minutes before', () => {
    night.pass(ASKED_AT - 2)
    expect(night.state.presence.concerns.concerns).toEqual([])
    night.pass(3)
    expect(night.concern()).toMatchObject({ person: 'mia', rung: 1, place: 'sr2' })
    expect(night.concern().asks.map((ask) => ask.person)).toEqual(['asa'])
    night.pass(90)
    expect(night.concern().rung).toBe(2)
    expect(night.concern().asks.filter(({ rung }) => rung === 2)).toHaveLength(2)
    night.pass(90)
    expect(night.concern().rung).toBe(3)
    const seen = view(night.plan, night.state, caller, night.now)
    expect(seen.concerns?.concerns).toMatchObject([{ name: 'Mia', state: 'searching', next: 4 }])
    const searcher = night.concern().asks.at(-1)?.person ?? ''
    const asks = view(night.plan, night.state, phone(searcher), night.now).asks
    expect(asks?.asks).toMatchObject([{ name: 'Mia', look: true }])
  })

  test('CONCERN-2: seen and on their way ends it everywhere, and the record keeps the asks', () => {
    night.pass(ASKED_AT + 100)
    expect(night.answer('dru', 'on their way').ok).toBe(true)
    expect(night.concern().ended).not.toBeNull()
    for (const viewer of [caller, dresser, wing, phone('asa')])
      expect(JSON.stringify(view(night.plan, night.state, viewer).asks ?? {})).not.toContain('Mia')
    expect(night.concern().asks).toHaveLength(3)
    expect(view(night.plan, night.state, caller).concerns?.concerns).toEqual([])
    night.pass(600)
    expect(night.events('concern.opened')).toHaveLength(1)
  })

  test('CONCERN-3: looking is not found: three minutes later the next rung, and what came of it is asked', () => {
    night.pass(ASKED_AT + 182)
    const searcher = night.concern().asks.at(-1)?.person ?? ''
    expect(night.answer(searcher, 'looking').ok).toBe(true)
    expect(night.concern().ended).toBeNull()
    night.pass(181)
    expect(night.concern().rung).toBe(4)
    const again = night.concern().asks.filter((ask) => ask.person === searcher && ask.rung >= 3)
    expect(again.length).toBeGreaterThanOrEqual(2)
  })
})

describe('time and rungs', () => {
  test('CONCERN-4: three minutes before the entrance it begins with somebody going, and the covers are in the same view', () => {
    night.pass(ASKED_AT - 30)
    night.do(
      { name: 'people.see', people: [person('mia')], how: 'eyes', place: null, by: null },
      phone('ned'),
    )
    const seen = night.state.seq
    night.pass(30 + 4 * 60)
    night.do({ name: 'sighting.undo', sighting: seen }, phone('ned'))
    night.pass(1)
    expect(night.concern()).toMatchObject({ rung: 3, person: 'mia' })
    const line = view(night.plan, night.state, caller, night.now).concerns?.concerns[0]
    expect(line).toMatchObject({ state: 'searching', covers: [{ name: 'Una', called: false }] })
    expect(line?.nextAt).toBeLessThanOrEqual((line?.dueAt ?? 0) - COVER_LEAD_MS)
  })

  test('CONCERN-5: who is on stage, in a change or due themself is passed over and named as such, with no gap', () => {
    night.do({ name: 'sign.out', who: { person: person('kit') } }, stageManager)
    night.pass(ASKED_AT + 2 + 90)
    const { asks, skipped } = night.concern()
    expect(asks.filter(({ rung }) => rung === 2).length).toBeGreaterThan(0)
    expect(asks.some((ask) => ask.person === 'kit')).toBe(false)
    const second = asks.find(({ rung }) => rung === 2)
    expect((second?.at ?? 0) - night.concern().openedAt).toBeLessThan(95_000)
    expect(skipped.every(({ because }) => because.length > 0)).toBe(true)
  })

  test('CONCERN-5: whoever is passed over on several rungs is named once, with what was so last', () => {
    night.pass(ASKED_AT + 12 * 60, false)
    const one = must(
      night.state.presence.concerns.concerns.find(({ skipped }) => {
        return new Set(skipped.map(({ person: who }) => who)).size < skipped.length
      }),
      'somebody is passed over twice',
    )
    const line = view(night.plan, night.state, caller, night.now).concerns?.concerns.find(
      ({ concern }) => concern === one.concern,
    )
    const said = line?.skipped.map(({ person: who }) => who) ?? []
    expect(said.toSorted()).toEqual([...new Set(one.skipped.map(({ person: who }) => who))].toSorted())
    for (const { person: who, because } of line?.skipped ?? [])
      expect(one.skipped.findLast((skip) => skip.person === who)?.because).toBe(because)
  })

  test('CONCERN-6: a hold opens nothing for an entrance, and moves what is due', () => {
    night.pass(ASKED_AT - 60)
    night.do({ name: 'clock.hold' }, caller)
    night.pass(12 * 60)
    expect(night.state.presence.concerns.concerns).toEqual([])
    night.do({ name: 'clock.resume' }, caller)
    night.pass(30)
    expect(night.state.presence.concerns.concerns).toEqual([])
    night.pass(40)
    expect(night.concern().person).toBe('mia')
  })

  test('CONCERN-8: a sighting that is taken back brings the concern again, at the rung that time demands', () => {
    night.pass(ASKED_AT + 60)
    night.answer('asa', 'on their way')
    const sighting = night.concern().ended?.sighting ?? 0
    expect(night.log.find(({ seq }) => seq === sighting)?.type).toBe('person.seen')
    night.pass(200)
    expect(night.events('concern.opened')).toHaveLength(1)
    night.do({ name: 'sighting.undo', sighting }, phone('asa'))
    night.pass(2)
    expect(night.concern(2)).toMatchObject({ person: 'mia', due: 'again', ended: null })
    expect(night.concern(2).rung).toBeGreaterThan(1)
  })

  test('CONCERN-9: what no lit screen has shown within ten seconds goes to the next', () => {
    night.pass(ASKED_AT + 2, false)
    expect(night.concern().asks.map((ask) => ask.person)).toEqual(['asa'])
    night.pass(12, false)
    expect(night.concern().asks).toHaveLength(2)
    expect(night.concern().skipped).toContainEqual({ person: 'asa', because: 'not shown' })
  })

  test('CONCERN-10: the times of the rungs stand in the record, and a restart comes to the same', () => {
    night.pass(ASKED_AT + 30)
    const again = night.log.reduce((state, event) => apply(night.plan, state, event), emptyNight)
    expect(again).toEqual(night.state)
    // The machine was away for four minutes: the rung that has come by then, at once.
    night.wait(4 * 60_000).pass(1)
    expect(night.concern().rung).toBe(3)
  })
})

describe('answers', () => {
  beforeEach(() => night.pass(ASKED_AT + 100))

  test('CONCERN-11: only another person by name ends it, and nobody ends their own', () => {
    expect(night.answer('mia', 'on their way').ok).toBe(false)
    expect(night.answer('ned', 'on their way').ok).toBe(false)
    night.do({ name: 'own.say', word: 'on my way' }, phone('mia'))
    night.pass(5)
    expect(night.concern().ended).toBeNull()
    for (const weak of ['looking', 'not here', 'not me'] as const) night.answer('asa', weak)
    expect(night.concern().ended).toBeNull()
    expect(night.answer('asa', 'on their way').ok).toBe(true)
    expect(night.concern().ended).not.toBeNull()
  })

  test('CONCERN-12: found and not able to go on stays open until a person says who is with them', () => {
    night.answer('asa', 'cannot go on')
    expect(night.concern()).toMatchObject({ rung: 4, ended: null, held: { as: 'cannot go on', by: 'asa' } })
    expect(night.answer('dru', 'on their way').ok).toBe(true)
    expect(night.concern().ended).toBeNull()
    night.pass(600)
    expect(night.concern()).toMatchObject({ rung: 4, ended: null })
    const { version } = night.concern()
    const ends = { name: 'concern.end', concern: 1, version, with: person('cleo') } as const
    expect(night.ask(ends, phone('ned')).ok).toBe(false)
    night.do(ends, stageManager)
    expect(night.concern().ended).toMatchObject({ with: 'cleo' })
    night.do({ name: 'concern.judge', concern: 1, as: 'useful' }, stageManager)
    expect(night.concern().judged).toBe('useful')
  })

  test('CONCERN-13: staying keeps it open and sends somebody; a locked door is one rung more, pressed twice too', () => {
    const locked = night.concern().rung
    const { version } = night.concern()
    const press = { name: 'concern.answer', concern: 1, version, answer: 'door locked', by: null } as const
    night.do({ ...press, place: id<'place'>('dr4') }, phone('asa'))
    night.do({ ...press, place: id<'place'>('dr4') }, phone('asa'))
    expect(night.concern().rung).toBe(locked + 1)
    const asks = night.concern().asks.length
    night.answer('asa', 'staying, send someone')
    expect(night.concern()).toMatchObject({ ended: null, held: { as: 'staying' } })
    expect(night.concern().asks.length).toBeGreaterThan(asks)
    expect(night.concern().asks.at(-1)?.person).not.toBe('asa')
  })

  test('CONCERN-14: an answer that has not seen what came since is refused where it could undo it', () => {
    const { version } = night.concern()
    night.answer('asa', 'cannot go on')
    const late = { name: 'concern.answer', concern: 1, version, answer: 'on their way' } as const
    const refused = night.ask({ ...late, place: null, by: null }, phone('dru'))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'changed' } })
  })
})

describe('raising', () => {
  const raise = (name: string, by = stageManager) =>
    night.ask({ name: 'concern.raise', person: person(name) }, by)

  test('CONCERN-15: one concern about one person: who wonders too is joined to it', () => {
    raise('ned')
    raise('ned', phone('dru'))
    raise('ned', dresser)
    expect(night.state.presence.concerns.concerns).toHaveLength(1)
    expect(raise('dru', dresser).ok).toBe(false)
  })

  test('CONCERN-16: an account that raises too many is named to stage management, and nobody is asked for it', () => {
    for (const name of ['mia', 'ned', 'una', 'kit', 'asa', 'ari']) raise(name, dresser)
    night.pass(200)
    expect(night.concern(6)).toMatchObject({ person: 'ari', rung: 1, asks: [] })
    expect(view(night.plan, night.state, stageManager, night.now).concerns?.noisy).toEqual(['Dru'])
    for (const { id: whom } of night.plan.show.people) {
      const put = night.state.presence.concerns.concerns.flatMap(({ asks }) =>
        asks.filter((ask) => ask.person === whom && ask.rung < 3).map(({ at }) => at),
      )
      for (const [index, at] of put.toSorted((a, b) => a - b).entries())
        expect(at - (put[index - 1] ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(ASKS_OF_ONE_MS)
    }
  })

  test('CONCERN-17: stepping out takes no reason, puts the cover on the desk and asks whom they choose to come', () => {
    night.do({ name: 'step.out', person: person('mia'), from: null, wants: person('dru') }, phone('mia'))
    const line = view(night.plan, night.state, caller, night.now).concerns?.concerns[0]
    expect(line).toMatchObject({ state: 'cannot go on', covers: [{ name: 'Una' }] })
    expect(view(night.plan, night.state, dresser, night.now).asks?.asks).toMatchObject([
      { name: 'Mia', look: true },
    ])
    const other = { name: 'step.out', person: person('mia'), from: null, wants: null } as const
    expect(night.ask(other, phone('ned'))).toMatchObject({ ok: false, refusal: { code: 'not-yours' } })
    night.do({ name: 'cover.call', concern: 1, person: person('una') }, stageManager)
    expect(night.concern().covers).toEqual(['una'])
  })
})

describe('who is told', () => {
  test('CONCERN-18: the whole of it is for whoever calls and stage managers; the company manager has it from rung 4', () => {
    night.pass(ASKED_AT + 100)
    const lines = () => view(night.plan, night.state, company, night.now).concerns?.concerns
    const known = () =>
      view(night.plan, night.state, company, night.now).where?.people.filter(
        ({ concern }) => concern !== null,
      )
    expect([lines(), known()]).toEqual([[], []])
    night.pass(280)
    expect(night.concern().rung).toBe(4)
    expect(lines()).toMatchObject([{ name: 'Mia' }])
    expect(known()).toMatchObject([{ callName: 'Mia' }])
    for (const role of ['kiosk', 'callboard', 'FOH', 'dir', 'prod', 'dept', 'DC'] as const) {
      const seen = view(night.plan, night.state, aViewer(role, { place: 'sr1' }), night.now)
      expect(seen.concerns).toBeUndefined()
      expect(seen.asks).toBeUndefined()
    }
  })

  test('CONCERN-19: an ask is on the screen of whom it was put to, and at the side where they are due', () => {
    night.pass(ASKED_AT + 2)
    const asks = (viewer = wing) => view(night.plan, night.state, viewer, night.now).asks?.asks
    expect(asks()).toMatchObject([{ name: 'Mia', place: 'SR2' }])
    expect(asks(phone('asa'))).toHaveLength(1)
    expect(asks(aViewer('ASM', { place: 'sl1' }))).toEqual([])
    expect(asks(phone('ned'))).toEqual([])
    night.do(
      {
        name: 'concern.answer',
        ...{ concern: 1, version: 1 },
        answer: 'on their way',
        place: null,
        by: null,
      },
      wing,
    )
    expect(asks()).toEqual([])
    expect(night.events('person.seen').at(-1)?.body).toMatchObject({ by: 'asa' })
  })
})

describe('the first performances', () => {
  test('CONCERN-20: everything is written down and nobody is asked', () => {
    night.do({ name: 'presence.mode', mode: 'logging' }, stageManager)
    night.pass(ASKED_AT + 400)
    expect(night.events('concern.opened')).toHaveLength(1)
    expect(night.events('concern.asked')).toEqual([])
    const where = view(night.plan, night.state, caller, night.now).where?.people
    expect(where?.every(({ concern }) => concern === null)).toBe(true)
    const seen = view(night.plan, night.state, caller, night.now).concerns
    expect(seen).toMatchObject({
      mode: 'logging',
      concerns: [],
      ended: [],
      logging: { performances: 1, of: 3 },
    })
  })
})

describe('a place that tells of nobody', () => {
  test('CONCERN-7: one line at the desk for a side from which nothing is heard, and no concern for it', () => {
    const crowd = new Evening(crowdedEvening())
    crowd.pass(ASKED_AT + 60)
    expect(crowd.state.presence.concerns.concerns).toEqual([])
    expect(crowd.events('source.blind')).toHaveLength(1)
    expect(view(crowd.plan, crowd.state, caller, crowd.now).concerns?.blind).toEqual(['stage right'])
    crowd.do({ name: 'people.see', people: [person('c1')], how: 'eyes', place: null, by: null }, wing)
    crowd.pass(2)
    expect(view(crowd.plan, crowd.state, caller, crowd.now).concerns?.blind).toEqual([])
  })
})

describe('whatever happens', () => {
  const word = fc.record({
    wait: fc.integer({ min: 1, max: 100 }),
    who: fc.constantFrom('asa', 'ari', 'dru', 'sam', 'kit', 'ned', 'mia'),
    answer: fc.constantFrom(...answers, 'crash' as const, 'unlit' as const),
  })

  test('CONCERN-21: rungs rise, an end has a sighting or a name, and somebody is sent in time', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const tried = new Evening()
        tried.pass(ASKED_AT - 30)
        for (const { wait, who, answer } of words) {
          tried.pass(wait, answer !== 'unlit')
          if (answer === 'crash') tried.wait(20_000)
          else if (answer !== 'unlit' && tried.state.presence.concerns.concerns.length > 0)
            tried.answer(who, answer, tried.state.presence.concerns.concerns.length)
        }
        // Long enough that a search which never sets out is found out.
        tried.pass(300)
        holds(tried)
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})

type PersonSeen = Extract<PresenceEvent, { type: 'person.seen' }>['body']

/** Looked at in the record, not in the state. */
function holds(tried: Evening): void {
  const again = tried.log.reduce((state, event) => apply(tried.plan, state, event), emptyNight)
  expect(again).toEqual(tried.state)
  const { concerns } = tried.state.presence.concerns
  for (const one of concerns) {
    const climbs = tried
      .events('concern.climbed')
      .filter(({ body }) => (body as { concern: number }).concern === one.concern)
    const rungs = climbs.map(({ body }) => (body as { rung: number }).rung)
    expect(rungs).toEqual([...new Set(rungs)].toSorted((a, b) => a - b))
    if (one.ended) expect(one.ended.sighting ?? one.ended.with).not.toBeNull()
    if (one.ended && one.ended.sighting !== null) {
      const sighting = tried.log.find(({ seq }) => seq === one.ended?.sighting)
      const { people, how, by } = must(sighting, 'it is in the record').body as PersonSeen
      expect([people.includes(one.person), worthOf[how].closes]).toEqual([true, true])
      expect([null, one.person]).not.toContain(by)
    }
    const third =
      one.rung >= 3
        ? (climbs.find(({ body }) => (body as { rung: number }).rung >= 3)?.at ?? one.openedAt)
        : null
    const over = one.ended?.at ?? null
    const seen = tried.events('person.seen').find(({ at }) => at >= one.openedAt)?.at ?? null
    const first = Math.min(...[third, over, seen, tried.now].filter((at) => at !== null))
    // A crash of ours is twenty seconds.
    expect(first - one.openedAt).toBeLessThanOrEqual(SEARCH_WITHIN_MS + 21_000)
  }
  const open = concerns.filter(isOpen).map((one) => one.person)
  expect(new Set(open).size).toBe(open.length)
}
