// A page that is asked for and answered by plain requests: how it stands, or why not in the house's own sentence.

import { type Answer, asJson, readAnswer } from '../answers/read-answer.ts'
import type { Came } from '../answers/rounds.ts'
import { words } from '../speech/speech.ts'

/** `command`: null to read. An answer of this house has a `section`; anything else is a refusal. */
export async function askPage<Told extends { readonly section: unknown }>(
  path: string,
  command: object | null,
  signal: AbortSignal,
): Promise<Came<Told>> {
  const asked = fetch(path, { ...(command === null ? {} : asJson(command)), signal })
  return cameOf(await readAnswer<Told>(asked, ['section']))
}

/** What an answer is to whoever asks again and again. */
export function cameOf<Told>({ told, status, sentence, isSpoilt }: Answer<Told>): Came<Told> {
  if (told !== null) return { is: 'told', told }
  if (sentence === null) return { is: 'unreached', sentence: isSpoilt ? words().frame.spoilt : null }
  return { is: status === 401 ? 'out' : 'refused', sentence }
}

/** The same until it is taken: pressed twice it is there once. */
export const freshId = (what: string): string =>
  `${what}-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
