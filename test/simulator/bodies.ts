// What the bodies of presence events have between them, as far as the ladders are read from them by hand.

/** What the bodies of these events have between them. */
export type Body = Partial<{
  readonly act: number
  readonly answer: string
  readonly ask: number
  readonly asked: readonly { readonly person: string; readonly how: string }[]
  readonly because: string
  readonly blind: boolean
  readonly by: string | null
  readonly concern: number
  readonly due: string | null
  readonly how: string
  readonly mode: string
  readonly people: readonly string[]
  readonly person: string
  readonly place: string | null
  readonly raisedBy: string | null
  readonly rung: number
  readonly rungs: readonly { readonly rung: number; readonly at: number }[]
  readonly saidAt: number
  readonly sighting: number | null
  readonly skipped: readonly { readonly person: string; readonly because: string }[]
  readonly source: string
  readonly who: { readonly person?: string }
  readonly with: string | null
}>
