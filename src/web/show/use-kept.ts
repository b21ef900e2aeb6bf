// What is said of a form whose press keeps it: of what stands in it now, and of nothing that was changed since.

import { useRef, useState } from 'react'

export type Kept = {
  readonly said: string | null
  /** Something else is in the form: that it is kept is not said any more. */
  readonly changed: () => void
  /** `act` answers why not, or null; `saved` is said where nothing was changed meanwhile. */
  readonly keep: (act: () => Promise<string | null>, saved: () => string) => Promise<void>
}

export function useKept(): Kept {
  const [said, say] = useState<string | null>(null)
  const changes = useRef(0)
  return {
    said,
    changed: () => {
      changes.current += 1
      say(null)
    },
    keep: async (act, saved) => {
      const before = changes.current
      say(null)
      const why = await act()
      if (why !== null) say(why)
      else if (changes.current === before) say(saved())
    },
  }
}
