// What a device is told of the way in with a certificate, before it is paired.

/** `port`: where the server speaks https; null where it does not. `authority`: null also where none has to be trusted. */
export type WayIn = {
  readonly port: number | null
  readonly authority: {
    readonly name: string
    readonly fingerprint: string
    readonly thumbprint: string
  } | null
}

/** The way in with a certificate. `port`: where it is open; `authority`: what devices are asked to trust. */
export type SecureLine = {
  readonly port: number | null
  readonly authority: { readonly name: string; readonly fingerprint: string } | null
  /** Why it is not as it should be, in a sentence. */
  readonly problem: string | null
}
