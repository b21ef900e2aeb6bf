// What somebody can be engaged as. Show files, edits and pasted tables know these words and no others.

export const engagementKinds = [
  'principal',
  'ensemble',
  'swing',
  'standby',
  'alternate',
  'understudy',
  'child',
  'chaperone',
  'crew',
  'operator',
  'dresser',
  'stage management',
  'music',
  'creative',
  'front of house',
  'management',
] as const

export type EngagementKind = (typeof engagementKinds)[number]
