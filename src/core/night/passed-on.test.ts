// Things in a track that is shared: who leaves them where, who takes them up, what is brought; against an evening walked slowly.

import { expect, test } from 'vitest'
import {
  approve,
  coverNight,
  coverShow,
  dan,
  gives,
  isOut,
  phoneOf,
  sam,
} from '../../../test/kit/cover-evening.ts'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { aViewer, nightOf } from '../../../test/kit/nights.ts'
import { aDepartment } from '../../../test/kit/shows.ts'
import type { CoverChange } from '../covering/covering.ts'
import { dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import type { Obligation, PlaceId, Show } from '../show/show.ts'
import { asCovered } from './as-covered.ts'
import { type Plan, planOf } from './night.ts'
import { otherSheets } from './other-sheets.ts'
import { passedOn } from './passed-on.ts'
import { view } from './view.ts'

const keepers = { ...aDepartment('pr'), kind: 'props' as const }
const lantern = id<'prop'>('lantern')

/** Ana has the lantern in one already, and leaves with it on the side that is named. */
const withLantern = (leaves: string): Show => ({
  ...coverShow,
  departments: [...coverShow.departments, keepers],
  obligations: coverShow.obligations.map((one) =>
    one.id === 'e1-one' ? { ...one, props: [lantern], placeOut: id<'place'>(leaves) } : one,
  ),
})

const props = aViewer('dept', { department: 'pr' })

/** Ana does one and is out from two on: the rest of her track is Dee’s. */
function shared(leaves: string) {
  const night = nightOf(withLantern(leaves)).open()
  night.do(
    { name: 'out.say', person: id('ana'), word: { as: 'out-from', item: id('two') }, until: 'tonight' },
    sam,
  )
  return night.do(approve([gives('e1-two', 'dee')]), dan)
}

test('COVERING-37: who leaves a thing, who takes it up and who keeps it are told where, and the phone and the sheet have it', () => {
  const { plan, state, now } = shared('sl1')
  const lines = (name: string) =>
    view(plan, state, phoneOf(name), now).ownPlan?.lines.flatMap(({ what, place, with: names, thing }) =>
      thing === null ? [] : [{ what, place, names, ...thing }],
    )
  const lies = { what: 'take', place: 'SL1', name: 'lantern', from: null }
  expect(lines('dee')).toEqual([{ ...lies, names: ['Ana'], how: 'found' }])
  expect(lines('ana')).toEqual([{ ...lies, names: ['Dee'], how: 'left' }])
  const owed = (name: string) =>
    view(plan, state, phoneOf(name), now).track?.obligations.map(({ title, placeIn }) => [title, placeIn])
  expect(owed('ana')).toContainEqual(['Leave for Dee: lantern', 'SL1'])
  expect(owed('dee')).toContainEqual(['Take up: lantern', 'SL1'])
  const told = view(plan, state, props, now).departmentPlan?.lines.filter(({ thing }) => thing !== null)
  expect(told).toMatchObject([{ what: 'take', with: ['Dee'], before: 'Ana', thing: { from: null } }])
  const sheets = JSON.stringify(otherSheets(plan, state))
  expect(sheets).toContain('"Take up: lantern","SL1","Ana"')
  expect(sheets).toContain('left there for them')
})

test('COVERING-37: what lies on the other side is to be brought, and is not any more once the plan is another', () => {
  const night = shared('sr1')
  const told = () =>
    view(night.plan, night.state, props, night.now).departmentPlan?.lines.flatMap(({ what, place, thing }) =>
      thing === null ? [] : [{ what, place, from: thing.from }],
    )
  expect(told()).toEqual([{ what: 'take', place: 'SL1', from: 'SR1' }])
  expect(JSON.stringify(otherSheets(night.plan, night.state))).toContain('bring it from SR1')
  night.do({ name: 'plan.tell', to: { department: keepers.id }, version: 1, by: id('sam') }, sam)
  night.do(approve([gives('e1-two', null)], { base: 1, told: [{ person: id('dee'), by: id('sam') }] }), dan)
  expect(told()).toEqual([{ what: 'leave', place: 'SL1', from: 'SR1' }])
})

test('COVERING-37: where a track is one person’s, nothing is left for anybody', () => {
  const whole = coverNight()
    .do(isOut('ana'), sam)
    .do(approve([gives('e1-one', 'dee'), gives('e1-two', 'dee')]), dan)
  expect(passedOn(whole.plan)).toEqual([])
  const { plan, state, now } = whole
  const all = view(plan, state, phoneOf('dee'), now).ownPlan?.lines ?? []
  expect(all.filter(({ thing }) => thing !== null)).toEqual([])
})

const NIGHTS = 20

test('COVERING-37: on the demo show, shared out by dice, what is left for whom is what an evening walked slowly finds', () => {
  const book = planOf(demoShow())
  let found = 0
  let brought = 0
  for (let seed = 1; seed <= NIGHTS; seed++) {
    const plan = asCovered(book, sharedOut(book.show, seed))
    const said = passedOn(plan).map((one) => [one.key, one.brought, one.left, one.place].join(' '))
    expect([seed, said.toSorted()]).toEqual([seed, walked(plan).toSorted()])
    found += said.length
    brought += passedOn(plan).filter((one) => one.brought).length
  }
  // The dice reach both kinds.
  expect(found).toBeGreaterThan(NIGHTS)
  expect(brought).toBeGreaterThan(0)
})

/** Some numbers of some tracks are somebody else’s, and some are nobody’s. */
function sharedOut({ tracks, obligations, items }: Show, seed: number): readonly CoverChange[] {
  const throws = dice(seed)
  const people = tracks.flatMap(({ owner }) => owner ?? [])
  return tracks
    .filter(() => throws.chance(0.3))
    .flatMap(({ id: track }) =>
      items
        .filter(() => throws.chance(0.5))
        .flatMap((item) => {
          const person = throws.chance(0.15) ? null : throws.pick(people)
          return obligations
            .filter((one) => one.track === track && one.anchor.item === item.id)
            .map((one) => ({ obligation: one.id, person }))
        }),
    )
}

/** Half a second after half a second: in whose hands each thing is, and where it lies. */
function walked({ show, timeline }: Plan): readonly string[] {
  const starts = new Map<string, number>()
  let clock = 0
  for (const item of timeline.items) {
    starts.set(item.id, clock)
    clock += show.items.find(({ id: one }) => one === item.id)?.seconds ?? 0
  }
  const when = ({ item, seconds }: { item: string; seconds: number }) => (starts.get(item) ?? -1) + seconds
  const side = (place: string) => show.venue.places.find((one) => one.id === place)?.side ?? place
  const owner = (track: string) => show.tracks.find((one) => one.id === track)?.owner
  const asInBook = (track: string) => track.split('~')[0]
  const bodies = show.obligations.filter(
    (one): one is Obligation & { readonly placeIn: PlaceId; readonly placeOut: PlaceId } =>
      one.placeIn !== undefined && one.placeOut !== undefined && starts.has(one.anchor.item),
  )
  return show.props.flatMap((prop) => {
    const told: string[] = []
    let [hands, lies] = ['', prop.start as string]
    const carriers = bodies.filter((one) => one.props?.includes(prop.id))
    const passes = show.handOffs.filter((one) => one.prop === prop.id && starts.has(one.anchor.item))
    const sets = show.presets.filter((one) => one.prop === prop.id && starts.has(one.before))
    const moments = [
      ...carriers.map((one) => when(one.anchor)),
      ...passes.map((one) => when(one.anchor)),
      ...sets.map((one) => starts.get(one.before) ?? 0),
    ]
    for (const now of [...new Set(moments)].sort((a, b) => a - b)) {
      for (const one of sets.filter(({ before }) => starts.get(before) === now))
        [hands, lies] = ['', one.place]
      for (const one of carriers.filter(({ anchor }) => when(anchor) === now)) {
        const end = now + one.seconds
        const given = passes.some(
          ({ to, anchor }) => to === one.track && when(anchor) >= now - 15 && when(anchor) <= end,
        )
        if (given) continue
        const another = hands !== '' && hands !== one.track && asInBook(hands) === asInBook(one.track)
        const [leaves, takes] = [owner(hands), owner(one.track)]
        if (another && leaves && takes && leaves !== takes)
          told.push([`${prop.id}-${one.id}`, side(lies) !== side(one.placeIn), lies, one.placeIn].join(' '))
        ;[hands, lies] = [one.track, one.placeOut]
      }
      for (const { to, place } of passes.filter(({ anchor }) => when(anchor) === now)) {
        const had = carriers.find(
          ({ track, anchor, seconds }) =>
            track === to && when(anchor) - 15 <= now && now <= when(anchor) + seconds,
        )
        ;[hands, lies] = [to, had?.placeOut ?? place]
      }
    }
    return told
  })
}
