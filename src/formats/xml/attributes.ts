// What stands beside an element’s name: read from its own words only where somebody asks, for most of it nobody ever does.

/** As a parser made them, or as they stand in a file that was found to be plain: ` who="#a" n='2'`. */
export type Attributes = Readonly<Record<string, string>> | string

export const NO_ATTRIBUTES = ''

const [QUOTE, EQUAL, BLANK] = [0x22, 0x3d, 0x20]

export function attributeIn(attributes: Attributes, name: string): string | undefined {
  if (typeof attributes !== 'string') return attributes[name]
  // Most elements have none of that name, and looking for the word is quicker than reading.
  if (!attributes.includes(name)) return undefined
  let found: string | undefined
  each(attributes, (from, to, value, end) => {
    if (to - from === name.length && attributes.startsWith(name, from)) found = meant(attributes, value, end)
    return found === undefined
  })
  return found
}

/** All of them, by name. */
export function attributesOf(attributes: Attributes): Readonly<Record<string, string>> {
  if (typeof attributes !== 'string') return { ...attributes }
  const all: Record<string, string> = {}
  each(attributes, (from, to, value, end) => {
    all[attributes.slice(from, to)] = meant(attributes, value, end)
    return true
  })
  return all
}

/** Plain means: nothing in quotation marks needs explaining, and a line’s end or an indent in them is a blank. */
function meant(attributes: string, from: number, to: number): string {
  const value = attributes.slice(from, to)
  return value.includes('\n') || value.includes('\t') ? value.replaceAll(/[\n\t]/g, ' ') : value
}

/** Where each name and its value begin and end, until it is told to stop. */
function each(
  attributes: string,
  goesOn: (from: number, to: number, value: number, end: number) => boolean,
): void {
  let at = afterBlanks(attributes, 0)
  while (at < attributes.length) {
    const from = at
    while (attributes.charCodeAt(at) !== EQUAL && attributes.charCodeAt(at) > BLANK) at += 1
    const to = at
    at = afterBlanks(attributes, at)
    const open = afterBlanks(attributes, at + 1)
    const end = attributes.indexOf(attributes.charCodeAt(open) === QUOTE ? '"' : "'", open + 1)
    if (!goesOn(from, to, open + 1, end)) return
    at = afterBlanks(attributes, end + 1)
  }
}

function afterBlanks(attributes: string, from: number): number {
  let at = from
  while (attributes.charCodeAt(at) <= BLANK) at += 1
  return at
}
