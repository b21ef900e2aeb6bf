// How the plan of a demo show is written by hand: short rows that kit/compile.ts turns into the nouns of the core.

import type { Id } from '../../src/core/kit/ids.ts'
import type { Covers } from '../../src/core/show/competence.ts'
import type {
  Costume,
  Department,
  Edition,
  Engagement,
  EngagementKind,
  Item,
  Mic,
  Obligation,
  ObligationKind,
  Place,
  Preset,
  Prop,
  Role,
  Track,
} from '../../src/core/show/show.ts'
import type { OrderRule, SetPiece, Standing } from '../../src/core/show/standing.ts'

/** Ids are written as plain words; the compiler brands them and refuses what is not in the lists. */
type Plain<T> = { readonly [Field in keyof T]: PlainValue<T[Field]> }
type PlainValue<V> =
  V extends Id<string> ? string : V extends readonly (infer Member)[] ? readonly PlainValue<Member>[] : V

/** Each kind of rule by itself: the fields of a union are those that all have. */
type PlainRule = OrderRule extends infer Rule ? (Rule extends OrderRule ? Plain<Rule> : never) : never

/** Seconds into the item, 'end', words of the script ("words#2": their second time), or words and seconds after. */
export type When = number | string | readonly [words: string, seconds: number]

/** One thing one person does. `in` and `out` only where they come from and go to; `stage` joins two items. */
export type Duty = {
  readonly item: string
  readonly from: When
  readonly to: When
  readonly title: string
  readonly in?: string
  readonly out?: string
  readonly kind?: ObligationKind
  readonly role?: string
  readonly costume?: string
  readonly props?: readonly string[]
  readonly partners?: readonly string[]
  readonly needs?: readonly string[]
  readonly drop?: Obligation['droppable']
  readonly cost?: number
  readonly safety?: boolean
}

export type Duties = Readonly<Record<string, readonly Duty[]>>

export type CueRow = {
  /** "LX 16.5" */
  readonly cue: string
  readonly title: string
  readonly item: string
  readonly on: When
  readonly group?: string
  readonly sees?: string
  readonly timed?: boolean
  readonly after?: string
  readonly wait?: number
  /** How long the standby comes before the GO. */
  readonly standby?: number
  readonly warn?: number
  readonly safety?: boolean
  /** "ASR at SR1": who must say clear, and from where. */
  readonly spotter?: string
  /** The tracks that do it, where that is not the department's usual one. */
  readonly by?: readonly string[]
  /** How long the operator is busy with it. */
  readonly runs?: number
}

/** Bars gone round in from the words `on` to `out`; their length is told, for a book has no bars in it. */
export type VampRow = {
  readonly id: string
  readonly kind: 'vamp' | 'safety'
  readonly item: string
  readonly on: When
  readonly bar: string
  readonly seconds: number
  readonly max: number
  readonly out: string
}

/** A change between the last thing before `before` and the first in it. */
export type ChangeRow = {
  readonly track: string
  readonly from: string
  readonly to: string
  readonly before: string
  readonly place: string
  readonly seconds: number
  readonly dressers?: readonly string[]
  /** Seconds they wait at the place until their dresser is free. */
  readonly wait?: number
  readonly underdressed?: boolean
  readonly notes?: string
}

export type HandOffRow = {
  readonly prop: string
  readonly from: string
  readonly to: string
  readonly item: string
  readonly at: When
  readonly place: string
}

export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly call: string
  readonly pronouns: string
  readonly kind: EngagementKind
  readonly title: string
  readonly track?: string
  readonly also?: readonly Plain<Omit<Engagement, 'person'>>[]
  readonly minor?: boolean
  readonly chaperone?: string
  readonly department?: string
  readonly deputy?: boolean
}

export type Production = {
  readonly title: string
  readonly by: string
  readonly venue: {
    readonly name: string
    readonly places: readonly Plain<Place>[]
    /** "SL1 SL2 5": both ways, in seconds. */
    readonly ways: readonly string[]
  }
  readonly people: readonly PersonRow[]
  readonly roles: readonly Plain<Role>[]
  /** Names in the libretto by role id; a caption without a row belongs to nobody. */
  readonly captions: Readonly<Record<string, string>>
  readonly tracks: readonly Plain<Omit<Track, 'owner'>>[]
  /** Headings of the libretto are "code title". */
  readonly items: readonly Plain<Item>[]
  readonly editions: readonly Plain<Edition>[]
  readonly departments: readonly (Plain<Department> & {
    readonly operators: readonly string[]
    readonly at: string
  })[]
  readonly duties: readonly Duties[]
  readonly cues: readonly CueRow[]
  readonly vamps: readonly VampRow[]
  readonly costumes: readonly Plain<Costume>[]
  readonly changes: readonly ChangeRow[]
  readonly handOffs: readonly HandOffRow[]
  readonly props: readonly Plain<Prop>[]
  readonly presets: readonly Plain<Preset>[]
  readonly mics: readonly Plain<Mic>[]
  readonly covers: Covers
  readonly pieces: readonly Plain<SetPiece>[]
  readonly standings: readonly Plain<Standing>[]
  readonly rules: readonly PlainRule[]
}
