// A page that is asked for and answered by plain requests: how it stands, or why not in the house's own sentence.

/** `sentence`: the house's own; null where it could not be reached. */
export type Answered<Told> = { readonly told: Told } | { readonly sentence: string | null }

/** `command`: null to read. An answer of this house has a `section`; anything else is a refusal. */
export async function askPage<Told extends { readonly section: unknown }>(
  path: string,
  command: object | null,
): Promise<Answered<Told>> {
  const how: RequestInit =
    command === null
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(command) }
  try {
    const answer = await fetch(path, how)
    // `as`: our own server, which builds its answer from the same types.
    const read = (await answer.json()) as Told | { readonly refusal?: { readonly sentence?: string } }
    if ('section' in read) return { told: read }
    return { sentence: read.refusal?.sentence ?? null }
  } catch {
    return { sentence: null }
  }
}

/** The same until it is taken: pressed twice it is there once. */
export const freshId = (what: string): string =>
  `${what}-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`
