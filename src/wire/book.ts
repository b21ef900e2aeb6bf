// What the book's screen asks and is told over plain requests: the text in slices, its margin, edits made on a version.

import { z } from 'zod'
import type { Margin } from '../core/book/margin.ts'
import type { Revision } from '../core/book/revise.ts'
import { edit, requestId } from './office.ts'

/** As a version is published: the hash of its file. */
const version = z.string().regex(/^[0-9a-f]{64}$/, 'is no version')

export const bookAsks = {
  /** `on`: what the screen showed when it was made; null: whatever there is by now. */
  edit: z.strictObject({ id: requestId, on: version.nullable(), edit }),
  /** What was done between two versions is taken back in the newest; done again with the two exchanged. */
  undo: z.strictObject({ id: requestId, before: version, after: version }),
} as const

export type BookPage = {
  readonly version: string
  /** Which text it is: another after a new version of the script. */
  readonly text: string
  readonly title: string
  readonly locked: boolean
  readonly mayEdit: boolean
  readonly items: readonly {
    readonly id: string
    readonly code: string
    readonly title: string
    readonly act: number
  }[]
  readonly roles: readonly { readonly id: string; readonly name: string }[]
  readonly departments: readonly { readonly id: string; readonly short: string; readonly name: string }[]
  readonly cues: Margin['cues']
  /** Null where they are as they were told before. */
  readonly marks: Margin['marks'] | null
  readonly questions: Margin['questions']
}

/** `done`: the two versions that what was asked for lies between; null where it is not known any more. */
export type BookAnswer =
  | { readonly same: true }
  | {
      readonly same: false
      readonly page: BookPage | null
      readonly done: { readonly before: string; readonly after: string } | null
    }

export type RevisionRead = { readonly title: string; readonly revision: Revision }
