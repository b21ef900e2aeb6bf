// What the page of the tracks is told of the smallest cast.

/** Who would play what if as few as can play it. */
export type CastingTold = {
  readonly performers: readonly {
    /** By name. */
    readonly parts: readonly string[]
    readonly tracks: readonly string[]
    /** Whose all of these tracks are now; else empty. */
    readonly owner: string
  }[]
  /** No two of these parts can be one performer’s. */
  readonly together: readonly string[]
  readonly isProved: boolean
}
