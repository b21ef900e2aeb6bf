// What stands where on a page, in points from its upper left corner: what laying out gives and drawing takes.

export type Font = 'plain' | 'bold'

export type Mark =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly font: Font
      readonly size: number
    }
  | {
      readonly kind: 'rule'
      readonly x: number
      readonly y: number
      readonly toX: number
      readonly toY: number
      readonly width: number
    }

/** What a reader that speaks the page is told that this is; `artifact` is passed over. */
export type Role = 'H1' | 'H2' | 'P' | 'LI' | 'TH' | 'TD' | 'artifact'

/** `table` and `row` count from the beginning of the job: the pieces of one table are put together by them. */
export type Piece = {
  readonly role: Role
  readonly table: number | null
  readonly row: number | null
  readonly marks: readonly Mark[]
}

export type Page = { readonly pieces: readonly Piece[] }

/** How wide a text is; of the fonts, so it is handed in. */
export type Measure = (text: string, font: Font, size: number) => number
