// Lists of a night at the number that a screen holds of them, and one beyond: what waits stays, and what is left out is counted.

import { expect, test } from 'vitest'
import {
  approve,
  coverShow,
  dan,
  deeForAna,
  gives,
  isOut,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import {
  aViewer,
  littleNight,
  nightOf,
  sentenceOf,
  type TestNight,
  theCaller,
  theSM,
} from '../../../test/kit/nights.ts'
import { aCue, aDepartment, anObligation, aPerson, aTrack, at } from '../../../test/kit/shows.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { factsOf } from '../cover/facts.ts'
import { greedyPlan } from '../cover/greedy.ts'
import { worthOf } from '../cover/plan.ts'
import type { CoverChange } from '../covering/covering.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { EVENTS_A_TICK_MAX } from '../presence/climb.ts'
import { CONCERNS_MAX, CONCERNS_RAISED_MAX, SEEN_AT_ONCE_MAX } from '../presence/commands.ts'
import type { Concern } from '../presence/concern.ts'
import type { Obligation, Show } from '../show/show.ts'
import { presenceDue } from './concerns.ts'
import { changesOf, coverNightOf } from './cover-night-of.ts'
import { passedEntrances } from './entrances.ts'
import { HOUSE_REQUESTS_SHOWN } from './house-section.ts'
import type { NightCommand } from './night.ts'
import { otherSheets } from './other-sheets.ts'
import { TOLD_SHOWN_MAX } from './plan-section.ts'
import { CUTS_SHOWN_MAX, proposalSection, SHORT_SHOWN_MAX, THINGS_SHOWN_MAX } from './proposal-section.ts'
import { STOP_LINES_MAX, stopFacts } from './stop-facts.ts'
import { TALKS_MAX } from './talks.ts'
import { TELL_LINES_MAX } from './told.ts'
import { view } from './view.ts'
import { WALKED_SHOWN_MAX } from './walked-lines.ts'

const door = aViewer('kiosk', { place: 'sl1' })
const foh = aViewer('FOH')
const names = (many: number): readonly string[] => Array.from({ length: many }, (_, index) => `p${index}`)

test('FOH-13: what waits for an answer is on both screens, however many words were asked and answered since', () => {
  const night = littleNight()
  const word = { name: 'house.ask', ask: 'speak', minutes: null, why: '' } as const
  night.do({ name: 'house.ask', ask: 'hold', minutes: 4, why: 'A coach is late' }, foh)
  const shown = () => [foh, theCaller].map((by) => view(night.plan, night.state, by).house?.requests ?? [])
  for (let request = 2; request <= HOUSE_REQUESTS_SHOWN; request++)
    night.do(word, foh).do({ name: 'house.answer', request, yes: true })
  for (const requests of shown()) expect(requests).toHaveLength(HOUSE_REQUESTS_SHOWN)
  for (let request = HOUSE_REQUESTS_SHOWN + 1; request <= 2 * HOUSE_REQUESTS_SHOWN; request++)
    night.do(word, foh).do({ name: 'house.answer', request, yes: true })
  for (const requests of shown()) expect(requests.map(({ request }) => request)).toEqual([1, 6, 7, 8, 9, 10])
  night.do({ name: 'house.answer', request: 1, yes: false })
  for (const requests of shown()) expect(requests.map(({ request }) => request)).toEqual([6, 7, 8, 9, 10])
})

/** So many who come on at side after side, a second apart from the second minute on. */
function crowd(many: number): Show {
  const [item] = sightingShow.items
  if (!item) throw new Error('the show has a first item')
  return {
    ...sightingShow,
    people: [...sightingShow.people, ...names(many).map((name) => aPerson(name, `Call ${name}`))],
    tracks: names(many).map((name) => aTrack(`t-${name}`, name)),
    obligations: names(many).map((name, index) => ({
      ...anObligation(`on-${name}`, `t-${name}`, at(item, 120 + index)),
      ...{ seconds: 60, placeIn: id<'place'>('sl1') },
    })),
    ...{ changes: [], handOffs: [], props: [] },
  }
}

test('INCIDENT-69: of those due soon whom nobody is asked about so many are named, and the others are counted', () => {
  for (const more of [0, 1]) {
    const night = nightOf(crowd(STOP_LINES_MAX + more)).open()
    night.do({ name: 'act.up', act: 1 }, theCaller).wait(30_000).do({ name: 'clock.hold' }, theCaller)
    const facts = stopFacts(night.plan, night.state, theSM, night.now)
    expect(facts?.notAsked).toHaveLength(STOP_LINES_MAX)
    expect(facts?.notAskedMore).toBe(more)
  }
})

test('CONCERN-94: what is due at once of very many is written down in one look after another, and nobody is left out', () => {
  const many = 70
  const night = nightOf(crowd(many)).open(undefined)
  for (const name of names(many)) night.do({ name: 'sign.in', person: id<'person'>(name) }, door)
  night
    .do({ name: 'act.up', act: 1 }, theCaller)
    .do({ name: 'clock.hold' }, theCaller)
    .wait(90 * 60_000)
  const asked = () => new Set(night.state.presence.concerns.concerns.map(({ person }) => person)).size
  let looks = 0
  for (; looks < 10 && asked() < many; looks++) {
    const due = presenceDue(night.plan, night.state, night.now)
    // The last of them may bring an ask and a step with it.
    expect(due.length).toBeLessThanOrEqual(EVENTS_A_TICK_MAX + 3)
    for (const event of due) night.record('machine', event)
  }
  expect([asked(), looks > 1]).toEqual([many, true])
})

const two = () => coverShow.items[1] ?? coverShow.items[0]

test('CONCERN-95: however many people raise there is room for whoever is not seen, and the desk is told once there is none', () => {
  const night = nightOf(crowd(CONCERNS_RAISED_MAX + 1)).open()
  const raise = (name: string): NightCommand => ({ name: 'concern.raise', person: id<'person'>(name) })
  for (const name of names(CONCERNS_RAISED_MAX)) night.do(raise(name), theSM)
  expect(sentenceOf(night.ask(raise(`p${CONCERNS_RAISED_MAX}`), theSM))).toContain(
    `${CONCERNS_RAISED_MAX} of these`,
  )
  const [one] = night.state.presence.concerns.concerns
  if (!one) throw new Error('three hundred were raised')
  const full = (many: number) => {
    const concerns = Array.from({ length: many }, (_, at) => ({ ...one, concern: at + 1, raisedBy: null }))
    const presence = { ...night.state.presence, concerns: { ...night.state.presence.concerns, concerns } }
    return view(night.plan, { ...night.state, presence }, theSM, night.now).concerns
  }
  const [before, after] = [full(CONCERNS_MAX - 1), full(CONCERNS_MAX)]
  expect([before?.full, after?.full]).toEqual([false, true])
  // By the machine one more is opened up to the bound, and none beyond.
  const held = nightOf(crowd(2)).open()
  for (const name of names(2)) held.do({ name: 'sign.in', person: id<'person'>(name) }, door)
  held
    .do({ name: 'act.up', act: 1 }, theCaller)
    .do({ name: 'clock.hold' }, theCaller)
    .wait(90 * 60_000)
  const over = { ...one, person: id<'person'>('sal'), ended: { at: held.now, seq: 1 } } as unknown as Concern
  const opened = (many: number) => {
    const concerns = Array.from({ length: many }, (_, at) => ({
      ...over,
      concern: at + 1,
      openedAt: held.now,
    }))
    const presence = { ...held.state.presence, concerns: { ...held.state.presence.concerns, concerns } }
    return presenceDue(held.plan, { ...held.state, presence }, held.now).filter(
      ({ type }) => type === 'concern.opened',
    )
  }
  expect([opened(CONCERNS_MAX - 1).length, opened(CONCERNS_MAX).length]).toEqual([1, 0])
})

test('PRESENCE-28: of a crowd that has come on at one cue everybody is written down, in as many words as that takes', () => {
  for (const [many, words] of [
    [SEEN_AT_ONCE_MAX, 1],
    [SEEN_AT_ONCE_MAX + 1, 2],
  ] as const) {
    const lights = aDepartment('lx')
    const [item] = sightingShow.items
    if (!item) throw new Error('the show has a first item')
    const cues = [aCue('lx1', lights, at(item, 550))]
    const night = nightOf({ ...crowd(many), departments: [lights], cues }).open()
    for (const name of names(many)) night.do({ name: 'sign.in', person: id<'person'>(name) }, door)
    night.do({ name: 'act.up', act: 1 }, theCaller).wait(550_000)
    expect(night.go().ok).toBe(true)
    const written = passedEntrances(night.plan, night.state, night.now)
    const seen = written.flatMap((event) => (event.type === 'person.seen' ? event.body.people : []))
    expect([written.length, new Set(seen).size]).toEqual([words, many])
    for (const event of written) night.record('machine', event)
    expect(passedEntrances(night.plan, night.state, night.wait(60_000).now)).toEqual([])
  }
})

/** Ana sings in the second number so many times more than in the book, and wardrobe dresses each of it. */
function long(many: number): Show {
  const item = two()
  if (!item) throw new Error('the show has items')
  const sung = names(many).map(
    (name, index): Obligation => ({
      ...anObligation(name, 'e1', at(item, 60 + index / 4)),
      ...{ kind: 'appear', title: `Sings ${name}`, seconds: 0.1, costume: id<'costume'>('blue') },
      ...{ placeIn: id<'place'>('sl1'), placeOut: id<'place'>('sl1'), droppable: 're-assignable' },
    }),
  )
  return { ...coverShow, obligations: [...coverShow.obligations, ...sung] }
}

test('COVERING-39: more lines than a screen is sent are counted, for whoever is told and whoever tells; what is over makes room', () => {
  const book = nightOf(coverShow).open().do(isOut('ana'), sam).do(approve(deeForAna), dan)
  const base = view(book.plan, book.state, phoneOf('dee'), book.now).ownPlan?.lines.length ?? 0
  for (const more of [0, 1]) {
    const many = TELL_LINES_MAX - base + more
    const night = nightOf(long(many)).open()
    const changes = [...deeForAna, ...names(many).map((name) => gives(name, 'dee'))]
    night.do(isOut('ana'), sam).do(approve(changes), dan)
    const rows = () => view(night.plan, night.state, sam, night.now).plan?.tell ?? []
    const dee = () => rows().find(({ name }) => name === 'Dee')
    const own = () => view(night.plan, night.state, phoneOf('dee'), night.now).ownPlan
    expect(dee()?.lines).toHaveLength(TELL_LINES_MAX)
    expect([dee()?.more, own()?.more, own()?.lines.length]).toEqual([more, more, TELL_LINES_MAX])
    const ward = view(
      night.plan,
      night.state,
      aViewer('dept', { department: 'ward' }),
      night.now,
    ).departmentPlan
    expect((ward?.lines.length ?? 0) + (ward?.more ?? 0)).toBeGreaterThanOrEqual(many)
    // Paper has all of them.
    const printed = JSON.stringify(otherSheets(night.plan, night.state))
    for (const name of [names(many)[0], names(many).at(-1)]) expect(printed).toContain(`Sings ${name}"`)
    night.do({ name: 'act.up', act: 1 }).wait(5.5 * 60_000)
    expect(own()?.more).toBe(0)
    expect(own()?.lines.length).toBeLessThan(TELL_LINES_MAX)
  }
})

test('COVERING-39: of who was told the newest stand there, and how many were told before them', () => {
  const departments = names(TOLD_SHOWN_MAX + 1).map((name) => aDepartment(name))
  const night = nightOf({ ...coverShow, departments: [...coverShow.departments, ...departments] }).open()
  night.do(isOut('ana'), sam).do(approve(deeForAna), dan)
  const plan = () => view(night.plan, night.state, sam, night.now).plan
  const tell = (department: string): NightCommand => ({
    ...{ name: 'plan.tell', to: { department: id(department) }, version: 1, by: id('sam') },
  })
  for (const name of names(TOLD_SHOWN_MAX)) night.do(tell(name), sam)
  expect([plan()?.told.length, plan()?.toldBefore]).toEqual([TOLD_SHOWN_MAX, 0])
  night.do(tell(`p${TOLD_SHOWN_MAX}`), sam)
  expect([plan()?.told.length, plan()?.toldBefore]).toEqual([TOLD_SHOWN_MAX, 1])
  expect(plan()?.told.at(-1)?.to).toEqual({ department: `p${TOLD_SHOWN_MAX}` })
})

test('COVERING-18: three at most are offered for a talk, whoever looks after the company first', () => {
  const crew = names(TALKS_MAX + 1)
  const show: Show = {
    ...coverShow,
    people: [...coverShow.people, ...crew.map((name) => aPerson(name, `Call ${name}`))],
    engagements: [
      ...coverShow.engagements,
      ...crew.map((name) => ({ person: id<'person'>(name), kind: 'stage management' as const })),
    ],
  }
  const night = nightOf(show).open()
  night.do(approve([gives('e2-three', 'dee'), gives('s1-three', null)]), dan)
  const offered = view(night.plan, night.state, dan, night.now).plan?.talks
  expect(offered).toHaveLength(TALKS_MAX)
  expect(offered?.[0]).toBe('May')
})

/** So many tracks of one spot each in the second number, ten seconds apart, that nobody knows but whoever has it. */
function alone(many: number, droppable: Obligation['droppable']): Show {
  const item = two()
  if (!item) throw new Error('the show has items')
  return {
    ...coverShow,
    people: [...coverShow.people, ...names(many).map((name) => aPerson(name, `Call ${name}`))],
    tracks: [
      ...coverShow.tracks,
      ...names(many).map((name) => ({ ...aTrack(`t-${name}`, name), kind: 'cast' as const })),
    ],
    items: coverShow.items.map((one) => (one.id === item.id ? { ...one, seconds: 20 * many } : one)),
    obligations: names(many).map((name, index) => ({
      ...anObligation(name, `t-${name}`, at(item, 10 * index)),
      ...{ kind: 'appear', title: `Sings ${name}`, seconds: 5, droppable },
      ...{ placeIn: id<'place'>('sl1'), placeOut: id<'place'>('sl1') },
    })),
    ...{ changes: [], handOffs: [], cues: [] },
  }
}

/** As it stands before anybody says yes: by the planner that asks no solver, or as it is shared out here. */
function proposed(night: TestNight, shared?: readonly CoverChange[]) {
  const asked = coverNightOf(night.plan, night.state, night.now)
  const facts = factsOf(asked)
  const plan = greedyPlan(facts)
  const changes = shared ?? changesOf(night.plan, night.state, plan)
  const kept = { worth: worthOf(facts, plan), proved: false, fallback: 'no solver', ms: 0 }
  return proposalSection(night.plan, night.state, {
    id: 'one',
    base: 0,
    night: asked,
    plan,
    changes,
    ...kept,
  })
}

const allOut = (show: Show, many: number): TestNight => {
  const night = nightOf(show).open()
  for (const name of names(many)) night.do(isOut(name), sam)
  return night
}

test('COVERING-28, COVERING-39: of cuts and of moments with too few so many are sent, and how many more there are', () => {
  for (const more of [0, 1]) {
    const cut = proposed(allOut(alone(CUTS_SHOWN_MAX + more, 'cosmetic'), CUTS_SHOWN_MAX + more))
    expect([cut.cuts.length, cut.more.cuts, cut.more.short]).toEqual([CUTS_SHOWN_MAX, more, 0])
    const few = proposed(allOut(alone(SHORT_SHOWN_MAX + more, 'essential'), SHORT_SHOWN_MAX + more))
    expect([few.short.length, few.more.short]).toEqual([SHORT_SHOWN_MAX, more])
  }
})

test('COVERING-37, COVERING-39: of the things that are left for somebody else too, and how many of them are brought', () => {
  for (const more of [0, 1]) {
    const props = names(THINGS_SHOWN_MAX + more).map((name) => ({
      id: id<'prop'>(name),
      name,
      start: id<'place'>('sl1'),
    }))
    const carried = props.map((prop) => prop.id)
    const obligations = coverShow.obligations.map((one) =>
      one.id === 'e1-one'
        ? { ...one, props: carried, placeOut: id<'place'>('sr1') }
        : one.id === 'e1-two'
          ? { ...one, props: carried }
          : one,
    )
    const night = nightOf({ ...coverShow, obligations, props: [...coverShow.props, ...props] }).open()
    const section = proposed(night, [gives('e1-two', 'dee')])
    expect([section.things.length, section.more.things, section.more.brought]).toEqual([
      THINGS_SHOWN_MAX,
      more,
      more,
    ])
  }
})

test('COVERING-40, COVERING-39: of the lifts that are walked through too', () => {
  for (const more of [0, 1]) {
    const many = WALKED_SHOWN_MAX + more
    const show = alone(many, 'cosmetic')
    const lifted = show.obligations.map((one) => ({
      ...one,
      ...{ kind: 'lift' as const, partners: [id<'track'>('e2')] },
    }))
    const under = anObligation('under', 'e2', { ...must(lifted[0]?.anchor, 'one is lifted'), seconds: 0 })
    const obligations = [...lifted, { ...under, seconds: 20 * many }]
    const section = proposed(allOut({ ...show, obligations }, many))
    expect([section.walked.length, section.more.walked]).toEqual([WALKED_SHOWN_MAX, more])
  }
})
