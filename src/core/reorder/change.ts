// What may be changed in the order of a night that is planned or running. A list of these is the whole difference.

import type { ItemId, VampId } from '../show/show.ts'

export type Change =
  | { readonly kind: 'cut'; readonly item: ItemId }
  | { readonly kind: 'swap'; readonly item: ItemId; readonly with: ItemId }
  /** `after`: the item that it follows then. */
  | { readonly kind: 'move'; readonly item: ItemId; readonly after: ItemId }
  /** It begins so much later than the one before it ends. */
  | { readonly kind: 'delay'; readonly item: ItemId; readonly seconds: number }
  /** It is played once more, after another. */
  | { readonly kind: 'repeat'; readonly item: ItemId; readonly after: ItemId }
  /** The band goes round for so much longer than it usually does. */
  | { readonly kind: 'vamp'; readonly vamp: VampId; readonly seconds: number }
  /** All wait at this point of an item. */
  | { readonly kind: 'wait'; readonly item: ItemId; readonly at: number; readonly seconds: number }
  /** From one point of an item straight on to another. */
  | { readonly kind: 'shorten'; readonly item: ItemId; readonly from: number; readonly to: number }
  /** Nothing more of this act after that item: straight to the interval, or to the end. */
  | { readonly kind: 'skip'; readonly after: ItemId }

/** More than any night can bear; the whole list stands in each version. */
export const ORDER_CHANGES_MAX = 40
/** Longer than any house is kept waiting in its seats. */
export const WAIT_SECONDS_MAX = 3_600
