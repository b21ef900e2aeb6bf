// Names in a row: "Ana, Ben and Cho".

/** `serial`: with a comma before the last of three, as Americans write. */
export function inARow(names: readonly string[], serial = false): string {
  const [last = '', ...before] = names.toReversed()
  if (before.length === 0) return last
  const comma = serial && before.length > 1 ? ',' : ''
  return `${before.reverse().join(', ')}${comma} and ${last}`
}
