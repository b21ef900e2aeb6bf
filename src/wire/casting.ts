// What the page of the tracks is told of the smallest cast.

/** Who would play what if as few as can play it, or as many as there are. */
export type CastingTold = {
  readonly performers: readonly {
    /** By name. */
    readonly parts: readonly string[]
    readonly tracks: readonly string[]
    /** Whose all of these tracks are now; else empty. */
    readonly owner: string
  }[]
  /** With fewer performers it cannot be played, or not as far as is known. */
  readonly fewest: number
  /** No two of these parts can be one performer’s. */
  readonly together: readonly string[]
  readonly isProved: boolean
}
