// An answer that refuses, with a code for tests and a sentence for the person.

import type { OwnerAnswer } from '../owner/owner.ts'

export const refusal = (code: string, sentence: string): Exclude<OwnerAnswer, { ok: true }> => ({
  ok: false,
  refusal: { code, sentence },
})
