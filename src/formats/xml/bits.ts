// Which of the elements that are often looked for lie inside another, each a bit: what holds none is never walked through.

const looked = [
  ...['text', 'body', 'sp', 'stage', 'div', 'div1', 'div2', 'div3'],
  ...['listPerson', 'castItem', 'role', 'speaker', 'person', 'personGrp'],
  ...['titleStmt', 'title', 'author', 'Paragraph', 'ScriptNote', 'head'],
] as const
const bits: ReadonlyMap<string, number> = new Map(looked.map((name, at) => [name, 1 << at]))

/** Some of the names have no bit of their own: everything has to be looked at. */
export const ANY = -1

export const bitOf = (name: string): number => bits.get(name) ?? 0

export const bitsOf = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum | (bits.get(name) ?? ANY), 0)

export const local = (name: string): string => name.slice(name.indexOf(':') + 1)
