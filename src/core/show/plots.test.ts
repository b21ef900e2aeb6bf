// Plots of a show, held against its own running order and times on.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyShow } from '../../../test/kit/shows.ts'
import { plotOf, SHORT_OFF_SECONDS } from './plots.ts'

test('SHOW-24: scenes are bands one after another, everybody is on inside them and never twice at once, and every cue is counted', () => {
  fc.assert(
    fc.property(anyShow, (show) => {
      const plot = plotOf(show)
      for (const [at, item] of plot.items.entries()) expect(item.from).toBe(plot.items[at - 1]?.to ?? 0)
      expect(plot.seconds).toBe(plot.items.at(-1)?.to ?? 0)
      for (const { on, short } of plot.tracks) {
        for (const [at, span] of on.entries()) expect(span.from).toBeGreaterThan(on[at - 1]?.to ?? -1)
        for (const { from, to } of short) {
          expect(to - from).toBeLessThan(SHORT_OFF_SECONDS)
          expect([on.some((span) => span.to === from), on.some((span) => span.from === to)]).toEqual([
            true,
            true,
          ])
        }
      }
      const played = new Set(plot.items.map(({ id }) => id))
      const cues = plot.seconds === 0 ? [] : show.cues.filter(({ anchor }) => played.has(anchor.item))
      expect(plot.cues.reduce((sum, many) => sum + many, 0)).toBe(cues.length)
    }),
    { seed: 24, numRuns: 60 },
  )
})
