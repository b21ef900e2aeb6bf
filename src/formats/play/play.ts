// A play as the importer understands it, whatever its dialect of TEI: characters, pieces of the running order, what happens in them.

/** What a question is about; machines sort by it. */
export type QuestionKind =
  /** Who speaks here. */
  | 'speaker'
  /** Who somebody is, or whether they are in the play at all. */
  | 'person'
  /** Whether something is played, and how long it takes. */
  | 'scene'
  | 'entrance'
  | 'exit'
  /** Somebody is needed on stage who was not brought there. */
  | 'presence'
  /** Said once of the whole file. */
  | 'file'

/** Something the file did not say clearly, for a person to settle. */
export type Question = { readonly line: number; readonly kind: QuestionKind; readonly message: string }

export type Character = {
  /** As the file has it; unique in the play. */
  readonly id: string
  readonly name: string
  readonly line: number
  /** Several people under one name, by the file's own word. */
  readonly isGroup: boolean
  /** As the file has it: MALE, FEMALE, or something else. */
  readonly sex?: string | undefined
  /** What the list of persons adds to the name: "king of Denmark". */
  readonly described?: string | undefined
}

export type Move = { readonly way: 'in' | 'out'; readonly who: readonly string[]; readonly line: number }

export type Told = { readonly line: number; readonly text: string }

export type PlayEvent =
  /** Somebody begins to speak; `elsewhere`: from within, above, beneath, by the file's own word. */
  | {
      readonly kind: 'speech'
      readonly line: number
      /** Counted over the whole play from 0. */
      readonly number: number
      readonly who: readonly string[]
      readonly elsewhere: boolean
    }
  | {
      readonly kind: 'words'
      readonly line: number
      readonly who: readonly string[]
      readonly text: string
      readonly lyric: boolean
      /** The page of the source that begins with it. */
      readonly page?: string | undefined
    }
  | {
      readonly kind: 'direction'
      readonly line: number
      readonly text: string
      readonly moves: readonly Move[]
      /** Its own words and those of the directions inside it, one by one. */
      readonly told: readonly Told[]
      readonly page?: string | undefined
    }
  /** A part of a scene that is marked off and no scene of its own: one of two floors, a letter, a song. */
  | { readonly kind: 'part'; readonly line: number; readonly text: string }

export type Scene = {
  readonly act: number
  readonly code: string
  readonly title: string
  readonly line: number
  readonly events: readonly PlayEvent[]
}

/** A stretch of the play as the collections count it; one may lie inside another. */
export type Segment = {
  readonly id: string
  /** The code of the scene it is, holds or lies in. */
  readonly scene: string
  /** Null outside any act. */
  readonly act: number | null
  readonly label: string
  /** The numbers of its speeches, those of segments inside it among them. */
  readonly speeches: readonly number[]
}

export type Play = {
  readonly title: string
  readonly by: string | undefined
  readonly language: string | undefined
  readonly characters: readonly Character[]
  readonly scenes: readonly Scene[]
  readonly segments: readonly Segment[]
  /** How many divisions call themselves acts. */
  readonly acts: number
  /** The labels over the speeches of each id. */
  readonly labels: ReadonlyMap<string, readonly string[]>
  readonly questions: readonly Question[]
}

/**
 * Why somebody is taken to come or go where they do: a direction tells it, or one of the rules of docs/specs/tei.md puts
 * it there. There is no third way.
 */
export type Why = 'told' | 'TEI-16' | 'TEI-19' | 'TEI-20' | 'TEI-21' | 'TEI-22' | 'TEI-37' | 'TEI-44'

/**
 * Somebody on stage, or heard from elsewhere, for a stretch of one scene. Before there are times it is told by the
 * places of events in the scene: from the one up to, and not with, the other.
 */
export type Stretch = {
  readonly who: string
  readonly scene: number
  readonly from: number
  readonly to: number
  readonly speaks: boolean
  readonly elsewhere: boolean
  /** Speaks without having entered. */
  readonly unentered: boolean
  readonly came: Why
  readonly went: Why
}

/** The same in seconds of the scene. */
export type Appearance = Stretch
