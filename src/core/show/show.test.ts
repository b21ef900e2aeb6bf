// The running order laid out: items, acts, moments and calls.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aCue,
  aDepartment,
  anEdition,
  anItem,
  anyShow,
  at,
  emptyShow,
  littleShow,
} from '../../../test/kit/shows.ts'
import { Mistake } from '../kit/assert.ts'
import { id } from '../kit/ids.ts'
import { callsBefore, callTable } from './call-tables.ts'
import type { Cue, Item, Show } from './show.ts'
import { follows, momentDepartments, momentName, timeline } from './timeline.ts'

const showOf = (items: readonly Item[], cues: readonly Cue[] = []): Show => ({
  ...emptyShow,
  items,
  departments: [lx, snd],
  cues,
  editions: [anEdition('full', items)],
})
const [lx, snd] = [aDepartment('lx'), aDepartment('snd')]
const [a, b, c] = [anItem('a', 1, 100), anItem('b', 1, 50), anItem('c', 2, 70)]
const pause = (act: number) => anItem(`pause${act}`, act, 900, 'interval')

/** What is played, act by act, by a plainer reading than the code's. */
const played = (show: Show) => {
  const items = (show.editions[0]?.items ?? []).flatMap((one) => show.items.filter((item) => item.id === one))
  const acts = [...new Set(items.filter((item) => item.kind !== 'interval').map((item) => item.act))].sort()
  return { items, acts }
}

test('SHOW-1: each item begins where the one before it in its act ends, and an interval takes no time of an act', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      const { items } = timeline(show)
      expect(items.map((item) => item.index)).toEqual(items.map((_item, index) => index))
      expect(items.map((item) => item.id)).toEqual(show.editions[0]?.items)
      for (const item of items) {
        const before = items
          .slice(0, item.index)
          .filter((one) => one.act === item.act && one.kind !== 'interval')
        const seconds = before.reduce((total, one) => total + one.seconds, 0)
        expect(item.starts).toEqual({ act: item.act, seconds })
      }
    }),
  )
})

test('SHOW-1: what stands after an interval in the same act begins where it would begin without it', () => {
  const { items, acts } = timeline(showOf([a, pause(1), b]))
  expect(items.map((item) => item.starts.seconds)).toEqual([0, 100, 100])
  expect(acts[0]?.seconds).toBe(150)
})

test('SHOW-2: an act is as long as its items without intervals, and acts are in the order of their numbers', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      const { items, acts } = played(show)
      const told = timeline(show).acts
      expect(told.map((act) => act.act)).toEqual(acts)
      for (const { act, seconds } of told) {
        const own = items.filter((item) => item.act === act && item.kind !== 'interval')
        expect(seconds).toBe(own.reduce((total, item) => total + item.seconds, 0))
      }
    }),
  )
  expect(timeline(showOf([c, a])).acts.map((act) => act.act)).toEqual([1, 2])
})

test('SHOW-15: without a running order there is one act that can go up', () => {
  expect(timeline(showOf([])).acts).toEqual([{ act: 1, seconds: 0, intervalSeconds: 0 }])
  expect(timeline(showOf([pause(1)])).acts).toEqual([{ act: 1, seconds: 0, intervalSeconds: 0 }])
})

test('SHOW-2: the pause after an act is the interval behind it, whichever act that is written under', () => {
  for (const act of [1, 2, 3]) {
    const { acts } = timeline(showOf([a, b, pause(act), c]))
    expect(acts).toEqual([
      { act: 1, seconds: 150, intervalSeconds: 900 },
      { act: 2, seconds: 70, intervalSeconds: 0 },
    ])
  }
  const two = timeline(showOf([a, pause(1), pause(2), c]))
  expect(two.acts.map((act) => act.intervalSeconds)).toEqual([1800, 0])
  const last = timeline(showOf([a, pause(1), pause(2)]))
  expect(last.acts.map((act) => act.intervalSeconds)).toEqual([0])
})

test('SHOW-3: an edition that is not in the show is a mistake; without a name it is the first', () => {
  const show = littleShow()
  expect(timeline(show).edition.id).toBe('full')
  expect(timeline(show, id<'edition'>('short')).items).toHaveLength(3)
  expect(() => timeline(show, id<'edition'>('matinee'))).toThrow(Mistake)
  const broken = { ...show, editions: [{ ...anEdition('broken', []), items: [id<'item'>('nowhere')] }] }
  expect(() => timeline(broken)).toThrow(Mistake)
})

test('SHOW-4: every cue of tonight that does not follow another is in exactly one moment, and groups are one', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      const { moments, items } = timeline(show)
      const tonight = new Set(items.map((item) => item.id))
      const called = show.cues.filter((cue) => follows(cue) === null && tonight.has(cue.anchor.item))
      const listed = moments.flatMap((moment) => moment.cues.map((cue) => cue.id))
      expect([...listed].sort()).toEqual(called.map((cue) => cue.id).sort())
      for (const moment of moments) {
        const groups = new Set(moment.cues.map((cue) => cue.group ?? cue.id))
        expect(groups.size).toBe(1)
      }
    }),
  )
})

test('SHOW-5: moments come in the order of the running order, then of their seconds, then of the file', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      const { moments, items } = timeline(show)
      const place = (cue: Cue | undefined) => show.cues.findIndex((one) => one.id === cue?.id)
      const keys = moments.map((moment) => {
        const item = items.find((one) => one.id === moment.item)
        const first = moment.cues[0]
        return [item?.index ?? -1, first?.anchor.seconds ?? -1, place(first)] as const
      })
      const sorted = [...keys].sort((x, y) => x[0] - y[0] || x[1] - y[1] || x[2] - y[2])
      expect(keys).toEqual(sorted)
      expect(moments.map((moment) => moment.index)).toEqual(moments.map((_moment, index) => index))
      for (const moment of moments) {
        const item = items.find((one) => one.id === moment.item)
        const seconds = (item?.starts.seconds ?? -1) + (moment.cues[0]?.anchor.seconds ?? -1)
        expect(moment.at).toEqual({ act: item?.act, seconds })
      }
    }),
  )
})

test('SHOW-6: a follower is kept with the moment at the root of its chain, and is no moment', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      const { moments } = timeline(show)
      const home = (cue: Cue): string => {
        const after = show.cues.find((one) => one.id === follows(cue))
        return after ? home(after) : cue.id
      }
      for (const cue of show.cues.filter((one) => follows(one) !== null)) {
        const kept = moments.filter((moment) => moment.followers.includes(cue))
        const rooted = moments.filter((moment) => moment.cues.some((one) => one.id === home(cue)))
        expect(kept).toEqual(rooted)
        expect(moments.flatMap((moment) => moment.cues)).not.toContain(cue)
      }
    }),
  )
})

test('SHOW-6: cues that follow each other in a circle are in no moment and stop nobody', () => {
  const circle = (name: string, after: string) =>
    aCue(name, lx, at(a, 1), { trigger: { kind: 'follow-on', after: id<'cue'>(after) } })
  const cues = [
    circle('x', 'z'),
    circle('y', 'x'),
    circle('z', 'y'),
    circle('self', 'self'),
    aCue('ok', lx, at(a, 2)),
  ]
  const { moments } = timeline(showOf([a], [...cues, circle('late', 'x')]))
  expect(moments.map((moment) => [moment.id, moment.followers])).toEqual([['ok', []]])
})

test('SHOW-7: a group that is named as some other cue’s id is not that cue’s moment', () => {
  const cues = [
    aCue('lamp', lx, at(a, 5)),
    aCue('s1', snd, at(a, 5), { group: 'lamp' }),
    aCue('s2', snd, at(a, 6), { group: 'lamp' }),
    aCue('s3', snd, at(a, 7), { group: 'lamp group' }),
    aCue('house', lx, at(a, 1), { group: 'house' }),
    aCue('s0', snd, at(a, 1), { group: 'house' }),
  ]
  const { moments } = timeline(showOf([a], cues))
  expect(moments.map((moment) => moment.cues.map((cue) => cue.id))).toEqual([
    ['house', 's0'],
    ['lamp'],
    ['s1', 's2'],
    ['s3'],
  ])
  expect(new Set(moments.map((moment) => moment.id)).size).toBe(4)
  expect(moments.slice(0, 2).map((moment) => moment.id)).toEqual(['house', 'lamp'])
})

test('SHOW-8: a moment is said with its cues in the order of the file', () => {
  const show = littleShow()
  const { moments } = timeline(show)
  expect(moments.map((moment) => momentName(moment, show.departments))).toEqual([
    'LX lx1',
    'LX lx2 and SND snd2',
    'SND snd3',
    'LX lx3',
    'FLY fly4',
    'SND snd5',
    'LX lx5',
  ])
  const three = ['1', '2', '3'].map((name) => aCue(name, lx, at(a, 1), { group: 'all' }))
  const [moment] = timeline(showOf([a], three)).moments
  expect(moment && momentName(moment, [lx])).toBe('LX 1, LX 2 and LX 3')
  expect(moment && momentName(moment, [])).toBe('lx 1, lx 2 and lx 3')
})

test('SHOW-9: a moment concerns the departments of its cues and of their followers, each once', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      for (const moment of timeline(show).moments) {
        const concerned = momentDepartments(moment)
        const all = [...moment.cues, ...moment.followers].map((cue) => cue.department)
        expect(new Set(concerned)).toEqual(new Set(all))
        expect(concerned).toHaveLength(new Set(all).size)
      }
    }),
  )
  const [, lamp] = timeline(littleShow()).moments
  expect(lamp && momentDepartments(lamp)).toEqual(['lx', 'snd', 'fly'])
})

test('SHOW-12: a moment is of the list its cues name, and of the deck’s where they name none', () => {
  const pit = { ...aCue('p', snd, at(a, 10)), playhead: 'pit' }
  const { moments } = timeline(showOf([a, b], [pit, aCue('d', lx, at(a, 5))]))
  expect(moments.map((one) => [one.id, one.playhead])).toEqual([
    ['d', 'deck'],
    ['p', 'pit'],
  ])
})

test('SHOW-13: a moment waits for the spotters of its cues and of what follows them, each once', () => {
  const spotter = (name: string) => ({ spotter: id<'track'>(name) })
  const { moments } = timeline(
    showOf(
      [a, b],
      [
        { ...aCue('one', lx, at(a, 5), { group: 'g' }), ...spotter('x') },
        { ...aCue('two', snd, at(a, 5), { group: 'g' }), ...spotter('x') },
        {
          ...aCue('three', snd, at(a, 6), { trigger: { kind: 'follow-on', after: id<'cue'>('two') } }),
          ...spotter('y'),
        },
        aCue('four', lx, at(a, 9)),
      ],
    ),
  )
  expect(moments.map((one) => one.spotters)).toEqual([['x', 'y'], []])
})

test('SHOW-10: British calls count down to beginners, American ones to places', () => {
  const minutes = (country: 'GB' | 'US', act: number) =>
    callsBefore(country, act).map((call) => `${call.words} ${call.secondsBeforeUp / 60}`)
  expect(minutes('GB', 1)).toEqual(['The half 35', 'The quarter 20', 'The five 10', 'Beginners 5'])
  expect(minutes('US', 1)).toEqual(['Half hour 30', 'Fifteen 15', 'Five 5', 'Places 2'])
  expect(minutes('GB', 2)).toEqual(['Fifteen minutes 20', 'Ten minutes 15', 'Five minutes 10', 'Beginners 5'])
  expect(minutes('US', 3)).toEqual(['Five 5', 'Places 2'])
  for (const country of ['GB', 'US'] as const) {
    const { firstAct, laterActs, lastCall } = callTable(country)
    expect([firstAct.at(-1)?.id, laterActs.at(-1)?.id]).toEqual([lastCall, lastCall])
  }
})

test('SHOW-14: vamps come in the order of the running order, at their points of the plan, those played tonight', () => {
  const vamp = (name: string, anchor: ReturnType<typeof at>) => ({
    ...{ id: id<'vamp'>(name), kind: 'vamp' as const, anchor },
    ...{ seconds: 10, secondsMax: 40, out: 'the lantern' },
  })
  const gone = anItem('gone', 1, 50)
  const show = { ...showOf([a, b], []), items: [a, b, gone] }
  const vamps = [
    vamp('late', at(b, 7)),
    vamp('soon', at(a, 30)),
    vamp('cut', at(gone, 1)),
    vamp('first', at(a, 2)),
  ]
  expect(timeline({ ...show, vamps }).vamps.map((one) => [one.id, one.index, one.at])).toEqual([
    ['first', 0, { act: a.act, seconds: 2 }],
    ['soon', 1, { act: a.act, seconds: 30 }],
    ['late', 2, { act: b.act, seconds: (a.act === b.act ? a.seconds : 0) + 7 }],
  ])
})
