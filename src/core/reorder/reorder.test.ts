// What a changed order brings, kind by kind, and what brings nothing.

import { expect, test } from 'vitest'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { anObligation, aTrack, at, base, item, show } from '../../../test/kit/order-show.ts'
import { emptyShow } from '../../../test/kit/shows.ts'
import { smallShow } from '../../../test/reorder/small-shows.ts'
import { must } from '../kit/assert.ts'
import { dice } from '../kit/dice.ts'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import type { Change } from './change.ts'
import { consequences } from './consequences.ts'
import { FIXES_MAX, fixes, lacksSeconds } from './fixes.ts'
import { EARLIER_SECONDS } from './hours.ts'
import { orderedShow } from './in-force.ts'
import { REACH_SECONDS } from './things.ts'
import { judgedBy, unjudged } from './unjudged.ts'

const small = (seed: number) => {
  const made = smallShow(seed)
  return { show: made, edition: must(made.editions[0], 'it has an edition').id, throws: dice(seed) }
}
const asked = (inForce: readonly Change[], proposed: readonly Change[]) => ({
  ...{ inForce, proposed, curtain: 72_000 },
})

test('REORDER-3: no change brings nothing, and what is taken back brings nothing', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { show: made, edition, throws } = small(seed)
    const items = made.editions[0]?.items ?? []
    const [one, other] = [throws.pick(items), throws.pick(items)]
    const swap: Change = { kind: 'swap', item: one, with: other }
    const told = (inForce: readonly Change[], proposed: readonly Change[]) =>
      consequences({ show: made, edition }, asked(inForce, proposed))
    expect(told([], [])).toEqual({ ok: true, value: [] })
    if (one !== other) expect(told([], [swap, swap]), `seed ${seed}`).toEqual({ ok: true, value: [] })
    expect(told([{ kind: 'cut', item: one }], [{ kind: 'cut', item: one }])).toEqual({ ok: true, value: [] })
  }
})

test('REORDER-3: a cut takes dues away and adds none', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const { show: made, edition, throws } = small(seed)
    const cut = throws.pick(made.items).id
    const result = orderedShow({ show: made, edition }, [{ kind: 'cut', item: cut }])
    if (!result.ok) throw new Error(result.refusal.sentence)
    const { obligations, changes, handOffs, presets } = result.value.show
    expect(obligations).toEqual(made.obligations.filter(({ anchor }) => anchor.item !== cut))
    expect(changes).toEqual(made.changes.filter(({ anchor }) => anchor.item !== cut))
    expect(handOffs).toEqual(made.handOffs.filter(({ anchor }) => anchor.item !== cut))
    expect(presets).toEqual(made.presets.filter(({ before }) => before !== cut))
  }
})

/** Left, right and the way between them; one person in two items. */
const house: Show = {
  ...show,
  venue: {
    name: '',
    places: [
      { id: id('l'), code: 'L', name: '', side: 'stage left' },
      { id: id('l2'), code: 'L2', name: '', side: 'stage left' },
      { id: id('r'), code: 'R', name: '', side: 'stage right' },
      { id: id('qc'), code: 'QC', name: '' },
    ],
    travel: [
      { from: id('l'), to: id('r'), seconds: 55 },
      { from: id('l'), to: id('qc'), seconds: 5 },
    ],
  },
}

type Owed = Partial<Show['obligations'][number]>
const owed = (name: string, inItem: string, seconds: number, more: Owed = {}) => ({
  ...anObligation(name, 't', inItem, seconds),
  ...{ seconds: 10, placeIn: id<'place'>('l'), placeOut: id<'place'>('l') },
  ...more,
})

const brought = (more: Partial<Show>, change: Change, curtain: number | null = null) => {
  const result = consequences(
    { show: { ...house, ...more }, edition: base.edition },
    { inForce: [], proposed: [change], curtain },
  )
  if (!result.ok) throw new Error(result.refusal.sentence)
  return result.value
    .filter(({ kind }) => kind !== 'due earlier')
    .map(({ kind, item: in_, about, lacks }) => `${kind} in ${in_}: ${about} ${lacks}`)
}

const cutB: Change = { kind: 'cut', item: item('b') }

test('REORDER-4: whoever has too far to walk is told with the seconds', () => {
  const obligations = [owed('one', 'a', 80), owed('two', 'c', 10, { placeIn: id('r') })]
  expect(brought({ obligations }, cutB)).toEqual(['travel in c: two 35'])
  const near = [owed('one', 'a', 80), owed('two', 'c', 45, { placeIn: id('r') })]
  expect(brought({ obligations: near }, cutB)).toEqual([])
})

test('REORDER-4: a change must fit with its ways, one that nobody has plotted is unknown, and a dresser must be free', () => {
  const obligations = [
    owed('one', 'a', 80, { costume: id('red') }),
    owed('two', 'c', 0, { costume: id('blue') }),
  ]
  const change = {
    ...{ id: id<'change'>('q'), track: id<'track'>('t'), to: id<'costume'>('blue'), anchor: at('b', 50) },
    ...{ place: id<'place'>('qc'), seconds: 30, dressers: [id<'track'>('drs')] },
  }
  expect(brought({ obligations, changes: [change] }, cutB)).toEqual(['change in c: blue 30'])
  expect(brought({ obligations, changes: [] }, cutB)).toEqual([])
  const tracks = [...house.tracks, aTrack('drs')]
  const busy = owed('busy', 'a', 95, { track: id('drs'), seconds: 20, placeIn: id('qc'), placeOut: id('l') })
  const both = { obligations: [...obligations, busy], changes: [change], tracks }
  expect(brought(both, cutB)).toEqual(['dresser in a: q 25', 'change in c: blue 30'])
  const third = [...obligations, owed('three', 'd', 0, { costume: id('red') })]
  expect(brought({ obligations: third, changes: [change] }, { kind: 'cut', item: item('c') })).toEqual([])
  expect(
    brought({ obligations: third, changes: [change] }, { kind: 'swap', item: item('c'), with: item('a') }),
  ).toContain('change in a: red null')
})

test('REORDER-5: a prop left on the other side is told; the giver who has not got it too', () => {
  const props = [{ id: id<'prop'>('lamp'), name: 'Lamp', start: id<'place'>('l') }]
  const holds = { props: [id<'prop'>('lamp')] }
  const obligations = [
    owed('over', 'b', 50, { ...holds, placeOut: id('r') }),
    owed('back', 'c', 100, { ...holds, track: id('u'), placeIn: id('r') }),
  ]
  const tracks = [...house.tracks, aTrack('u')]
  expect(brought({ obligations, props, tracks }, cutB)).toEqual(['prop in c: lamp 0'])
  const near = [owed('b', 'b', 0, { seconds: 200 }), owed('c', 'c', 0, { track: id('u'), seconds: 60 })]
  const handOff = {
    ...{ id: id<'hand-off'>('h'), prop: id<'prop'>('lamp'), from: id<'track'>('t'), to: id<'track'>('u') },
    place: id<'place'>('l'),
  }
  const passing = (seconds: number) => ({ handOffs: [{ ...handOff, anchor: at('c', seconds) }] })
  const there = owed('giver', 'c', 20, holds)
  const given = { obligations: [...near, there], props, tracks }
  expect(brought({ ...given, ...passing(20) }, { kind: 'cut', item: item('d') })).toEqual([])
  expect(
    brought(
      { ...given, ...passing(20 - REACH_SECONDS - 1), obligations: [...near, owed('b2', 'b', 0, holds)] },
      cutB,
    ),
  ).toEqual(['hand-off in c: lamp 0'])
})

test('REORDER-5: a microphone needs its time between two, and a piece stands as it was left', () => {
  const mic = { mic: id<'mic'>('m') }
  const tracks = [...house.tracks, aTrack('u')]
  const obligations = [owed('one', 'a', 80, mic), owed('two', 'c', 0, { ...mic, track: id('u') })]
  expect(brought({ obligations, tracks, mics: [{ id: id('m'), pack: '1' }] }, cutB)).toEqual([
    'microphone in c: m 50',
  ])
  expect(brought({ obligations, tracks, mics: [{ id: id('m'), pack: '1', seconds: 10 }] }, cutB)).toEqual([])
  const pieces = [{ id: id<'piece'>('rake'), name: 'Rake', starts: 'flat' }]
  const standings = [
    { piece: id<'piece'>('rake'), item: item('b'), begins: 'flat', ends: 'raked' },
    { piece: id<'piece'>('rake'), item: item('c'), begins: 'raked' },
  ]
  expect(brought({ pieces, standings, obligations: [] }, cutB)).toEqual(['piece in c: rake 0'])
})

test('REORDER-6: a standby in an item that is cut, a torn chain and a new step from cue to cue are told', () => {
  const lx = id<'department'>('lx')
  const cue = (name: string, anchor: ReturnType<typeof at>) => ({
    ...{ id: id<'cue'>(name), department: lx, number: name, title: '', anchor },
    trigger: { kind: 'called' } as const,
  })
  const cues: Show['cues'] = [
    cue('1', at('a', 10)),
    cue('2', at('b', 10)),
    { ...cue('3', at('c', 0)), standby: at('b', 190) },
    { ...cue('4', at('c', 5)), trigger: { kind: 'follow-on', after: id('2') } },
  ]
  const departments = [{ id: lx, name: 'Lights', short: 'LX', kind: 'lights' } as const]
  expect(brought({ cues, departments, obligations: [] }, cutB)).toEqual([
    ...['standby in c: 3 0', 'sequence in c: 3 0', 'follow in c: 4 0'],
  ])
})

test('REORDER-7: whoever is due earlier is told once, from thirty seconds on; time of day, rest and story are rules', () => {
  const told = (seconds: number) => {
    const items = show.items.map((one) => (one.id === 'b' ? { ...one, seconds } : one))
    const obligations = [owed('first', 'c', 10), owed('second', 'd', 10)]
    const result = consequences(
      { show: { ...house, items, obligations }, edition: base.edition },
      { inForce: [], proposed: [cutB], curtain: null },
    )
    return result.ok ? result.value.map(({ kind, about, lacks }) => `${kind} ${about} ${lacks}`) : []
  }
  expect(told(EARLIER_SECONDS)).toEqual(['due earlier first 30'])
  expect(told(EARLIER_SECONDS - 1)).toEqual([])
  const rules: Show['rules'] = [
    { id: id('r1'), kind: 'off by', title: '', people: [id('ada')], by: '20:00' },
    { id: id('r2'), kind: 'rest', title: '', needs: 'wire', seconds: 60 },
    { id: id('r3'), kind: 'before', title: '', first: item('b'), next: item('d') },
  ]
  const obligations = [
    owed('x', 'a', 80, { needs: ['wire'] }),
    owed('y', 'c', 0, { needs: ['wire'] }),
    owed('z', 'c', 200),
  ]
  const delay: Change = { kind: 'delay', item: item('c'), seconds: 90 }
  expect(brought({ rules, obligations }, cutB)).toEqual(['rest in c: r2 50', 'story in d: r3 0'])
  // As planned the last of it ends at 510 s, 90 s later at 600 s.
  expect(brought({ rules, obligations }, delay, 72_000 - 510)).toEqual(['off by in c: r1 90'])
  expect(brought({ rules, obligations }, delay, 72_000 - 600)).toEqual([])
  expect(brought({ rules, obligations }, delay, null)).toEqual([])
})

test('REORDER-7: what must stand ready before an item that has overtaken another is told', () => {
  const presets = [{ id: id<'preset'>('s'), title: 'Lamps', place: id<'place'>('l'), before: item('c') }]
  expect(brought({ presets }, { kind: 'swap', item: item('b'), with: item('c') })).toContain(
    'set earlier in c: s 200',
  )
  expect(brought({ presets, obligations: [] }, cutB)).toEqual([])
})

test('REORDER-10: a wait, or bars gone round in, that makes it fit is proposed, six at most', () => {
  const obligations = [owed('one', 'a', 80), owed('two', 'c', 10, { placeIn: id('r') })]
  const asking = (proposed: readonly Change[]) => {
    const made = { show: { ...house, obligations }, edition: base.edition }
    const told = consequences(made, asked([], proposed))
    return told.ok ? fixes(made, asked([], proposed), told.value) : []
  }
  expect(asking([cutB])).toEqual([
    { change: { kind: 'delay', item: 'c', seconds: 35 }, solves: 1, leaves: 0 },
  ])
  expect(asking([])).toEqual([])
  for (let seed = 0; seed < 60; seed += 1) {
    const { show: any, edition, throws } = small(seed)
    const proposed: Change[] = [{ kind: 'cut', item: throws.pick(any.items).id }]
    const all = consequences({ show: any, edition }, asked([], proposed))
    if (!all.ok) continue
    const lacking = all.value.filter(lacksSeconds).length
    const found = fixes({ show: any, edition }, asked([], proposed), all.value)
    expect(found.length).toBeLessThanOrEqual(FIXES_MAX)
    for (const { change, leaves, solves } of found) {
      const after = consequences({ show: any, edition }, asked([], [...proposed, change]))
      expect(after.ok && after.value.filter(lacksSeconds)).toHaveLength(leaves)
      expect(solves).toBe(lacking - leaves)
      expect(solves).toBeGreaterThan(0)
    }
  }
})

test('REORDER-11: what a show has none of is said, and nothing is an error because it is empty', () => {
  expect(unjudged(emptyShow)).toEqual(judgedBy)
  expect(unjudged(house)).toEqual(judgedBy.slice(1))
  expect(unjudged(demoShow())).toEqual([])
  expect(brought({ ...emptyShow, items: show.items, editions: show.editions }, cutB)).toEqual([])
})
