// What a page and the house say to each other about passkeys.

import { z } from 'zod'

/** Longer than any of them; what is not of this kind is not looked at. */
const letters = z
  .string()
  .min(1)
  .max(2_000)
  .regex(/^[\w-]+$/)

export const passkeySchema = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('ask') }),
  z.strictObject({
    step: z.literal('keep'),
    id: letters,
    publicKey: letters,
    clientData: letters,
    authenticatorData: letters,
  }),
  z.strictObject({
    step: z.literal('use'),
    id: letters,
    clientData: letters,
    authenticatorData: letters,
    signature: letters,
    own: z.boolean(),
  }),
  z.strictObject({ step: z.literal('drop') }),
])
export type PasskeyBody = z.infer<typeof passkeySchema>

/** What the browser is asked with. `user`: on somebody’s own device, who they are. */
export type PasskeyAsked = {
  readonly challenge: string
  readonly rpId: string
  readonly user: { readonly id: string; readonly name: string } | null
  readonly known: readonly string[]
}
