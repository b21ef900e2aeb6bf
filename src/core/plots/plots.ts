// The plots of a show: everything that can be looked at at one glance, derived from the book and typed nowhere.

import type { Show } from '../show/show.ts'
import { cueDensity, type Minute } from './density.ts'
import { type DoublingRow, doublingChart } from './doubling.ts'
import { type Band, laidShow } from './laid-show.ts'
import { type StageRow, stageRows } from './on-stage.ts'
import { type FrenchScene, frenchScenes, type MatrixRow, partsInScenes } from './scenes.ts'
import { type PlotPlace, type PlotWay, placesAndWays } from './ways.ts'

/** Times in seconds from the first item on. */
export type Plots = {
  readonly title: string
  readonly bands: readonly Band[]
  readonly rows: readonly StageRow[]
  readonly french: readonly FrenchScene[]
  readonly parts: readonly MatrixRow[]
  readonly doubling: readonly DoublingRow[]
  readonly minutes: readonly Minute[]
  readonly places: readonly PlotPlace[]
  readonly ways: readonly PlotWay[]
}

/** Null where there is no running order. */
export function plotsOf(show: Show): Plots | null {
  const laid = laidShow(show)
  if (!laid) return null
  const rows = stageRows(laid)
  return {
    ...{ title: show.title, bands: laid.bands, rows },
    french: frenchScenes(laid.bands, rows),
    parts: partsInScenes(laid),
    doubling: doublingChart(laid),
    minutes: cueDensity(laid),
    ...placesAndWays(laid),
  }
}
