// The parts of a script whatever program wrote it: headings, what happens, who speaks and what, songs, sections.

import type { Question } from '../play/play.ts'

/** Taken out of the words; `closed` is false where the file ends, or a note's paragraph, before its end. */
export type Aside = { readonly text: string; readonly line: number; readonly closed: boolean }

export type At = { readonly line: number; readonly tags: readonly string[] }

export type Element = At &
  (
    | { readonly kind: 'title'; readonly key: string; readonly text: string }
    | { readonly kind: 'heading'; readonly text: string; readonly number: string | null }
    | { readonly kind: 'action'; readonly text: string; readonly centred: boolean }
    | {
        readonly kind: 'character'
        readonly text: string
        readonly extension: string | null
        readonly dual: boolean
      }
    | { readonly kind: 'section'; readonly text: string; readonly level: number }
    | {
        readonly kind: 'parenthetical' | 'dialogue' | 'lyric' | 'transition' | 'synopsis' | 'page break'
        readonly text: string
      }
  )

/** Before it has a place. */
export type Found = Element extends infer Each ? (Each extends At ? Omit<Each, keyof At> : never) : never

export type Script = {
  readonly elements: readonly Element[]
  readonly notes: readonly Aside[]
  readonly boneyards: readonly Aside[]
  readonly language?: string | undefined
  /** What its reader was not sure of. */
  readonly questions?: readonly Question[] | undefined
}
