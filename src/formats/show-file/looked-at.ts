// Reads a show that this very program has looked at before: without the shape of a show file, which takes a while to make.

import type { Json } from '../../core/kit/json.ts'
import { withoutTurns } from '../../core/kit/turned-text.ts'
import type { Show } from '../../core/show/show.ts'
import { withoutCopyMark } from '../copy-mark.ts'
import { fillIn } from './fill-in.ts'

export type LookedAt = {
  readonly show: Show
  /** What reading adds to the text and nothing else; null where it does more than add. */
  readonly added: { readonly [part: string]: Json } | null
}

/** As it is read, always: what lies in a record from before is read so too. */
export const bare = (text: string): string => withoutTurns(withoutCopyMark(text))

/** Without looking at it again: only of a text that this program looked at, with what it added then. */
export const readLookedAt = (text: string, added: NonNullable<LookedAt['added']>): Show =>
  fillIn({ ...JSON.parse(bare(text)), ...added })
