// A decision: what came of it, or why not in words a person can read.

/**
 * The person asked for what cannot be. `code` is for tests and tables, `sentence` for the person. `kept`: what is remembered
 * of a sentence that names somebody, for an answer is kept for ever and can be erased by nobody (LOG: what it does not know).
 */
export type Refusal = { readonly code: string; readonly sentence: string; readonly kept?: string }

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value })
export const refused = (code: string, sentence: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, sentence },
})

/** `kept`: the same without the name. */
export const refusedNaming = (
  code: string,
  sentence: string,
  kept: string,
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { code, sentence, kept } })
