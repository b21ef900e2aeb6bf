// One plain question to the house, and its sentence where it says no.

export type Told = { readonly status: number; readonly told: unknown; readonly sentence: string | null }

/** `body`: null to read. Status 0 where nobody answers. */
export async function askHouse(path: string, body: object | null): Promise<Told> {
  const how: RequestInit =
    body === null
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const answer = await fetch(path, how)
    const told: unknown = await answer.json().catch(() => null)
    return { status: answer.status, told, sentence: sentenceOf(told) }
  } catch {
    return { status: 0, told: null, sentence: null }
  }
}

function sentenceOf(told: unknown): string | null {
  if (typeof told !== 'object' || told === null || !('refusal' in told)) return null
  const { refusal } = told
  if (typeof refusal !== 'object' || refusal === null || !('sentence' in refusal)) return null
  return typeof refusal.sentence === 'string' ? refusal.sentence : null
}
