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
