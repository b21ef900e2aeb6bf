// What is due at a side, against the demo show's own plan, side by side and entry by entry; nothing of it taken from the section.

import { describe, expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { aViewer, nightOf } from '../../../test/kit/nights.ts'
import { shortShow } from '../../../test/kit/short-show.ts'
import { id } from '../kit/ids.ts'
import type { Obligation, PlaceId, Show } from '../show/show.ts'
import { planOf } from './night.ts'
import { type SideEntry, type SideSection, sideSection } from './side-section.ts'
import { view } from './view.ts'

const show = demoShow()
const plan = planOf(show)
const sides = ['stage left', 'stage right', 'below', 'above'] as const
const placesOf = (side: string): readonly PlaceId[] =>
  show.venue.places.filter((one) => one.side === side).map((one) => one.id)
const codesOf = (side: string) => show.venue.places.filter((one) => one.side === side).map((one) => one.code)

function sectionOf(side: string): SideSection {
  const [place] = placesOf(side)
  const found = place === undefined ? null : sideSection(plan, place)
  if (!found) throw new Error(`${side} has a tablet`)
  return found
}

const startOf = (item: string): number =>
  plan.timeline.items.find((one) => one.id === item)?.starts.seconds ?? Number.NaN

/** Is it a dresser's part of a change, or an end of a hand-off, that has an entry of its own? */
function toldElsewhere(one: Obligation, here: readonly PlaceId[]): boolean {
  const from = startOf(one.anchor.item) + one.anchor.seconds
  const near = (anchor: Obligation['anchor'], seconds: number) => {
    const at = startOf(anchor.item) + anchor.seconds
    return at - 10 <= from + one.seconds && from <= at + seconds + 10
  }
  const changed = show.changes.some(
    (change) =>
      one.kind === 'dress' && change.dressers.includes(one.track) && near(change.anchor, change.seconds),
  )
  const handed = show.handOffs.some(
    (hand) =>
      one.kind === 'hand-off' &&
      here.includes(hand.place) &&
      one.props?.includes(hand.prop) &&
      near(hand.anchor, 0),
  )
  return changed || handed
}

describe.for(sides)('at %s', (side) => {
  const section = sectionOf(side)
  const here = placesOf(side)
  const ids = new Set(section.entries.map((one) => one.id))

  test('WING-1: everything that begins there or leads there is there, and nothing of another side', () => {
    const begins = show.obligations.filter((one) => one.placeIn !== undefined && here.includes(one.placeIn))
    expect(begins.length).toBeGreaterThan(0)
    const missing = begins.filter((one) => !ids.has(one.id) && !toldElsewhere(one, here))
    expect(missing.map((one) => one.id)).toEqual([])
    const comes = show.obligations.filter(
      ({ kind, placeIn, placeOut }) =>
        kind !== 'appear' &&
        placeIn !== undefined &&
        placeIn !== 'stage' &&
        placeOut !== undefined &&
        here.includes(placeOut),
    )
    expect(comes.filter((one) => !ids.has(one.id) && !toldElsewhere(one, here)).map((one) => one.id)).toEqual(
      [],
    )
    const allowed = new Set<string>([...begins, ...comes].map((one) => one.id))
    for (const entry of section.entries) {
      expect(codesOf(side)).toContain(entry.place)
      expect(allowed.has(entry.id) || /^(change|hand-off|preset)-/.test(entry.id), entry.id).toBe(true)
    }
    expect(section.places).toEqual(codesOf(side))
    expect(ids.size).toBe(section.entries.length)
  })

  test('WING-1: in the order of the plan; who arrives stands at the time of arriving', () => {
    const times = section.entries.map(({ at }) => at.act * 100_000 + at.seconds)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    for (const entry of section.entries) {
      const one = show.obligations.find((other) => other.id === entry.id)
      if (!one) continue
      const starts = startOf(one.anchor.item) + one.anchor.seconds
      const arrives = one.placeIn === undefined || !here.includes(one.placeIn)
      expect([entry.id, entry.at.seconds]).toEqual([entry.id, starts + (arrives ? one.seconds : 0)])
    }
  })

  test('WING-2: each change and hand-off at this side is one entry, with all who meet for it', () => {
    const changes = show.changes.filter((one) => here.includes(one.place))
    expect(section.entries.filter((one) => one.kind === 'change').length).toBe(changes.length)
    for (const change of changes) {
      const entry = section.entries.find((one) => one.id === `change-${change.id}-${change.track}`)
      expect(entry?.with.length, change.id).toBe(change.dressers.length)
    }
    const handed = show.handOffs.filter((one) => here.includes(one.place))
    const told = section.entries.filter((one) => one.id.startsWith('hand-off-'))
    expect(told.map((one) => one.id).sort()).toEqual(handed.map((one) => `hand-off-${one.id}`).sort())
    const presets = show.presets.filter((one) => here.includes(one.place))
    expect(section.entries.filter((one) => one.kind === 'preset').length).toBe(presets.length)
  })

  test('WING-3: a child is there with who looks after them, and nobody else is called a child', () => {
    const children = new Set(show.people.filter((one) => one.minor).map((one) => one.callName))
    for (const entry of section.entries) {
      expect([entry.id, entry.child !== null]).toEqual([
        entry.id,
        entry.name !== null && children.has(entry.name),
      ])
      if (entry.child) expect(entry.child.chaperone).not.toBeNull()
    }
  })
})

test('WING-1: both wings have people, crew, changes, hand-offs and presets, and children with chaperones', () => {
  const all = sides.flatMap((side) => sectionOf(side).entries)
  for (const kind of ['appear', 'task', 'set', 'strike', 'change', 'hand-off', 'preset', 'chaperone']) {
    expect([kind, all.some((one) => one.kind === kind)]).toEqual([kind, true])
  }
  expect(all.some((one: SideEntry) => one.child !== null)).toBe(true)
})

test('WING-4: every tablet of a side is sent the same, before, during and after the show', () => {
  const night = nightOf(show).open()
  const shown = () =>
    placesOf('stage left').map((place) =>
      JSON.stringify(view(plan, night.state, aViewer('ASM', { place })).side),
    )
  const before = shown()
  expect(new Set(before).size).toBe(1)
  night.do({ name: 'act.up', act: 1 })
  night.go()
  expect(shown()).toEqual(before)
})

test('WING-1: a place that is on no side, and one that does not exist, have no list', () => {
  expect(sideSection(plan, id<'place'>('dr4'))).toBeNull()
  expect(sideSection(plan, id<'place'>('nowhere'))).toBeNull()
})

test('WING-2: a change and a hand-off that nobody wrote as an obligation are owed all the same, by all who meet', () => {
  const { show: short } = shortShow()
  const base = short.tracks[0]
  if (!base) throw new Error('the short show has a track')
  const dresser = { ...base, id: id<'track'>('dresser'), code: 'DR', owner: id<'person'>('mo') }
  const item = short.items[0]?.id ?? id<'item'>('')
  const anchor = { item, seconds: 20 }
  const more: Show = {
    ...short,
    people: [...short.people, { id: id<'person'>('mo'), name: 'Mo Moss', callName: 'Mo' }],
    tracks: [...short.tracks, dresser],
    costumes: [{ id: id<'costume'>('oil'), name: 'Oilskins' }],
    props: [{ id: id<'prop'>('rope'), name: 'the rope', start: id<'place'>('sl1') }],
    changes: [
      {
        id: id<'change'>('c1'),
        track: base.id,
        to: id<'costume'>('oil'),
        anchor,
        place: id<'place'>('sl1'),
        seconds: 40,
        dressers: [dresser.id],
        underdressed: true,
      },
    ],
    handOffs: [
      {
        id: id<'hand-off'>('h1'),
        prop: id<'prop'>('rope'),
        from: base.id,
        to: dresser.id,
        anchor,
        place: id<'place'>('sl1'),
      },
    ],
  }
  const owes = (person: string) =>
    view(planOf(more), nightOf(more).open().state, aViewer('perf', { person }))
      .track?.obligations.filter((one) => one.kind !== 'appear' && one.kind !== 'task')
      .map((one) => [one.kind, one.title, one.placeIn, one.with.length, one.notes])
  expect(owes('mo')).toEqual([
    ['dress', expect.stringContaining('into Oilskins'), 'SL1', 1, 'worn underneath'],
    ['hand-off', 'Take: the rope', 'SL1', 1, null],
  ])
  expect(owes('noor')).toEqual(
    expect.arrayContaining([
      ['change', 'Change into Oilskins', 'SL1', 1, 'worn underneath'],
      ['hand-off', 'Give: the rope', 'SL1', 1, null],
    ]),
  )
})

describe('the phones of the demo', () => {
  const night = nightOf(show).open()
  const phone = (person: string, role: 'perf' | 'chap' = 'perf') =>
    view(plan, night.state, aViewer(role, { person }))
  const ownerOf = (track: string) => show.tracks.find((one) => one.id === track)?.owner ?? ''

  const callNameOf = (track: string) => show.people.find((one) => one.id === ownerOf(track))?.callName ?? ''

  test('POCKET-9: whoever changes has the change on their list, once, and whoever dresses them too', () => {
    for (const change of show.changes) {
      const own = phone(ownerOf(change.track)).track?.obligations ?? []
      expect(own.filter((one) => one.id.startsWith(`change-${change.id}-`)).length, change.id).toBe(1)
      const at = startOf(change.anchor.item) + change.anchor.seconds
      for (const dresser of change.dressers) {
        const dressed = (phone(ownerOf(dresser)).track?.obligations ?? []).filter(
          (one) =>
            one.kind === 'dress' && one.at.seconds < at + change.seconds && at < one.at.seconds + one.seconds,
        )
        expect(dressed.length, change.id).toBeGreaterThan(0)
      }
    }
  })

  test('POCKET-9: both ends of every hand-off have it on their list, once', () => {
    for (const hand of show.handOffs) {
      const at = startOf(hand.anchor.item) + hand.anchor.seconds
      const prop = show.props.find((one) => one.id === hand.prop)?.name ?? ''
      for (const end of [hand.from, hand.to]) {
        const told = (phone(ownerOf(end)).track?.obligations ?? []).filter(
          (one) =>
            one.kind === 'hand-off' &&
            one.with.includes(callNameOf(end === hand.from ? hand.to : hand.from)) &&
            Math.abs(one.at.seconds - at) <= 10 &&
            (one.carries.includes(prop) || one.title.includes(prop)),
        )
        expect([hand.id, end, told.length]).toEqual([hand.id, end, 1])
      }
    }
  })

  test('POCKET-10: what a department must have set is with its people and with nobody else', () => {
    const presets = (person: string) =>
      (phone(person).track?.obligations ?? []).filter((one) => one.kind === 'preset').map((one) => one.id)
    for (const preset of show.presets.filter((one) => one.department !== undefined)) {
      for (const person of show.people) {
        const works = show.engagements.some(
          (one) => one.person === person.id && one.department === preset.department,
        )
        expect([person.id, presets(person.id).includes(`preset-${preset.id}`)]).toEqual([person.id, works])
      }
    }
  })

  test('POCKET-11: who looks after children is shown theirs, child by child, and nobody else’s', () => {
    for (const chaperone of new Set(show.people.flatMap((one) => one.chaperone ?? []))) {
      const wards = show.people.filter((one) => one.chaperone === chaperone)
      const shown = phone(chaperone, 'chap').wards?.wards
      expect(shown?.map((one) => one.callName)).toEqual(wards.map((one) => one.callName))
      for (const [index, ward] of wards.entries()) {
        expect(shown?.[index]?.obligations).toEqual(
          phone(ward.id).track?.obligations.filter((one) => one.kind !== 'preset'),
        )
      }
    }
    expect(phone('marguerite').wards).toBeUndefined()
    expect(phone('ruth', 'chap').wards).toEqual({ wards: [] })
  })
})

test('SHOW-20: the prompt corner is the country’s, a bastard prompt the venue’s, and America names none', () => {
  const cornerOf = (side: string, more: Partial<Show>) => {
    const [place] = placesOf(side)
    return place === undefined ? undefined : sideSection(planOf({ ...show, ...more }), place)?.prompt
  }
  const both = (more: Partial<Show>) => [cornerOf('stage left', more), cornerOf('stage right', more)]
  expect(both({})).toEqual(['PS', 'OP'])
  expect(both({ venue: { ...show.venue, promptSide: 'stage right' } })).toEqual(['OP', 'PS'])
  expect(both({ country: 'US' })).toEqual([null, null])
  expect(cornerOf('below', {})).toBeNull()
})
