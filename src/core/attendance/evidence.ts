// What each kind of evidence about a person is worth. A sign is never the same as being seen.

import type { Via } from './events.ts'

export type EvidenceKind = Via | 'seen out' | 'accounted for' | 'staying'

/**
 * Weak: a device said it, and a device is not a person. Own word: whoever stood at the stage door pressed it. Told:
 * a named person said it for them. Seen: a named person saw them with their own eyes.
 */
export type Grade = 'weak' | 'own word' | 'told' | 'seen'

export type Worth = {
  readonly grade: Grade
  /** May it ever end a search for somebody? Only eyes do. */
  readonly closes: boolean
}

export const worthOf: Readonly<Record<EvidenceKind, Worth>> = {
  phone: { grade: 'weak', closes: false },
  kiosk: { grade: 'own word', closes: false },
  chaperone: { grade: 'told', closes: false },
  told: { grade: 'told', closes: false },
  'accounted for': { grade: 'told', closes: false },
  staying: { grade: 'told', closes: false },
  'seen out': { grade: 'seen', closes: true },
}
