// Whoever is on the book is asked nothing on a wing's tablet, whoever taps there.

import { expect, test } from 'vitest'
import { Evening, person, stageManager } from '../../../test/kit/concern-evening.ts'
import { demoShow } from '../../../test/kit/demo-show.ts'
import { quietEvening } from '../../../test/kit/quiet-evening.ts'
import { id } from '../kit/ids.ts'
import type { Show } from '../show/show.ts'
import { planOf } from './night.ts'
import { ON_THE_BOOK_SHARE, onTheBook } from './on-the-book.ts'
import { postedAt } from './wing-posts.ts'

const MINUTES = 90

/** Ari is on the left by the plan; his work there is at `place`, for so many of the ninety minutes. */
function withWork(minutes: number, place: string): Show {
  const show = quietEvening()
  const corner = { id: id<'place'>('pc'), code: 'PC', name: 'Prompt corner', side: 'stage left' } as const
  const obligations = show.obligations.map((one) =>
    one.track === 'ari'
      ? {
          ...one,
          anchor: { ...one.anchor, seconds: 0 },
          seconds: minutes * 60,
          placeIn: id<'place'>(place),
          placeOut: id<'place'>(place),
        }
      : one,
  )
  return {
    ...show,
    obligations,
    venue: { ...show.venue, places: [...show.venue.places, corner] },
  }
}

test('CONCERN-77: whoever works through the show at a place where nobody comes on is on the book; less, or in a wing, is not', () => {
  const enough = MINUTES * ON_THE_BOOK_SHARE
  expect([...onTheBook(planOf(withWork(enough, 'pc')))]).toEqual(['ari'])
  expect([...onTheBook(planOf(withWork(enough - 1, 'pc')))]).toEqual([])
  expect([...onTheBook(planOf(withWork(MINUTES, 'sl1')))]).toEqual([])
})

test('CONCERN-77: in the demo the prompt corner’s tablet side speaks for the assistant who works there, not for who calls', () => {
  const plan = planOf(demoShow())
  expect([...onTheBook(plan)]).toEqual(['ruth'])
  expect(postedAt(plan, id<'place'>('sl2'))).toEqual(['tomos'])
})

test('CONCERN-77: whoever is on the book is neither asked nor sent', () => {
  const night = new Evening(withWork(MINUTES, 'pc'))
  night.pass(10 * 60)
  night.do({ name: 'concern.raise', person: person('mia') }, stageManager)
  night.pass(10 * 60, false)
  const asked = night.state.presence.concerns.concerns.flatMap(({ asks }) => asks)
  expect(asked.length).toBeGreaterThan(2)
  expect(asked.map((one) => one.person)).not.toContain('ari')
})
