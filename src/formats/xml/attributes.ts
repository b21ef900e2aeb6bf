// What stands beside an element’s name: read from its own words only where somebody asks, for most of it nobody ever does.

/** As a parser made them, or as they stand in a file that was found to be plain: ` who="#a" n='2'`. */
export type Attributes = Readonly<Record<string, string>> | string

export const NO_ATTRIBUTES = ''

const [QUOTE, EQUAL, BLANK] = [0x22, 0x3d, 0x20]

/** Plain means: nothing in quotation marks needs explaining, and a line’s end or an indent in them is a blank. */
export function attributeIn(attributes: Attributes, name: string): string | undefined {
  if (typeof attributes !== 'string') return attributes[name]
  // Most elements have none of that name, and looking for the word is quicker than reading.
  if (!attributes.includes(name)) return undefined
  let at = afterBlanks(attributes, 0)
  while (at < attributes.length) {
    const from = at
    while (attributes.charCodeAt(at) !== EQUAL && attributes.charCodeAt(at) > BLANK) at += 1
    const isIt = at - from === name.length && attributes.startsWith(name, from)
    const open = afterBlanks(attributes, afterBlanks(attributes, at) + 1)
    const end = attributes.indexOf(attributes.charCodeAt(open) === QUOTE ? '"' : "'", open + 1)
    if (isIt) return withoutLineEnds(attributes.slice(open + 1, end))
    at = afterBlanks(attributes, end + 1)
  }
  return undefined
}

const withoutLineEnds = (value: string): string =>
  value.includes('\n') || value.includes('\t') ? value.replaceAll(/[\n\t]/g, ' ') : value

function afterBlanks(attributes: string, from: number): number {
  let at = from
  while (attributes.charCodeAt(at) <= BLANK) at += 1
  return at
}
