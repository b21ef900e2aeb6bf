// Signed heads of the record, as devices keep them and hand them in to be held against it.

import { z } from 'zod'

/** What a device keeps, and what it hands in at once: about eight hours of a night. */
export const HEADS_KEPT = 100
export const HEADS_BYTES_MAX = 64 * 1024

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const base64 = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w+/=-]+$/)
/** `root`: one sum over the heads of every stream, so that nobody reads off it what was written where. */
const signedHead = z.strictObject({
  number: z.number().int().min(1),
  at: z.number().int(),
  root: hex,
  signature: base64,
  key: base64,
})
export type SignedHead = z.infer<typeof signedHead>

const kept = z.strictObject({ heads: z.array(signedHead).max(HEADS_KEPT) })

/**
 * `there`: the record holds what was signed. `changed`: it holds something else under that number, or what stood before
 * it was altered. `gone`: it ends before. `not-signed`: the signature is not of that key.
 */
export type HeadFound = 'there' | 'changed' | 'gone' | 'not-signed'

export type HeadsTold = {
  /** The newest last. */
  readonly heads: readonly SignedHead[]
  /** Of what was handed in, by number. */
  readonly found: readonly {
    readonly number: number
    readonly is: HeadFound
    readonly key: 'same' | 'another'
  }[]
}

/** What a device handed in, or what it saved in a file; null where it is none. */
export function readHeads(text: string): readonly SignedHead[] | null {
  try {
    const parsed = kept.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.heads : null
  } catch {
    return null
  }
}
