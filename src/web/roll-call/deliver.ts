// Brings what was written to the house and fetches how the roll call stands, round after round while the page is open.

import { ROLL_SAID_MAX } from '../../core/roll-call/roll-call.ts'
import type { RollCallAnswer } from '../../wire/roll-call.ts'
import { askHouse, type HouseSaid, keepRounds, type Rounds } from '../incident/rounds.ts'
import type { Shelf } from '../incident/store.ts'
import { keepRoll, type RollKept, readRoll, withAnswer } from './store.ts'

/** So old may be what a steward sees of the others. */
const ROUND_MS = 2_000

/** There; not there; not for this device; or not taken, with the sentence why. */
export type Reach =
  | { readonly kind: 'there' | 'away' | 'not-here' }
  | { readonly kind: 'refused'; readonly sentence: string }
export type AskRoll = (body: string) => Promise<HouseSaid | null>
const askRoll: AskRoll = (body) => askHouse('/api/roll-call', body)

const NOT_PAIRED = 401
const NOT_YOURS = 403

/** What another page of this device wrote meanwhile is read again before it is kept. */
export async function roundOnce(
  shelf: Shelf,
  drill: boolean,
  now: () => number,
  ask: AskRoll = askRoll,
): Promise<{ readonly kept: RollKept; readonly reach: Reach }> {
  const said = readRoll(shelf, drill, now()).said.slice(0, ROLL_SAID_MAX)
  const answer = await ask(JSON.stringify({ sentAt: now(), drill, said }))
  const kept = readRoll(shelf, drill, now())
  if (answer === null) return { kept, reach: { kind: 'away' } }
  if (answer.status === NOT_PAIRED || answer.status === NOT_YOURS)
    // Whoever takes no part any more keeps no names.
    return { kept: keepRoll(shelf, drill, { ...kept, section: null }), reach: { kind: 'not-here' } }
  if (answer.status !== 200) return { kept, reach: { kind: 'refused', sentence: sentenceOf(answer.value) } }
  // `as`: the house's own answer, by the same build.
  return {
    kept: keepRoll(shelf, drill, withAnswer(kept, answer.value as RollCallAnswer)),
    reach: { kind: 'there' },
  }
}

function sentenceOf(value: unknown): string {
  const said = value as { readonly refusal?: { readonly sentence?: unknown } } | null
  return typeof said?.refusal?.sentence === 'string' ? said.refusal.sentence : ''
}

export const keepAsking = (
  shelf: Shelf,
  drill: boolean,
  changed: (kept: RollKept, reach: Reach) => void,
): Rounds =>
  keepRounds(async (isOver) => {
    const { kept, reach } = await roundOnce(shelf, drill, Date.now)
    if (isOver()) return null
    changed(kept, reach)
    return reach.kind === 'there' && kept.said.length > 0 ? 0 : ROUND_MS
  })
