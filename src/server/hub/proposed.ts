// What the hub proposes of its own, outside the record: who plays what, and another order beside an open concern.

import type { Viewer } from '../../core/disclosure/policy.ts'
import type { Posting } from './board.ts'
import { openChoices } from './choices.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import type { HubOptions } from './hub-options.ts'

export type Proposed = {
  readonly drafts: Drafts
  /** Something of the night may have changed. */
  look(): void
  postings(viewer: Viewer): readonly Posting[]
}

export function openProposed(options: HubOptions, send: (section: 'draft' | 'choices') => void): Proposed {
  const drafts = openDrafts({ ...options, send: () => send('draft') })
  const choices = openChoices({ ...options, send: () => send('choices') })
  return {
    drafts,
    look: () => {
      drafts.look()
      choices.look()
    },
    postings: (viewer) => [...drafts.postings(viewer), ...choices.postings(viewer)],
  }
}
