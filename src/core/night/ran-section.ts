// What has run so far: it grows all night, so it is apart from where the show is, which goes to everybody at each GO.

import type { CallingState } from '../calling/state.ts'
import type { Instant } from '../kit/time.ts'

export type RanSection = {
  readonly itemStarts: readonly { readonly item: number; readonly at: Instant }[]
}

export const ranSection = ({ itemStarts }: CallingState): RanSection => ({ itemStarts })
