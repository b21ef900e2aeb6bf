// Our own mistakes, and what tells a failure of the world from them. A refusal is neither.

/** Thrown when Ghostlight itself is wrong; the room that catches it restarts from the log. */
export class Mistake extends Error {
  override name = 'Mistake'
}

/** The world broke: a disk, a network, a file. Whoever asked is told of it; it is nobody's mistake. */
export class Failed extends Error {}

/** Stops at once when something we promised ourselves does not hold. */
export function assert(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new Mistake(promise)
}

/** The value, where its absence would be our own mistake. */
export function must<T>(value: T | null | undefined, promise: string): T {
  if (value === null || value === undefined) throw new Mistake(promise)
  return value
}
