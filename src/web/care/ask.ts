// Asks for the page, and says what was pressed; what came of it is how it stands then, or why not.

import type { Asked } from '../../core/care/care.ts'
import type { CareTold } from '../../wire/care.ts'

/** `sentence`: the house's own; null where it could not be reached. */
export type Answered = { readonly told: CareTold } | { readonly sentence: string | null }
export type Ask = (command: Asked) => Promise<boolean>

export async function askCare(command: Asked | null): Promise<Answered> {
  const how: RequestInit =
    command === null
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(command) }
  try {
    const answer = await fetch('/api/care', how)
    // `as`: our own server, which builds its answer from the same types.
    const read = (await answer.json()) as CareTold | { readonly refusal?: { readonly sentence?: string } }
    if ('section' in read) return { told: read }
    return { sentence: read.refusal?.sentence ?? null }
  } catch {
    return { sentence: null }
  }
}

/** The same until it is taken: pressed twice it is there once. */
export const freshId = (what: string): string =>
  `${what}-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
