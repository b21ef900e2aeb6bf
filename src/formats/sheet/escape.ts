// Cells that a spreadsheet would take for a formula: written with the mark that makes them text, and read without it.

/** A sign that begins a formula, also as wide as a Japanese letter, behind any number of marks. */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/

/** “=1+1” becomes “'=1+1”; what has the mark already gets another, so that nothing is lost on the way back. */
export const escapedCell = (text: string): string => (risky.test(text) ? `'${text}` : text)

export const unescapedCell = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text
