// The plan of a production: everything that is true before anybody goes up. Words are those of docs/specs/show.md.

import type { Id } from '../kit/ids.ts'
import type { Covers } from './competence.ts'
import type { EngagementKind } from './engagement-kinds.ts'
import type { Help } from './help.ts'
import type { OwnCalls } from './own-calls.ts'
import type { OwnPage, PagePoint } from './own-pages.ts'
import type { Safety } from './safety.ts'
import type { OrderRule, SetPiece, Standing } from './standing.ts'
import type { Travel } from './travel.ts'
import type { ScriptQuestion, WordPlace } from './word-place.ts'

export type PersonId = Id<'person'>
export type RoleId = Id<'role'>
export type TrackId = Id<'track'>
export type ObligationId = Id<'obligation'>
export type ItemId = Id<'item'>
export type EditionId = Id<'edition'>
export type DepartmentId = Id<'department'>
export type CueId = Id<'cue'>
export type PlaceId = Id<'place'>
export type CostumeId = Id<'costume'>
export type PropId = Id<'prop'>
export type MicId = Id<'mic'>
type ChangeId = Id<'change'>
type HandOffId = Id<'hand-off'>
export type PresetId = Id<'preset'>
export type VampId = Id<'vamp'>

export type Country = 'GB' | 'US'

export type Place = {
  readonly id: PlaceId
  /** As it is said and printed: SL1, SR2, DR4, QC SL, PIT, TRAP. */
  readonly code: string
  readonly name: string
  readonly side?:
    | 'stage left'
    | 'stage right'
    | 'centre'
    | 'below'
    | 'above'
    | 'front'
    | 'outside'
    | undefined
  readonly zone?: string | undefined
  readonly level?: string | undefined
  readonly dark?: boolean | undefined
  /** False where phones and radios are known to fail. */
  readonly signal?: boolean | undefined
  /** So many can get changed there at once; left out where nobody counted. */
  readonly changing?: number | undefined
}

export type Venue = {
  readonly name: string
  /** As an ambulance is told it, line by line. */
  readonly address?: string | undefined
  /** Where the prompt corner is, where that is not what the country's pack says: a bastard prompt. */
  readonly promptSide?: 'stage left' | 'stage right' | undefined
  readonly help?: Help | undefined
  readonly safety?: Safety | undefined
  /** There is no such building: nobody is sent to it (a demo). */
  readonly invented?: boolean | undefined
  readonly places: readonly Place[]
  readonly travel: readonly Travel[]
}

export type Person = {
  readonly id: PersonId
  readonly name: string
  /** What is said on the tannoy and stands on the desk. */
  readonly callName: string
  readonly pronouns?: string | undefined
  /** By whose leave it is; on paper and on the page of the company for whoever sees contacts, and nowhere else. */
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly minor?: boolean | undefined
  /** Who looks after a child. */
  readonly chaperone?: PersonId | undefined
}

export type { EngagementKind }

export type Engagement = {
  readonly person: PersonId
  readonly kind: EngagementKind
  readonly department?: DepartmentId | undefined
  readonly title?: string | undefined
  readonly deputy?: boolean | undefined
}

/** A character. What a person does as one lies in the obligations of a track. */
export type Role = {
  readonly id: RoleId
  readonly name: string
  readonly part?: string | undefined
}

/** Everything one person does in one show, on and off stage, in order. */
export type Track = {
  readonly id: TrackId
  readonly code: string
  readonly title: string
  readonly kind: 'cast' | 'swing' | 'crew' | 'dresser' | 'stage management' | 'music'
  /** Who does it when nothing is different tonight. */
  readonly owner?: PersonId | undefined
  /** Who goes on in it for the owner, the first one first. */
  readonly covers?: readonly PersonId[] | undefined
  readonly roles?: readonly RoleId[] | undefined
}

/** A point in the plan: so many seconds into an item, called on these words, that bar or that page. */
export type Anchor = {
  readonly item: ItemId
  readonly seconds: number
  readonly line?: string | undefined
  readonly bar?: string | undefined
  readonly page?: string | undefined
  /** Nobody said these seconds: they were laid out evenly by the order of the cues. */
  readonly guessed?: boolean | undefined
  /** The word of the script it lies on; its seconds are those of the word. */
  readonly at?: WordPlace | undefined
  readonly point?: PagePoint | undefined
}

/** An entrance first: most are. */
export const obligationKinds = [
  ...([
    'appear',
    'line',
    'specialty',
    'lift',
    'fly',
    'lead vocal',
    'vocal part',
    'carry',
    'hand-off',
  ] as const),
  ...(['set', 'strike', 'cue light', 'dress', 'chaperone', 'spot', 'task'] as const),
] as const
export type ObligationKind = (typeof obligationKinds)[number]

/** The atom of a track: one thing one person does at one time. May be given to somebody else. */
export type Obligation = {
  readonly id: ObligationId
  readonly track: TrackId
  readonly kind: ObligationKind
  readonly title: string
  readonly role?: RoleId | undefined
  readonly anchor: Anchor
  /** So many seconds after this cue, before it where negative: its anchor moves with the cue. */
  readonly byCue?: { readonly cue: CueId; readonly seconds: number } | undefined
  /** How long it lasts. */
  readonly seconds: number
  readonly placeIn?: PlaceId | undefined
  readonly placeOut?: PlaceId | undefined
  /** Competences without which it may not be done: 'fly', 'lift with E2'. */
  readonly needs?: readonly string[] | undefined
  readonly costume?: CostumeId | undefined
  readonly mic?: MicId | undefined
  readonly props?: readonly PropId[] | undefined
  readonly partners?: readonly TrackId[] | undefined
  readonly droppable: 'essential' | 're-assignable' | 'thin-able' | 'cosmetic'
  /** What leaving it out costs, 0 to 100, the dance captain's number. */
  readonly cutCost?: number | undefined
  readonly safety?: boolean | undefined
}

export type ItemKind =
  | 'overture'
  | 'scene'
  | 'number'
  | 'dance'
  | 'transition'
  | 'interval'
  | "entr'acte"
  | 'bows'
  | 'playout'

export type Item = {
  readonly id: ItemId
  /** As it is called: "7", "7a", "1.3"; empty for an interval. */
  readonly code: string
  readonly title: string
  readonly kind: ItemKind
  readonly act: number
  /** Expected length; the median of earlier performances once there are any. */
  readonly seconds: number
  /** The length that nine in ten performances stay under. */
  readonly secondsLate?: number | undefined
  /** What may be left out of it in one piece: from so many seconds in to so many. */
  readonly shorter?:
    | readonly { readonly title: string; readonly from: number; readonly to: number }[]
    | undefined
  readonly parent?: ItemId | undefined
}

/** One version of the running order. */
export type Edition = {
  readonly id: EditionId
  readonly title: string
  readonly items: readonly ItemId[]
  readonly reason?: string | undefined
  readonly approvedBy?: PersonId | undefined
}

export type DepartmentKind =
  | 'lights'
  | 'sound'
  | 'fly'
  | 'automation'
  | 'deck'
  | 'follow spot'
  | 'video'
  | 'props'
  | 'wardrobe'
  | 'music'
  | 'pyro'
  | 'trap'
  | 'other'

export type Department = {
  readonly id: DepartmentId
  readonly name: string
  /** What the caller says before the number: LX, SND, FLY. */
  readonly short: string
  readonly kind: DepartmentKind
  /** The headset channel its operators listen on. */
  readonly channel?: string | undefined
}

export type Trigger =
  | { readonly kind: 'called' }
  | { readonly kind: 'visual'; readonly watch: string }
  | { readonly kind: 'timed'; readonly seconds: number }
  | { readonly kind: 'follow-on'; readonly after: CueId }
  | { readonly kind: 'auto-follow'; readonly after: CueId; readonly seconds: number }

export type Cue = {
  readonly id: CueId
  readonly department: DepartmentId
  /** Text: "16.5" and "16A" are numbers to the trade. */
  readonly number: string
  readonly title: string
  readonly anchor: Anchor
  readonly warn?: Anchor | undefined
  readonly standby?: Anchor | undefined
  readonly trigger: Trigger
  /** Cues of one group have one standby and one GO. */
  readonly group?: string | undefined
  readonly safety?: boolean | undefined
  /** Must say clear before this may be called. */
  readonly spotter?: TrackId | undefined
  /** Which list it is called from: the deck's unless named (pit, interval); each list has a place of its own. */
  readonly playhead?: string | undefined
  /** What somebody wrote beside it; may be written while the show is locked. */
  readonly remark?: string | undefined
}

/** Bars the band goes round in until something has happened, or may leave out: what buys a late entrance its seconds. */
export type Vamp = {
  readonly id: VampId
  /** A vamp is always played; safety bars only where they are needed. */
  readonly kind: 'vamp' | 'safety'
  /** Where it begins; its bar is what it is called by. */
  readonly anchor: Anchor
  /** How long it usually lasts: so much of it is in the length of its item. */
  readonly seconds: number
  /** For longer than this it cannot be borne. */
  readonly secondsMax: number
  /** What the band goes out on: "the brake", "the lantern". */
  readonly out: string
}

export type Costume = { readonly id: CostumeId; readonly name: string; readonly role?: RoleId | undefined }

export type CostumeChange = {
  readonly id: ChangeId
  readonly track: TrackId
  readonly from?: CostumeId | undefined
  readonly to: CostumeId
  readonly anchor: Anchor
  readonly place: PlaceId
  /** Needed, measured. */
  readonly seconds: number
  readonly dressers: readonly TrackId[]
  readonly underdressed?: boolean | undefined
  readonly notes?: string | undefined
}

export type HandOff = {
  readonly id: HandOffId
  readonly prop: PropId
  readonly from: TrackId
  readonly to: TrackId
  readonly anchor: Anchor
  readonly place: PlaceId
}

export type Prop = {
  readonly id: PropId
  readonly name: string
  readonly start: PlaceId
  readonly end?: PlaceId | undefined
  readonly consumable?: boolean | undefined
  readonly weapon?: boolean | undefined
}

export type Preset = {
  readonly id: PresetId
  readonly title: string
  readonly place: PlaceId
  readonly prop?: PropId | undefined
  readonly department?: DepartmentId | undefined
  /** The item before which it must stand there. */
  readonly before: ItemId
}

export type Mic = {
  readonly id: MicId
  readonly pack: string
  readonly track?: TrackId | undefined
  /** How long it takes to take it off one and fit it to another. */
  readonly seconds?: number | undefined
}

/** A line of the script: what is said, sung or done. */
export type ScriptLine = {
  /** Stays with the line through every version of the text; absent: its place in the list, `l1` being the first. */
  readonly id?: string | undefined
  readonly item: ItemId
  readonly seconds: number
  readonly role?: RoleId | undefined
  readonly kind: 'speech' | 'lyric' | 'direction'
  readonly text: string
  /** The page it begins, where the source has pages. */
  readonly page?: string | undefined
}

export type Show = {
  readonly format: 'ghostlight-show'
  readonly formatVersion: 1
  readonly title: string
  /** Which show of the house this is, through every new title and version; drawn when a show is begun on the screen. */
  readonly production?: string | undefined
  readonly by?: string | undefined
  readonly language: string
  readonly country: Country
  /** Of a demonstration: how much closer to the act its calls lie than in the country's table. 1 where it is not said. */
  readonly callPace?: number | undefined
  readonly calls?: OwnCalls | undefined
  /** IANA name; every clock backstage shows it. */
  readonly timeZone: string
  readonly venue: Venue
  readonly people: readonly Person[]
  readonly engagements: readonly Engagement[]
  readonly roles: readonly Role[]
  readonly tracks: readonly Track[]
  readonly obligations: readonly Obligation[]
  readonly items: readonly Item[]
  readonly editions: readonly Edition[]
  readonly departments: readonly Department[]
  readonly cues: readonly Cue[]
  readonly vamps: readonly Vamp[]
  readonly costumes: readonly Costume[]
  readonly changes: readonly CostumeChange[]
  readonly handOffs: readonly HandOff[]
  readonly props: readonly Prop[]
  readonly presets: readonly Preset[]
  readonly mics: readonly Mic[]
  readonly pieces?: readonly SetPiece[] | undefined
  readonly standings?: readonly Standing[] | undefined
  readonly rules?: readonly OrderRule[] | undefined
  readonly script: readonly ScriptLine[]
  readonly questions?: readonly ScriptQuestion[] | undefined
  /** A score or a script as pictures, in the order in which they are turned. */
  readonly pages?: readonly OwnPage[] | undefined
  /** Nobody changes it before somebody unlocks it; notes beside cues may be written all the same. */
  readonly locked?: boolean | undefined
  /** Who can do what besides their own; absent where nobody has written it down. */
  readonly covers?: Covers | undefined
}
