// A refusal as its sender hears it, and as it is remembered: an answer is kept for ever, so no name is in it (OWNER-19).

import type { Refusal } from '../../core/kit/result.ts'

type Refused = { readonly ok: false; readonly refusal: Refusal }

export const toldOf = ({ refusal: { code, sentence } }: Refused): Refused => ({
  ok: false,
  refusal: { code, sentence },
})

/** An answer is kept for ever: a name in it could be erased by nobody (OWNER-17). */
export const keptOf = ({ refusal: { code, sentence, kept = sentence } }: Refused): Refused => ({
  ...{ ok: false, refusal: { code, sentence: kept } },
})
