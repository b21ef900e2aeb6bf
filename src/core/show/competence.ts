// Who can do what besides their own track: as the show file has it, for the cover optimiser. Words of docs/specs/cover.md.

import type { ItemId, ObligationId, PersonId, PlaceId, PresetId, Show, TrackId } from './show.ts'

/** How well they know it. `words`: they know what is said and sung, and not where it is done. */
export const competenceLevels = ['performed', 'put-in', 'rehearsed', 'words', 'never'] as const
export type CompetenceLevel = (typeof competenceLevels)[number]

/** Of a track, of one number within it, or of one obligation: the narrowest counts. */
export type Competence = {
  readonly person: PersonId
  readonly track: TrackId
  readonly item?: ItemId | undefined
  readonly obligation?: ObligationId | undefined
  readonly level: CompetenceLevel
  /** The last time they did it; a day. */
  readonly on?: string | undefined
  /** After this day it has to be rehearsed again. */
  readonly until?: string | undefined
  /** The dance captain’s number: the fewer the better. */
  readonly preference?: number | undefined
}

/** What an obligation `needs`: "flying harness", "trap induction". */
export type Certificate = {
  readonly person: PersonId
  readonly what: string
  readonly until?: string | undefined
}

/** Certificates that say that somebody can treat, by the words that stand on them here and there. */
export const isFirstAid = (what: string): boolean =>
  /first.?aid|\b(?:EFAW|FAW|CPR|AED|BLS|paramedic|nurse|doctor)\b/i.test(what)

/** Two who may do a lift or a fight together. Unknown is not cleared. */
export type Clearance = {
  readonly people: readonly PersonId[]
  readonly what?: string | undefined
  readonly until?: string | undefined
}

export type CoverLimit = {
  readonly person: PersonId
  /** Tracks of others in one night, at most. */
  readonly most?: number | undefined
  /** Goes on when nobody else can: the dance captain, the resident director. */
  readonly lastResort?: boolean | undefined
}

/** A track, or one number of it, that this person does (a lock) or does not do (a ban) whenever it is covered. */
export type CoverRule = {
  readonly person: PersonId
  readonly track: TrackId
  readonly item?: ItemId | undefined
}

/** What counts, in the usual order; see docs/specs/cover.md. */
export const coverLevels = [
  'never cut',
  'featured and lifts',
  'formation, filler, disturbed, re-plots',
  'splits',
  'fairness',
  'preference',
] as const
export type CoverLevel = (typeof coverLevels)[number]

/** A change of the plot that would make more possible. */
export type CoverReplot = {
  readonly id: string
  readonly title: string
  readonly cost: number
  readonly changes: readonly {
    readonly obligation: ObligationId
    readonly placeIn?: PlaceId | undefined
    readonly placeOut?: PlaceId | undefined
    /** Begins, and ends, so much later. */
    readonly later?: number | undefined
    readonly also?: readonly PersonId[] | undefined
  }[]
  /** What stands ready elsewhere then. */
  readonly presets?: readonly { readonly preset: PresetId; readonly place: PlaceId }[] | undefined
}

/** So many of one production. */
export const COVER_APPROVERS_MAX = 12

/** Whose yes a plan of who plays what needs in this production. */
export type CoverApprover = { readonly person: PersonId }

export type Covers = {
  readonly competences: readonly Competence[]
  readonly certificates: readonly Certificate[]
  readonly clearances: readonly Clearance[]
  readonly limits: readonly CoverLimit[]
  readonly locks: readonly CoverRule[]
  readonly bans: readonly CoverRule[]
  readonly replots: readonly CoverReplot[]
  /** Tracks that were shared out and rehearsed beforehand: who does which number of it when it is covered. */
  readonly splits?: readonly CoverRule[] | undefined
  /** Left out, stage management or the dance captain. */
  readonly approvers?: readonly CoverApprover[] | undefined
  /** What counts before what; left out, as is usual. */
  readonly levels?: readonly CoverLevel[] | undefined
}

export const approversOf = ({ covers }: { readonly covers?: Covers | undefined }): readonly PersonId[] =>
  (covers?.approvers ?? []).map(({ person }) => person)

export const noCovers: Covers = {
  competences: [],
  certificates: [],
  clearances: [],
  limits: [],
  locks: [],
  bans: [],
  replots: [],
}

/** Where nobody gave a number: the better they know it, the sooner. */
export const PREFERENCE: Readonly<Record<CompetenceLevel, number>> = {
  performed: 0,
  'put-in': 1,
  rehearsed: 2,
  words: 4,
  never: 0,
}

/**
 * What is written down of who knows what. Whoever stands beside a track as its cover, and of whom nothing is written on
 * it, has rehearsed it: a house that named its understudies and wrote no more is proposed them, the first one first.
 */
export function competencesOf({ covers, tracks }: Pick<Show, 'covers' | 'tracks'>): readonly Competence[] {
  const written = covers?.competences ?? []
  const isWritten = new Set(written.map(({ person, track }) => `${person} ${track}`))
  const named = tracks.flatMap(({ id: track, covers: people = [] }) =>
    people.flatMap((person, index): readonly Competence[] =>
      isWritten.has(`${person} ${track}`)
        ? []
        : [{ person, track, level: 'rehearsed', preference: PREFERENCE.rehearsed + index }],
    ),
  )
  return [...written, ...named]
}
