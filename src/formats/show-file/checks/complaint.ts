// What a cross-check finds: where, in which words, and whether the show may still be read.

import type { Show } from '../../../core/show/show.ts'
import type { Path } from '../json.ts'

export type Complaint = {
  readonly path: Path
  /** A whole sentence; `{}` stands for the name of the entity the path leads to. */
  readonly sentence: string
  /** Something a person should look at, and no reason to refuse the show. */
  readonly warning?: true
}

/** In which fields something is another than it was when everything was right. */
export type Touched = (field: keyof Show) => boolean
export const everything: Touched = () => true

/** The first two things that are the same in some respect, each later one told against the first. */
export function* repeats<T>(
  things: readonly T[],
  sameness: (thing: T, position: number) => string | undefined,
): Generator<{ readonly thing: T; readonly position: number; readonly first: T }> {
  const seen = new Map<string, T>()
  for (const [position, thing] of things.entries()) {
    const key = sameness(thing, position)
    if (key === undefined) continue
    const first = seen.get(key)
    if (first === undefined) seen.set(key, thing)
    else yield { thing, position, first }
  }
}
