// The secret of a pairing link, out of whatever was pasted: the whole link, its end, or the secret alone.

const shape = /^[A-Za-z0-9_.~-]{8,512}$/

/** Null where there is none. */
export function tokenOf(typed: string): string | null {
  const text = typed.trim()
  const token = text.slice(text.lastIndexOf('#') + 1)
  return shape.test(token) ? token : null
}
