// Numbers on the command line: refused in a sentence where they are none, and said as a person would.

import { numberOf, PERFORMANCE_NUMBER_MAX, performanceKinds } from '../../core/show/kinds.ts'

/** Undefined where the option was not given. */
export function wholeNumber(option: string, given: string | undefined, max: number): number | undefined {
  if (given === undefined) return undefined
  const number = Number(given)
  if (/^\d+$/.test(given) && number <= max) return number
  throw new Error(`${option} takes a whole number from 0 to ${max}; “${given}” is none.`)
}

/** “14” is a show; any other kind is named: “tech-2”. Undefined where the option was not given. */
export function performanceNumber(given: string | undefined): number | undefined {
  const [kind, count] = (given ?? '').split('-')
  const named = performanceKinds.find((one) => one === kind)
  if (named === undefined || !/^\d{1,6}$/.test(count ?? ''))
    return wholeNumber('--performance', given, PERFORMANCE_NUMBER_MAX)
  return numberOf(named, Number(count))
}

/** “1 event”, “3 events”. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
