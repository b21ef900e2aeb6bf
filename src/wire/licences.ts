// Whose work is built into this Ghostlight, as the page of licences is told it.

export type Bundled = {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** The whole text of it. */
  readonly words: string
}

export type Licences = {
  /** Built into the screens and the server. */
  readonly bundled: readonly Bundled[]
  /** Installed beside, each with its own file. */
  readonly beside: readonly string[]
}
