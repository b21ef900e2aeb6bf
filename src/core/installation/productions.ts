// Which performances are of one and the same show: its production, which outlasts a new title and a new version.

import { countOf, kindOf, numberOf, type PerformanceKind } from '../show/kinds.ts'
import type { Performance } from './installation.ts'

/** Names one show of this house for good. What was recorded before there were any is named by its title. */
export type Production = string

const BY_TITLE = 'title:'

/**
 * Of a show that does not say: that of the newest performance of this title which did not say either, so that what hung
 * together by its title still does; never that of a show that has a name of its own.
 */
export function productionByTitle(performances: readonly Performance[], title: string): Production {
  const known = performances.findLast((one) => one.title === title && one.production.startsWith(BY_TITLE))
  return known?.production ?? `${BY_TITLE}${title}`
}

export const productionOf = (
  performances: readonly Performance[],
  { production, title }: { readonly production?: Production | undefined; readonly title: string },
): Production => production ?? productionByTitle(performances, title)

/** Those of one show, in their order. */
export const ofProduction = (
  performances: readonly Performance[],
  production: Production,
): readonly Performance[] => performances.filter((one) => one.production === production)

/** After the highest there is of its kind: a number that was given once is never given again. */
export function nextNumber(
  performances: readonly Performance[],
  production: Production,
  kind: PerformanceKind,
): number {
  const same = ofProduction(performances, production).filter(({ number }) => kindOf(number) === kind)
  return numberOf(kind, 1 + Math.max(0, ...same.map(({ number }) => countOf(number))))
}
