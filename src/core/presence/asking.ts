// Is it time to ask about somebody? The measured policy on one silence: before an entrance, and at any other moment.

import { EARLY, leadOf, type Policy } from './policy.ts'
import { reasonsAt, riskInSilence, riskOffStage, type Silence } from './risk.ts'

export type Reason = { readonly kind: string; readonly name: string; readonly surprise: number }
/** `because`: why, term by term, in nats; they add up to the surprise of the silence at that moment. */
export type Doubt = { readonly risk: number; readonly because: readonly Reason[] }

/** What is reckoned in milliseconds and minutes may be this much off. */
const SLACK = 1e-6

/**
 * Decided at two moments and by what was known of them: seven minutes before where the risk is high, and at the latest that
 * leaves time to look. Asked later the answer would come too late. `entrance`, `now`: minutes of the show.
 */
export function beforeEntrance(
  policy: Policy,
  silence: Silence,
  { entrance, now }: { readonly entrance: number; readonly now: number },
): Doubt | null {
  const moments = [
    { at: entrance - EARLY, from: policy.riskEarly },
    { at: entrance - leadOf(policy), from: policy.riskAtDeadline },
  ]
  for (const { at, from } of moments) {
    // Before the first act goes up the calls tell who is there.
    if (from === null || at < 0 || now < at - SLACK) continue
    const risk = riskOffStage(silence, at)
    if (risk >= from - SLACK) return { risk, because: reasons(silence, at) }
  }
  return null
}

/** Of somebody who has no entrance soon: those who were seen by nobody for very long. */
export function inSilence(policy: Policy, silence: Silence, now: number): Doubt | null {
  if (policy.riskInSilence === null) return null
  const risk = riskInSilence(silence, now)
  return risk >= policy.riskInSilence ? { risk, because: reasons(silence, now) } : null
}

export const reasons = (silence: Silence, at: number): readonly Reason[] =>
  reasonsAt(silence, at).map((term) => ({
    kind: term.kind,
    name: term.kind === 'unmet' ? '' : term.name,
    surprise: term.surprise,
  }))
