// One plain question to the house, and its sentence where it says no.

import { asJson, readAnswer } from '../answers/read-answer.ts'

export type Told = { readonly status: number; readonly told: unknown; readonly sentence: string | null }

/** `body`: null to read. Status 0 where nobody answers. */
export async function askHouse(path: string, body: object | null): Promise<Told> {
  const { status, came, sentence } = await readAnswer(fetch(path, body === null ? {} : asJson(body)), [])
  return { status, told: came, sentence }
}
