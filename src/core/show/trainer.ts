// Who of the house has signed for the words of first aid on the card, and whether that still holds. It never hides a word.

import { isDay, isOverAYearOld } from '../kit/day.ts'

/** A first-aid trainer of this house who has read every pack, and on which day. Days as 2026-11-24. */
export type Trainer = { readonly name: string; readonly on: string }

/** The day on which the words of the packs were last changed: whoever signed before it has not read these. */
export const FIRST_AID_EDITION = '2026-11-26'

/** `old`: more than a year ago. `before`: signed for other words than these. Either is shown, and blocks nothing. */
export type Signature = {
  readonly by: string
  readonly on: string
  readonly is: 'signed' | 'old' | 'before'
}

/** Null where nobody has signed. Without today's date nothing is old. */
export function signature(
  trainer: Trainer | null | undefined,
  today: string | null,
  edition = FIRST_AID_EDITION,
): Signature | null {
  if (!trainer || !isDay(trainer.on)) return null
  const { name: by, on } = trainer
  if (on < edition) return { by, on, is: 'before' }
  return { by, on, is: today !== null && isOverAYearOld(on, today) ? 'old' : 'signed' }
}
