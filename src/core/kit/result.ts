// A decision: what came of it, or why not in words a person can read.

/** The person asked for what cannot be. `code` is for tests and tables, `sentence` for the person. */
export type Refusal = { readonly code: string; readonly sentence: string }

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value })
export const refused = (code: string, sentence: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code, sentence },
})
