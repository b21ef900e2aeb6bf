// What the book's screen asks and is told over plain requests: the text in slices, its margin, edits made on a version.

import { z } from 'zod'
import type { Margin } from '../core/book/margin.ts'
import type { Revision } from '../core/book/revise.ts'
import type { OwnPage } from '../core/show/own-pages.ts'
import { edit } from './edits.ts'
import { requestId } from './office.ts'

/** As a version is published: the hash of its file. */
const version = z.string().regex(/^[0-9a-f]{64}$/, 'is no version')

/** One page as a picture: a scan at 150 dots an inch is a third of it. */
export const PICTURE_BYTES_MAX = 1024 * 1024
export const PICTURE_WORDS_MAX = 4_000
export const WORD_LENGTH_MAX = 80
const share = z.number().min(0).max(1)

export const bookAsks = {
  /** `on`: what the screen showed when it was made; null: whatever there is by now. */
  edit: z.strictObject({ id: requestId, on: version.nullable(), edit }),
  /** What was done between two versions is taken back in the newest; done again with the two exchanged. */
  undo: z.strictObject({ id: requestId, before: version, after: version }),
  /** The picture of a page, and the words that stand on it where it was read from a file that has them. */
  picture: z.strictObject({
    data: z.base64().max(Math.ceil(PICTURE_BYTES_MAX / 3) * 4),
    words: z
      .array(
        z.tuple([
          z
            .string()
            .min(1)
            .max(WORD_LENGTH_MAX)
            .regex(/^[^\p{Cc}\p{Cs}\s]+$/u, 'is no word'),
          share,
          share,
        ]),
      )
      .max(PICTURE_WORDS_MAX),
  }),
} as const

export type BookPage = {
  readonly version: string
  /** Which text it is: another after a new version of the script. */
  readonly text: string
  readonly title: string
  readonly locked: boolean
  /** It is locked, and a tech is open: until that is closed it is changed all the same. */
  readonly lockRests?: boolean
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
  readonly pages: readonly OwnPage[]
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

/** A page as the house keeps it: its picture in base64, and its words with the middle of each, by shares of the page. */
export type PagePicture = {
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
  readonly words: readonly (readonly [word: string, x: number, y: number])[]
  readonly data: string
}

export type RevisionRead = { readonly title: string; readonly revision: Revision }
