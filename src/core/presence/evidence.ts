// What each kind of word about where somebody is is worth. Only a named other person's eyes or ears are ever enough.

/**
 * Eyes: somebody saw them. Cans: somebody heard a voice they know on the headset. Weak, all the rest: their own tap, a
 * code read at a fixed point, a microphone that sound hears, an entrance that a called cue has passed and nobody flagged.
 */
export const evidenceKinds = ['eyes', 'cans', 'own tap', 'fixed point', 'microphone', 'entrance'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type Worth = {
  readonly grade: 'confirmed' | 'weak'
  /** For so long it is news: after that a screen shows it as old. Minutes. */
  readonly validMinutes: number
  /** May it, with "on their way", end a concern? (incident E8) */
  readonly closes: boolean
}

export const worthOf: Readonly<Record<EvidenceKind, Worth>> = {
  eyes: { grade: 'confirmed', validMinutes: 5, closes: true },
  cans: { grade: 'confirmed', validMinutes: 5, closes: true },
  'own tap': { grade: 'weak', validMinutes: 5, closes: false },
  'fixed point': { grade: 'weak', validMinutes: 5, closes: false },
  microphone: { grade: 'weak', validMinutes: 2, closes: false },
  entrance: { grade: 'weak', validMinutes: 5, closes: false },
}
