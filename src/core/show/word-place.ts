// What hangs on the words of the script: a point of the plan, and a question that an import left open.

/** A word of the script, and what stood there, so that it is found again in another version of the text. */
export type WordPlace = {
  /** The id of its line. */
  readonly line: string
  /** Counted from 0 between blanks. */
  readonly word: number
  /** The words from there on, as they stood when somebody last said that this is the place. */
  readonly words: string
  /** Since a new version of the text: how sure it is that this is still the place, 0 where its line is gone. */
  readonly sure?: number | undefined
}

/** What a play left open when it was read, at its place in the text, until somebody has settled it. */
export type ScriptQuestion = {
  readonly id: string
  /** The id of the line it is about. */
  readonly line: string
  /** Who speaks, who somebody is, when they come and go: machines sort by it. */
  readonly kind: string
  readonly text: string
}
