// In place of what was said by name: the same, by what people were. Written down before the names are erased.

import type { Json } from '../kit/json.ts'

/** `of`: the event whose place it takes, `said`: its body as it was, which names nobody. The words are in the personal part. */
export type NamesReplaced = {
  readonly type: 'names.replaced'
  readonly v: 1
  readonly body: {
    readonly of: number
    readonly said: { readonly type: string; readonly v: number; readonly body: Json }
  }
  readonly detail: Json
}

export const NAMES_REPLACED = 'names.replaced'

/** The event it stands for, with what stands in its personal part now. */
export function standsFor(event: {
  readonly type: string
  readonly v: number
  readonly body: Json
}): NamesReplaced['body']['said'] | null {
  if (event.type !== NAMES_REPLACED || event.v !== 1) return null
  // `as`: only retention writes it, and the log gives back what was put in.
  return (event.body as unknown as NamesReplaced['body']).said
}
