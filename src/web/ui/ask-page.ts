// A page that is asked for and answered by plain requests: how it stands, or why not in the house's own sentence.

import { asJson, readAnswer } from '../answers/read-answer.ts'
import { words } from '../speech/speech.ts'

/** `sentence`: the house's own; null where it could not be reached. */
export type Answered<Told> = { readonly told: Told } | { readonly sentence: string | null }

/** `command`: null to read. An answer of this house has a `section`; anything else is a refusal. */
export async function askPage<Told extends { readonly section: unknown }>(
  path: string,
  command: object | null,
): Promise<Answered<Told>> {
  const asked = fetch(path, command === null ? {} : asJson(command))
  const { told, sentence, isSpoilt } = await readAnswer<Told>(asked, ['section'])
  return told === null ? { sentence: sentence ?? (isSpoilt ? words().frame.spoilt : null) } : { told }
}

/** The same until it is taken: pressed twice it is there once. */
export const freshId = (what: string): string =>
  `${what}-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
