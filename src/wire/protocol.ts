// The version both sides of the wire agree on; apart from the schemas, so that a screen need not carry them.

/**
 * Grows with each change that an older side would misread. A device older than the minimum is told to reload.
 * 1: the first night.
 */
export const PROTOCOL = 1
export const PROTOCOL_MINIMUM = 1

/** Asked for by a page at another address than its own: after it stands the device's pass. */
export const LIVE_PROTOCOL = 'ghostlight'

/** No vowels, so that no word comes of them, and nothing that looks like another or like a figure. */
export const CODE_LETTERS = 'BCDFGHJKMNPRSTVWXYZ'
export const CODE_LENGTH = 6

/** The code in what was typed, however it was spaced; null where there is none. */
export function codeIn(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  return text.length === CODE_LENGTH && [...text].every((one) => CODE_LETTERS.includes(one)) ? text : null
}
