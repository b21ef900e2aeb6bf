// What one person is shown of tonight: theirs, with where, with whom and with what.

import { expect, test } from 'vitest'
import { mark, markedShow, personId } from '../../../test/kit/marked.ts'
import { aViewer, TestNight } from '../../../test/kit/nights.ts'
import { littleShow } from '../../../test/kit/shows.ts'
import { id } from '../kit/ids.ts'
import { planOf } from './night.ts'
import { view } from './view.ts'

test('NIGHT-10: a person is shown what they owe tonight, in the order of the plan', () => {
  const show = littleShow()
  const owed = (edition: string, person: string) =>
    view(
      planOf(show, id<'edition'>(edition)),
      new TestNight(planOf(show)).open().state,
      aViewer('perf', { person }),
    ).track?.obligations.map((one) => [one.id, one.at.act, one.at.seconds, one.item])
  expect(owed('full', 'ann')).toEqual([
    ['o1', 1, 20, 'one Item one'],
    ['o3', 2, 10, 'three Item three'],
  ])
  expect(owed('full', 'bob')).toEqual([['o2', 1, 360, 'two Item two']])
  expect(owed('short', 'bob')).toEqual([])
  expect(
    view(planOf(show), new TestNight(planOf(show)).open().state, aViewer('perf', { person: 'nobody' })).track,
  ).toBeNull()
})

/** What the change and the hand-off of the marked show have in common for the performer. */
const bare = {
  track: mark('track code perf'),
  item: `${mark('item code')} ${mark('item title')}`,
  seconds: 0,
  placeIn: mark('place else'),
  placeOut: mark('place else'),
  with: [mark('call name dresser')],
  carries: [],
  costume: null,
  safety: false,
  notes: null,
}

test('NIGHT-10: with where, with whom, what is carried and worn', () => {
  const night = new TestNight(planOf(markedShow)).open()
  const shown = view(night.plan, night.state, aViewer('perf', { person: personId('perf') })).track
  expect(shown).toEqual({
    callName: mark('call name perf'),
    tracks: [mark('track title perf')],
    obligations: [
      {
        id: 'mark-owed-perf',
        title: mark('obligation perf'),
        kind: 'appear',
        track: mark('track code perf'),
        item: `${mark('item code')} ${mark('item title')}`,
        at: { act: 1, seconds: 40 },
        seconds: 30,
        placeIn: mark('place in'),
        placeOut: mark('place out'),
        with: [mark('call name dresser')],
        carries: [mark('prop carried')],
        costume: mark('costume worn'),
        safety: false,
        notes: null,
      },
      {
        ...bare,
        id: 'change-q-t-perf',
        title: `Change into ${mark('costume spare')}`,
        kind: 'change',
        at: { act: 1, seconds: 60 },
        seconds: 20,
        notes: mark('change notes'),
      },
      {
        ...bare,
        id: 'hand-off-h-t-perf',
        title: `Give: ${mark('prop passed')}`,
        kind: 'hand-off',
        at: { act: 1, seconds: 90 },
      },
    ],
  })
})
