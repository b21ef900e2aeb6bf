// One thing that a changed order brings with it: what, when, who, where, and by how many seconds it does not fit.

import type { DepartmentId, ItemId, PlaceId, TrackId } from '../show/show.ts'

export const consequenceKinds = [
  /** Somebody cannot be there in time, on foot. */
  'travel',
  /** A costume change does not fit, or nobody has plotted one. */
  'change',
  /** A dresser is somewhere else at that time, or dresses somebody else. */
  'dresser',
  /** A thing is not where it is taken up. */
  'prop',
  /** A thing cannot stand ready in its place before the item. */
  'preset',
  /** Something must stand ready earlier than it did. */
  'set earlier',
  /** Whoever gives it has not got it, or one of the two is not there. */
  'hand-off',
  /** One microphone for two people, and no time between them. */
  'microphone',
  /** Something built stands another way than the item begins with. */
  'piece',
  /** The standby or the warning is not where it was plotted before its cue. */
  'standby',
  /** What a cue follows by itself does not come before it any more. */
  'follow',
  /** A department goes from one cue to another that it never went from. */
  'sequence',
  /** Somebody is due earlier than they were. */
  'due earlier',
  /** People who must be off by then are not. */
  'off by',
  /** Too little time between two things that need it. */
  'rest',
  /** One item comes before another that the story needs first. */
  'story',
] as const
export type ConsequenceKind = (typeof consequenceKinds)[number]

export type Consequence = {
  readonly kind: ConsequenceKind
  /** Two with the same one are about the same thing, in whichever order of the evening. */
  readonly key: string
  readonly item: ItemId
  /** So many seconds into the item. */
  readonly seconds: number
  /** Seconds from the first act's up, intervals counted in. */
  readonly clock: number
  readonly track: TrackId | null
  readonly department: DepartmentId | null
  readonly place: PlaceId | null
  /** Where they come from, or where it lies. */
  readonly from: PlaceId | null
  /** The costume, prop, cue, piece, rule or preset it is about. */
  readonly about: string | null
  /** What else is in it: another track, another cue, how a piece stands. */
  readonly other: string | null
  /** Seconds that are lacking; 0 where there is time and it has to be done, null where nobody can know. */
  readonly lacks: number | null
}

/** People and houses count in seconds: what is under one is no difference. */
const SAME_SECONDS = 0.001

/** What `after` has and `before` had not, or not so badly; in the order of the evening. */
export function broughtBy(
  before: readonly Consequence[],
  after: readonly Consequence[],
): readonly Consequence[] {
  const was = new Map<string, number>()
  for (const one of before) was.set(one.key, Math.max(was.get(one.key) ?? 0, one.lacks ?? 0))
  return after
    .filter(({ key, lacks }) => {
      const known = was.get(key)
      return known === undefined || (lacks ?? 0) > known + SAME_SECONDS
    })
    .toSorted((a, b) => a.clock - b.clock || order(a) - order(b) || (a.key < b.key ? -1 : 1))
}

const order = ({ kind }: Consequence): number => consequenceKinds.indexOf(kind)
