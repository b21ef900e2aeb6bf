// What the screen of the record's copies asks and is told.

import { z } from 'zod'

const PATH_LENGTH_MAX = 1_000

const path = z
  .string()
  .min(1, 'is empty')
  .max(PATH_LENGTH_MAX, 'is too long')
  .regex(/^[^\p{Cc}]*$/u, 'is one line of text')

export const copyAsks = {
  copy: z.strictObject({ folder: path }),
  'copy-look': z.strictObject({ file: path }),
  'copy-restore': z.strictObject({ file: path }),
} as const

type CopyLine = { readonly file: string; readonly bytes: number; readonly at: number }

export type CopiesTold = {
  readonly places: readonly {
    readonly folder: string
    readonly kind: 'plugged in' | 'own' | 'beside'
    readonly freeBytes: number
  }[]
  readonly copies: readonly CopyLine[]
  /** Whether a copy may be put back now; else why not. */
  readonly closed: string | null
}

export type CopyMade = CopyLine & { readonly events: number; readonly performances: number }

export type CopyHeld = {
  readonly file: string
  readonly events: number
  /** Which copy it says it is; null where it says nothing. */
  readonly mark: string | null
  /** What the record here has that the copy has not; null where that cannot be told. */
  readonly ahead: number | null
  readonly performances: readonly {
    readonly title: string
    readonly number: number
    readonly curtainAt: number
  }[]
}

/** Asked for with the key until the house is open again. `desk`: a link for whoever asked, good once. */
export type Restored =
  | { readonly state: 'closing' }
  | {
      readonly state: 'back'
      readonly desk: string
      readonly kept: string | null
      readonly trouble: string | null
    }
