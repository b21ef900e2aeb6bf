// A message on the line, or that it cannot be read: then the line is ended and begun anew, and nothing is guessed.

import type { FromServer } from '../../wire/messages.ts'

export function readMessage(text: string): FromServer | null {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || !('t' in read)) return null
    // `as`: our own server, which builds its messages from the same type.
    return read as FromServer
  } catch {
    return null
  }
}
