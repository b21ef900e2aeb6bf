// A show in less time is the same show.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortShow } from '../../../test/kit/short-show.ts'
import { plannedSeconds, scaleShow } from './scale.ts'
import { timeline } from './timeline.ts'

const { show } = shortShow()

test('SHOW-11: every point of the plan moves by the factor, and nothing changes places', () => {
  const whole = timeline(show)
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 4, noNaN: true }), (factor) => {
      const scaled = scaleShow(show, factor)
      expect(plannedSeconds(scaled)).toBeCloseTo(plannedSeconds(show) * factor, 1)
      const short = timeline(scaled)
      expect(short.moments.map((moment) => moment.id)).toEqual(whole.moments.map((moment) => moment.id))
      for (const moment of short.moments) {
        const before = whole.moments[moment.index]?.at.seconds ?? Number.NaN
        expect(moment.at.seconds).toBeCloseTo(before * factor, 1)
      }
      expect(scaled.venue).toBe(show.venue)
    }),
  )
})
