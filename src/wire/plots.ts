// What the page of the plots is told: the plots themselves, as core derives them.

import type { Plots } from '../core/plots/plots.ts'

export type PlotsTold = Plots
