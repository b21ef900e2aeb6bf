// What the bodies of presence events have between them, as far as the ladders are read from them by hand.

import type { StoredEvent } from '../../src/server/log/log.ts'

/** What the bodies of these events have between them. */
export type Body = Partial<{
  readonly act: number
  readonly answer: string
  readonly ask: number
  readonly asked: readonly { readonly person: string; readonly how: string }[]
  readonly because: string
  readonly before: number
  readonly blind: boolean
  readonly by: string | null
  readonly concern: number
  readonly due: string | null
  readonly dueAt: number | null
  readonly how: string
  readonly mode: string
  readonly ms: number
  readonly people: readonly string[]
  readonly person: string
  readonly place: string | null
  readonly raisedBy: string | null
  readonly rung: number
  readonly rungs: readonly { readonly rung: number; readonly at: number }[]
  readonly saidAt: number
  readonly sighting: number | null
  readonly skipped: readonly { readonly person: string; readonly because: string }[]
  readonly source: string
  readonly who: { readonly person?: string }
  readonly with: string | null
}>

/** Of people it is written down in two parts: here it is whole again, with whoever pressed. */
export function wholeOf({ body, by, detail }: StoredEvent): { readonly body: Body; readonly by: string } {
  const kept = detail.state === 'kept' ? detail.value : null
  // `as`: written by this server from the same types; each case reads what its event has.
  const { fields, author } = (kept ?? {}) as { readonly fields?: Body; readonly author?: string }
  return { body: { ...(body as Body), ...fields }, by: author ?? by }
}
