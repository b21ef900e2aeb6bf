// Invisible signs that turn the text after them round: left out of whatever is said to a house, for on a desk they would make one name look like another.

const turns = /[\u202A-\u202E\u2066-\u2069]/g
/** The same written out, as a file may; a backslash that is itself written out begins none. */
const written = /(?<!\\)((?:\\\\)*)\\u20(?:2[a-eA-E]|6[6-9])/g

/** Of a text that is JSON. Letters that read from the right turn by themselves: they, and marks that turn nothing, stay. */
export const withoutTurns = (json: string): string => json.replaceAll(turns, '').replaceAll(written, '$1')

/** What was said at a door of the house. Throws as `JSON.parse` does. */
export const parseSaid = (json: string): unknown => JSON.parse(withoutTurns(json))
