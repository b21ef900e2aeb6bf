// Nine come on together from one side, and nobody has seen them: whole nights of what is asked of whom, and of one answer for many.

import { beforeEach, describe, expect, test } from 'vitest'
import { caller, Evening, person, phone, stageManager, wing } from '../../../test/kit/concern-evening.ts'
import { crowdedEvening } from '../../../test/kit/quiet-evening.ts'
import { must } from '../kit/assert.ts'
import { NAMES_ON_A_LIST_MAX } from '../presence/ask-lists.ts'
import { ASKS_OF_ONE_MS, type ListAnswer } from '../presence/commands.ts'
import { isOpen } from '../presence/concern.ts'
import { SEARCH_WITHIN_MS } from '../presence/ladder.ts'
import type { Show } from '../show/show.ts'
import { view } from './view.ts'

/** Seven minutes before minute 31. */
const ASKED_AT = 24 * 60

let night: Evening
/** The side is not blind: it has told of somebody, though of none of them. */
const play = (show: Show = crowdedEvening()): void => {
  night = new Evening(show)
  night.wait((ASKED_AT - 60) * 1000)
  night.do(
    { name: 'people.see', people: [person('una'), person('kit')], how: 'eyes', place: null, by: null },
    wing,
  )
  night.pass(61)
}
beforeEach(() => play())

const concerns = () => night.state.presence.concerns.concerns
const asks = (viewer = phone('asa')) => view(night.plan, night.state, viewer, night.now).asks?.asks ?? []
const askedOf = (name: string, rung = 1) =>
  concerns().filter((one) => one.asks.some((ask) => ask.person === name && ask.rung === rung))
const answerAll = (answer: ListAnswer, viewer = phone('asa'), of = asks(viewer)) => {
  const named = of.map(({ concern, version }) => ({ concern, version }))
  return night.ask({ name: 'concerns.answer', asks: named, answer }, viewer)
}
const seenAtOnce = () => night.state.presence.sightings.list.at(-1)?.people
const later = (names: readonly string[], seconds: number): Show => {
  const show = crowdedEvening()
  const isLater = (key: string) => names.some((name) => key === `on-${name}`)
  return {
    ...show,
    obligations: show.obligations.map((one) =>
      isLater(one.id) ? { ...one, anchor: { ...one.anchor, seconds: one.anchor.seconds + seconds } } : one,
    ),
  }
}

describe('who is asked', () => {
  test('CONCERN-91: nine due at one wing are two lists: six of whoever has the best view, the rest of the next', () => {
    expect(concerns()).toHaveLength(9)
    expect(askedOf('asa')).toHaveLength(NAMES_ON_A_LIST_MAX)
    expect(asks().map(({ wing: at }) => at)).toEqual(Array(NAMES_ON_A_LIST_MAX).fill('stage right'))
    expect(askedOf('dru')).toHaveLength(3)
    const [, , , , , , seventh] = concerns()
    expect(seventh?.skipped).toContainEqual({ person: 'asa', because: 'asked just now' })
    // Each for itself: nobody’s times are another’s.
    expect(new Set(concerns().map(({ person: whom }) => whom)).size).toBe(9)
    for (const { rungs } of concerns()) expect(rungs.map(({ rung }) => rung)).toEqual([2, 3, 4, 5])
  })

  test('CONCERN-91: whoever is due half a minute later joins a list that waits; where it was answered, another is asked', () => {
    play(later(['c8'], 30))
    const has = (name: string) => askedOf(name).some((one) => one.person === 'c8')
    // Six are on Asa’s list: the one who comes later joins the two on the next.
    night.pass(30)
    expect([has('asa'), has('dru'), askedOf('dru').length]).toEqual([false, true, 3])
    play(later(['c8'], 30))
    expect(answerAll('on their way', phone('dru')).ok).toBe(true)
    night.pass(30)
    expect([has('asa'), has('dru')]).toEqual([false, false])
    expect(concerns().find((one) => one.person === 'c8')?.asks).toHaveLength(1)
  })

  test('CONCERN-91, CONCERN-16: for two minutes after a list nothing else is asked of them, and then it is', () => {
    const raised = (name: string) => {
      night.do({ name: 'concern.raise', person: person(name) }, stageManager)
      night.pass(2)
      return askedOf('asa').some((one) => one.person === name)
    }
    expect(answerAll('on their way').ok).toBe(true)
    expect(raised('una')).toBe(false)
    night.pass(ASKS_OF_ONE_MS / 1000)
    expect(raised('kit')).toBe(true)
  })

  test('CONCERN-91: what is left on a list climbs by itself, each in its own time', () => {
    const two = asks().slice(0, 2)
    expect(answerAll('on their way', phone('asa'), two).ok).toBe(true)
    expect(concerns().filter(isOpen)).toHaveLength(7)
    expect(asks()).toHaveLength(NAMES_ON_A_LIST_MAX - 2)
    night.pass(SEARCH_WITHIN_MS / 1000 + 2)
    const sent = concerns().filter(({ rung }) => rung >= 3)
    expect(sent).toHaveLength(7)
    for (const { openedAt, asks: put } of sent)
      expect(
        (put.find(({ rung }) => rung >= 3)?.at ?? Number.POSITIVE_INFINITY) - openedAt,
      ).toBeLessThanOrEqual(SEARCH_WITHIN_MS + 1000)
  })

  test('CONCERN-93: whoever goes for somebody is sent for another only where nobody else can go', () => {
    night.pass(SEARCH_WITHIN_MS / 1000 + 2)
    const searchers = concerns().map(({ asks: put }) => put.find(({ rung }) => rung === 3)?.person)
    const free = new Set(searchers)
    expect(searchers.slice(0, free.size)).toEqual([...free])
    expect(free.size).toBeGreaterThan(2)
  })
})

describe('one answer for all', () => {
  test('CONCERN-92: all seen is one sighting, ends each, and one word opens all of them again', () => {
    const all = asks()
    const before = night.events('person.seen').length
    expect(answerAll('on their way').ok).toBe(true)
    expect(night.events('person.seen')).toHaveLength(before + 1)
    const seen = must(night.events('person.seen').at(-1), 'they were seen')
    expect(seen.body).toMatchObject({ by: 'asa', how: 'eyes' })
    expect(seenAtOnce()).toHaveLength(all.length)
    for (const { concern } of all)
      expect(night.concern(concern)).toMatchObject({ ended: { sighting: seen.seq, undone: false } })
    expect(asks()).toEqual([])
    const { said } = view(night.plan, night.state, phone('asa'), night.now).asks ?? {}
    expect(said?.sighting).toBe(seen.seq)
    night.do({ name: 'sighting.undo', sighting: seen.seq }, phone('asa'))
    night.pass(2)
    expect(concerns().filter(isOpen)).toHaveLength(9)
  })

  test('CONCERN-92: at the wing it is the word of whoever works there; none here and not me end nothing', () => {
    const own = asks(wing).filter(({ along }) => along !== true)
    expect(own).toHaveLength(NAMES_ON_A_LIST_MAX)
    expect(answerAll('not here', wing, own).ok).toBe(true)
    expect(concerns().filter(isOpen)).toHaveLength(9)
    expect(askedOf('asa').every((one) => one.asks[0]?.answer === 'not here')).toBe(true)
    expect(answerAll('not me', phone('dru')).ok).toBe(true)
    night.pass(2)
    for (const one of askedOf('dru'))
      expect(one.skipped).toContainEqual({ person: 'dru', because: 'said not me' })
    while (asks(wing).length > 0)
      expect(answerAll('on their way', wing, asks(wing).slice(0, NAMES_ON_A_LIST_MAX)).ok).toBe(true)
    expect(night.events('person.seen').at(-1)?.body).toMatchObject({ by: 'asa' })
    expect(concerns().filter(isOpen)).toEqual([])
  })

  test('CONCERN-92: who was seen meanwhile is passed over; where nothing is left, and of more than six, it is refused', () => {
    const all = asks()
    night.answer('asa', 'on their way', all[0]?.concern)
    expect(answerAll('on their way', phone('asa'), all).ok).toBe(true)
    expect(seenAtOnce()).toHaveLength(all.length - 1)
    expect(answerAll('on their way', phone('asa'), all)).toMatchObject({
      ok: false,
      refusal: { code: 'ended' },
    })
    expect(answerAll('on their way', phone('ned'), asks(phone('dru')))).toMatchObject({
      ok: false,
      refusal: { code: 'not-asked' },
    })
    const named = concerns().map(({ concern, version }) => ({ concern, version }))
    const everybody = { name: 'concerns.answer', asks: named.slice(0, 7), answer: 'not here' } as const
    expect(night.ask(everybody, caller)).toMatchObject({ ok: false, refusal: { code: 'many' } })
    expect(night.ask({ ...everybody, asks: [] }, caller).ok).toBe(false)
    // Twice the same is once.
    const twice = [...asks(phone('dru')), ...asks(phone('dru'))]
    expect(answerAll('on their way', phone('dru'), twice).ok).toBe(true)
    expect(concerns().filter(isOpen)).toEqual([])
  })
})
