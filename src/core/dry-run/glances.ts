// How many looks at a list the asks of an evening are.

import { type Put, takesInNow } from '../presence/ask-lists.ts'
import type { Ask } from './scan.ts'
import { minutesAt } from './watch.ts'

const MINUTE_MS = 60_000

/**
 * One person looking once at a list: as a night puts names on one, round by round. `gathered`: those asked about at the very
 * same moment, however many.
 */
export function glancesOf(asks: readonly Ask[], gathered: boolean): number {
  return gathered ? gatheredGlances(asks) : nightGlances(asks)
}

function gatheredGlances(asks: readonly Ask[]): number {
  const lists = new Map<string, number>()
  for (const { step, wing, round, people } of asks) lists.set(`${step} ${wing} ${round}`, people)
  return [...lists.values()].reduce((sum, people) => sum + people, 0)
}

type Name = Put & { readonly until: number }

/** A list takes in who is due beside them as long as somebody on it waits for an answer. */
function nightGlances(asks: readonly Ask[]): number {
  const open = new Map<string, readonly Name[]>()
  let glances = 0
  for (const { step, wing, round, people, until } of asks.toSorted((a, b) => a.step - b.step)) {
    const key = `${wing} ${round}`
    const name = { at: Math.round(minutesAt(step) * MINUTE_MS), wing: key, stands: true, until }
    const list = (open.get(key) ?? []).map((one) => ({ ...one, stands: one.until > step }))
    const joins = takesInNow(list, name)
    open.set(key, joins ? [...list, name] : [name])
    glances += joins ? 0 : people
  }
  return glances
}
