// What the server proposes and nobody has approved: who plays what, and another order as an answer to a concern.

import type { ChoicesSection } from '../core/night/concern-choices.ts'
import type { AskedCut, OthersSection } from '../core/night/proposal-more.ts'
import type { ProposalSection } from '../core/night/proposal-section.ts'
import type { SettledCell } from '../core/night/settling.ts'

/** What the server proposes, and what was settled before it was asked. */
export type DraftSection = {
  readonly locks: readonly SettledCell[]
  readonly bans: readonly SettledCell[]
  readonly working: boolean
  /** Why nothing is proposed though something should be. */
  readonly trouble: string | null
  readonly proposal: ProposalSection | null
  /** Plans that are as good; null where nobody knows yet. */
  readonly others: OthersSection | null
  /** What was asked of its cuts. */
  readonly asked: readonly AskedCut[]
}

export type ProposedSections = {
  readonly draft?: DraftSection
  /** Another order as an answer to each open concern. */
  readonly choices?: ChoicesSection
}
