// Asks as screens have them: in which wing, by whose word, and what whoever found somebody can say.

import { beforeEach, expect, test } from 'vitest'
import { caller, Evening, person, phone, stageManager, wing } from '../../../test/kit/concern-evening.ts'
import { aViewer } from '../../../test/kit/nights.ts'
import { searchedEvening } from '../../../test/kit/quiet-evening.ts'
import { id } from '../kit/ids.ts'
import type { Answer } from '../presence/commands.ts'
import { TAKEN_BACK_MS_MAX } from '../presence/reopen.ts'
import { view } from './view.ts'

const ASKED_AT = 24 * 60
const left = aViewer('ASM', { place: 'sl1', device: 'wing-left' })

let night: Evening
beforeEach(() => {
  night = new Evening(searchedEvening())
})

const section = (viewer = wing) => view(night.plan, night.state, viewer, night.now).asks
const asks = (viewer = wing) => section(viewer)?.asks ?? []
const shown = (ask: number, viewer = wing) =>
  night.ask({ name: 'ask.shown', concern: night.state.presence.concerns.concerns.length, ask }, viewer)
const say = (answer: Answer, viewer = wing, how?: 'eyes' | 'cans') => {
  const concern = night.state.presence.concerns.concerns.length
  const { version } = night.concern(concern)
  const told = { concern, version, answer, place: null, by: null }
  return night.ask({ name: 'concern.answer', ...told, ...(how === undefined ? {} : { how }) }, viewer)
}
const lastSeen = () => night.events('person.seen').at(-1)?.body

test('CONCERN-70: what is put to a stage manager is on the screen of the wing where they work, and only that says that it was shown', () => {
  night.pass(ASKED_AT + 88).pass(6, false)
  // Right: Asa and whoever is due there; left: Ari, once somebody else is asked.
  const put = night.concern().asks.find((ask) => ask.person === 'ari')
  expect(put?.rung).toBe(2)
  expect(asks(left)).toMatchObject([{ name: 'Mia', ask: put?.ask, place: 'SR2' }])
  expect(shown(put?.ask ?? 0, wing)).toMatchObject({ ok: false, refusal: { code: 'not-asked' } })
  expect(shown(put?.ask ?? 0, left).ok).toBe(true)
  expect(say('on their way', left).ok).toBe(true)
  expect(lastSeen()).toMatchObject({ by: 'ari', people: ['mia'] })
})

test('CONCERN-70: the wing where somebody is due reads along what is put to others, answers by its own name, and says no ask is shown', () => {
  night.pass(ASKED_AT + 2)
  say('not here')
  night.pass(92)
  const [line] = asks()
  expect(line).toMatchObject({ name: 'Mia', along: true })
  expect(shown(line?.ask ?? 0).ok).toBe(false)
  expect(say('on their way').ok).toBe(true)
  expect(lastSeen()).toMatchObject({ by: 'asa' })
})

test('CONCERN-71: whoever is due nowhere soon is asked about in the wing where they came off, and not of who has just said so', () => {
  night.pass(10 * 60)
  night.do({ name: 'concern.raise', person: person('mia') }, wing)
  night.pass(2)
  const one = night.concern()
  // She came off on the left; the right wing says that she is not here.
  expect(one).toMatchObject({ place: 'sl1', dueAt: null, raisedBy: 'asa' })
  expect(one.asks.map((ask) => ask.person)).toEqual(['ari'])
  expect(asks(left)).toMatchObject([{ name: 'Mia', place: 'SL1' }])
  expect(asks(wing)).toEqual([])
})

test('SEEN-15: who goes and looks is told where somebody last saw them, beside where they are due; who is only asked, the latter', () => {
  night.pass(5 * 60)
  night.do({ name: 'people.see', people: [person('mia')], how: 'eyes', place: null, by: null }, left)
  // Seen since, she is asked about at the latest moment.
  night.pass(ASKED_AT - 5 * 60 + 70)
  const [asked] = asks()
  expect(asked).toMatchObject({ look: false, place: 'SR2', duePlace: 'SR2' })
  expect(asked).not.toHaveProperty('last')
  night.pass(182)
  const jem = phone('jem')
  night.do({ name: 'concern.spoken', concern: 1, to: person('jem') }, caller)
  expect(asks(jem)).toMatchObject([{ look: true, place: 'SL1', last: true, duePlace: 'SR2' }])
})

test('CONCERN-72: a voice known on cans ends it and stands in the record as that; where nothing is said it was eyes', () => {
  night.pass(ASKED_AT + 2)
  say('on their way', wing, 'cans')
  expect(lastSeen()).toMatchObject({ how: 'cans', by: 'asa' })
  expect(night.concern().ended).not.toBeNull()
  const sighting = night.concern().ended?.sighting ?? 0
  night.do({ name: 'sighting.undo', sighting }, wing)
  night.pass(2)
  say('on their way', wing)
  expect(lastSeen()).toMatchObject({ how: 'eyes' })
})

test('CONCERN-73: whose word ended it can take that back from the same screen, nameless, and nobody else is offered it', () => {
  night.pass(ASKED_AT + 2)
  say('on their way')
  const said = section()?.said
  expect(said).toMatchObject({ sighting: night.concern().ended?.sighting })
  expect(JSON.stringify(section())).not.toContain('Mia')
  for (const other of [left, phone('dru'), phone('jem')]) expect(section(other)?.said).toBeUndefined()
  night.do({ name: 'sighting.undo', sighting: said?.sighting ?? 0 }, wing)
  night.pass(2)
  expect(section()?.said).toBeUndefined()
  expect(asks()).toMatchObject([{ name: 'Mia' }])
})

test('CONCERN-74: what a person raised is open again when the sighting is taken back, on the rung where it would be', () => {
  night.pass(10 * 60)
  night.do({ name: 'concern.raise', person: person('mia') }, stageManager)
  night.pass(5)
  say('on their way', phone(night.concern().asks[0]?.person ?? ''))
  night.pass(100)
  night.do({ name: 'sighting.undo', sighting: night.concern().ended?.sighting ?? 0 }, stageManager)
  night.pass(1)
  expect(night.concern(2)).toMatchObject({ person: 'mia', rung: 2, ended: null, raisedBy: 'sam' })
  expect(night.concern(2).rungs).toEqual(night.concern(1).rungs.filter(({ rung }) => rung > 2))
})

test('CONCERN-74: taken back after ten minutes, too much has happened since', () => {
  const takenBackAfter = (ms: number) => {
    night = new Evening(searchedEvening())
    night.pass(5 * 60)
    night.do({ name: 'concern.raise', person: person('mia') }, stageManager)
    night.pass(5)
    say('on their way', phone(night.concern().asks[0]?.person ?? ''))
    night.wait(ms)
    night.do({ name: 'sighting.undo', sighting: night.concern().ended?.sighting ?? 0 }, stageManager)
    night.wait(-1000).pass(1)
    return night.state.presence.concerns.concerns.length
  }
  expect([takenBackAfter(TAKEN_BACK_MS_MAX), takenBackAfter(TAKEN_BACK_MS_MAX + 1)]).toEqual([2, 1])
})

test('CONCERN-74: what was only written down meanwhile does not stand in its way', () => {
  night.pass(10 * 60)
  night.do({ name: 'concern.raise', person: person('mia') }, stageManager)
  night.pass(5)
  say('on their way', phone(night.concern().asks[0]?.person ?? ''))
  const { due, dueAt, place, rungs } = night.concern()
  const silent = { person: person('mia'), due, dueAt, place, rungs, rung: 1, mode: 'logging' } as const
  const body = { ...silent, because: [], risk: 12, raisedBy: null }
  night.record('machine', { type: 'concern.opened', v: 1, body })
  night.do({ name: 'sighting.undo', sighting: night.concern().ended?.sighting ?? 0 }, stageManager)
  night.pass(1)
  expect(night.concern(3)).toMatchObject({ person: 'mia', mode: 'quiet', ended: null, raisedBy: 'sam' })
})

test('CONCERN-75: whoever stays sees who was sent and ends it by name; whoever is sent is told to go to them', () => {
  night.pass(ASKED_AT + 182)
  night.do({ name: 'concern.spoken', concern: 1, to: person('jem') }, caller)
  say('staying, send someone', phone('jem'))
  const [staying] = asks(phone('jem'))
  expect(staying).toMatchObject({
    name: 'Mia',
    stays: {
      as: 'staying',
      self: 'jem',
      sent: [
        { person: 'asa', comes: false },
        { person: 'dru', comes: false },
      ],
    },
  })
  // Asa was to go and look before that, and has said nothing: she is told where to go now, and Dru is sent besides.
  expect(asks(phone('dru'))).toMatchObject([{ name: 'Mia', to: { with: 'Jem' } }])
  const helper = staying?.stays?.sent[0]?.person ?? ''
  expect(asks(phone(helper))).toMatchObject([{ name: 'Mia', to: { with: 'Jem' } }])
  for (const other of ['ari', 'ned']) expect(asks(phone(other))).toEqual([])
  say('looking', phone(helper))
  expect(asks(phone('jem'))[0]?.stays?.sent).toMatchObject([
    { person: helper, comes: true },
    { person: 'dru', comes: false },
  ])
  say('cannot go on', phone('jem'))
  expect(asks(phone('jem'))).toMatchObject([{ stays: { as: 'cannot go on' } }])
  night.pass(600)
  const ends = { name: 'concern.end', concern: 1, version: night.concern().version } as const
  expect(night.ask({ ...ends, with: person('mia') }, phone('jem')).ok).toBe(false)
  expect(night.ask({ ...ends, with: person(helper) }, phone('ned')).ok).toBe(false)
  expect(night.ask({ ...ends, with: person(helper) }, phone('jem')).ok).toBe(true)
  expect(night.concern().ended).toMatchObject({ with: helper })
  for (const viewer of [phone('jem'), phone(helper), wing]) expect(asks(viewer)).toEqual([])
})

test('CONCERN-75: in a wing the screen of whoever stays says so too, and ends it', () => {
  night.pass(ASKED_AT + 2)
  say('staying, send someone')
  expect(asks()).toMatchObject([{ stays: { self: 'asa' } }])
  expect(asks(left)).toEqual([])
  const ends = {
    name: 'concern.end',
    concern: 1,
    version: night.concern().version,
    with: person('asa'),
  } as const
  expect(night.ask(ends, left).ok).toBe(false)
  expect(night.ask(ends, wing).ok).toBe(true)
  expect(id<'person'>(night.concern().ended?.with ?? '')).toBe('asa')
})

test('CONCERN-76: a stage manager at work in their own wing is asked until a minute before, and never sent', () => {
  const show = searchedEvening()
  const busyAt = (minute: number) => {
    const obligations = show.obligations.map((one) =>
      one.id === 'right' ? { ...one, anchor: { ...one.anchor, seconds: minute * 60 } } : one,
    )
    night = new Evening({ ...show, obligations })
    night.pass(ASKED_AT + 182)
    return night.concern()
  }
  const later = busyAt(30)
  expect(later.asks[0]).toMatchObject({ person: 'asa', rung: 1 })
  expect(later.asks.filter(({ rung }) => rung === 3).map((ask) => ask.person)).not.toContain('asa')
  expect(later.skipped).toContainEqual({ person: 'asa', because: 'cannot leave' })
  const now = busyAt(24.5)
  expect(now.asks[0]?.person).not.toBe('asa')
  expect(now.skipped).toContainEqual({ person: 'asa', because: 'due themself' })
})

test('CONCERN-70: in a wing the question stands on after “not here”, with what was said to it', () => {
  night.pass(ASKED_AT + 2)
  say('not here')
  expect(asks()).toMatchObject([{ along: true, answered: 'not here' }])
  expect(asks(phone('asa'))).toEqual([])
})
