// What the house answers to a plain request, or that it did not: cut off, spoilt, or from a page in between, it is no answer, and never an error.

export type Answer<T> = {
  /** 0 where nobody answered. */
  readonly status: number
  /** Null where the house said no, and where what came is not whole. */
  readonly told: T | null
  /** The house's own, where it said why not. */
  readonly sentence: string | null
  /** Somebody answered, and it was nothing that the house says. */
  readonly isSpoilt: boolean
  /** What came, whatever it is; null where it is not to be read. */
  readonly came: unknown
}

/** `fields`: what stands in every answer of this kind; without them it is not whole. Never rejects. */
export async function readAnswer<T extends object>(
  asked: Promise<Response>,
  fields: readonly (keyof T & string)[],
): Promise<Answer<T>> {
  const response = await asked.catch(() => null)
  if (response === null) return { status: 0, told: null, sentence: null, isSpoilt: false, came: null }
  const came: unknown = await response.json().catch(() => null)
  const isWhole =
    typeof came === 'object' && came !== null && fields.every((field) => Object.hasOwn(came, field))
  const sentence = sentenceOf(came)
  return {
    status: response.status,
    // `as`: our own server, which builds its answer from the same type.
    told: response.ok && isWhole && sentence === null ? (came as T) : null,
    sentence,
    isSpoilt: sentence === null && (response.ok ? !isWhole : came === null),
    came,
  }
}

function sentenceOf(came: unknown): string | null {
  if (typeof came !== 'object' || came === null || !('refusal' in came)) return null
  const { refusal } = came
  if (typeof refusal !== 'object' || refusal === null || !('sentence' in refusal)) return null
  return typeof refusal.sentence === 'string' ? refusal.sentence : null
}

export const asJson = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
