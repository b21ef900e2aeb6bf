// Words as lines of the desk: short enough to be read at a glance.

/** A line on the desk: longer ones are broken after a sentence, or at a blank. */
export const LINE_LENGTH_MAX = 240
const SENTENCE_LENGTH_MIN = 60

/** The text in lines short enough to be read at a glance; always at least one, which may be empty. */
export function pieces(text: string): readonly string[] {
  if (text.length <= LINE_LENGTH_MAX) return [text]
  const lines: string[] = []
  let rest = text
  while (rest.length > LINE_LENGTH_MAX) {
    const end = lineBreak(rest)
    lines.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return [...lines, rest]
}

/** After the last sentence that ends in time, else at the last blank, else in the middle of a word. */
function lineBreak(text: string): number {
  const head = text.slice(0, LINE_LENGTH_MAX)
  const sentences = [...head.matchAll(/[.!?…:;]["»”’]? /g)].map((end) => end.index + end[0].length)
  const sentence = sentences.filter((end) => end >= SENTENCE_LENGTH_MIN).at(-1)
  const blank = head.lastIndexOf(' ')
  if (sentence !== undefined || blank > 0) return sentence ?? blank
  const splitsCharacter = /[\uD800-\uDBFF]$/.test(head)
  return splitsCharacter ? LINE_LENGTH_MAX - 1 : LINE_LENGTH_MAX
}
