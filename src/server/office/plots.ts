// The plots of the show as it was last published.

import { plotsOf } from '../../core/plots/plots.ts'
import type { Stage } from '../hub/stage.ts'
import { type OfficeAnswer, refuse, said } from './deeds.ts'
import { whileDown } from './while-down.ts'

/** A tenth of a second and more of sums for a large show: not while an act is up. */
export const plots = (stage: Stage): OfficeAnswer | Promise<OfficeAnswer> =>
  whileDown(
    stage,
    async () => {
      const show = await stage.published()
      if (!show) return refuse('no-show', 'There is no show yet.')
      const told = plotsOf(show)
      return told ? said(told) : refuse('no-order', 'There is no running order yet, so nothing has a time.')
    },
    'An act is up. Plots are worked out between the acts and after the show.',
  )
