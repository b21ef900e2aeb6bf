// Who is due where and when: reckoned by hand, and moved by holds, cuts and late acts.

import { expect, test } from 'vitest'
import { aViewer, CURTAIN_AT, nightOf, type TestNight, theCaller, theSM } from '../../../test/kit/nights.ts'
import { aCue, aDepartment, aPerson, at } from '../../../test/kit/shows.ts'
import { sightingShow } from '../../../test/kit/sighting-show.ts'
import { must } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { instant, minutes } from '../kit/time.ts'
import { dues } from './dues.ts'
import { planOf } from './night.ts'
import { SECTION_STEP_MS } from './seen.ts'
import { showClock } from './show-clock.ts'
import { audiences, view } from './view.ts'

const night = () => nightOf(sightingShow).open()
/** Opened an hour and a half before it. */
const CURTAIN_LATER = instant(CURTAIN_AT + minutes(60))
/** The act goes up on the minute it should. */
const up = () => {
  const one = night()
  return one.wait(CURTAIN_AT - one.now).do({ name: 'act.up', act: 1 })
}
const dueOf = (one: TestNight) => dues(one.plan, one.state, one.now)
const clockOf = (one: TestNight) => showClock(one.plan, one.state, one.now)
const seen = (people: readonly string[]) =>
  ({
    name: 'people.see',
    people: people.map((one) => id<'person'>(one)),
    how: 'eyes',
    place: null,
    by: null,
  }) as const
const wing = aViewer('ASM', { device: 'wing-left', place: 'sl1' })
const shown = (one: TestNight, viewer = wing) => view(one.plan, one.state, viewer, one.now)

test('PRESENCE-30: due are entrances from a wing, both ends of a hand-off, whoever changes and who dresses them, and beginners', () => {
  const one = up()
  expect(
    dueOf(one).map(({ kind, person, clock, place, needed }) => [clock, kind, person, place, needed]),
  ).toEqual([
    [-5, 'call', 'ivo', 'sl1', false],
    [2, 'entrance', 'ivo', 'sl1', true],
    // On already: nobody is asked whether they come.
    [4, 'entrance', 'ivo', 'sl1', false],
    [8, 'change', 'nell', 'sr1', false],
    [8, 'change', 'dot', 'sr1', false],
    [11, 'hand-off', 'ivo', 'sl1', false],
    [11, 'hand-off', 'nell', 'sl1', false],
    [12, 'entrance', 'nell', 'sr1', true],
    [17, 'entrance', 'ivo', 'sl2', true],
    [35, 'call', 'pip', 'sl1', false],
    [41, 'entrance', 'pip', 'sl1', true],
  ])
  for (const due of dueOf(one)) expect(due.at).toBe(CURTAIN_AT + minutes(due.clock))
  expect(dueOf(nightOf(sightingShow))).toEqual([])
})

test('PRESENCE-37: before the half whoever lifts, fights or carries a microphone is due for that, on both wings’ screens, and is asked about by nobody', () => {
  const show = sightingShow
  const [first, second] = show.obligations
  if (!first || !second) throw new Error('somebody comes on')
  const track = (who: string) => must(show.tracks.find(({ owner }) => owner === who)?.id, 'they have one')
  const lifts = { ...first, id: id<'obligation'>('lifts'), kind: 'lift' as const, partners: [track('nell')] }
  const fights = {
    ...first,
    id: id<'obligation'>('fights'),
    kind: 'specialty' as const,
    track: track('pip'),
    needs: ['fight with Nell'],
  }
  const mics = [{ id: id<'mic'>('m1'), pack: '1', track: track('nell') }]
  const one = nightOf({ ...show, obligations: [...show.obligations, lifts, fights], mics }).open(
    CURTAIN_LATER,
  )
  const before = () =>
    dueOf(one)
      .filter(({ clock }) => clock < -30)
      .map(({ clock, kind, person, title }) => [clock, kind, person, title])
  expect(before()).toEqual([
    [-75, 'fight call', 'ivo', 'Lift call'],
    [-75, 'fight call', 'nell', 'Lift call'],
    [-75, 'fight call', 'pip', 'Fight call'],
    [-60, 'mic fit', 'nell', 'Microphone fitting'],
  ])
  expect(dueOf(one).some(({ kind, needed }) => needed && kind !== 'entrance')).toBe(false)
  one.wait(CURTAIN_LATER - minutes(76) - one.now)
  for (const place of ['sl1', 'sr1']) {
    const lines = shown(one, aViewer('ASM', { device: place, place })).due?.lines ?? []
    expect(lines.map(({ name, kind }) => [name, kind])).toEqual([
      ['Ivo', 'fight call'],
      ['Nell', 'fight call'],
      ['Pip', 'fight call'],
    ])
  }
  const where = shown(one, theSM).where?.people.find(({ callName }) => callName === 'Nell')
  expect(where?.next).toMatchObject({ title: 'Lift call', at: CURTAIN_LATER - minutes(75) })
})

test('PRESENCE-31: a hold moves every due by its length, while it lasts and after it, and the show clock stands still', () => {
  const one = up().wait(minutes(1))
  const before = dueOf(one)
  one.do({ name: 'clock.hold' })
  for (let minute = 1; minute <= 7; minute += 1) {
    one.wait(minutes(1))
    expect(clockOf(one)).toBe(1)
    expect(dueOf(one).map(({ at }) => at)).toEqual(before.map(({ at }) => at + minutes(minute)))
  }
  one.do({ name: 'clock.resume' }).wait(minutes(2))
  expect(clockOf(one)).toBe(3)
  expect(dueOf(one).map(({ at }) => at)).toEqual(before.map(({ at }) => at + minutes(7)))
})

test('PRESENCE-31: an act that is not up when it should be moves every due with it', () => {
  const one = night()
  one.wait(CURTAIN_AT + minutes(9) - one.now)
  expect(clockOf(one)).toBe(0)
  expect(dueOf(one).find(({ key }) => key === 'ivo-1')?.at).toBe(CURTAIN_AT + minutes(11))
  one.do({ name: 'act.up', act: 1 }).wait(minutes(20)).do({ name: 'act.down', act: 1 }).wait(minutes(31))
  expect(clockOf(one)).toBe(40)
  expect(dueOf(one).find(({ key }) => key === 'pip-1')?.at).toBe(one.now + minutes(1))
})

test('PRESENCE-31: what is cut from the edition is nobody’s due', () => {
  const short = planOf(sightingShow, id<'edition'>('short'))
  const one = up()
  expect(dues(short, one.state, one.now).map(({ key }) => key)).not.toContain('nell-1')
  expect(dueOf(one).map(({ key }) => key)).toContain('nell-1')
})

test('PRESENCE-32: a wing is told who is due at its side within ten minutes, and whether they were seen for it', () => {
  const one = up()
  const keys = () => shown(one).due?.lines.map(({ key }) => key)
  expect([shown(one).due?.side, keys()]).toEqual(['stage left', ['ivo-1', 'ivo-2']])
  one.wait(minutes(1))
  expect(keys()).toEqual(['ivo-1', 'ivo-2', 'hand-off-lamp-t-ivo', 'hand-off-lamp-t-nell'])
  one.do(seen(['ivo']), wing)
  expect(shown(one).due?.lines[0]).toMatchObject({
    name: 'Ivo',
    place: 'SL1',
    seen: { how: 'eyes', place: 'SL1' },
  })
  one.wait(minutes(5) + SECTION_STEP_MS)
  expect(shown(one).due?.lines.map(({ name, seen: word }) => [name, word])).toEqual([
    ['Ivo', null],
    ['Nell', null],
  ])
  expect(shown(one, aViewer('ASM')).due).toBeUndefined()
})

test('PRESENCE-32: a dresser is told of those whom they dress, and not where a child was seen', () => {
  const dresser = aViewer('dresser', { person: 'dot' })
  const one = up()
  expect(shown(one, dresser).due?.lines.map(({ key }) => key)).toEqual(['change-coat-t-nell'])
  expect(shown(one, aViewer('dresser', { person: 'sal' })).due?.lines).toEqual([])
  one.do(seen(['pip']), wing)
  const pip = (viewer: typeof wing) => shown(one, viewer).where?.people.find(({ person }) => person === 'pip')
  for (const viewer of [theCaller, theSM, aViewer('chap', { person: 'moss' })])
    expect([pip(viewer)?.confirmed?.place, pip(viewer)?.placeId]).toEqual(['SL1', 'sl1'])
  const manager = aViewer('CM')
  // Once they look, which is written down, they are told that he was seen, and by whose eyes; not where (WHERE-9).
  expect(pip(manager)?.confirmed).toBeNull()
  const look = { person: id<'person'>('pip'), by: null, as: 'CM', device: manager.device }
  one.record(manager.device, { type: 'person.looked-up', v: 1, body: look })
  expect([pip(manager)?.confirmed?.place, pip(manager)?.placeId]).toEqual([null, null])
})

test('PRESENCE-33: Where is… has everybody’s last words and next due; a chaperone has their wards; others have none', () => {
  const one = up()
    .do(seen(['ivo', 'nell']), wing)
    .wait(minutes(3))
  one.do({ name: 'own.say', word: 'on my way' }, aViewer('perf', { person: 'nell' }))
  const people = shown(one, theCaller).where?.people
  expect(people?.map(({ callName }) => callName)).toEqual(['Ivo', 'Nell', 'Pip', 'Moss', 'Dot', 'Sal'])
  expect(people?.[0]).toMatchObject({ onStage: true, next: { place: 'SL1', at: CURTAIN_AT + minutes(4) } })
  expect(people?.[1]).toMatchObject({
    onStage: false,
    confirmed: { at: CURTAIN_AT, place: 'SL1' },
    weak: { how: 'own tap', at: one.now },
  })
  expect(
    shown(one, aViewer('chap', { person: 'moss' })).where?.people.map(({ callName }) => callName),
  ).toEqual(['Pip'])
  for (const role of [
    'ASM',
    'dept',
    'dresser',
    'DC',
    'perf',
    'FOH',
    'dir',
    'prod',
    'kiosk',
    'callboard',
    'admin',
  ] as const)
    expect([role, shown(one, aViewer(role, { person: 'ivo', place: 'sl1' })).where]).toEqual([
      role,
      undefined,
    ])
})

test('PRESENCE-33: with 120 people it is one computation, each of them once', () => {
  const people = Array.from({ length: 120 }, (_, index) => aPerson(`p${index}`, `Person ${index}`))
  const one = nightOf({ ...sightingShow, people }).open()
  one.do(seen(people.map((person) => person.id)), wing)
  const found = audiences(theCaller).filter(({ section }) => section === 'where')
  expect(found.length).toBe(1)
  const lines = shown(one, theCaller).where?.people ?? []
  expect([lines.length, new Set(lines.map(({ person }) => person)).size]).toEqual([120, 120])
  expect(lines.every(({ confirmed }) => confirmed?.place === 'SL1')).toBe(true)
})

test('PRESENCE-34: within a step of time all who see the same are shown the same', () => {
  const one = up()
  const start = Math.ceil(one.now / SECTION_STEP_MS) * SECTION_STEP_MS
  const at = (ms: number) => view(one.plan, one.state, wing, instant(start + ms)).due
  expect(at(SECTION_STEP_MS - 1)).toEqual(at(0))
  const before = view(one.plan, one.state, wing, instant(CURTAIN_AT - SECTION_STEP_MS)).due
  expect(view(one.plan, one.state, wing, instant(CURTAIN_AT + minutes(1))).due).not.toEqual(before)
})

test('PRESENCE-35: to oneself one’s own word, and whom one may ask to come', () => {
  const one = up()
  const own = aViewer('perf', { person: 'pip' })
  expect(shown(one, own).ownPresence).toMatchObject({ said: null, steppedOut: false })
  one.do({ name: 'own.say', word: 'please come to me' }, own)
  expect(shown(one, own).ownPresence).toMatchObject({
    said: { word: 'please come to me', at: one.now },
    canGoOnFrom: [{ item: 'three' }],
    people: [
      { person: 'sal', name: 'Sal' },
      { person: 'moss', name: 'Moss' },
    ],
  })
  expect(shown(one, aViewer('perf')).ownPresence).toBeUndefined()
})

test('PRESENCE-36: a GO makes nothing of it anew; a word, a hold, another item and an act do', () => {
  const lamp = aDepartment('lx')
  const cues = [10, 20, 700].map((seconds, index) => {
    const [first, second] = sightingShow.items
    const item = must(seconds < 600 ? first : second, 'the show has two items')
    return aCue(`lx${index}`, lamp, at(item, seconds % 600))
  })
  const one = nightOf({ ...sightingShow, departments: [lamp], cues }).open()
  one.wait(CURTAIN_AT - one.now).do({ name: 'act.up', act: 1 })
  const parts = () =>
    [wing, theCaller, aViewer('perf', { person: 'ivo' })].flatMap((viewer) =>
      audiences(viewer)
        .filter(({ section }) => ['due', 'where', 'ownPresence', 'concerns', 'asks'].includes(section))
        .map(({ from }) => from?.(one.state)),
    )
  const go = (index: number) =>
    one.wait(minutes(1)).do({ name: 'cue.go', moment: id<'moment'>(`lx${index}`), move: index })
  const isSame = (does: () => void) => {
    const before = parts()
    does()
    const after = parts()
    expect(before.length).toBeGreaterThan(5)
    return before.every((list, at) => list?.every((part, index) => part === after[at]?.[index]))
  }
  expect(isSame(() => void go(0))).toBe(true)
  expect(isSame(() => void go(1))).toBe(true)
  expect(isSame(() => void one.do(seen(['nell']), wing))).toBe(false)
  expect(isSame(() => void one.do({ name: 'clock.hold' }))).toBe(false)
  expect(isSame(() => void one.do({ name: 'clock.resume' }))).toBe(false)
  expect(isSame(() => void go(2))).toBe(false)
  expect(isSame(() => void one.do({ name: 'act.down', act: 1 }))).toBe(false)
})
