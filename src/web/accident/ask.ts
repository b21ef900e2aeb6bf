// Asks the accident book, and writes into it; what came of it is the book as it stands, or why not.

import type { BookTold } from '../../wire/accident.ts'

/** `sentence`: the house's own; null where it could not be reached. */
export type Answered = { readonly told: BookTold } | { readonly sentence: string | null }

export async function askBook(command: object | null): Promise<Answered> {
  const how: RequestInit =
    command === null
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(command) }
  try {
    const answer = await fetch('/api/accident-book', how)
    // `as`: our own server, which builds its answer from the same types.
    const read = (await answer.json()) as BookTold | { readonly refusal?: { readonly sentence?: string } }
    if ('section' in read) return { told: read }
    return { sentence: read.refusal?.sentence ?? null }
  } catch {
    return { sentence: null }
  }
}
