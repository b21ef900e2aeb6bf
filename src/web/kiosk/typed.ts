// Keys at the stage door as they come: a person's digits, or a card under a scanner that types like a keyboard.

/** A scanner types faster than this; a person's digits begin anew after it. */
const PAUSE_MS = 1_500
const TYPED_MAX = 120

export type Typed = { readonly text: string; readonly at: number }
export const nothingTyped: Typed = { text: '', at: 0 }

/** One more key; after a pause it is the first. */
export const withKey = ({ text, at }: Typed, key: string, now: number): Typed => ({
  text: now - at > PAUSE_MS ? key : `${text}${key}`.slice(-TYPED_MAX),
  at: now,
})

/** Only digits: a person at the keyboard, not a card under the scanner. */
export const isByHand = ({ text }: Typed): boolean => /^\d+$/.test(text)
